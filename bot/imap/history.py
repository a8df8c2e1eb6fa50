"""The mails of the last weeks, for a rehearsal: read-only (EXAMINE, PEEK), in portions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.core.message.received import FetchedMail
from bot.imap.account import ImapAccount, connect
from bot.imap.connection import close
from bot.imap.fetch import fetch_mails, in_chunks
from bot.imap.selected import search_since, select


def fetch_history(
    account: ImapAccount,
    mailbox: str,
    *,
    since: datetime,
    most: int,
    on_mails: Callable[[Sequence[FetchedMail]], None],
    on_progress: Callable[[int, int], None],
) -> int:
    """Hand the latest *most* mails of *mailbox* that came on the day of *since* or later to *on_mails*; return how many more there are.

    ``on_progress(done, all)`` follows each portion. Raises LoginRefusedError, OperatorError or TemporaryError.
    """
    client = connect(account)
    try:
        selected = select(client, mailbox)
        uids = search_since(client, since)
        wanted, done = uids[-most:], 0
        for chunk in in_chunks(wanted):
            on_mails(fetch_mails(client, mailbox, selected.uidvalidity, chunk))
            done += len(chunk)
            on_progress(done, len(wanted))
        return len(uids) - len(wanted)
    finally:
        close(client)
