"""The parts of a check that need the mailbox: login, IDLE, clock, Sent, watched mailboxes, and those that should be watched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.cli.findings import Finding, failure, note, ok

if TYPE_CHECKING:
    from bot.imap.survey import Survey
    from bot.settings import Settings

CLOCK_TOLERANCE = timedelta(minutes=2)
LOOK_BACK = timedelta(days=60)
FEW = 2
"""Fewer mails than this say nothing about a mailbox."""
JOB_WORDS = (
    "interview",
    "your application",
    "bewerbung",
    "entretien",
    "candidature",
    "entrevista",
    "sollicitatie",
    "colloquio",
)
"""Words of subjects; ASCII, so that every server can search for them."""
NOT_FOR_MAIL_FROM_OUTSIDE = frozenset({"\\sent", "\\drafts", "\\trash", "\\all", "\\flagged", "\\important"})


def check_mailbox(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Log in and look around; nothing is changed."""
    from bot.accounts import imap_account
    from bot.imap.survey import survey

    found = survey(
        imap_account(settings),
        sent=settings.sent_mailbox,
        since=now - LOOK_BACK,
        words=JOB_WORDS,
        without=NOT_FOR_MAIL_FROM_OUTSIDE,
    )
    yield ok("IMAP login", f"{settings.imap.host}:{settings.imap.port} as {settings.imap.user}")
    yield check_idle(found)
    yield check_sent(found, settings)
    yield from check_drafts(found, settings)
    yield from check_watched(found, settings)
    yield check_clock(found, now)
    yield from check_others(found, settings)


def check_idle(found: Survey) -> Finding:
    """Whether the server tells of new mail by itself."""
    if found.has_idle:
        return ok("IDLE", "the server tells of new mail at once")
    return note("IDLE", "the server does not tell of new mail by itself; the bot looks twice a minute instead.")


def check_sent(found: Survey, settings: Settings) -> Finding:
    """Whether it is known where sent mail lies: the copy there proves that a reply is the owner's."""
    if found.sent:
        return ok("Sent mailbox", found.sent)
    if settings.sent_mailbox:
        return failure("Sent mailbox", f"there is no {settings.sent_mailbox}; correct BOT_SENT_MAILBOX or remove it.")
    return failure(
        "Sent mailbox", "none is marked as such; name the one your mail program files sent mail in: BOT_SENT_MAILBOX."
    )


def check_drafts(found: Survey, settings: Settings) -> Iterator[Finding]:
    """Whether the mailbox for drafts exists, where they are to lie there."""
    wanted = settings.drafts_mailbox
    if wanted and wanted not in {box.name for box in found.mailboxes}:
        yield failure("Drafts mailbox", f"there is no {wanted}; correct BOT_DRAFTS_MAILBOX or remove it.")


def check_watched(found: Survey, settings: Settings) -> Iterator[Finding]:
    """Whether every watched mailbox exists."""
    names = {box.name for box in found.mailboxes if box.selectable}
    missing = [name for name in settings.mailboxes if name not in names and name.upper() != "INBOX"]
    for name in missing:
        there = ", ".join(sorted(names))
        yield failure("mailboxes", f"there is no {name}; correct BOT_MAILBOXES. There are: {there[:500]}")
    if not missing:
        yield ok("mailboxes", f"watched: {', '.join(settings.mailboxes)}")


def check_clock(found: Survey, now: datetime) -> Finding:
    """Whether the newest mail came, by the server's clock, after *now*: then this machine's clock is behind."""
    arrived = found.newest_at
    if arrived is None:
        return ok("clock", f"{now:%Y-%m-%d %H:%M:%S} UTC (no mail in INBOX to compare with)")
    if arrived > now + CLOCK_TOLERANCE:
        return failure(
            "clock",
            f"this machine says {now:%Y-%m-%d %H:%M} UTC, but mail came later than that: {arrived}; set its clock (NTP).",
        )
    return ok("clock", f"{now:%Y-%m-%d %H:%M:%S} UTC, not behind the mail server")


def check_others(found: Survey, settings: Settings) -> Iterator[Finding]:
    """Mailboxes that are not watched, with mail of the last 60 days whose subjects speak of applications."""
    watched = {name.upper() for name in settings.mailboxes}
    for box in found.mailboxes:
        count = found.hits.get(box.name, 0)
        if count < FEW or box.name.upper() in watched:
            continue
        todo = (
            "move them to INBOX if they are."
            if "\\junk" in box.flags
            else "to have it watched, add it to BOT_MAILBOXES."
        )
        yield note("other mailboxes", f"{box.name} holds {count} mails that look like job mail; {todo}")
