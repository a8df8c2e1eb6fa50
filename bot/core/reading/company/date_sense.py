"""Whether words or numbers mean a date where they stand: not "may" in small letters, not 24/7."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.core.reading.company.date_mention import DateLine
from bot.core.reading.company.folding import key

_FIGURES = 2
_WEAK_LETTERS = 4
_MOVE_REACH = 40
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_date(match: re.Match[str], line: DateLine) -> bool:
    """Return whether the words mean a date here: not "may" or "sat" in small letters, not "every Monday", not 24/7."""
    if match["a3"]:
        return _numbers_are_date(match, line)
    if match["o1"] and match["o1"] in line.language.numbers and _is_hour(match, line):
        return False
    if match["d1"] and not match["w1"] and _is_hour_before_name(match, line):
        return False
    if match["w7"] or match["rel"]:
        never = line.forms.signs.never_before_relative if match["rel"] else line.forms.signs.never_before
        if never.search(line.before(match.start(), 24)) and not _moves_there(match, line):
            return False
        if match["rel"]:
            return key(match["rel"]) not in line.forms.names.weak_relative or bool(
                line.forms.names.weak_behind.match(line.folded, match.end("rel"))
            )
        return _name_is_day(match, line)
    if (
        match["d4"]
        and match["w4"] in line.forms.names.also_words
        and line.folded[match.end("w4") : match.end("w4") + 1] != "."
    ):
        return not line.text[match.start("w4") : match.end("w4")].islower()
    word = match["m1"] or match["m2"] or ""
    if not word or match["w1"] or match["w2"] or match["y1"] or match["y2"]:
        return True
    start = match.start("m1") if match["m1"] else match.start("m2")
    written = line.text[start : start + len(word)]
    return (
        not (written.islower() and word in line.forms.names.also_words and not match["d1"])
        or word in line.forms.names.alone
    )


def _moves_there(match: re.Match[str], line: DateLine) -> bool:
    """Return whether something moves to the day that "to" stands before ("avancé à vendredi"): no greeting till then."""
    before = line.before(match.start(), _MOVE_REACH)
    to = line.forms.signs.clock_lead.search(before)
    return to is not None and line.forms.signs.moves.search(before) is not None


def _is_hour(match: re.Match[str], line: DateLine) -> bool:
    """Return whether a number in words before a month is an hour: behind "at" ("a las dos, marzo 14")."""
    return bool(line.forms.signs.clock_lead.search(line.before(match.start("o1"), 16)))


def _is_hour_before_name(match: re.Match[str], line: DateLine) -> bool:
    """Return whether a comma parts an hour behind "at" from a name that is a month's, too ("we start at 9, Jan will join us")."""
    parted = "," in line.folded[match.end("d1") : match.start("m1")]
    return parted and bool(line.forms.signs.clock_lead.search(line.before(match.start("d1"), 16)))


def _name_is_day(match: re.Match[str], line: DateLine) -> bool:
    """Return whether a weekday's name alone is one: short names are often other words, so they need an hour behind them."""
    word, start, end = match["w7"], match.start("w7"), match.end("w7")
    if match["pre"] or match["post"]:
        return word not in line.forms.names.also_words or not line.text[start:end].islower()
    if word in line.forms.names.weak:
        return bool(line.forms.names.follows_name.match(line.folded, end))
    if word in line.forms.names.alone:
        return not (word in line.forms.names.also_words and line.text[start:end].islower())
    if len(word) >= _WEAK_LETTERS and word not in line.forms.names.also_words:
        return True
    if line.text[start:end].islower() and line.forms.signs.clock_word.match(line.folded, start):
        return False  # "so gegen 9 Uhr"
    bracketed = line.folded[start - 1 : start] == "(" and line.folded[end : end + 1] in (")", ".")
    return bracketed or bool(
        line.forms.signs.clock_behind.match(line.folded, end + (line.folded[end : end + 1] == "."))
        and _has_hour(line, end)
    )


def _has_hour(line: DateLine, end: int) -> bool:
    """Return whether a time of day with its sign follows at once."""
    behind = line.folded[end : end + 24].lstrip(" .,")
    lead = line.forms.signs.clock_word.match(behind)
    rest = behind[lead.end() :] if lead else behind
    number = re.match(r"\d{1,2}", rest)
    return bool(number and line.forms.signs.hour_behind.match(rest, number.end())) or bool(
        re.match(r"\d{1,2}\.\d\d(?!\d|\.\d)", rest)
    )


def _numbers_are_date(match: re.Match[str], line: DateLine) -> bool:
    """Return whether "6/9" or "3.11." stands where a date would, and is no ratio, hour or "24/7"."""
    sign, second, year = match["s3"] or match["s9"], match["b3"] or match["b9"], match["y3"] or match["y9"]
    if second is None or (match["a3"] == "24" and second == "7"):
        return False
    if sign == "-" and not year:
        return line.language.dashed_dates and _dashed_is_date(match, line, int(match["a3"]), int(second))
    if year or (match["w3"] and (sign != "." or line.language.dotted_dates or not _reads_as_minutes(second))):
        return True
    if sign == "/" and _counts_with_nought(match["a3"] or "", second):
        return True
    leads = bool(line.forms.signs.lead_before.search(line.before(match.start(), 24)))
    if sign == ".":
        return line.language.dotted_dates and _dotted_is_date(match, line, leads=leads)
    return leads or bool(line.forms.signs.clock_behind.match(line.folded, match.end()))


def _counts_with_nought(first: str, second: str) -> bool:
    """Return whether two numbers are written as days and months are in figures ("19/02"); who means a ratio writes no nought."""
    return len(first) == len(second) == _FIGURES and "0" in (first[0], second[0])


def _dashed_is_date(match: re.Match[str], line: DateLine, day: int, month: int) -> bool:
    """Return whether "3-11" is a day beside a weekday that it falls on, or behind a word that leads to a day and before an hour; a span of
    numbers stands there else."""
    if not (0 < month <= 12 and 0 < day <= _DAYS[month - 1]):
        return False
    weekday = line.forms.values.weekdays.get(key(match["w3"])) if match["w3"] else None
    if weekday is not None:
        years = (line.setting.today.year, line.setting.today.year + 1)
        falls = [date(year, month, min(day, 28)) + timedelta(days=max(day - 28, 0)) for year in years]
        return any(one.weekday() == weekday for one in falls)
    led = line.forms.signs.day_lead.search(line.before(match.start(), 16))
    return bool(led) and bool(line.forms.signs.clock_behind.match(line.folded, match.end()))


def _reads_as_minutes(number: str) -> bool:
    """Return whether what stands behind a point has two digits, as minutes do ("Friday 9.15" where days are not written so)."""
    return len(number) == 2


def _dotted_is_date(match: re.Match[str], line: DateLine, *, leads: bool) -> bool:
    """Tell "am 3.11. um" from "um 10.30": a point behind, or a word that leads to a day before it."""
    if int(match["b3"] or 0) > len(_DAYS) or line.forms.signs.clock_lead.search(line.before(match.start(), 16)):
        return False
    point = line.folded[match.end() : match.end() + 1] == "." and len(line.folded) > match.end() + 1
    named = line.forms.signs.day_lead.search(line.before(match.start(), 16))
    return (
        point
        or bool(named)
        or (leads and bool(line.forms.signs.clock_behind.match(line.folded, match.end())) and int(match["b3"]) <= 12)
    )
