"""A mail server and an owner for the figures, and mails of which no two belong together."""

from __future__ import annotations

import smtplib
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import policy
from itertools import count
from pathlib import Path

from tests.acceptance.house import House, invitation
from tests.mailserver.server import MailServer

OWNER = "me"
OTHER = "alice"
_LOOK_S = 0.001
_numbers = count(1)


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Dovecot and Postfix of our own."""
    server = MailServer()
    try:
        server.start()
        yield server
    finally:
        server.stop(purge=True)


@contextmanager
def owner_at(server: MailServer) -> Iterator[House]:
    """An owner with the daemon running and watching."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        house = House(server, Path(folder), OWNER)
        try:
            house.start()
            yield house
        finally:
            if house.process is not None:
                house.stop()


def confirmation(to: str) -> tuple[bytes, str]:
    """Return an invitation to an interview nobody has heard of, and a word that its subject and only its letters hold."""
    number = next(_numbers)
    word = f"Zephyr{number}"
    mail = invitation(
        to=to,
        organizer=f"jane.doe@zephyr{number}.example",
        company=f"{word} Robotics",
        uid=f"talk-{number}@zephyr{number}.example",
        start=(datetime.now(UTC) + timedelta(days=3, hours=number)).replace(minute=0, second=0, microsecond=0),
    )
    return mail.as_bytes(policy=policy.SMTP), word


def hand_in(server: MailServer, raw: bytes, to: str) -> float:
    """Deliver a mail as a stranger's server would; return the moment (`time.perf_counter`) of Postfix's 250."""
    with smtplib.SMTP("127.0.0.1", server.mx_port, local_hostname="elsewhere.example", timeout=20) as smtp:
        smtp.ehlo()
        smtp.mail("someone@elsewhere.example")
        smtp.rcpt(server.address(to))
        code, answer = smtp.data(raw)
        moment = time.perf_counter()
        assert code == 250, answer
    return moment


class Mailbox:
    """A user's INBOX, seen as the files that Dovecot puts there: asking by IMAP would add the delay of a push."""

    def __init__(self, server: MailServer, user: str) -> None:
        self._folders = [server.maildir(user) / name for name in ("new", "cur")]
        self._seen: set[str] = set()

    def wait_for(self, is_it: Callable[[bytes], bool], timeout_s: float = 20) -> tuple[float, bytes]:
        """Return (moment of its appearance, bytes) of the next mail that *is_it*; raises AssertionError after *timeout_s*."""
        until = time.perf_counter() + timeout_s
        while (now := time.perf_counter()) < until:
            for path in self._new_files():
                raw = path.read_bytes()
                if is_it(raw):
                    return now, raw
            time.sleep(_LOOK_S)
        raise AssertionError(f"no such mail within {timeout_s} s")

    def _new_files(self) -> Sequence[Path]:
        found = []
        for folder in self._folders:
            for path in folder.iterdir() if folder.is_dir() else ():
                key = path.name.partition(":")[0]  # a mail that is looked at moves from new to cur and gets flags
                if key not in self._seen:
                    self._seen.add(key)
                    found.append(path)
        return found


def is_noted(raw: bytes, word: str) -> bool:
    """Tell whether a mail is the noted letter about the interview with *word* in its text."""
    header = raw.partition(b"\r\n\r\n")[0] if b"\r\n\r\n" in raw else raw.partition(b"\n\n")[0]
    return b"x-followup-letter: noted" in header.lower() and word.encode() in raw
