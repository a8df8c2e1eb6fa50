"""Spans of days by which something happens: "within two weeks", "by the end of next month", "in the course of the week"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.core.reading.company.cues import Language
from bot.core.reading.company.feasts import find_feast
from bot.core.reading.company.folding import fold
from bot.core.reading.company.resolving import end_of_month, monday_of, weekday_of_month
from bot.core.reading.company.wording import count_of

_WEEK = timedelta(days=7)
_HOURS_TO_A_DAY = 12
"""Fewer hours tell how long something takes."""
_WORD = re.compile(r"[^\W\d_]+")


def find_named_day(plain: str, language: Language, *, held: date | None, today: date) -> date | None:
    """Return a day that *plain* names otherwise than by number: by a feast, by its place in a month ("the first Friday in April"), or by
    its distance from the talk."""
    return _nth(plain, language, today) or find_feast(plain, language, today) or _after_talk(plain, language, held)


def find_day_of_month(plain: str, language: Language, today: date) -> date | None:
    """Return the next day of the number that *plain* names without its month ("by the 18th"), else None."""
    match = language.match("day_of_month", plain)
    if not match or not 1 <= int(match["n"]) <= 31 or _names_month(plain[match.end() :], language):
        return None
    month = today if int(match["n"]) >= today.day else end_of_month(today) + timedelta(days=1)
    return month.replace(day=int(match["n"])) if int(match["n"]) <= end_of_month(month).day else None


def _names_month(behind: str, language: Language) -> bool:
    """Return whether one of the next two words is a month."""
    months = {fold(name) for name in language.months}
    return any(word in months for word in _WORD.findall(behind[:24])[:2])


def find_span(plain: str, language: Language, *, held: date | None, today: date, counted: bool = True) -> date | None:
    """Return the last day of a span that *plain* names outright. *held*: the day of the talk, from which spans are counted; *counted*:
    numbers of days may be."""
    within = _within(plain, language, held or today) or _fixed(plain, language, held or today) if counted else None
    return within or _calendar_week(plain, language, today) or _end_of(plain, language, held, today)


def find_loose_span(plain: str, language: Language, *, held: date | None, today: date) -> date | None:
    """Return the last working day of a week or last day of a month that *plain* names without more ("in the course of next week");
    of a part of one ("early next week") nobody can tell the day."""
    if language.match("part_of_span", plain):
        return None
    for name, day in _spans(held, today):
        if language.match(f"during_{name}", plain):
            return day
    if held and language.match("day_after_talk", plain):
        return held + timedelta(days=1)
    return _named_month(plain, language, "during_then", today)


def _spans(held: date | None, today: date) -> tuple[tuple[str, date], ...]:
    following = (held or today + _WEEK) + (_WEEK if held else timedelta())
    return (
        ("week_after_next", end_of_week(today + 2 * _WEEK)),
        ("next_week", end_of_week(monday_of(today) + _WEEK)),
        ("following_week", end_of_week(monday_of(following))),
        ("that_week", end_of_week(held or today)),
        ("this_week", end_of_week(today)),
        ("next_month", end_of_month(end_of_month(today) + timedelta(days=1))),
        ("this_month", end_of_month(today)),
        ("this_year", date(today.year, 12, 31)),
    )


def _within(plain: str, language: Language, base: date) -> date | None:
    if language.match("fortnight", plain):  # "quinze jours" are two weeks
        return base + 2 * _WEEK
    match = language.match("within", plain)
    if not match:
        return None
    count = count_of(language, match["n2"] or match["n"])
    return None if count is None or (match["hours"] and count < _HOURS_TO_A_DAY) else _counted(match, count, base)


def _counted(match: re.Match[str], count: int, base: date) -> date:
    """Return the day *count* units after *base*."""
    if match["workdays"]:
        return _business_days(base, count)
    if match["months"]:
        return _months_later(base, count)
    if match["hours"]:
        return base + timedelta(days=-(-count // 24))
    return base + timedelta(days=count * 7 if match["weeks"] else count)


def _after_talk(plain: str, language: Language, held: date | None) -> date | None:
    """ "A week after the interview", "two days later"; None where no talk is known."""
    if held is None:
        return None
    match = language.match("after_talk", plain)
    count = count_of(language, match["n"]) if match else None
    return _counted(match, count, held) if match and count is not None else None


def _nth(plain: str, language: Language, today: date) -> date | None:
    """ "The first Friday in April"; of "the first week of April" its Friday."""
    months = {fold(name): number for name, number in language.months.items()}
    weekdays = {fold(name): number for name, number in language.weekdays.items()}
    for match in language.matches("nth_of_month", plain):
        month = months.get(match["month"])
        weekday = 4 if match["week"] else weekdays.get(match["weekday"] or "")
        place = next((n for n in range(1, 6) if match[f"n{n}"]), 0)
        if month and weekday is not None and place:
            return weekday_of_month(date(today.year + (month < today.month), month, 1), weekday, place)
    return None


def _fixed(plain: str, language: Language, base: date) -> date | None:
    """ "Within a fortnight", "sous huitaine"."""
    return next((base + timedelta(days=n) for n in (7, 10, 14) if language.match(f"span_{n}", plain)), None)


def _end_of(plain: str, language: Language, held: date | None, today: date) -> date | None:
    for name, day in _spans(held, today):
        if language.match(f"end_of_{name}", plain):
            return day
    return _named_month(plain, language, "end_then", today)


def _named_month(plain: str, language: Language, pattern: str, today: date) -> date | None:
    """Return the last day of the month that follows the words of *pattern* ("end of June", "Ende Juni")."""
    months = {fold(name): number for name, number in language.months.items()}
    for match in language.matches(pattern, plain):
        word = _WORD.match(plain[match.end() :].lstrip())
        month = months.get(word[0]) if word else None
        if month:
            return end_of_month(date(today.year + (month < today.month), month, 1))
    return None


def _calendar_week(plain: str, language: Language, today: date) -> date | None:
    match = language.match("calendar_week", plain)
    number = int(match["n"]) if match else 0
    if not 1 <= number <= 52:
        return None
    friday = date.fromisocalendar(today.isocalendar()[0], number, 5)
    return friday if friday >= today else date.fromisocalendar(today.isocalendar()[0] + 1, number, 5)


def end_of_week(day: date) -> date:
    """Return the Friday of the week of *day*; at the weekend, the next one."""
    return day + timedelta(days=4 - day.weekday()) if day.weekday() <= 4 else day + timedelta(days=11 - day.weekday())


def _months_later(day: date, count: int) -> date:
    last = day.replace(day=1)
    for _ in range(min(count, 12)):
        last = (last + timedelta(days=32)).replace(day=1)
    return last.replace(day=min(day.day, end_of_month(last).day))


def _business_days(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
