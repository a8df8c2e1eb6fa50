"""What the owner's account of a talk changes in its record (etiquette: E2, E11, E18, E19)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, TypeVar

from bot.core.interview.correct import Corrected
from bot.core.interview.facts import MAX_PEOPLE, merge_people
from bot.core.interview.roles import same_person_name
from bot.core.interview.status import allows, next_status
from bot.core.interview.types import Interview, InterviewEvent
from bot.core.reading.debrief.types import Debrief, Outcome, Renamed
from bot.core.reading.types import ContactWish, Kind, Person

_CLOSED_FOR: Final = {Outcome.REJECTED: Kind.REJECTION.value, Outcome.OFFER: Kind.OFFER.value, Outcome.WITHDREW: None}
_Item = TypeVar("_Item", str, Renamed)
_STRICTEST_LAST: Final = tuple(ContactWish)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What the owner has told of an interview so far, and when he last did (aware UTC)."""

    debrief: Debrief
    told_at: datetime


def merge_debriefs(earlier: Debrief, later: Debrief) -> Debrief:
    """Return both accounts as one: lists are joined, of single facts the later word holds where it tells any."""
    return Debrief(
        happened=earlier.happened if later.happened is None else later.happened,
        nobody_came=(earlier if later.happened is None else later).nobody_came,
        cut_short=earlier.cut_short or later.cut_short,
        topics=_joined(earlier.topics, later.topics),
        clarifications=_joined(earlier.clarifications, later.clarifications),
        news=_joined(earlier.news, later.news),
        withheld=_joined(earlier.withheld, later.withheld),
        interviewers_added=merge_people(earlier.interviewers_added, later.interviewers_added),
        interviewers_absent=_joined(earlier.interviewers_absent, later.interviewers_absent),
        names_corrected=_joined(earlier.names_corrected, later.names_corrected),
        decision_by=later.decision_by or earlier.decision_by,
        contact_wish=stricter(earlier.contact_wish, later.contact_wish),
        call_wished=earlier.call_wished or later.call_wished,
        skip_thank_you=earlier.skip_thank_you or later.skip_thank_you,
        outcome=later.outcome or earlier.outcome,
        lang=later.lang if later.topics or not earlier.topics else earlier.lang,
    )


def stricter(one: ContactWish, other: ContactWish) -> ContactWish:
    """Return the wish that leaves the owner less (E18)."""
    return max(one, other, key=_STRICTEST_LAST.index)


def apply_debrief(interview: Interview, debrief: Debrief) -> Corrected:
    """Return the record as the account wants it: who was there, what they are called, when they decide, what they wish, how it ended.

    Nobody who was absent stays among the interviewers (E2); who was met is added. A talk that was not held is called off, one after
    which they declined, made an offer or were turned down ends the case.
    """
    people = _renamed(_present(interview.interviewers, debrief.interviewers_absent), debrief.names_corrected)
    after = replace(
        interview,
        interviewers=merge_people(people, debrief.interviewers_added)[:MAX_PEOPLE],
        decision_by=debrief.decision_by or interview.decision_by,
        contact_wish=stricter(interview.contact_wish, debrief.contact_wish),
    )
    if debrief.happened is False:
        return _with_event(after, InterviewEvent.CALLED_OFF)
    if debrief.outcome in _CLOSED_FOR:
        ended = _with_event(after, InterviewEvent.CLOSED)
        return replace(ended, after=replace(ended.after, closed_for=_CLOSED_FOR[debrief.outcome]))
    return Corrected(after=after)


def _with_event(interview: Interview, event: InterviewEvent) -> Corrected:
    if not allows(interview.status, event):
        return Corrected(after=interview)
    return Corrected(after=replace(interview, status=next_status(interview.status, event)), event=event)


def _present(people: Sequence[Person], absent: Sequence[str]) -> tuple[Person, ...]:
    return tuple(person for person in people if not any(same_person_name(name, person.name) for name in absent))


def _renamed(people: Sequence[Person], names: Sequence[Renamed]) -> tuple[Person, ...]:
    """Return *people* under their right names; a name for nobody in particular is that of the only one."""

    def name_of(person: Person) -> str:
        fitting = (
            name.right
            for name in names
            if (name.wrong and same_person_name(name.wrong, person.name)) or (not name.wrong and len(people) == 1)
        )
        return next(fitting, person.name)

    return tuple(replace(person, name=name_of(person)) for person in people)


def _joined(earlier: tuple[_Item, ...], later: tuple[_Item, ...]) -> tuple[_Item, ...]:
    return tuple(dict.fromkeys(earlier + later))
