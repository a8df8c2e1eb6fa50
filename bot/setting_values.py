"""One setting at a time: text from the environment into a checked value; what is wrong is collected, not raised."""

from __future__ import annotations

import difflib
import re
import zoneinfo
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.errors import ConfigurationError
from bot.net import Security, is_loopback

_ADDRESS = re.compile(r"[^\s@<>,;\"]{1,64}@[^\s@<>,;\"]+\.[^\s@<>,;\".]+")
_HOST = re.compile(r"[A-Za-z0-9_.:-]+")


class Values:
    """Reads variables and adds every complaint to ``problems``; a bad value comes back as a harmless stand-in.

    ``beside``: the directory that relative paths start from (the settings file's).
    """

    def __init__(self, values: Mapping[str, str], *, beside: Path, problems: list[str]) -> None:
        self._values = values
        self.beside = beside
        self.problems = problems

    def text(self, name: str, *, strip: bool = True) -> str | None:
        """Return the value, or None."""
        value = self._values.get(name)
        return value.strip() if value is not None and strip else value

    def missing(self, name: str, meaning: str, instead: str = "") -> str:
        """Note that *name* has to be set to *meaning*."""
        self.problems.append(f"{name}{f' ({instead})' if instead else ''} is missing; set it to {meaning}.")
        return ""

    def required(self, name: str, meaning: str) -> str:
        """Return the value; without one, note that it has to be set to *meaning*."""
        return self.text(name) or self.missing(name, meaning)

    def listed(self, name: str) -> tuple[str, ...]:
        """Return the parts of a comma-separated value."""
        return tuple(part.strip() for part in (self.text(name) or "").split(",") if part.strip())

    def address(self, name: str) -> str:
        """Return the one mail address, lower case, or ``""``."""
        value = self.text(name)
        return self._checked_address(name, value) if value else ""

    def addresses(self, name: str) -> tuple[str, ...]:
        """Return the mail addresses of a comma-separated value, lower case."""
        return tuple(self._checked_address(name, part) for part in self.listed(name))

    def zone(self, name: str) -> str:
        """Return the IANA name of a time zone."""
        value = self.required(name, "your time zone, such as Europe/Berlin or America/New_York")
        try:
            zoneinfo.ZoneInfo(value or "UTC")
        except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
            self.problems.append(
                f"{name}={value} is no time zone{_zone_meant(value)}; write one such as Europe/Berlin."
            )
            return "UTC"
        return value

    def host(self, name: str, server: str) -> str:
        """Return the name of a server, without scheme or port."""
        value = self.required(name, f"the {server} server's name, such as {server.lower()}.example.com")
        if value and not _HOST.fullmatch(value):
            self.problems.append(
                f"{name}={value} is no server name; write the name alone, such as {server.lower()}.example.com."
            )
        return value

    def port(self, name: str) -> int | None:
        """Return a port, or None."""
        value = self.text(name)
        if value is None:
            return None
        if not (value.isascii() and value.isdigit() and 0 < int(value) < 65536):
            self.problems.append(f"{name}={value} is no port; write a number from 1 to 65535, or remove the line.")
            return None
        return int(value)

    def security(self, name: str, host: str, *, starttls: bool) -> Security:
        """Return how the connection is secured; unset: STARTTLS where the port says so, else TLS. ``none`` holds for loopback alone."""
        if self.text(name) is None:
            return Security.STARTTLS if starttls else Security.TLS
        chosen = Security(self.choice(name, tuple(Security)))
        if chosen is Security.NONE and not is_loopback(host):
            self.problems.append(
                f"{name}=none would send your password in clear to {host or 'the server'}; write tls or starttls."
            )
        return chosen

    def only_password_login(self, name: str) -> None:
        """Note where another way of login than the password is asked for."""
        value = (self.text(name) or "password").lower()
        if value == "xoauth2":
            self.problems.append(f"{name}=xoauth2 is not there yet; use an app password and write password.")
        elif value != "password":
            self.problems.append(f"{name}={value} is unknown; write password, or remove the line.")

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        """Return one of *choices* (in any case of letters), the first one where nothing is set."""
        value = (self.text(name) or choices[0]).lower()
        if value in choices:
            return str(value)
        self.problems.append(f"{name}={value} is unknown; write one of: {', '.join(choices)}.")
        return choices[0]

    def path(self, name: str) -> Path | None:
        """Return a path; a relative one starts beside the settings file."""
        value = self.text(name)
        return self.beside / Path(value).expanduser() if value else None

    def file(self, name: str) -> Path | None:
        """Return the path of a file that exists."""
        path = self.path(name)
        if path is not None and not path.is_file():
            self.problems.append(f"{name}: there is no file {path}; correct the path or remove the line.")
        return path

    def directory(self, name: str) -> Path | None:
        """Return the path of a directory that exists."""
        path = self.path(name)
        if path is not None and not path.is_dir():
            self.problems.append(
                f"{name}: there is no directory {path}; create it, correct the path or remove the line."
            )
        return path

    def database_url(self, name: str) -> str | None:
        """Return the address of a SQLite database with an absolute path."""
        value = self.text(name)
        if value is not None and not value.startswith("sqlite:////"):
            self.problems.append(
                f"{name} has to look like sqlite:////absolute/path/followup-bot.db (other databases are not there yet)."
            )
        return value

    def attempt(self, action: Callable[[], object]) -> None:
        """Run *action* and collect what it finds wrong."""
        try:
            action()
        except ConfigurationError as exc:
            self.problems += exc.problems

    def _checked_address(self, name: str, value: str) -> str:
        if not _ADDRESS.fullmatch(value):
            self.problems.append(
                f"{name}={value} is no mail address; write it like jane@example.com, without name or brackets."
            )
        return value.lower()


def _zone_meant(value: str) -> str:
    names = {name.lower(): name for name in zoneinfo.available_timezones()}
    close = difflib.get_close_matches(value.lower(), names, n=1)
    return f" (did you mean {names[close[0]]}?)" if close else ""
