"""Follow-ups to test with, and a tiny store that carries intents out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.followup.hours import always_open
from bot.core.followup.intents import Cancel, Move, PlanIntent, Restart, Schedule
from bot.core.followup.plan import plan_follow_ups
from bot.core.followup.types import Cadence, FollowUp, FollowUpKind, FollowUpState
from bot.core.interview.types import Interview
from tests.unit.core.interview.examples import an_interview

END = an_interview().end or datetime.max.replace(tzinfo=UTC)
"""Thursday, 13 May 2027, 10:00 UTC: 12:00 in Berlin."""
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
BERLIN = "Europe/Berlin"


def utc(text: str) -> datetime:
    """Return an ISO moment as aware UTC; without an offset it is UTC already."""
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def plan(interview: Interview, stored: Sequence[FollowUp] = (), **changes: Any) -> list[PlanIntent]:
    given: dict[str, Any] = {
        "others": (), "cadence": Cadence(), "owner_tz": BERLIN, "closed": always_open, "now": END - DAY, **changes,
    }  # fmt: skip
    return plan_follow_ups(interview=interview, follow_ups=stored, **given)


def carry_out(stored: Sequence[FollowUp], intents: Sequence[PlanIntent]) -> list[FollowUp]:
    """Return what is stored once *intents* are carried out, as the pipeline does it."""
    by_id = {one.id: one for one in stored}
    for intent in intents:
        match intent:
            case Schedule(follow_up=one):
                assert one.id == 0
                key = (one.kind, one.person, one.ordinal)
                assert key not in {(o.kind, o.person, o.ordinal) for o in by_id.values()}, "unique in the store"
                new_id = max(by_id, default=0) + 1
                by_id[new_id] = replace(one, id=new_id)
            case Move(follow_up=one):
                by_id[one.id] = one
            case Restart(follow_up=one):
                assert one.state is FollowUpState.PLANNED
                by_id[one.id] = one
            case Cancel(follow_up_id=old, reason=reason):
                by_id[old] = replace(by_id[old], state=FollowUpState.CANCELLED, stop_reason=reason)
    return list(by_id.values())


def planned(interview: Interview, **changes: Any) -> list[FollowUp]:
    """Return the stored follow-ups of an interview that was planned once."""
    return carry_out([], plan(interview, **changes))


def of_kind(stored: Sequence[FollowUp], kind: FollowUpKind) -> list[FollowUp]:
    return [one for one in stored if one.kind is kind]


def only(stored: Sequence[FollowUp], kind: FollowUpKind) -> FollowUp:
    (one,) = of_kind(stored, kind)
    return one


def in_state(stored: Sequence[FollowUp], kind: FollowUpKind, state: FollowUpState, **more: Any) -> list[FollowUp]:
    """Return *stored* with every follow-up of *kind* in *state*."""
    return [replace(one, state=state, **more) if one.kind is kind else one for one in stored]
