"""What dates are found and judged by, the same in all languages; only their words differ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.reading.company.date_writings import (
    BEFORE,
    BEFORE_DAY,
    BEHIND,
    BEHIND_DAY,
    SHIFTS,
    compile_wordings,
    compile_writings,
    ordinal_ending,
    to_words,
)
from bot.core.reading.company.folding import Vocabulary, any_of, folded, key

_LATER = {**BEHIND_DAY, **BEFORE_DAY}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValues:
    """What the words of a date mean, by `key`. ``relative``: days from today (None: the same day as another). ``later``: days added.
    ``pointers``: what is written before or behind a weekday → next, coming, this, last, next_week, this_week, week_after_next,
    after_next, the."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    ordinals: Mapping[str, int]
    relative: Mapping[str, int | None]
    later: Mapping[str, int]
    pointers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateNames:
    """Names of days and months that are not one wherever they stand: ``also_words`` are other words in small letters, ``alone`` and
    ``weak`` ask for more beside them, ``weak_relative`` (by `key`) for ``weak_behind``."""

    also_words: frozenset[str]
    alone: frozenset[str]
    weak: frozenset[str]
    weak_relative: frozenset[str]
    weak_behind: re.Pattern[str]
    follows_name: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRanges:
    """What makes one of two days or a week; ``gap_…``: between them."""

    range_behind: re.Pattern[str]
    range_before: re.Pattern[str]
    or_before: re.Pattern[str]
    or_behind: re.Pattern[str]
    week_before: re.Pattern[str]
    between_before: re.Pattern[str]
    gap_to: re.Pattern[str]
    gap_and: re.Pattern[str]
    days_to: re.Pattern[str]
    weekday_to: re.Pattern[str]
    moved_from: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSigns:
    """What tells a date from other words and numbers: it looks at what stands before (``…lead``, ``…before``, ending at the date) or
    behind (beginning behind it)."""

    never_before: re.Pattern[str]
    never_before_relative: re.Pattern[str]
    lead_before: re.Pattern[str]
    hour_behind: re.Pattern[str]
    clock_behind: re.Pattern[str]
    clock_lead: re.Pattern[str]
    clock_word: re.Pattern[str]
    day_lead: re.Pattern[str]
    explains: re.Pattern[str]
    moves: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateForms:
    """``date`` finds one date, ``words`` tells whether there can be one without digits (both on folded text)."""

    date: re.Pattern[str]
    words: re.Pattern[str]
    values: DateValues
    names: DateNames
    ranges: DateRanges
    signs: DateSigns


def compile_dates(words: Vocabulary) -> DateForms:
    """Return the forms with the words of one language in them."""
    return DateForms(
        date=compile_writings(words),
        words=compile_wordings(words),
        values=_values(words),
        names=_names(words),
        ranges=_ranges(words),
        signs=_signs(words),
    )


def _values(words: Vocabulary) -> DateValues:
    return DateValues(
        months=folded(words.months),
        weekdays=folded(words.weekdays),
        ordinals=folded(words.ordinals),
        relative={
            **{key(word): None for word in words.all_of("same_day")},
            **{key(word): 1 for word in words.all_of("weak_relative")},
            **{key(word): days for name, days in SHIFTS.items() for word in words.all_of(name)},
        },
        later={key(word): days for name, days in _LATER.items() for word in words.all_of(name)},
        pointers={
            key(word): name.removesuffix("_behind") for name in (*BEFORE, *BEHIND) for word in words.all_of(name)
        },
    )


def _names(words: Vocabulary) -> DateNames:
    return DateNames(
        also_words=words.all_of("also_words"),
        alone=words.all_of("names_alone"),
        weak=words.all_of("weak_names"),
        weak_relative=frozenset(key(word) for word in words.all_of("weak_relative")),
        weak_behind=re.compile(rf"\s(?:@|\d|(?:{words.any_of('behind_weak_relative')})(?!\w))"),
        follows_name=re.compile(
            rf"\s?(?:$|[,.;:!?)\]/|\u2013-])|{_clock(words)}|\s(?:{words.any_of('after_name', 'clock_leads', 'or')})(?!\w)"
        ),
    )


def _ranges(words: Vocabulary) -> DateRanges:
    to, led = _to(words), rf"(?:(?:{words.any_of('day_leads')})\s){{0,2}}"
    either = rf"(?:(?:{words.any_of('day_leads', 'date_leads')})\s){{0,2}}"
    return DateRanges(
        range_behind=_range_behind(words),
        range_before=_range_before(words),
        or_before=re.compile(
            rf"(?<![\w/.:])(?P<left>[0-3]?\d)(?:{ordinal_ending(words)})\s?(?:,?\s(?:{words.any_of('or', 'and')})|/)\s{either}$"
        ),
        or_behind=_or_behind(words),
        week_before=re.compile(rf"(?<!\w)(?:{words.any_of('week_of')})\s{either}$"),
        between_before=re.compile(rf"(?<!\w)(?:{words.any_of('between')})\s{led}$"),
        gap_to=re.compile(rf"[\s,]{{0,2}}(?:{to})[\s,]{{0,2}}{led}"),
        gap_and=re.compile(rf"[\s,]{{0,2}}(?:{words.any_of('and')})[\s,]{{0,2}}{led}"),
        days_to=re.compile(rf"[\s,]{{0,2}}(?:{words.any_of('range_to')})\s"),
        weekday_to=re.compile(
            rf"(?<![\w/.])(?:{any_of(words.weekdays)})\.?(?:\s?[-\u2013\u2014]\s?|\s(?:{words.any_of('range_to')})\s)$"
        ),
        moved_from=re.compile(
            rf"(?<!\w)(?:{words.any_of('moving')}).{{0,60}}(?<!\w)(?:{words.any_of('from')})\s{led}$"
        ),
    )


def _range_behind(words: Vocabulary) -> re.Pattern[str]:
    end, named = ordinal_ending(words), rf"{any_of(words.months)}|{any_of(words.weekdays)}"
    return re.compile(
        rf"{end}\s?(?:{_to(words)})\s?(?:(?:{words.any_of('day_leads')})\s)?(?:(?:{named})\b\.?[\s,]{{0,2}})?"
        rf"[0-3]?\d(?:{end})(?![\d:]|\.\d\d(?!\.|\d)|\s?(?:{_unit(words)})(?!\w)|[hu]\d|\s?min)"
    )


def _range_before(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\s(,])(?P<lead>\w{{1,14}}[.,]?\s)?(?P<left>[0-3]?\d)(?P<sign>\.?{ordinal_ending(words)})(?:/[01]?\d\.?)?(?P<gap>\s?(?:{_to(words)})\s?)"
        rf"(?:(?:{words.any_of('day_leads')})\s)?(?:(?:{any_of(words.weekdays)})\b\.?,?\s)?$"
    )


def _or_behind(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:{words.any_of('or', 'and')})\s(?:(?:{words.any_of('day_leads')})\s)?(?P<right>[0-3]?\d)(?:{ordinal_ending(words)})"
        rf"(?![\w:/]|[.]\d|\s?(?:{_unit(words)}|{any_of(words.months)})(?!\w))"
    )


def _signs(words: Vocabulary) -> DateSigns:
    follows = words.any_of("clock_leads", "from", "between", "after_day")
    leads = words.any_of("date_leads", "day_leads", "range_to", "between", "from")
    never = words.any_of("never_before_day", "never_before_relative")
    return DateSigns(
        never_before=re.compile(rf"(?:^|\W)(?:{words.any_of('never_before_day')})\s$"),
        never_before_relative=re.compile(rf"(?:^|\W)(?:{never})\s$"),
        lead_before=re.compile(
            rf"(?:^|[,:;(|\u2013\u2014-]|\b(?:{leads})|\b(?:{any_of(words.weekdays)})\.?)[\s,]{{0,2}}$"
        ),
        hour_behind=re.compile(rf"\s?(?:{_unit(words)})(?!\w)|[:hu]\d\d"),
        clock_behind=re.compile(rf"\s?(?:,|@|-|\u2013|\)|\((?!\w)|\b(?:{follows})(?!\w))|{_clock(words)}"),
        clock_lead=re.compile(rf"(?:^|\W)(?:{words.any_of('clock_leads')})\s?$"),
        clock_word=re.compile(rf"(?:{_hour_leads(words)})\s?(?=\d)"),
        day_lead=re.compile(rf"(?:^|\W)(?:{words.any_of('day_leads', 'day_only_leads', 'date_leads')})\s$"),
        explains=re.compile(
            rf"\.?\s?(?:\(|,|-|\u2013|\[|(?<!\w)(?:{words.any_of('which_is')}))\s?(?:(?:{words.any_of('which_is')})\s)?"
        ),
        moves=re.compile(rf"(?<!\w)(?:{words.any_of('moving')})"),
    )


def _unit(words: Vocabulary) -> str:
    return words.any_of("hour_units", "am", "pm")


def _hour_leads(words: Vocabulary) -> str:
    return words.any_of("clock_leads", "from", "between")


def _clock(words: Vocabulary) -> str:
    """An hour that can be nothing else."""
    return rf"[,.]?\s{{0,2}}(?:(?:{_hour_leads(words)})\s?)?\d{{1,2}}(?:[:hu]\d\d|\.\d\d(?!\d|\.)|\s?(?:{_unit(words)})(?!\w))"


def _to(words: Vocabulary) -> str:
    return rf"-|\u2013|\u2014|/|\b(?:{to_words(words)})\b"
