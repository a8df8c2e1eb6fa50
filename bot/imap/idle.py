"""IDLE (RFC 2177) as a hint that shortens a wait, never as a source of truth."""

from __future__ import annotations

import imaplib
import os
import select
import ssl
from threading import Lock
from time import monotonic

from imapclient import IMAPClient

_MAX_LINES_BEFORE_PLUS = 1000


class IdleRefusedError(Exception):
    """The server offers IDLE and then refuses it: it is polled instead."""


class Wake:
    """Ends a wait from another thread, at once and for good."""

    def __init__(self) -> None:
        self._read, self._write = os.pipe()
        self._lock = Lock()
        self._closed = False
        self.rung = False

    def ring(self) -> None:
        """End this wait and every later one."""
        with self._lock:
            if not self.rung and not self._closed:
                os.write(self._write, b"!")
            self.rung = True

    def fileno(self) -> int:
        return self._read

    def wait(self, timeout_s: float) -> bool:
        """Return True as soon as it has rung, False after *timeout_s*."""
        return bool(_poll([self._read], timeout_s))

    def close(self) -> None:
        """Give both ends back; the waiter calls it when it will wait no more."""
        with self._lock:
            if not self._closed:
                self._closed = True
                os.close(self._read)
                os.close(self._write)


def start_idle(client: IMAPClient) -> None:
    """Send IDLE and read up to the server's ``+``.

    imapclient raises for anything that comes before the ``+``, though the protocol allows it (a push that was under way).
    Raises IdleRefusedError for NO or BAD.
    """
    try:
        client.idle()
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        answered = client._imap.tagged_commands
        for _ in range(_MAX_LINES_BEFORE_PLUS):
            if answered[client._idle_tag] is not None:
                answered.pop(client._idle_tag)
                raise IdleRefusedError from None
            if client._imap._get_response() is None:
                return
        raise


def wait_for_push(client: IMAPClient, wake: Wake, timeout_s: float) -> None:
    """Return when the server said something, the connection ended, *wake* rang, or *timeout_s* is over.

    Nothing is consumed: what came in is read by `imapclient.IMAPClient.idle_done`, which blocks for whole lines and raises
    when the connection is dead (``idle_check`` loses half lines under TLS and answers ``[]`` for a dead one).
    """
    if _has_input(client):
        return  # came in one segment with the "+": no poll would ever tell
    deadline = monotonic() + timeout_s
    while (left := deadline - monotonic()) > 0:
        ready = _poll([client.socket().fileno(), wake.fileno()], left)
        if wake.fileno() in ready:
            return
        if ready and _has_input(client, readable=True):
            return


def _poll(files: list[int], timeout_s: float) -> list[int]:
    poller = select.poll()
    for file in files:
        poller.register(file, select.POLLIN)
    return [file for file, _ in poller.poll(max(timeout_s, 0) * 1000)]


def _has_input(client: IMAPClient, *, readable: bool = False) -> bool:
    """Tell whether bytes wait to be read, without taking them; *readable*: poll reported the socket.

    A readable socket without bytes is the end of the stream, except under TLS, where it may be a record of the protocol itself.
    """
    sock = client.socket()
    sock.setblocking(False)
    try:
        return bool(client._imap.file.peek(1)) or readable
    except ssl.SSLWantReadError:
        return False
    except OSError:
        return True
    finally:
        client._set_read_timeout()
