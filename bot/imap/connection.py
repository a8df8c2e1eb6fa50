"""An IMAP connection with limits: time, literal size, no logging of content; library errors leave translated."""

from __future__ import annotations

import imaplib
import logging
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Timer

from imapclient import IMAPClient, SocketTimeout

from bot.errors import BotError, OperatorError, TemporaryError
from bot.net import certificate_advice

CONNECT_TIMEOUT_S = 15.0
READ_TIMEOUT_S = 30.0
MAX_LITERAL = 8 * 1024 * 1024
"""Largest literal taken from a server, in bytes: thirty times what is ever asked for at once."""

SocketHook = Callable[[socket.socket], None]
"""Called with every new socket before the first byte is exchanged, so that another thread can break the wait."""

# At DEBUG the library writes whole mails, and passwords sent as literals, into the log.
logging.getLogger("imapclient").setLevel(logging.INFO)


def _keep_alive(sock: socket.socket) -> None:
    """Let the kernel notice a dead peer too: a second net below the bounded cycles."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 20), ("TCP_KEEPCNT", 3), ("TCP_USER_TIMEOUT", 60_000)):
        option = getattr(socket, name, None)
        if option is not None:
            with suppress(OSError):
                sock.setsockopt(socket.IPPROTO_TCP, option, value)


class _BoundedImap4(imaplib.IMAP4):
    """imaplib's connection over an own socket: TLS verified, literals bounded."""

    def __init__(self, host: str, port: int, *, tls: ssl.SSLContext | None, hook: SocketHook | None) -> None:
        self._tls = tls
        self._hook = hook
        super().__init__(host, port, timeout=CONNECT_TIMEOUT_S)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        sock = socket.create_connection((self.host, self.port), timeout)
        _keep_alive(sock)
        if self._tls is not None:
            sock = self._tls.wrap_socket(sock, server_hostname=self.host, do_handshake_on_connect=False)
        try:
            if self._hook is not None:
                self._hook(sock)
            if isinstance(sock, ssl.SSLSocket):
                sock.do_handshake()
        except BaseException:
            sock.close()
            raise
        return sock

    def read(self, size: int) -> bytes:
        if size > MAX_LITERAL:
            raise self.abort(f"the server announced a literal of {size} bytes")
        return super().read(size)


class BoundedClient(IMAPClient):  # type: ignore[misc]
    """IMAPClient with our limits; ``normalise_times`` is off, so that moments stay aware."""

    def __init__(
        self, host: str, port: int, *, tls: ssl.SSLContext | None, hook: SocketHook | None, read_timeout_s: float
    ) -> None:
        self._hook = hook
        limits = SocketTimeout(CONNECT_TIMEOUT_S, read_timeout_s)
        super().__init__(host, port, ssl=tls is not None, ssl_context=tls, timeout=limits)
        self.normalise_times = False
        # imapclient switches imaplib's tracing on, which formats every literal (whole mails) only to throw it away.
        self._imap.debug = 0

    def _create_IMAP4(self) -> _BoundedImap4:  # noqa: N802 - the library's name
        return _BoundedImap4(self.host, self.port, tls=self.ssl_context, hook=self._hook)


def break_off(sock: socket.socket) -> None:
    """End every wait on *sock*, from any thread: pending and later reads see the end of the stream."""
    with suppress(OSError):
        socket.socket.shutdown(
            sock, socket.SHUT_RDWR
        )  # the plain one: SSLSocket's own drops its state under the reader


def close(client: IMAPClient, *, politely: bool = True) -> None:
    """Close *client*; with *politely* a LOGOUT is tried for two seconds at most. Never raises."""
    with suppress(Exception):
        if politely:
            client.socket().settimeout(2)
            client.logout()
            return
    with suppress(Exception):
        client.shutdown()


@contextmanager
def time_limit(client: IMAPClient, seconds: float) -> Iterator[None]:
    """Break the connection off after *seconds*, whatever trickles in meanwhile."""
    timer = Timer(seconds, lambda: break_off(client.socket()))  # asked late: STARTTLS puts another socket in its place
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def describe(error: BaseException) -> str:
    """Return *error* in at most 200 characters. Parser errors quote the mail they choked on: of these only the kind is told."""
    if isinstance(error, (imaplib.IMAP4.abort, OSError)) or type(error) is imaplib.IMAP4.error:
        said = error.args[0] if error.args and isinstance(error.args[0], bytes) else str(error)
        text = " ".join((said.decode("ascii", "replace") if isinstance(said, bytes) else said).split())
        return f"{text or type(error).__name__}"[:200]
    return type(error).__name__


@contextmanager
def translated(doing: str, host: str = "the server") -> Iterator[None]:
    """Let only errors of our own tree out; *doing* says what was tried (``"reading INBOX"``).

    An untrusted certificate becomes OperatorError, everything else the library raises TemporaryError.
    """
    try:
        yield
    except BotError:
        raise
    except ssl.SSLCertVerificationError as exc:
        raise OperatorError(certificate_advice(host, exc)) from exc
    except (
        imaplib.IMAP4.error,
        OSError,
        EOFError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
    ) as exc:
        raise TemporaryError(f"{doing} failed: {describe(exc)}") from exc
