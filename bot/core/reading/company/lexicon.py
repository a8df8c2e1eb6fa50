"""The words of each meaning in one language (``[meanings]``), and where they stand in a sentence.

A meaning is listed as ``word``, ``stem~``, ``~end`` or ``~inside~``, or several of them; ``*`` between two is up to three words of any
kind, ``**`` up to twelve: so far apart stand the parts of a German or Dutch verb ("wir setzen den Prozess mit anderen fort").
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, TypeVar

from bot.core.message.accents import without_accents

NEGATION, NO_NEGATION, CONDITION, VERB_FIRST, CONTRAST, QUESTION, DAY, CLOCK, CLOCK_UNIT = (
    "negation",
    "no_negation",
    "condition",
    "verb_first",
    "contrast",
    "question",
    "day",
    "clock",
    "clock_unit",
)
"""The meanings that the code itself asks for; the last are words that make the number before them a time of day ("3 pm", "10 Uhr")."""

_LISTED = re.compile(r"~?[^\W_]+~?|\*{1,2}")
_GAPS = {"*": 3, "**": 12}
_SPELLED = str.maketrans({"\u00df": "ss", "\u0153": "oe", "\u00e6": "ae"})
_UMLAUT = re.compile(r"(?<=[aou])e")
_KEYS = (2, 3, 4)
"""By so many first letters a stem is looked up; listed stems have at least as many as the first of these."""
_Key = TypeVar("_Key", bound=Hashable)
_SHORTEST_COMPOUND = 6
"""A word of fewer letters holds no other inside it."""


class Entry(NamedTuple):
    """One listed wording of a meaning: its words, each with whether it is a stem and whether it may stand inside a word.
    ``rank``: its place among all of a language. ``deniable``: it has a gap, and a negation in the gap denies it."""

    meaning: str
    words: tuple[tuple[str, bool, bool], ...]
    rank: int = 0
    deniable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """The meanings of one language as they are listed. ``lists``: meaning → its words. ``reach`` and ``umlauts`` as in `Lexicon`."""

    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    reach: int = 3
    umlauts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The meanings of one language: by their whole first word, by their first two where both are whole and stand side by side (most do, and
    few sentences hold the second), by the first letters of a stem, and by those of what may stand inside a word (``openings``: the first
    two of each of these). ``reach``: so many words after it a negation still denies what stands before it. ``umlauts``: "ue" is "ü".
    """

    by_word: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    by_pair: Mapping[tuple[str, str], tuple[Entry, ...]] = field(default_factory=dict)
    by_start: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    inside: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    openings: frozenset[str] = frozenset()
    reach: int = 3
    umlauts: bool = False

    def fold(self, text: str) -> str:
        """Return *text* without accents, umlauts written in either way alike."""
        if not text.isascii():
            text = without_accents(text.translate(_SPELLED))
        return _UMLAUT.sub("", text) if self.umlauts else text


class Found(NamedTuple):
    """A meaning and the words it covers, ``end`` not among them; ``deniable`` as in `Entry`."""

    meaning: str
    start: int
    end: int
    deniable: bool = False


def compile_lexicon(meanings: Meanings) -> Lexicon:
    """Return the lexicon of the lists of one language."""
    bare = Lexicon(reach=meanings.reach, umlauts=meanings.umlauts)
    entries = tuple(_entries(meanings, bare))
    within = [entry for entry in entries if entry.words[0][2]]
    stems = [entry for entry in entries if entry.words[0][1] and not entry.words[0][2]]
    whole = [entry for entry in entries if not entry.words[0][1] and not entry.words[0][2]]
    return Lexicon(
        by_word=_table((entry.words[0][0], entry) for entry in whole if not _opens_with_pair(entry)),
        by_pair=_table(((entry.words[0][0], entry.words[1][0]), entry) for entry in whole if _opens_with_pair(entry)),
        by_start=_table((entry.words[0][0][: _KEYS[-1]], entry) for entry in stems),
        inside=_table((entry.words[0][0][: _KEYS[-1]], entry) for entry in within),
        openings=frozenset(entry.words[0][0][: _KEYS[0]] for entry in within),
        reach=meanings.reach,
        umlauts=meanings.umlauts,
    )


def _entries(meanings: Meanings, bare: Lexicon) -> Iterator[Entry]:
    denials = {bare.fold(text) for text in meanings.lists.get(NEGATION, ())}
    parse = cache(_parse_word)  # the same words stand in many wordings
    listed = ((meaning, text) for meaning, texts in meanings.lists.items() for text in texts)
    for rank, (meaning, text) in enumerate(listed):
        folded = bare.fold(text.lower())
        words = tuple(map(parse, _LISTED.findall(folded)))
        if words:
            yield Entry(meaning, words, rank, deniable="*" in folded and _is_deniable(words, denials))


def _is_deniable(words: Iterable[tuple[str, bool, bool]], denials: set[str]) -> bool:
    stems = {stem for stem, _, _ in words}
    return not stems.isdisjoint(_GAPS) and stems.isdisjoint(denials)


def _parse_word(word: str) -> tuple[str, bool, bool]:
    return (word.strip("~"), word.endswith("~"), word.startswith("~")) if "~" in word else (word, False, False)


def _opens_with_pair(entry: Entry) -> bool:
    return len(entry.words) > 1 and entry.words[1][0] not in _GAPS and not entry.words[1][1]


def _table(pairs: Iterable[tuple[_Key, Entry]]) -> dict[_Key, tuple[Entry, ...]]:
    table: dict[_Key, list[Entry]] = {}
    for key, entry in pairs:
        table.setdefault(key, []).append(entry)
    return {key: tuple(entries) for key, entries in table.items()}


def find_meanings(lexicon: Lexicon, words: Sequence[str], parts: Sequence[int]) -> Iterator[Found]:
    """Yield the meanings of *words* (folded) in order; *parts*: between which marks each word stands, for none reaches across one."""
    for number, word in enumerate(words):
        hits = [
            (entry.rank, Found(entry.meaning, number, end, entry.deniable))
            for entry in _listed_at(lexicon, words, number)
            if (end := _match(entry, words, parts, number, word))
        ]
        yield from (found for _, found in sorted(hits))
        for place in range(len(word) - 1) if len(word) >= _SHORTEST_COMPOUND else (0,):
            if word[place : place + _KEYS[0]] not in lexicon.openings:
                continue
            rest = word[place:]
            for entry in _starting(lexicon.inside, rest):
                end = _match(entry, words, parts, number, rest)
                if end:
                    yield Found(entry.meaning, number, end)


def _listed_at(lexicon: Lexicon, words: Sequence[str], number: int) -> Iterator[Entry]:
    """Yield the entries that may begin with the word *number*, none of them inside it."""
    word = words[number]
    yield from lexicon.by_word.get(word, ())
    if number + 1 < len(words):
        yield from lexicon.by_pair.get((word, words[number + 1]), ())
    yield from _starting(lexicon.by_start, word)


def _starting(table: Mapping[str, tuple[Entry, ...]], word: str) -> Iterator[Entry]:
    """Yield the entries of *table* whose first letters *word* begins with."""
    for length in _KEYS:
        if length > len(word):
            return
        found = table.get(word[:length])
        if found:
            yield from found


def _match(entry: Entry, words: Sequence[str], parts: Sequence[int], number: int, first: str) -> int:
    """Return the number of the word after the last that *entry* covers, 0 where it does not stand here."""
    stem, open_end, _ = entry.words[0]
    if not (first.startswith(stem) if open_end else first == stem):
        return 0
    at = number + 1
    gap = 0
    for stem, open_end, _ in entry.words[1:]:
        if stem in _GAPS:
            gap = _GAPS[stem]
            continue
        last = min(at + gap, len(words) - 1)
        at = next(
            (n + 1 for n in range(at, last + 1) if (words[n].startswith(stem) if open_end else words[n] == stem)),
            0,
        )
        if not at or parts[at - 1] != parts[number]:
            return 0
        gap = 0
    return at
