"""Dates as people write them, resolved against the day of the mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_forms import DateForms
from bot.core.reading.company.date_joining import join_same_days, mark_ranges
from bot.core.reading.company.date_mention import DateLine, DateMention
from bot.core.reading.company.date_readings import find_readings
from bot.core.reading.company.date_sense import is_date
from bot.core.reading.company.folding import fold, key
from bot.core.reading.company.memo import remembered
from bot.core.reading.company.named_days import with_named_days
from bot.core.reading.company.resolving import DateSetting


def find_dates(text: str, language: Language, setting: DateSetting) -> tuple[DateMention, ...]:
    """Return the dates in *text*, in order."""
    table = language.memo.dates if language.memo else None
    return remembered(table, (text, setting), lambda: _find_dates(text, language, setting))


def _find_dates(text: str, language: Language, setting: DateSetting) -> tuple[DateMention, ...]:
    if language.grammar is None:
        return ()
    forms = language.grammar.dates
    folded = fold(text)
    may_hold = any(char.isdigit() for char in folded) or forms.words.search(folded)
    line = DateLine(text, folded, forms, language, setting)
    found = list(_all_mentions(line)) if may_hold else []
    named = with_named_days(line, _without_covered(found) if found else [])
    return mark_ranges(line, join_same_days(line, named)) if named else ()


def _all_mentions(line: DateLine) -> Iterator[DateMention]:
    place = 0
    while match := line.forms.date.search(line.folded, place):
        mentions = list(_mentions(match, line))
        if match["a3"] and match["w3"] and not mentions:
            mentions = list(_weekday_alone(match, line))
        yield from mentions
        skipped = match.end("a3") if match["a3"] and not mentions else match.end()
        place = max(skipped, match.start() + 1)


def _weekday_alone(match: re.Match[str], line: DateLine) -> Iterator[DateMention]:
    """Yield the weekday before numbers that are no date ("Friday 9.15")."""
    alone = line.forms.date.search(line.folded, match.start(), match.start("a3"))
    if alone:
        yield from _mentions(alone, line)


def _without_covered(found: list[DateMention]) -> list[DateMention]:
    """Leave out what a later mention covers: in "am 8. oder 9. Juli" the eighth is one of July."""
    following = [*(mention.start for mention in found[1:]), found[-1].end if found else 0]
    return [mention for mention, start in zip(found, following, strict=False) if start >= mention.end]


def _mentions(match: re.Match[str], line: DateLine) -> Iterator[DateMention]:
    """Yield the date of a match, and the other one that shares its month ("on 3 or 4 March", "March 3 or 4")."""
    mention = _mention(match, line)
    if mention is None:
        return
    numbered = bool(match["m1"] or match["m2"] or match["a3"]) and bool(mention.readings) and not mention.span_of_days
    near = line.before(mention.start, 30)
    left = line.forms.ranges.or_before.search(near) if numbered and not match["m2"] else None
    if left and not _is_hour(left, mention, match, line):
        yield from _twin(mention, left["left"], mention.start - len(near) + left.start())
    yield mention
    listed = (numbered and match["m2"]) or (match["d7"] and mention.readings)
    right = line.forms.ranges.or_behind.match(line.folded, mention.end) if listed else None
    if right and (match["m2"] or right.end() > right.end("right")):
        yield from _twin(mention, right["right"], right.start("right"))


def _is_hour(left: re.Match[str], mention: DateMention, match: re.Match[str], line: DateLine) -> bool:
    """Return whether the number before "or" and a date is the hour of the date before ("Wednesday 20 May at 1 or Thursday 21 May at 10"):
    a plain number beside a date with its weekday, or behind a word for "at" where a date stands before."""
    before = line.before(mention.start, 30)[: left.start("left")]
    if (match["w1"] or match["w3"]) and left[0][left.end("left") - left.start() :][:1].isspace():
        return True
    begun = mention.start - len(line.before(mention.start, 30)) + left.start("left")
    led = line.forms.signs.clock_lead.search(before) and not line.forms.signs.lead_before.search(before)
    return bool(led) and line.forms.date.search(line.folded, 0, begun) is not None


def _twin(mention: DateMention, number: str, start: int) -> Iterator[DateMention]:
    day = _replaced(mention.readings[0], int(number))
    if day is not None and day != mention.readings[0]:
        yield replace(mention, start=start, end=start + len(number), readings=(day,), weekday=None)


def _replaced(day: date, number: int) -> date | None:
    try:
        return day.replace(day=number)
    except ValueError:
        return None


def _mention(match: re.Match[str], line: DateLine) -> DateMention | None:
    weekday = _weekday_of(match, line.forms)
    if not is_date(match, line):
        return None
    readings = find_readings(match, weekday, line)
    if match["a3"] and not readings:
        return None
    numbered = not (match["w7"] or match["w8"] or match["rel"])
    pointer = key(match["pre"] or "")
    week = bool(match["kw1"] or match["kw2"] or match["week"])
    return DateMention(
        start=match.start("d8" if match["week"] else 0),
        end=match.end(),
        readings=readings,
        weekday=weekday,
        numbered=numbered,
        span_of_days=week or (_is_span(match, line) if numbered else _ends_week(match, line)),
        same_day=bool(match["rel"]) and line.forms.values.relative.get(key(match["rel"]), 0) is None,
        pointed=line.forms.values.pointers.get(pointer) == "the",
        week=week or (numbered and _follows(line.forms.ranges.week_before, match, line)),
    )


def _follows(before: re.Pattern[str], match: re.Match[str], line: DateLine) -> bool:
    return bool(before.search(line.before(match.start())))


def _ends_week(match: re.Match[str], line: DateLine) -> bool:
    """Return whether a weekday is the last of a span of every week ("Mo-Do 9-15 Uhr"), or names the week that it begins."""
    ranges = line.forms.ranges
    if _follows(ranges.week_before, match, line):
        return True
    return _follows(ranges.weekday_to, match, line) and not line.forms.signs.moves.search(line.folded)


def _is_span(match: re.Match[str], line: DateLine) -> bool:
    """Return whether the date begins or ends a range of days, or names a week."""
    if _follows(line.forms.ranges.week_before, match, line) or line.forms.ranges.range_behind.match(
        line.folded, match.end()
    ):
        return True
    left = line.forms.ranges.range_before.search(line.before(match.start(), 30))
    if not left or not 0 < int(left["left"]) <= 31:
        return False
    lead = (left["lead"] or "").strip(" .,")
    close = bool(left["sign"]) or not left["gap"].startswith(" ")
    known = not lead or line.forms.signs.lead_before.search(f" {lead} ") or not lead.isalpha()
    return bool(known) or (close and bool(left["sign"]))


def _weekday_of(match: re.Match[str], forms: DateForms) -> int | None:
    for name in ("w1", "w2", "w3", "w4", "w5", "w7", "w8", "w10"):
        if match[name]:
            return forms.values.weekdays.get(key(match[name]))
    return None
