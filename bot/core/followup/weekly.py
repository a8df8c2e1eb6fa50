"""When the weekly letter is due."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.core.followup.hours import at_wall_clock

STALE_AFTER: Final = timedelta(days=1)
"""What could not be written for so long is left to the next week."""


def find_weekly_moment(*, now: datetime, weekday: int, clock: time, tz: str) -> datetime | None:
    """Return the moment (aware UTC) of this week's letter if it has come and is not stale at *now*, else None. Monday is 0."""
    place = ZoneInfo(tz)
    today = now.astimezone(place).date()
    for back in range(2):
        day = today - timedelta(days=back)
        moment = at_wall_clock(day, clock, place)
        if day.weekday() == weekday and moment <= now < moment + STALE_AFTER:
            return moment
    return None
