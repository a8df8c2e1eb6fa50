"""What ``explain --json`` prints: one object a line, its keys and their order fixed."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from typing import TypeAlias

from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import ContactWish, OwnerReading, Person, Reading, Reason

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = dict[str, Json]


def print_json(value: JsonObject) -> None:
    """Print one object on one line, at once; characters that the terminal has not are escaped."""
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        line = json.dumps(value)
    print(line, flush=True)


def reading_json(file: str, reading: Reading) -> JsonObject:
    """Return the object for a mail from outside."""
    return {
        "file": file,
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


def answer_json(file: str, reading: OwnerReading, debrief: Debrief | None = None) -> JsonObject:
    """Return the object for an answer of the owner's (``--answering``); *debrief*: what an account of an interview tells."""
    return {
        "file": file,
        "action": reading.action.value,
        "at": _iso(reading.at),
        "new_subject": reading.new_subject,
        "new_body": reading.new_body,
        "items": [{"number": item.number, "action": item.action.value, "at": _iso(item.at)} for item in reading.items],
        "debrief": debrief_json(debrief) if debrief else None,
        "reasons": [_reason(reason) for reason in reading.reasons],
    }


def debrief_json(debrief: Debrief) -> JsonObject:
    """Return the object for what the owner told of a talk."""
    return {
        "happened": debrief.happened,
        "topics": list(debrief.topics),
        "clarifications": list(debrief.clarifications),
        "news": list(debrief.news),
        "interviewers_added": [_person(person) for person in debrief.interviewers_added],
        "interviewers_absent": list(debrief.interviewers_absent),
        "names_corrected": [{"wrong": name.wrong, "right": name.right} for name in debrief.names_corrected],
        "decision_by": _iso(debrief.decision_by),
        "contact_wish": debrief.contact_wish.value,
        "no_contact": debrief.contact_wish is not ContactWish.NONE,
        "skip_thank_you": debrief.skip_thank_you,
        "outcome": debrief.outcome.value if debrief.outcome else None,
    }


def _person(person: Person) -> JsonObject:
    return {"name": person.name, "email": person.email}


def _reason(reason: Reason) -> JsonObject:
    return {"name": reason.name, "weight": reason.weight, "evidence": reason.evidence}


def _iso(value: datetime | date | None) -> str | None:
    return value.isoformat() if value is not None else None
