"""Status checks: whether, which one, and when (E11 to E13, E18)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.core.followup.due import find_tz, quiet_days
from bot.core.followup.hours import Closed, after_delay, at_wall_clock, first_moment
from bot.core.followup.intents import Touch, TouchKind
from bot.core.followup.types import Cadence, Delay, FollowUp, FollowUpKind, FollowUpState, StopReason
from bot.core.interview.company import same_company
from bot.core.interview.types import Interview
from bot.core.reading.types import ContactWish

DRAFT_LEAD: Final = timedelta(minutes=90)
"""The draft is shown so long before it may leave: with a window from 09:00 at 07:30, when the owner's letter hours begin; not on the
day before, since their answer may still come (E11)."""

_LEFT: Final = frozenset({FollowUpState.SENT, FollowUpState.SENDING, FollowUpState.UNKNOWN})
_LIVE: Final = frozenset(
    {FollowUpState.PLANNED, FollowUpState.WAITING, FollowUpState.APPROVED, FollowUpState.HELD} | _LEFT
)
_UNSENT: Final = _LIVE - _LEFT
_BY_HAND: Final = frozenset({TouchKind.OWN_MAIL, TouchKind.NOTE, TouchKind.CALL})


def find_status_stop(
    *, interview: Interview, stored: Sequence[FollowUp], others: Sequence[Touch], cadence: Cadence
) -> StopReason | None:
    """Return why this company gets no (further) status check for this interview, or None."""
    if interview.contact_wish is ContactWish.NO_CHASING:
        return StopReason.CONTACT_UNWISHED
    if is_answered(interview):
        return StopReason.COMPANY_ANSWERED
    if count_checks(interview, stored, others) >= cadence.status_check.max:
        return StopReason.LIMIT_REACHED
    return None


def is_answered(interview: Interview) -> bool:
    """Return whether they wrote since the interview began: what came before it, or before it was moved, is no answer."""
    return (
        interview.answered_at is not None and interview.start is not None and interview.answered_at >= interview.start
    )


def count_checks(interview: Interview, stored: Sequence[FollowUp], others: Sequence[Touch]) -> int:
    """Return how many status checks this company has had, over all interviews; the owner's own mails and calls since this one count too,
    and so do the notes that he copied, those of one interview as one (E13, E21)."""
    own = sum(1 for one in stored if one.kind is FollowUpKind.STATUS_CHECK and one.state in _LEFT)
    checks = [touch for touch in _elsewhere(interview, others) if _is_check(touch, interview)]
    noted = {touch.interview_id for touch in checks if touch.kind is TouchKind.NOTE}
    return own + len(noted) + sum(1 for touch in checks if touch.kind is not TouchKind.NOTE)


def stated_decision(interview: Interview, tz: str) -> date | None:
    """Return the day by which they decide; one before the talk is over is about something else, or was misread."""
    day, end = interview.decision_by, interview.end
    return day if day is not None and end is not None and day >= end.astimezone(ZoneInfo(tz)).date() else None


def want_status_check(
    *,
    interview: Interview,
    stored: Sequence[FollowUp],
    others: Sequence[Touch],
    cadence: Cadence,
    owner_tz: str,
    holidays: Closed,
) -> FollowUp | None:
    """Return the next status check as it would be planned now, or None: no time is known, or the last one did not go out.

    *stored*: the follow-ups of this interview, thank-yous as they will be after this planning.
    """
    if interview.end is None:
        return None
    last = _last_check(stored)
    if last is not None and last.state is not FollowUpState.SENT:
        return None
    tz, closed = find_tz(interview, owner_tz), quiet_days(cadence, holidays)
    due = _first_due(interview, cadence, tz, closed) if last is None else _again_due(last, cadence, tz, closed)
    gap_over = _gap_over(interview, stored, others, cadence.status_check.min_gap, tz, closed)
    after = max(filter(None, (due, gap_over, _back_at(interview, tz))))
    send_at = first_moment(cadence.status_check.window, after=after, tz=tz, closed=closed)
    return FollowUp(
        interview_id=interview.id,
        kind=FollowUpKind.STATUS_CHECK,
        ordinal=1 if last is None else last.ordinal + 1,
        draft_at=send_at - DRAFT_LEAD,
        send_at=send_at,
    )


def _back_at(interview: Interview, tz: str) -> datetime | None:
    """Return when the day begins on which whoever is written to is back."""
    day = interview.away_until
    return at_wall_clock(day, time(0), ZoneInfo(tz)) if day else None


def _last_check(stored: Sequence[FollowUp]) -> FollowUp | None:
    """Return the latest status check that has found its end, cancelled ones aside."""
    ended = [
        one
        for one in stored
        if one.kind is FollowUpKind.STATUS_CHECK and one.state not in _UNSENT | {FollowUpState.CANCELLED}
    ]
    return max(ended, key=lambda one: one.ordinal, default=None)


def _first_due(interview: Interview, cadence: Cadence, tz: str, closed: Closed) -> datetime:
    """E11: the stated date and the wait after it; E12: without one, some business days after the talk."""
    rule, end = cadence.status_check, interview.end
    assert end is not None  # noqa: S101 - for the type; the caller has looked
    decision_by = stated_decision(interview, tz)
    if decision_by is None:
        return after_delay(end, rule.without_timeline, tz=tz, closed=closed)
    return max(end, _end_of_wait(decision_by, rule.after_timeline, tz, closed))


def _end_of_wait(day: date, delay: Delay, tz: str, closed: Closed) -> datetime:
    """The stated day is theirs to its end: elapsed time counts from midnight after it, business days begin at 00:00."""
    place = ZoneInfo(tz)
    if not delay.business_days:
        return at_wall_clock(day + timedelta(days=1), time(0), place) + delay.elapsed
    return after_delay(at_wall_clock(day, time(0), place), delay, tz=tz, closed=closed)


def _again_due(last: FollowUp, cadence: Cadence, tz: str, closed: Closed) -> datetime:
    return after_delay(last.sent_at or last.send_at, cadence.status_check.again_after, tz=tz, closed=closed)


def _gap_over(
    interview: Interview, stored: Sequence[FollowUp], others: Sequence[Touch], gap: Delay, tz: str, closed: Closed
) -> datetime | None:
    """Return when the company has been left in peace for long enough after the last mail it got or is about to get (E13)."""
    own = [one.sent_at or one.send_at for one in stored if _is_touch(one)]
    touched = [*own, *(touch.at for touch in _elsewhere(interview, others))]
    return after_delay(max(touched), gap, tz=tz, closed=closed) if touched else None


def _is_touch(one: FollowUp) -> bool:
    """A thank-you counts from its planning on; of status checks those that left (the one being planned does not wait for itself)."""
    return one.state in (_LIVE if one.kind is FollowUpKind.THANK_YOU else _LEFT)


def _elsewhere(interview: Interview, others: Sequence[Touch]) -> list[Touch]:
    """Return the touches of this company that are not this interview's own follow-ups."""
    return [
        touch
        for touch in others
        if same_company(touch.company, interview.company)
        and (touch.interview_id != interview.id or touch.by_owner or touch.kind is TouchKind.OWN_MAIL)
    ]


def _is_check(touch: Touch, interview: Interview) -> bool:
    if touch.kind in _BY_HAND:
        return interview.end is not None and touch.at > interview.end
    return touch.kind is TouchKind.STATUS_CHECK
