"""What holds for every test: nothing beyond this machine, and no test that cannot run where it stands."""

from __future__ import annotations

import ipaddress
import os
import sys

import pytest

from tests.acceptance import mail_apps
from tests.mailserver import server
from tests.order import Units, put_long_first
from tests.rendering import browser

pytest_plugins = ["tests.mailserver.fixtures"]

NEEDS = (
    ("mailserver", "Dovecot and Postfix", server.why_not, "REQUIRE_MAILSERVER"),
    ("mail_apps", "neomutt, s-nail and alpine", mail_apps.why_not, "REQUIRE_MAIL_APPS"),
    ("browser", "Chromium", browser.why_not, "REQUIRE_CHROMIUM"),
)
"""Mark of a test, what it needs, why that cannot be had here, and the variable that makes its lack an error."""


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


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Units:
    """Share the tests out by `tests.order`."""
    config.option.loadscopereorder = False
    return Units(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the long runs unless they are asked for; skip what needs a mail server or a browser where there is none."""
    put_long_first(items)
    if not config.getoption("--full") and "full" not in config.getoption("-m"):
        long = [item for item in items if item.get_closest_marker("full")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("full")]
    for mark, what, why_not, required in NEEDS:
        lacking = why_not()
        if lacking and os.environ.get(required) != "1":
            skip = pytest.mark.skip(reason=f"{what}: {lacking}")
            for item in items:
                if item.get_closest_marker(mark):
                    item.add_marker(skip)
