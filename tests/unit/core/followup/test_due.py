"""When an approved mail leaves, and when it is late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core.followup.due import approved_moment, find_tz, find_window, quiet_days
from bot.core.followup.hours import always_open
from bot.core.followup.types import Cadence, FollowUp, FollowUpKind, QuietRule
from tests.unit.core.followup.examples import BERLIN, HOUR, utc
from tests.unit.core.interview.examples import an_interview

RULES = Cadence()
SEND_AT = utc("2027-05-13T14:00+02:00")
THANKS = FollowUp(
    interview_id=7,
    kind=FollowUpKind.THANK_YOU,
    draft_at=SEND_AT - HOUR,
    send_at=SEND_AT,
    deadline_at=SEND_AT + 46 * HOUR,
)


@pytest.mark.parametrize(
    ("approved_at", "leaves_at"),
    [
        pytest.param("2027-05-13T12:35+02:00", "2027-05-13T14:00+02:00", id="early: at the planned moment (E1)"),
        pytest.param("2027-05-13T13:55+02:00", "2027-05-13T14:05+02:00", id="just before: when undo is over"),
        pytest.param("2027-05-13T16:00+02:00", "2027-05-13T16:10+02:00", id="later: when undo is over"),
        pytest.param("2027-05-13T18:55+02:00", "2027-05-14T08:30+02:00", id="undo ends after the window: next morning"),
        pytest.param("2027-05-14T23:00+02:00", "2027-05-15T08:30+02:00", id="at night: next morning, Saturday too"),
    ],
)
def test_an_approved_mail_leaves(approved_at: str, leaves_at: str) -> None:
    moment = approved_moment(
        THANKS,
        approved_at=utc(approved_at),
        undo=timedelta(minutes=10),
        window=find_window(THANKS.kind, RULES),
        tz=BERLIN,
        closed=always_open,
    )
    assert moment == utc(leaves_at)


def test_a_closed_day_on_which_the_plan_put_it_is_open_for_it() -> None:
    holidays = frozenset({date(2027, 5, 13), date(2027, 5, 14)})
    window = find_window(THANKS.kind, RULES)
    for approved_at, leaves_at in [
        ("2027-05-13T12:00+02:00", SEND_AT),
        ("2027-05-13T20:00+02:00", utc("2027-05-15T08:30+02:00")),
    ]:
        moment = approved_moment(
            THANKS, approved_at=utc(approved_at), undo=HOUR, window=window, tz=BERLIN, closed=holidays.__contains__
        )
        assert moment == leaves_at


def test_the_recipients_zone_counts_where_it_is_known() -> None:
    assert find_tz(an_interview(tz="America/New_York"), BERLIN) == "America/New_York"
    assert find_tz(an_interview(tz=None), BERLIN) == BERLIN
    assert find_tz(an_interview(tz="Nowhere"), BERLIN) == BERLIN


def test_pauses_and_holidays_are_quiet() -> None:
    rules = Cadence(quiet=QuietRule(pauses=((date(2027, 7, 1), date(2027, 7, 14)),)))
    quiet = quiet_days(rules, frozenset({date(2027, 12, 25)}).__contains__)
    assert [quiet(day) for day in (date(2027, 6, 30), date(2027, 7, 1), date(2027, 7, 14), date(2027, 7, 15))] == [
        False,
        True,
        True,
        False,
    ]
    assert quiet(date(2027, 12, 25))
