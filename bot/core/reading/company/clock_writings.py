"""How a single time of day is written, as one expression; the same in all languages, only the words differ."""

from __future__ import annotations

import re

from bot.core.reading.company.folding import Vocabulary, any_of

_HOURS = 24
_NOON = 12
_LONG_LEAD = 3
_BARE_BEHIND = r"|(?=\d{1,2}(?![\w.:,/]\d|\w))"
_HALF = r"[01]?\d|2[0-3]"


def compile_writings(words: Vocabulary) -> re.Pattern[str]:
    """Return what finds one time of day on folded text; the groups that matched tell which writing it is (see `read_hit`)."""
    forms = "|".join(f"(?:{form})" for form in (*_with_digits(words), *_with_words(words)))
    return re.compile(
        rf"(?!(?:{words.any_of('rounded')})\s)(?:(?<![\w$\u20ac\u00a3#/+])(?<!\d[.,:])(?<!gmt-)(?<!utc-)|(?<=\dt){_glued(words)})(?:{forms})"
    )


def _glued(words: Vocabulary) -> str:
    """Return the source of what stands before "15Uhr" in "um15Uhr": a word for "at" without its space, where a sign of hours follows, or
    where the word is long ("alle15")."""
    leads = {form for form in words.all_of("clock_leads", "from") if form.isalpha()}
    signed = rf"(?=\d{{1,2}}(?:[:.]\d\d(?!\d)|\s?(?:{words.any_of('hour_units', 'am', 'pm')})(?:\d\d)?(?!\w)))"
    return "".join(
        rf"|(?<=(?<!\w){form})(?:{signed}{_BARE_BEHIND if len(form) >= _LONG_LEAD else ''})" for form in sorted(leads)
    )


def hour_words(words: Vocabulary) -> str:
    """Return the source of the hours that are written as a word."""
    return any_of(word for word, number in words.numbers.items() if number <= _HOURS)


def counted_hour(words: Vocabulary) -> str:
    """Return the source of words that are an hour and nothing else: half ten, quarter to four, (las tres) y media."""
    before, behind = any_of(words.clock.get("before", {})), any_of(words.clock.get("behind", {}))
    counted = any_of((*words.clock.get("past", {}), *words.clock.get("to", {})))
    return rf"(?:{before}|(?:{_fives(words)})\s(?:{counted}))\s?(?:{hour_words(words)})|{behind}"


def _half_of_day(words: Vocabulary) -> str:
    """Return the source of a.m. or p.m., in brackets or not, or of its first letter right behind a digit ("2p"), with a place for the name
    of its group."""
    letters = rf"(?<=\d)(?:{words.any_of('am_letters', 'pm_letters')})"
    return rf"(?:\((?=[^()\d]{{1,5}}\)))?(?P<%s>{words.any_of('am', 'pm')}|{letters})(?!\w)"


def hour_article(words: Vocabulary) -> str:
    """Return the source of an article before an hour ("a las tres"), which may be left out."""
    return rf"(?:(?:{words.any_of('hour_articles')})\s?)?"


def _with_digits(words: Vocabulary) -> tuple[str, ...]:
    """3pm, 15:00, 15h30, 15 Uhr 30, 15.00, 1500 hrs, "at 1500"."""
    unit, to, long = words.any_of("hour_units"), words.any_of("range_to"), words.any_of("long_units")
    letters = "".join(sorted(word for word in words.all_of("hour_units") if len(word) == 1))
    am, half = _half_of_day(words), _HALF
    figures = words.any_of("figure_units")
    minutes = words.any_of("minute_words")
    of_zone = rf"(?!\s?(?:{words.any_of('time_of')})\s[^\W\d])"
    return (
        rf"(?P<h1>{half})(?:[:.{letters}]?|-(?=00|1[3-9]|[2-5]\d))(?P<m1>[0-5]\d)\s?{am % 'ap1'}",
        rf"(?P<h2>1[0-2]|0?\d)\s?{am % 'ap2'}",
        rf"(?P<h3>{half})(?P<s3>[:{letters}])(?P<m3>[0-5]\d)(?::[0-5]\d)?(?:\s?(?:{unit})(?!\w))?(?!\d|:\d)",
        rf"(?P<h10>{half})\s?(?P<u10>{unit})\s?(?:(?:{words.any_of('plus')})\s(?=\d\d\s(?P<spelled>{minutes})(?!\w)))?(?P<m10>[0-5]\d)(?(spelled)\s\w{{1,8}})"
        rf"(?![\d%]|:\d|[.,]\d|{of_zone}\s?(?:(?:{unit}|{minutes})(?!\w)|(?:-|\u2013|(?:{to})(?!\w))\s?\d{{1,3}}\s?(?:{minutes})(?!\w)))",
        rf"(?P<h4>{half})(?:\.|(?P<comma>[,'\u00b4`]))(?P<m4>[0-5]\d)(?:{_sign_gap(words)}(?P<u4>{unit})(?!\w)|(?![\d%]|[.,]\d|\s?(?:%|\u20ac|(?:{figures})(?!\w))))",
        rf"(?!(?:19|20)\d\d\s?(?:-|\u2013|{to})\s?(?:19|20)\d\d)(?P<h8>[01]\d|2[0-3])(?P<m8>[0-5]\d)"
        rf"(?=\s?(?:{long})(?!\w)|\s?(?:-|\u2013|{to})\s?(?:[01]\d|2[0-3])[0-5]\d(?!\d)"
        rf"|\s(?:[a-z]{{1,3}}t|gmt|utc)(?!\w))(?:\s?(?:{long})(?!\w))?",
        rf"(?P<h13>{half})(?:\s?:\s?|[.;']\s?)(?P<m13>00|2[4-9]|[3-5]\d)\s?(?:{unit})(?!\w)",
        r"(?P<h12>[01]\d|2[0-3])(?P<m12>[0-5][05])(?![\d:/%\w]|[.,-]\d)",
    )


def _with_words(words: Vocabulary) -> tuple[str, ...]:
    """Noon, half ten, ten to four, tres y media, quinze heures trente, 15 Uhr, drei; then what may be no hour at all."""
    unit, minute_words = words.any_of("hour_units"), words.any_of("minute_words")
    long = words.any_of("long_units")
    hour, am, half = hour_words(words), _half_of_day(words), _HALF
    behind = any_of(words.clock.get("behind", {}))
    no_length = rf"(?!\s?(?:{words.any_of('length_units', 'minute_words', 'counted_after')})(?!\w))"
    sign, fives, minutes = words.any_of("plus", "minus"), _fives(words), _minutes(words)
    twelve = any_of(word for word, number in words.numbers.items() if number == _NOON)
    joined, behind_length = words.any_of("joins_minutes"), words.any_of("length_behind")
    return (
        rf"(?:(?:12|{twelve})\s)?(?P<noon>{words.any_of('noon')})(?!\w)(?:\s(?P<behind0>{behind})(?!\w))?",
        rf"(?P<noon9>{words.any_of('noon_after_lead')})(?!\w)(?:\s(?P<behind9>{behind})(?!\w))?",
        _counted_from_hour(words, no_length),
        rf"(?P<w6>{hour}|{half})(?:\s?(?P<u6>{unit}))?,?\s(?:(?P<behind6>{behind})|(?P<sign6>{sign})\s(?:(?:{minute_words})\s)?(?P<plus6>{fives}|[1-5][05]|25|35))(?!\w)"
        rf"(?:\s?{am % 'ap6'})?(?:(?(u6)\s?(?:{minute_words})(?!\w)|(?!))|(?!\s?(?:{minute_words}|{unit})(?!\w)))",
        rf"(?P<w11>{hour}|(?:{half})(?=\s?(?:{unit})\s))(?:\s?(?P<u11>{unit}))?[\s-]"
        rf"(?P<m11>(?(u11)(?:{minutes})|(?:{fives})))(?!\w)(?:\s?{am % 'ap11'})?(?:\s?(?:{long})(?!\w)|{no_length})",
        rf"(?P<w14>{hour}|{half})\s?(?P<u14>{unit})\s(?:{joined})\s(?P<m14>{minutes}|[0-5]?\d)\s(?:{minute_words})"
        rf"(?!\w|\s(?:{behind_length})(?!\w))",
        rf"(?P<w7>{hour}|{half})(?:{_sign_gap(words)}(?P<u7>{unit})(?!\w)|\s?{am % 'ap7'})",
        rf"(?P<w9>{hour})(?!\w|-\w){no_length}",
        rf"(?P<bare>2[0-3]|1\d|0?\d)(?![\d/%\u20ac$\w\u00b0\u00ba\u00aa]|[:.,]\d|\s?(?:%|\u20ac|\$"
        rf"|(?:{words.any_of('length_units', 'minute_words', 'counted_after')}|{_ordinal_ends(words)})(?!\w)))",
        rf"(?P<same>{words.any_of('same_time')})(?!\w)",
    )


def _sign_gap(words: Vocabulary) -> str:
    """Return what may stand between an hour and its sign: a hyphen only before a sign that measures nothing ("der 14-Uhr-Termin")."""
    return rf"(?:\s?|-(?=(?:{any_of(words.all_of('hour_units') - words.all_of('length_units'))})(?!\w)))"


def _ordinal_ends(words: Vocabulary) -> str:
    """Return what makes an ordinal of a number a space before it, but no word for "or" ("a las 14 o el viernes")."""
    return any_of(words.all_of("ordinal_endings") - words.all_of("or"))


def _fives(words: Vocabulary) -> str:
    return any_of(word for word, number in words.numbers.items() if number < 60 and number % 5 == 0)


def _minutes(words: Vocabulary) -> str:
    """Return the source of minutes in words: those that hardly ever count anything else behind a full hour."""
    return any_of(word for word, number in words.numbers.items() if number < 60 and (number > 12 or number % 5 == 0))


def _counted_from_hour(words: Vocabulary, no_length: str) -> str:
    """Half ten, quarter past nine, ten to four, zwanzig vor drei; "halfdrie" without its space."""
    unit, minute_words = words.any_of("hour_units"), words.any_of("minute_words")
    hour, am = hour_words(words), _half_of_day(words)
    before = any_of(words.clock.get("before", {}))
    counts = (*words.clock.get("past", {}), *words.clock.get("to", {}))
    spans = words.words.get("range_to", frozenset())
    counted, after_digits = any_of(counts), any_of(word for word in counts if word not in spans)
    digits = (
        rf"[0-5]?\d(?=\s(?:{minute_words}|{after_digits})(?!\w))|2[05](?=\s(?:{counted})\s(?:1[0-2]|[1-9])(?![\d:.]))"
    )
    count = rf"(?P<count>{_fives(words)}|{digits})\s(?:(?:{minute_words})\s)?(?P<counted>{counted})"
    return (
        rf"(?:(?P<before>{before})|{count})(?:[\s-]{hour_article(words)}|(?=(?:{hour})(?!\w)))(?P<w5>{hour}|1[0-2]|[1-9]|(?:1\d|2[0-3])(?=\s?(?:{unit})(?!\w)))"
        rf"(?:\s?(?:{unit})(?!\w)|(?![\d:]|[.,]\d|\w))(?:\s?{am % 'ap5'})?{no_length}"
    )
