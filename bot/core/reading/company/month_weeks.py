"""Weeks told by their place in a month ("the first week of June"), and the days of a week that is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.core.reading.company.date_mention import DateLine, DateMention
from bot.core.reading.company.folding import key
from bot.core.reading.company.resolving import end_of_month, monday_of, weekday_from, weekday_of_month

_THURSDAY, _FRIDAY = 3, 4
_LAST = 5
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


def month_weeks(line: DateLine) -> Iterator[DateMention]:
    """Yield "the first week of December", "erste Dezemberwoche": its first and last working day in that month."""
    for way in ("nth_week", "nth_week_compound"):
        for match in line.language.matches(way, line.folded):
            place = next((n for n in range(1, 6) if match[f"n{n}"]), 0)
            week = next((week for first in _months(match, line) if (week := _in_month(first, place, line))), None)
            if week is not None:
                yield DateMention(
                    start=match.start(),
                    end=match.end(),
                    readings=week,
                    weekday=None,
                    numbered=True,
                    span_of_days=True,
                    week=True,
                )


def _months(match: re.Match[str], line: DateLine) -> list[date]:
    """Return the first day of each month that may be meant, the nearest first."""
    today = line.setting.today
    this = today.replace(day=1)
    told = match.groupdict()
    if told.get("month"):
        month = line.forms.values.months.get(key(told["month"] or ""))
        return [date(year, month, 1) for year in (today.year, today.year + 1)] if month else []
    return [end_of_month(this) + _DAY] if told.get("next") else [this]


def _in_month(first: date, place: int, line: DateLine) -> tuple[date, ...]:
    """Return the first and the last working day of week number *place* in the month of *first*; nothing where it is over. It is the week
    of the Thursday of that number (as weeks belong to years, ISO 8601), but the first and the last go to the very ends of the month:
    some people count the few days there as a week."""
    last = end_of_month(first)
    monday = monday_of(weekday_of_month(first, _THURSDAY, place))
    begin = _workdays(first, monday) if place == 1 else max(monday, first)
    friday = monday + timedelta(days=_FRIDAY)
    end = max(friday, last) if place == _LAST and last.weekday() <= _FRIDAY else min(friday, last)
    return (begin, min(end, last)) if end >= line.setting.today else ()


def _workdays(first: date, monday: date) -> date:
    """Return *first*, the day on which a month begins, or the *monday* of its first week where that is no working day."""
    return first if first.weekday() <= _FRIDAY else monday


def days_in_week(week: DateMention, weekday: int) -> tuple[date, ...]:
    """Return the day of *week* with that *weekday*; where there are two, or none inside of its month, both that are near."""
    first, last = week.readings[0], week.readings[-1]
    if first == last or weekday > _FRIDAY:
        return (monday_of(first) + timedelta(days=weekday),)
    ahead = weekday_from(first, weekday)
    if ahead + _WEEK <= last:
        return (ahead, ahead + _WEEK)
    return (ahead,) if ahead <= last else (ahead, ahead - _WEEK)
