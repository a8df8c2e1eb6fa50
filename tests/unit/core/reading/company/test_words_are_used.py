"""Every name in the tables of words is asked for, and every name that is asked for is there: no dead words, no typing mistakes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import bot.core
from bot.config_files import ConfigFiles
from bot.core.reading.company.cues import FOLDERS, LANGUAGES
from bot.core.reading.company.matters import PREFIX
from tests.unit.core.reading.company.words import CUES, ENGLISH

TABLES = ConfigFiles(None).tables(*FOLDERS)
READERS = sorted((Path(bot.core.__file__).parent / "reading").rglob("*.py"))
BUILT_AT_LEAST = 4
"""A name that code puts together counts by its fixed letters ("end_of_…") only where there are so many of them."""

BUILT_IN = {"day", "clock", "question"}
"""Meanings that the reader knows without words."""

NOT_IN_ENGLISH = {
    "[cues] person_together", "[patterns] fortnight", "[patterns] and_author", "[patterns] arranged_after", "[patterns] moved_at_end",
    "[patterns] moved_to_before", "[patterns] not_at", "[patterns] noun", "[patterns] opening_goes_on", "[words] after_ordinal",
    "[words] own_letters", "[words] possessives",
}  # fmt: skip
"""What the order of words, the spelling or the endings of other languages need."""

ASKS = {
    "pattern": "patterns", "matches": "patterns", "finds": "patterns", "word_set": "words", "has_cue": "cues",
    "has_sign": "cues", "find_hits": "cues", "best": "cues", "weight": "cues",
}  # fmt: skip
"""Functions whose first literal argument is a name of that table."""


@cache
def trees() -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text("utf-8")) for path in READERS)


@cache
def literals() -> frozenset[str]:
    nodes = (node for tree in trees() for node in ast.walk(tree))
    return frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


@cache
def built() -> tuple[re.Pattern[str], ...]:
    """The names that are put together from fixed letters and a variable, as expressions."""
    joined = (node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    parts = (["".join(_fixed(part)) for part in node.values] for node in joined)
    return tuple(
        re.compile("".join(part or r"\w+" for part in pieces))
        for pieces in parts
        if re.fullmatch(r"[a-z_]+", fixed := "".join(pieces)) and len(fixed) >= BUILT_AT_LEAST
    )


def _fixed(part: ast.expr) -> Iterator[str]:
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        yield part.value


def asked_by_code(name: str) -> bool:
    return name in literals() or any(pattern.fullmatch(name) for pattern in built())


def sections(language: str, name: str) -> Mapping[str, object]:
    table = TABLES[language].get(name, {})
    assert isinstance(table, Mapping)
    return table


def texts(value: object) -> Iterator[str]:
    """Every text in a table, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


@cache
def named_concepts() -> frozenset[str]:
    written = (text for table in TABLES.values() for text in texts(table))
    return frozenset(name for text in written for name in re.findall(r"\{([a-z_]{2,40})\}", text))


@cache
def named_meanings() -> frozenset[str]:
    """The meanings that signs are made of."""
    signs = (
        sign
        for table in TABLES
        for section in sections(table, "cues").values()
        if isinstance(section, Mapping)
        for cue in section.values()
        if isinstance(cue, Mapping)
        for sign in texts(cue.get("signs", []))
    )
    return frozenset(name for sign in signs for term in sign.split() for name in term.lstrip("-~!").split("|"))


def is_asked(section: str, name: str) -> bool:
    if section == "concepts":
        return name in named_concepts()
    meant = section == "meanings" and (name in named_meanings() or name.startswith(PREFIX))
    return asked_by_code(name) or meant


SECTIONS = ["concepts", "meanings", "patterns", "words", "labels", "times", "clock", "cues"]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("language", ["any", *LANGUAGES])
def test_every_name_is_asked_for(language: str, section: str) -> None:
    assert [name for name in sections(language, section) if not is_asked(section, name)] == []


def test_every_meaning_that_a_sign_names_has_words() -> None:
    lexicons = [language.lexicon for language in CUES.languages.values()]
    known = {
        entry.meaning
        for lexicon in lexicons
        for table in (lexicon.by_word, lexicon.by_pair, lexicon.by_start, lexicon.inside)
        for entries in table.values()
        for entry in entries
    }
    assert sorted(named_meanings() - known - BUILT_IN) == []


def test_every_name_that_code_asks_for_is_there() -> None:
    known = {"patterns": set(ENGLISH.patterns), "words": set(ENGLISH.words), "cues": set(ENGLISH.cues)}
    asked = {(ASKS[name], value) for name, value in _calls()}
    assert asked
    missing = {f"[{section}] {value}" for section, value in asked if value not in known[section]}
    assert missing - NOT_IN_ENGLISH == set()


@pytest.mark.parametrize("name", sorted(NOT_IN_ENGLISH))
def test_what_english_has_not_stands_in_another_language(name: str) -> None:
    section, _, key = name.partition(" ")
    assert [code for code in LANGUAGES if key in sections(code, section.strip("[]"))] != []


def _calls() -> Iterator[tuple[str, str]]:
    for tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else node.func.id
                if isinstance(node.func, ast.Name)
                else ""
            )
            first = next(
                (arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)), None
            )
            if name in ASKS and first is not None:
                yield name, first


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wording_of_a_meaning_is_words_alone(language: str) -> None:
    """They are no expressions: brackets in them would never be found."""
    wordings = texts(sections(language, "meanings"))
    assert [wording for wording in wordings if re.search(r"[()\[\]|\\?{}$]", wording)] == []
