"""A date found in a text, and the text by which it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_forms import DateForms
from bot.core.reading.company.resolving import DateSetting

_REACH_BACK = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date in a text. ``readings``: what it can be, the likelier first; empty where nothing fits. ``weekday``: the one written, or
    None. ``numbered``: a day number or full date is written (a bare weekday is not). ``span_of_days``: part of a range or a week; the
    readings of a calendar week are its Monday and its Friday. ``same_day``: "the same day", without readings. ``pointed``: "the
    Wednesday". ``week``: it names a week by its first day or its number."""

    start: int
    end: int
    readings: tuple[date, ...]
    weekday: int | None
    numbered: bool
    span_of_days: bool = False
    same_day: bool = False
    pointed: bool = False
    week: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is a weekday alone, whose days are known."""
        return self.weekday is not None and not self.numbered and bool(self.readings)


def told_day(start: int, end: int, days: Iterable[date], weekday: int | None = None) -> DateMention:
    """Return the mention of a day that words tell as surely as a number would."""
    return DateMention(start=start, end=end, readings=tuple(dict.fromkeys(days)), weekday=weekday, numbered=True)


@dataclass(frozen=True, slots=True)
class DateLine:
    """A text with all that its dates are read by."""

    text: str
    folded: str
    forms: DateForms
    language: Language
    setting: DateSetting

    def before(self, place: int, reach: int = _REACH_BACK) -> str:
        return self.folded[max(0, place - reach) : place]
