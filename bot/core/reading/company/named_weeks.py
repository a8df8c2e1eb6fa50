"""A weekday in a week that was named before it ("all talks are in the week of 12 October; yours is on the Wednesday, at 2"), or whose day
is told by its number elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.folding import fold, key
from bot.core.reading.company.month_weeks import days_in_week
from bot.core.reading.company.wording import has_sign

_REACH = 2
"""How many sentences below the one that names a week a weekday is still of it."""
_WORD = re.compile(r"[^\W\d_]+")
_SOON = timedelta(days=21)
_NAME = re.compile(r"[^\W\d_]+(?:-feira)?")
_MAYBE_HOUR = re.compile(r"[^\d]+\s(?:1[0-2]|[1-9])")

Dated = tuple[str, tuple[DateMention, ...]]


def settle_named_weeks(lines: Sequence[Dated], language: Language) -> Iterator[tuple[DateMention, ...]]:
    """Yield the dates of each of *lines*, (text, dates); a bare weekday behind a week is of that week, and has both readings where
    something beside the talk is said of the week ("I am away in the week of the 12th, so Wednesday")."""
    week: DateMention | None = None
    age, doubtful = 0, False
    for text, dates in lines:
        told: list[DateMention] = []
        begun = 0
        for mention in dates:
            if mention.week and mention.readings:
                week, age, begun = mention, 0, mention.end
                doubtful = False
            elif week is not None and _is_uncounted(mention, text, language):
                doubtful = doubtful or has_sign(language, "side", text[begun : mention.start])
                mention = _in_week(mention, week, doubtful=doubtful)
            elif mention.numbered and not mention.span_of_days:
                week = None
            told.append(mention)
        yield tuple(told)
        age += 1
        week = week if age <= _REACH else None
        doubtful = doubtful or (week is not None and has_sign(language, "side", text[begun:]))


def settle_named_days(lines: Sequence[Dated], language: Language) -> Iterator[tuple[DateMention, ...]]:
    """Yield the dates of each of *lines*, (text, dates); a bare weekday is the day of that name that they tell by its number, if they tell
    just one ("Reminder: Tuesday, 1 pm. You meet us on Tuesday 24 March"), and may be one that they tell by its number alone."""
    named, unnamed = set[date](), set[date]()
    for text, dates in lines:
        for mention in dates:
            if mention.numbered and len(mention.readings) == 1 and not mention.span_of_days:
                told = text[mention.start : mention.end]
                (named if _names_weekday(told, language) else unnamed).add(mention.readings[0])
    for text, dates in lines:
        yield tuple(
            _as_numbered(mention, named, unnamed - named) if _is_uncounted(mention, text, language) else mention
            for mention in dates
        )


def _names_weekday(told: str, language: Language) -> bool:
    """Return whether the words of a day with its number are a weekday as well, and the number cannot be an hour ("Wednesday 11")."""
    weekdays = {key(word) for word in language.vocabulary.weekdays}
    return not (_MAYBE_HOUR.fullmatch(told) or weekdays.isdisjoint(key(word) for word in _NAME.findall(fold(told))))


def _as_numbered(mention: DateMention, named: Collection[date], unnamed: Collection[date]) -> DateMention:
    nearest = min(mention.readings)
    surely, maybe = (
        [day for day in days if day.weekday() == mention.weekday and nearest <= day <= nearest + _SOON]
        for days in (named, unnamed)
    )
    if len(surely) == 1:
        return replace(mention, readings=(surely[0],))
    return mention if surely else replace(mention, readings=tuple(dict.fromkeys((*mention.readings, *maybe))))


def _in_week(mention: DateMention, week: DateMention, *, doubtful: bool) -> DateMention:
    days = days_in_week(week, mention.weekday or 0)
    return replace(mention, readings=tuple(dict.fromkeys((*days, *mention.readings))) if doubtful else days)


def _is_uncounted(mention: DateMention, text: str, language: Language) -> bool:
    """Return whether *mention* is a weekday with no number and no word such as "next" that counts it from the day of the mail."""
    if not mention.is_bare or mention.span_of_days:
        return False
    counting = {
        key(word)
        for phrase in language.vocabulary.all_of(
            "next",
            "coming",
            "this",
            "last",
            "next_behind",
            "coming_behind",
            "last_behind",
            "week_later",
            "following",
            "following_behind",
        )
        for word in phrase.split()
    } - {key(word) for word in language.vocabulary.all_of("day_leads", "the")}
    return counting.isdisjoint(key(word) for word in _WORD.findall(fold(text[mention.start : mention.end])))
