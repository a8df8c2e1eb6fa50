"""The first start: it begins at now, and one letter lists the interviews of the last weeks that the owner may want taken on."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.core.approval.decide import AskBack
from bot.core.approval.provenance import is_from_owner
from bot.core.interview.known import read_known_mail
from bot.core.interview.outlook import Outlook, Prospect, add_to_outlook, find_prospects
from bot.core.interview.types import Interview
from bot.core.letter.noted import write_found
from bot.core.message.received import StoredMail
from bot.core.reading.owner.corrections import ALL
from bot.core.reading.types import Correction
from bot.errors import UnparsableError
from bot.pipeline.order import CommandStore, Done
from bot.pipeline.ports import Installation, Store, Work
from bot.pipeline.post import new_context, post_letter
from bot.pipeline.setup import Setup

_log = logging.getLogger(__name__)
LOOK_BACK = timedelta(days=30)
_FACT = "first_start"
_WANTED, _OVER = "wanted", "over"
_MISSING = "mailbox_missing"
_HINT = "Reply with numbers of that letter, for example: take 1, 2"


def begin_first_start(work: Work, mailboxes: Sequence[str]) -> None:
    """Note, once and for ever, whether this is the first start: no mailbox was ever watched."""
    if work.load_fact(_FACT) is None:
        watched = any(work.load_checkpoint(mailbox) for mailbox in mailboxes)
        work.save_fact(_FACT, _OVER if watched else _WANTED)


def is_first_start(work: Installation) -> bool:
    """Whether mail that came before now is still to be looked at."""
    return work.load_fact(_FACT) == _WANTED


def look_back(store: Store, setup: Setup, mailboxes: Sequence[str], now: datetime) -> bool:
    """When every mailbox has brought its earlier mail, write the one letter about it; return whether that was done now.

    The letter, what is kept for it and the note that it is written are one transaction: a crash before it begins anew.
    """
    with store.transaction() as work:
        if not is_first_start(work) or not _all_brought(work, mailboxes):
            return False
        mail_ids = work.load_old_mail_ids()
    prospects = find_prospects(_read(store, setup, mail_ids), now=now)
    with store.transaction() as work:
        _offer(work, setup, prospects, mail_ids, now)
    _log.info("looked_back mails=%d interviews=%d", len(mail_ids), len(prospects))
    return True


def _all_brought(work: Work, mailboxes: Sequence[str]) -> bool:
    """A mailbox that does not exist is not waited for."""
    missing = {part.name for part in work.load_parts() if part.state == _MISSING}
    return all(work.load_checkpoint(one) or f"mailbox {one}" in missing for one in mailboxes)


def _read(store: Store, setup: Setup, mail_ids: Sequence[int]) -> Outlook:
    outlook = Outlook()
    for mail_id in mail_ids:
        with store.transaction() as work:
            mail = work.load_mail(mail_id)
        outlook = _add(setup, outlook, mail)
    return outlook


def _add(setup: Setup, outlook: Outlook, mail: StoredMail) -> Outlook:
    """What cannot be read is left alone: it is old mail, and nobody waits for it."""
    try:
        message = setup.parse(mail.raw)
        if mail.problem or is_from_owner(message, setup.owner):
            return outlook
        reading = read_known_mail(
            message=message,
            owner=setup.owner,
            cues=setup.read_cues(),
            known=outlook.known,
            received_at=mail.received_at,
        )
        return add_to_outlook(
            outlook,
            mail_id=mail.id,
            message=message,
            reading=reading,
            received_at=mail.received_at,
            owner=setup.owner,
        )
    except UnparsableError:
        return outlook
    except Exception:  # noqa: BLE001  one item of a worker loop: left alone, the rest goes on
        _log.exception("old_mail_failed id=%d", mail.id)
        return outlook


def _offer(work: Work, setup: Setup, prospects: Sequence[Prospect], mail_ids: Sequence[int], now: datetime) -> None:
    """Write the letter and keep the mails it rests on; of all others only the identity stays."""
    wanted = bool(prospects) and _write(work, setup, [one.interview for one in prospects], now)
    kept: set[int] = set()
    for number, prospect in enumerate(prospects if wanted else (), start=1):
        for mail_id in prospect.mail_ids:
            if mail_id not in kept:
                work.offer_mail(mail_id, number)
                kept.add(mail_id)
    for mail_id in mail_ids:
        if mail_id not in kept:
            work.finish_mail(mail_id, verdict="before_first_start")
    work.save_fact(_FACT, (now + setup.approval.expires).isoformat() if wanted else _OVER)
    work.add_journal(now, "looked_back", "bot", mails=len(mail_ids), interviews=len(prospects))


def _write(work: Work, setup: Setup, interviews: Sequence[Interview], now: datetime) -> bool:
    context = new_context(setup, now)
    letter = write_found(context, interviews=interviews, days=LOOK_BACK.days, until=now + setup.approval.expires)
    return post_letter(work, setup, context, letter, key=_FACT, waits=True)


def take_interviews(
    work: CommandStore, setup: Setup, now: datetime, corrections: Sequence[Correction], done: Done
) -> None:
    """Have the mails of the interviews that the owner named read as if they had just come: each is noted then by a letter of its own."""
    offers = work.load_offers()
    numbers = _numbers(corrections, offers)
    if not numbers or not offers.keys() >= set(numbers):
        unknown = ", ".join(str(number) for number in numbers if number not in offers)
        done.ask_back = AskBack(left_over=unknown, hint=_HINT if offers else "Nothing of that letter waits any more.")
        return
    for number in numbers:
        _take(work, setup, number, offers[number], now, done)


def _numbers(corrections: Sequence[Correction], offers: dict[int, list[StoredMail]]) -> list[int]:
    """Return the numbers named; none where something else was corrected as well."""
    if any(one.field != "take" for one in corrections):
        return []
    found: list[int] = []
    for one in corrections:
        words = one.value.casefold().replace(",", " ").replace("&", " ").split()
        if words == [ALL]:
            found += sorted(offers)
        elif not all(word.isdecimal() or word == "and" for word in words):
            return []
        found += [int(word) for word in words if word.isdecimal()]
    return list(dict.fromkeys(found))


def _take(
    work: CommandStore, setup: Setup, number: int, mails: Sequence[StoredMail], now: datetime, done: Done
) -> None:
    """What a later mail has put on the list meanwhile stays as it is: older mail would only turn it back."""
    known = {key for keys in work.load_threads().values() for key in keys}
    listed = any(setup.parse(mail.raw).message_id in known for mail in mails)
    for mail in mails:
        if listed:
            work.finish_mail(mail.id, verdict="taken_by_later_mail")
        else:
            work.take_mail(mail.id)
    if listed:
        done.lines.append(f"{number} is on my list already: a later mail about it has come.")
    work.add_journal(now, "interview_taken", "bot", number=number, listed=listed)


def forget_offers(work: Work, now: datetime) -> None:
    """Drop the mails that the owner has not taken on in time."""
    until = work.load_fact(_FACT)
    if until is None or until in (_WANTED, _OVER) or datetime.fromisoformat(until) > now:
        return
    for mails in work.load_offers().values():
        for mail in mails:
            work.finish_mail(mail.id, verdict="not_taken_on")
    work.save_fact(_FACT, _OVER)
