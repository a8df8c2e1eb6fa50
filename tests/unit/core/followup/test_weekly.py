"""When the weekly letter is due."""

from __future__ import annotations

from datetime import time

import pytest

from bot.core.followup.weekly import find_weekly_moment
from tests.unit.core.followup.examples import BERLIN, utc

MONDAY = "2027-05-10T08:00+02:00"


@pytest.mark.parametrize(
    ("now", "moment"),
    [
        pytest.param("2027-05-10T07:59+02:00", None, id="not yet"),
        pytest.param("2027-05-10T08:00+02:00", MONDAY, id="on the dot"),
        pytest.param("2027-05-11T07:59+02:00", MONDAY, id="the machine was off for a day"),
        pytest.param("2027-05-11T08:00+02:00", None, id="stale"),
        pytest.param("2027-05-14T09:00+02:00", None, id="another day"),
    ],
)
def test_the_letter_comes_once_a_week(now: str, moment: str | None) -> None:
    found = find_weekly_moment(now=utc(now), weekday=0, clock=time(8), tz=BERLIN)
    assert found == (utc(moment) if moment else None)
