"""The facts of an interview: made from a reading, and added to from a later one. What is known is never lost to a mail that is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.core.interview.conversation import find_addressed_to, is_answerable, next_head
from bot.core.interview.lessons import LEARNED
from bot.core.interview.roles import same_person_name
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.message.types import Message, Owner
from bot.core.reading.types import ContactWish, Person, Reading

DEFAULT_LENGTH: Final = timedelta(minutes=60)
"""Where no end is stated. Rather too long than too short: a debrief letter must not arrive during the talk."""

LONGEST: Final = timedelta(hours=72)
"""A stated end beyond it is a misreading; a panel over two days fits."""

MAX_EVIDENCE: Final = 6

_NO_PLACE: Final = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal"})
MAX_PEOPLE: Final = 30

_WISHES: Final = (ContactWish.NONE, ContactWish.NO_CALLS, ContactWish.NO_CHASING, ContactWish.NO_CONTACT)


def default_end(start: datetime, duration_minutes: int | None) -> datetime:
    """Return the end of a talk whose end nobody stated: by its duration, else `DEFAULT_LENGTH` after *start*."""
    length = timedelta(minutes=duration_minutes) if duration_minutes and duration_minutes > 0 else DEFAULT_LENGTH
    return start + min(length, LONGEST)


def find_end(reading: Reading, start: datetime) -> datetime:
    """Return the end as stated, else of the last slot, else by default; aware UTC."""
    stated = [reading.end, *(slot.end or default_end(slot.start, None) for slot in reading.slots)]
    ends = [end for end in stated if end is not None and start < end <= start + LONGEST]
    return (max(ends) if ends else default_end(start, reading.duration_minutes)).astimezone(UTC)


def find_place_tz(reading: Reading) -> str | None:
    """Return the zone that the company named, where it is one that people live in.

    Calendars write moments in UTC wherever they are, so UTC says nothing about the company's hours of work.
    """
    return reading.tz if reading.tz_stated and reading.tz not in _NO_PLACE else None


def new_interview(
    reading: Reading, message: Message, *, status: InterviewStatus, owner: Owner, received_at: datetime
) -> Interview:
    """Return the record that this mail makes (``id`` 0)."""
    start = reading.start.astimezone(UTC) if reading.start else None
    return Interview(
        status=status,
        company=reading.company,
        role=reading.role,
        start=start,
        end=find_end(reading, start) if start else None,
        start_options=tuple(option.astimezone(UTC) for option in reading.start_options) if start is None else (),
        tz=find_place_tz(reading),
        medium=reading.medium,
        location=reading.location,
        meeting_url=reading.meeting_url,
        interviewers=_people_of(reading),
        contact=reading.contact,
        addressed_to=find_addressed_to(message, owner) or owner.email,
        decision_by=reading.decision_by,
        contact_wish=reading.contact_wish,
        lang=reading.lang,
        familiar=reading.familiar is True,
        called=reading.called[:MAX_PEOPLE],
        calendar_uid=reading.calendar_uid,
        calendar_sequence=reading.calendar_sequence,
        head=next_head(message, known=None, owner=owner, received_at=received_at),
        evidence=find_evidence(reading),
    )


def add_facts(
    known: Interview, reading: Reading, message: Message, *, owner: Owner, received_at: datetime
) -> Interview:
    """Return *known* with what this mail adds: names, addresses, medium, place, dates, the head of the conversation; never the time."""
    replaces = is_newer_invitation(reading, known)
    return replace(
        known,
        company=known.company or reading.company,
        role=known.role or reading.role,
        medium=(reading.medium or known.medium) if replaces else (known.medium or reading.medium),
        location=(reading.location or known.location) if replaces else (known.location or reading.location),
        meeting_url=reading.meeting_url or known.meeting_url,
        interviewers=merge_people(known.interviewers, _people_of(reading), replaces=replaces),
        contact=_better_contact(known.contact, reading.contact),
        addressed_to=_addressed_to(known, message, owner),
        decision_by=reading.decision_by or known.decision_by,
        contact_wish=max(known.contact_wish, reading.contact_wish, key=_WISHES.index),
        familiar=known.familiar if reading.familiar is None else reading.familiar,
        called=tuple(dict.fromkeys((*known.called, *reading.called)))[:MAX_PEOPLE],
        calendar_uid=reading.calendar_uid or known.calendar_uid,
        calendar_sequence=_sequence(known, reading),
        head=next_head(message, known=known.head, owner=owner, received_at=received_at),
    )


def with_time(known: Interview, reading: Reading) -> Interview:
    """Return *known* at the time that this mail states; the answer that came after the old talk says nothing about the new one."""
    if reading.start is None:
        return known
    start = reading.start.astimezone(UTC)
    moved = start != known.start
    return replace(
        known,
        start=start,
        end=find_end(reading, start) if moved or _states_end(reading) or known.end is None else known.end,
        start_options=(),
        tz=find_place_tz(reading) or known.tz,
        answered_at=None if moved else known.answered_at,
        evidence=find_evidence(reading) if moved else known.evidence,
    )


def is_older_invitation(reading: Reading, known: Interview) -> bool:
    """Return whether a newer version of this very invitation is known (RFC 5546 §2.1.5)."""
    return (
        reading.calendar_uid is not None
        and reading.calendar_uid == known.calendar_uid
        and (reading.calendar_sequence or 0) < (known.calendar_sequence or 0)
    )


def is_newer_invitation(reading: Reading, known: Interview) -> bool:
    """Return whether it is a later version of the invitation, whose list of people takes the place of the old one."""
    return (
        reading.calendar_uid is not None
        and reading.calendar_uid == known.calendar_uid
        and (reading.calendar_sequence or 0) > (known.calendar_sequence or 0)
    )


def merge_people(known: Sequence[Person], told: Sequence[Person], *, replaces: bool = False) -> tuple[Person, ...]:
    """Return the people of both, each once, with the fuller name and the address; *replaces*: those of *told* alone, if any."""
    if replaces and told:
        return enrich_people(told, known)[:MAX_PEOPLE]
    people = list(known)
    for person in told:
        index = _find_person(people, person)
        if index is None:
            people.append(person)
        else:
            people[index] = _fuller(people[index], person)
    return tuple(people[:MAX_PEOPLE])


def enrich_people(told: Sequence[Person], known: Sequence[Person]) -> tuple[Person, ...]:
    """Return the people *told*, with the addresses and fuller names that are *known* for them."""
    places = ((person, _find_person(known, person)) for person in told)
    return tuple(person if place is None else _fuller(known[place], person) for person, place in places)


def _find_person(people: Sequence[Person], person: Person) -> int | None:
    """Return the place of the one that is *person*: by address, else by a name that fits one alone (two Janes fit neither)."""
    for index, other in enumerate(people):
        if person.email and person.email == other.email:
            return index
    fitting = [
        index
        for index, other in enumerate(people)
        if same_person_name(person.name, other.name) and not (person.email and other.email)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _fuller(one: Person, other: Person) -> Person:
    name = other.name if len(other.name.split()) > len(one.name.split()) else (one.name or other.name)
    return Person(name=name, email=one.email or other.email)


def _better_contact(known: Person | None, told: Person | None) -> Person | None:
    """The latest contact who can be written to; a name without an address never takes the place of an address."""
    if told is None or (known is not None and known.email and not told.email):
        return known
    return _fuller(told, known) if known is not None and known.email == told.email else told


def _addressed_to(known: Interview, message: Message, owner: Owner) -> str:
    """Their latest mail by hand names the address to write from; a newsletter-like one does not."""
    found = find_addressed_to(message, owner) if is_answerable(message, owner) else None
    return found or known.addressed_to


def _sequence(known: Interview, reading: Reading) -> int | None:
    return reading.calendar_sequence if reading.calendar_uid else known.calendar_sequence


def _states_end(reading: Reading) -> bool:
    return bool(reading.end or reading.duration_minutes or reading.slots)


def _people_of(reading: Reading) -> tuple[Person, ...]:
    slots = tuple(Person(name=name) for slot in reading.slots for name in slot.interviewers)
    return merge_people(reading.interviewers[:MAX_PEOPLE], slots[:MAX_PEOPLE])


def find_evidence(reading: Reading) -> tuple[str, ...]:
    """Return the words of the mail that speak for the verdict, the weightiest first."""
    said = (r for r in reading.reasons if r.weight > 0 and r.evidence and r.name != LEARNED)
    speaking = sorted(said, key=lambda r: -r.weight)
    return tuple(dict.fromkeys(reason.evidence for reason in speaking))[:MAX_EVIDENCE]
