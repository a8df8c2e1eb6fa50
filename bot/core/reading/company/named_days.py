"""Days told by something else than their number: their place in a month, a feast, their distance from another day or from today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from bot.core.reading.company.date_mention import DateLine, DateMention
from bot.core.reading.company.feasts import feast_day
from bot.core.reading.company.folding import key
from bot.core.reading.company.resolving import end_of_month, weekday_of_month
from bot.core.reading.company.wording import count_of

_WEEK, _DAY = timedelta(days=7), timedelta(days=1)
_LONGEST_LEAD = 60
_NUMBER_OR_NAME = re.compile(r"[\w-]+")
_UP_TO_NUMBER = re.compile(r"[^\d]{0,4}(?=\d)")
_BESIDE = 12
_ENDS = re.compile(r"[.;!?]\s")
_SMALL_WORDS = re.compile(r"[\s,(]{1,3}(?:[^\W\d_]{1,3}\s){0,2}")
_HOUR = re.compile(r"[\s,(]{0,3}(?:[^\W\d_]{1,4}\s?){0,2}?(?<!\d)\d{1,2}")
_IN_WEEKS = {7: 1, 8: 1, 14: 2, 15: 2}
"""Days that are counted where weeks are meant ("dans quinze jours")."""


def with_named_days(line: DateLine, found: Sequence[DateMention]) -> list[DateMention]:
    """Return the dates *found* in the line with those that only words name; what stands within one of these is no date by itself."""
    named = [*_nth_weekdays(line), *_of_next_month(line), *_of_this_month(line), *_feasts(line, "feast_day")]
    named += [*_counted(line, found), *_from_today(line), *_weeks_from(line, found)]
    feasts = [f for f in _feasts(line, "feast_name") if not any(n.start < f.end and f.start < n.end for n in named)]
    mentions = _merged(found, named)
    built = [_beside_weekday(line, _far_from(line, mention), mentions) for mention in (*mentions, *feasts)]
    built = [_behind_day(line, mention, mentions) for mention in built]
    told = [new for old, new in zip((*mentions, *feasts), built, strict=True) if new is not old]
    mentions = _merged(mentions, told) if told else mentions
    pointed = list(_pointed(line, mentions))
    return _merged(mentions, pointed) if pointed else mentions


def _merged(found: Iterable[DateMention], named: Sequence[DateMention]) -> list[DateMention]:
    """Return *named* and those of *found* that lie outside of them, in order."""
    free = [m for m in found if not any(n.start < m.end and m.start < n.end for n in named)]
    return sorted((*free, *named), key=lambda mention: mention.start)


def _told(start: int, end: int, days: Iterable[date], weekday: int | None = None) -> DateMention:
    return DateMention(start=start, end=end, readings=tuple(dict.fromkeys(days)), weekday=weekday, numbered=True)


def _nth_weekdays(line: DateLine) -> Iterator[DateMention]:
    """Yield "the first Monday in June", "the last Friday of next month"."""
    for match in line.language.pattern("nth_weekday").finditer(line.folded):
        weekday = line.forms.weekdays.get(key(match["weekday"]))
        place = next((n for n in range(1, 6) if match[f"n{n}"]), 0)
        day = None if weekday is None else _place_in_month(match, weekday, place, line)
        if day is not None:
            yield _told(match.start(), match.end(), (day,), weekday)


def _place_in_month(match: re.Match[str], weekday: int, place: int, line: DateLine) -> date | None:
    """Return the next weekday of that place in the month of *match*."""
    today = line.setting.today
    this, following = today.replace(day=1), end_of_month(today) + _DAY
    if match["month"]:
        month = line.forms.months.get(key(match["month"]))
        firsts = [date(year, month, 1) for year in (today.year, today.year + 1)] if month else []
    else:
        firsts = [following] if match["next"] else [this, following]
    return next((day for first in firsts if (day := weekday_of_month(first, weekday, place)) >= today), None)


def _of_next_month(line: DateLine) -> Iterator[DateMention]:
    """Yield "the 10th of next month", be it with the month first or the number in words."""
    today = line.setting.today
    ways = ("day_of_next_month", "ordinal_of_next_month", "next_month_then_day")
    for match in (match for way in ways for match in line.language.pattern(way).finditer(line.folded)):
        first = end_of_month(today) + _DAY
        number = count_of(line.language, match["n"]) or line.forms.ordinals.get(key(match["n"]))
        if number and number <= end_of_month(first).day:
            yield _told(match.start(), match.end(), (first.replace(day=number),))


def _of_this_month(line: DateLine) -> Iterator[DateMention]:
    """Yield "the 14th of this month"."""
    today = line.setting.today
    for match in line.language.pattern("day_of_this_month").finditer(line.folded):
        if today.day <= int(match["d"]) <= end_of_month(today).day:
            yield _told(match.start(), match.end(), (today.replace(day=int(match["d"])),))


def _from_today(line: DateLine) -> Iterator[DateMention]:
    """Yield "three weeks from today"."""
    for match in line.language.pattern("from_today").finditer(line.folded):
        far = _distance(match, line)
        if far is not None:
            yield _told(match.start(), match.end(), (line.setting.today + far,))


def _weeks_from(line: DateLine, found: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield "three weeks from Friday"."""
    for mention in (mention for mention in found if _is_bare(mention)):
        before = line.before(mention.start, _LONGEST_LEAD)
        match = line.language.pattern("weeks_from").search(before)
        far = _distance(match, line) if match else None
        if match and far is not None:
            start = mention.start - len(before) + match.start()
            yield _told(start, mention.end, (day + far for day in mention.readings), mention.weekday)


def _pointed(line: DateLine, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield days that count from one named before: "Thursday of that week", "the next day", "two days later". Where none is named in the
    line they have no reading: nobody can tell the day. In a line that moves something they are left to the shifts."""
    for mention in mentions:
        if _is_bare(mention) and not line.forms.moves.search(line.folded):
            yield from _in_that_week(line, mention, mentions)
    for match in line.language.pattern("day_after_named").finditer(line.folded):
        if not line.forms.moves.search(line.folded) and not _is_told_behind(line, match.end(), mentions):
            base = _last_before(match.start(), mentions)
            far = _distance(match, line)
            days = () if base is None or far is None else (base + far,)
            yield _told(match.start(), match.end(), days)
    for match in line.language.pattern("day_of_span").finditer(line.folded):
        if not _is_told_behind(line, match.end(), mentions):
            yield _told(match.start(), match.end(), ())


def _in_that_week(line: DateLine, mention: DateMention, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield the weekday of *mention* in the week of the date named before it, where words beside it say "that week", or
    behind that date ("the Tuesday after")."""
    behind = line.language.pattern("that_week_behind").match(line.folded[mention.end :][:_LONGEST_LEAD])
    before = line.language.pattern("that_week_before").search(line.before(mention.start))
    after = line.language.pattern("after_that_behind").match(line.folded[mention.end :][:_LONGEST_LEAD])
    if mention.weekday is None or not (behind or before or after):
        return
    base = _last_before(mention.start, mentions)
    days: tuple[date, ...] = ()
    if base is not None and after and not behind:
        days = (base + timedelta(days=(mention.weekday - base.weekday()) % 7 or 7),)
    elif base is not None:
        days = (base + timedelta(days=mention.weekday - base.weekday()),)
    end = mention.end + (behind.end() if behind else after.end() if after else 0)
    yield _told(mention.start, end, days, mention.weekday)


def _last_before(place: int, mentions: Sequence[DateMention]) -> date | None:
    """Return the day of the last date before *place*, where it can only be one."""
    before = [mention for mention in mentions if mention.end <= place and mention.readings]
    return before[-1].readings[0] if before and len(before[-1].readings) == 1 else None


def _is_told_behind(line: DateLine, end: int, mentions: Sequence[DateMention]) -> bool:
    """Return whether the day is told again by a date right behind *end* ("the following day, Tuesday 5th")."""
    return any(0 <= m.start - end <= _BESIDE and not _ENDS.search(line.folded[end : m.start]) for m in mentions)


def _feasts(line: DateLine, pattern: str) -> Iterator[DateMention]:
    """Yield the feasts that the line names by the words of *pattern*, whose groups bear the feasts' names."""
    for match in line.language.pattern(pattern).finditer(line.folded):
        name = match.lastgroup
        if name:
            yield _told(match.start(), match.end(), (feast_day(name, line.setting.today),))


def _counted(line: DateLine, found: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield "in two days" before an hour, and "in two weeks, on Monday": elsewhere such words tell how long something takes."""
    for match in line.language.pattern("in_days").finditer(line.folded):
        count = count_of(line.language, match["n"])
        if count is None or any(m.start < match.end() and match.start() < m.end for m in found):
            continue
        days = timedelta(days=count * 7 if match["weeks"] else count)
        following = next((m for m in found if m.start >= match.end()), None)
        gap = line.folded[match.end() : following.start] if following else ""
        if following and _is_bare(following) and _SMALL_WORDS.fullmatch(gap):
            yield _told(match.start(), following.end, _in_weeks(days, following, line.setting.today), following.weekday)
        elif _hour_follows(line, match.end()):
            yield _told(match.start(), match.end(), _days_ahead(days, line.setting.today))


def _days_ahead(days: timedelta, today: date) -> tuple[date, ...]:
    """Return the day that lies *days* ahead; "eight days" and "fifteen" are often a week and two, so both stand."""
    weeks = _IN_WEEKS.get(days.days)
    return (today + days,) if weeks is None else tuple(dict.fromkeys((today + weeks * _WEEK, today + days)))


def _in_weeks(days: timedelta, weekday: DateMention, today: date) -> tuple[date, ...]:
    """Return the *weekday* of the week that lies *days* ahead; where the days are no weeks and fall elsewhere, that day as well."""
    weeks = _IN_WEEKS.get(days.days, days.days // 7 if not days.days % 7 else None)
    if weeks is None or weekday.weekday is None:
        return tuple(dict.fromkeys((today + days, *weekday.readings)))
    return (today - timedelta(days=today.weekday()) + weeks * _WEEK + timedelta(days=weekday.weekday),)


def _is_bare(mention: DateMention) -> bool:
    return mention.weekday is not None and not mention.numbered and bool(mention.readings)


def _hour_follows(line: DateLine, end: int) -> bool:
    """Return whether an hour with its sign follows at once, be it behind "at"."""
    behind = line.folded[end : end + 24]
    number = _HOUR.match(behind)
    if number is not None and line.forms.hour_behind.match(behind, number.end()) is not None:
        return True
    return line.forms.clock_word.match(behind.lstrip(" ,(")) is not None


def _far_from(line: DateLine, mention: DateMention) -> DateMention:
    """Return the day that words before *mention* count from it ("the day before 1 May", "two weeks after Easter"), else *mention*."""
    if not mention.numbered or mention.span_of_days or not mention.readings:
        return mention
    before = line.before(mention.start, _LONGEST_LEAD)
    own = _UP_TO_NUMBER.match(line.folded[mention.start : mention.end])
    for lead in dict.fromkeys((before.rstrip(), (before + own[0]).rstrip() if own else before.rstrip())):
        for name, sign in (("days_after", 1), ("days_before", -1), ("on_named_day", 0)):
            match = line.language.pattern(name).search(lead)
            far = _distance(match, line) if match else None
            if match and far is not None:
                start = mention.start - len(before) + match.start()
                return _told(start, mention.end, (day + sign * far for day in mention.readings))
    return mention


def _distance(match: re.Match[str], line: DateLine) -> timedelta | None:
    """Return how far away the words of *match* are: one day, two, or as many as they count."""
    told = match.groupdict()
    if not told.get("n"):
        return timedelta(days=2 if told.get("two") else 1)
    count = count_of(line.language, told["n"] or "")
    return None if count is None or count > 60 else timedelta(days=count * 7 if told.get("weeks") else count)


def _beside_weekday(line: DateLine, mention: DateMention, mentions: Sequence[DateMention]) -> DateMention:
    """Return the weekday that is told by *mention*, a full date or feast ("the Tuesday after Easter"), else *mention*."""
    inside = mention.weekday is not None and len(mention.readings) > 1
    name = mention if inside else next((m for m in mentions[::-1] if m.end <= mention.start and _is_bare(m)), None)
    if name is None or name.weekday is None or not mention.numbered or not (inside or len(mention.readings) == 1):
        return mention
    gap = _gap_behind_weekday(line, name, mention)
    day = mention.readings[0]
    ways = (("weekday_after", day + _DAY, 1), ("weekday_before", day - _DAY, -1), ("weekday_of", day, 1))
    for pattern, first, way in ways:
        if line.language.pattern(pattern).fullmatch(gap):
            near = (way * (name.weekday - first.weekday())) % 7
            return _told(name.start, mention.end, (first + way * timedelta(days=near),), name.weekday)
    return mention


def _behind_day(line: DateLine, mention: DateMention, mentions: Sequence[DateMention]) -> DateMention:
    """Return the weekday of *mention* that is told by the day before it ("after the holiday on 1 May, on Monday"), else *mention*."""
    day = next((m for m in mentions[::-1] if m.end <= mention.start), None) if _is_bare(mention) else None
    if day is None or mention.weekday is None or not day.numbered or day.span_of_days or len(day.readings) != 1:
        return mention
    lead = line.before(day.start, _LONGEST_LEAD).rstrip()
    after = any(match.end() == len(lead) for match in line.language.pattern("weekday_after").finditer(lead))
    if (
        not after
        or day.readings[0] < line.setting.today
        or not _SMALL_WORDS.fullmatch(line.folded[day.end : mention.start])
    ):
        return mention
    first = day.readings[0] + _DAY
    return _told(
        day.start, mention.end, (first + timedelta(days=(mention.weekday - first.weekday()) % 7),), mention.weekday
    )


def _gap_behind_weekday(line: DateLine, name: DateMention, mention: DateMention) -> str:
    """Return the words between the weekday of *name* and the number or feast of *mention*, which may be the same."""
    own = _UP_TO_NUMBER.match(line.folded[mention.start : mention.end])
    start = mention.start + (own.end() if own else 0)
    if name is mention:
        digit = re.search(r"\d", line.folded[mention.start : mention.end])
        start = mention.start + (digit.start() if digit else 0)
    words = line.folded[name.start : start]
    word = next((w for w in _NUMBER_OR_NAME.finditer(words) if key(w[0]) in line.forms.weekdays), None)
    return " ".join(words[word.end() :].split()) if word else ""
