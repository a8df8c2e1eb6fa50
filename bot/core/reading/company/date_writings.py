"""The ways in which dates are written, the same in all languages; only their words differ."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.reading.company.folding import Vocabulary, any_of

_DAY = r"[0-3]?\d"
_LATEST_NAMED_HOUR = 12
"""A number in words behind a weekday up to this one may be an hour ("viernes, diez de la ma\u00f1ana")."""
SHIFTS = {"today": 0, "tomorrow": 1, "after_tomorrow": 2, "today_in_a_week": 7}
BEHIND_DAY = {"week_later": 7, "fortnight_later": 14, "three_weeks_later": 21, "four_weeks_later": 28}
BEFORE_DAY = {"week_before_day": 7, "fortnight_before_day": 14}
BEFORE = (
    "next",
    "coming",
    "following",
    "this",
    "last",
    "next_week",
    "this_week",
    "week_after_next",
    "after_next",
    "the",
)
BEHIND = ("next_behind", "coming_behind", "following_behind", "last_behind", "after_next_behind")
"""Lists of words about days: → days from today, days that they add behind a day or before it; before or behind a weekday."""
PARTS_OF_DAY = ("morning", "afternoon", "evening")


def compile_writings(words: Vocabulary) -> re.Pattern[str]:
    """Return what finds one date on folded text; its groups are numbered by the form that they stand in."""
    parts = {**_names(words), **_signs(words), **_beside(words)}
    source = "|".join(f"(?:{form})" for form in (*_numbered(words, parts), *_worded(parts)))
    return re.compile(rf"(?<![\w/])(?<!\d[.:])(?<!\d,)(?:{source})")


def compile_wordings(words: Vocabulary) -> re.Pattern[str]:
    """Return what tells whether there can be a date without digits."""
    p = _names(words)
    return re.compile(
        rf"(?<![\w/])(?:{p['weekday']}|{p['relative']}|(?:{p['ordinal_word']})\b[\s,.-]{{0,3}}{p['of']}(?:{p['month']})\b|(?:{p['spelled_leads']})\s(?:{p['ordinal_word']})\b)"
    )


def ordinal_ending(words: Vocabulary) -> str:
    """Return the source of what may stand behind the number of a day."""
    return rf"(?:\s?(?:{words.any_of('ordinal_endings')})(?!\w)|\.)?"


def to_words(words: Vocabulary) -> str:
    """Return the source of words between two days of a range; those that lead to an hour, too ("le 14 \u00e0 10h"), are left to
    the hours."""
    return any_of(words.words.get("range_to", frozenset()) - words.words.get("clock_leads", frozenset()))


def _names(words: Vocabulary) -> dict[str, str]:
    """Words that name a day, a month, a year."""
    return {
        "weekday": any_of(words.weekdays),
        "month": any_of(words.months),
        "ordinal_word": any_of(words.ordinals),
        "late_number": any_of(word for word in words.ordinals if words.numbers.get(word, 0) > _LATEST_NAMED_HOUR),
        "ordinal_only": any_of(word for word in words.ordinals if word not in words.numbers),
        "relative": words.any_of("same_day", "weak_relative", *SHIFTS),
        "later": words.any_of(*BEHIND_DAY),
        "earlier": words.any_of(*BEFORE_DAY),
        "week_names": words.any_of("calendar_week"),
        "of": rf"(?:(?:{words.any_of('of')})\s)?",
        "ordinal_leads": words.any_of("ordinal_leads"),
        "spelled_leads": words.any_of("spelled_day_leads"),
        "day_only": words.any_of("day_only_leads"),
    }


def _signs(words: Vocabulary) -> dict[str, str]:
    """Numbers and names with what hangs on them; ``%s``: the number of the form."""
    articles, part = words.any_of("day_leads"), words.any_of("part_endings")
    before = words.any_of(*BEFORE)
    behind = words.any_of(*BEHIND, "next_week", "this_week", "week_after_next", *BEHIND_DAY)
    return {
        "articles": articles,
        "article": rf"(?:(?:{articles})\s?){{0,3}}",
        "before": before,
        "near": rf"(?:(?:{before})[,:]?\s(?:(?:{articles})\s)?)?",
        "behind": rf"(?:{behind})(?!\w)",
        "part": part,
        "day_name": rf"(?P<w%s>{any_of(words.weekdays)})(?:{part})?(?:\b|(?=\d))\.?",
        "number": rf"(?P<d%s>{_DAY})",
        "ordinal": ordinal_ending(words),
        "year": rf"(?:(?:[,.]?\s{{0,2}}|[/-])(?:(?:{words.any_of('of')})\s)?(?P<y%s>20\d\d|(?<=[\s.,])'\d\d)"
        rf"(?![\d:]|\s?(?:{words.any_of('hour_units')})\b))?",
    }


def _beside(words: Vocabulary) -> dict[str, str]:
    """Words behind a number that make it an hour, a length or a count, or that go on after a day."""
    hours = ("hour_units", "am", "pm", "noon")
    return {
        "unit": words.any_of(*hours),
        "counted": words.any_of(*hours, "minute_words", "length_units", "counted_after", "hour_parts"),
        "not_days": words.any_of("not_days"),
        "right": words.any_of("clock_leads", "from", "between", "after_day", "or", *PARTS_OF_DAY),
        "ranged": words.any_of("range_of_hours"),
        "clock_leads": words.any_of("clock_leads"),
        "counts": any_of((*words.words.get("plus", ()), *words.words.get("minus", ()), *words.clock.get("to", {}))),
        "to": rf"-|\u2013|{to_words(words)}",
    }


def _numbered(words: Vocabulary, p: Mapping[str, str]) -> tuple[str, ...]:
    """Forms that hold a number (and dates whose day is written out)."""

    def lead(number: str) -> str:
        return p["near"] + rf"(?:{p['day_name'] % number}[\s,(]{{0,3}}(?:{p['behind']}[\s,]{{1,2}})?{p['article']})?"

    no_hour = rf"(?![\d:%/]|[.,]\d|[hu]\d|\s?(?:{p['counted']})(?!\w)|\s?(?:{p['to']})\s?\d"
    no_hour += rf"|\s?(?:{p['ranged']})\s\d{{1,2}}(?!\d|[\s.]{{0,2}}(?:{p['month']})))"
    stop = r"(?=\s?(?:$|[,;:!?)(\u2013-])|\.?(?:\s|$))"
    no_month = rf"(?![\s,./-]{{0,3}}{p['of']}(?:{p['month']})\b)"
    right = no_month + rf"(?=\.?\s?(?:$|[,;!?)(\u2013])|\.?\s(?:{p['right']})(?!\w))"
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
        rf"(?P<week>{words.any_of('week_of')})\s{p['article']}{p['number'] % '8'}{p['ordinal']}{no_hour}{no_month}",
        p["near"]
        + rf"{p['day_name'] % '4'}[\s,.(]{{0,3}}(?:{p['behind']}[\s,]{{1,2}})?{p['article']}{p['number'] % '4'}"
        + rf"(?:\s?(?:{words.any_of('ordinal_endings')})(?!\w)|\.(?!\d)|(?!\w)){no_hour}{stop}",
        rf"(?:(?:{p['day_only']})\s?){{1,3}}{p['number'] % '6'}(?:(?:{words.any_of('ordinal_endings')})(?!\w))?(?!\d){no_hour}{right}",
        rf"(?:{p['spelled_leads']})\s(?P<o6>(?>{p['ordinal_word']}))(?!\w|\s(?:{p['counts']})\s){no_hour}{right}",
        p["near"] + rf"{p['day_name'] % '5'}[\s,.(]{{0,3}}(?:{p['behind']}[\s,]{{1,2}})?{p['article']}"
        rf"(?P<o5>{p['late_number']})(?!\w|\s(?:{p['counts']})\s){no_hour}{right}",
        p["near"]
        + rf"{p['day_name'] % '10'}[\s,.(]{{0,3}}(?:{p['articles']})\s(?P<o10>(?>{p['ordinal_only']}))(?!\w){no_hour}{right}",
        rf"(?:{p['ordinal_leads']})\s{p['number'] % '7'}\s?(?:{words.any_of('ordinal_endings')})(?!\w|\s+(?:{p['not_days']}))",
    )


def _worded(p: Mapping[str, str]) -> tuple[str, ...]:
    """Forms without a digit."""
    return (
        rf"(?P<earlier>{p['earlier']}),?\s{p['article']}(?:(?:{p['before']})\s)?(?P<w8>{p['weekday']}|{p['relative']})(?!\w)",
        rf"(?:(?P<pre>{p['before']})[,:]?\s{p['article']})?(?P<w7>{p['weekday']})(?:{p['part']})?(?!\w|-(?!(?:{p['weekday']})\b))(?:,?\s(?P<post>{p['behind']}))?",
        rf"(?P<rel>{p['relative']})(?!\w)(?:,?\s(?P<later>{p['later']})(?!\w))?",
    )
