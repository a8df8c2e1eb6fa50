"""What a person does with a mail program: submit over SMTP, keep a copy in Sent, read over IMAP. Written on the standard library, so that
what the bot did is looked at with other eyes than its own."""

from __future__ import annotations

import imaplib
import re
import smtplib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from bot.demo.people import Person
from bot.demo.servers import HOST, INBOX, SENT, MailServers
from bot.errors import PermanentError

_LIMIT_S = 10
_UID = re.compile(rb"\bUID (\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenMail:
    """A mail as it lies in somebody's mailbox."""

    person: Person
    mailbox: str
    uid: int
    raw: bytes

    @property
    def parsed(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=policy.default)


class MailApp:
    """One person's mail program."""

    def __init__(self, person: Person, servers: MailServers) -> None:
        self.person = person
        self._servers = servers
        self._read_up_to = {INBOX: 0, SENT: 0}

    def send(self, raw: bytes, recipients: Sequence[str], *, at: datetime) -> None:
        """Submit a mail and file the copy in Sent, as mail programs do. Raises PermanentError where a server does not take it."""
        try:
            with smtplib.SMTP(HOST, self._servers.smtp_port, local_hostname="[127.0.0.1]", timeout=_LIMIT_S) as smtp:
                smtp.login(self.person.email, self._servers.password)
                smtp.sendmail(self.person.email, list(recipients), raw)
            with self._imap() as imap:
                imap.append(SENT, r"(\Seen)", imaplib.Time2Internaldate(at), raw)
        except (OSError, smtplib.SMTPException, imaplib.IMAP4.error) as exc:
            raise PermanentError(f"The demo's own mail servers failed: {exc}") from exc

    def read(self, mailbox: str = INBOX) -> list[SeenMail]:
        """Return every mail of a mailbox, oldest first; nothing is marked as read. Raises PermanentError."""
        try:
            with self._imap() as imap:
                imap.select(mailbox, readonly=True)
                _, answers = imap.uid("FETCH", "1:*", "(UID BODY.PEEK[])")
        except (OSError, imaplib.IMAP4.error) as exc:
            raise PermanentError(f"The demo's own mail servers failed: {exc}") from exc
        pairs = [answer for answer in answers if isinstance(answer, tuple)]
        return [
            SeenMail(person=self.person, mailbox=mailbox, uid=_uid(head), raw=bytes(raw)) for head, raw, *_ in pairs
        ]

    def read_new(self, mailbox: str = INBOX) -> list[SeenMail]:
        """Return the mails that came since the last call."""
        new = [mail for mail in self.read(mailbox) if mail.uid > self._read_up_to[mailbox]]
        if new:
            self._read_up_to[mailbox] = new[-1].uid
        return new

    @contextmanager
    def _imap(self) -> Iterator[imaplib.IMAP4]:
        imap = imaplib.IMAP4(HOST, self._servers.imap_port, timeout=_LIMIT_S)
        try:
            imap.login(self.person.email, self._servers.password)
            yield imap
        finally:
            imap.logout()


def _uid(head: bytes) -> int:
    found = _UID.search(head)
    return int(found[1]) if found else 0
