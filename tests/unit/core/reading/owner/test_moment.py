"""Times in commands: the owner's wall clock, never a guess, right over the days on which the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.reading.owner.moment import Moment, Shape, read_moment
from bot.core.reading.owner.words import tokenise

from .letters_for_tests import load_cues

CUES = load_cues()
NEW_YORK = ZoneInfo("America/New_York")
THURSDAY = datetime(2026, 5, 14, 18, 20, tzinfo=NEW_YORK)


def read(text: str, now: datetime = THURSDAY, zone: ZoneInfo = NEW_YORK) -> Moment | None:
    words = [token.text for token in tokenise(text)]
    found = read_moment(words, 0, now=now, zone=zone, known=CUES.time)
    return found if found and found.end == len(words) else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow", "2026-05-15T09:00"),
        ("tomorrow 9am", "2026-05-15T09:00"),
        ("9am tomorrow", "2026-05-15T09:00"),
        ("tomorrow at 9", "2026-05-15T09:00"),
        ("tomorrow at 14:00", "2026-05-15T14:00"),
        ("tomorrow evening", "2026-05-15T18:00"),
        ("tomorrow evening at 7", "2026-05-15T19:00"),
        ("tomorrow at 3 p.m.", "2026-05-15T15:00"),
        ("tomorrow at 9 in the morning", "2026-05-15T09:00"),
        ("tonight", "2026-05-14T20:00"),
        ("tonight at 9", "2026-05-14T21:00"),
        ("half past eight tonight", "2026-05-14T20:30"),
        ("at quarter to ten tomorrow", "2026-05-15T09:45"),
        ("monday morning", "2026-05-18T09:00"),
        ("monday 8:30", "2026-05-18T08:30"),
        ("next monday", "2026-05-18T09:00"),
        ("friday noon", "2026-05-15T12:00"),
        ("this friday at 10", "2026-05-15T10:00"),
        ("on the 18th of may at 10:15", "2026-05-18T10:15"),
        ("May 18, 2026 at 10:15", "2026-05-18T10:15"),
        ("5/18 at 9am", "2026-05-18T09:00"),
        ("Monday, 18 May, 9:00", "2026-05-18T09:00"),
        ("3 January", "2027-01-03T09:00"),
        ("2026-06-01", "2026-06-01T09:00"),
        ("2026-06-01T08:05", "2026-06-01T08:05"),
        ("in 2 hours", "2026-05-14T20:20"),
        ("in half an hour", "2026-05-14T18:50"),
        ("in an hour", "2026-05-14T19:20"),
        ("2d", "2026-05-16T18:20"),
        ("1w", "2026-05-21T18:20"),
        ("next week", "2026-05-18T09:00"),
        ("until monday", "2026-05-18T09:00"),
        ("22:00", "2026-05-14T22:00"),
    ],
    ids=lambda value: value,
)
def test_a_time_that_can_be_told(text: str, expected: str) -> None:
    found = read(text)
    assert found is not None
    assert found.at == datetime.fromisoformat(expected).replace(tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "9am",
        "today at 9am",
        "tomorrow at 3",
        "next friday",
        "thursday",
        "5/6 at 9am",
        "Tuesday, 18 May, 9:00",
        "2026-02-30",
        "31 February",
        "2020-01-01",
        "2029-01-01",
        "at 25:00",
        "tomorrow at 13pm",
        "tonight at 12",
        "0d",
        "later",
        "after lunch",
        "",
    ],
    ids=lambda value: value or "nothing",
)
def test_a_time_that_cannot_be_told_is_not_guessed(text: str) -> None:
    found = read(text)
    assert found is None or found.at is None


@pytest.mark.parametrize(
    ("now", "text", "utc"),
    [
        (datetime(2027, 3, 27, 12, tzinfo=UTC), "tomorrow at 02:30", datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        (datetime(2027, 3, 27, 12, tzinfo=UTC), "tomorrow 9am", datetime(2027, 3, 28, 7, tzinfo=UTC)),
        (datetime(2027, 10, 30, 12, tzinfo=UTC), "tomorrow at 02:30", datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), "in 2 hours", datetime(2027, 3, 28, 2, 30, tzinfo=UTC)),
        (datetime(2027, 3, 27, 12, tzinfo=UTC), "1d", datetime(2027, 3, 28, 11, tzinfo=UTC)),
    ],
    ids=["an hour that is skipped", "the day after", "an hour that comes twice", "hours are hours", "days are days"],
)
def test_the_days_on_which_the_clocks_change(now: datetime, text: str, utc: datetime) -> None:
    found = read(text, now, ZoneInfo("Europe/Berlin"))
    assert found is not None
    assert found.at is not None
    assert found.at.astimezone(UTC) == utc


def test_a_week_is_known_as_one() -> None:
    found = read("next week")
    assert found is not None
    assert found.shape is Shape.WEEK
