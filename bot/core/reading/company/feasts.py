"""Days that people name by a feast: "before Easter", "d'ici la Toussaint", "antes de Reyes"."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.reading.company.cues import Language
from bot.core.reading.company.resolving import weekday_of_month

_FIXED = {
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "new_years_eve": (12, 31),
    "new_year": (1, 1),
    "epiphany": (1, 6),
    "assumption": (8, 15),
    "all_saints": (11, 1),
    "boxing_day": (12, 26),
    "labour_day": (5, 1),
    "valentine": (2, 14),
    "st_patrick": (3, 17),
    "independence": (7, 4),
    "kings_day": (4, 27),
    "liberation": (5, 5),
    "belgium": (7, 21),
    "armistice": (11, 11),
    "st_nicholas": (12, 5),
}
_FROM_EASTER = {
    "carnival": -47,
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "holy_monday": -6,
    "holy_tuesday": -5,
    "holy_wednesday": -4,
    "maundy_thursday": -3,
    "good_friday": -2,
    "easter": 0,
    "easter_monday": 1,
    "easter_tuesday": 2,
    "ascension": 39,
    "whitsun": 49,
    "whit_monday": 50,
    "whit_tuesday": 51,
    "corpus_christi": 60,
}
_MONDAY, _THURSDAY = 0, 3
_NTH = {"memorial": (5, _MONDAY, 5), "labor_day": (9, _MONDAY, 1), "thanksgiving": (11, _THURSDAY, 4)}
"""Feasts of the United States: month, weekday, and its place in the month, 5 the last."""


def find_feast(plain: str, language: Language, today: date) -> date | None:
    """Return the next day of the feast by which *plain* says something happens ("before Easter": Easter Sunday)."""
    for name in (*_FIXED, *_FROM_EASTER, *_NTH):
        if language.match(f"feast_{name}", plain):
            return feast_day(name, today)
    return None


def feast_day(name: str, today: date) -> date:
    """Return the next day of the feast *name*, today at the earliest."""
    this_year = _feast(name, today.year)
    return this_year if this_year >= today else _feast(name, today.year + 1)


def _feast(name: str, year: int) -> date:
    if name in _NTH:
        month, weekday, place = _NTH[name]
        return weekday_of_month(date(year, month, 1), weekday, place)
    if name in _FIXED:
        return date(year, *_FIXED[name])
    return _easter(year) + timedelta(days=_FROM_EASTER[name])


def _easter(year: int) -> date:
    """Return Easter Sunday of *year* (the anonymous Gregorian rule)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
