"""Look back, read-only: the mails of the last days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from imapclient import IMAPClient

from bot.core.message.received import FetchedMail
from bot.imap.connection import translated
from bot.imap.fetch import fetch_mails, in_chunks
from bot.imap.selected import select


def fetch_recent(client: IMAPClient, mailbox: str, *, since: datetime, limit: int) -> Iterator[FetchedMail]:
    """Yield the newest *limit* mails that reached *mailbox* after *since* (aware), oldest first.

    Opens the mailbox read-only and holds at most 50 mails at a time. Raises TemporaryError or MailboxMissingError.
    """
    selected = select(client, mailbox)
    # Search dates are days in the server's own zone: ask for one more, compare the moment afterwards.
    with translated(f"searching {mailbox}"):
        uids = client.search(["SINCE", (since - timedelta(days=1)).date()])
    for chunk in in_chunks(sorted(uids)[-limit:] if limit > 0 else []):
        for mail in fetch_mails(client, mailbox, selected.uidvalidity, chunk):
            if mail.internal_date >= since:
                yield mail
