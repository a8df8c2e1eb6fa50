"""A look around an account, read-only: what a check of the set-up has to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from imapclient import IMAPClient

from bot.errors import BotError
from bot.imap.account import ImapAccount, connect
from bot.imap.connection import close, translated
from bot.imap.mailboxes import MailboxInfo, find_sent_mailbox, list_mailboxes
from bot.imap.selected import select

_MOST_MAILBOXES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What was found. ``newest_at``: when the newest mail of INBOX arrived by the server's clock, aware, or None.

    ``hits``: mailbox → recent mails there whose subject holds one of the words; 0 where it cannot be opened.
    """

    has_idle: bool
    mailboxes: tuple[MailboxInfo, ...]
    sent: str | None
    newest_at: datetime | None
    hits: dict[str, int]


def survey(
    account: ImapAccount, *, sent: str | None, since: datetime, words: Sequence[str], without: frozenset[str]
) -> Survey:
    """Log in, look, and log out again. *sent*: the configured Sent mailbox; *words*: ASCII, for subjects; *without*: special-use
    marks of mailboxes that are not searched. Raises LoginRefusedError, OperatorError or TemporaryError.
    """
    client = connect(account)
    try:
        mailboxes = tuple(list_mailboxes(client))
        searched = [box for box in mailboxes[:_MOST_MAILBOXES] if box.selectable and not box.flags & without]
        return Survey(
            has_idle=bool(client.has_capability("IDLE")),
            mailboxes=mailboxes,
            sent=find_sent_mailbox(client, sent),
            newest_at=_newest_at(client),
            hits={box.name: _count(client, box.name, since, words) for box in searched},
        )
    finally:
        close(client)


def _newest_at(client: IMAPClient) -> datetime | None:
    if not select(client, "INBOX").exists:
        return None
    with translated("reading the time of the newest mail"):
        answer = client.fetch([client.search(["UID", "*"])[-1]], ["INTERNALDATE"])
    arrived = next((item[b"INTERNALDATE"] for item in answer.values() if b"INTERNALDATE" in item), None)
    return arrived if isinstance(arrived, datetime) and arrived.tzinfo else None


def _count(client: IMAPClient, mailbox: str, since: datetime, words: Sequence[str]) -> int:
    wanted: list[object] = ["SUBJECT", words[-1]]
    for word in words[:-1]:
        wanted = ["OR", "SUBJECT", word, *wanted]
    try:
        select(client, mailbox)
        with translated(f"searching {mailbox}"):
            return len(client.search(["SINCE", since.date(), *wanted]))
    except BotError:
        return 0
