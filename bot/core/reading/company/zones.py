"""Which zone a mail means: abbreviations, names, cities, offsets, Windows names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from bot.core.reading.company.cues import Language

_BRACKETED_OFFSET = re.compile(r"\((?:UTC|GMT)(?:([+-])(\d{1,2}):(\d\d))?\)\s*(.*)")
_AFTER_HOUR = re.compile(r"[\s,(\[]{0,3}$")
_ALL_TIMES = re.compile(
    r"(?:\b(?:all|times?|timezone|time\s?zone|zone)(?:\s(?:times?|are|is|shown|listed|given|below|in|stated"
    r"|at)){0,5}[\s:(-]{0,3})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneMention:
    """A zone as written. ``keys``: what it can mean, IANA names (``""``: the owner's own); ``offset``: a fixed one instead.
    ``for_all``: said of all times of the mail."""

    start: int
    end: int
    keys: tuple[str, ...]
    offset: timedelta | None = None
    for_all: bool = False
    text: str = ""


@lru_cache(maxsize=256)
def load_zone(key: str) -> ZoneInfo | None:
    """Return the IANA zone *key*, or None where there is no such zone."""
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def owner_zone(key: str) -> tzinfo:
    """Return the owner's zone, UTC where its name is unknown."""
    return load_zone(key) or UTC


def find_zones(text: str, language: Language) -> tuple[ZoneMention, ...]:
    """Return the zones named in *text*, in order."""
    if language.grammar is None:
        return ()
    found = (_mention(match, text, language) for match in language.grammar.zone.finditer(text))
    return tuple(mention for mention in found if mention is not None)


def _mention(match: re.Match[str], text: str, language: Language) -> ZoneMention | None:
    before = text[max(0, match.start() - 60) : match.start()]
    for_all = bool(_ALL_TIMES.search(before))
    start, end = match.start(), match.end()
    if match["key"]:
        return (
            ZoneMention(keys=(match["key"],), for_all=for_all, text=match[0], start=start, end=end)
            if load_zone(match["key"])
            else None
        )
    if match["name"]:
        keys = _keys_of(match["name"], before, language, for_all)
        return ZoneMention(keys=keys, for_all=for_all, text=match[0], start=start, end=end) if keys else None
    if match["sign2"] and not re.search(r"\d\s?$", before):
        return None
    sign = -1 if (match["sign"] or match["sign2"]) in "-\u2212" else 1
    hours, minutes = int(match["oh"] or match["oh2"]), int(match["om"] or match["om2"] or 0)
    if hours > 14:
        return None
    return ZoneMention(
        keys=(),
        offset=sign * timedelta(hours=hours, minutes=minutes),
        for_all=for_all,
        text=match[0],
        start=start,
        end=end,
    )


def _keys_of(written: str, before: str, language: Language, for_all: bool) -> tuple[str, ...]:
    """Return what a written name means; nothing where it is no zone here ("Boston", "Pacific" and "Central" need an hour before them)."""
    name = " ".join(written.lower().split())
    keys = language.zones.get(name, ())
    if keys == ("",):
        return keys
    if not written[:1].isupper() or (len(written) <= 4 and not written.isupper()):
        return ()
    sure = name.endswith((" time", " mean time")) or (written.isupper() and len(written) > 1)
    if name == "z" or (not sure and not for_all and not _follows_hour(before)):
        return ()
    if written.isupper() and not for_all and not _follows_hour(before) and len(written) <= 3:
        return ()
    return keys


def _follows_hour(before: str) -> bool:
    return bool(re.search(r"(?:\d|[ap]\.?m\.?|noon|midday|o'clock)[\s,(\[/]{0,3}$", before, re.IGNORECASE))


def windows_zone(name: str) -> str | None:
    """Return the IANA name for a Windows zone's name or display name ("(UTC-08:00) Pacific Time (US & Canada)"), or None."""
    known = WINDOWS_TO_OLSON.get(name) or WINDOWS_TO_OLSON.get(name.removesuffix(" 1"))
    if known:
        return known
    match = _BRACKETED_OFFSET.match(name)
    words = (match[4] if match else name).strip().lower()
    return _DISPLAY_NAMES.get(words) or next((key for start, key in _DISPLAY_STARTS if words.startswith(start)), None)


def offset_zone(offset: timedelta) -> tzinfo:
    """Return the zone of a fixed offset."""
    return timezone(offset)


_DISPLAY_NAMES = {
    "pacific time (us & canada)": "America/Los_Angeles",
    "mountain time (us & canada)": "America/Denver",
    "central time (us & canada)": "America/Chicago",
    "eastern time (us & canada)": "America/New_York",
    "atlantic time (canada)": "America/Halifax",
    "arizona": "America/Phoenix",
    "hawaii": "Pacific/Honolulu",
    "alaska": "America/Anchorage",
    "dublin, edinburgh, lisbon, london": "Europe/London",
    "amsterdam, berlin, bern, rome, stockholm, vienna": "Europe/Berlin",
    "brussels, copenhagen, madrid, paris": "Europe/Paris",
    "belgrade, bratislava, budapest, ljubljana, prague": "Europe/Budapest",
    "sarajevo, skopje, warsaw, zagreb": "Europe/Warsaw",
    "athens, bucharest": "Europe/Bucharest",
    "helsinki, kyiv, riga, sofia, tallinn, vilnius": "Europe/Kyiv",
    "chennai, kolkata, mumbai, new delhi": "Asia/Kolkata",
    "kuala lumpur, singapore": "Asia/Singapore",
    "osaka, sapporo, tokyo": "Asia/Tokyo",
    "canberra, melbourne, sydney": "Australia/Sydney",
    "brisbane": "Australia/Brisbane",
    "perth": "Australia/Perth",
    "brasilia": "America/Sao_Paulo",
    "guadalajara, mexico city, monterrey": "America/Mexico_City",
    "auckland, wellington": "Pacific/Auckland",
    "coordinated universal time": "UTC",
}
_DISPLAY_STARTS = (
    ("pacific time", "America/Los_Angeles"),
    ("mountain time", "America/Denver"),
    ("central time", "America/Chicago"),
    ("eastern time", "America/New_York"),
)
