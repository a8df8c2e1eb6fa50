"""Moments as a person reads them: in the owner's zone and, where it differs, in the other side's."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July",
           "August", "September", "October", "November", "December")  # fmt: skip


def find_zone(tz: str | None) -> ZoneInfo | None:
    """Return the zone of an IANA name, or None where there is none of that name."""
    try:
        return ZoneInfo(tz) if tz else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def name_zone(tz: str) -> str:
    """Return what people call a zone: its city where it has one ("New York"), else its name ("UTC")."""
    area, slash, city = tz.rpartition("/")
    return city.replace("_", " ") if slash and not area.startswith("Etc") else tz


def show_day(day: date, *, year: bool = True) -> str:
    """Return a day: ``Thu 14 May 2026``."""
    shown = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return f"{shown} {day.year}" if year else shown


def show_time(moment: datetime) -> str:
    """Return the time of day: ``15:00``."""
    return f"{moment.hour:02}:{moment.minute:02}"


def show_span(start: datetime, end: datetime | None, tz: str) -> str:
    """Return when something is, in the zone *tz*: ``Thu 14 May 2026, 15:00 to 16:00``."""
    zone = find_zone(tz) or UTC
    first = start.astimezone(zone)
    shown = f"{show_day(first)}, {show_time(first)}"
    if end is None or end <= start:
        return shown
    last = end.astimezone(zone)
    until = show_time(last) if last.date() == first.date() else f"{show_day(last)}, {show_time(last)}"
    return f"{shown} to {until}"


def show_moment(moment: datetime, tz: str, their_tz: str | None = None, *, now: datetime | None = None) -> str:
    """Return a moment for the owner and, in brackets, for them: ``Fri 15 May 2026, 15:30 (09:30 in New York)``.

    The year is left out where it is that of *now*.
    """
    own = moment.astimezone(find_zone(tz) or UTC)
    shown = f"{show_day(own, year=now is None or own.year != now.year)}, {show_time(own)}"
    if not differs(moment, tz, their_tz):
        return shown
    theirs = moment.astimezone(find_zone(their_tz) or UTC)
    day = "" if theirs.date() == own.date() else f"{show_day(theirs, year=False)}, "
    return f"{shown} ({day}{show_time(theirs)} in {name_zone(their_tz or 'UTC')})"


def differs(moment: datetime, tz: str, their_tz: str | None) -> bool:
    """Return whether the clocks of the two zones differ at *moment* (an unknown zone differs from nothing)."""
    theirs = find_zone(their_tz)
    own = find_zone(tz) or UTC
    return theirs is not None and moment.astimezone(theirs).utcoffset() != moment.astimezone(own).utcoffset()


def show_length(length: timedelta) -> str:
    """Return a length of time in words, rounded: ``30 minutes``, ``18 hours``, ``9 days``."""
    minutes = round(abs(length) / timedelta(minutes=1))
    if minutes < 100:
        return _count(minutes, "minute")
    hours = round(minutes / 60)
    return _count(hours, "hour") if hours <= 72 else _count(round(hours / 24), "day")


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
