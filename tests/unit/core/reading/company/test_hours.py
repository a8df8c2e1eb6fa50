"""Times of day as people write them."""

from __future__ import annotations

import time

import pytest

from bot.core.reading.company.hours import find_clocks, writes_day_style
from tests.unit.core.reading.company.words import ENGLISH


def clocks(text: str) -> list[tuple[str, str | None]]:
    found = find_clocks(text, ENGLISH, (), writes_day_style(text))
    return [
        (clock(start), clock(end) if end is not None else None) for mention in found for start, end in mention.options
    ]


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("at 3pm", [("15:00", None)], id="3pm"),
        pytest.param("at 10.15am", [("10:15", None)], id="a point and am"),
        pytest.param("2:30 p.m.", [("14:30", None)], id="p.m."),
        pytest.param("at 14:00", [("14:00", None)], id="24 hours"),
        pytest.param("at 09:30", [("09:30", None)], id="a leading zero is the morning"),
        pytest.param("at 11.30, please", [("11:30", None)], id="a point after at"),
        pytest.param("at half past two", [("14:30", None)], id="half past"),
        pytest.param("at quarter to nine", [("08:45", None)], id="quarter to"),
        pytest.param("at noon", [("12:00", None)], id="noon"),
        pytest.param("Thursday at 2.", [("14:00", None)], id="people meet at two in the afternoon"),
        pytest.param("tomorrow at 9,", [("09:00", None)], id="and at nine in the morning"),
        pytest.param("at 7.", [("07:00", None), ("19:00", None)], id="seven may be either"),
        pytest.param("at 5.15 in the evening", [("17:15", None)], id="the part of day"),
        pytest.param("10:00 to 10:55 a.m.", [("10:00", "10:55")], id="one a.m. for a range"),
        pytest.param("11:30 - 12pm", [("11:30", "12:00")], id="a range over noon"),
        pytest.param("from 10 to 11", [("10:00", "11:00")], id="bare hours after from"),
        pytest.param("2:30-3:15 PM", [("14:30", "15:15")], id="a range without spaces"),
        pytest.param("half ten on Thursday", [("10:30", None)], id="half ten is half past"),
        pytest.param("from 9 to half past 10", [("09:00", "10:30")], id="half past in digits ends a range"),
        pytest.param("at quarter past two", [("14:15", None)], id="quarter past"),
        pytest.param("a quarter of three", [("14:45", None)], id="a quarter of is before"),
        pytest.param("ten to four", [("15:50", None)], id="ten to"),
        pytest.param("20 past 9", [("09:20", None)], id="digits past digits"),
        pytest.param("twenty-five to three", [("14:35", None)], id="twenty-five to"),
        pytest.param("at two thirty", [("14:30", None)], id="hour and minutes in words"),
        pytest.param("at eleven on Monday", [("11:00", None)], id="an hour in words after at"),
        pytest.param("at 13h15", [("13:15", None)], id="h between"),
        pytest.param("14:00 hrs to 15:00 hrs", [("14:00", "15:00")], id="hrs behind"),
        pytest.param("1300-1350 EDT", [("13:00", "13:50")], id="four digits with a zone"),
        pytest.param("at 0930 hrs", [("09:30", None)], id="four digits with hrs"),
        pytest.param("2/17, 10-11 ET", [("10:00", "11:00")], id="bare hours before a zone"),
        pytest.param("12 noon", [("12:00", None)], id="12 noon"),
        pytest.param("I've pushed our 2:30 to 4pm", [("14:30", None), ("16:00", None)], id="a move is no range"),
    ],
)
def test_a_time_is_read(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert clocks(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "version 2.10 is out",
        "the 2026-2030 plan",
        "extension 1422",
        "from ten to twelve people",
        "half the team",
        "one of five",
        "room 4",
        "in 45 minutes",
        "£9.50",
        "1401 Mill Rd",
        "3 of 5 people",
        "call 020 555 0148",
        "at 50%",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert clocks(text) == []


def test_a_long_run_of_digits_costs_linear_time() -> None:
    text = "10:" * 3000 + "at 9 at 9 " * 1000
    begun = time.process_time()
    clocks(text)
    assert time.process_time() - begun < 2.0
