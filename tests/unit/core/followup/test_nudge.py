"""Reminders and the end of a thank-you's time (E1)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.followup.nudge import Nudge, find_nudge
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState
from tests.unit.core.followup.examples import END, HOUR

THANKS = FollowUp(
    id=1,
    interview_id=7,
    kind=FollowUpKind.THANK_YOU,
    state=FollowUpState.WAITING,
    draft_at=END,
    send_at=END + 2 * HOUR,
    target_at=END + 24 * HOUR,
    deadline_at=END + 48 * HOUR,
)


@pytest.mark.parametrize(
    ("shown", "now", "nudge"),
    [
        pytest.param(1, 17.9, None, id="not yet"),
        pytest.param(1, 18, Nudge.REMIND, id="six hours before the target"),
        pytest.param(17, 18, None, id="shown an hour ago"),
        pytest.param(17, 41.9, None, id="shown late: not before the deadline comes near"),
        pytest.param(17, 42, Nudge.REMIND, id="six hours before the deadline"),
        pytest.param(41, 42, None, id="shown an hour ago, near the deadline"),
        pytest.param(1, 48, Nudge.LATE, id="its time has passed"),
        pytest.param(50, 51, None, id="shown when it was late already"),
    ],
)
def test_the_owner_is_reminded_once_and_asked_when_it_is_late_e1(shown: float, now: float, nudge: Nudge | None) -> None:
    found = find_nudge(
        THANKS,
        shown_at=END + timedelta(hours=shown),
        remind_before=6 * HOUR,
        now=END + timedelta(hours=now),
    )
    assert found is nudge


@pytest.mark.parametrize("state", [state for state in FollowUpState if state not in ("waiting", "held")])
def test_of_what_does_not_wait_nobody_is_reminded(state: FollowUpState) -> None:
    thanks = FollowUp(
        interview_id=7,
        kind=THANKS.kind,
        state=state,
        draft_at=END,
        send_at=END,
        target_at=THANKS.target_at,
        deadline_at=THANKS.deadline_at,
    )
    assert find_nudge(thanks, shown_at=END, remind_before=6 * HOUR, now=END + 60 * HOUR) is None
