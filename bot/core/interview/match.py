"""Which known interview a mail is about: by its invitation, by its conversation, by company with time and role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.core.interview.company import Likeness, compare_companies, same_company
from bot.core.interview.domain import company_domain, domain_names_company, same_domain
from bot.core.interview.roles import compatible_roles
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.message.types import Message
from bot.core.reading.types import Kind, Person, Reading

NEAR: Final = timedelta(hours=26)
"""A cancellation that names a time may miss the known one by a zone misread or a day, not by more."""

_ANSWERS: Final = frozenset({Kind.REJECTION, Kind.OFFER, Kind.UPDATE, Kind.SCHEDULING})
"""Kinds without a fixed time that are about an interview even outside its conversation."""

_OPEN: Final = frozenset({InterviewStatus.UNSURE, InterviewStatus.EXPECTED})


def match_interview(
    *, reading: Reading, message: Message, interviews: Sequence[Interview], threads: Mapping[int, frozenset[str]]
) -> Interview | None:
    """Return the known interview that this mail is about, or None: a new one, or nothing of ours.

    ``threads``: interview id -> Message-IDs of its conversation. A mail that fixes another time without a link by UID or thread is a new
    interview, unless it moves or calls off one. A domain never outweighs two different company names, and never speaks for free mail,
    hiring systems or a domain under which several companies are known.
    """
    return (
        _match_uid(reading, interviews)
        or _match_thread(reading, message, _not_contradicted(reading, interviews), threads)
        or _match_company(reading, message, _not_contradicted(reading, interviews))
    )


def find_on_record(
    message: Message, interviews: Sequence[Interview], threads: Mapping[int, frozenset[str]]
) -> str | None:
    """Return, in words, the interview whose conversation *message* goes on with, dismissed ones left out; the latest of several."""
    ids = {message.in_reply_to, *message.references} - {None}
    found = [
        one
        for one in interviews
        if one.status is not InterviewStatus.DISMISSED and ids & threads.get(one.id, frozenset())
    ]
    latest = _latest(found)
    if latest is None:
        return None
    parts = (latest.role, latest.company, f"{latest.start:%Y-%m-%d %H:%M %Z}" if latest.start else None)
    return "a known interview: " + ", ".join(part for part in parts if part)


def same_case(interview: Interview, interviews: Iterable[Interview]) -> list[Interview]:
    """Return every other known interview of the same application: same company, and no two different roles."""
    return [
        other
        for other in interviews
        if other.id != interview.id
        and same_company(interview.company, other.company)
        and compatible_roles(interview.role, other.role)
    ]


def is_later(other: Interview, interview: Interview) -> bool:
    """Return whether *other* begins after *interview*, as far as both are known."""
    return bool(other.start and interview.start and other.start > interview.start)


def _match_uid(reading: Reading, interviews: Sequence[Interview]) -> Interview | None:
    """RFC 5546 §2.1.5: UID names the event, whatever else changed."""
    if not reading.calendar_uid:
        return None
    return _latest(other for other in interviews if other.calendar_uid == reading.calendar_uid)


def _not_contradicted(reading: Reading, interviews: Sequence[Interview]) -> list[Interview]:
    """Leave out what an invitation of another UID cannot mean: calling off the old event does not touch the one that replaced it."""
    if reading.kind is not Kind.CANCELLATION or not reading.calendar_uid:
        return list(interviews)
    return [other for other in interviews if other.calendar_uid is None]


def _match_thread(
    reading: Reading, message: Message, interviews: Sequence[Interview], threads: Mapping[int, frozenset[str]]
) -> Interview | None:
    linked = {*message.references, *((message.in_reply_to,) if message.in_reply_to else ())}
    found = [other for other in interviews if linked & threads.get(other.id, frozenset())]
    if not found:
        return None
    agreeing = [other for other in found if not _contradicts(reading, other)]
    # One conversation with a recruiter may be about two clients: a company that is named counts more than the thread.
    if not agreeing and (reading.kind.dated or any(_names_same(reading, other) for other in interviews)):
        return None
    return _pick(reading, message, agreeing or found, linked_by_thread=True)


def _match_company(reading: Reading, message: Message, interviews: Sequence[Interview]) -> Interview | None:
    candidates = [
        other
        for other in _by_company(reading, message, interviews)
        if compatible_roles(reading.role, other.role) or _starts_at(other, reading.start)
    ]
    if not candidates or not (reading.kind.dated or reading.kind in _ANSWERS or _is_from_them(message, candidates)):
        return None
    return _pick(reading, message, candidates, linked_by_thread=False)


def _by_company(reading: Reading, message: Message, interviews: Sequence[Interview]) -> list[Interview]:
    """Return the interviews at the company of this mail."""
    domains = _domains_of_mail(reading, message)
    supported = [other for other in interviews if _is_supported(reading, message, other, domains, interviews)]
    if reading.company is None:
        return supported
    named = [other for other in interviews if _names_same(reading, other)]
    return named or [other for other in supported if not _contradicts(reading, other)]


def _is_supported(
    reading: Reading, message: Message, other: Interview, domains: set[str], interviews: Sequence[Interview]
) -> bool:
    """Whether something besides the company's name links mail and interview: its people, its domain, its very start."""
    related = compare_companies(reading.company, other.company) is Likeness.RELATED
    return (
        _is_from_them(message, [other])
        or _shares_domain(other, domains, interviews)
        or any(domain_names_company(domain, other.company) for domain in domains)
        or (related and _starts_at(other, reading.start))
    )


def _shares_domain(other: Interview, domains: set[str], interviews: Sequence[Interview]) -> bool:
    """Whether they write from one domain, under which only one company is known (an agency's, a hiring system's says nothing)."""
    shared = {domain for domain in domains if any(same_domain(domain, own) for own in _domains(_people(other)))}
    return bool(shared) and not any(
        compare_companies(other.company, third.company) is Likeness.DIFFERENT
        and any(same_domain(domain, own) for domain in shared for own in _domains(_people(third)))
        for third in interviews
    )


def _pick(reading: Reading, message: Message, found: list[Interview], *, linked_by_thread: bool) -> Interview | None:
    """Choose among interviews of one company by time."""
    if reading.kind.dated and (at_once := [other for other in found if _starts_at(other, reading.start)]):
        return _latest(at_once)
    match reading.kind:
        case Kind.INTERVIEW:
            return _pick_undated(reading, found) or (_pick_moved(reading, message, found) if linked_by_thread else None)
        case Kind.RESCHEDULE:
            return _nearest(_ahead(message, found) or found, reading.start)
        case Kind.CANCELLATION:
            return _pick_called_off(reading, message, found)
        case _:
            return _pick_held(message, found)


def _pick_undated(reading: Reading, found: list[Interview]) -> Interview | None:
    """A talk whose time was in doubt, and is told now; or one that is in doubt again."""
    unsure = [other for other in found if other.status is InterviewStatus.UNSURE and other.start is None]
    if reading.start is None and (ahead := [other for other in found if other.status in _OPEN]):
        return _latest(unsure or ahead)
    return _latest(unsure)


def _pick_moved(reading: Reading, message: Message, found: list[Interview]) -> Interview | None:
    """In its conversation, another time moves a talk that still lies ahead; after it, that is the next round."""
    uid = reading.calendar_uid
    ahead = [
        other for other in _ahead(message, found) if not (uid and other.calendar_uid and uid != other.calendar_uid)
    ]
    return _nearest(ahead, reading.start)


def _pick_called_off(reading: Reading, message: Message, found: list[Interview]) -> Interview | None:
    ahead = _ahead(message, found) or found
    nearest = _nearest(ahead, reading.start or message.date)
    if nearest is None or reading.start is None or nearest.start is None:
        return nearest
    return nearest if abs(nearest.start - reading.start) <= NEAR else None


def _pick_held(message: Message, found: list[Interview]) -> Interview | None:
    """Without a time of its own a mail is about the last talk that was held, else about the next one."""
    if message.date is None:
        return _latest(found)
    held = [other for other in found if other.start is not None and other.start <= message.date]
    return _latest(held) or _nearest(found, message.date)


def _ahead(message: Message, found: list[Interview]) -> list[Interview]:
    """Return those not over when the mail was written; without a Date, all that are open."""
    return [
        other
        for other in found
        if other.status in _OPEN and (message.date is None or other.end is None or other.end > message.date)
    ]


def _starts_at(other: Interview, start: datetime | None) -> bool:
    return start is not None and (other.start == start or start in other.start_options)


def _latest(found: Iterable[Interview]) -> Interview | None:
    return max(found, key=_moment_then_id, default=None)


def _moment_then_id(other: Interview) -> tuple[float, int]:
    return (other.start.timestamp() if other.start else 0.0, other.id)


def _nearest(found: Sequence[Interview], moment: datetime | None) -> Interview | None:
    if moment is None:
        return _latest(found)
    return min(found, key=lambda other: _distance(other, moment), default=None)


def _distance(other: Interview, moment: datetime) -> float:
    return abs((other.start - moment).total_seconds()) if other.start else float("inf")


def _names_same(reading: Reading, other: Interview) -> bool:
    return same_company(reading.company, other.company)


def _contradicts(reading: Reading, other: Interview) -> bool:
    return compare_companies(reading.company, other.company) is Likeness.DIFFERENT


def _people(other: Interview) -> tuple[Person, ...]:
    return (*other.interviewers, *((other.contact,) if other.contact else ()))


def _domains(people: Iterable[Person]) -> set[str]:
    return {domain for person in people if (domain := company_domain(person.email))}


def _domains_of_mail(reading: Reading, message: Message) -> set[str]:
    people = (*reading.interviewers, *((reading.contact,) if reading.contact else ()))
    sender = message.sender
    written_from = company_domain(sender.email) if sender else ""
    return _domains(people) | ({written_from} if written_from else set())


def _is_from_them(message: Message, found: Iterable[Interview]) -> bool:
    """Whether a person of one of these interviews wrote the mail: the very address, on free mail too."""
    sender = message.sender
    return sender is not None and any(sender.email == person.email for other in found for person in _people(other))
