"""The rehearsal with its effects: the real mailbox (read-only), a temporary store, and nothing that sends."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.accounts import imap_account
from bot.core.letter.timeline import Happening
from bot.core.message.received import FetchedMail, MailboxRole, MailState
from bot.imap.account import ImapAccount
from bot.imap.history import fetch_history
from bot.pipeline.deliver import Deliverer
from bot.pipeline.rehearse import NoSent, Rehearsal, SimulatedClock, rehearsing, take_all
from bot.sent_mailbox import SentMailbox
from bot.settings import Settings
from bot.storage.database import Database, sqlite_url
from bot.wiring import Pipeline, make_setup

MOST_MAILS = 5000
"""Of one mailbox, the latest ones: so many mails fit on a small machine, and are read in a few minutes."""

Progress = Callable[[str, int, int], None]
"""(what is done, so many, of so many)"""


@dataclass(slots=True)
class Scope:
    """What a rehearsal went through. ``left_out``: mailbox → older mails of that time that were too many."""

    since: datetime
    until: datetime
    tz: str
    mails: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)


def rehearse(settings: Settings, scope: Scope, *, on_progress: Progress) -> Generator[Happening, None, None]:
    """Yield what the bot would have lived and done in the time of *scope*, whose counts are there before the first.

    Raises LoginRefusedError, OperatorError or TemporaryError. The temporary store is removed, whatever happens.
    """
    account = imap_account(settings)
    sent = SentMailbox(account, settings.sent_mailbox, watched=settings.mailboxes).find_name()
    roles = [*((mailbox, MailboxRole.INBOX) for mailbox in settings.mailboxes), (sent, MailboxRole.SENT)]
    with TemporaryDirectory(prefix="followup-bot-") as folder:
        database = Database(sqlite_url(Path(folder) / "rehearsal.db"), lasting=False)
        try:
            database.migrate()
            setup = rehearsing(make_setup(settings, database))
            for mailbox, role in roles:
                _fetch(account, mailbox, role, database, scope, on_progress)
            clock = SimulatedClock(scope.since)
            deliverer = Deliverer(database, setup, sender=take_all, sent=NoSent(), clock=clock)
            flow = Pipeline(database, setup, deliverer, mailboxes=settings.mailboxes, clock=clock)
            played = Rehearsal(database, setup, flow, clock)
            yield from played.play(until=scope.until, on_progress=lambda done, of: on_progress("played", done, of))
        finally:
            database.close()


def new_scope(settings: Settings, *, days: int, now: datetime) -> Scope:
    """Return the span of a rehearsal, before anything of it is fetched."""
    return Scope(since=now - timedelta(days=days), until=now, tz=settings.owner.tz)


def _fetch(
    account: ImapAccount,
    mailbox: str,
    role: MailboxRole,
    database: Database,
    scope: Scope,
    on_progress: Progress,
) -> None:
    scope.mails[mailbox] = 0

    def keep(mails: Sequence[FetchedMail]) -> None:
        with database.transaction() as work:
            for mail in mails:
                if scope.since <= mail.internal_date:  # the server searches by days
                    scope.mails[mailbox] += work.add_mail(mail, role, MailState.OLD)

    more = fetch_history(
        account,
        mailbox,
        since=scope.since,
        most=MOST_MAILS,
        on_mails=keep,
        on_progress=lambda done, of: on_progress(f"fetched from {mailbox}", done, of),
    )
    if more:
        scope.left_out[mailbox] = more
