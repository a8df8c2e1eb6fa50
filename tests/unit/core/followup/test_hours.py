"""Windows, business days and waits, on days that clocks change too."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.followup.hours import (
    add_business_days,
    after_delay,
    always_open,
    at_wall_clock,
    first_moment,
    is_inside,
    zone,
)
from bot.core.followup.types import Delay, Window
from tests.unit.core.followup.examples import BERLIN, utc

NEW_YORK = "America/New_York"
OFFICE = Window(start=time(9), end=time(17), weekends=False)
LONG = Window(start=time(8, 30), end=time(19), weekends=True)
ALL_DAY = Window(start=time(0), end=time.max, weekends=True)
ALL_DAY_TOO = Window(start=time(0), end=time(0), weekends=True)
NIGHT = Window(start=time(22), end=time(2), weekends=True)
GAP = Window(start=time(2, 30), end=time(4), weekends=True)
FOLD = Window(start=time(2, 15), end=time(2, 45), weekends=True)
ASCENSION = frozenset({date(2027, 5, 6)})


@pytest.mark.parametrize(
    ("window", "tz", "after", "moment"),
    [
        pytest.param(OFFICE, BERLIN, "2027-05-12T10:00+02:00", "2027-05-12T10:00+02:00", id="inside: at once"),
        pytest.param(OFFICE, BERLIN, "2027-05-12T08:59+02:00", "2027-05-12T09:00+02:00", id="before it opens: when it opens"),
        pytest.param(OFFICE, BERLIN, "2027-05-12T17:00+02:00", "2027-05-13T09:00+02:00", id="its end is outside"),
        pytest.param(OFFICE, BERLIN, "2027-05-14T17:30+02:00", "2027-05-17T09:00+02:00", id="Friday evening: Monday"),
        pytest.param(LONG, BERLIN, "2027-05-14T19:30+02:00", "2027-05-15T08:30+02:00", id="weekends may count"),
        pytest.param(OFFICE, BERLIN, "2027-05-05T18:00+02:00", "2027-05-07T09:00+02:00", id="a holiday is skipped"),
        pytest.param(LONG, BERLIN, "2027-05-06T10:00+02:00", "2027-05-07T08:30+02:00", id="a holiday is skipped in any window"),
        pytest.param(OFFICE, NEW_YORK, "2027-05-12T10:00+02:00", "2027-05-12T09:00-04:00", id="the window is in its own zone"),
        pytest.param(ALL_DAY, BERLIN, "2027-05-15T23:59:59.999999+02:00", "2027-05-15T23:59:59.999999+02:00", id="00:00 to 24:00"),
        pytest.param(ALL_DAY_TOO, BERLIN, "2027-05-15T03:00+02:00", "2027-05-15T03:00+02:00", id="00:00 to 00:00 is the whole day"),
        pytest.param(NIGHT, BERLIN, "2027-05-15T01:00+02:00", "2027-05-15T01:00+02:00", id="over midnight, after it"),
        pytest.param(NIGHT, BERLIN, "2027-05-15T02:00+02:00", "2027-05-15T22:00+02:00", id="over midnight, between"),
        pytest.param(GAP, BERLIN, "2027-03-28T00:30+01:00", "2027-03-28T03:00+02:00", id="opens in the gap of 28 March: right after it"),
        pytest.param(GAP, NEW_YORK, "2027-03-14T00:30-05:00", "2027-03-14T03:00-04:00", id="the same in New York on 14 March"),
        pytest.param(LONG, BERLIN, "2027-03-27T20:00+01:00", "2027-03-28T08:30+02:00", id="the morning after the gap"),
        pytest.param(LONG, BERLIN, "2027-10-30T20:00+02:00", "2027-10-31T08:30+01:00", id="the morning after the second hour"),
        pytest.param(FOLD, BERLIN, "2027-10-31T00:00+02:00", "2027-10-31T02:15+02:00", id="opens in the double hour: at the first"),
        pytest.param(FOLD, BERLIN, "2027-10-31T02:30+01:00", "2027-10-31T02:30+01:00", id="ends in it: at the second"),
        pytest.param(FOLD, BERLIN, "2027-10-31T02:45+01:00", "2027-11-01T02:15+01:00", id="and not later"),
    ],
)  # fmt: skip
def test_the_first_moment(window: Window, tz: str, after: str, moment: str) -> None:
    found = first_moment(window, after=utc(after), tz=tz, closed=ASCENSION.__contains__)
    assert found == utc(moment)
    assert found.tzinfo is UTC
    assert is_inside(found, window, tz=tz, closed=ASCENSION.__contains__)


def test_a_whole_day_is_open_through_both_dst_days() -> None:
    for day in (date(2027, 3, 28), date(2027, 10, 31)):
        start = at_wall_clock(day, time(0), ZoneInfo(BERLIN))
        for quarters in range(25 * 4):
            moment = start + quarters * timedelta(minutes=15)
            assert first_moment(ALL_DAY, after=moment, tz=BERLIN, closed=always_open) == moment


def test_a_window_inside_the_gap_is_not_open_that_day() -> None:
    inside = Window(start=time(2, 10), end=time(2, 50))
    found = first_moment(inside, after=utc("2027-03-28T00:00+01:00"), tz=BERLIN, closed=always_open)
    assert found == utc("2027-03-29T02:10+02:00")


def test_no_open_day_at_all_is_an_error_and_no_endless_search() -> None:
    with pytest.raises(ValueError, match="ten years"):
        first_moment(OFFICE, after=utc("2027-05-12"), tz=BERLIN, closed=lambda day: True)
    with pytest.raises(ValueError, match="ten years"):
        add_business_days(date(2027, 5, 12), 1, lambda day: True)


@pytest.mark.parametrize(
    ("day", "n", "then"),
    [
        pytest.param(date(2027, 5, 13), 1, date(2027, 5, 14), id="Thursday and one: Friday"),
        pytest.param(date(2027, 5, 14), 1, date(2027, 5, 17), id="Friday and one: Monday"),
        pytest.param(date(2027, 5, 15), 1, date(2027, 5, 17), id="Saturday and one: Monday"),
        pytest.param(date(2027, 5, 5), 1, date(2027, 5, 7), id="a holiday does not count"),
        pytest.param(date(2027, 5, 13), 7, date(2027, 5, 24), id="seven"),
        pytest.param(date(2027, 5, 15), 0, date(2027, 5, 15), id="none"),
    ],
)
def test_business_days(day: date, n: int, then: date) -> None:
    assert add_business_days(day, n, ASCENSION.__contains__) == then


@pytest.mark.parametrize(
    ("start", "delay", "then"),
    [
        pytest.param("2027-03-27T12:00+01:00", Delay(elapsed=timedelta(days=1)), "2027-03-28T13:00+02:00", id="elapsed time"),
        pytest.param("2027-03-26T12:00+01:00", Delay(business_days=1), "2027-03-29T12:00+02:00", id="business days keep the wall clock"),
        pytest.param("2027-05-13T23:30+00:00", Delay(business_days=1), "2027-05-17T01:30+02:00", id="the day is the zone's"),
        pytest.param("2027-05-13T12:00+02:00", Delay(), "2027-05-13T12:00+02:00", id="no wait"),
    ],
)  # fmt: skip
def test_waits(start: str, delay: Delay, then: str) -> None:
    assert after_delay(utc(start), delay, tz=BERLIN, closed=always_open) == utc(then)


@pytest.mark.parametrize("name", [None, "", "Mars/Base", "../../etc/passwd", "\0", "Pacific Standard Time", "a" * 5000])
def test_a_zone_out_of_a_mail_may_be_anything(name: str | None) -> None:
    assert zone(name, BERLIN).key == BERLIN


def test_a_wall_clock_in_the_gap_is_the_change_itself() -> None:
    assert at_wall_clock(date(2027, 3, 28), time(2, 59, 59), ZoneInfo(BERLIN)) == datetime(2027, 3, 28, 1, tzinfo=UTC)
