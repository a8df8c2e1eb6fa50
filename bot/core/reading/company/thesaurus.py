"""Words by their notion (``[notions]``): "einladen", "convidar" and "ask you in" are all ``invite``.

So what a sentence does is learned from seven languages at once, and known by words that no labelled sentence holds.

A notion is listed as ``word``, ``stem~``, ``~end`` or a few words that stand side by side. Unlike a meaning (`lexicon`) it says nothing by
itself: it is one more mark for `acts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Notions = tuple[str, ...]
_SHORTEST = 2
"""Stems and ends have at least so many letters."""
_IDIOM_LENGTHS = (2, 3, 4)
"""Words of an idiom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thesaurus:
    """The notions of the words of one language: of whole words, of all that begin or end so, and of idioms, words side by side."""

    words: dict[str, Notions] = field(default_factory=dict)
    stems: dict[str, Notions] = field(default_factory=dict)
    ends: dict[str, Notions] = field(default_factory=dict)
    idioms: dict[str, Notions] = field(default_factory=dict)


def compile_thesaurus(notions: Mapping[str, str], fold: Callable[[str], str]) -> Thesaurus:
    """Return the thesaurus of *notions* (notion → its words, parted by commas), *fold* taking their accents away."""
    thesaurus = Thesaurus()
    shared: dict[Notions, Notions] = {}  # most of many thousand words have one of a few hundred sets of notions
    for notion, listed in notions.items():
        for text in fold(listed.lower()).split(","):
            words = text.split()
            if not words:
                continue
            written = " ".join(words)
            table, bare = _table_of(thesaurus, written), written.strip("~")
            known = table.get(bare, ())
            found = known if notion in known else (*known, notion)
            table[bare] = shared.setdefault(found, found)
    return thesaurus


def _table_of(thesaurus: Thesaurus, written: str) -> dict[str, Notions]:
    if " " in written:
        return thesaurus.idioms
    if written.endswith("~"):
        return thesaurus.stems
    return thesaurus.ends if written.startswith("~") else thesaurus.words


def find_notions(thesaurus: Thesaurus, words: Sequence[str]) -> Iterator[Notions]:
    """Yield the notions of each of *words* (folded) that has any, in order: its own, and those of the idioms that begin with it."""
    for at, word in enumerate(words):
        idioms = (" ".join(words[at : at + length]) for length in _IDIOM_LENGTHS)
        beside = [notion for idiom in idioms for notion in thesaurus.idioms.get(idiom, ())]
        notions = dict.fromkeys((*_notions_of(thesaurus, word), *beside))
        if notions:
            yield tuple(notions)


def _notions_of(thesaurus: Thesaurus, word: str) -> Notions:
    """Return the notions of the whole word and of the longest stem that it begins with, where it has none, of the longest end."""
    notions = dict.fromkeys(thesaurus.words.get(word, ()))
    for end in range(len(word), _SHORTEST - 1, -1):
        if word[:end] in thesaurus.stems:
            notions |= dict.fromkeys(thesaurus.stems[word[:end]])
            break
    for start in range(1, len(word) - _SHORTEST if thesaurus.ends and not notions else 0):
        if word[start:] in thesaurus.ends:
            return thesaurus.ends[word[start:]]
    return tuple(notions)
