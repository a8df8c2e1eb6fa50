"""Display names of Windows zones as mail programs write them in any language: "(UTC+01:00) Amsterdam, Berlin, Bern, Rom"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.reading.company.grammar import ZoneForms
from bot.core.reading.company.windows_zones import displayed_offset, displayed_zone

_WORD = re.compile(r"\w+")
_A_WINTER = datetime(2026, 1, 15)  # noqa: DTZ001 - a wall clock time


def find_displayed(text: str, folded: str, start: int, forms: ZoneForms) -> tuple[str, int] | None:
    """Return the IANA name and the end of a display name that begins at *start*, or None: the first of its places tells the zone."""
    opening = displayed_offset(text, start)
    return displayed_zone(text, start) or _first_place(folded, *opening, forms) if opening else None


def _first_place(folded: str, offset: timedelta, start: int, forms: ZoneForms) -> tuple[str, int] | None:
    """Return the zone that is named at *start*, if its offset in winter is the one that the display name tells, and its end."""
    word = _WORD.match(folded, start)
    for name in forms.names.get(word[0], ()) if word else ():
        end = start + len(name)
        if folded.startswith(name, start) and not folded[end : end + 1].isalnum():
            keys = (key for key in forms.keys[name] if "/" in key)
            return next(((key, end) for key in keys if ZoneInfo(key).utcoffset(_A_WINTER) == offset), None)
    return None
