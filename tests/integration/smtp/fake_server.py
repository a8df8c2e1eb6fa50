"""A scripted SMTP server: ordinary by itself, with single answers replaced."""

from __future__ import annotations

import os
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress

from bot.net import Security
from bot.smtp.account import SmtpAccount

Reply = str | Callable[["FakeSmtp", socket.socket], None]
"""What is said, or what is done instead of saying something."""


class FakeSmtp:
    """``on[VERB]``: the answer to EHLO, AUTH, MAIL, ``RCPT <address>``, RCPT, DATA, ``.`` (the final dot), QUIT, RSET.

    ``log``: lines received outside the mail; ``mails``: what came before the dot, as it was on the wire.
    """

    def __init__(
        self,
        extensions: tuple[str, ...] = ("AUTH PLAIN LOGIN", "SIZE 100000", "8BITMIME"),
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.extensions = extensions
        self.on: dict[str, Reply] = {}
        self.log: list[str] = []
        self.mails: list[bytes] = []
        self.hanging = threading.Event()
        self.release = threading.Event()
        self._tls = tls
        self._sockets: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    @property
    def account(self) -> SmtpAccount:
        return SmtpAccount(host="127.0.0.1", port=self.port, security=Security.NONE, user="me", password="pw")

    def verbs(self) -> list[str]:
        return [line.split()[0].upper() for line in self.log if line]

    def close(self) -> None:
        self.release.set()
        for sock in (self._listener, *self._sockets):
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            self._sockets.append(sock)
            self._threads.append(threading.Thread(target=self._serve, args=(sock,), daemon=True))
            self._threads[-1].start()

    def _serve(self, sock: socket.socket) -> None:
        with suppress(OSError, ConnectionError, ValueError), sock:
            if self._tls is not None:
                sock = self._tls.wrap_socket(sock, server_side=True)
            with sock, sock.makefile("rb") as file:
                self._say(sock, "", "220 ready")
                while line := file.readline().decode("utf-8").strip():
                    self.log.append(line)
                    verb = line.split()[0].upper()
                    if verb == "DATA":
                        self._data(sock, file)
                    else:
                        self._say(sock, line, self._ordinary(verb))
                    if verb == "QUIT":
                        return

    def _data(self, sock: socket.socket, file: object) -> None:
        self._say(sock, "DATA", "354 go on")
        if str(self.on.get("DATA", "354")).startswith("354"):
            lines = []
            while (line := file.readline()) not in (b".\r\n", b""):  # type: ignore[attr-defined]
                lines.append(line)
            self.mails.append(b"".join(lines))
            self._say(sock, ".", "250 2.0.0 queued as 42")

    def _ordinary(self, verb: str) -> str:
        if verb == "EHLO":
            return "\r\n".join([*(f"250-{word}" for word in ("fake.example", *self.extensions)), "250 HELP"])
        return {"AUTH": "235 in", "QUIT": "221 bye"}.get(verb, "250 ok")

    def _say(self, sock: socket.socket, line: str, ordinary: str) -> None:
        verb = line.split()[0].upper() if line else ""
        address = line.partition("<")[2].partition(">")[0]
        reply = self.on.get(f"{verb} {address}", self.on.get(verb, ordinary))
        if callable(reply):
            reply(self, sock)
        else:
            sock.sendall(reply.encode() + b"\r\n")


def hang(server: FakeSmtp, sock: socket.socket) -> None:
    """Say nothing until the end of the test."""
    server.hanging.set()
    server.release.wait(120)


def hang_up(server: FakeSmtp, sock: socket.socket) -> None:
    """Close without a word."""
    sock.shutdown(socket.SHUT_RDWR)


def reset(server: FakeSmtp, sock: socket.socket) -> None:
    """Break the connection as a crashed machine does."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    os.close(sock.detach())  # close() would wait for the file that is made of it
