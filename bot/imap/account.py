"""Whose mailbox: connect and log in."""

from __future__ import annotations

import imaplib
import re
from dataclasses import dataclass, field
from pathlib import Path

from imapclient import IMAPClient
from imapclient.exceptions import CapabilityError, LoginError

from bot.errors import LoginRefusedError, OperatorError, TemporaryError
from bot.imap.connection import READ_TIMEOUT_S, BoundedClient, SocketHook, close, describe, time_limit, translated
from bot.net import Security, refuse_clear_text, tls_context

LOGIN_LIMIT_S = 60.0
_TRY_LATER = re.compile(r"\[(?:UNAVAILABLE|INUSE|LIMIT|SERVERBUG)\b|too many simultaneous", re.IGNORECASE)
"""A NO that does not speak about name and password: RFC 5530 codes, and Gmail's words for its connection limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapAccount:
    """Where and as whom to log in. ``ca_file``: PEM authorities trusted besides the system's own."""

    host: str
    port: int
    security: Security
    user: str
    password: str = field(repr=False)
    ca_file: Path | None = None


def connect(
    account: ImapAccount, *, on_socket: SocketHook | None = None, read_timeout_s: float = READ_TIMEOUT_S
) -> IMAPClient:
    """Return a client that is logged in; every wait on it is bounded (connect 15 s, each read *read_timeout_s*), moments are aware.

    Raises LoginRefusedError (the server said no to name or password), OperatorError (certificate, no STARTTLS, clear
    text to another machine) or TemporaryError (everything else). The caller closes it (`bot.imap.connection.close`).
    """
    refuse_clear_text(account.host, account.security)
    context = None if account.security is Security.NONE else tls_context(account.ca_file)
    with translated(f"connecting to {account.host}", account.host):
        tls = context if account.security is Security.TLS else None
        client = BoundedClient(account.host, account.port, tls=tls, hook=on_socket, read_timeout_s=read_timeout_s)
    try:
        with translated(f"logging in to {account.host}", account.host), time_limit(client, LOGIN_LIMIT_S):
            if account.security is Security.STARTTLS:
                _upgrade(client, account)
                if on_socket is not None:
                    on_socket(client.socket())  # TLS put another socket in place of the first
            _log_in(client, account)
            _identify(client)
    except BaseException:
        close(client, politely=False)
        raise
    return client


def _upgrade(client: IMAPClient, account: ImapAccount) -> None:
    try:
        client.starttls(tls_context(account.ca_file))
    except CapabilityError as exc:
        raise OperatorError(
            f"{account.host} offers no STARTTLS, so nothing was sent to it. Set the security to tls (port 993), or check the port."
        ) from exc


def _log_in(client: IMAPClient, account: ImapAccount) -> None:
    try:
        if client.has_capability("AUTH=PLAIN"):
            client.plain_login(account.user, account.password)  # base64: any character may be in a password
        else:
            client.login(f'"{_checked(account.user)}"', _checked(account.password, escape=False))
    except LoginError as exc:
        cause = exc.__context__  # the library folds a lost connection into the same class
        said = describe(cause) if cause is not None else "no reason given"
        if isinstance(cause, imaplib.IMAP4.abort):
            raise TemporaryError(f"logging in to {account.host} failed: {said}") from exc
        if _TRY_LATER.search(said):
            raise TemporaryError(f"{account.host} takes no log-in now: {said}") from exc
        raise LoginRefusedError(
            f"{account.host} refused the log-in of {account.user} ({said}). Check the user name and the (app) password."
        ) from exc


def _checked(text: str, *, escape: bool = True) -> str:
    """RFC 3501 quoted string without the quotes; imaplib escapes the password itself, but not the name."""
    if any(ord(char) < 0x20 or ord(char) >= 0x7F for char in text):
        raise OperatorError("User name or password hold a character that this server's LOGIN cannot take.")
    return text.replace("\\", "\\\\").replace('"', '\\"') if escape else text


def _identify(client: IMAPClient) -> None:
    """RFC 2971: some servers wait for ID; nothing is told about us."""
    if client.has_capability("ID"):
        client.id_()
