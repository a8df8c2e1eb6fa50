"""The settings: ``.env`` and environment into one frozen `Settings`, every problem reported at once."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.config_files import shipped_dir
from bot.core.message.types import Owner
from bot.env_file import WAYS_TO_GIVE_A_PASSWORD, read_variables
from bot.errors import ConfigurationError
from bot.net import Security
from bot.password import Password, read_password_file, run_password_command, without_grouping
from bot.setting_values import Values

APP_NAME = "followup-bot"
_SERVER_NAMES = ("_HOST", "_PORT", "_SECURITY", "_AUTH", "_USER", *WAYS_TO_GIVE_A_PASSWORD)
_OTHER_NAMES = (
    "BOT_OWNER_NAME",
    "BOT_OWNER_EMAIL",
    "BOT_OWNER_ALIASES",
    "BOT_TIMEZONE",
    "BOT_TLS_CA_FILE",
    "BOT_MAILBOXES",
    "BOT_SENT_MAILBOX",
    "BOT_DRAFTS_MAILBOX",
    "BOT_AUTHSERV_ID",
    "BOT_LETTERS_TO",
    "BOT_DATA_DIR",
    "BOT_DATABASE_URL",
    "BOT_CONFIG_DIR",
    "BOT_LOG_LEVEL",
    "BOT_LOG_FORMAT",
)
KNOWN_NAMES = frozenset(
    (*_OTHER_NAMES, *(f"BOT_{server}{name}" for server in ("IMAP", "SMTP") for name in _SERVER_NAMES))
)
DEFAULT_PORTS = {
    "IMAP": {Security.TLS: 993, Security.STARTTLS: 143, Security.NONE: 143},
    "SMTP": {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 587},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSettings:
    """One server and the login there."""

    host: str
    port: int
    security: Security
    user: str
    password: Password


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything ``.env`` says, with its defaults.

    ``sent_mailbox``, ``drafts_mailbox``: None, where the server's own mark is to be used. ``config_dir``: the user's configuration, which
    need not exist. ``ca_file``: None for the system's authorities. ``warnings``: sentences for the owner that stop nothing.
    """

    owner: Owner
    letters_to: str
    imap: ServerSettings
    smtp: ServerSettings
    ca_file: Path | None
    mailboxes: tuple[str, ...]
    sent_mailbox: str | None
    drafts_mailbox: str | None
    authserv_id: str | None
    data_dir: Path
    database_url: str = field(repr=False)
    config_dir: Path
    log_level: str
    log_format: str
    env_file: Path | None
    warnings: tuple[str, ...] = ()


def user_config_dir() -> Path:
    """Return the directory for configuration of this user, such as ``~/.config/followup-bot``."""
    from platformdirs import user_config_path

    return user_config_path(APP_NAME, appauthor=False)


def find_env_file(env_file: Path | None) -> Path | None:
    """Return the settings file to read: the one asked for, else ``./.env``, else the user's; None where neither exists."""
    if env_file is not None:
        return env_file.expanduser()
    return next((path for path in (Path(".env"), user_config_dir() / ".env") if path.is_file()), None)


def find_editor(environ: Mapping[str, str] | None = None) -> str:
    """Return the command of the user's editor: VISUAL, else EDITOR, else nano."""
    environ = os.environ if environ is None else environ
    return environ.get("VISUAL") or environ.get("EDITOR") or "nano"


def load_settings(env_file: Path | None, environ: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of *env_file* (None: the default places) under those of *environ* (None: the process's environment).

    Raises `ConfigurationError` with every problem, each a sentence that names the variable and says what to do.
    """
    environ = os.environ if environ is None else environ
    path = find_env_file(env_file)
    if path is not None and not path.is_file():
        raise ConfigurationError(
            [f"There is no settings file {path}; run `{APP_NAME} --env-file {path} init` to write it."]
        )
    variables = read_variables(path, environ, KNOWN_NAMES)
    if not variables.values and not variables.problems:
        raise ConfigurationError(
            [f"There are no settings yet; run `{APP_NAME} init`, or name their file with --env-file."]
        )
    values = Values(
        variables.values, beside=path.resolve().parent if path else Path.cwd(), problems=[*variables.problems]
    )
    settings = _read_settings(values, path, variables.warnings)
    if values.problems:
        raise ConfigurationError(values.problems)
    return settings


def _read_settings(values: Values, env_file: Path | None, warnings: tuple[str, ...]) -> Settings:
    owner = Owner(
        name=values.required("BOT_OWNER_NAME", "your name as it is to stand under your mails"),
        email=values.address("BOT_OWNER_EMAIL") or values.missing("BOT_OWNER_EMAIL", "your mail address"),
        aliases=values.addresses("BOT_OWNER_ALIASES"),
        tz=values.zone("BOT_TIMEZONE"),
    )
    imap = _read_server(values, "IMAP", user=owner.email, fallback=None)
    data_dir = values.path("BOT_DATA_DIR") or _state_dir()
    mailboxes = values.listed("BOT_MAILBOXES") or ("INBOX",)
    return Settings(
        owner=owner,
        letters_to=values.address("BOT_LETTERS_TO") or owner.email,
        imap=imap,
        smtp=_read_server(values, "SMTP", user=imap.user, fallback=imap.password),
        ca_file=values.file("BOT_TLS_CA_FILE"),
        mailboxes=mailboxes,
        sent_mailbox=_read_sent_mailbox(values, mailboxes),
        drafts_mailbox=_read_drafts_mailbox(values, mailboxes),
        authserv_id=values.text("BOT_AUTHSERV_ID"),
        data_dir=data_dir,
        database_url=values.database_url("BOT_DATABASE_URL") or f"sqlite:///{data_dir / 'followup-bot.db'}",
        config_dir=_read_config_dir(values),
        log_level=values.choice("BOT_LOG_LEVEL", ("info", "debug", "warning", "error")),
        log_format=values.choice("BOT_LOG_FORMAT", ("text", "json")),
        env_file=env_file,
        warnings=warnings,
    )


def _read_sent_mailbox(values: Values, mailboxes: Sequence[str]) -> str | None:
    """A copy in Sent proves that a reply is the owner's, so nothing from outside may be delivered there."""
    name = values.text("BOT_SENT_MAILBOX")
    if name and name.casefold() in {"inbox", *(mailbox.casefold() for mailbox in mailboxes)}:
        values.problems.append(
            f"BOT_SENT_MAILBOX={name}: mail from others comes in there, and a forged one would count as yours; "
            "name the mailbox that holds only what you sent, and do not name it in BOT_MAILBOXES."
        )
    return name


def _read_drafts_mailbox(values: Values, mailboxes: Sequence[str]) -> str | None:
    """What is drafted must be taken neither for mail that came nor for mail that was sent."""
    name, sent = values.text("BOT_DRAFTS_MAILBOX"), values.text("BOT_SENT_MAILBOX") or ""
    if name and name.casefold() in {"inbox", sent.casefold(), *(mailbox.casefold() for mailbox in mailboxes)}:
        values.problems.append(
            f"BOT_DRAFTS_MAILBOX={name}: that mailbox is read for mail that came or was sent; name the one for drafts, or remove it."
        )
    return name


def _read_server(values: Values, server: str, *, user: str, fallback: Password | None) -> ServerSettings:
    prefix = f"BOT_{server}"
    host = values.host(f"{prefix}_HOST", server)
    ports = DEFAULT_PORTS[server]
    port = values.port(f"{prefix}_PORT")
    security = values.security(f"{prefix}_SECURITY", host, starttls=port == ports[Security.STARTTLS])
    own_user = values.text(f"{prefix}_USER")
    values.only_password_login(f"{prefix}_AUTH")
    usable = fallback if own_user in (None, user) else None
    return ServerSettings(
        host=host,
        port=port or ports[security],
        security=security,
        user=own_user or user,
        password=_read_password(values, prefix, host, usable),
    )


def _read_password(values: Values, prefix: str, host: str, fallback: Password | None) -> Password:
    given = [prefix + way for way in WAYS_TO_GIVE_A_PASSWORD if values.text(prefix + way)]
    if len(given) > 1:
        values.problems.append(f"{' and '.join(given)} are both set; keep one of them.")
    if given:
        return _password_from(values, given[0], host)
    if fallback is None:
        values.missing(
            f"{prefix}_PASSWORD", "the (app) password of the account", "or _PASSWORD_FILE, or _PASSWORD_COMMAND"
        )
    return fallback or Password(str)


def _password_from(values: Values, variable: str, host: str) -> Password:
    text = values.text(variable, strip=False) or ""
    if variable.endswith("_COMMAND"):
        return Password(lambda: without_grouping(run_password_command(variable, text), host))
    if variable.endswith("_FILE"):
        path = values.path(variable) or Path(text)
        values.attempt(lambda: read_password_file(variable, path))
        return Password(lambda: without_grouping(read_password_file(variable, path), host))
    return Password(lambda: without_grouping(text, host))


def _state_dir() -> Path:
    from platformdirs import user_state_path

    return user_state_path(APP_NAME, appauthor=False)


def _read_config_dir(values: Values) -> Path:
    return values.directory("BOT_CONFIG_DIR") or own_config_dir(values.beside)


def own_config_dir(settings_dir: Path) -> Path:
    """Return where the user's configuration lies by default: beside the settings file; in a checkout ``config/`` is the shipped one,
    and the user's lies in his configuration directory.
    """
    beside = settings_dir / "config"
    return user_config_dir() / "config" if beside == shipped_dir() else beside
