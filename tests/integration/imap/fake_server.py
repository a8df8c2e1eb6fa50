"""A scripted IMAP server: ordinary by itself, with single answers replaced for what real servers do at bad moments."""

from __future__ import annotations

import re
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress

from bot.imap.account import ImapAccount
from bot.net import Security

Answer = Callable[["Peer", str, str], None]
"""Called with the connection, the tag and the rest of the command line, instead of the ordinary answer."""


class Peer:
    """One connection."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.file = sock.makefile("rb")

    def send(self, *lines: str | bytes) -> None:
        """Send *lines* in one segment."""
        self.sock.sendall(b"".join((line.encode() if isinstance(line, str) else line) + b"\r\n" for line in lines))

    def line(self) -> str:
        line = self.file.readline()
        if not line:
            raise ConnectionError
        return line.decode("latin-1").rstrip("\r\n")

    def close(self) -> None:
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)  # first: it frees a thread that reads
        self.file.close()
        self.sock.close()


class FakeImap:
    """``mails``: {UID: raw}; ``log``: every line received; ``on[VERB]`` replaces an answer; ``idlers``: connections in IDLE."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.mails: dict[int, bytes] = {}
        self.uidvalidity = 7
        self.uid_next: int | None = None
        self.capabilities = "IMAP4rev1 IDLE AUTH=PLAIN"
        self.on: dict[str, Answer] = {}
        self.log: list[str] = []
        self.idlers: list[Peer] = []
        self.connections = 0
        self._tls = tls
        self._peers: list[Peer] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    @property
    def account(self) -> ImapAccount:
        return ImapAccount(host="127.0.0.1", port=self.port, security=Security.NONE, user="me", password="pw")

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for peer in self._peers:
            with suppress(OSError):
                peer.sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)

    def add(self, uid: int, raw: bytes | None = None, *, push: bool = True) -> None:
        """A mail arrives; *push*: those in IDLE are told."""
        self.mails[uid] = raw or f"Subject: mail {uid}\r\n\r\nbody {uid}\r\n".encode()
        for peer in self.idlers if push else ():
            peer.send(f"* {len(self.mails)} EXISTS")

    def verbs(self) -> list[str]:
        return [line.split()[2 if line.split()[1:2] == ["UID"] else 1] for line in self.log if " " in line]

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(sock,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket) -> None:
        self.connections += 1
        with suppress(OSError, ConnectionError, ValueError):
            if self._tls is not None:
                sock = self._tls.wrap_socket(sock, server_side=True)
        peer = Peer(sock)
        self._peers.append(peer)
        try:
            with suppress(OSError, ConnectionError, ValueError):
                peer.send("* OK ready")
                while self._answer(peer, peer.line()):
                    pass
        finally:
            if peer in self.idlers:
                self.idlers.remove(peer)
            peer.close()

    def _answer(self, peer: Peer, line: str) -> bool:
        self.log.append(line)
        tag, _, rest = line.partition(" ")
        rest = rest.removeprefix("UID ")
        verb, _, words = rest.partition(" ")
        ordinary = getattr(self, f"_do_{verb.lower()}", None)
        action = self.on.get(verb.upper()) or ordinary
        if action is None:
            peer.send(f"{tag} BAD what")
        else:
            action(peer, tag, words)
        return verb.upper() != "LOGOUT"

    def _do_capability(self, peer: Peer, tag: str, words: str) -> None:
        peer.send(f"* CAPABILITY {self.capabilities}", f"{tag} OK done")

    def _do_authenticate(self, peer: Peer, tag: str, words: str) -> None:
        peer.send("+ ")
        self.log.append(peer.line())
        peer.send(f"{tag} OK in")

    def _do_login(self, peer: Peer, tag: str, words: str) -> None:
        peer.send(f"{tag} OK in")

    def _do_noop(self, peer: Peer, tag: str, words: str) -> None:
        peer.send(f"{tag} OK done")

    def _do_logout(self, peer: Peer, tag: str, words: str) -> None:
        peer.send("* BYE", f"{tag} OK done")

    def _do_list(self, peer: Peer, tag: str, words: str) -> None:
        peer.send('* LIST () "/" INBOX', f"{tag} OK done")

    def _do_examine(self, peer: Peer, tag: str, words: str) -> None:
        uid_next = self.uid_next or max(self.mails, default=0) + 1
        peer.send(
            f"* {len(self.mails)} EXISTS",
            "* 0 RECENT",
            f"* OK [UIDVALIDITY {self.uidvalidity}] valid",
            f"* OK [UIDNEXT {uid_next}] next",
            f"{tag} OK [READ-ONLY] done",
        )

    def _do_search(self, peer: Peer, tag: str, words: str) -> None:
        """``UID n:*`` as servers do it: the last mail is always among the answers."""
        first = int(re.search(r"\d+", words).group())  # type: ignore[union-attr]
        if words.startswith("UID"):
            found = [uid for uid in sorted(self.mails) if uid >= first] or sorted(self.mails)[-1:]
        else:
            found = sorted(self.mails)[first - 1 :]
        peer.send("* SEARCH " + " ".join(map(str, found)), f"{tag} OK done")

    def _do_fetch(self, peer: Peer, tag: str, words: str) -> None:
        for number, uid in enumerate(sorted(self.mails), 1):
            if str(uid) in words.split()[0].split(","):
                self.send_mail(peer, number, uid, words)
        peer.send(f"{tag} OK done")

    def send_mail(self, peer: Peer, number: int, uid: int, words: str) -> None:
        raw = self.mails[uid]
        head = raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        parts = [f'UID {uid} RFC822.SIZE {len(raw)} INTERNALDATE "01-Feb-2026 10:00:00 +0100"'.encode()]
        if "PEEK[HEADER]" in words:
            parts.append(b"BODY[HEADER]<0> {%d}\r\n%s" % (len(head), head))
        if "PEEK[]" in words:
            parts.append(b"BODY[]<0> {%d}\r\n%s" % (len(raw[: 128 * 1024]), raw[: 128 * 1024]))
        peer.send(b"* %d FETCH (%s)" % (number, b" ".join(parts)))

    def _do_idle(self, peer: Peer, tag: str, words: str) -> None:
        self.idlers.append(peer)
        peer.send("+ idling")
        self.finish_idle(peer, tag)

    def finish_idle(self, peer: Peer, tag: str) -> None:
        self.log.append(peer.line())
        if peer in self.idlers:
            self.idlers.remove(peer)
        peer.send(f"{tag} OK done")
