"""Where a password comes from: a setting, a file, or a command; read anew each time, and never shown."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.config_files import read_text
from bot.errors import ConfigurationError

COMMAND_LIMIT_S = 30
_SHOWN_IN_GROUPS = re.compile(r"[a-z]{4}(?:[ \u00a0][a-z]{4}){3}")
_HOSTS_THAT_GROUP = ("gmail.com", "googlemail.com", "google.com", "yahoo.com")


@dataclass(frozen=True, slots=True)
class Password:
    """A password that has no repr; ``reveal()`` reads it, or raises a `ConfigurationError` that says what to do."""

    reveal: Callable[[], str] = field(repr=False)


def without_grouping(password: str, host: str) -> str:
    """Return *password* as the server at *host* wants it.

    Google and Yahoo show an app password as four groups of four letters, which people paste with the spaces. Nothing else is
    touched: a space may well belong to a password.
    """
    groups = host.lower().endswith(_HOSTS_THAT_GROUP) and _SHOWN_IN_GROUPS.fullmatch(password.strip())
    return re.sub(r"\s", "", password) if groups else password


def read_password_file(variable: str, path: Path) -> str:
    """Return the first line of the file, or raise a `ConfigurationError`."""
    if not path.is_file():
        raise ConfigurationError(
            [f"{variable}: there is no file {path}; create it (chmod 600) with the password in its first line."]
        )
    return _first_line(read_text(path), f"{variable}: the first line of {path} is empty; write the password there.")


def run_password_command(variable: str, command: str) -> str:
    """Return the first line the shell command prints within 30 s, or raise a `ConfigurationError`."""
    try:
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=COMMAND_LIMIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as exc:
        raise ConfigurationError(
            [
                f"{variable}: the command did not end within {COMMAND_LIMIT_S} s; run it in a terminal to see what it waits for."
            ]
        ) from exc
    if done.returncode != 0:
        raise ConfigurationError(
            [f"{variable}: the command ended with exit code {done.returncode}; run it in a terminal to see why."]
        )
    printed = done.stdout.decode("utf-8", errors="replace")
    return _first_line(printed, f"{variable}: the command printed nothing; its first line has to be the password.")


def _first_line(text: str, problem: str) -> str:
    line = text.split("\n", 1)[0].rstrip("\r")
    if not line.strip():
        raise ConfigurationError([problem])
    return line
