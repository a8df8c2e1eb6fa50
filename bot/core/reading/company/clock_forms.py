"""The forms of times of day, the same in all languages; only their words differ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.reading.company.clock_writings import compile_writings, hour_article, hour_words
from bot.core.reading.company.folding import Vocabulary, any_of, folded, key

_MAY_FOLLOW = (
    *("bare_after", "after_name", "morning", "afternoon", "evening", "range_to", "or", "and", "clock_leads"),
    *("today", "tomorrow", "next", "coming", "this", "zone_tokens"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockValues:
    """What the words of a time are worth; the tables are by `key`. ``numbers``; ``before`` (what shifts the hour behind it, in minutes),
    ``behind`` (what shifts the one before it), ``past``/``to`` (what counts minutes from an hour). ``lengths``: signs of hours that are
    as well those of a length. ``capital_only``: signs of the half of the day that are words in small letters."""

    numbers: Mapping[str, int]
    before: Mapping[str, int]
    behind: Mapping[str, int]
    past: Mapping[str, int]
    to: Mapping[str, int]
    minus: frozenset[str]
    pm: frozenset[str]
    lengths: frozenset[str]
    capital_only: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsOfDay:
    """The words of each part of the day."""

    morning: re.Pattern[str]
    afternoon: re.Pattern[str]
    evening: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRanges:
    """What makes a range of two times: what stands before the first (ending there) or in the gap between. ``moving``: words for a move,
    before which "from two to three" is no range."""

    from_before: re.Pattern[str]
    between_before: re.Pattern[str]
    until_before: re.Pattern[str]
    gap_to: re.Pattern[str]
    gap_to_word: re.Pattern[str]
    gap_and: re.Pattern[str]
    gap_or: re.Pattern[str]
    or_between: re.Pattern[str]
    moving: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockSigns:
    """What tells a time from a mere number: what stands before it (``…lead``, ``…before``, ending there) or behind it (beginning there).
    ``sure_lead`` and ``uncounted_behind``: a number behind the one is an hour before any word of the other, which no number counts.
    ``figures_lead``: four figures behind it are one ("at 1430").
    ``same_before``: what stands behind "same time" is it ("same time (7.30)"). ``noon_of``, ``noon_at``: what may stand
    between noon and the hour before it, or behind it, that it tells the part of the day of. ``counted_behind``: what a number counts.
    ``agreed_opening``, ``agreed_behind``: what makes of a number that opens a clause an hour that is agreed to ("yes, 3 is fine");
    ``agreed_lead``: what stands before one ("let's do 3"). ``points_are_usual``: "10.30" is a time in this language only
    beside one of these."""

    lead: re.Pattern[str]
    loose_lead: re.Pattern[str]
    length_before: re.Pattern[str]
    length_behind: re.Pattern[str]
    bare_behind: re.Pattern[str]
    sure_lead: re.Pattern[str]
    uncounted_behind: re.Pattern[str]
    counted_behind: re.Pattern[str]
    dot_before: re.Pattern[str]
    dot_behind: re.Pattern[str]
    name_before: re.Pattern[str]
    name_behind: re.Pattern[str]
    plain_lengths: re.Pattern[str]
    numbered_before: re.Pattern[str]
    agreed_opening: re.Pattern[str]
    agreed_behind: re.Pattern[str]
    agreed_lead: re.Pattern[str]
    figures_lead: re.Pattern[str]
    same_before: re.Pattern[str]
    noon: re.Pattern[str]
    noon_of: re.Pattern[str]
    noon_at: re.Pattern[str]
    points_are_usual: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockForms:
    """``clock`` finds one time of day on folded text; ``words`` tells whether a text without digits may hold one."""

    clock: re.Pattern[str]
    words: re.Pattern[str]
    values: ClockValues
    parts: PartsOfDay
    ranges: ClockRanges
    signs: ClockSigns


def compile_clock(words: Vocabulary) -> ClockForms:
    """Return the forms with the words of one language in them."""
    named = words.any_of("noon", "noon_after_lead", "same_time")
    before = any_of(words.clock.get("before", {}))
    return ClockForms(
        clock=compile_writings(words),
        words=re.compile(rf"(?<!\w)(?:{named}|(?:{before})?(?:{hour_words(words)})(?!\w))"),
        values=_values(words),
        parts=PartsOfDay(
            morning=_whole(words, "morning"), afternoon=_whole(words, "afternoon"), evening=_whole(words, "evening")
        ),
        ranges=_ranges(words),
        signs=_signs(words),
    )


def _values(words: Vocabulary) -> ClockValues:
    return ClockValues(
        numbers=folded(words.numbers),
        before=folded(words.clock.get("before", {})),
        behind=folded(words.clock.get("behind", {})),
        past=folded(words.clock.get("past", {})),
        to=folded(words.clock.get("to", {})),
        minus=frozenset(key(word) for word in words.all_of("minus")),
        pm=frozenset(key(word) for word in words.all_of("pm", "pm_letters")),
        lengths=frozenset(key(word) for word in words.all_of("length_units")),
        capital_only=frozenset(key(word) for word in words.all_of("am") & words.all_of("day_leads")),
    )


def _ranges(words: Vocabulary) -> ClockRanges:
    article = hour_article(words)
    about = rf"(?:(?:{words.any_of('about')})\s)?"
    to = rf"-|\u2013|\u2014|\u2012|(?<!\w)(?:{words.any_of('range_to')})(?!\w)"
    return ClockRanges(
        from_before=re.compile(rf"(?<!\w)(?:{words.any_of('from', 'between')})\s?{article}$"),
        between_before=re.compile(rf"(?<!\w)(?:{words.any_of('between')})\s?{article}$"),
        until_before=re.compile(rf"(?<!\w)(?:{words.any_of('until')})\s?{article}$"),
        gap_to=re.compile(rf"\s?(?:{to})\s?{about}{article}"),
        gap_to_word=re.compile(rf"\s?(?:{words.any_of('range_to')})\s?{about}{article}"),
        gap_and=re.compile(rf"\s?(?:{words.any_of('and')}|-|\u2013)\s?{article}"),
        gap_or=re.compile(rf"\s?,?\s(?:{words.any_of('or')})\s{article}"),
        or_between=re.compile(rf"[;\d/]|(?<!\w)(?:{words.any_of('or')})(?!\w)"),
        moving=_whole(words, "moving"),
    )


def _signs(words: Vocabulary) -> ClockSigns:
    leads = words.any_of("clock_leads")
    loose = words.any_of("loose_leads", "from", "range_to", "between", "or", "and")
    about = rf"(?:(?:{words.any_of('about')})\s)?"
    length = words.any_of("length_before")
    things = words.any_of("numbered_things")
    return ClockSigns(
        lead=re.compile(rf"(?:(?<!\w)(?:{leads})|@)[\s:]{{0,2}}$"),
        loose_lead=re.compile(rf"(?:(?<!\w)(?:{leads}|{loose})|@)[\s:]{{0,2}}{about}$"),
        length_before=re.compile(rf"(?<!\w)(?:{length})[\s:]{{1,2}}{about}$"),
        length_behind=re.compile(rf"\s?(?:{words.any_of('length_behind')})(?!\w)"),
        bare_behind=_bare_behind(words),
        sure_lead=re.compile(rf"(?<!\w)(?:{words.any_of('sure_leads')})\s$"),
        uncounted_behind=_uncounted_behind(words),
        counted_behind=re.compile(
            rf"[\s-]{{0,2}}(?:{words.any_of('length_units', 'minute_words', 'figure_units', 'counted_after')})(?!\w)"
        ),
        dot_before=_dot_before(words, leads),
        dot_behind=_dot_behind(words),
        name_before=re.compile(rf"(?<!\w)(?:{words.any_of('hour_as_name_leads')})\s$"),
        name_behind=re.compile(rf"[\s-]{{1,2}}(?:{words.any_of('hour_as_name_after')})(?!\w)"),
        plain_lengths=re.compile(rf".*\s(?:{words.any_of('plain_lengths')})"),
        agreed_opening=re.compile(rf"\s*(?:(?:{words.any_of('agreed_opening')})\s){{0,3}}"),
        agreed_behind=re.compile(rf"\s(?:{words.any_of('agreed_after')})(?!\w)"),
        agreed_lead=re.compile(rf"(?<!\w)(?:{words.any_of('agreed_leads')})\s$"),
        figures_lead=re.compile(rf"(?:(?<!\w)(?:{words.any_of('figures_leads')})\s|@\s?)$"),
        same_before=re.compile(rf"(?<!\w)(?:{words.any_of('same_time')})(?:\s?[,(:\u2013\u2014-]\s?(?:\w{{1,7}}\s)?)$"),
        numbered_before=re.compile(rf"(?<!\w)(?:{things})\.?\s{{0,2}}(?:[:#-]\s?)?$"),
        noon=re.compile(words.any_of("noon", "noon_after_lead")),
        noon_of=re.compile(rf"\s(?:(?:{words.any_of('of')})\s?(?:\w'|\w{{2}}\s)?)?|\s?[(,]\s?"),
        noon_at=re.compile(rf"[\s,:(\u2013-]{{1,3}}(?:(?:{leads}|{words.any_of('about')})\s?){{0,2}}|\s?@\s?"),
        points_are_usual="dot_after" in words.words,
    )


def _bare_behind(words: Vocabulary) -> re.Pattern[str]:
    follows = rf"(?:{words.any_of(*_MAY_FOLLOW)}|{_days_and_months(words)})(?!\w)"
    return re.compile(rf"\s*(?:$|[,.;:!?()\u2013\u2014-](?!\d)|{follows})")


def _uncounted_behind(words: Vocabulary) -> re.Pattern[str]:
    """Return what finds a word that is not in the plural: no number above one counts it ("a las 10 pasa", but "a las 10 candidatas")."""
    plural = "".join(rf"(?<!{re.escape(end)})" for end in sorted(words.all_of("plural_endings")))
    counted = words.any_of("length_units", "minute_words", "figure_units", "counted_after")
    return re.compile(rf"\s(?!(?:{counted})(?!\w))(?:[^\W\d_]{{1,5}}'|[^\W\d_]+{plural}(?![\w']))")


def _dot_before(words: Vocabulary, leads: str) -> re.Pattern[str]:
    ordinal = rf"\d(?:{words.any_of('ordinal_endings')}|\.)?"
    led = rf"(?<!\w)(?:{leads}|{words.any_of('from', 'between', 'range_to', 'or', 'today', 'tomorrow')})"
    return re.compile(rf"(?:{ordinal}|,|-|\u2013|[|(]|{led}|(?:{_days_and_months(words)})\.?)\s?,?\s?$")


def _dot_behind(words: Vocabulary) -> re.Pattern[str]:
    follows = words.any_of("dot_after", "morning", "afternoon", "evening")
    return re.compile(rf"\s?(?:,|\(|$|\.|(?:{follows})(?!\w))")


def _days_and_months(words: Vocabulary) -> str:
    return any_of((*words.weekdays, *words.months))


def _whole(words: Vocabulary, name: str) -> re.Pattern[str]:
    not_too = "".join(rf"(?<!\b{re.escape(form)}\s)" for form in sorted(words.all_of("too")))  # "zu früh" is no morning
    return re.compile(rf"(?<!\w){not_too}(?:{words.any_of(name)})(?!\w)")
