"""Dates as people write them, against the day of the mail (Wednesday, 3 June 2026)."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.reading.company.dates import DateSetting, find_dates, tell_day_order
from tests.unit.core.reading.company.words import ENGLISH

WEDNESDAY = date(2026, 6, 3)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("on Friday, June 12, 2026 at", ["2026-06-12"], id="weekday, month, day, year"),
        pytest.param("Thursday 26 November, 12:00", ["2026-11-26"], id="day before month, no year"),
        pytest.param("the 9th of July", ["2026-07-09"], id="an ordinal of a month"),
        pytest.param("January 6 and I'll call", ["2027-01-06"], id="a month long past is next year's"),
        pytest.param("May 28", ["2026-05-28"], id="a few days ago is this year's"),
        pytest.param("2026-07-02 14:00", ["2026-07-02"], id="ISO 8601"),
        pytest.param("21.07.2026", ["2026-07-21"], id="points put the day first"),
        pytest.param("06/23/2026", ["2026-06-23"], id="a month cannot be 23"),
        pytest.param("Mon 8/31", ["2026-08-31"], id="the weekday settles the order"),
        pytest.param("Friday 12th", ["2026-06-12"], id="weekday and ordinal"),
        pytest.param("Tuesday the 9th", ["2026-06-09"], id="the ninth"),
        pytest.param("next Thursday, the 11th", ["2026-06-11"], id="next settled by its number"),
        pytest.param("on Thursday", ["2026-06-04"], id="a bare weekday is the next one"),
        pytest.param("on Wednesday", ["2026-06-10"], id="today's weekday is in a week"),
        pytest.param("this Wednesday", ["2026-06-03"], id="this and today's weekday"),
        pytest.param("next Friday", ["2026-06-12", "2026-06-05"], id="next, early in the week, has two readings"),
        pytest.param("next Monday", ["2026-06-08"], id="next, for a day of next week, has one"),
        pytest.param("Thursday week at 10", ["2026-06-11"], id="Thursday week"),
        pytest.param("a week on Thursday at 8", ["2026-06-11"], id="a week on Thursday"),
        pytest.param("a week from Friday", ["2026-06-12"], id="a week from Friday"),
        pytest.param("a fortnight on Monday", ["2026-06-22"], id="a fortnight on Monday"),
        pytest.param("Monday fortnight", ["2026-06-22"], id="Monday fortnight"),
        pytest.param("Friday next week", ["2026-06-12"], id="Friday next week"),
        pytest.param("next week on Monday", ["2026-06-08"], id="next week on Monday"),
        pytest.param("tmrw 3pm", ["2026-06-04"], id="tmrw"),
        pytest.param("Tom i.e", ["2026-06-04"], id="tom"),
        pytest.param("04/06/2026 (Thursday) from 9", ["2026-06-04"], id="a weekday behind settles the order"),
        pytest.param("07/06/2026 (Monday)", ["2026-07-06"], id="a weekday behind that fits one of two orders"),
        pytest.param("tomorrow at 9", ["2026-06-04"], id="tomorrow"),
        pytest.param("the day after tomorrow", ["2026-06-05"], id="the day after tomorrow"),
        pytest.param("Thursday, June 5", ["2026-06-05", "2026-06-04"], id="weekday and number disagree: both"),
    ],
)
def test_a_date_is_resolved(text: str, wanted: list[str]) -> None:
    (mention,) = find_dates(text, ENGLISH, DateSetting(today=WEDNESDAY))
    assert [day.isoformat() for day in mention.readings] == wanted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("you may 5 times sat there", id="words that are also months or days"),
        pytest.param("at 11.30 we", id="a time with a point"),
        pytest.param("24/7 and 3.5% of 10/10/10/10", id="figures"),
        pytest.param("Mondays are best", id="weekdays in general"),
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_dates(text, ENGLISH, DateSetting(today=WEDNESDAY)) == ()


@pytest.mark.parametrize("text", ["Jan 20-23", "between June 8 and June 10", "the week of 8 June", "June 8 - June 10"])
def test_a_span_of_days_is_marked(text: str) -> None:
    assert all(mention.span_of_days for mention in find_dates(text, ENGLISH, DateSetting(today=WEDNESDAY)))


def test_order_that_nobody_can_tell_leaves_both_readings() -> None:
    (mention,) = find_dates("07/06/2026", ENGLISH, DateSetting(today=WEDNESDAY))
    assert {day.isoformat() for day in mention.readings} == {"2026-06-07", "2026-07-06"}


def test_where_the_author_sits_settles_the_order() -> None:
    (mention,) = find_dates("07/06/2026", ENGLISH, DateSetting(today=WEDNESDAY, day_first=True))
    assert [day.isoformat() for day in mention.readings] == ["2026-06-07"]


def test_another_date_of_the_same_author_settles_the_order() -> None:
    assert tell_day_order(["from 23/06/2026"], ENGLISH, [False]) is True
    assert tell_day_order(["no dates"], ENGLISH, [True, False]) is None


def test_the_thread_tells_which_wednesday_is_meant() -> None:
    setting = DateSetting(today=WEDNESDAY, known=(date(2026, 6, 17),))
    (mention,) = find_dates("the Wednesday then", ENGLISH, setting)
    assert mention.readings == (date(2026, 6, 17),)
