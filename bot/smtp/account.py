"""Through which server mail leaves: connect and log in."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import aiosmtplib
import aiosmtplib.protocol

from bot.errors import BotError, LoginRefusedError, OperatorError, TemporaryError
from bot.net import Security, certificate_advice, refuse_clear_text, tls_context

COMMAND_TIMEOUT_S = 30.0
CONNECT_LIMIT_S = 90.0
"""For connecting, TLS and log-in together."""
_GOODBYE_S = 2.0
_OWN_NAME = "[127.0.0.1]"
"""Said in EHLO; it ends up in a Received field that strangers read, so it tells nothing about this machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpAccount:
    """Where and as whom to log in (``user`` ``""``: no log-in). ``ca_file``: PEM authorities trusted besides the system's own."""

    host: str
    port: int
    security: Security
    user: str
    password: str = field(repr=False)
    ca_file: Path | None = None


class Session(aiosmtplib.SMTP):
    """aiosmtplib's client that remembers what it let go of, so that the end of it can be awaited."""

    ending: aiosmtplib.protocol.SMTPProtocol | None = None

    def close(self) -> None:
        self.ending = self.protocol or self.ending
        super().close()


async def open_session(account: SmtpAccount) -> Session:
    """Return a client that is encrypted and logged in; end it with `close_session`.

    Raises LoginRefusedError (name or password), OperatorError (certificate, no STARTTLS, clear text to another machine)
    or TemporaryError (everything else).
    """
    refuse_clear_text(account.host, account.security)
    context = tls_context(account.ca_file)
    client = Session(
        hostname=account.host,
        port=account.port,
        local_hostname=_OWN_NAME,
        timeout=COMMAND_TIMEOUT_S,
        use_tls=account.security is Security.TLS,
        start_tls=False,  # done below, where a missing offer ends everything
        tls_context=context,
    )
    try:
        async with asyncio.timeout(CONNECT_LIMIT_S):
            await client.connect()
            await _prepare(client, account)
    except BaseException as exc:
        await close_session(client, politely=False)
        if isinstance(exc, (BotError, asyncio.CancelledError)) or not isinstance(exc, Exception):
            raise
        raise _translated(account.host, exc) from exc
    return client


async def verify_login(account: SmtpAccount) -> None:
    """Log in and out again. Raises as `open_session` does."""
    await close_session(await open_session(account))


async def close_session(client: Session, *, politely: bool = True) -> None:
    """Say QUIT (two seconds at most) and close. Never raises, not even for a cancellation: what was achieved is told first."""
    with suppress(Exception, asyncio.CancelledError):
        if politely and client.is_connected:
            await client.quit(timeout=_GOODBYE_S)
    client.close()
    protocol = client.ending
    with suppress(asyncio.CancelledError):
        for _ in range(40):  # the transport closes in its own time; a loop that ends before it would leave it open
            if protocol is None or protocol.transport is None:
                return
            await asyncio.sleep(0.005)
    if protocol is not None and isinstance(protocol.transport, asyncio.WriteTransport):
        protocol.transport.abort()  # a peer that does not answer the TLS goodbye would keep it for 30 s


async def _prepare(client: Session, account: SmtpAccount) -> None:
    await client.ehlo()
    if account.security is Security.STARTTLS:
        if not client.supports_extension("starttls"):
            raise OperatorError(
                f"{account.host} offers no STARTTLS, so nothing was sent to it. Set the security to tls (port 465), or check the port."
            )
        await client.starttls()
        await client.ehlo()
    if account.user:
        await _log_in(client, account)


async def _log_in(client: Session, account: SmtpAccount) -> None:
    """One method, one try: the library's own log-in offers a wrong password to every method in turn."""
    methods = {"plain": client.auth_plain, "login": client.auth_login, "cram-md5": client.auth_crammd5}
    method = next((methods[name] for name in methods if name in client.server_auth_methods), None)
    if method is None:
        raise OperatorError(f"{account.host} offers no log-in with a password here. Check host, port and security.")
    try:
        await method(account.user, account.password)
    except aiosmtplib.SMTPAuthenticationError as exc:
        if not 500 <= exc.code <= 599:
            raise TemporaryError(f"{account.host} takes no log-in now: {one_line(exc)}") from exc
        raise LoginRefusedError(
            f"{account.host} refused the log-in of {account.user} ({one_line(exc)}). Check the user name and the (app) password."
        ) from exc


def _translated(host: str, error: Exception) -> BotError:
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLCertVerificationError):
        cause = cause.__cause__
    if cause is not None:
        return OperatorError(certificate_advice(host, cause))
    return TemporaryError(f"connecting to {host} failed: {one_line(error)}")


def one_line(error: BaseException) -> str:
    """Return what the server or the system said, in one printable line of at most 400 characters."""
    said = f"{error.code} {error.message}" if isinstance(error, aiosmtplib.SMTPResponseException) else str(error)
    return printable(said) or type(error).__name__


def printable(text: str) -> str:
    """Return *text* in one line without control characters, at most 400 characters."""
    return "".join(char if char.isprintable() else "?" for char in " ".join(text.split()))[:400]
