"""How a language writes dates, hours and zones: expressions built once from its words. All of them run in linear time, on folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.reading.company.clock_forms import ClockForms, compile_clock
from bot.core.reading.company.clock_writings import counted_hour
from bot.core.reading.company.date_forms import DateForms, compile_dates
from bot.core.reading.company.folding import Vocabulary, fold, spellings

_TIME_SIGNS = "time_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneForms:
    """``names``: first word of a folded zone name → the names that begin with it, the longest first. ``keys``: folded name → IANA names.

    The expressions look at the end of the text before a zone (``after_clock``: no bare number, as addresses have), ``time_behind`` at the
    beginning of the text behind it. ``doubtful``: abbreviations that need an hour before them. ``caps_words``: plain words where the
    whole text is in capitals. ``after_place_lead``: an hour and words like "here in", which make a zone of any place (group ``lead``).
    ``adverbs``: names that are a zone right behind an hour only ("9h daqui"). ``also_names``: places that are a person's name or a word,
    too ("Sofia"), and need more than an hour before them. ``regions``: words that name the clock of a region by themselves ("Eastern")."""

    names: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, tuple[str, ...]]
    after_hour: re.Pattern[str]
    after_clock: re.Pattern[str]
    after_time_word: re.Pattern[str]
    all_times: re.Pattern[str]
    time_of: re.Pattern[str]
    time_behind: re.Pattern[str]
    time_words: frozenset[str]
    doubtful: frozenset[str]
    caps_words: frozenset[str]
    after_place_lead: re.Pattern[str]
    adverbs: frozenset[str]
    also_names: frozenset[str]
    regions: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The expressions of one language, by what they find."""

    dates: DateForms
    clocks: ClockForms
    zones: ZoneForms


def compile_grammar(vocabulary: Vocabulary, zones: Mapping[str, tuple[str, ...]]) -> Grammar:
    """Return the expressions for a language's words. *zones*: written name, lower case → IANA names."""
    return Grammar(
        dates=compile_dates(vocabulary), clocks=compile_clock(vocabulary), zones=_compile_zones(vocabulary, zones)
    )


def _compile_zones(vocabulary: Vocabulary, zones: Mapping[str, tuple[str, ...]]) -> ZoneForms:
    keys = {form: tuple(dict.fromkeys(found)) for name, found in zones.items() for form in spellings(name)}
    units = vocabulary.any_of("hour_units", "noon", "noon_after_lead", "am", "pm", "evening", "afternoon", "morning")
    hour = rf"(?<!\w)(?:{units}|{counted_hour(vocabulary)})|\d(?:{units})"
    times, many = vocabulary.any_of("all_times"), vocabulary.any_of("times_said")
    return ZoneForms(
        names=_by_first_word(keys),
        keys=keys,
        after_hour=re.compile(
            rf"(?:(?<!\d)\d{{1,2}}\s?|(?<!\d)\d{{4}}\s?|\d[:.]\d\d\s?|{hour}|\d[ap])[\s,(\[/]{{0,3}}$"
        ),
        after_clock=re.compile(rf"(?:\d[:.hu]\d\d\s?|{hour})[\s(\[/]{{0,3}}$"),
        after_time_word=re.compile(rf"(?<!\w)(?:{vocabulary.any_of(_TIME_SIGNS)})[\s:]{{0,2}}\(?$"),
        all_times=re.compile(
            rf"(?<!\w)(?:(?:{times})(?:\s[a-z']{{1,9}}){{0,4}}|(?:{many})(?:\s[a-z']{{1,12}}){{0,10}})[\s:(-]{{0,3}}$"
        ),
        time_of=re.compile(rf"(?<!\w)(?:{vocabulary.any_of('time_of')})\s?$"),
        time_behind=re.compile(rf"[\s-]?(?:{vocabulary.any_of('time_behind')})(?!\w)"),
        caps_words=vocabulary.all_of("caps_words"),
        time_words=frozenset(fold(word) for word in vocabulary.words.get(_TIME_SIGNS, ())),
        doubtful=frozenset(fold(word) for word in vocabulary.words.get("doubtful_zones", ())),
        after_place_lead=re.compile(
            rf"(?:\d|{hour})[\s,(\[/]{{0,3}}(?P<lead>(?<!\w)(?:(?:{vocabulary.any_of('place_relations')}),?\s){{0,2}}"
            rf"(?:{vocabulary.any_of('place_leads')}))\s?$"
        ),
        adverbs=frozenset(fold(word) for word in vocabulary.words.get("zone_adverbs", ())),
        also_names=vocabulary.all_of("also_names_of_people"),
        regions=vocabulary.all_of("clock_regions"),
    )


def _by_first_word(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in names:
        match = re.match(r"\w+", name)
        if match:
            found.setdefault(match[0], []).append(name)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()}
