"""Days told by something else than their number: their place in a month, a feast, or (by the files beside this one) another day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from bot.core.reading.company.date_mention import DateLine, DateMention, told_day
from bot.core.reading.company.far_days import counted_days, far_from
from bot.core.reading.company.feasts import feast_day
from bot.core.reading.company.folding import key
from bot.core.reading.company.month_weeks import month_weeks
from bot.core.reading.company.pointed_days import behind_day, beside_weekday, pointed_days
from bot.core.reading.company.resolving import end_of_month, weekday_from, weekday_of_month
from bot.core.reading.company.wording import count_of

_DAY = timedelta(days=1)
_LAST = 5
_WORD = re.compile(r"\s[\w-]+")


def with_named_days(line: DateLine, found: Sequence[DateMention]) -> list[DateMention]:
    """Return the dates *found* in the line with those that only words name; what stands within one of these is no date by itself."""
    named = [*_nth_weekdays(line), *_of_next_month(line), *_of_this_month(line), *_not_the_first(line)]
    named += [*_feasts(line, "feast_day"), *counted_days(line, found), *month_weeks(line)]
    feasts = [f for f in _feasts(line, "feast_name") if not any(n.start < f.end and f.start < n.end for n in named)]
    mentions = _merged(found, named)
    built = [beside_weekday(line, far_from(line, mention), mentions) for mention in (*mentions, *feasts)]
    built = [behind_day(line, mention, mentions) for mention in built]
    told = [new for old, new in zip((*mentions, *feasts), built, strict=True) if new is not old]
    mentions = _merged(mentions, told) if told else mentions
    pointed = list(pointed_days(line, mentions))
    return _merged(mentions, pointed) if pointed else mentions


def _merged(found: Iterable[DateMention], named: Sequence[DateMention]) -> list[DateMention]:
    """Return *named* and those of *found* that lie outside of them, in order."""
    free = [m for m in found if not any(n.start < m.end and m.start < n.end for n in named)]
    return sorted((*free, *named), key=lambda mention: mention.start)


def _nth_weekdays(line: DateLine) -> Iterator[DateMention]:
    """Yield "the first Monday in June", "the last Friday of next month"."""
    for match in line.language.matches("nth_weekday", line.folded):
        weekday = line.forms.values.weekdays.get(key(match["weekday"]))
        place = next((n for n in range(1, 6) if match[f"n{n}"]), 0)
        is_day = key(match["weekday"]) in line.language.vocabulary.all_of("day_words")
        day = _place_in_month(match, weekday, place, line) if is_day or weekday is not None else None
        if day is not None:
            yield told_day(match.start(), match.end(), (day,), weekday)


def _place_in_month(match: re.Match[str], weekday: int | None, place: int, line: DateLine) -> date | None:
    """Return the next weekday of that place in the month of *match*; the day itself where *weekday* is None."""
    today = line.setting.today
    this, following = today.replace(day=1), end_of_month(today) + _DAY
    if match["month"]:
        month = line.forms.values.months.get(key(match["month"]))
        firsts = [date(year, month, 1) for year in (today.year, today.year + 1)] if month else []
    else:
        firsts = [following] if match["next"] else [this, following]
    days = (
        _day_of_month(first, place) if weekday is None else weekday_of_month(first, weekday, place) for first in firsts
    )
    return next((day for day in days if day >= today), None)


def _day_of_month(first: date, place: int) -> date:
    """Return the day number *place* of the month that begins with *first*; 5 is the last."""
    return end_of_month(first) if place == _LAST else first + (place - 1) * _DAY


def _of_next_month(line: DateLine) -> Iterator[DateMention]:
    """Yield "the 10th of next month", be it with the month first or the number in words."""
    today = line.setting.today
    ways = ("day_of_next_month", "ordinal_of_next_month", "next_month_then_day")
    for match in (match for way in ways for match in line.language.matches(way, line.folded)):
        first = end_of_month(today) + _DAY
        number = count_of(line.language, match["n"]) or line.forms.values.ordinals.get(key(match["n"]))
        if number and number <= end_of_month(first).day:
            yield told_day(match.start(), match.end(), (first.replace(day=number),))


def _of_this_month(line: DateLine) -> Iterator[DateMention]:
    """Yield "the 14th of this month"."""
    today = line.setting.today
    for match in line.language.matches("day_of_this_month", line.folded):
        if today.day <= int(match["d"]) <= end_of_month(today).day:
            yield told_day(match.start(), match.end(), (today.replace(day=int(match["d"])),))


def _not_the_first(line: DateLine) -> Iterator[DateMention]:
    """Yield "not this Friday but the next": that weekday a week later."""
    for match in line.language.matches("not_this_but_next", line.folded):
        weekdays = line.forms.values.weekdays
        weekday, behind = weekdays.get(key(match["weekday"] or match["name"])), _WORD.match(line.folded, match.end())
        if weekday is not None and not (behind and key(behind[0]) in weekdays):
            this = weekday_from(line.setting.today, weekday)
            yield told_day(match.start(), match.end(), (this + timedelta(days=7),), weekday)


def _feasts(line: DateLine, pattern: str) -> Iterator[DateMention]:
    """Yield the feasts that the line names by the words of *pattern*, whose groups bear the feasts' names."""
    for match in line.language.matches(pattern, line.folded):
        name = match.lastgroup
        if name:
            yield told_day(match.start(), match.end(), (feast_day(name, line.setting.today),))
