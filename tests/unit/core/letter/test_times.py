"""Moments as a person reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.letter.times import name_zone, show_length, show_moment, show_span

NINE_UTC = datetime(2026, 5, 14, 9, 5, tzinfo=UTC)
LATE_UTC = datetime(2026, 5, 14, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "tz", "theirs", "shown"),
    [
        pytest.param(NINE_UTC, "Europe/Berlin", None, "Thu 14 May 2026, 11:05", id="their zone is unknown"),
        pytest.param(NINE_UTC, "Europe/Berlin", "Europe/Madrid", "Thu 14 May 2026, 11:05", id="another zone, the same clock"),
        pytest.param(NINE_UTC, "Europe/Berlin", "America/New_York", "Thu 14 May 2026, 11:05 (05:05 in New York)", id="the same day"),
        pytest.param(LATE_UTC, "Europe/Berlin", "America/New_York",
            "Fri 15 May 2026, 01:30 (Thu 14 May, 19:30 in New York)", id="the day before, there"),
        pytest.param(NINE_UTC, "UTC", "Asia/Kolkata", "Thu 14 May 2026, 09:05 (14:35 in Kolkata)", id="half an hour off"),
        pytest.param(NINE_UTC, "Mars/Base", "Nowhere/At_All", "Thu 14 May 2026, 09:05", id="zones that do not exist fall back to UTC"),
        pytest.param(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Europe/Berlin", "Europe/London",
            "Sun 25 October 2026, 02:30 (01:30 in London)", id="the hour that comes twice"),
    ],
)  # fmt: skip
def test_moment(moment: datetime, tz: str, theirs: str | None, shown: str) -> None:
    assert show_moment(moment, tz, theirs) == shown


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        pytest.param(datetime(2026, 1, 1, tzinfo=UTC), "Thu 14 May, 11:05", id="this year needs no year"),
        pytest.param(datetime(2025, 12, 31, tzinfo=UTC), "Thu 14 May 2026, 11:05", id="another year does"),
    ],
)
def test_year(now: datetime, shown: str) -> None:
    assert show_moment(NINE_UTC, "Europe/Berlin", now=now) == shown


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        pytest.param(timedelta(hours=1), "Thu 14 May 2026, 23:30 to Fri 15 May 2026, 00:30", id="over midnight"),
        pytest.param(timedelta(minutes=20), "Thu 14 May 2026, 23:30 to 23:50", id="one day"),
        pytest.param(timedelta(), "Thu 14 May 2026, 23:30", id="no length"),
        pytest.param(-timedelta(hours=1), "Thu 14 May 2026, 23:30", id="an end before the start is not shown"),
        pytest.param(None, "Thu 14 May 2026, 23:30", id="no end"),
    ],
)
def test_span(length: timedelta | None, shown: str) -> None:
    assert show_span(LATE_UTC, None if length is None else LATE_UTC + length, "UTC") == shown


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        pytest.param(timedelta(minutes=1), "1 minute", id="one minute"),
        pytest.param(timedelta(minutes=10), "10 minutes", id="minutes"),
        pytest.param(timedelta(minutes=90), "90 minutes", id="an hour and a half"),
        pytest.param(timedelta(hours=24), "24 hours", id="a day is told in hours"),
        pytest.param(timedelta(hours=72), "72 hours", id="three days are told in hours"),
        pytest.param(timedelta(days=9, hours=2), "9 days", id="many days"),
    ],
)
def test_length(length: timedelta, shown: str) -> None:
    assert show_length(length) == shown


@pytest.mark.parametrize(
    ("tz", "shown"),
    [
        pytest.param("America/Argentina/Buenos_Aires", "Buenos Aires", id="a city"),
        pytest.param("UTC", "UTC", id="no city"),
        pytest.param("Etc/GMT+5", "Etc/GMT+5", id="an offset keeps its odd name"),
    ],
)
def test_zone_name(tz: str, shown: str) -> None:
    assert name_zone(tz) == shown
