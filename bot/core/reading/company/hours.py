"""Times of day as people write them: 3pm, 15:00, 15h30, halb drei, tres y media, noon, "at 9", ranges of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.core.reading.company.clock_hits import read_hit, value_of
from bot.core.reading.company.clock_line import ClockLine
from bot.core.reading.company.clock_ranges import is_move, is_range
from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.folding import fold
from bot.core.reading.company.halves import Hit, HourStyle, all_minutes, likely_minutes
from bot.core.reading.company.lone_clocks import stands_alone
from bot.core.reading.company.vague_noon import without_vague_noon
from bot.core.reading.company.wording import finds

_DAY_STYLE = re.compile(
    r"(?<![\d:.])(?:1[3-9]|2[0-3])[:hu][0-5]\d(?!\s?[ap]\.?m|\d)|(?<![\d:.])0\d[:hu][0-5]\d(?!\s?[ap]\.?m|\d)",
    re.IGNORECASE,
)
_LONGEST = 10 * 60
_LATEST = 19
_QUARTER, _BEHIND = 15, 8
_SURE = frozenset({"meridiem", "colon", "word"})
_PLAIN = frozenset({"bare", "name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockMention:
    """A time of day or a range of them. ``options``: (start, end) in minutes of the day, end None where only one time is given; two
    options where morning and evening both stand. ``sure``: written so that it can only be a time. ``same_time``: "same time".
    ``open_start``: only an end is given ("till 9.15"); it is the start of the option. ``loose``: a bare number behind "at"."""

    start: int
    end: int
    options: tuple[tuple[int, int | None], ...]
    sure: bool
    same_time: bool = False
    open_start: bool = False
    loose: bool = False


def may_hold_clock(text: str, language: Language) -> bool:
    """Return whether *text* has a digit or a word of a time of day; if not, `find_clocks` finds nothing."""
    if any(char.isdigit() for char in text):
        return True
    return language.grammar is not None and bool(language.grammar.clocks.words.search(fold(text)))


def find_clocks(
    text: str, language: Language, dates: tuple[DateMention, ...], style: HourStyle
) -> tuple[ClockMention, ...]:
    """Return the times in *text*, in order. Digits of *dates* are no times."""
    if language.grammar is None or not may_hold_clock(text, language):
        return ()
    line = ClockLine(text, fold(text), language.grammar.clocks, style, dates)
    hits = without_vague_noon(list(_hits(line)), line)
    return tuple(_quarter_later(mention, line, language) for mention in _mentions(hits, line))


def _hits(line: ClockLine) -> Iterator[Hit]:
    """Yield what is written as times are, outside of the dates."""
    taken = [(d.start, d.end) for d in line.dates if d.end > d.start]
    place = 0
    while match := line.forms.clock.search(line.folded, place):
        clash = next((end for start, end in taken if start < match.end() and match.start() < end), None)
        place = max(match.end() if clash is None else clash, match.start() + 1)
        if clash is not None or (match["comma"] and not _comma_is_time(match, line)):
            continue
        if match["count"] and _opens_range(match, line):
            place = match.end("count")
            yield Hit(match.start(), place, value_of(match["count"], line.forms), 0, "", "name")
        elif hit := read_hit(match, line):
            place = max(hit.end, match.start() + 1)
            yield hit


def _quarter_later(mention: ClockMention, line: ClockLine, language: Language) -> ClockMention:
    """Return *mention* a quarter of an hour later where "c.t." stands behind it, as at universities; an end stays as it is."""
    if not language.pattern("academic_quarter").match(line.folded[mention.end : mention.end + _BEHIND].lstrip(" (")):
        return mention
    return replace(mention, options=tuple((begin + _QUARTER, end) for begin, end in mention.options))


def hour_style(text: str, language: Language) -> HourStyle:
    """Return how *text*, a whole mail, tells hours."""
    return HourStyle(by_day=bool(_DAY_STYLE.search(text)), early=finds(language, "early_hours", text) is not None)


def _comma_is_time(match: re.Match[str], line: ClockLine) -> bool:
    """Return whether "15,30" or "15'30" is a time: behind "ore", before "Uhr" or alone on its line; elsewhere it is a figure."""
    alone = not (line.folded[: match.start()] + line.folded[match.end() :]).strip(" .")
    return alone or bool(match["u4"] or line.forms.signs.lead.search(line.before(match.start())))


def _opens_range(match: re.Match[str], line: ClockLine) -> bool:
    """Return whether "ten to four" stands behind "from": no minutes then."""
    return bool(line.forms.ranges.from_before.search(line.before(match.start())))


def _mentions(hits: list[Hit], line: ClockLine) -> list[ClockMention]:
    found: list[ClockMention] = []
    number = 0
    while number < len(hits):
        hit = hits[number]
        following = hits[number + 1] if number + 1 < len(hits) else None
        if following and is_range(hit, following, line):
            found += (
                [_single(hit, line), _single(following, line)]
                if is_move(hit, following, line)
                else [_range(hit, following, line)]
            )
            number += 2
            continue
        if stands_alone(hit, line) or _is_either(hits, number, found, line):
            found.append(_single(hit, line))
        elif following and _opens_either(hit, following, line):
            found.append(replace(_single(hit, line), options=_beside(hit, following, line)))
        number += 1
    return found


def _is_either(hits: list[Hit], number: int, found: list[ClockMention], line: ClockLine) -> bool:
    """Return whether a mere number stands behind a time and "or", be it with others between ("either 9:30 or 10", "at 10, 11 or 12")."""
    hit, before = hits[number], hits[number - 1] if number else None
    if before is None or hit.kind not in _PLAIN or not found or found[-1].end != before.end:
        return False
    if line.forms.ranges.gap_or.fullmatch(line.folded[before.end : hit.start]):
        return _may_be_hour(hit, line)
    following = hits[number + 1] if number + 1 < len(hits) else None
    listed = following is not None and line.forms.ranges.gap_or.fullmatch(line.folded[hit.end : following.start])
    return bool(listed) and line.folded[before.end : hit.start] == ", " and _may_be_hour(hit, line)


def _opens_either(hit: Hit, following: Hit, line: ClockLine) -> bool:
    """Return whether a mere number stands before "or" and a time with its sign ("2 or 3pm")."""
    if hit.kind not in _PLAIN or following.kind in _PLAIN or not _may_be_hour(hit, line):
        return False
    gap = line.forms.ranges.gap_or.fullmatch(line.folded[hit.end : following.start])
    return gap is not None and not following.doubtful and stands_alone(following, line)


def _may_be_hour(hit: Hit, line: ClockLine) -> bool:
    numbered = line.forms.signs.numbered_before.search(line.before(hit.start))
    return 1 <= hit.hour <= _LATEST and not numbered and line.may_end_bare(hit)


def _beside(hit: Hit, following: Hit, line: ClockLine) -> tuple[tuple[int, int | None], ...]:
    """Return the reading of *hit* that lies before the time it is told with, in minutes of the day."""
    last = likely_minutes(following, line.undated, line.forms, style=line.style)[-1]
    earlier = [minutes for minutes in all_minutes(hit) if minutes < last]
    return ((max(earlier), None),) if earlier else _single(hit, line).options


def _single(hit: Hit, line: ClockLine) -> ClockMention:
    minutes = likely_minutes(hit, line.undated, line.forms, style=line.style)
    return ClockMention(
        start=hit.start,
        end=hit.end,
        options=() if hit.kind == "same" else tuple((minute, None) for minute in minutes),
        sure=hit.kind in _SURE,
        same_time=hit.kind == "same",
        open_start=bool(line.forms.ranges.until_before.search(line.before(hit.start))),
        loose=hit.kind in _PLAIN,
    )


def _range(first: Hit, second: Hit, line: ClockLine) -> ClockMention:
    options = []
    for start in _range_starts(first, second, line):
        ends = (
            likely_minutes(second, line.undated, line.forms, style=line.style)
            if second.half
            else sorted(all_minutes(second))
        )
        late = [end for end in ends if end > start]
        if late:
            options.append((start, late[0]))
    alone = tuple((minute, None) for minute in likely_minutes(first, line.undated, line.forms, style=line.style))
    kinds = {first.kind, second.kind}
    return ClockMention(
        start=first.start,
        end=second.end,
        options=tuple(options) or alone,
        sure=kinds.isdisjoint(_PLAIN) or not kinds.isdisjoint(_SURE),
    )


def _range_starts(first: Hit, second: Hit, line: ClockLine) -> list[int]:
    if first.half or not second.half or first.hour > 12:
        return likely_minutes(first, line.undated, line.forms, style=line.style, until=second.end)
    end = likely_minutes(second, line.undated, line.forms, style=line.style)[0]
    starts = [start for start in all_minutes(first) if 0 < end - start <= _LONGEST]
    return [max(starts)] if starts else likely_minutes(first, line.undated, line.forms, style=line.style)
