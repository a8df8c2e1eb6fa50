"""Expressions in the tables of ``config/cues``, of cues and of patterns that code asks for by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.core.reading.company.cue_values import read_lists, read_strings, read_table
from bot.core.reading.company.cues import Cue, Language
from bot.core.reading.company.phrases import Phrase, PhraseError, one_of, parse_phrase
from bot.core.reading.company.signs import parse_sign


@dataclass(frozen=True, slots=True)
class Writing:
    """What expressions are read with. ``concepts``: name → its alternatives as one group."""

    plain: Callable[[str], str]
    concepts: Mapping[str, str]


def parse_concepts(table: Mapping[str, object], where: str, problems: list[str]) -> dict[str, str]:
    """Return each concept as one group of its alternatives."""
    lists = read_lists(table.get("concepts"), f"{where}: [concepts]", problems)
    return {name: f"({'|'.join(texts)})" for name, texts in lists.items()}


def parse_patterns(table: Mapping[str, object], written: Writing, where: str, problems: list[str]) -> dict[str, Phrase]:
    """Return the expressions of ``[patterns]`` by name; what is wrong with them is added to *problems*."""
    lists = read_lists(table.get("patterns"), f"{where}: [patterns]", problems)
    return {
        name: one_of(_parse_phrases(texts, written, f"{where}: [patterns] {name}", problems))
        for name, texts in lists.items()
    }


def parse_cue_table(value: object, written: Writing, where: str, problems: list[str]) -> dict[str, tuple[Cue, ...]]:
    """Return the cues of ``[cues]`` by section; what is wrong with them is added to *problems*."""
    found: dict[str, tuple[Cue, ...]] = {}
    for section, group in read_table(value, f"{where}: [cues]", problems).items():
        place = f"{where}: [cues.{section}]"
        named = read_table(group, place, problems)
        found[section] = tuple(
            _parse_cue(section, name, body, written, place, problems) for name, body in named.items()
        )
    return found


def _parse_cue(section: str, name: str, value: object, written: Writing, place: str, problems: list[str]) -> Cue:
    body = read_table(value, f"{place} {name}", problems)
    weight = body.get("weight", 1.0)
    if isinstance(weight, bool) or not isinstance(weight, int | float):
        problems.append(f"{place} {name}: weight must be a number.")
        weight = 1.0
    phrases = read_strings(body.get("phrases"), f"{place} {name}: phrases", problems) if "phrases" in body else []
    signs = read_strings(body.get("signs"), f"{place} {name}: signs", problems) if "signs" in body else []
    return Cue(
        section=section,
        name=name,
        weight=float(weight),
        phrases=tuple(_parse_phrases(phrases, written, f"{place} {name}", problems)),
        signs=tuple(parse_sign(text) for text in signs if text.strip("-~! ")),
    )


def _parse_phrases(texts: Iterable[str], written: Writing, place: str, problems: list[str]) -> list[Phrase]:
    found: list[Phrase] = []
    for text in texts:
        try:
            found.append(parse_phrase(text, written.concepts, written.plain))
        except PhraseError as exc:
            problems.append(f"{place}: {text!r} {exc}.")
    return found


def find_faults(languages: Mapping[str, Language]) -> list[str]:
    """Return what is wrong with each expression that does not compile, with its place."""
    return [
        f"cues/{code}.toml: {place} {fault}."
        for code, language in languages.items()
        for place, phrase in _all_phrases(language)
        for fault in _fault(phrase)
    ]


def _all_phrases(language: Language) -> Iterator[tuple[str, Phrase]]:
    for section, cues in language.cues.items():
        yield from ((f"[cues.{section}.{cue.name}] a phrase", phrase) for cue in cues for phrase in cue.phrases)
    yield from ((f"[patterns] {name}", phrase) for name, phrase in language.patterns.items())


def _fault(phrase: Phrase) -> Iterator[str]:
    try:
        phrase.pattern  # noqa: B018  compiled here
    except PhraseError as exc:
        yield str(exc)
