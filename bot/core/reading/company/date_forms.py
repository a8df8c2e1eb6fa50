"""The forms of dates, the same in all languages; only their words differ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.reading.company.folding import Vocabulary, any_of, folded, key

_DAY = r"[0-3]?\d"
_LATEST_NAMED_HOUR = 12
"""A number in words behind a weekday up to this one may be an hour ("viernes, diez de la ma\u00f1ana")."""
_SHIFTS = {"today": 0, "tomorrow": 1, "after_tomorrow": 2}
_BEHIND_DAY = {"week_later": 7, "fortnight_later": 14, "three_weeks_later": 21, "four_weeks_later": 28}
_BEFORE_DAY = {"week_before_day": 7, "fortnight_before_day": 14}
_LATER = {**_BEHIND_DAY, **_BEFORE_DAY}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateForms:
    """``date`` finds one date, ``words`` tells whether there can be one without digits (both on folded text). The tables are by `key`.

    ``relative``: days from today (None: the same day as another). ``later``: days added. ``before``/``behind``: what is written before or
    behind a weekday → next, coming, this, last, next_week, this_week, week_after_next, after_next. The other expressions look at what
    stands before (they end at the date) or behind (they begin behind it)."""

    date: re.Pattern[str]
    words: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    ordinals: Mapping[str, int]
    relative: Mapping[str, int | None]
    later: Mapping[str, int]
    pointers: Mapping[str, str]
    also_words: frozenset[str]
    alone: frozenset[str]
    weak: frozenset[str]
    weak_relative: frozenset[str]
    weak_behind: re.Pattern[str]
    never_before: re.Pattern[str]
    never_before_relative: re.Pattern[str]
    lead_before: re.Pattern[str]
    hour_behind: re.Pattern[str]
    follows_name: re.Pattern[str]
    clock_behind: re.Pattern[str]
    range_behind: re.Pattern[str]
    range_before: re.Pattern[str]
    or_before: re.Pattern[str]
    or_behind: re.Pattern[str]
    week_before: re.Pattern[str]
    between_before: re.Pattern[str]
    gap_to: re.Pattern[str]
    gap_and: re.Pattern[str]
    days_to: re.Pattern[str]
    moves: re.Pattern[str]
    moved_from: re.Pattern[str]
    clock_lead: re.Pattern[str]
    clock_word: re.Pattern[str]
    day_lead: re.Pattern[str]
    explains: re.Pattern[str]


def compile_dates(words: Vocabulary) -> DateForms:
    """Return the forms with the words of one language in them."""
    parts = _parts(words)
    source = "|".join(f"(?:{form})" for form in (*_numbered(words, parts), *_worded(parts)))
    unit = words.any_of("hour_units", "am", "pm")
    lead = words.any_of("clock_leads", "from", "between")
    clock = rf"[,.]?\s{{0,2}}(?:(?:{lead})\s?)?\d{{1,2}}(?:[:hu]\d\d|\.\d\d(?!\d|\.)|\s?(?:{unit})(?!\w))"
    to = rf"-|\u2013|\u2014|/|\b(?:{_to(words)})\b"
    end = parts["ordinal"]
    return DateForms(
        date=re.compile(rf"(?<![\w/])(?<!\d[.:])(?<!\d,)(?:{source})"),
        words=re.compile(
            rf"(?<![\w/])(?:{parts['weekday']}|{parts['relative']}|(?:{parts['ordinal_word']})\b[\s,.-]{{0,3}}{parts['of']}(?:{parts['month']})\b|(?:{parts['spelled_leads']})\s(?:{parts['ordinal_word']})\b)"
        ),
        months=folded(words.months),
        weekdays=folded(words.weekdays),
        ordinals=folded(words.ordinals),
        relative={
            **{key(word): None for word in words.all_of("same_day")},
            **{key(word): 1 for word in words.all_of("weak_relative")},
            **{key(word): days for name, days in _SHIFTS.items() for word in words.all_of(name)},
        },
        later={key(word): days for name, days in _LATER.items() for word in words.all_of(name)},
        pointers={
            key(word): name.removesuffix("_behind") for name in (*_BEFORE, *_BEHIND) for word in words.all_of(name)
        },
        also_words=words.all_of("also_words"),
        alone=words.all_of("names_alone"),
        weak=words.all_of("weak_names"),
        weak_relative=frozenset(key(word) for word in words.all_of("weak_relative")),
        weak_behind=re.compile(rf"\s(?:@|\d|(?:{words.any_of('behind_weak_relative')})(?!\w))"),
        never_before=re.compile(rf"(?:^|\W)(?:{words.any_of('never_before_day')})\s$"),
        never_before_relative=re.compile(
            rf"(?:^|\W)(?:{words.any_of('never_before_day', 'never_before_relative')})\s$"
        ),
        lead_before=re.compile(
            rf"(?:^|[,:;(|\u2013\u2014-]|\b(?:{words.any_of('date_leads', 'day_leads', 'range_to', 'between', 'from')})"
            rf"|\b(?:{parts['weekday']})\.?)[\s,]{{0,2}}$"
        ),
        hour_behind=re.compile(rf"\s?(?:{unit})(?!\w)|[:hu]\d\d"),
        follows_name=re.compile(
            rf"\s?(?:$|[,.;:!?)\]/|\u2013-])|{clock}|\s(?:{words.any_of('after_name', 'clock_leads', 'or')})(?!\w)"
        ),
        clock_behind=re.compile(
            rf"\s?(?:,|@|-|\u2013|\)|\((?!\w)|\b(?:{words.any_of('clock_leads', 'from', 'between', 'after_day')})(?!\w))|{clock}"
        ),
        range_behind=re.compile(
            rf"{end}\s?(?:{to})\s?(?:(?:{words.any_of('day_leads')})\s)?(?:(?:{parts['month']}|{parts['weekday']})\b\.?[\s,]{{0,2}})?"
            rf"[0-3]?\d(?:{end})(?![\d:]|\.\d\d(?!\.|\d)|\s?(?:{unit})(?!\w)|[hu]\d|\s?min)"
        ),
        range_before=re.compile(
            rf"(?:^|[\s(,])(?P<lead>\w{{1,14}}[.,]?\s)?(?P<left>[0-3]?\d)(?P<sign>\.?{end})(?:/[01]?\d\.?)?(?P<gap>\s?(?:{to})\s?)"
            rf"(?:(?:{words.any_of('day_leads')})\s)?(?:(?:{parts['weekday']})\b\.?,?\s)?$"
        ),
        or_before=re.compile(
            rf"(?<![\w/.:])(?P<left>[0-3]?\d)(?:{end})\s?(?:,?\s(?:{words.any_of('or', 'and')})|/)\s"
            rf"(?:(?:{words.any_of('day_leads', 'date_leads')})\s){{0,2}}$"
        ),
        or_behind=re.compile(
            rf"\s(?:{words.any_of('or', 'and')})\s(?:(?:{words.any_of('day_leads')})\s)?(?P<right>[0-3]?\d)(?:{end})"
            rf"(?![\w:/]|[.]\d|\s?(?:{unit}|{any_of(words.months)})(?!\w))"
        ),
        week_before=re.compile(
            rf"(?<!\w)(?:{words.any_of('week_of')})\s(?:(?:{words.any_of('day_leads', 'date_leads')})\s){{0,2}}$"
        ),
        between_before=re.compile(
            rf"(?<!\w)(?:{words.any_of('between')})\s(?:(?:{words.any_of('day_leads')})\s){{0,2}}$"
        ),
        gap_to=re.compile(rf"[\s,]{{0,2}}(?:{to})[\s,]{{0,2}}(?:(?:{words.any_of('day_leads')})\s){{0,2}}"),
        gap_and=re.compile(
            rf"[\s,]{{0,2}}(?:{words.any_of('and')})[\s,]{{0,2}}(?:(?:{words.any_of('day_leads')})\s){{0,2}}"
        ),
        days_to=re.compile(rf"[\s,]{{0,2}}(?:{words.any_of('range_to')})\s"),
        moves=re.compile(rf"(?<!\w)(?:{words.any_of('moving')})"),
        moved_from=re.compile(
            rf"(?<!\w)(?:{words.any_of('moving')}).{{0,60}}(?<!\w)(?:{words.any_of('from')})\s(?:(?:{words.any_of('day_leads')})\s){{0,2}}$"
        ),
        clock_lead=re.compile(rf"(?:^|\W)(?:{words.any_of('clock_leads')})\s?$"),
        clock_word=re.compile(rf"(?:{words.any_of('clock_leads', 'from', 'between')})\s?(?=\d)"),
        day_lead=re.compile(rf"(?:^|\W)(?:{words.any_of('day_leads', 'day_only_leads', 'date_leads')})\s$"),
        explains=re.compile(rf"\s?(?:\(|,|-|\u2013|\[|(?<!\w)(?:{words.any_of('which_is')}))\s?"),
    )


def _to(words: Vocabulary) -> str:
    """Words between two days of a range; those that lead to an hour, too ("le 14 \u00e0 10h"), are left to the hours."""
    return any_of(words.words.get("range_to", frozenset()) - words.words.get("clock_leads", frozenset()))


_BEFORE = ("next", "coming", "this", "last", "next_week", "this_week", "week_after_next", "after_next", "the")
_BEHIND = ("next_behind", "coming_behind", "last_behind", "after_next_behind")


def _parts(words: Vocabulary) -> dict[str, str]:
    articles = words.any_of("day_leads")
    weekday, part = any_of(words.weekdays), words.any_of("part_endings")
    behind = words.any_of(*_BEHIND, "next_week", "this_week", "week_after_next", *_BEHIND_DAY)
    before = words.any_of(*_BEFORE)
    return {
        "weekday": weekday,
        "month": any_of(words.months),
        "ordinal": rf"(?:\s?(?:{words.any_of('ordinal_endings')})(?!\w)|\.)?",
        "article": rf"(?:(?:{articles})\s?){{0,3}}",
        "near": rf"(?:(?:{before}),?\s(?:(?:{articles})\s)?)?",
        "part": part,
        "day_name": rf"(?P<w%s>{weekday})(?:{part})?(?:\b|(?=\d))\.?",
        "behind": rf"(?:{behind})(?!\w)",
        "of": rf"(?:(?:{words.any_of('of')})\s)?",
        "year": rf"(?:(?:[,.]?\s{{0,2}}|[/-])(?:(?:{words.any_of('of')})\s)?(?P<y%s>20\d\d|(?<=[\s.,])'\d\d)"
        rf"(?![\d:]|\s?(?:{words.any_of('hour_units')})\b))?",
        "number": rf"(?P<d%s>{_DAY})",
        "ordinal_word": any_of(words.ordinals),
        "late_number": any_of(word for word in words.ordinals if words.numbers.get(word, 0) > _LATEST_NAMED_HOUR),
        "relative": words.any_of("same_day", "weak_relative", *_SHIFTS),
        "later": words.any_of(*_BEHIND_DAY),
        "earlier": words.any_of(*_BEFORE_DAY),
        "before": before,
        "articles": articles,
        "unit": words.any_of("hour_units", "am", "pm", "noon"),
        "not_days": words.any_of("not_days"),
        "ordinal_leads": words.any_of("ordinal_leads"),
        "spelled_leads": words.any_of("spelled_day_leads"),
        "day_only": words.any_of("day_only_leads"),
        "right": words.any_of("clock_leads", "from", "between", "after_day", "or"),
        "week_names": words.any_of("calendar_week"),
        "ranged": words.any_of("range_of_hours"),
        "clock_leads": words.any_of("clock_leads"),
        "counts": any_of((*words.words.get("plus", ()), *words.words.get("minus", ()), *words.clock.get("to", {}))),
        "to": rf"-|\u2013|{_to(words)}",
        "counted": words.any_of(
            "hour_units", "am", "pm", "noon", "minute_words", "length_units", "counted_after", "hour_parts"
        ),
    }


def _numbered(words: Vocabulary, p: Mapping[str, str]) -> tuple[str, ...]:
    """Forms that hold a number (and dates whose day is written out)."""

    def lead(number: str) -> str:
        return p["near"] + rf"(?:{p['day_name'] % number}[\s,(]{{0,3}}(?:{p['behind']}[\s,]{{1,2}})?{p['article']})?"

    no_hour = rf"(?![\d:%/]|[.,]\d|[hu]\d|\s?(?:{p['counted']})(?!\w)|\s?(?:{p['to']})\s?\d"
    no_hour += rf"|\s?(?:{p['ranged']})\s\d{{1,2}}(?!\d|[\s.]{{0,2}}(?:{p['month']})))"
    stop = r"(?=\s?(?:$|[,;:!?)(\u2013-])|\.?(?:\s|$))"
    right = rf"(?![\s,./-]{{0,3}}{p['of']}(?:{p['month']})\b)(?=\.?\s?(?:$|[,;!?)(\u2013])|\.?\s(?:{p['right']})(?!\w))"
    return (
        r"(?P<iy>20\d\d)[-/.](?P<im>[01]?\d)[-/.](?P<id>[0-3]?\d)(?!\d)",
        rf"(?:(?P<kw1>{p['week_names']})\.?\s?(?P<kn1>[0-5]?\d)|(?P<kn2>[0-5]?\d)\.\s?(?P<kw2>{p['week_names']}))(?![\w.:]\d|\w|[.,:]\d)",
        lead("1")
        + rf"(?:{p['number'] % '1'}{p['ordinal']}|(?P<o1>{p['ordinal_word']})\b)[\s,./-]{{0,3}}{p['of']}(?P<m1>{p['month']})\b\.?"
        + p["year"] % "1",
        lead("2")
        + rf"(?P<m2>{p['month']})\b\.?\s{{0,2}}{p['article']}(?:{p['number'] % '2'}{p['ordinal']}|(?P<o2>{p['ordinal_word']})\b)"
        + rf"(?!\d|:\d|\s?(?:{p['unit']})(?!\w))"
        + ("" if words.month_first else rf"(?(w2)|(?=[,.]?\s{{1,2}}(?:20\d\d(?!\d|:)|(?:{p['clock_leads']})\s?\d)))")
        + p["year"] % "2",
        lead("3")
        + r"(?P<a3>[0-3]?\d)(?:(?P<s3>[/.-])(?P<b3>[01]?\d|[0-3]\d)(?:(?P=s3)'?(?P<y3>(?:20)?\d\d)(?!\d))?"
        + r"|\s?(?P<s9>[/.-])\s?(?P<b9>[01]?\d|[0-3]\d)\s?(?P=s9)\s?(?P<y9>20\d\d|\d\d(?=\D{0,3}$)))"
        + rf"(?![\d/]|[.:,-]\d|\s?%|\s?(?:{p['unit']})(?!\w|\.?\s?\d))",
        p["near"]
        + rf"{p['day_name'] % '4'}[\s,.(]{{0,3}}(?:{p['behind']}[\s,]{{1,2}})?{p['article']}{p['number'] % '4'}"
        + rf"(?:\s?(?:{words.any_of('ordinal_endings')})(?!\w)|\.(?!\d)|(?!\w)){no_hour}{stop}",
        rf"(?:(?:{p['day_only']})\s?){{1,3}}{p['number'] % '6'}(?:(?:{words.any_of('ordinal_endings')})(?!\w))?(?!\d){no_hour}{right}",
        rf"(?:{p['spelled_leads']})\s(?P<o6>(?>{p['ordinal_word']}))(?!\w|\s(?:{p['counts']})\s){no_hour}{right}",
        p["near"] + rf"{p['day_name'] % '5'}[\s,.(]{{0,3}}(?:{p['behind']}[\s,]{{1,2}})?{p['article']}"
        rf"(?P<o5>{p['late_number']})(?!\w|\s(?:{p['counts']})\s){no_hour}{right}",
        rf"(?:{p['ordinal_leads']})\s{p['number'] % '7'}\s?(?:{words.any_of('ordinal_endings')})(?!\w|\s+(?:{p['not_days']}))",
    )


def _worded(p: Mapping[str, str]) -> tuple[str, ...]:
    """Forms without a digit."""
    return (
        rf"(?P<earlier>{p['earlier']}),?\s{p['article']}(?:(?:{p['before']})\s)?(?P<w8>{p['weekday']}|{p['relative']})(?!\w)",
        rf"(?:(?P<pre>{p['before']})[,:]?\s{p['article']})?(?P<w7>{p['weekday']})(?:{p['part']})?(?!\w|-(?!(?:{p['weekday']})\b))(?:,?\s(?P<post>{p['behind']}))?",
        rf"(?P<rel>{p['relative']})(?!\w)(?:,?\s(?P<later>{p['later']})(?!\w))?",
    )
