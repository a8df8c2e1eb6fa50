"""Words by their notion (``[notions]``): "einladen", "convidar" and "ask you in" are all ``invite``.

So what a sentence does is learned from seven languages at once, and known by words that no labelled sentence holds.

A notion is listed as ``word``, ``stem~``, ``~end`` or a few words that stand side by side. Unlike a meaning (`lexicon`) it says nothing by
itself: it is one more mark for `acts`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Notions = tuple[str, ...]
_Key = TypeVar("_Key", bound=Hashable)
_SHORTEST = 2
"""Stems and ends have at least so many letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thesaurus:
    """The notions of the words of one language: of whole words, of all that begin or end so, and of words side by side (by the first)."""

    words: Mapping[str, Notions] = field(default_factory=dict)
    stems: Mapping[str, Notions] = field(default_factory=dict)
    ends: Mapping[str, Notions] = field(default_factory=dict)
    idioms: Mapping[str, Sequence[tuple[tuple[str, ...], Notions]]] = field(default_factory=dict)


def compile_thesaurus(notions: Mapping[str, str], fold: Callable[[str], str]) -> Thesaurus:
    """Return the thesaurus of *notions* (notion → its words, parted by commas), *fold* taking their accents away."""
    words: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    ends: dict[str, list[str]] = {}
    idioms: dict[tuple[str, ...], list[str]] = {}
    for notion, listed in notions.items():
        for text in fold(listed.lower()).split(","):
            written = tuple(text.split())
            if len(written) > 1:
                idioms.setdefault(written, []).append(notion)
            elif written:
                bare = written[0].strip("~")
                table = stems if written[0].endswith("~") else ends if written[0].startswith("~") else words
                table.setdefault(bare, []).append(notion)
    return Thesaurus(words=_fixed(words), stems=_fixed(stems), ends=_fixed(ends), idioms=_by_first(idioms))


def _fixed(table: Mapping[_Key, Sequence[str]]) -> dict[_Key, Notions]:
    return {key: tuple(dict.fromkeys(notions)) for key, notions in table.items()}


def _by_first(idioms: Mapping[tuple[str, ...], Sequence[str]]) -> dict[str, list[tuple[tuple[str, ...], Notions]]]:
    """Return the idioms by their first word."""
    table: dict[str, list[tuple[tuple[str, ...], Notions]]] = {}
    for words, notions in _fixed(idioms).items():
        table.setdefault(words[0], []).append((words, notions))
    return table


def find_notions(thesaurus: Thesaurus, words: Sequence[str]) -> Iterator[Notions]:
    """Yield the notions of each of *words* (folded) that has any, in order: its own, and those of the idioms that begin with it."""
    for at, word in enumerate(words):
        notions = (*_notions_of(thesaurus, word), *_of_idioms(thesaurus, words, at))
        if notions:
            yield tuple(dict.fromkeys(notions))


def _of_idioms(thesaurus: Thesaurus, words: Sequence[str], at: int) -> Iterator[str]:
    for idiom, notions in thesaurus.idioms.get(words[at], ()):
        if tuple(words[at : at + len(idiom)]) == idiom:
            yield from notions


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
