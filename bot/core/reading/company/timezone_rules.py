"""VTIMEZONE (RFC 5545 §3.6.5), read just far enough to tell an offset; nothing in it is expanded."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.core.reading.company.zones import load_zone, offset_zone

_BLOCK = re.compile(r"^BEGIN:VTIMEZONE(.*?)^END:VTIMEZONE", re.MULTILINE | re.DOTALL)
_PART = re.compile(r"^BEGIN:(?:STANDARD|DAYLIGHT)(.*?)^END:(?:STANDARD|DAYLIGHT)", re.MULTILINE | re.DOTALL)
_FOLD = re.compile(r"\r?\n[ \t]")
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class _Onset:
    """When an offset begins: a yearly rule (month, which weekday of it), or a single date."""

    offset: timedelta
    first: datetime
    month: int | None
    week: int
    weekday: int


@dataclass(frozen=True, slots=True)
class Rules:
    """The onsets of one VTIMEZONE, and the IANA name it gives itself (X-LIC-LOCATION), if any."""

    onsets: tuple[_Onset, ...]
    location: str | None


def read_rules(text: str) -> Mapping[str, Rules]:
    """Return the zones that *text* defines, by TZID."""
    unfolded = _FOLD.sub("", text)
    found: dict[str, Rules] = {}
    for block in list(_BLOCK.finditer(unfolded))[:10]:
        name = _value(block[1], "TZID")
        onsets = tuple(onset for part in list(_PART.finditer(block[1]))[:80] if (onset := _onset(part[1])))
        if name:
            found[name.strip('"')] = Rules(onsets, _value(block[1], "X-LIC-LOCATION"))
    return found


def rules_offset(rules: object, tzid: str, wall: datetime) -> tuple[tzinfo | None, str | None]:
    """Return the zone in force at *wall* by the rules for *tzid*, with its IANA name where it has one; (None, None) if unknown."""
    known = rules.get(tzid) if isinstance(rules, Mapping) else None
    if not isinstance(known, Rules):
        return None, None
    if known.location and (zone := load_zone(known.location)) is not None:
        return zone, known.location
    begun = [(_begins(onset, wall), onset.offset) for onset in known.onsets]
    before = [pair for pair in begun if pair[0] <= wall]
    if not before:
        offsets = {onset.offset for onset in known.onsets}
        return (offset_zone(offsets.pop()), None) if len(offsets) == 1 else (None, None)
    return offset_zone(max(before)[1]), None


def _begins(onset: _Onset, wall: datetime) -> datetime:
    """Return the last time the offset began at or before *wall*."""
    if onset.month is None:
        return onset.first
    this_year = _in_year(onset, wall.year)
    return this_year if this_year <= wall else _in_year(onset, wall.year - 1)


def _in_year(onset: _Onset, year: int) -> datetime:
    month = onset.month or 1
    first_weekday, days = monthrange(year, month)
    first = (onset.weekday - first_weekday) % 7 + 1
    day = first + 7 * (onset.week - 1) if onset.week > 0 else first + 7 * ((days - first) // 7) + 7 * (onset.week + 1)
    return datetime(year, month, min(max(day, 1), days), onset.first.hour, onset.first.minute)  # noqa: DTZ001 - a wall clock time


def _onset(part: str) -> _Onset | None:
    offset, start = _value(part, "TZOFFSETTO"), _value(part, "DTSTART")
    match = _OFFSET.match(offset or "")
    if not match or not start:
        return None
    try:
        first = datetime.strptime(start[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a wall clock time
    except ValueError:
        return None
    span = timedelta(hours=int(match[2]), minutes=int(match[3]))
    rule = _value(part, "RRULE") or ""
    month, day = re.search(r"BYMONTH=(\d{1,2})", rule), re.search(r"BYDAY=([+-]?\d)([A-Z]{2})", rule)
    yearly = "FREQ=YEARLY" in rule and month and day and 1 <= int(month[1]) <= 12 and day[2] in _DAYS
    return _Onset(
        offset=-span if match[1] == "-" else span,
        first=first,
        month=int(month[1]) if yearly and month else None,
        week=int(day[1]) if yearly and day else 1,
        weekday=_DAYS.index(day[2]) if yearly and day else 0,
    )


def _value(text: str, name: str) -> str | None:
    match = re.search(rf"^{name}[^:\n]{{0,200}}:([^\r\n]{{0,300}})", text, re.MULTILINE)
    return match[1].strip() if match else None
