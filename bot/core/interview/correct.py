"""The owner's corrections of the record, as he wrote them ("time: …", "who: …", "not an interview")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final

from bot.core.interview.company import word_set
from bot.core.interview.facts import LONGEST, MAX_PEOPLE, default_end, enrich_people, merge_people
from bot.core.interview.status import allows, next_status
from bot.core.interview.types import Interview, InterviewEvent, InterviewStatus
from bot.core.reading.types import Correction, Person

MAX_VALUE: Final = 500

ReadMoment = Callable[[str], datetime | None]
"""Reads a moment as the owner writes it ("Thu 14 May 10:00"), aware; None if it is not one."""
ReadDate = Callable[[str], date | None]
"""Reads a day as the owner writes it; None if it is not one."""

_NO: Final = word_set("no not nein nicht non nao não nee neen niet false 0")
_YES: Final = word_set("yes ja oui si sí sì sim true 1")
_NOBODY: Final = word_set(
    "none nobody niemand keiner personne aucun nadie ninguno ninguém ninguem nenhum geen nessuno unknown ? -"
)
_ADDRESS: Final = re.compile(r"[^\s<>()\[\]:;,@\"]{1,64}@[\w.-]{1,255}")
_CLOCK: Final = r"\d{1,2}(?:[:.]\d{2}(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)"
_SPAN: Final = re.compile(rf"(.*?)({_CLOCK}) ?(?:-|–|to|until|till|bis|à) ?({_CLOCK})(| .*)", re.IGNORECASE)
_PARTING: Final = re.compile(r"[,;\n]|\s(?:and|und|et|y|e|en|&)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What the corrections made of the record. ``event``: what happened to the interview, None for facts only.

    ``left``: the corrections that were not carried out: a value that could not be read, or not one of this record (take).
    """

    after: Interview
    event: InterviewEvent | None = None
    left: tuple[Correction, ...] = ()


def apply_corrections(
    *, interview: Interview, corrections: Sequence[Correction], read_moment: ReadMoment, read_date: ReadDate
) -> Corrected:
    """Return the record as the owner wants it; the last word on the status wins, each unreadable value is handed back."""
    result = Corrected(after=interview)
    for correction in corrections:
        changed = _apply(result.after, correction, read_moment, read_date)
        if changed is None:
            result = replace(result, left=(*result.left, correction))
        else:
            result = Corrected(after=changed.after, event=changed.event or result.event, left=result.left)
    return result


def read_people(value: str) -> tuple[Person, ...] | None:
    """Return the people named ("Jane Doe <jane@acme.example>, Bob"), ``()`` for "nobody", None where no name can be read."""
    value = value.strip()[:MAX_VALUE]
    if value.casefold() in _NOBODY:
        return ()
    people = [person for part in _PARTING.split(value) if (person := _read_person(part)) is not None]
    return merge_people((), people[:MAX_PEOPLE]) or None


def _apply(
    interview: Interview, correction: Correction, read_moment: ReadMoment, read_date: ReadDate
) -> Corrected | None:
    value = " ".join(correction.value.split())[:MAX_VALUE]
    match correction.field:
        case "not_interview":
            return _with_event(interview, InterviewEvent.DISMISSED)
        case "happened":
            return _happened(interview, value)
        case "time":
            return _at_time(interview, *_read_span(value, read_moment))
        case "decide":
            day = read_date(value)
            return Corrected(after=replace(interview, decision_by=day)) if day else None
        case _:
            return _fact(interview, correction.field, value)


def _fact(interview: Interview, field: str, value: str) -> Corrected | None:
    if field == "company" and value:
        return Corrected(after=replace(interview, company=value))
    if field == "role" and value:
        return Corrected(after=replace(interview, role=value))
    people = read_people(value) if field in ("who", "contact") else None
    if people is None:
        return None
    if field == "who":
        return Corrected(after=replace(interview, interviewers=_with_addresses(people, interview)))
    return Corrected(after=replace(interview, contact=_with_addresses(people, interview)[0])) if people else None


def _read_span(value: str, read_moment: ReadMoment) -> tuple[datetime | None, datetime | None]:
    """Return start and end as written ("Thu 14 May 10:30-11:15"); the end is None where only one moment is named."""
    span = None if read_moment(value) else _SPAN.fullmatch(value)
    if span is None:
        return read_moment(value), None
    before, first, last, after = span.groups()
    return read_moment(f"{before}{first}{after}"), read_moment(f"{before}{last}{after}")


def _at_time(interview: Interview, start: datetime | None, stated_end: datetime | None) -> Corrected | None:
    """The owner's word settles a doubt, moves a talk, and takes back his "not an interview"; its length stays if he names none."""
    if start is None:
        return None
    start = start.astimezone(UTC)
    known_length = interview.end - interview.start if interview.start and interview.end else None
    end = start + known_length if known_length else default_end(start, None)
    if stated_end and start < stated_end <= start + LONGEST:
        end = stated_end.astimezone(UTC)
    timed = replace(interview, start=start, end=end, start_options=())
    if interview.status is InterviewStatus.CLOSED:
        return Corrected(after=timed)
    moved = interview.status is InterviewStatus.EXPECTED and start != interview.start
    return _with_event(timed, InterviewEvent.MOVED if moved else InterviewEvent.CONFIRMED)


def _happened(interview: Interview, value: str) -> Corrected | None:
    words = set(re.findall(r"\w+", value.casefold()))
    if bool(words & _NO) == bool(words & _YES):
        return None
    if words & _YES:
        revived = interview.status is InterviewStatus.CANCELLED
        return _with_event(interview, InterviewEvent.CONFIRMED) if revived else Corrected(after=interview)
    return _with_event(interview, InterviewEvent.CALLED_OFF)


def _with_event(interview: Interview, event: InterviewEvent) -> Corrected:
    """Say it twice, mean it once: what cannot happen any more has happened already."""
    if not allows(interview.status, event):
        return Corrected(after=interview)
    return Corrected(after=replace(interview, status=next_status(interview.status, event)), event=event)


def _read_person(part: str) -> Person | None:
    found = _ADDRESS.search(part)
    email = found.group().strip(".").lower() if found else None
    name = " ".join(_ADDRESS.sub(" ", part).translate(_BRACKETS).split()).strip(" .-\"'")
    if not name and not email:
        return None
    return Person(name=name, email=email)


_BRACKETS: Final = {ord(sign): " " for sign in '<>()[]":'}


def _with_addresses(people: tuple[Person, ...], interview: Interview) -> tuple[Person, ...]:
    """A name alone keeps the address that is known for it."""
    known = merge_people(interview.interviewers, (interview.contact,) if interview.contact else ())
    return enrich_people(people, known)
