"""What holds for every test: nothing beyond this machine, and no test that cannot run where it stands."""

from __future__ import annotations

import importlib.util
import ipaddress
import os
import shutil
import sys

import pytest

if importlib.util.find_spec("tests.mailserver.fixtures"):
    pytest_plugins = ["tests.mailserver.fixtures"]


class NetworkBlockedError(RuntimeError):
    """A test tried to reach another machine."""


def is_this_machine(host: object) -> bool:
    """Tell whether *host*, as sockets are given it, is the loopback (or no host at all)."""
    name = host.decode() if isinstance(host, bytes) else host
    if name is None or name in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False


def refuse_the_network(event: str, args: tuple[object, ...]) -> None:
    """Audit hook (PEP 578): stop look-ups and connections that would leave this machine."""
    if event == "socket.getaddrinfo" and not is_this_machine(args[0]):
        raise NetworkBlockedError(f"a test looked up {args[0]!r}")
    if event in ("socket.connect", "socket.sendto"):
        address = args[1]
        if isinstance(address, tuple) and not is_this_machine(address[0]):
            raise NetworkBlockedError(f"a test connected to {address!r}")


sys.addaudithook(refuse_the_network)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --full."""
    parser.addoption("--full", action="store_true", help="also run the long simulations and fuzzing")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the long runs unless they are asked for; skip what needs a mail server where there is none."""
    if not config.getoption("--full") and "full" not in config.getoption("-m"):
        long = [item for item in items if item.get_closest_marker("full")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("full")]
    lacking = lacking_for_mailserver()
    if lacking and os.environ.get("REQUIRE_MAILSERVER") != "1":
        for item in items:
            if item.get_closest_marker("mailserver"):
                item.add_marker(pytest.mark.skip(reason=f"needs {lacking}"))


def lacking_for_mailserver() -> str:
    """Return what is missing for a private Dovecot and Postfix, or ``""``."""
    path = os.environ.get("PATH", "") + ":/usr/local/sbin:/usr/sbin:/sbin"
    missing = [program for program in ("dovecot", "postfix", "openssl") if not shutil.which(program, path=path)]
    if not missing and os.geteuid() != 0:
        return "root, which Postfix insists on"
    return ", ".join(missing)
