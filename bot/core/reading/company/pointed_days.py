"""Days told by another date of the line: "Thursday of that week", "two days later", "the Tuesday after Easter"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.core.reading.company.date_mention import DateLine, DateMention, told_day
from bot.core.reading.company.far_days import LONGEST_LEAD, SMALL_WORDS, UP_TO_NUMBER, distance
from bot.core.reading.company.folding import key
from bot.core.reading.company.resolving import next_weekday

_DAY = timedelta(days=1)
_BESIDE = 12
_NUMBER_OR_NAME = re.compile(r"[\w-]+")
_ENDS = re.compile(r"[.;!?]\s")


def pointed_days(line: DateLine, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield days that count from one named before: "Thursday of that week", "the next day", "two days later". Where none is named in the
    line they have no reading: nobody can tell the day. In a line that moves something they are left to the shifts."""
    for mention in mentions:
        if mention.is_bare and not line.forms.signs.moves.search(line.folded):
            yield from _in_that_week(line, mention, mentions)
        if mention.is_bare and line.language.pattern("after_absence").match(line.folded[mention.end :][:LONGEST_LEAD]):
            yield told_day(mention.start, mention.end, (), mention.weekday)
        elif mention.is_bare and mention.weekday is not None and _is_following(line, mention):
            base = _last_before(mention.start, mentions)
            if base is not None:
                yield told_day(mention.start, mention.end, (next_weekday(base, mention.weekday),), mention.weekday)
    for match in line.language.matches("day_after_named", line.folded):
        if not line.forms.signs.moves.search(line.folded) and not _is_told_behind(line, match.end(), mentions):
            base = _last_before(match.start(), mentions)
            far = distance(match, line)
            days = () if base is None or far is None else (base + far,)
            yield told_day(match.start(), match.end(), days)
    for match in line.language.matches("day_of_span", line.folded):
        if not _is_told_behind(line, match.end(), mentions):
            yield told_day(match.start(), match.end(), ())


def _in_that_week(line: DateLine, mention: DateMention, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield the weekday of *mention* in the week of the date named before it, where words beside it say "that week", or
    behind that date ("the Tuesday after")."""
    behind = line.language.pattern("that_week_behind").match(line.folded[mention.end :][:LONGEST_LEAD])
    before = line.language.pattern("that_week_before").search(line.before(mention.start))
    after = line.language.pattern("after_that_behind").match(line.folded[mention.end :][:LONGEST_LEAD])
    if mention.weekday is None or not (behind or before or after):
        return
    base = _last_before(mention.start, mentions)
    days: tuple[date, ...] = ()
    if base is not None and after and not behind:
        days = (next_weekday(base, mention.weekday),)
    elif base is not None:
        days = (base + timedelta(days=mention.weekday - base.weekday()),)
    end = mention.end + (behind.end() if behind else after.end() if after else 0)
    yield told_day(mention.start, end, days, mention.weekday)


def _is_following(line: DateLine, mention: DateMention) -> bool:
    """Return whether words such as "the following" count the weekday of *mention* from a day named before."""
    words = {key(word) for word in line.language.vocabulary.all_of("following", "following_behind")}
    named = {key(word) for word in line.folded[mention.start : mention.end].split()}
    return not words.isdisjoint(named)


def _last_before(place: int, mentions: Sequence[DateMention]) -> date | None:
    """Return the day of the last date before *place*, where it can only be one."""
    before = [mention for mention in mentions if mention.end <= place and mention.readings]
    return before[-1].readings[0] if before and len(before[-1].readings) == 1 else None


def _is_told_behind(line: DateLine, end: int, mentions: Sequence[DateMention]) -> bool:
    """Return whether the day is told again by a date right behind *end* ("the following day, Tuesday 5th")."""
    return any(0 <= m.start - end <= _BESIDE and not _ENDS.search(line.folded[end : m.start]) for m in mentions)


def beside_weekday(line: DateLine, mention: DateMention, mentions: Sequence[DateMention]) -> DateMention:
    """Return the weekday that is told by *mention*, a full date or feast ("the Tuesday after Easter"), else *mention*."""
    inside = mention.weekday is not None and len(mention.readings) > 1
    name = mention if inside else next((m for m in mentions[::-1] if m.end <= mention.start and m.is_bare), None)
    if name is None or name.weekday is None or not mention.numbered or not (inside or len(mention.readings) == 1):
        return mention
    gap = _gap_behind_weekday(line, name, mention)
    day = mention.readings[0]
    ways = (("weekday_after", day + _DAY, 1), ("weekday_before", day - _DAY, -1), ("weekday_of", day, 1))
    for pattern, first, way in ways:
        if line.language.pattern(pattern).fullmatch(gap):
            near = (way * (name.weekday - first.weekday())) % 7
            return told_day(name.start, mention.end, (first + way * timedelta(days=near),), name.weekday)
    return mention


def behind_day(line: DateLine, mention: DateMention, mentions: Sequence[DateMention]) -> DateMention:
    """Return the weekday of *mention* that is told by the day before it ("after the holiday on 1 May, on Monday"), else *mention*."""
    day = next((m for m in mentions[::-1] if m.end <= mention.start), None) if mention.is_bare else None
    if day is None or mention.weekday is None or not day.numbered or day.span_of_days or len(day.readings) != 1:
        return mention
    lead = line.before(day.start, LONGEST_LEAD).rstrip()
    after = any(match.end() == len(lead) for match in line.language.matches("weekday_after", lead))
    if (
        not after
        or day.readings[0] < line.setting.today
        or not SMALL_WORDS.fullmatch(line.folded[day.end : mention.start])
    ):
        return mention
    return told_day(day.start, mention.end, (next_weekday(day.readings[0], mention.weekday),), mention.weekday)


def _gap_behind_weekday(line: DateLine, name: DateMention, mention: DateMention) -> str:
    """Return the words between the weekday of *name* and the number or feast of *mention*, which may be the same."""
    own = UP_TO_NUMBER.match(line.folded[mention.start : mention.end])
    start = mention.start + (own.end() if own else 0)
    if name is mention:
        digit = re.search(r"\d", line.folded[mention.start : mention.end])
        start = mention.start + (digit.start() if digit else 0)
    words = line.folded[name.start : start]
    word = next((w for w in _NUMBER_OR_NAME.finditer(words) if key(w[0]) in line.forms.values.weekdays), None)
    return " ".join(words[word.end() :].split()) if word else ""
