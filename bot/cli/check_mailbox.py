"""The parts of a check that need the mailbox: login, IDLE, clock, Sent, watched mailboxes, and those that should be watched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.cli.findings import Finding, failure, note, ok

if TYPE_CHECKING:
    from imapclient import IMAPClient

    from bot.imap.mailboxes import MailboxInfo
    from bot.settings import Settings

CLOCK_TOLERANCE = timedelta(minutes=2)
LOOK_BACK = timedelta(days=60)
MOST_MAILBOXES = 60
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
NOT_FOR_MAIL_FROM_OUTSIDE = {"\\sent", "\\drafts", "\\trash", "\\all", "\\flagged", "\\important"}


def check_mailbox(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Log in and look around; nothing is changed."""
    from bot.cli.logins import imap_account
    from bot.imap.account import connect
    from bot.imap.connection import close
    from bot.imap.mailboxes import list_mailboxes

    client = connect(imap_account(settings))
    try:
        yield ok("IMAP login", f"{settings.imap.host}:{settings.imap.port} as {settings.imap.user}")
        yield check_idle(client)
        mailboxes = list_mailboxes(client)
        yield check_sent(client, settings)
        yield from check_drafts(client, settings)
        yield from check_watched(settings, mailboxes)
        yield from check_clock(client, now)
        yield from check_others(client, settings, mailboxes, now)
    finally:
        close(client)


def check_idle(client: IMAPClient) -> Finding:
    """Whether the server tells of new mail by itself."""
    if client.has_capability("IDLE"):
        return ok("IDLE", "the server tells of new mail at once")
    return note("IDLE", "the server does not tell of new mail by itself; the bot looks every two minutes instead.")


def check_sent(client: IMAPClient, settings: Settings) -> Finding:
    """Whether it is known where sent mail lies: the copy there proves that a reply is the owner's."""
    from bot.imap.mailboxes import find_sent_mailbox

    found = find_sent_mailbox(client, settings.sent_mailbox)
    if found:
        return ok("Sent mailbox", found)
    if settings.sent_mailbox:
        return failure("Sent mailbox", f"there is no {settings.sent_mailbox}; correct BOT_SENT_MAILBOX or remove it.")
    return failure(
        "Sent mailbox", "none is marked as such; name the one your mail program files sent mail in: BOT_SENT_MAILBOX."
    )


def check_drafts(client: IMAPClient, settings: Settings) -> Iterator[Finding]:
    """Whether the mailbox for drafts exists, where one is wanted."""
    from bot.imap.mailboxes import mailbox_exists

    if settings.drafts_mailbox and not mailbox_exists(client, settings.drafts_mailbox):
        yield failure(
            "Drafts mailbox", f"there is no {settings.drafts_mailbox}; correct BOT_DRAFTS_MAILBOX or remove it."
        )


def check_watched(settings: Settings, mailboxes: list[MailboxInfo]) -> Iterator[Finding]:
    """Whether every watched mailbox exists."""
    names = {box.name for box in mailboxes if box.selectable}
    missing = [name for name in settings.mailboxes if name not in names and name.upper() != "INBOX"]
    for name in missing:
        there = ", ".join(sorted(names))
        yield failure("mailboxes", f"there is no {name}; correct BOT_MAILBOXES. There are: {there[:500]}")
    if not missing:
        yield ok("mailboxes", f"watched: {', '.join(settings.mailboxes)}")


def check_clock(client: IMAPClient, now: datetime) -> Iterator[Finding]:
    """Whether the newest mail came, by the server's clock, after *now*: then this machine's clock is behind."""
    from bot.imap.connection import translated
    from bot.imap.selected import select

    exists = select(client, "INBOX").exists
    if not exists:
        yield ok("clock", f"{now:%Y-%m-%d %H:%M:%S} UTC (no mail in INBOX to compare with)")
        return
    with translated("reading the time of the newest mail"):
        answer = client.fetch([client.search(["UID", "*"])[-1]], ["INTERNALDATE"])
    arrived = next((item[b"INTERNALDATE"] for item in answer.values() if b"INTERNALDATE" in item), None)
    if isinstance(arrived, datetime) and arrived.tzinfo and arrived > now + CLOCK_TOLERANCE:
        yield failure(
            "clock",
            f"this machine says {now:%Y-%m-%d %H:%M} UTC, but mail came later than that: {arrived}; set its clock (NTP).",
        )
    else:
        yield ok("clock", f"{now:%Y-%m-%d %H:%M:%S} UTC, not behind the mail server")


def check_others(
    client: IMAPClient, settings: Settings, mailboxes: list[MailboxInfo], now: datetime
) -> Iterator[Finding]:
    """Mailboxes that are not watched, with mail of the last 60 days whose subjects speak of applications."""
    watched = {name.upper() for name in settings.mailboxes}
    for box in mailboxes[:MOST_MAILBOXES]:
        if box.name.upper() in watched or not box.selectable or box.flags & NOT_FOR_MAIL_FROM_OUTSIDE:
            continue
        count = count_job_mails(client, box.name, now)
        if count >= FEW and "\\junk" in box.flags:
            yield note(
                "other mailboxes",
                f"{box.name} holds {count} mails that look like job mail; move them to INBOX if they are.",
            )
        elif count >= FEW:
            yield note(
                "other mailboxes",
                f"{box.name} holds {count} mails that look like job mail; to have it watched, add it to BOT_MAILBOXES.",
            )


def count_job_mails(client: IMAPClient, mailbox: str, now: datetime) -> int:
    """Return how many recent subjects there hold one of the words; 0 where the mailbox cannot be opened."""
    from bot.errors import BotError
    from bot.imap.connection import translated
    from bot.imap.selected import select

    words: list[object] = ["SUBJECT", JOB_WORDS[-1]]
    for word in JOB_WORDS[:-1]:
        words = ["OR", "SUBJECT", word, *words]
    try:
        select(client, mailbox)
        with translated(f"searching {mailbox}"):
            return len(client.search(["SINCE", (now - LOOK_BACK).date(), *words]))
    except BotError:
        return 0
