"""The forms of times of day, the same in all languages; only their words differ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.reading.company.folding import Vocabulary, any_of, folded, key

_HOURS = 24
_MAY_FOLLOW = (
    *("bare_after", "after_name", "morning", "afternoon", "evening", "range_to", "or", "and", "clock_leads"),
    *("today", "tomorrow", "next", "coming", "this", "zone_tokens"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockForms:
    """``clock`` finds one time of day on folded text; ``words`` tells whether a text without digits may hold one. Tables are by `key`:
    ``numbers``, ``before`` (what shifts the hour behind it, in minutes), ``behind`` (what shifts the one before it), ``past``/``to`` (what
    counts minutes from an hour). The other expressions look at what stands before (ending there) or behind (beginning there)."""

    clock: re.Pattern[str]
    words: re.Pattern[str]
    numbers: Mapping[str, int]
    before: Mapping[str, int]
    behind: Mapping[str, int]
    past: Mapping[str, int]
    to: Mapping[str, int]
    minus: frozenset[str]
    pm: frozenset[str]
    lengths: frozenset[str]
    capital_only: frozenset[str]
    lead: re.Pattern[str]
    loose_lead: re.Pattern[str]
    from_before: re.Pattern[str]
    between_before: re.Pattern[str]
    until_before: re.Pattern[str]
    length_before: re.Pattern[str]
    length_behind: re.Pattern[str]
    gap_to: re.Pattern[str]
    gap_to_word: re.Pattern[str]
    gap_and: re.Pattern[str]
    moving: re.Pattern[str]
    bare_behind: re.Pattern[str]
    dot_before: re.Pattern[str]
    dot_behind: re.Pattern[str]
    points_are_usual: bool
    morning: re.Pattern[str]
    afternoon: re.Pattern[str]
    evening: re.Pattern[str]
    or_between: re.Pattern[str]
    numbered_before: re.Pattern[str]


def compile_clock(words: Vocabulary) -> ClockForms:
    """Return the forms with the words of one language in them."""
    leads = words.any_of("clock_leads")
    names = any_of((*words.weekdays, *words.months))
    to = rf"-|\u2013|\u2014|\u2012|(?<!\w)(?:{words.any_of('range_to')})(?!\w)"
    article = rf"(?:(?:{words.any_of('hour_articles')})\s?)?"
    loose = words.any_of("loose_leads", "from", "range_to", "between", "or", "and")
    return ClockForms(
        clock=re.compile(
            rf"(?:(?<![\w$\u20ac\u00a3#/+])(?<!\d[.,:])(?<!gmt-)(?<!utc-)|(?<=\dt))(?:{'|'.join(f'(?:{form})' for form in _forms(words))})"
        ),
        words=re.compile(
            rf"(?<!\w)(?:{words.any_of('noon', 'noon_after_lead', 'same_time')}|(?:{_hour_words(words)})(?!\w))"
        ),
        numbers=folded(words.numbers),
        before=folded(words.clock.get("before", {})),
        behind=folded(words.clock.get("behind", {})),
        past=folded(words.clock.get("past", {})),
        to=folded(words.clock.get("to", {})),
        minus=frozenset(key(word) for word in words.all_of("minus")),
        pm=frozenset(key(word) for word in words.all_of("pm")),
        lengths=frozenset(key(word) for word in words.all_of("length_units")),
        capital_only=frozenset(key(word) for word in words.all_of("am") & words.all_of("day_leads")),
        lead=re.compile(rf"(?:(?<!\w)(?:{leads})|@)[\s:]{{0,2}}$"),
        loose_lead=re.compile(rf"(?:(?<!\w)(?:{leads}|{loose})|@)[\s:]{{0,2}}(?:(?:{words.any_of('about')})\s)?$"),
        from_before=re.compile(rf"(?<!\w)(?:{words.any_of('from', 'between')})\s?{article}$"),
        between_before=re.compile(rf"(?<!\w)(?:{words.any_of('between')})\s?{article}$"),
        until_before=re.compile(rf"(?<!\w)(?:{words.any_of('until')})\s?{article}$"),
        length_before=re.compile(
            rf"(?<!\w)(?:{words.any_of('length_before')})[\s:]{{1,2}}(?:(?:{words.any_of('about')})\s)?$"
        ),
        length_behind=re.compile(rf"\s?(?:{words.any_of('length_behind')})(?!\w)"),
        gap_to=re.compile(rf"\s?(?:{to})\s?{article}"),
        gap_to_word=re.compile(rf"\s?(?:{words.any_of('range_to')})\s?{article}"),
        gap_and=re.compile(rf"\s?(?:{words.any_of('and')}|-|\u2013)\s?{article}"),
        moving=re.compile(rf"(?<!\w)(?:{words.any_of('moving')})(?!\w)"),
        bare_behind=re.compile(
            rf"\s*(?:$|[,.;:!?()\u2013\u2014-](?!\d)|(?:{words.any_of(*_MAY_FOLLOW)}|{names})(?!\w))"
        ),
        dot_before=re.compile(
            rf"(?:\d(?:{words.any_of('ordinal_endings')}|\.)?|,|-|\u2013|[|(]"
            rf"|(?<!\w)(?:{leads}|{words.any_of('from', 'between', 'range_to', 'or', 'today', 'tomorrow')})|(?:{names})\.?)\s?,?\s?$"
        ),
        points_are_usual="dot_after" in words.words,
        dot_behind=re.compile(
            rf"\s?(?:,|\(|$|\.|(?:{words.any_of('dot_after', 'morning', 'afternoon', 'evening')})(?!\w))"
        ),
        morning=_part(words, "morning"),
        afternoon=_part(words, "afternoon"),
        evening=_part(words, "evening"),
        numbered_before=re.compile(rf"(?<!\w)(?:{words.any_of('numbered_things')})\.?\s{{0,2}}(?:[:#-]\s?)?$"),
        or_between=re.compile(rf"[;\d/]|(?<!\w)(?:{words.any_of('or')})(?!\w)"),
    )


def _part(words: Vocabulary, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words.any_of(name)})(?!\w)")


def _hour_words(words: Vocabulary) -> str:
    return any_of(word for word, number in words.numbers.items() if number <= _HOURS)


def _forms(words: Vocabulary) -> tuple[str, ...]:
    half = r"[01]?\d|2[0-3]"
    return (*_with_digits(words, half), *_with_words(words, half))


def _with_digits(words: Vocabulary, half: str) -> tuple[str, ...]:
    """3pm, 15:00, 15h30, 15 Uhr 30, 15.00, 1500 hrs."""
    unit, to, long = words.any_of("hour_units"), words.any_of("range_to"), words.any_of("long_units")
    letters = "".join(sorted(word for word in words.all_of("hour_units") if len(word) == 1))
    am = rf"(?:{words.any_of('am', 'pm')})(?!\w)"
    figures = words.any_of("figure_units")
    minutes = words.any_of("minute_words")
    return (
        rf"(?P<h1>{half})[:.{letters}](?P<m1>[0-5]\d)\s?(?P<ap1>{am})",
        rf"(?P<h2>1[0-2]|0?\d)\s?(?P<ap2>{am})",
        rf"(?P<h3>{half})(?P<s3>[:{letters}])(?P<m3>[0-5]\d)(?::[0-5]\d)?(?:\s?(?:{unit})(?!\w))?(?![\d:])",
        rf"(?P<h10>{half})\s?(?P<u10>{unit})\s?(?:(?:{words.any_of('plus')})\s(?=\d\d\s(?P<spelled>{minutes})(?!\w)))?(?P<m10>[0-5]\d)(?(spelled)\s\w{{1,8}})"
        rf"(?![\d:%]|[.,]\d|\s?(?:(?:{unit}|{minutes})(?!\w)|(?:-|\u2013|(?:{to})(?!\w))\s?\d{{1,3}}\s?(?:{minutes})(?!\w)))",
        rf"(?P<h4>{half})(?:\.|(?P<comma>,))(?P<m4>[0-5]\d)(?:\s?(?P<u4>{unit})(?!\w)|(?![\d%]|[.,]\d|\s?(?:%|\u20ac|(?:{figures})(?!\w))))",
        rf"(?!(?:19|20)\d\d\s?(?:-|\u2013|{to})\s?(?:19|20)\d\d)(?P<h8>[01]\d|2[0-3])(?P<m8>[0-5]\d)"
        rf"(?=\s?(?:{long})(?!\w)|\s?(?:-|\u2013|{to})\s?(?:[01]\d|2[0-3])[0-5]\d(?!\d)"
        rf"|\s(?:[a-z]{{1,3}}t|gmt|utc)(?!\w))(?:\s?(?:{long})(?!\w))?",
    )


def _with_words(words: Vocabulary, half: str) -> tuple[str, ...]:
    """Noon, half ten, ten to four, tres y media, quinze heures trente, 15 Uhr, drei; then what may be no hour at all."""
    unit, minute_words = words.any_of("hour_units"), words.any_of("minute_words")
    hour, am = _hour_words(words), rf"(?:{words.any_of('am', 'pm')})(?!\w)"
    article = rf"(?:(?:{words.any_of('hour_articles')})\s?)?"
    fives = any_of(word for word, number in words.numbers.items() if number < 60 and number % 5 == 0)
    before, behind = any_of(words.clock.get("before", {})), any_of(words.clock.get("behind", {}))
    counts = (*words.clock.get("past", {}), *words.clock.get("to", {}))
    spans = words.words.get("range_to", frozenset())
    counted, after_digits = any_of(counts), any_of(word for word in counts if word not in spans)
    sign = words.any_of("plus", "minus")
    no_length = rf"(?!\s?(?:{words.any_of('length_units', 'minute_words', 'counted_after')})(?!\w))"
    return (
        rf"(?:12\s)?(?P<noon>{words.any_of('noon')})(?!\w)(?:\s(?P<behind0>{behind})(?!\w))?",
        rf"(?P<noon9>{words.any_of('noon_after_lead')})(?!\w)(?:\s(?P<behind9>{behind})(?!\w))?",
        rf"(?:(?P<before>{before})|(?P<count>{fives}|[0-5]?\d(?=\s(?:{minute_words}|{after_digits})(?!\w)))\s(?:(?:{minute_words})\s)?(?P<counted>{counted}))[\s-]{article}"
        rf"(?P<w5>{hour}|1[0-2]|[1-9])(?![\d:]|[.,]\d|\w)(?:\s?(?:{unit})(?!\w))?(?:\s?(?P<ap5>{am}))?{no_length}",
        rf"(?P<w6>{hour}|{half})(?:\s?(?P<u6>{unit}))?,?\s(?:(?P<behind6>{behind})|(?P<sign6>{sign})\s(?P<plus6>{fives}|[1-5][05]|25|35))(?!\w)"
        rf"(?:\s?(?P<ap6>{am}))?(?!\s?(?:{minute_words}|{unit})(?!\w))",
        rf"(?P<w11>{hour}|(?:{half})(?=\s?(?:{unit})\s))(?:\s?(?P<u11>{unit}))?[\s-](?P<m11>{fives})(?!\w)(?:\s?(?P<ap11>{am}))?{no_length}",
        rf"(?P<w7>{hour}|{half})\s?(?:(?P<u7>{unit})(?!\w)|(?P<ap7>{am}))",
        rf"(?P<w9>{hour})(?!\w|-\w){no_length}",
        rf"(?P<bare>2[0-3]|1\d|0?\d)(?![\d:/%\u20ac$\w\u00b0\u00ba\u00aa]|[.,]\d|\s?(?:%|\u20ac|\$"
        rf"|(?:{words.any_of('length_units', 'minute_words', 'counted_after', 'ordinal_endings')})(?!\w)))",
        rf"(?P<same>{words.any_of('same_time')})(?!\w)",
    )
