"""Letters without marks, and the words of a language in the spellings people use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_SPELLED_OUT = str.maketrans(
    {"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00df": "ss", "\u00c4": "ae", "\u00d6": "oe", "\u00dc": "ue"}
)
"""German letters as people type them who do not have them (in other languages such spellings are no words, so they do no harm)."""

_LONG_NAME = 6
"""Shorter names with two letters swapped are other words."""


def _folding() -> dict[int, str]:
    table = {0x2019: "'", 0x2018: "'", 0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2212: "-", 0x2010: "-", 0x2011: "-"}
    for code in range(0x41, 0x250):
        lower = chr(code).lower()
        base = unicodedata.normalize("NFD", lower)[:1]
        if len(lower) == 1 and base != chr(code):
            table[code] = base
    table[0x130] = "i"
    return table


_FOLDING = _folding()


def fold(text: str) -> str:
    """Return *text* in small letters without accents, straight apostrophes, plain spaces; every character stays at its place."""
    return text.translate(_FOLDING)


def flatten(text: str) -> str:
    """Return *text* folded, with its sharp s as two letters; places shift."""
    return fold(text).replace("\u00df", "ss")


def spell_out(text: str) -> str:
    """Return *text* with each umlaut and sharp s as two small letters."""
    return text.translate(_SPELLED_OUT)


def spellings(word: str) -> tuple[str, ...]:
    """Return the folded forms of *word*: accents left out, and umlauts spelled out where it has any."""
    lower = word.lower()
    return tuple(dict.fromkeys((fold(lower), fold(spell_out(lower)))))


def any_of(words: Iterable[str]) -> str:
    """Return the source that matches any of *words*, the longest first and those of one length by their letters (the same in every
    run); nothing where there are none. ``~`` before a word: any beginning of a compound; behind one: any ending. Spaces and hyphens
    inside stand for each other."""
    forms = {form for word in words for form in spellings(word) if form}
    return "|".join(_source(form) for form in sorted(forms, key=lambda form: (-len(form), form))) or r"(?!)"


def _source(form: str) -> str:
    escaped = re.escape(form.strip("~"))
    loose = escaped.replace(r"\ ", r"[\s-]").replace(r"\-", r"[\s-]?")
    return (r"\w{0,20}" if form.startswith("~") else "") + loose + (r"\w{0,20}" if form.endswith("~") else "")


def with_slips(names: Mapping[str, int]) -> dict[str, int]:
    """Return *names* with those that have two letters inside in the wrong order ("Wendesday"), where that is no other name."""
    slips = {slip: number for name, number in names.items() for slip in _swapped(name)}
    return {**slips, **names}


def _swapped(name: str) -> Iterator[str]:
    if len(name) < _LONG_NAME or not name.isalpha():
        return
    for place in range(1, len(name) - 1):
        if name[place] != name[place + 1]:
            yield name[:place] + name[place + 1] + name[place] + name[place + 2 :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of a language about time. ``months``, ``weekdays``, ``ordinals``, ``numbers``: written word → number (1 to 12; Monday is 0;
    1 to 31; its value). ``words``: lists by what they do. ``clock``: list → written word → minutes. ``month_first``: "March 3" is a
    date even without a year."""

    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    clock: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    month_first: bool = False

    def any_of(self, *names: str) -> str:
        """Return the source that matches any word of the lists *names*."""
        return any_of(word for name in names for word in self.words.get(name, ()))

    def all_of(self, *names: str) -> frozenset[str]:
        """Return the folded words of the lists *names*."""
        return frozenset(form for name in names for word in self.words.get(name, ()) for form in spellings(word))


def folded(table: Mapping[str, int]) -> dict[str, int]:
    """Return *table* by the keys of its words (see `key`)."""
    return {key(form): number for word, number in table.items() for form in spellings(word)}


def key(text: str) -> str:
    """Return folded *text* as tables are asked for it: without spaces, hyphens and points."""
    return text.replace("-", "").replace(".", "").replace(" ", "").replace("\t", "")
