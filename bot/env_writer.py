"""Writing a settings file: first as a draft that nobody else can read, then in its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import OperatorError
from bot.settings import Settings, load_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What goes into the file; ``""`` is left out. ``imap``, ``smtp``: ``host`` or ``host:port``."""

    name: str
    email: str
    timezone: str
    imap: str
    imap_security: str = ""
    smtp: str
    smtp_security: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    password_file: str = ""
    ca_file: str = ""


class Draft:
    """A settings file in the making. ``settings``: what it says; ``keep``: put it in its place."""

    def __init__(self, path: Path, target: Path) -> None:
        self._path = path
        self._target = target
        self.settings: Settings = load_settings(path, {})

    def keep(self) -> None:
        """Put the draft in its place, over whatever is there."""
        self._path.replace(self._target)


@contextmanager
def draft_env_file(target: Path, answers: Answers) -> Iterator[Draft]:
    """Yield the draft of *target*, beside it with mode 0600; it is gone afterwards unless it was kept.

    Raises ConfigurationError where the answers make no right settings, OperatorError where nothing can be written there.
    """
    path = target.with_name(f"{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(env_text(answers))
    except OSError as exc:
        raise OperatorError(
            f"{target} cannot be written ({exc.strerror}); name another place with --env-file."
        ) from exc
    try:
        yield Draft(path, target)
    finally:
        path.unlink(missing_ok=True)


def env_text(answers: Answers) -> str:
    """Return the file's text."""
    imap_host, _, imap_port = answers.imap.partition(":")
    smtp_host, _, smtp_port = answers.smtp.partition(":")
    variables = {
        "BOT_OWNER_NAME": answers.name,
        "BOT_OWNER_EMAIL": answers.email,
        "BOT_TIMEZONE": answers.timezone,
        "BOT_IMAP_HOST": imap_host,
        "BOT_IMAP_PORT": imap_port,
        "BOT_IMAP_SECURITY": answers.imap_security,
        "BOT_IMAP_USER": answers.user,
        "BOT_IMAP_PASSWORD": answers.password,
        "BOT_IMAP_PASSWORD_FILE": _absolute(answers.password_file),
        "BOT_SMTP_HOST": smtp_host,
        "BOT_SMTP_PORT": smtp_port,
        "BOT_SMTP_SECURITY": answers.smtp_security,
        "BOT_TLS_CA_FILE": _absolute(answers.ca_file),
    }
    lines = (f"{name}={quoted(value)}" for name, value in variables.items() if value)
    return "# Settings of followup-bot; .env.example explains them all.\n" + "\n".join(lines) + "\n"


def quoted(value: str) -> str:
    """Return *value* between single quotes, as python-dotenv reads it back."""
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _absolute(path: str) -> str:
    return str(Path(path).expanduser().absolute()) if path else ""
