"""The notations of the configuration files: durations, waits, hours, days. Each parser raises ValueError with an example."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from bot.core.followup.types import Delay

_UNITS = {
    "s": timedelta(seconds=1),
    "sec": timedelta(seconds=1),
    "second": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "min": timedelta(minutes=1),
    "minute": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "hour": timedelta(hours=1),
    "d": timedelta(days=1),
    "day": timedelta(days=1),
    "w": timedelta(weeks=1),
    "week": timedelta(weeks=1),
}
_PART = re.compile(r"(\d{1,6})\s*([a-z]{1,7})")
_BUSINESS_DAYS = re.compile(r"(\d{1,3}) (?:business|working) days?")
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONGEST = timedelta(days=366)


def parse_duration(value: object) -> timedelta:
    """Return ``"2h"``, ``"30m"``, ``"1h 30m"``, ``"3 days"`` as elapsed time, at most 366 days."""
    parts = _text(value).lower().replace(",", " ").split()
    spans = [_span(part) for part in _PART.findall(" ".join(parts))]
    if not spans or _PART.sub("", " ".join(parts)).strip() or None in spans:
        raise ValueError('write a duration such as "30m", "2h", "1h 30m" or "3 days"')
    total = sum((span for span in spans if span is not None), timedelta())
    if total > LONGEST:
        raise ValueError(f"that is longer than {LONGEST.days} days")
    return total


def parse_duration_or_off(value: object) -> timedelta | None:
    """Return a duration such as ``"12 weeks"``, None for ``"off"``."""
    if isinstance(value, str) and value.strip().lower() == "off":
        return None
    try:
        return parse_duration(value)
    except ValueError as exc:
        raise ValueError(f'write "off" or a duration such as "12 weeks" ({exc})') from exc


def parse_wait(value: object) -> Delay:
    """Return a duration, or a number of business days such as ``"7 business days"``."""
    days = _BUSINESS_DAYS.fullmatch(" ".join(_text(value).lower().split()))
    if days:
        return Delay(business_days=int(days[1]))
    try:
        return Delay(elapsed=parse_duration(value))
    except ValueError as exc:
        raise ValueError('write a wait such as "7 business days", "3 days" or "36h"') from exc


def parse_time(value: object) -> time:
    """Return a time of day such as ``"18:00"``; TOML's own times count as well."""
    if isinstance(value, time) and value.tzinfo is None:
        return value
    found = _TIME.fullmatch(_text(value).strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise ValueError('write a time of day such as "18:00"')
    return time(int(found[1]), int(found[2]))


def parse_hours(value: object) -> tuple[time, time]:
    """Return a span of one day such as ``"08:30-19:00"``; ``24:00`` is the last moment of the day."""
    start, dash, end = _text(value).replace("–", "-").partition("-")
    try:
        hours = parse_time(start), time.max if end.strip() == "24:00" else parse_time(end)
    except ValueError as exc:
        raise ValueError('write hours such as "08:30-19:00" or "00:00-24:00"') from exc
    if not dash or hours[0] >= hours[1]:
        raise ValueError('the end has to come after the start, on one day, such as "08:30-19:00"')
    return hours


def parse_weekday(value: object) -> int:
    """Return an English day's number, Monday being 0; three letters are enough."""
    name = _text(value).strip().lower()
    found = [number for number, weekday in enumerate(WEEKDAYS) if name in (weekday, weekday[:3])]
    if not found:
        raise ValueError('write a day such as "monday"')
    return found[0]


def parse_country(value: object) -> str:
    """Return ``"auto"``, ``"none"``, or an ISO 3166 country code in capitals."""
    name = _text(value).strip()
    if name.lower() in ("auto", "none"):
        return name.lower()
    if not re.fullmatch(r"[A-Za-z]{2}", name):
        raise ValueError('write "auto", "none", or a country code such as "DE"')
    return name.upper()


def parse_pause(value: object) -> tuple[date, date]:
    """Return a pair of dates, first and last day, such as ``["2027-08-02", "2027-08-15"]``."""
    example = 'write a pair of dates such as ["2027-08-02", "2027-08-15"]'
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise ValueError(example)
    try:
        first, last = (day if isinstance(day, date) else date.fromisoformat(_text(day)) for day in value)
    except ValueError as exc:
        raise ValueError(example) from exc
    if first > last:
        raise ValueError("the last day of a pause comes before its first")
    return first, last


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"write it in quotes, not as {str(value).lower()}")
    return value


def _span(part: tuple[str, str]) -> timedelta | None:
    number, unit = part
    length = _UNITS.get(unit) or _UNITS.get(unit.removesuffix("s"))
    return int(number) * length if length else None
