"""Which half of the day a written hour is in: by a.m. or p.m., the 24-hour clock, the part of day beside it, else by when people meet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.reading.company.clock_forms import ClockForms

_HALF_DAY = 12 * 60
_REACH_BEFORE = 32
_REACH_BEHIND = 30
_EARLIEST = 5
_NIGHT_ENDS, _EARLY = 3 * 60, 5 * 60 + 40
"""Between these an hour is of the early morning only where the mail speaks of one; from the latter on it may be even so, up to eight."""
_LATEST_LOOSE_AFTERNOON = 7
_LATEST_AFTERNOON = 9
"""Up to this hour "8 de la tarde" is said; further away from the word, an hour is of the afternoon up to the other."""
_SIGNED = re.compile(r"\d\s?[^\W\d]+\s?[0-5]\d|[.:][0-5]\d\s?[^\W\d]")
"""Hours and minutes with a sign: "7h30", "7 Uhr 30", "7.30 Uhr"."""
_AT_ONCE = re.compile(r"[\s,]{0,2}(?:\w{1,3}\s){0,2}")


@dataclass(frozen=True, slots=True)
class Hit:
    """A time as written. ``half``: "a", "p" or "". ``kind``: meridiem, colon, dot, word (with a sign of time), name (an hour's bare name),
    bare (digits alone), same. ``padded``: with a leading zero. ``doubtful``: it could be a length. ``with_unit``: a sign of
    hours stands behind it. ``counted_on``: words before it count minutes on from an hour ("half ten", "ten past two")."""

    start: int
    end: int
    hour: int
    minute: int
    half: str
    kind: str
    padded: bool = False
    doubtful: bool = False
    with_unit: bool = False
    counted_on: bool = False


@dataclass(frozen=True, slots=True)
class HourStyle:
    """How a mail tells hours. ``by_day``: it has some that only a 24-hour clock shows; ``early``: it speaks of the early morning."""

    by_day: bool = False
    early: bool = False


def all_minutes(hit: Hit) -> list[int]:
    """Return both halves of the day, where the writing leaves them open."""
    plain = hit.hour * 60 + hit.minute
    if hit.half:
        return _with_half(hit)
    if hit.hour > 12 or hit.hour == 0 or hit.padded:
        return [plain]
    return sorted({plain % _HALF_DAY, plain % _HALF_DAY + _HALF_DAY})


def likely_minutes(hit: Hit, text: str, forms: ClockForms, *, style: HourStyle, until: int | None = None) -> list[int]:
    """Return what the time can be, in minutes of the day; two where nobody can tell. *text*: without the digits of dates, so that the part
    of day before one counts ("Tuesday evening, 19 May, 8 o'clock"). *until*: the end of the range it opens."""
    if hit.half:
        return _with_half(hit)
    plain = hit.hour * 60 + hit.minute
    if hit.hour >= 12 or hit.hour == 0 or hit.padded:
        return [plain]
    part = _part_of_day(hit, text, forms, until or hit.end)
    if part:
        return [plain + _HALF_DAY] if part == "p" else [plain]
    if hit.hour >= 8:
        return [plain]
    both = [plain, plain + _HALF_DAY]
    written = text[hit.start : hit.end]
    in_digits = any(char.isdigit() for char in written)
    signed = _SIGNED.search(written) is not None  # who writes so counts to 24
    if plain >= _EARLY:
        return [plain] if in_digits and (style.by_day or signed) else both
    return both if plain >= _NIGHT_ENDS and (style.early or (signed and hit.doubtful and in_digits)) else both[1:]


def _with_half(hit: Hit) -> list[int]:
    if hit.hour > 12 or hit.hour == 0:
        return [hit.hour * 60 + hit.minute]
    return [hit.hour % 12 * 60 + hit.minute + (_HALF_DAY if hit.half == "p" else 0)]


def _part_of_day(hit: Hit, text: str, forms: ClockForms, end: int) -> str:
    """Return "a" or "p" by the part of day named nearest; an hour that cannot be in it ("10 ... afternoon") is not meant by it."""
    before = forms.ranges.or_between.split(text[max(0, hit.start - _REACH_BEFORE) : hit.start])[-1]
    behind = forms.ranges.or_between.split(text[end : end + _REACH_BEHIND])[0]
    at_once = _LATEST_AFTERNOON if _stands_at_once(forms.parts.afternoon, behind) else _LATEST_LOOSE_AFTERNOON
    for near, late_hour in ((behind, at_once), (before, _LATEST_LOOSE_AFTERNOON)):
        morning = _in_morning(hit, near, forms, behind=near is behind)
        afternoon = hit.hour <= late_hour and forms.parts.afternoon.search(near) is not None
        late = afternoon or forms.parts.evening.search(near) is not None
        if morning != late:
            return "p" if late else "a"
    return ""


def _stands_at_once(part: re.Pattern[str], behind: str) -> bool:
    """Return whether nothing but spaces stands before a word for that *part* of the day."""
    return part.match(behind.lstrip()) is not None


def _in_morning(hit: Hit, near: str, forms: ClockForms, *, behind: bool) -> bool:
    """Return whether *near* names the morning; of an hour of the night only where it stands right behind it ("half three, because in the
    morning I am out" is no such hour)."""
    found = forms.parts.morning.search(near)
    if found is None or hit.hour >= _EARLIEST or not behind:
        return found is not None
    return _AT_ONCE.fullmatch(near[: found.start()]) is not None
