"""Dates as people write them, resolved against the day of the mail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core.reading.company.cues import Language

_PAST_DAYS = 60  # a date without a year is of this year unless it lies further back than this
_FURTHEST_DAYS = 500
_RANGE_AFTER = re.compile(
    r"\s?(?:-|\u2013|\u2014|\bto\b|\bthrough\b|\buntil\b|\bthru\b)\s?(?:the\s)?(?:[a-z]+\s)?[0-3]?\d(?:st"
    r"|nd|rd|th)?(?![\d:]|\.\d|\s?[ap]\.?m|\s?(?:min|hour|h\b))",
    re.IGNORECASE,
)
_WEEK_BEFORE = re.compile(
    r"(?:\bweek\s(?:of|commencing|beginning|starting|from|ending)|\bw/c|\bwc)\s(?:the\s|on\s)?$", re.IGNORECASE
)
_BETWEEN_BEFORE = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_PLURAL = re.compile(r"s\b", re.IGNORECASE)
_DATE_BEFORE = re.compile(
    r"(?:^|[,:;(|\u2013\u2014-]|\b(?:on|by|before|until|till|from|for|this|next|date|to|of|is|and|or|the|dated|after))\s{0,2}$",
    re.IGNORECASE,
)
_DATE_AFTER = re.compile(r"\s?(?:,|@|at\b|from\b|-|\u2013|\)|\s\d{1,2}(?::|\s?[ap]\.?m)|is\b|works?\b)", re.IGNORECASE)
_MOVED_FROM = re.compile(
    r"\b(?:mov|push|shift|slid|bump|chang|switch|swap|reschedul|postpon|put|bring|brought|pull|shunt|nudg)\w*\b.{0,60}\bfrom\s(?:the\s)?$",
    re.IGNORECASE,
)
_TOMORROW = ("tom", "tmr", "tmw", "2mor")
_EXPLAINS = re.compile(r"\s?(?:\(|,|-|\u2013|\[|which is a|a|is a)\s?")
_SHORT_WORDS = frozenset({"may", "sat", "sun", "mon", "wed", "mar", "march", "sep", "dec", "jan", "thu"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date in a text. ``readings``: what it can be, the likelier first; empty where nothing fits. ``weekday``: the one written, or
    None. ``numbered``: a day number or full date is written (a bare weekday is not). ``span_of_days``: part of a range or a week."""

    start: int
    end: int
    readings: tuple[date, ...]
    weekday: int | None
    numbered: bool
    span_of_days: bool = False
    same_day: bool = False
    pointed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSetting:
    """What dates are resolved against. ``today``: the mail's day where the owner is. ``day_first``: True, False, or None where nobody
    can tell. ``known``: dates named elsewhere in the thread, by which "the Wednesday" is understood."""

    today: date
    day_first: bool | None = None
    known: tuple[date, ...] = ()


def find_dates(text: str, language: Language, setting: DateSetting) -> tuple[DateMention, ...]:
    """Return the dates in *text*, in order."""
    if language.grammar is None:
        return ()
    found = (_mention(match, text, language, setting) for match in language.grammar.date.finditer(text))
    return _mark_between(text, _with_weekdays(text, [mention for mention in found if mention is not None]))


def _with_weekdays(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Join a weekday that only explains the date before it: "04/06/2026 (Thursday)", "6th July, Monday"."""
    joined: list[DateMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        explains = (
            before is not None
            and before.numbered
            and before.weekday is None
            and mention.weekday is not None
            and not mention.numbered
            and _EXPLAINS.fullmatch(text[before.end : mention.start])
        )
        if before is None or not explains or mention.weekday is None:
            joined.append(mention)
            continue
        fitting = tuple(day for day in before.readings if day.weekday() == mention.weekday)
        other = tuple(dict.fromkeys(d for day in before.readings for d in _contradicted(day, mention.weekday)))
        joined[-1] = replace(before, end=mention.end, weekday=mention.weekday, readings=fitting or other)
    return joined


def _mention(match: re.Match[str], text: str, language: Language, setting: DateSetting) -> DateMention | None:
    weekday = _weekday_of(match, language)
    if _is_other_word(match):
        return None
    if match["a3"] and match["s3"] == "." and not match["y3"] and not language.dotted_dates:
        return None
    readings, numbered = _readings(match, weekday, language, setting)
    if match["a3"] and (not readings or (weekday is None and not match["y3"] and not _stands_as_date(match, text))):
        return None
    before = text[max(0, match.start() - 30) : match.start()]
    spread = bool(_WEEK_BEFORE.search(before) or (numbered and _RANGE_AFTER.match(text, match.end())))
    same = bool(match["rel"]) and "same" in match["rel"].lower()
    if match["w7"] and _PLURAL.match(text, match.end()):
        return None
    return DateMention(
        start=match.start(),
        end=match.end(),
        readings=readings,
        weekday=weekday,
        numbered=numbered,
        span_of_days=spread,
        same_day=same,
        pointed=(match["pre"] or "").lower() == "the",
    )


def _stands_as_date(match: re.Match[str], text: str) -> bool:
    """Return whether "6/9" stands where a date would, and not a ratio or "24/7"."""
    if match["a3"] == "24" and match["b3"] == "7":
        return False
    return bool(_DATE_BEFORE.search(text[: match.start()][-12:]) or _DATE_AFTER.match(text, match.end()))


def _weekday_of(match: re.Match[str], language: Language) -> int | None:
    for name in ("w1", "w2", "w3", "w4", "w5", "w7", "w8"):
        if match[name]:
            return language.weekdays.get(match[name].lower())
    return None


def _is_other_word(match: re.Match[str]) -> bool:
    """Return whether "may", "sat" or "sun" in small letters is just a word here."""
    word = match["w7"] or (
        match["m1"] or match["m2"] if not (match["w1"] or match["w2"] or match["y1"] or match["y2"]) else ""
    )
    if not word or not word.islower() or word not in _SHORT_WORDS:
        return False
    return word != "march" or not (match["d1"] or match["d2"])


def _readings(
    match: re.Match[str], weekday: int | None, language: Language, setting: DateSetting
) -> tuple[tuple[date, ...], bool]:
    if match["iy"]:
        return _dates(int(match["iy"]), int(match["im"]), int(match["id"])), True
    for number in ("1", "2"):
        if match[f"m{number}"]:
            month, day, year = (
                language.months[match[f"m{number}"].lower()],
                int(match[f"d{number}"]),
                match[f"y{number}"],
            )
            return _with_month(day, month, int(year) if year else None, weekday, setting), True
    if match["a3"]:
        return _numeric(match, weekday, setting), True
    if match["d4"] or match["d5"] or match["d6"]:
        return _day_number(int(match["d4"] or match["d5"] or match["d6"]), weekday, setting), True
    if match["after"]:
        return _weeks_after(match["after"].lower(), match["w8"].lower(), language, setting), False
    if match["w7"]:
        return _weekday(weekday, match["pre"], match["post"], setting), False
    return _relative(match["rel"].lower(), setting), False


def _dates(year: int, month: int, day: int) -> tuple[date, ...]:
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()


def _with_month(day: int, month: int, year: int | None, weekday: int | None, setting: DateSetting) -> tuple[date, ...]:
    """A day and a month. Without a year: the one in reach; where the weekday contradicts, both that date and the nearest such weekday."""
    if year:
        found = _dates(year, month, day)
        return (
            found if weekday is None or not found or found[0].weekday() == weekday else _contradicted(found[0], weekday)
        )
    today = setting.today
    options = [d for y in (today.year - 1, today.year, today.year + 1) for d in _dates(y, month, day)]
    near = [d for d in options if -_PAST_DAYS <= (d - today).days <= 366 - _PAST_DAYS]
    if not near:
        return ()
    if weekday is None or near[0].weekday() == weekday:
        return (near[0],)
    fitting = [d for d in options if d.weekday() == weekday and abs((d - today).days) < 400]
    past = [d for d in fitting if d < today]
    return (
        (past[0],)
        if past and not [d for d in fitting if d >= today] and near[0] < today
        else _contradicted(near[0], weekday)
    )


def _contradicted(day: date, weekday: int) -> tuple[date, ...]:
    """Day number and weekday disagree: either may be the slip."""
    shift = (weekday - day.weekday() + 3) % 7 - 3
    return (day, day + timedelta(days=shift))


def _numeric(match: re.Match[str], weekday: int | None, setting: DateSetting) -> tuple[date, ...]:
    first, second, separator, year_text = int(match["a3"]), int(match["b3"]), match["s3"], match["y3"]
    if separator == "-" and not year_text:
        return ()
    year = (int(year_text) + 2000 if len(year_text) == 2 else int(year_text)) if year_text else None
    orders = [(first, second), (second, first)]  # (day, month)
    if separator == ".":
        orders = orders[:1]
    options = [d for day, month in orders if month <= 12 for d in _with_month(day, month, year, None, setting)]
    options = list(dict.fromkeys(options))
    if weekday is not None and any(d.weekday() == weekday for d in options):
        options = [d for d in options if d.weekday() == weekday]
    if len(options) > 1:
        options = _likely(options, setting) or options
    if len(options) > 1 and setting.day_first is not None:
        options = options[:1] if setting.day_first else options[1:]
    return tuple(options)


def _likely(options: Sequence[date], setting: DateSetting) -> list[date]:
    """Of two orders, the ones not long past nor far ahead (invitations are for the next weeks)."""
    known = [d for d in options if d in setting.known]
    if known:
        return known
    near = [d for d in options if -7 <= (d - setting.today).days <= 75]
    return near or [d for d in options if -30 <= (d - setting.today).days <= _FURTHEST_DAYS]


def _day_number(day: int, weekday: int | None, setting: DateSetting) -> tuple[date, ...]:
    """ "Friday 6th", "the 14th": the next such day of a month."""
    if not 1 <= day <= 31:
        return ()
    known = [d for d in setting.known if d.day == day and (weekday is None or d.weekday() == weekday)]
    if known:
        return (known[0],)
    ahead = [d for d in (setting.today + timedelta(days=n) for n in range(-3, 70)) if d.day == day]
    if weekday is None:
        future = [d for d in ahead if d >= setting.today]
        return tuple(future[:1])
    fitting = [d for d in ahead if d.weekday() == weekday]
    if fitting:
        return tuple(fitting[:1])
    future = [d for d in ahead if d >= setting.today]
    return _contradicted(future[0], weekday) if future else ()


def _weekday(weekday: int | None, before: str | None, after: str | None, setting: DateSetting) -> tuple[date, ...]:
    """A bare weekday is the next one after today. "Next Friday" said early in the week has two readings."""
    if weekday is None:
        return ()
    word = " ".join((before or "").lower().split())
    ahead = (weekday - setting.today.weekday()) % 7
    if word == "last":
        return (setting.today - timedelta(days=(-ahead) % 7 or 7),)
    coming = setting.today + timedelta(days=ahead or 7)
    if after or word.startswith("next week"):
        return _weekday_later(coming, weekday, " ".join((after or word).lower().split()), setting)
    known = sorted({d for d in setting.known if d.weekday() == weekday and d >= setting.today})
    if len(known) == 1 and word not in ("this", "next"):
        return (known[0],)
    if word == "this" and ahead == 0:
        return (setting.today,)
    same_week = coming.isocalendar()[:2] == setting.today.isocalendar()[:2]
    if word == "next" and same_week:
        return (coming + timedelta(days=7), coming)
    return (coming,)


def _weekday_later(coming: date, weekday: int, words: str, setting: DateSetting) -> tuple[date, ...]:
    """ "Thursday week", "Monday fortnight", "Tuesday next week", "the Friday after next" (which two readers take two ways)."""
    if "fortnight" in words:
        return (coming + timedelta(days=14),)
    if words.startswith("after"):
        return (coming + timedelta(days=7), coming + timedelta(days=14))
    if "next week" in words:
        return (setting.today + timedelta(days=7 - setting.today.weekday() + weekday),)
    return (coming + timedelta(days=7),)


def _weeks_after(words: str, day: str, language: Language, setting: DateSetting) -> tuple[date, ...]:
    """ "A week on Thursday", "a fortnight today"."""
    weeks = timedelta(days=7 if words.endswith("week") else 14)
    if day in ("today", "tomorrow"):
        return (setting.today + weeks + timedelta(days=day == "tomorrow"),)
    ahead = (language.weekdays[day] - setting.today.weekday()) % 7
    return (setting.today + timedelta(days=ahead or 7) + weeks,)


def _relative(words: str, setting: DateSetting) -> tuple[date, ...]:
    if "same" in words:
        return ()
    days = 2 if "after" in words and "afternoon" not in words else 1 if words.startswith(_TOMORROW) else 0
    return (setting.today + timedelta(days=days),)


def _mark_between(text: str, mentions: list[DateMention]) -> tuple[DateMention, ...]:
    """Mark "between June 1 and June 3" and "June 1 - June 3" as a range of days."""
    marked = list(mentions)
    for number in range(len(mentions) - 1):
        left, right = mentions[number], mentions[number + 1]
        gap = text[left.end : right.start].strip(" ,").lower()
        if gap == "to" and _MOVED_FROM.search(text[: left.start]):
            continue
        between = gap == "and" and _BETWEEN_BEFORE.search(text[: left.start])
        if between or gap in ("-", "\u2013", "\u2014", "to", "through", "until", "thru"):
            marked[number] = _as_range(left)
            marked[number + 1] = _as_range(right)
    return tuple(marked)


def _as_range(mention: DateMention) -> DateMention:
    return DateMention(
        start=mention.start,
        end=mention.end,
        readings=mention.readings,
        weekday=mention.weekday,
        numbered=mention.numbered,
        span_of_days=True,
    )


def tell_day_order(texts: Sequence[str], language: Language, hints: Sequence[bool]) -> bool | None:
    """Return whether this author writes the day first: by a date that admits one order only, else by *hints* if they agree."""
    if language.grammar is None:
        return None
    for text in texts:
        for match in language.grammar.date.finditer(text):
            if match["a3"] and match["s3"] == "/":
                first, second = int(match["a3"]), int(match["b3"])
                if (first > 12) != (second > 12):
                    return first > 12
    return hints[0] if hints and all(hint == hints[0] for hint in hints) else None
