"""What comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState
from bot.core.interview.types import InterviewStatus
from bot.core.letter.glance import answer_days, find_next
from tests.unit.core.letter.examples import INTERVIEW, digest

START = INTERVIEW.start
assert START is not None
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def mail(state: FollowUpState, *, kind: FollowUpKind = FollowUpKind.THANK_YOU, days: int = 1) -> FollowUp:
    at = START + days * DAY  # type: ignore[operator]
    return FollowUp(interview_id=1, kind=kind, person="Jane", state=state, draft_at=at - HOUR, send_at=at)


def step(interview=INTERVIEW, follow_ups=(), *, after=2 * HOUR):
    found = find_next(interview, follow_ups, now=START + after, tz="Europe/Berlin")
    return found.step, found.waits


UNDECIDED = replace(INTERVIEW, decision_by=None)


@pytest.mark.parametrize(
    ("state", "says", "waits"),
    [
        (FollowUpState.PLANNED, "draft: thank-you to Jane", False),
        (FollowUpState.WAITING, "your yes: thank-you to Jane", True),
        (FollowUpState.HELD, "your yes: thank-you to Jane", True),
        (FollowUpState.APPROVED, "leaves: thank-you to Jane", False),
        (FollowUpState.SENDING, "leaves: thank-you to Jane", False),
        (FollowUpState.UNKNOWN, "your answer, whether it arrived: thank-you to Jane", True),
        *((state, "", False) for state in ("sent", "skipped", "cancelled", "expired", "failed")),
    ],
)
def test_a_mail_says_what_it_waits_for(state: str, says: str, waits: bool) -> None:
    assert step(UNDECIDED, [mail(FollowUpState(state))]) == (says, waits)


def test_what_waits_for_the_owner_comes_before_what_is_sooner() -> None:
    check = mail(FollowUpState.WAITING, kind=FollowUpKind.STATUS_CHECK, days=9)
    assert step(UNDECIDED, [mail(FollowUpState.PLANNED), check]) == ("your yes: status check to Jane", True)


def test_of_what_is_ahead_the_soonest_comes_first() -> None:
    assert step(UNDECIDED, [mail(FollowUpState.PLANNED)], after=-DAY) == ("interview", False)
    assert step(UNDECIDED, [mail(FollowUpState.PLANNED)], after=2 * HOUR) == ("draft: thank-you to Jane", False)


def test_their_decision_is_awaited_until_its_day_is_over() -> None:
    decided = replace(INTERVIEW, decision_by=(START + 5 * DAY).date())  # type: ignore[operator]
    assert step(decided) == ("their decision", False)
    assert step(decided, after=6 * DAY) == ("", False)
    assert step(replace(decided, status=InterviewStatus.CLOSED)) == ("", False)
    assert step(replace(decided, answered_at=START)) == ("", False)


def test_a_doubtful_interview_waits_for_an_answer() -> None:
    assert step(replace(UNDECIDED, status=InterviewStatus.UNSURE), after=-DAY) == ("your answer to my question", True)


def test_of_fewer_than_three_answers_nothing_is_said() -> None:
    end = INTERVIEW.end
    assert end is not None
    answered = [replace(INTERVIEW, answered_at=end + days * DAY) for days in (9, 2, 5)]
    assert answer_days(answered) == (3, 5)
    assert answer_days(answered[:2]) is None
    assert answer_days([*answered[:2], replace(INTERVIEW, answered_at=end - DAY, decision_by=date(2026, 1, 1))]) is None


def test_their_decision_has_a_day_and_no_hour() -> None:
    assert "Next: their decision, Fri 29 May\n" in digest().text
