"""A server between the daemon and Postfix that can halt one mail at a chosen point of its hand-over."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum

from tests.mailserver.server import LIMIT_S, MailServer


class Point(StrEnum):
    """Where the mail to the chosen recipient is halted."""

    AFTER_MAIL = "after MAIL was answered"
    AFTER_RCPT = "after RCPT was answered"
    AFTER_354 = "after DATA was answered with 354"
    AFTER_DOT = "after the final dot was answered, before the daemon hears of it"


class HaltingProxy:
    """Passes submission sessions on to Postfix; after `watch_for` one mail is halted, all others are left alone.

    ``reached`` is set where the mail halts; it goes on when ``release`` is set, or ends when the daemon hangs up. TLS ends here, with
    the server's own certificate. ``offered``: how often a mail to that recipient was begun; ``contents``: what came of it. ``rewrite``:
    what a provider makes of each mail (bytes with the final dot) before it takes it.
    """

    def __init__(self, server: MailServer, rewrite: Callable[[bytes], bytes] = bytes) -> None:
        self._server = server
        self.rewrite = rewrite
        self._recipient = ""
        self._point: Point | None = None
        self.reached = threading.Event()
        self.release = threading.Event()
        self.offered = 0
        self.contents: list[bytes] = []
        self._inner = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._inner.load_cert_chain(server.ca_file, server.ca_file.with_name("key.pem"))
        self._outer = ssl.create_default_context(cafile=str(server.ca_file))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def watch_for(self, recipient: str, point: Point) -> None:
        """Halt the next mail to *recipient* at *point*."""
        self._recipient, self._point = recipient.lower(), point

    def let_pass(self) -> None:
        """Halt nothing any more; a mail that stands halted goes on if the daemon still waits for it."""
        self._point = None
        self.release.set()

    def close(self) -> None:
        """Take no more sessions, end those that halt."""
        self.release.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(LIMIT_S)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                thread = threading.Thread(target=self._serve, args=(client,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _serve(self, client: socket.socket) -> None:
        with suppress(OSError):
            upstream = socket.create_connection(("127.0.0.1", self._server.submission_port), timeout=LIMIT_S)
            _Session(self, _Line(client), _Line(upstream)).run()

    def secured(self, client: socket.socket, upstream: socket.socket) -> tuple[socket.socket, socket.socket]:
        """Both sides under TLS."""
        return (
            self._inner.wrap_socket(client, server_side=True),
            self._outer.wrap_socket(upstream, server_hostname="localhost"),
        )

    def is_chosen(self, command: bytes) -> bool:
        """Whether a command names the recipient whose mail is to be halted."""
        return bool(self._recipient) and self._recipient.encode() in command.lower()

    def halt(self, point: Point, client: socket.socket) -> bool:
        """Wait at *point*, where it is the chosen one; return False when the daemon has gone meanwhile."""
        if point is not self._point:
            return True
        self.reached.set()
        while not self.release.wait(0.02):
            if _has_hung_up(client):
                return False
        return not _has_hung_up(client)


class _Line:
    """One side of a session, read line by line."""

    def __init__(self, sock: socket.socket) -> None:
        self.use(sock)

    def use(self, sock: socket.socket) -> None:
        self.sock = sock
        self._file = sock.makefile("rb")

    def read(self) -> bytes:
        line = self._file.readline()
        if not line:
            raise ConnectionError("closed")
        return line

    def reply(self) -> bytes:
        """A whole reply of a server, all its lines (RFC 5321 §4.2)."""
        lines = [self.read()]
        while lines[-1][3:4] == b"-":
            lines.append(self.read())
        return b"".join(lines)

    def content(self) -> bytes:
        """Everything up to and with the final dot."""
        lines = [self.read()]
        while lines[-1] != b".\r\n":
            lines.append(self.read())
        return b"".join(lines)

    def close(self) -> None:
        self._file.close()
        self.sock.close()


class _Session:
    """One session, in lock step: each command is answered before the next is read."""

    def __init__(self, proxy: HaltingProxy, client: _Line, upstream: _Line) -> None:
        self._proxy = proxy
        self._client = client
        self._upstream = upstream
        self._chosen = False

    def run(self) -> None:
        try:
            self._client.sock.sendall(self._upstream.reply())
            while self._pass_on(self._client.read()):
                pass
        finally:
            self._client.close()
            self._upstream.close()

    def _pass_on(self, command: bytes) -> bool:
        verb = command[:4].upper()
        if verb == b"RCPT" and self._proxy.is_chosen(command):
            self._chosen = True
            self._proxy.offered += 1
            if not self._halt(Point.AFTER_MAIL):
                return False
        if verb == b"DATA" and not self._halt(Point.AFTER_RCPT):
            return False
        self._upstream.sock.sendall(command)
        answer = self._upstream.reply()
        self._client.sock.sendall(answer)
        if verb == b"STAR" and answer.startswith(b"220"):
            client, upstream = self._proxy.secured(self._client.sock, self._upstream.sock)
            self._client.use(client)
            self._upstream.use(upstream)
        if verb == b"DATA" and answer.startswith(b"354"):
            return self._pass_content()
        return verb != b"QUIT"

    def _pass_content(self) -> bool:
        content = self._client.content()
        if self._chosen:
            self._proxy.contents.append(content)
        if not self._halt(Point.AFTER_354):
            return False
        self._upstream.sock.sendall(self._proxy.rewrite(content))
        answer = self._upstream.reply()
        if not self._halt(Point.AFTER_DOT):
            return False
        self._client.sock.sendall(answer)
        self._chosen = False
        return True

    def _halt(self, point: Point) -> bool:
        return not self._chosen or self._proxy.halt(point, self._client.sock)


def _has_hung_up(client: socket.socket) -> bool:
    """Whether the other side closed, or died: seen below TLS, without taking anything from the stream."""
    with socket.fromfd(client.fileno(), socket.AF_INET, socket.SOCK_STREAM) as raw:
        try:
            return raw.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True
