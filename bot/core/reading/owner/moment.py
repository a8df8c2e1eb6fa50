"""Times in commands: "tomorrow 9am", "monday morning", "in 2 hours" into one moment in the owner's zone; never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.core.reading.owner.words import Words

MORNING = time(9, 0)
NOON = time(12, 0)
AFTERNOON = time(14, 0)
EVENING = time(18, 0)
NIGHT = time(20, 0)
PARTS = {"morning": MORNING, "noon": NOON, "afternoon": AFTERNOON, "evening": EVENING, "night": NIGHT}
_MAX_AHEAD = timedelta(days=366)


class Unit(StrEnum):
    """What a span is counted in."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"


class Shape(StrEnum):
    """How a moment was named; a bare "next week" means another thing than a bare "monday morning"."""

    POINT = "point"  # a day, a time of day, or both
    SPAN = "span"  # counted from now
    WEEK = "week"  # "next week"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """The words of times, folded. Values: weekday 0 to 6, month 1 to 12, a number, a part of the day, a unit.

    ``parts`` may be glued to a weekday ("montagabend"); one that is also a word for tomorrow ("mañana") counts only behind ``part_after``.
    ``today_parts``: a part of this day ("ce soir"). ``half_before``: words before an hour that take half an hour off ("halb neun").
    ``after_hour``: minutes that words behind an hour add ("y media"). ``clock_at`` and ``date_at``: what stands before an hour, a date.
    ``next_after``: "next" behind its noun ("que viene"). ``behind``: words that may follow a bare hour.
    """

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    parts: Mapping[str, str]
    units: Mapping[str, Unit]
    today: frozenset[str]
    tonight: frozenset[str]
    tomorrow: frozenset[str]
    at: frozenset[str]
    until: tuple[Words, ...]
    within: tuple[Words, ...]
    next: frozenset[str]
    this: frozenset[str]
    half: frozenset[str]
    quarter: frozenset[str]
    past: frozenset[str]
    to: frozenset[str]
    of: frozenset[str]
    oclock: frozenset[str]
    part_after: frozenset[str]
    clock_at: frozenset[str]
    date_at: frozenset[str]
    behind: frozenset[str]
    after_tomorrow: tuple[Words, ...]
    half_before: tuple[Words, ...]
    next_after: tuple[Words, ...]
    today_parts: Mapping[Words, str]
    after_hour: Mapping[Words, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment named by the words up to (not including) ``end``; ``at`` None: it cannot be told, or lies in the past.

    ``full``: the words name a day and a time of day.
    """

    end: int
    at: datetime | None
    shape: Shape
    until: bool = False
    full: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clock:
    """A time of day as far as it was said; ``sure``: no morning or afternoon is missing."""

    hour: int
    minute: int
    sure: bool


_FIGURES = re.compile(r"t?(\d{1,2})(?:[:.hu](\d{2}))?(am|pm|a|p|h|u)?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{2})")
_SPAN = re.compile(r"(\d{1,3})(min|h|hr|hrs|d|w)")
_SHORT_UNITS = {
    "min": Unit.MINUTES,
    "h": Unit.HOURS,
    "hr": Unit.HOURS,
    "hrs": Unit.HOURS,
    "d": Unit.DAYS,
    "w": Unit.WEEKS,
}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNTOLD = date.max
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{2}|\d{4}))?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|o)?")
_YEAR = re.compile(r"20\d\d")


def read_moment(words: Sequence[str], start: int, *, now: datetime, zone: ZoneInfo, known: TimeWords) -> Moment | None:
    """Return the moment that the folded *words* name from *start* on, relative to *now* (aware); None if they name none."""
    return _Reader(words, now.astimezone(zone), zone, known).read(start)


@dataclass(slots=True)
class _Reader:
    words: Sequence[str]
    now: datetime
    zone: ZoneInfo
    known: TimeWords

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def read(self, start: int) -> Moment | None:
        if length := self._said(start, self.known.until):
            found = self._named(start + length)
            return replace(found, until=True) if found else None
        return self._named(start)

    def _named(self, at: int) -> Moment | None:
        return self._span(at) or self._next_week(at) or self._point(at)

    def _span(self, at: int) -> Moment | None:
        at += self._said(at, self.known.within)
        short = _SPAN.fullmatch(self.word(at))
        if short:
            return self._counted(at + 1, float(short.group(1)), _SHORT_UNITS[short.group(2)])
        count, at = self._count(at)
        unit = self.known.units.get(self.word(at))
        if count is None or unit is None:
            return None
        return self._counted(at + 1, count, unit)

    def _count(self, at: int) -> tuple[float | None, int]:
        if self.word(at) in self.known.half:
            article = self.known.numbers.get(self.word(at + 1)) == 1
            return 0.5, at + 1 + article
        if self.word(at).isdecimal() and len(self.word(at)) <= 3:
            return float(self.word(at)), at + 1
        number = self.known.numbers.get(self.word(at))
        return (None, at) if number is None else (float(number), at + 1)

    def _counted(self, end: int, count: float, unit: Unit) -> Moment | None:
        moment: datetime | None
        if unit in (Unit.DAYS, Unit.WEEKS):
            days = int(count * (7 if unit is Unit.WEEKS else 1))
            moment = self._at(self.now.date() + timedelta(days=days), self.now.time()) if count >= 1 else None
        else:
            moment = (self.now.astimezone(UTC) + timedelta(**{unit.value: count})).astimezone(self.zone)
        return Moment(end=end, at=self._ahead(moment), shape=Shape.SPAN)

    def _next_week(self, at: int) -> Moment | None:
        at = self._glue(at, begun=False)
        if self.word(at) in self.known.next and self.known.units.get(self.word(at + 1)) is Unit.WEEKS:
            end = at + 2
        elif self.known.units.get(self.word(at)) is Unit.WEEKS and (
            length := self._said(at + 1, self.known.next_after)
        ):
            end = at + 1 + length
        else:
            return None
        monday = self.now.date() + timedelta(days=7 - self.now.weekday())
        return Moment(end=end, at=self._at(monday, MORNING), shape=Shape.WEEK)

    def _said(self, at: int, sequences: Iterable[Words]) -> int:
        """Return how many words the longest of *sequences* that stands at *at* has, 0 for none."""
        return max(
            (len(one) for one in sequences if at >= 0 and tuple(self.words[at : at + len(one)]) == one), default=0
        )

    def _point(self, at: int) -> Moment | None:
        """A day, a part of the day and a time of day, in any order, each at most once."""
        day: date | None = None
        part: str | None = None
        clock: _Clock | None = None
        weekday: int | None = None
        end = at
        while True:
            step = self._glue(end, begun=end > at)
            if part is None and (found := self._part(step)):
                part, end = found
            elif day is None and part is None and (both := self._day_and_part(step)):
                day, part, end = both
                day = _UNTOLD if day is None else day
            elif day is None and (day_found := self._day(step)):
                day, end = day_found
                weekday = next(
                    (self.known.weekdays[one] for one in self.words[step:end] if one in self.known.weekdays), None
                )
                day = _UNTOLD if day is None else day
                if part is None and self.word(end - 1) in self.known.tonight:
                    part = "night"
            elif weekday is not None and (date_found := self._dated(step)):
                named, end = date_found
                day = named if named and named.weekday() == weekday else _UNTOLD
                weekday = None
            elif clock is None and (clock_found := self._clock(step, bare=step > end or day is not None)):
                clock, end = clock_found
            else:
                break
        if end == at:
            return None
        full = day is not None and clock is not None
        return Moment(end=end, at=self._ahead(self._together(day, part, clock)), shape=Shape.POINT, full=full)

    def _glue(self, at: int, *, begun: bool) -> int:
        """Step over "at", "on", "in the" and, once something is told, a comma."""
        if begun and self.word(at) == ",":
            at += 1
        while self.word(at) in self.known.at:
            at += 1
        return at

    def _part(self, at: int) -> tuple[str, int] | None:
        if self.word(at) in self.known.tomorrow and self.word(at - 1) not in self.known.part_after:
            return None
        for length in (3, 2, 1):  # "après-midi" is three words
            words = self.words[at : at + length]
            part = self.known.parts.get("".join(words))
            if part and len(words) == length:
                return part, at + length
        return None

    def _day_and_part(self, at: int) -> tuple[date | None, str, int] | None:
        """This evening, or a weekday with a part of the day glued to it."""
        length = self._said(at, self.known.today_parts)
        if length:
            return self.now.date(), self.known.today_parts[tuple(self.words[at : at + length])], at + length
        word = self.word(at)
        for name, weekday in self.known.weekdays.items():
            part = self.known.parts.get(word.removeprefix(name)) if word.startswith(name) else None
            if part:
                ahead = (weekday - self.now.weekday()) % 7
                return (self.now.date() + timedelta(days=ahead) if ahead else None), part, at + 1
        return None

    def _day(self, at: int) -> tuple[date | None, int] | None:
        word, today = self.word(at), self.now.date()
        if word in self.known.today or word in self.known.tonight:
            return today, at + 1
        if length := self._said(at, self.known.after_tomorrow):
            return today + timedelta(days=2), at + length
        if word in self.known.tomorrow:
            return today + timedelta(days=1), at + 1
        return self._weekday(at) or self._dated(at)

    def _dated(self, at: int) -> tuple[date | None, int] | None:
        return self._iso(at) or self._slashed(at) or self._dotted(at) or self._month_day(at)

    def _dotted(self, at: int) -> tuple[date | None, int] | None:
        """18.5., 18.05.2026; "18.05" alone is a date only where a date is announced, and could be an hour where a full stop follows."""
        match = _DOTTED.fullmatch(self.word(at))
        stops = self.word(at + 1) == "."
        if match and 1 <= int(match.group(2)) <= 12 and self.word(at - 1) not in self.known.clock_at:
            if self.word(at - 1) in self.known.date_at:
                return self._date(int(match.group(1)), int(match.group(2)), None), at + 1 + stops
            return (None, at + 2) if stops else None
        day, month = self.word(at), self.word(at + 2)
        if not (_is_figure(day) and stops and _is_figure(month) and self.word(at + 3) == "."):
            return None
        year = self.word(at + 4) if _YEAR.fullmatch(self.word(at + 4)) else None
        return self._date(int(day), int(month), year), at + 4 + bool(year)

    def _weekday(self, at: int) -> tuple[date | None, int] | None:
        lead = self.word(at)
        qualified = lead in self.known.next or lead in self.known.this
        weekday = self.known.weekdays.get(self.word(at + qualified))
        if weekday is None:
            return None
        end = at + 1 + qualified
        end += 2 if self.words[end : end + 2] == ["-", "feira"] else self.word(end) == "feira"
        behind = self._said(end, self.known.next_after)
        today = self.now.date()
        ahead = (weekday - today.weekday()) % 7
        same_week = today.weekday() + ahead <= 6
        # "next friday" said on a Thursday, and "monday" said on a Monday, mean different days to different people.
        following = lead in self.known.next or bool(behind)
        unsure = ahead == 0 or (following and same_week) or (lead in self.known.this and not same_week)
        return (None if unsure else today + timedelta(days=ahead)), end + behind

    def _iso(self, at: int) -> tuple[date | None, int] | None:
        match = _ISO.fullmatch(self.word(at))
        if not match:
            return None
        try:
            return date.fromisoformat(match.group()), at + 1
        except ValueError:
            return None, at + 1

    def _slashed(self, at: int) -> tuple[date | None, int] | None:
        match = _SLASHED.fullmatch(self.word(at))
        if not match:
            return None
        one, two = int(match.group(1)), int(match.group(2))
        if one <= 12 and two <= 12 and one != two:
            return None, at + 1  # 5/6: the fifth of June or the sixth of May
        year = match.group(3)
        return self._date(max(one, two) if one != two else one, min(one, two), year), at + 1

    def _month_day(self, at: int) -> tuple[date | None, int] | None:
        month = self.known.months.get(self.word(at))
        if month:
            day = _ORDINAL.fullmatch(self.word(at + 1))
            return self._with_year(int(day.group(1)), month, at + 2) if day else None
        day = _ORDINAL.fullmatch(self.word(at))
        step = at + 1 + (self.word(at + 1) in self.known.of)
        month = self.known.months.get(self.word(step + (self.word(step) == ".")))
        if not day or not month:
            return None
        return self._with_year(int(day.group(1)), month, step + 1 + (self.word(step) == "."))

    def _with_year(self, day: int, month: int, end: int) -> tuple[date | None, int]:
        step = end + (self.word(end) == ",")
        year = self.word(step) if _YEAR.fullmatch(self.word(step)) else None
        return self._date(day, month, year), step + 1 if year else end

    def _date(self, day: int, month: int, year: str | None) -> date | None:
        years = [int(year) % 100 + 2000] if year else [self.now.year, self.now.year + 1]
        found = []
        for candidate in years:
            with suppress(ValueError):
                found.append(date(candidate, month, day))
        return next((one for one in found if year or one >= self.now.date()), None)

    def _clock(self, at: int, *, bare: bool) -> tuple[_Clock | None, int] | None:
        return self._spoken(at) or self._figures(at, bare=bare)

    def _spoken(self, at: int) -> tuple[_Clock, int] | None:
        """Half past eight, quarter to nine."""
        before = self._said(at, self.known.half_before) or max(self._said(at - 1, self.known.half_before) - 1, 0)
        if before:
            hour = self._hour(at + before)
            return (
                (_Clock(hour=(hour - 2) % 12 + 1, minute=30, sure=False), at + before + 1)
                if hour and hour <= 12
                else None
            )
        minutes = 30 if self.word(at) in self.known.half else 15 if self.word(at) in self.known.quarter else 0
        side = self.word(at + 1)
        hour = self._hour(at + 2)
        if not minutes or hour is None or not 1 <= hour <= 12:
            return None
        if side in self.known.past:
            return _Clock(hour=hour, minute=minutes, sure=False), at + 3
        if side in self.known.to and minutes == 15:
            return _Clock(hour=(hour - 2) % 12 + 1, minute=45, sure=False), at + 3
        return None

    def _hour(self, at: int) -> int | None:
        word = self.word(at)
        return int(word) if word.isdecimal() and len(word) <= 2 else self.known.numbers.get(word)

    def _figures(self, at: int, *, bare: bool) -> tuple[_Clock | None, int] | None:
        match = _FIGURES.fullmatch(self.word(at))
        hour = self._hour(at) if match is None else int(match.group(1))
        if hour is None:
            return None
        minute = int(match.group(2) or 0) if match else 0
        glued = match.group(3) if match else None
        half, end = self._half_of_day(glued, at + 1)
        oclock = self.word(end) in self.known.oclock
        end += oclock
        if oclock and not minute and _is_figure(self.word(end)) and len(self.word(end)) == 2:
            minute, end = int(self.word(end)), end + 1
        more = self._said(end, self.known.after_hour)
        announced = self.word(at - 1) in self.known.clock_at and not self._counts(end)
        said = bool(half or oclock or (match and match.group(2)) or glued in ("h", "u") or more or announced)
        if not said and not (bare and self._closes(end)):
            return None
        if more:
            added = hour * 60 + minute + self.known.after_hour[tuple(self.words[end : end + more])]
            hour, minute, end = added // 60 % 24, added % 60, end + more
        if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
            return None
        if half:
            return _Clock(hour=hour % 12 + (12 if half == "p" else 0), minute=minute, sure=True), end
        sure = hour > 12 or hour == 0 or bool(match and match.group(1).startswith("0"))
        return _Clock(hour=hour, minute=minute, sure=sure), end

    def _half_of_day(self, glued: str | None, end: int) -> tuple[str | None, int]:
        if glued in ("am", "pm"):
            return glued[0], end
        word = self.word(end)
        if word in ("am", "pm"):
            return word[0], end + 1
        if word in ("a", "p") and self.word(end + 1) == "." and self.word(end + 2) == "m":
            return word, end + 3 + (self.word(end + 3) == ".")
        return None, end

    def _counts(self, at: int) -> bool:
        """Whether the word at *at* is what a figure before it counts: days, or a month."""
        return self.word(at) in self.known.units or self.word(at) in self.known.months or self.word(at) in ("%", ".")

    def _closes(self, at: int) -> bool:
        """Whether a bare figure before *at* can be an hour: nothing follows that it could count."""
        word = self.word(at)
        following = word in self.known.parts or word in self.known.tonight or word in self.known.tomorrow
        return not word or not word[0].isalnum() or following or word in self.known.at or word in self.known.behind

    def _together(self, day: date | None, part: str | None, clock: _Clock | None) -> datetime | None:
        if day == _UNTOLD:
            return None
        hour = PARTS[part] if part and clock is None else MORNING if clock is None else _time_of(clock, part)
        if hour is None:
            return None
        return self._at(day or self.now.date(), hour)

    def _at(self, day: date, hour: time) -> datetime:
        """Wall clock to moment; a time that daylight saving skips moves on by the hour skipped."""
        local = datetime.combine(day, hour.replace(tzinfo=None), tzinfo=self.zone)
        return local.astimezone(UTC).astimezone(self.zone)

    def _ahead(self, moment: datetime | None) -> datetime | None:
        if moment is None or not self.now < moment <= self.now + _MAX_AHEAD:
            return None
        return moment.replace(second=0, microsecond=0) if moment.second else moment


def _is_figure(word: str) -> bool:
    return word.isdecimal() and word.isascii() and len(word) <= 2


def _time_of(clock: _Clock, part: str | None) -> time | None:
    """The hour as it is meant: "at 9" in the evening is 21:00; a bare 3 could be either and is not guessed."""
    if clock.sure:
        return time(clock.hour, clock.minute)
    if part in ("afternoon", "evening", "night") and (part == "afternoon" or clock.hour < 12):
        return time(clock.hour % 12 + 12, clock.minute)
    if part == "morning":
        return time(clock.hour, clock.minute) if clock.hour <= 11 else None
    if part:
        return None
    return time(clock.hour, clock.minute) if 7 <= clock.hour <= 12 else None
