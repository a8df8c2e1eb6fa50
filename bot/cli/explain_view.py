"""How ``explain`` shows a reading: to programs as JSON, to people as a short account."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.message.types import Message, Owner
from bot.core.reading.types import ContactWish, Kind, OwnerReading, Person, Reading, Reason

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = dict[str, Json]

_MOST_REASONS = 8
_WHAT = {
    Kind.INTERVIEW: "An interview of yours",
    Kind.RESCHEDULE: "An interview of yours moves to another time",
    Kind.CANCELLATION: "An interview of yours is called off",
    Kind.SCHEDULING: "They want to find a time with you; nothing is fixed yet",
    Kind.RECEIVED: "They have received your application",
    Kind.REJECTION: "They do not go on with you",
    Kind.OFFER: "They make you an offer",
    Kind.UPDATE: "A note on where things stand",
    Kind.AUTO_REPLY: "An automatic answer",
    Kind.BOUNCE: "A report that a mail of yours was not delivered",
    Kind.OTHER: "Nothing that concerns an interview of yours",
}
_WOULD_DO = {
    Kind.INTERVIEW: "Record it, tell you, and prepare a thank-you after it, for your approval.",
    Kind.RESCHEDULE: "Move the interview and whatever hangs on it, and tell you.",
    Kind.CANCELLATION: "Void whatever hangs on the interview, and tell you.",
    Kind.SCHEDULING: "Nothing yet; it waits for a fixed time.",
    Kind.RECEIVED: "Nothing.",
    Kind.REJECTION: "Cancel what was planned for this company; offer you a short answer.",
    Kind.OFFER: "Cancel what was planned for this company, and tell you.",
    Kind.UPDATE: "Take over the date they name; a status check that was due is off.",
    Kind.AUTO_REPLY: "Nothing, but a note if an address is dead.",
    Kind.BOUNCE: "Show the mail concerned as bounced, and tell you.",
    Kind.OTHER: "Nothing.",
}
_WISHES = {
    ContactWish.NO_CALLS: "They ask not to be called.",
    ContactWish.NO_CHASING: "They ask not to be chased.",
    ContactWish.NO_CONTACT: "They ask not to be written to.",
}


def is_zone(name: str) -> bool:
    """Return whether *name* is an IANA time zone."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def print_json(value: JsonObject) -> None:
    """Print one object on one line."""
    print(json.dumps(value, ensure_ascii=False))


def reading_json(path: Path, reading: Reading) -> JsonObject:
    """Return the object of ``explain --json`` (product: command line), keys in their order."""
    return {
        "file": str(path),
        "kind": reading.kind.value,
        "certain": reading.certain,
        "ask": list(reading.ask),
        "company": reading.company,
        "role": reading.role,
        "start": _iso(reading.start),
        "end": _iso(reading.end),
        "start_options": [_iso(option) for option in reading.start_options],
        "duration_minutes": reading.duration_minutes,
        "tz_stated": reading.tz_stated,
        "slots": [
            {"start": _iso(slot.start), "end": _iso(slot.end), "interviewers": list(slot.interviewers)}
            for slot in reading.slots
        ],
        "interviewers": [_person(person) for person in reading.interviewers],
        "contact": reading.contact.email if reading.contact else None,
        "medium": reading.medium.value if reading.medium else None,
        "location": reading.location,
        "meeting_url": reading.meeting_url,
        "decision_by": _iso(reading.decision_by),
        "no_contact": reading.contact_wish is not ContactWish.NONE,
        "contact_wish": reading.contact_wish.value,
        "lang": reading.lang,
        "score": reading.score,
        "reasons": [_reason(reason) for reason in reading.reasons],
    }


def answer_json(path: Path, reading: OwnerReading) -> JsonObject:
    """Return the object of ``explain --answering``."""
    return {
        "file": str(path),
        "action": reading.action.value,
        "at": _iso(reading.at),
        "new_subject": reading.new_subject,
        "new_body": reading.new_body,
        "items": [{"number": item.number, "action": item.action.value, "at": _iso(item.at)} for item in reading.items],
        "debrief": None,
        "reasons": [_reason(reason) for reason in reading.reasons],
    }


def print_account(path: Path, reading: Reading, message: Message, owner: Owner) -> None:
    """Print what was understood, in words."""
    print(f"{path}: {message.subject or '(no subject)'}")
    doubt = "" if reading.certain else " (not sure: you would be asked)"
    print(f"  What    {_WHAT[reading.kind]}{doubt}")
    for name, text in _facts(reading, owner):
        print(f"  {name:<7} {text}")
    print(f"  Would   {_would_do(reading)}")
    for reason in reading.reasons[:_MOST_REASONS]:
        print(f"  Why     {reason.name} ({reason.weight:+g}): {reason.evidence}")
    print()


def _facts(reading: Reading, owner: Owner) -> list[tuple[str, str]]:
    found = [("Company", reading.company), ("Role", reading.role), ("When", _when(reading, owner))]
    found += [("Who", ", ".join(_shown(person) for person in reading.interviewers))]
    found += [
        ("Contact", _shown(reading.contact) if reading.contact else None),
        ("How", reading.medium.value if reading.medium else None),
    ]
    found += [
        ("Where", reading.location or reading.meeting_url),
        ("Decide", f"by {reading.decision_by:%a %d %b %Y}" if reading.decision_by else None),
    ]
    found += [("Wish", _WISHES.get(reading.contact_wish))]
    return [(name, text) for name, text in found if text]


def _when(reading: Reading, owner: Owner) -> str | None:
    if reading.start_options and reading.start is None:
        return "either " + " or ".join(_moment(option, owner) for option in reading.start_options)
    if reading.start is None:
        return None
    length = f", {reading.duration_minutes} minutes" if reading.duration_minutes else ""
    stated = "" if reading.tz_stated else ", no zone named: yours is taken"
    return f"{_moment(reading.start, owner)}{length}{stated}"


def _moment(moment: datetime, owner: Owner) -> str:
    """Return the moment in the zone it was written in, and in the owner's where that differs."""
    text = f"{moment:%a %d %b %Y %H:%M} {moment.tzname() or ''}".strip()
    mine = moment.astimezone(ZoneInfo(owner.tz)) if is_zone(owner.tz) else moment
    return text if mine.utcoffset() == moment.utcoffset() else f"{text} ({mine:%a %d %b %H:%M} for you)"


def _would_do(reading: Reading) -> str:
    if not reading.certain:
        return "Ask you what this is before anything is done."
    if "start" in reading.ask:
        return "Ask you for the time before anything is planned."
    return _WOULD_DO[reading.kind]


def _shown(person: Person) -> str:
    return f"{person.name} <{person.email}>" if person.email and person.email != person.name else person.name


def _person(person: Person) -> JsonObject:
    return {"name": person.name, "email": person.email}


def _reason(reason: Reason) -> JsonObject:
    return {"name": reason.name, "weight": reason.weight, "evidence": reason.evidence}


def _iso(value: datetime | date | None) -> str | None:
    return value.isoformat() if value is not None else None
