"""Moments and days as values of corrections: "time: Thu 14 May 15:00", "decide: Friday"."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.reading.owner.cues import CommandCues
from bot.core.reading.owner.moment import read_moment
from bot.core.reading.owner.words import tokenise

_BACK = timedelta(days=30)
"""A talk that is corrected may be over: a day without a year is looked for so far back, too."""
_MAX_CHARS = 100


def read_when(text: str, *, now: datetime, zone: ZoneInfo, cues: CommandCues) -> datetime | None:
    """Return the moment that the whole of *text* names, aware, the reading nearest to *now*; None if it names none."""
    iso = _read_iso(text, zone)
    if iso is not None:
        return iso
    found = [moment for reference in (now, now - _BACK) if (moment := _read(text, reference, zone, cues)) is not None]
    if not found:  # "today 9am" in the afternoon
        return _read(text, now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0), zone, cues)
    return min(found, key=lambda moment: abs(moment - now))


def read_day(text: str, *, now: datetime, zone: ZoneInfo, cues: CommandCues) -> date | None:
    """Return the day that the whole of *text* names, from *now* on; None if it names none."""
    iso = _read_iso(text, zone)
    moment = iso or _read(text, now, zone, cues)
    return moment.astimezone(zone).date() if moment else None


def _read_iso(text: str, zone: ZoneInfo) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _read(text: str, now: datetime, zone: ZoneInfo, cues: CommandCues) -> datetime | None:
    words = [token.text for token in tokenise(text[:_MAX_CHARS])]
    moment = read_moment(words, 0, now=now, zone=zone, known=cues.time)
    return moment.at if moment and moment.end == len(words) else None
