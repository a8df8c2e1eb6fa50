"""The plan as arithmetic the owner can follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.core.followup.account import explain_plan, format_delay, format_span
from bot.core.followup.types import Cadence, Delay, FollowUpKind, FollowUpState, ThankYouRule, Window
from tests.unit.core.followup.examples import BERLIN, DAY, END, carry_out, in_state, of_kind, only, plan, planned, utc
from tests.unit.core.interview.examples import an_interview

RULES = Cadence()


def test_a_thank_you_in_the_recipients_zone_e1() -> None:
    end = utc("2027-05-13T11:00-04:00")
    interview = an_interview(start=end - timedelta(hours=1), end=end, tz="America/New_York")
    thanks = only(planned(interview), FollowUpKind.THANK_YOU)
    assert explain_plan(follow_up=thanks, interview=interview, cadence=RULES, owner_tz=BERLIN) == [
        "ended Thu 13 May 11:00",
        "not before +2 h = 13:00",
        "window 08:30-19:00 in New York",
        "planned Thu 13 May 13:00 (Thu 13 May 19:00 in Berlin)",
        "late after Sat 15 May 11:00",
    ]


def test_a_first_status_check_e11_e12() -> None:
    dated = an_interview(decision_by=date(2027, 5, 20))
    check = only(planned(dated), FollowUpKind.STATUS_CHECK)
    assert explain_plan(follow_up=check, interview=dated, cadence=RULES, owner_tz=BERLIN) == [
        "ended Thu 13 May 12:00",
        "they decide by Thu 20 May",
        "+1 business day",
        "at least 3 days after the last mail to this company",
        "window 09:00-17:00 in Berlin, Monday to Friday",
        "planned Fri 21 May 09:00",
    ]
    undated = an_interview()
    check = only(planned(undated), FollowUpKind.STATUS_CHECK)
    lines = explain_plan(follow_up=check, interview=undated, cadence=RULES, owner_tz=BERLIN)
    assert "no date was named: +7 business days" in lines


def test_a_second_status_check() -> None:
    stored = in_state(planned(an_interview()), FollowUpKind.STATUS_CHECK, FollowUpState.SENT, sent_at=END + 11 * DAY)
    first, second = of_kind(carry_out(stored, plan(an_interview(), stored)), FollowUpKind.STATUS_CHECK)
    lines = explain_plan(follow_up=second, interview=an_interview(), cadence=RULES, owner_tz=BERLIN, previous=first)
    assert lines[1:3] == ["status check 1 sent Mon 24 May 12:00", "+7 business days"]


def test_a_whole_day_is_written_as_people_do() -> None:
    rules = Cadence(thank_you=ThankYouRule(window=Window(start=time(0), end=time.max)))
    thanks = only(planned(an_interview(), cadence=rules), FollowUpKind.THANK_YOU)
    lines = explain_plan(follow_up=thanks, interview=an_interview(), cadence=rules, owner_tz=BERLIN)
    assert "window 00:00-24:00 in Berlin" in lines


def test_without_a_time_there_is_no_sum() -> None:
    thanks = only(planned(an_interview()), FollowUpKind.THANK_YOU)
    unknown = replace(an_interview(), start=None, end=None)
    assert explain_plan(follow_up=thanks, interview=unknown, cadence=RULES, owner_tz=BERLIN) == []


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (timedelta(0), "0 min"),
        (timedelta(minutes=30), "30 min"),
        (timedelta(minutes=150), "2 h 30 min"),
        (timedelta(hours=48), "2 days"),
        (timedelta(days=1), "1 day"),
    ],
)
def test_spans(span: timedelta, text: str) -> None:
    assert format_span(span) == text
    assert format_delay(Delay(elapsed=span)) == text
