"""Days told by how far away they are: from today, from a weekday, from a date written behind the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.core.reading.company.date_mention import DateLine, DateMention, told_day
from bot.core.reading.company.resolving import monday_of
from bot.core.reading.company.wording import count_of

LONGEST_LEAD = 60
"""So many letters before or behind a date are looked at for words that count from it."""
UP_TO_NUMBER = re.compile(r"[^\d]{0,4}(?=\d)")
SMALL_WORDS = re.compile(r"[\s,(]{1,3}(?:[^\W\d_]{1,3}\s){0,2}")
_HOUR = re.compile(r"[\s,(]{0,3}(?:[^\W\d_]{1,4}\s?){0,2}?(?<!\d)\d{1,2}")
_WEEK = timedelta(days=7)
_FARTHEST = 60
_IN_WEEKS = {7: 1, 8: 1, 14: 2, 15: 2}
"""Days that are counted where weeks are meant ("dans quinze jours")."""


def counted_days(line: DateLine, found: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield the days that words count from today or from a weekday among the dates *found*."""
    yield from _counted(line, found)
    yield from _from_today(line)
    yield from _weeks_from(line, found)


def _counted(line: DateLine, found: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield "in two days" before an hour, and "in two weeks, on Monday": elsewhere such words tell how long something takes."""
    for match in line.language.matches("in_days", line.folded):
        count = count_of(line.language, match["n"])
        if count is None or any(m.start < match.end() and match.start() < m.end for m in found):
            continue
        days = timedelta(days=count * 7 if match["weeks"] else count)
        following = next((m for m in found if m.start >= match.end()), None)
        gap = line.folded[match.end() : following.start] if following else ""
        if following and following.is_bare and SMALL_WORDS.fullmatch(gap):
            yield told_day(
                match.start(), following.end, _in_weeks(days, following, line.setting.today), following.weekday
            )
        elif _hour_follows(line, match.end()):
            yield told_day(match.start(), match.end(), _days_ahead(days, line.setting.today))


def _days_ahead(days: timedelta, today: date) -> tuple[date, ...]:
    """Return the day that lies *days* ahead; "eight days" and "fifteen" are often a week and two, so both stand."""
    weeks = _IN_WEEKS.get(days.days)
    return (today + days,) if weeks is None else tuple(dict.fromkeys((today + weeks * _WEEK, today + days)))


def _in_weeks(days: timedelta, weekday: DateMention, today: date) -> tuple[date, ...]:
    """Return the *weekday* of the week that lies *days* ahead; where the days are no weeks and fall elsewhere, that day as well."""
    weeks = _IN_WEEKS.get(days.days, days.days // 7 if not days.days % 7 else None)
    if weeks is None or weekday.weekday is None:
        return tuple(dict.fromkeys((today + days, *weekday.readings)))
    return (monday_of(today) + weeks * _WEEK + timedelta(days=weekday.weekday),)


def _hour_follows(line: DateLine, end: int) -> bool:
    """Return whether an hour with its sign follows at once, be it behind "at"."""
    behind = line.folded[end : end + 24]
    number = _HOUR.match(behind)
    if number is not None and line.forms.signs.hour_behind.match(behind, number.end()) is not None:
        return True
    return line.forms.signs.clock_word.match(behind.lstrip(" ,(")) is not None


def _from_today(line: DateLine) -> Iterator[DateMention]:
    """Yield "three weeks from today"."""
    for match in line.language.matches("from_today", line.folded):
        far = distance(match, line)
        if far is not None:
            yield told_day(match.start(), match.end(), (line.setting.today + far,))


def _weeks_from(line: DateLine, found: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield "three weeks from Friday"."""
    for mention in (mention for mention in found if mention.is_bare):
        before = line.before(mention.start, LONGEST_LEAD)
        match = line.language.pattern("weeks_from").search(before)
        far = distance(match, line) if match else None
        if match and far is not None:
            start = mention.start - len(before) + match.start()
            yield told_day(start, mention.end, (day + far for day in mention.readings), mention.weekday)


def far_from(line: DateLine, mention: DateMention) -> DateMention:
    """Return the day that words before *mention* count from it ("the day before 1 May", "two weeks after Easter"), else *mention*."""
    if not mention.numbered or mention.span_of_days or not mention.readings:
        return mention
    before = line.before(mention.start, LONGEST_LEAD)
    own = UP_TO_NUMBER.match(line.folded[mention.start : mention.end])
    for lead in dict.fromkeys((before.rstrip(), (before + own[0]).rstrip() if own else before.rstrip())):
        for name, sign in (("days_after", 1), ("days_before", -1), ("on_named_day", 0)):
            match = line.language.pattern(name).search(lead)
            far = distance(match, line) if match else None
            if match and far is not None:
                start = mention.start - len(before) + match.start()
                return told_day(start, mention.end, (day + sign * far for day in mention.readings))
    return mention


def distance(match: re.Match[str], line: DateLine) -> timedelta | None:
    """Return how far away the words of *match* are: one day, two, or as many as they count."""
    told = match.groupdict()
    if not told.get("n"):
        return timedelta(days=2 if told.get("two") else 1)
    count = count_of(line.language, told["n"] or "")
    return None if count is None or count > _FARTHEST else timedelta(days=count * 7 if told.get("weeks") else count)
