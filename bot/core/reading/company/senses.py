"""A sentence by the meanings of its words: which stand in it, which of them are denied, and which are said under a condition only."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.reading.company.lexicon import (
    CLOCK,
    CLOCK_UNIT,
    CONDITION,
    CONTRAST,
    NEGATION,
    NO_NEGATION,
    QUESTION,
    VERB_FIRST,
    Found,
    Lexicon,
    find_meanings,
)
from bot.core.reading.company.thesaurus import Notions, Thesaurus, find_notions

_TOKEN = re.compile(r"\d+(?:[:.h]\d+)*(?:\.(?=\s[^\W\d_]))?|[^\W\d_]+|[,;:()?!.\u2013\u2014]| - ")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}$")
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])(?:[:.h]\d{2})?$")
_LONGEST = 1500
_MOST_WORDS = 240
MOST_TELLING = 60
"""By so many words a sentence has said what it does."""
_DENIED_BEHIND = 7
"""So many words behind it a negation denies; how many before it, is the language's own (`Lexicon.reach`)."""
_LONGEST_INSERTION = 5


@dataclass(frozen=True, slots=True)
class Sense:
    """A meaning found: the words from ``start`` up to ``end``, in the ``part`` of the sentence between two marks."""

    start: int
    end: int
    part: int
    negated: bool
    conditional: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence by its meanings, and the notions of its words in order."""

    senses: Mapping[str, tuple[Sense, ...]]
    words: tuple[str, ...]
    notions: tuple[Notions, ...] = ()

    @property
    def denies(self) -> bool:
        """Whether it denies anything: a wording such as "no problem" does not."""
        harmless = self.senses.get(NO_NEGATION, ())
        return any(
            not any(whole.start <= word.start < whole.end for whole in harmless)
            for word in self.senses.get(NEGATION, ())
        )


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a sentence, folded, and between which of its marks each stands (``parts``, counting up). ``asked``: it asks."""

    words: tuple[str, ...]
    parts: tuple[int, ...]
    asked: bool


def read_line(lexicon: Lexicon, thesaurus: Thesaurus, plain: str) -> Line:
    """Return the meanings and notions in *plain* (lower case); of a very long text, of its first 240 words."""
    told = _words_of(lexicon, plain)
    found = list(find_meanings(lexicon, told.words, told.parts))
    found += [] if told.asked else _opening(found, told.parts)
    found += _clocks(found, told.words)
    return Line(_placed(lexicon, found, told), told.words, tuple(find_notions(thesaurus, told.words[:MOST_TELLING])))


def _words_of(lexicon: Lexicon, plain: str) -> _Words:
    words: list[str] = []
    parts: list[int] = []
    part = 0
    asked = False
    for match in _TOKEN.finditer(plain[:_LONGEST]):
        piece = match[0]
        if piece[0].isalnum():
            words.append(lexicon.fold(piece.rstrip(".")))  # "am 16. anfangen": an ordinal ends nothing
            parts.append(part)
            if len(words) >= _MOST_WORDS:
                break
        else:
            part += 1
            asked = asked or piece == "?"
    return _Words(tuple(words), tuple(parts), asked)


def _opening(found: Sequence[Found], parts: Sequence[int]) -> list[Found]:
    """Return the words by which a sentence opens with its verb and goes on behind a mark: "Laden wir Sie ein, so …" is an "if"."""
    return [
        Found(CONDITION, start, end)
        for meaning, start, end, _ in found
        if meaning == VERB_FIRST and start == 0 and parts[-1] > parts[0]
    ]


def _clocks(found: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """Return the times of day: "15:30", and hours before a word that makes them one."""
    written = [Found(CLOCK, number, number + 1) for number, word in enumerate(words) if _CLOCK.match(word)]
    return written + [
        Found(CLOCK, at - 1, end)
        for meaning, at, end, _ in found
        if meaning == CLOCK_UNIT and at and _HOUR.match(words[at - 1])
    ]


def _placed(lexicon: Lexicon, found: Sequence[Found], told: _Words) -> dict[str, tuple[Sense, ...]]:
    parts = told.parts
    denials = _denials(found)
    conditions = _conditions(found)
    breaks = [item.start for item in found if item.meaning == CONTRAST]
    senses: dict[str, list[Sense]] = {}
    for item in found:
        if item.meaning == CONDITION and item not in conditions:
            continue
        start, end = item.start, item.end
        negated = any(_denies(lexicon, denial, item, parts, breaks) for denial in denials)
        conditional = any(parts[c.start] == parts[start] or _governs(parts, c.start, start) for c in conditions)
        senses.setdefault(item.meaning, []).append(Sense(start, end, parts[start], negated, conditional))
    if told.asked:
        senses[QUESTION] = [Sense(0, 0, 0, False, False)]
    return {meaning: tuple(places) for meaning, places in senses.items()}


def _denials(found: Sequence[Found]) -> list[Found]:
    """Return the negations that deny something: none of those within a wording of its own ("not only", "nicht zustande kommen")."""
    wholes = [
        item
        for item in found
        if item.meaning == NO_NEGATION or (item.meaning != NEGATION and item.end - item.start > 1 and not item.deniable)
    ]
    return [item for item in found if item.meaning == NEGATION and not _is_within(item, wholes)]


def _conditions(found: Sequence[Found]) -> list[Found]:
    """Return the words for "if" that set a condition."""
    harmless = [item for item in found if item.meaning == NO_NEGATION]
    return [item for item in found if item.meaning == CONDITION and not _is_within(item, harmless)]


def _is_within(item: Found, others: Sequence[Found]) -> bool:
    return any(other.start <= item.start < other.end for other in others)


def _denies(lexicon: Lexicon, denial: Found, item: Found, parts: Sequence[int], breaks: Sequence[int]) -> bool:
    """Return whether *denial* stands in the gap of *item*, or beside it in the same part of the sentence."""
    first, start = denial.start, item.start
    if item.deniable and start < first < item.end:
        return True
    if parts[first] != parts[start] or any(min(first, start) < b < max(first, start) for b in breaks):
        return False
    return 0 <= start - denial.end <= _DENIED_BEHIND or 0 <= first - item.end < lexicon.reach


def _governs(parts: Sequence[int], condition: int, start: int) -> bool:
    """Return whether the condition opens the clause before ("if you can't come, tell us"), or stands before a short insertion."""
    apart = parts[start] - parts[condition]
    return condition < start and (apart == 1 or (apart == 2 and start - condition <= _LONGEST_INSERTION))
