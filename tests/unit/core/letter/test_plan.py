"""The plan in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.followup.types import Cadence, FollowUpState, StopReason
from bot.core.interview.types import InterviewStatus
from bot.core.letter.context import StatusRow
from bot.core.letter.overview import show_state, write_status
from bot.core.letter.plan import name_follow_up, show_dropped, show_plan
from tests.unit.core.letter import examples as x


@pytest.mark.parametrize("reason", StopReason)
def test_every_stop_reason_is_told(reason: StopReason) -> None:
    gone = replace(x.THANKS, state=FollowUpState.CANCELLED, stop_reason=reason)
    assert ", because " in show_dropped(x.context(), x.INTERVIEW, [gone])[0]


@pytest.mark.parametrize("state", FollowUpState)
def test_every_state_is_told(state: FollowUpState) -> None:
    shown = show_state(x.context(), x.INTERVIEW, replace(x.THANKS, state=state, sent_at=x.AFTER))
    assert shown.startswith("Thank-you to Jane Whitcombe: ")
    assert shown.endswith(".")


@pytest.mark.parametrize("status", InterviewStatus)
def test_every_status_is_told(status: InterviewStatus) -> None:
    assert "Acme" in write_status(x.context(), rows=[StatusRow(interview=replace(x.INTERVIEW, status=status))]).text


def test_the_first_to_leave_comes_first_and_the_dropped_not_at_all() -> None:
    gone = replace(x.THANKS, id=20, person="Eve", state=FollowUpState.SKIPPED)
    later = replace(x.MORE_THANKS, send_at=x.THANKS.send_at + timedelta(hours=1))
    shown = show_plan(x.context(), x.INTERVIEW, [x.CHECK, later, gone, x.THANKS])
    assert [line.split(":")[0] for line in shown] == [
        "Thank-you to Jane Whitcombe",
        "Thank-you to Tom Reyes",
        "Status check to Ana Lima",
    ]


def test_three_of_the_same_time_are_told_together() -> None:
    third = replace(x.THANKS, id=30, person="Eve Adler")
    shown = show_plan(x.context(), x.INTERVIEW, [x.THANKS, x.MORE_THANKS, third])
    assert [line.split(":")[0] for line in shown] == [
        "Thank-you to Jane Whitcombe, Tom Reyes and Eve Adler, one mail each"
    ]


def test_without_a_decision_date_it_says_so() -> None:
    assert "They named no date" in show_plan(x.context(), replace(x.INTERVIEW, decision_by=None), [x.CHECK])[0]


def test_what_is_due_at_once_is_told_as_such() -> None:
    shown = show_plan(x.context(now=x.THANKS.send_at), x.INTERVIEW, [x.THANKS])[0]
    assert "I show you the draft in a moment. With your yes it leaves after 10 minutes" in shown


def test_a_second_status_check_is_called_so_and_reckoned_from_the_first() -> None:
    second = replace(x.CHECK, id=14, ordinal=2, send_at=x.CHECK.send_at + timedelta(days=9))
    assert name_follow_up(second) == "second status check"
    shown = show_plan(x.context(cadence=Cadence()), x.INTERVIEW, [x.CHECK, second])
    assert "status check 1 sent" in shown[1]


def test_a_planned_moment_that_has_passed_outside_the_hours_is_told_as_the_next_one_inside() -> None:
    evening = x.THANKS.send_at.replace(hour=19)  # 21:00 in Berlin, 15:00 in New York
    at_home = replace(x.INTERVIEW, tz="Europe/Berlin")
    shown = show_plan(x.context(now=evening, cadence=Cadence()), at_home, [x.THANKS])[0]
    assert "With your yes it leaves on Fri 15 May, 08:30" in shown
    abroad = show_plan(x.context(now=evening, cadence=Cadence()), x.INTERVIEW, [x.THANKS])[0]
    assert "With your yes it leaves after 10 minutes" in abroad


def test_a_mail_that_would_leave_on_a_holiday_over_there_is_told_for_the_day_after() -> None:
    evening = x.THANKS.send_at.replace(hour=19)
    holidays = {"Europe/Berlin": {date(2026, 5, 15)}}
    there = x.context(now=evening, cadence=Cadence(), closed=lambda tz: holidays.get(tz, set()).__contains__)
    shown = show_plan(there, replace(x.INTERVIEW, tz="Europe/Berlin"), [x.THANKS])[0]
    assert "Fri 15 May" not in shown
    assert "With your yes it leaves on Sat 16 May, 08:30" in shown
