"""One interview at a glance: what comes next, when, and whether it waits for the owner. For letters, the terminal and programs alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.core.followup.types import FollowUp, FollowUpState
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.letter.plan import name_follow_up
from bot.core.letter.times import find_zone

_LEAST_ANSWERS = 3
"""Of fewer nothing can be said in general."""
_ASKED = (FollowUpState.WAITING, FollowUpState.HELD)
_OPEN = (InterviewStatus.UNSURE, InterviewStatus.EXPECTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """What comes next. ``step``: a phrase such as "your yes: thank-you to Jane", ``""`` for nothing more; ``at``: aware, None where no
    moment is set; ``waits``: the owner is asked; ``whole_day``: the hour of ``at`` means nothing."""

    step: str = ""
    at: datetime | None = None
    waits: bool = False
    whole_day: bool = False


def find_next(interview: Interview, follow_ups: Iterable[FollowUp], *, now: datetime, tz: str) -> Next:
    """Return what comes next: what waits for the owner first, then what is ahead, the soonest first. *tz*: the owner's zone."""
    ahead = [
        *_mails(interview, follow_ups),
        *([Next(step="interview", at=interview.start)] if _is_ahead(interview, now) else []),
    ]
    if not any(one.waits for one in ahead) and interview.status is InterviewStatus.UNSURE:
        return Next(step="your answer to my question", waits=True)
    decision = _decision(interview, now, tz)
    return min((*ahead, *decision), key=lambda one: (not one.waits, one.at or now), default=Next())


def answer_days(interviews: Iterable[Interview]) -> tuple[int, int] | None:
    """Return (how many companies have written after a talk, within how many days half of them did), None of too few."""
    spans = sorted(
        (one.answered_at - one.end).days
        for one in interviews
        if one.answered_at and one.end and one.answered_at >= one.end
    )
    return (len(spans), spans[len(spans) // 2]) if len(spans) >= _LEAST_ANSWERS else None


def _mails(interview: Interview, follow_ups: Iterable[FollowUp]) -> Sequence[Next]:
    return [found for follow_up in follow_ups if (found := _mail(follow_up, name_follow_up(follow_up, interview)))]


def _mail(follow_up: FollowUp, name: str) -> Next | None:
    if follow_up.state in _ASKED:
        return Next(step=f"your yes: {name}", at=follow_up.snoozed_until or follow_up.send_at, waits=True)
    if follow_up.state is FollowUpState.UNKNOWN:
        return Next(step=f"your answer, whether it arrived: {name}", at=follow_up.send_at, waits=True)
    if follow_up.state is FollowUpState.PLANNED:
        return Next(step=f"draft: {name}", at=follow_up.draft_at)
    if follow_up.state in (FollowUpState.APPROVED, FollowUpState.SENDING):
        return Next(step=f"leaves: {name}", at=follow_up.send_at)
    return None


def _is_ahead(interview: Interview, now: datetime) -> bool:
    return interview.status in _OPEN and interview.start is not None and (interview.end or interview.start) > now


def _decision(interview: Interview, now: datetime, tz: str) -> Sequence[Next]:
    """Their decision, at the end of its day for the owner; only while it is awaited."""
    zone = find_zone(tz)
    day: date | None = interview.decision_by
    if day is None or interview.status not in _OPEN or interview.answered_at or day < now.astimezone(zone).date():
        return ()
    return (Next(step="their decision", at=datetime.combine(day, time(23, 59), zone), whole_day=True),)
