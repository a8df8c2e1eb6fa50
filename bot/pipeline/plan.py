"""Arrow 4: the plan of one interview, made anew after anything changed; planning twice changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.core.approval.status import FollowUpEvent, next_state
from bot.core.delivery.status import OutboxEvent
from bot.core.followup.due import find_tz
from bot.core.followup.intents import Cancel, Move, Restart, Schedule, Touch, TouchKind
from bot.core.followup.plan import plan_follow_ups
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState, StopReason
from bot.core.interview.match import is_later, same_case
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.reading.types import Kind
from bot.pipeline.ports import AccountStore, FollowUpStore, InterviewStore, OutboxStore, TouchStore
from bot.pipeline.setup import Setup

_CLOSED_FOR = {Kind.REJECTION.value: StopReason.REJECTED, Kind.OFFER.value: StopReason.OFFERED}


class PlanStore(InterviewStore, AccountStore, TouchStore, FollowUpStore, OutboxStore, Protocol):
    """What planning needs."""


def replan(work: PlanStore, setup: Setup, interview: Interview, now: datetime) -> list[FollowUp]:
    """Bring the plan of *interview* up to date, and of the talks before it that hang on it; return the follow-ups that became void
    although a draft had been shown."""
    case = same_case(interview, work.load_interviews())
    voided = _replan_one(work, setup, interview, case, now)
    for earlier in case:
        if earlier.status is InterviewStatus.EXPECTED and is_later(interview, earlier):
            others = [interview, *(other for other in case if other.id != earlier.id)]
            voided += _replan_one(work, setup, earlier, others, now)
    return voided


def _replan_one(
    work: PlanStore, setup: Setup, interview: Interview, case: Sequence[Interview], now: datetime
) -> list[FollowUp]:
    intents = plan_follow_ups(
        interview=interview,
        follow_ups=work.load_follow_ups(interview_id=interview.id),
        others=load_touches(work),
        cadence=setup.cadence,
        owner_tz=setup.owner.tz,
        closed=setup.holidays(find_tz(interview, setup.owner.tz)),
        now=now,
        closed_for=_CLOSED_FOR.get(interview.closed_for or "", StopReason.OWNER_STOPPED),
        account=work.load_account(interview.id),
        case=case,
    )
    voided: list[FollowUp] = []
    for intent in intents:
        match intent:
            case Schedule(follow_up=follow_up):
                if work.add_follow_up(follow_up):
                    _note(work, now, "follow_up_planned", follow_up)
            case Move(follow_up=follow_up):
                work.save_follow_up(follow_up, expected=follow_up.state)
                _note(work, now, "follow_up_moved", follow_up)
            case Restart(follow_up=follow_up, reason=reason):
                voided += _restart(work, follow_up, reason, now)
            case Cancel(follow_up_id=key, reason=reason):
                voided += cancel_follow_up(work, key, reason, now)
    return voided


def cancel_follow_up(work: PlanStore, follow_up_id: int, reason: StopReason, now: datetime) -> list[FollowUp]:
    """Cancel a follow-up that has not left; return it as it was if a draft had been shown, else nothing."""
    before = work.load_follow_up(follow_up_id)
    if before is None or not withdraw_mail(work, before, OutboxEvent.CANCEL):
        return []
    state = next_state(before.state, FollowUpEvent.CANCELLED)
    after = replace(before, state=state, stop_reason=reason, snoozed_until=None)
    if not work.save_follow_up(after, expected=before.state):
        return []
    _note(work, now, "follow_up_cancelled", after)
    return [after]


def restart_follow_up(work: PlanStore, follow_up: FollowUp, reason: StopReason, now: datetime) -> list[FollowUp]:
    """Void a draft that was shown, to be planned anew; return it as it was if it had been, else nothing."""
    return _restart(work, replace(follow_up, snoozed_until=None), reason, now)


def withdraw_mail(work: OutboxStore, follow_up: FollowUp, event: OutboxEvent) -> bool:
    """Take a follow-up's mail off the way out (HOLD or CANCEL); return False when it may have left."""
    item = work.load_outbox(follow_up_id=follow_up.id)
    if item is None or follow_up.state not in (FollowUpState.APPROVED, FollowUpState.SENDING):
        return follow_up.state is not FollowUpState.SENDING
    return work.move_mail(item.id, event)


def _restart(work: PlanStore, follow_up: FollowUp, reason: StopReason | None, now: datetime) -> list[FollowUp]:
    before = work.load_follow_up(follow_up.id)
    if before is None or not withdraw_mail(work, before, OutboxEvent.CANCEL):
        return []
    state = next_state(before.state, FollowUpEvent.RESTARTED)
    if not work.save_follow_up(replace(follow_up, state=state), expected=before.state):
        return []
    _note(work, now, "follow_up_restarted", follow_up)
    return [replace(before, stop_reason=reason)] if reason else []


def load_touches(work: PlanStore) -> list[Touch]:
    """Return all that reached a company, or is approved to; the companies are those of the record now."""
    companies = {interview.id: interview.company for interview in work.load_interviews()}
    reached = (FollowUpState.SENT, FollowUpState.APPROVED, FollowUpState.SENDING, FollowUpState.UNKNOWN)
    return [
        Touch(
            company=companies.get(follow_up.interview_id),
            at=follow_up.sent_at or follow_up.send_at,
            kind=TouchKind.THANK_YOU if follow_up.kind is FollowUpKind.THANK_YOU else TouchKind.STATUS_CHECK,
            interview_id=follow_up.interview_id,
        )
        for follow_up in work.load_follow_ups(states=reached)
        if follow_up.kind is not FollowUpKind.REJECTION_REPLY  # a direct answer to a mail of theirs (E13)
    ] + [replace(touch, company=companies.get(touch.interview_id or 0)) for touch in work.load_touches()]


def _note(work: PlanStore, now: datetime, event: str, follow_up: FollowUp) -> None:
    subject = f"interview:{follow_up.interview_id}"
    work.add_journal(
        now,
        event,
        subject,
        kind=follow_up.kind,
        person=follow_up.person,
        send_at=follow_up.send_at,
        reason=follow_up.stop_reason,
    )
