"""The plan of one interview, compared with what is stored: what has to change. Planning again after storing yields nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.core.followup.due import find_tz
from bot.core.followup.hours import Closed
from bot.core.followup.intents import Cancel, Move, PlanIntent, Restart, Schedule, Touch
from bot.core.followup.no_show import want_no_show_word
from bot.core.followup.rejection import want_rejection_reply
from bot.core.followup.status_check import find_status_stop, want_status_check
from bot.core.followup.thank_you import find_met_again, is_among, want_thank_yous
from bot.core.followup.types import Cadence, FollowUp, FollowUpKind, FollowUpState, StopReason
from bot.core.interview.account import Account
from bot.core.interview.match import is_later
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.reading.types import ContactWish

STALE_AFTER: Final = timedelta(days=7)
"""A status check that was due so long before the interview was first seen is not begun: old mail stays unanswered."""

_AFTER_THE_END: Final = frozenset({FollowUpKind.REJECTION_REPLY, FollowUpKind.NO_SHOW})
"""What is written although the case has ended or the talk was called off."""

UNSENT: Final = frozenset({FollowUpState.PLANNED, FollowUpState.WAITING, FollowUpState.APPROVED, FollowUpState.HELD})
SHOWN: Final = UNSENT - {FollowUpState.PLANNED}

REVERSIBLE: Final = frozenset(StopReason) - {StopReason.OWNER_WROTE}
"""Reasons that hold only while the record says so; when it says otherwise, the follow-up is planned again."""


def plan_follow_ups(
    *,
    interview: Interview,
    follow_ups: Sequence[FollowUp],
    others: Sequence[Touch],
    cadence: Cadence,
    owner_tz: str,
    closed: Closed,
    now: datetime,
    closed_for: StopReason = StopReason.OWNER_STOPPED,
    account: Account | None = None,
    case: Sequence[Interview] = (),
) -> list[PlanIntent]:
    """Return what has to change in the plan of *interview*; ``[]`` when nothing has (E1, E2, E11 to E13, E18).

    ``follow_ups``: all stored ones of this interview. ``others``: what else reached, or is approved to reach, its company. ``closed``:
    holidays (pauses are in the cadence). ``closed_for``: why the case ended, where the interview is CLOSED. ``account``: what the owner has
    told of the talk. ``case``: the other talks of the same application. What was sent, skipped,
    expired, refused or is on its way is never touched; an UNSURE interview plans nothing.
    """
    stored = [one for one in follow_ups if one.interview_id == interview.id]
    plan = _Plan(
        interview=interview, cadence=cadence, owner_tz=owner_tz, closed=closed, now=now, account=account, case=case
    )
    answers = [one for one in stored if one.kind in _AFTER_THE_END]
    stored = [one for one in stored if one.kind not in _AFTER_THE_END]
    reply = [*plan.rejection_reply(answers, closed_for), *plan.no_show_word(answers)]
    if (stop := _find_stop(interview, closed_for)) is not None:
        return [*(Cancel(follow_up_id=one.id, reason=stop) for one in stored if one.state in UNSENT), *reply]
    if interview.status is not InterviewStatus.EXPECTED or interview.end is None:
        return reply
    thanks = plan.thank_yous([one for one in stored if one.kind is FollowUpKind.THANK_YOU])
    return [*thanks, *plan.status_checks(_stored_after(stored, thanks), others), *reply]


def _find_stop(interview: Interview, closed_for: StopReason) -> StopReason | None:
    """Return why nothing at all is to be written about this interview, or None."""
    match interview.status:
        case InterviewStatus.CANCELLED:
            return StopReason.INTERVIEW_CANCELLED
        case InterviewStatus.DISMISSED:
            return StopReason.NOT_AN_INTERVIEW
        case InterviewStatus.CLOSED:
            return closed_for
        case InterviewStatus.EXPECTED if interview.contact_wish is ContactWish.NO_CONTACT:
            return StopReason.CONTACT_UNWISHED
        case _:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """One planning of one interview."""

    interview: Interview
    cadence: Cadence
    owner_tz: str
    closed: Closed
    now: datetime
    account: Account | None
    case: Sequence[Interview]

    def thank_yous(self, stored: Sequence[FollowUp]) -> list[PlanIntent]:
        if self.account is not None and self.account.debrief.skip_thank_you:
            return self._compare([], stored, StopReason.THANKS_UNWANTED)
        again = find_met_again(self.interview, self.case, self.cadence)
        wanted = want_thank_yous(
            interview=self.interview,
            stored=stored,
            cadence=self.cadence,
            owner_tz=self.owner_tz,
            holidays=self.closed,
            account=self.account,
            met_again=again,
        )
        later = [one for one in stored if is_among(one.person, again)]
        rest = [one for one in stored if not is_among(one.person, again)]
        return [
            *self._compare([], later, StopReason.THANKED_LATER),
            *self._compare(wanted, rest, StopReason.RECIPIENT_CHANGED),
        ]

    def rejection_reply(self, stored: Sequence[FollowUp], closed_for: StopReason) -> list[PlanIntent]:
        """One for the whole application: it hangs on its last talk (E22)."""
        wanted = want_rejection_reply(
            interview=self.interview,
            closed_for=closed_for,
            account=self.account,
            cadence=self.cadence,
            owner_tz=self.owner_tz,
            holidays=self.closed,
        )
        replies = [one for one in stored if one.kind is FollowUpKind.REJECTION_REPLY]
        is_last = not any(is_later(other, self.interview) for other in self.case)
        return self._compare([wanted] if wanted and is_last else [], replies, StopReason.OWNER_STOPPED)

    def no_show_word(self, stored: Sequence[FollowUp]) -> list[PlanIntent]:
        wanted = want_no_show_word(
            interview=self.interview,
            account=self.account,
            cadence=self.cadence,
            owner_tz=self.owner_tz,
            holidays=self.closed,
        )
        words = [one for one in stored if one.kind is FollowUpKind.NO_SHOW]
        return self._compare([wanted] if wanted else [], words, StopReason.COMPANY_ANSWERED)

    def status_checks(self, stored: Sequence[FollowUp], others: Sequence[Touch]) -> list[PlanIntent]:
        checks = [one for one in stored if one.kind is FollowUpKind.STATUS_CHECK]
        stop = find_status_stop(interview=self.interview, stored=stored, others=others, cadence=self.cadence)
        if stop is not None:
            return self._compare([], checks, stop)
        wanted = want_status_check(
            interview=self.interview,
            stored=stored,
            others=others,
            cadence=self.cadence,
            owner_tz=self.owner_tz,
            holidays=self.closed,
        )
        return [] if wanted is None else self._compare([wanted], checks, StopReason.LIMIT_REACHED)

    def _compare(
        self, wanted: Sequence[FollowUp], stored: Sequence[FollowUp], unwanted: StopReason
    ) -> list[PlanIntent]:
        keys = {_key(one) for one in wanted}
        by_key = {_key(one): one for one in stored}
        gone = [one for one in stored if one.state in UNSENT and _key(one) not in keys]
        arranged = [self._arrange(one, by_key.get(_key(one))) for one in wanted]
        return [
            *(Cancel(follow_up_id=one.id, reason=unwanted) for one in gone),
            *(intent for intent in arranged if intent is not None),
        ]

    def _arrange(self, wanted: FollowUp, stored: FollowUp | None) -> PlanIntent | None:
        """Return what brings *stored* to *wanted*."""
        if stored is None:
            return None if self._is_past(wanted) else Schedule(follow_up=wanted)
        again = replace(wanted, id=stored.id)
        if stored.state is FollowUpState.CANCELLED:
            revived = stored.stop_reason in REVERSIBLE and not self._is_past(wanted)
            return Restart(follow_up=again) if revived else None
        if stored.state not in UNSENT:
            return None
        if stored.state in SHOWN and self._is_of_old_date(wanted, stored):
            return Restart(follow_up=again, reason=StopReason.INTERVIEW_MOVED)
        moved = _with_moments(stored, wanted)
        return None if moved == stored else Move(follow_up=moved)

    def _is_past(self, wanted: FollowUp) -> bool:
        """Whether it is too late to begin with it (what was begun in time is kept, and the owner asked)."""
        if wanted.deadline_at is not None:
            return self.now > wanted.deadline_at
        return wanted.ordinal == 1 and self.now > wanted.send_at + STALE_AFTER

    def _is_of_old_date(self, wanted: FollowUp, stored: FollowUp) -> bool:
        """Whether the draft that was shown speaks of a talk at another time: the talk lies ahead again, or was on another day.

        The day is seen in target and deadline, which move together with the end; a change of the policy moves them apart.
        """
        if self.interview.end is not None and self.interview.end > self.now:
            return True
        if not (wanted.deadline_at and wanted.target_at and stored.deadline_at and stored.target_at):
            return False
        shift = wanted.deadline_at - stored.deadline_at
        place = ZoneInfo(find_tz(self.interview, self.owner_tz))
        same_day = wanted.deadline_at.astimezone(place).date() == stored.deadline_at.astimezone(place).date()
        return not same_day and shift == wanted.target_at - stored.target_at


def _with_moments(stored: FollowUp, wanted: FollowUp) -> FollowUp:
    """Return *stored* at the moments of *wanted*; what the owner approved keeps its moment, a draft that exists its making."""
    return replace(
        stored,
        draft_at=wanted.draft_at if stored.state is FollowUpState.PLANNED else stored.draft_at,
        send_at=stored.send_at if stored.state is FollowUpState.APPROVED else wanted.send_at,
        target_at=wanted.target_at,
        deadline_at=wanted.deadline_at,
    )


def _stored_after(stored: Sequence[FollowUp], intents: Sequence[PlanIntent]) -> list[FollowUp]:
    """Return the follow-ups as they will be stored once *intents* are carried out (new ones with id 0)."""
    cancelled = {intent.follow_up_id for intent in intents if isinstance(intent, Cancel)}
    changed = {one.follow_up.id: one.follow_up for one in intents if isinstance(one, Move | Restart)}
    kept = [changed.get(one.id, one) for one in stored if one.id not in cancelled]
    return [*kept, *(intent.follow_up for intent in intents if isinstance(intent, Schedule))]


def _key(one: FollowUp) -> tuple[FollowUpKind, str, int]:
    return (one.kind, one.person, one.ordinal)
