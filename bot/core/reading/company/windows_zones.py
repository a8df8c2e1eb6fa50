"""The names Windows gives to time zones, as Outlook and Exchange write them, and the IANA zones they mean (CLDR windowsZones)."""

from __future__ import annotations

import re
from datetime import timedelta

from tzlocal.windows_tz import win_tz

_BRACKETED_OFFSET = re.compile(r"\((?:UTC|GMT)(?:([+-])(\d{1,2}):(\d\d))?\)\s*(.*)")
_WORDS = re.compile(r"\w+")
_LONGEST_DISPLAY = 90


def windows_zone(name: str) -> str | None:
    """Return the IANA name for a Windows zone's name or display name ("(UTC-08:00) Pacific Time (US & Canada)"), or None."""
    known = win_tz.get(name) or win_tz.get(name.removesuffix(" 1"))
    if known:
        return known
    match = _BRACKETED_OFFSET.match(name)
    words = (match[4] if match else name).strip().lower()
    return _DISPLAY_NAMES.get(words) or next((key for start, key in _DISPLAY_STARTS if words.startswith(start)), None)


def displayed_zone(text: str, start: int) -> tuple[str, int] | None:
    """Return the IANA name and the end of a display name written in *text* from *start* on, or None. The offset in it is that of
    winter, so that in summer only its places tell the hour."""
    match = _BRACKETED_OFFSET.match(text[start : start + _LONGEST_DISPLAY])
    places = match[4].lower() if match else ""
    name = next((name for name in _DISPLAY_NAMES if places.startswith(name)), None)
    return (_DISPLAY_NAMES[name], start + match.start(4) + len(name)) if match and name else None


def displayed_offset(text: str, start: int) -> tuple[timedelta, int] | None:
    """Return the offset of winter that a display name in any language opens with, and where its places begin; None where none stands in
    *text* from *start* on."""
    match = _BRACKETED_OFFSET.match(text[start : start + _LONGEST_DISPLAY])
    if match is None:
        return None
    offset = timedelta(hours=int(match[2] or 0), minutes=int(match[3] or 0))
    return (-offset if match[1] == "-" else offset), start + match.start(4)


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

WINDOWS_KEYS = {
    name.lower(): (zone,) for name, zone in win_tz.items() if name.endswith(" Time") and len(name.split()) > 2
}


def _windows_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in WINDOWS_KEYS:
        found.setdefault(_WORDS.findall(name)[0], []).append(name)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


WINDOWS_NAMES = _windows_names()
"""First word → the written names that begin with it, the longest first."""
