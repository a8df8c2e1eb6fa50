"""Dates as people write them, resolved against the day of the mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_forms import DateForms
from bot.core.reading.company.folding import fold, key
from bot.core.reading.company.resolving import (
    DateSetting,
    contradicted,
    day_number,
    in_week,
    numeric,
    weekday_date,
    with_month,
)

__all__ = ["DateMention", "DateSetting", "find_dates", "tell_day_order"]

_WEAK_LETTERS = 4
_REACH_BACK = 60
_ENDS_OF_A_WEEK = (0, 4)
"""A calendar week is read as its Monday and its Friday."""
_OF_THE_WEEK = re.compile(r"[\s,;:(\u2013-]{0,3}(?:[^\W\d_]{1,3}\s){0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date in a text. ``readings``: what it can be, the likelier first; empty where nothing fits. ``weekday``: the one written, or
    None. ``numbered``: a day number or full date is written (a bare weekday is not). ``span_of_days``: part of a range or a week; the
    readings of a calendar week are its Monday and its Friday. ``same_day``: "the same day", without readings. ``pointed``: "the
    Wednesday"."""

    start: int
    end: int
    readings: tuple[date, ...]
    weekday: int | None
    numbered: bool
    span_of_days: bool = False
    same_day: bool = False
    pointed: bool = False


def find_dates(text: str, language: Language, setting: DateSetting) -> tuple[DateMention, ...]:
    """Return the dates in *text*, in order."""
    if language.grammar is None:
        return ()
    forms = language.grammar.dates
    folded = fold(text)
    if not any(char.isdigit() for char in folded) and not forms.words.search(folded):
        return ()
    line = _Line(text, folded, forms, language, setting)
    found = list(_all_mentions(line))
    return _mark_between(line, _with_weekdays(line, _without_covered(found))) if found else ()


def _all_mentions(line: _Line) -> Iterator[DateMention]:
    place = 0
    while match := line.forms.date.search(line.folded, place):
        mentions = list(_mentions(match, line))
        if match["a3"] and match["w3"] and not mentions:
            mentions = list(_weekday_alone(match, line))
        yield from mentions
        skipped = match.end("a3") if match["a3"] and not mentions else match.end()
        place = max(skipped, match.start() + 1)


def _weekday_alone(match: re.Match[str], line: _Line) -> Iterator[DateMention]:
    """Yield the weekday before numbers that are no date ("Friday 9.15")."""
    alone = line.forms.date.search(line.folded, match.start(), match.start("a3"))
    if alone:
        yield from _mentions(alone, line)


def _without_covered(found: list[DateMention]) -> list[DateMention]:
    """Leave out what a later mention covers: in "am 8. oder 9. Juli" the eighth is one of July."""
    following = [*(mention.start for mention in found[1:]), found[-1].end if found else 0]
    return [mention for mention, start in zip(found, following, strict=False) if start >= mention.end]


def tell_day_order(texts: Sequence[str], language: Language, hints: Sequence[bool]) -> bool | None:
    """Return whether this author writes the day first: by a date that admits one order only, else by the language where it always does,
    else by *hints* if they agree."""
    for text in texts:
        for match in _SLASHED.finditer(text):
            first, second = int(match[1]), int(match[2])
            if (first > 12) != (second > 12) and max(first, second) <= 31 and min(first, second) > 0:
                return first > 12
    if language.day_first:
        return True
    return hints[0] if hints and all(hint == hints[0] for hint in hints) else None


_SLASHED = re.compile(r"(?<![\w/.])(\d{1,2})/(\d{1,2})(?:/(?:20)?\d\d)?(?![\w/])")


@dataclass(frozen=True, slots=True)
class _Line:
    """A text with all that its dates are read by."""

    text: str
    folded: str
    forms: DateForms
    language: Language
    setting: DateSetting

    def before(self, place: int, reach: int = _REACH_BACK) -> str:
        return self.folded[max(0, place - reach) : place]


def _mentions(match: re.Match[str], line: _Line) -> Iterator[DateMention]:
    """Yield the date of a match, and the other one that shares its month ("on 3 or 4 March", "March 3 or 4")."""
    mention = _mention(match, line)
    if mention is None:
        return
    numbered = bool(match["m1"] or match["m2"] or match["a3"]) and bool(mention.readings) and not mention.span_of_days
    near = line.before(mention.start, 30)
    left = line.forms.or_before.search(near) if numbered and not match["m2"] else None
    if left:
        yield from _twin(mention, left["left"], mention.start - len(near) + left.start())
    yield mention
    right = line.forms.or_behind.match(line.folded, mention.end) if numbered and match["m2"] else None
    if right:
        yield from _twin(mention, right["right"], right.start("right"))


def _twin(mention: DateMention, number: str, start: int) -> Iterator[DateMention]:
    day = _replaced(mention.readings[0], int(number))
    if day is not None and day != mention.readings[0]:
        yield replace(mention, start=start, end=start + len(number), readings=(day,), weekday=None)


def _replaced(day: date, number: int) -> date | None:
    try:
        return day.replace(day=number)
    except ValueError:
        return None


def _mention(match: re.Match[str], line: _Line) -> DateMention | None:
    weekday = _weekday_of(match, line.forms)
    if not _is_date(match, line):
        return None
    readings = _readings(match, weekday, line)
    if match["a3"] and not readings:
        return None
    numbered = not (match["w7"] or match["w8"] or match["rel"])
    pointer = key(match["pre"] or "")
    return DateMention(
        start=match.start(),
        end=match.end(),
        readings=readings,
        weekday=weekday,
        numbered=numbered,
        span_of_days=bool(match["kw1"] or match["kw2"])
        or (_is_span(match, line) if numbered else _follows(line.forms.week_before, match, line)),
        same_day=bool(match["rel"]) and line.forms.relative.get(key(match["rel"]), 0) is None,
        pointed=line.forms.pointers.get(pointer) == "the",
    )


def _follows(before: re.Pattern[str], match: re.Match[str], line: _Line) -> bool:
    return bool(before.search(line.before(match.start())))


def _is_span(match: re.Match[str], line: _Line) -> bool:
    """Return whether the date begins or ends a range of days, or names a week."""
    if _follows(line.forms.week_before, match, line) or line.forms.range_behind.match(line.folded, match.end()):
        return True
    left = line.forms.range_before.search(line.before(match.start(), 30))
    if not left or not 0 < int(left["left"]) <= 31:
        return False
    lead = (left["lead"] or "").strip(" .,")
    close = bool(left["sign"]) or not left["gap"].startswith(" ")
    known = not lead or line.forms.lead_before.search(f" {lead} ") or not lead.isalpha()
    return bool(known) or (close and bool(left["sign"]))


def _weekday_of(match: re.Match[str], forms: DateForms) -> int | None:
    for name in ("w1", "w2", "w3", "w4", "w7", "w8"):
        if match[name]:
            return forms.weekdays.get(key(match[name]))
    return None


def _is_date(match: re.Match[str], line: _Line) -> bool:
    """Return whether the words mean a date here: not "may" or "sat" in small letters, not "every Monday", not 24/7."""
    if match["a3"]:
        return _numbers_are_date(match, line)
    if match["w7"] or match["rel"]:
        never = line.forms.never_before_relative if match["rel"] else line.forms.never_before
        if never.search(line.before(match.start(), 24)):
            return False
        if match["rel"]:
            return key(match["rel"]) not in line.forms.weak_relative or bool(
                line.forms.weak_behind.match(line.folded, match.end("rel"))
            )
        return _name_is_day(match, line)
    if (
        match["d4"]
        and match["w4"] in line.forms.also_words
        and line.folded[match.end("w4") : match.end("w4") + 1] != "."
    ):
        return not line.text[match.start("w4") : match.end("w4")].islower()
    word = match["m1"] or match["m2"] or ""
    if not word or match["w1"] or match["w2"] or match["y1"] or match["y2"]:
        return True
    start = match.start("m1") if match["m1"] else match.start("m2")
    written = line.text[start : start + len(word)]
    return not (written.islower() and word in line.forms.also_words and not match["d1"]) or word in line.forms.alone


def _name_is_day(match: re.Match[str], line: _Line) -> bool:
    """Return whether a weekday's name alone is one: short names are often other words, so they need an hour behind them."""
    word, start, end = match["w7"], match.start("w7"), match.end("w7")
    if match["pre"] or match["post"]:
        return word not in line.forms.also_words or not line.text[start:end].islower()
    if word in line.forms.weak:
        return bool(line.forms.follows_name.match(line.folded, end))
    if word in line.forms.alone:
        return not (word in line.forms.also_words and line.text[start:end].islower())
    if len(word) >= _WEAK_LETTERS and word not in line.forms.also_words:
        return True
    bracketed = line.folded[start - 1 : start] == "(" and line.folded[end : end + 1] in (")", ".")
    return bracketed or bool(
        line.forms.clock_behind.match(line.folded, end + (line.folded[end : end + 1] == ".")) and _has_hour(line, end)
    )


def _has_hour(line: _Line, end: int) -> bool:
    """Return whether a time of day with its sign follows at once."""
    behind = line.folded[end : end + 24].lstrip(" .,")
    lead = line.forms.clock_word.match(behind)
    rest = behind[lead.end() :] if lead else behind
    number = re.match(r"\d{1,2}", rest)
    return bool(number and line.forms.hour_behind.match(rest, number.end())) or bool(
        re.match(r"\d{1,2}\.\d\d(?!\d|\.\d)", rest)
    )


def _numbers_are_date(match: re.Match[str], line: _Line) -> bool:
    """Return whether "6/9" or "3.11." stands where a date would, and is no ratio, hour or "24/7"."""
    sign, second, year = match["s3"] or match["s9"], match["b3"] or match["b9"], match["y3"] or match["y9"]
    if second is None or (match["a3"] == "24" and second == "7"):
        return False
    if sign == "-" and not year:
        return False
    if year or (match["w3"] and (sign != "." or line.language.dotted_dates or not _reads_as_minutes(second))):
        return True
    leads = bool(line.forms.lead_before.search(line.before(match.start(), 24)))
    if sign == ".":
        return line.language.dotted_dates and _dotted_is_date(match, line, leads=leads)
    return leads or bool(line.forms.clock_behind.match(line.folded, match.end()))


def _reads_as_minutes(number: str) -> bool:
    """Return whether what stands behind a point has two digits, as minutes do ("Friday 9.15" where days are not written so)."""
    return len(number) == 2


def _dotted_is_date(match: re.Match[str], line: _Line, *, leads: bool) -> bool:
    """Tell "am 3.11. um" from "um 10.30": a point behind, or a word that leads to a day before it."""
    if line.forms.clock_lead.search(line.before(match.start(), 16)):
        return False
    point = line.folded[match.end() : match.end() + 1] == "." and len(line.folded) > match.end() + 1
    named = line.forms.day_lead.search(line.before(match.start(), 16))
    return (
        point
        or bool(named)
        or (leads and bool(line.forms.clock_behind.match(line.folded, match.end())) and int(match["b3"]) <= 12)
    )


def _readings(match: re.Match[str], weekday: int | None, line: _Line) -> tuple[date, ...]:
    setting, forms = line.setting, line.forms
    if match["iy"]:
        return _valid(int(match["iy"]), int(match["im"]), int(match["id"]))
    if match["kw1"] or match["kw2"]:
        return in_week(int(match["kn1"] or match["kn2"]), setting)
    for number in ("1", "2"):
        if match[f"m{number}"]:
            day = int(match[f"d{number}"]) if match[f"d{number}"] else forms.ordinals[key(match[f"o{number}"])]
            return with_month(day, forms.months[key(match[f"m{number}"])], _year(match[f"y{number}"]), weekday, setting)
    if match["a3"]:
        sign, second = match["s3"] or match["s9"], match["b3"] or match["b9"]
        only = sign == "." or (line.language.day_first and setting.day_first is not False)
        return numeric(
            (int(match["a3"]), int(second)), _year(match["y3"] or match["y9"]), weekday, setting, day_first_only=only
        )
    if match["d4"] or match["d6"] or match["d7"]:
        return day_number(int(match["d4"] or match["d6"] or match["d7"]), weekday, setting)
    if match["w7"]:
        pointers = {forms.pointers.get(key(match[name] or ""), "") for name in ("pre", "post")}
        return weekday_date(weekday, pointers, forms.later.get(key(match["post"] or ""), 0), setting)
    return _relative(match, weekday, line)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    number = int(text.lstrip("'"))
    return number + 2000 if number < 100 else number


def _valid(year: int, month: int, day: int) -> tuple[date, ...]:
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()


def _relative(match: re.Match[str], weekday: int | None, line: _Line) -> tuple[date, ...]:
    """ "Tomorrow", "a week today", "a fortnight on Thursday"."""
    today, forms = line.setting.today, line.forms
    if match["w8"]:
        later = timedelta(days=forms.later.get(key(match["earlier"]), 7))
        if weekday is None:
            return (today + later + timedelta(days=forms.relative.get(key(match["w8"])) or 0),)
        return (today + timedelta(days=(weekday - today.weekday()) % 7 or 7) + later,)
    days = forms.relative.get(key(match["rel"]), 0)
    if days is None:
        return ()
    return (today + timedelta(days=days + forms.later.get(key(match["later"] or ""), 0)),)


def _with_weekdays(line: _Line, mentions: list[DateMention]) -> list[DateMention]:
    """Join what names one day twice: "04/06/2026 (Thursday)", "6th July, Monday", "tomorrow, Tuesday 3 May"."""
    joined: list[DateMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        gap = line.folded[before.end : mention.start] if before else ""
        if before is not None and (before.span_of_days or mention.span_of_days):
            day = _in_that_week(before, mention) if _OF_THE_WEEK.fullmatch(gap) else None
            joined[-1:] = [day] if day else [before, mention]
        elif before is None or not line.forms.explains.fullmatch(gap):
            joined.append(mention)
        elif before.numbered and before.weekday is None and mention.weekday is not None and not mention.numbered:
            fitting = tuple(day for day in before.readings if day.weekday() == mention.weekday)
            other = tuple(dict.fromkeys(d for day in before.readings for d in contradicted(day, mention.weekday)))
            joined[-1] = replace(before, end=mention.end, weekday=mention.weekday, readings=fitting or other)
        elif _names_same(before, mention):
            both = tuple(d for d in before.readings if d in mention.readings) or tuple(
                dict.fromkeys((*mention.readings, *before.readings))
            )
            joined[-1] = replace(mention, start=before.start, readings=both)
        else:
            joined.append(mention)
    return joined


def _in_that_week(before: DateMention, mention: DateMention) -> DateMention | None:
    """Return the day that a calendar week and a weekday name together ("KW 39, Dienstag", "Tuesday (week 39)"), else None."""
    week, day = (before, mention) if before.span_of_days else (mention, before)
    if len(week.readings) != len(_ENDS_OF_A_WEEK) or tuple(d.weekday() for d in week.readings) != _ENDS_OF_A_WEEK:
        return None
    monday, friday = week.readings
    if friday - monday != timedelta(days=4) or day.span_of_days or day.weekday is None or day.numbered or day.same_day:
        return None
    return replace(
        day,
        start=before.start,
        end=mention.end,
        readings=(monday + timedelta(days=day.weekday),),
        numbered=True,
        pointed=False,
    )


def _names_same(before: DateMention, mention: DateMention) -> bool:
    """Return whether two neighbours name one day: "tomorrow, Tuesday", "on Tuesday (3 May)", "next week, on Tuesday 3 May"."""
    if before.numbered or not before.readings or not mention.readings or before.same_day or mention.same_day:
        return False
    if before.weekday is None:
        return mention.numbered or mention.weekday is not None
    return (
        mention.numbered
        and (mention.weekday is None or mention.weekday == before.weekday)
        and (mention.weekday is not None or any(d.weekday() == before.weekday for d in mention.readings))
    )


def _mark_between(line: _Line, mentions: list[DateMention]) -> tuple[DateMention, ...]:
    """Mark "between June 1 and June 3" and "June 1 - June 3" as a range of days."""
    marked = list(mentions)
    forms = line.forms
    for number in range(len(mentions) - 1):
        left, right = mentions[number], mentions[number + 1]
        gap = line.folded[left.end : right.start]
        before = line.before(left.start, 100)
        dash = gap.strip(" ,") in ("-", "\u2013", "\u2014")
        if not dash and forms.gap_to.fullmatch(gap) and forms.moved_from.search(before):
            continue
        between = forms.gap_and.fullmatch(gap) and forms.between_before.search(before)
        to = forms.gap_to.fullmatch(gap) and ("/" not in gap or any(sign.isalpha() for sign in gap))
        if between or to or _is_week(line, left, right, gap):
            marked[number] = replace(marked[number], span_of_days=True)
            marked[number + 1] = replace(right, span_of_days=True)
    return tuple(marked)


def _is_week(line: _Line, left: DateMention, right: DateMention, gap: str) -> bool:
    """Return whether two bare weekdays are a span of every week ("Monday to Friday, 8 to 16"), in a line that moves nothing."""
    bare = not (left.numbered or right.numbered) and None not in (left.weekday, right.weekday)
    return bare and bool(line.forms.days_to.fullmatch(gap)) and not line.forms.moves.search(line.folded)
