"""The tables of ``config/cues`` turned into the words of each language, with every problem told at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from sys import intern

from bot.core.reading.company.acts import ActWeights, parse_act_weights
from bot.core.reading.company.cue_phrases import Writing, find_faults, parse_concepts, parse_cue_table, parse_patterns
from bot.core.reading.company.cue_values import read_counts, read_lists, read_numbered, read_strings, read_table
from bot.core.reading.company.cues import ENGLISH, LANGUAGES, Cues, Language
from bot.core.reading.company.folding import Vocabulary, with_slips
from bot.core.reading.company.lexicon import DAY, Meanings, compile_lexicon
from bot.core.reading.company.thesaurus import compile_thesaurus
from bot.core.reading.company.weighing import Weights, parse_kind_trees, parse_weights
from bot.errors import ConfigurationError

SECTIONS = frozenset(
    {
        "language",
        "concepts",
        "meanings",
        "notions",
        "cues",
        "patterns",
        "labels",
        "calendar",
        "numbers",
        "words",
        "times",
        "clock",
        "zones",
    }
)
EVERY = "any"
"""The stem of the files that serve every language."""
_WORDED = re.compile(r"~?\w\w|\w\b(?!~)")
_LONG_NAME = 3
"""Names of days of so many letters ("may", "mar", "sat") are words of other meaning too often."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """What sentences and mails are weighed by. ``acts``: what each word of a sentence counts. ``traits``: what each trait of a mail."""

    acts: ActWeights
    traits: Weights


def parse_cues(tables: Mapping[str, Mapping[str, object]], *, thorough: bool = False) -> Cues:
    """Return the cues in *tables* (file stem → table); other stems than language codes are another reader's.

    Raise `ConfigurationError` with every problem found. Whether expressions compile is told only if it is to be *thorough*, for that
    takes a second: the program's own are known to, a user's are not.
    """
    problems: list[str] = []
    weighing = _parse_weighing(tables, problems, thorough=thorough)
    languages = _parse_languages(tables, weighing.acts, problems)
    if ENGLISH not in languages:
        problems.append("cues/en.toml is missing; restore it from the program's own configuration.")
    if thorough:
        problems += find_faults(languages)
    _refuse(problems)
    return Cues(languages=languages, tongues=languages, weights=weighing.traits)


def parse_languages(tables: Mapping[str, Mapping[str, object]], acts: ActWeights | None = None) -> dict[str, Language]:
    """Return the languages in *tables* alone, as `parse_cues` does."""
    problems: list[str] = []
    languages = _parse_languages(tables, acts or ActWeights(), problems)
    _refuse(problems)
    return languages


def parse_weighing(tables: Mapping[str, Mapping[str, object]]) -> Weighing:
    """Return the weights in *tables* alone, as `parse_cues` does."""
    problems: list[str] = []
    weighing = _parse_weighing(tables, problems, thorough=False)
    _refuse(problems)
    return weighing


def _parse_weighing(tables: Mapping[str, Mapping[str, object]], problems: list[str], *, thorough: bool) -> Weighing:
    return Weighing(
        parse_act_weights(tables.get("acts", {}).get("acts"), "cues/acts.toml: [acts]", problems, thorough=thorough),
        Weights(
            parse_weights(tables.get("weights", {}).get("weights"), "cues/weights.toml: [weights]", problems),
            parse_kind_trees(tables.get("trees", {}).get("trees"), "cues/trees.toml: [trees]", problems),
        ),
    )


def _parse_languages(
    tables: Mapping[str, Mapping[str, object]], acts: ActWeights, problems: list[str]
) -> dict[str, Language]:
    every = tables.get(EVERY, {})
    return {
        code: _parse_language(code, _joined(every, tables[code]), acts, problems)
        for code in LANGUAGES
        if code in tables
    }


def _refuse(problems: list[str]) -> None:
    if problems:
        raise ConfigurationError(problems)


def _joined(every: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """Return *own* with what serves every language: lists added to its own, tables joined, anything else its own first."""
    joined = dict(own)
    for key, value in every.items():
        mine = joined.get(key)
        if isinstance(mine, Mapping) and isinstance(value, Mapping):
            joined[key] = _joined(value, mine)
        elif isinstance(mine, list) and isinstance(value, list):
            joined[key] = [*mine, *value]
        else:
            joined.setdefault(key, value)
    return joined


def _parse_language(code: str, table: Mapping[str, object], acts: ActWeights, problems: list[str]) -> Language:
    where = f"cues/{code}.toml"
    problems += [f"{where}: there is no section [{name}]; remove it." for name in table if name not in SECTIONS]
    head = read_table(table.get("language"), f"{where}: [language]", problems)
    shorts = read_table(head.get("contractions"), f"{where}: [language] contractions", problems)
    contractions = {str(key): str(value) for key, value in shorts.items()}
    bare = Language(code=code, stopwords=frozenset(), contractions=contractions)
    written = Writing(bare.plain, parse_concepts(table, where, problems))
    flags = _parse_flags(table, where, problems)
    vocabulary = _parse_vocabulary(table, where, month_first=flags["month_first"], problems=problems)
    days = (*vocabulary.weekdays, *vocabulary.months)
    lexicon = compile_lexicon(_parse_meanings(table.get("meanings"), head, days, where, problems))
    return Language(
        code=code,
        stopwords=frozenset(read_strings(head.get("stopwords"), f"{where}: stopwords", problems)),
        contractions=contractions,
        cues=parse_cue_table(table.get("cues"), written, where, problems),
        patterns=parse_patterns(table, written, where, problems),
        labels=_parse_labels(table, where, problems),
        vocabulary=vocabulary,
        words=_parse_words(table, where, problems),
        zones=_parse_zones(table.get("zones"), where, problems),
        dotted_dates=flags["dotted_dates"],
        dashed_dates=flags["dashed_dates"],
        day_first=flags["day_first"],
        lexicon=lexicon,
        thesaurus=compile_thesaurus(_parse_notions(table.get("notions"), where, problems), lexicon.fold),
        acts=acts,
    )


def _parse_flags(table: Mapping[str, object], where: str, problems: list[str]) -> dict[str, bool]:
    calendar = read_table(table.get("calendar"), f"{where}: [calendar]", problems)
    flags = {name: calendar.get(name, False) for name in ("dotted_dates", "dashed_dates", "day_first", "month_first")}
    problems += [
        f"{where}: {name} must be true or false." for name, flag in flags.items() if not isinstance(flag, bool)
    ]
    return {name: flag is True for name, flag in flags.items()}


def _parse_labels(table: Mapping[str, object], where: str, problems: list[str]) -> dict[str, str]:
    lists = read_lists(table.get("labels"), where, problems)
    return {intern(text.lower()): name for name, texts in lists.items() for text in texts}


def _parse_words(table: Mapping[str, object], where: str, problems: list[str]) -> dict[str, frozenset[str]]:
    lists = read_lists(table.get("words"), f"{where}: [words]", problems)
    return {name: frozenset(intern(text.lower()) for text in texts) for name, texts in lists.items()}


def _parse_meanings(
    value: object, head: Mapping[str, object], days: Iterable[str], where: str, problems: list[str]
) -> Meanings:
    """Return what the words of ``[meanings]`` mean, and the names of *days*. ``negation_reach`` and ``spelled_umlauts`` of ``[language]``
    say how to read them."""
    reach = head.get("negation_reach", 3)
    umlauts = head.get("spelled_umlauts", False)
    if isinstance(reach, bool) or not isinstance(reach, int) or not isinstance(umlauts, bool):
        problems.append(f"{where}: negation_reach must be a whole number, spelled_umlauts true or false.")
        return Meanings()
    meanings = read_lists(value, f"{where}: [meanings]", problems)
    problems += [
        f"{where}: [meanings] {name}: {text!r} must begin with a word, or with a stem of two letters or more."
        for name, texts in meanings.items()
        for text in texts
        if not _WORDED.match(text.strip())
    ]
    meanings[DAY] = [*meanings.get(DAY, ()), *(day for day in days if len(day) > _LONG_NAME)]
    return Meanings(lists=meanings, reach=reach, umlauts=umlauts)


def _parse_notions(value: object, where: str, problems: list[str]) -> dict[str, str]:
    notions = read_table(value, f"{where}: [notions]", problems)
    problems += [
        f"{where}: [notions] {name} must be a text, its words parted by commas."
        for name, text in notions.items()
        if not isinstance(text, str)
    ]
    return {name: text for name, text in notions.items() if isinstance(text, str)}


def _parse_zones(value: object, where: str, problems: list[str]) -> dict[str, tuple[str, ...]]:
    zones: dict[str, tuple[str, ...]] = {}
    for key, texts in read_lists(value, f"{where}: [zones]", problems).items():
        for text in texts:
            written = text.lower()
            zones[written] = (*zones.get(written, ()), key)
    return zones


def _parse_vocabulary(table: Mapping[str, object], where: str, *, month_first: bool, problems: list[str]) -> Vocabulary:
    calendar = read_table(table.get("calendar"), f"{where}: [calendar]", problems)
    shifts = read_table(table.get("clock"), f"{where}: [clock]", problems)
    lists = read_lists(table.get("times"), f"{where}: [times]", problems)
    return Vocabulary(
        months=with_slips(read_numbered(calendar.get("months"), 1, 12, f"{where}: months", problems)),
        weekdays=with_slips(read_numbered(calendar.get("weekdays"), 0, 7, f"{where}: weekdays", problems)),
        ordinals=read_numbered(calendar.get("ordinals"), 1, 31, f"{where}: ordinals", problems),
        numbers=read_counts(table.get("numbers"), f"{where}: [numbers]", problems),
        words={name: frozenset(texts) for name, texts in lists.items()},
        clock={name: read_counts(shift, f"{where}: [clock.{name}]", problems) for name, shift in shifts.items()},
        month_first=month_first,
    )
