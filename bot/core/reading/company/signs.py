"""What stands together in a sentence, whatever its language: the meanings of its words, and signs made of meanings.

A language lists the words of each meaning (``[meanings]``); a sign says once, for all of them, which meanings must meet in one
sentence. So a wording nobody has seen is understood by its parts, in whatever order a language puts them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_TOKEN = re.compile(r"\d+(?:[:.h]\d+)*(?:\.(?=\s[^\W\d_]))?|[^\W\d_]+|[,;:()?!.\u2013\u2014]| - ")
_LISTED = re.compile(r"~?[^\W_]+~?|\*{1,2}")
_GAPS = {"*": 3, "**": 12}
_SPELLED = str.maketrans({"\u00df": "ss", "\u0153": "oe", "\u00e6": "ae"})
_UMLAUT = re.compile(r"(?<=[aou])e")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}$")
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])(?:[:.h]\d{2})?$")
_CLOCK_UNIT = "clock_unit"
"""Words that make the number before them a time of day ("3 pm", "10 Uhr")."""
_KEYS = (2, 3, 4)
"""By so many first letters a word is looked up; listed stems have at least as many as the first of these."""
_SPAN = 14
_MOST_WORDS = 240
NEGATION, NO_NEGATION, CONDITION, VERB_FIRST, CONTRAST, QUESTION, DAY, CLOCK = (
    "negation",
    "no_negation",
    "condition",
    "verb_first",
    "contrast",
    "question",
    "day",
    "clock",
)

_THINGS = frozenset(
    {
        DAY,
        CLOCK,
        "interview",
        "talk",
        "appointment",
        "visit",
        "position",
        "application",
        "you",
        "it",
        "process",
        "recruiting",
    }
)
"""What is spoken of; a "not" beside it denies what is said of it ("the talk will not take place")."""


@dataclass(frozen=True, slots=True)
class Entry:
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
    """The meanings of one language: by their whole first word, by the first letters of its stem, and by those of what may stand inside a
    word. ``reach``: so many words after it a negation still denies what stands before it."""

    by_word: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    by_start: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    inside: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    reach: int = 3
    umlauts: bool = False

    def fold(self, text: str) -> str:
        """Return *text* without accents, umlauts written in either way alike."""
        if not text.isascii():
            text = "".join(
                c for c in unicodedata.normalize("NFKD", text.translate(_SPELLED)) if c < "\u0300" or c > "\u036f"
            )
        return _UMLAUT.sub("", text) if self.umlauts else text


@dataclass(frozen=True, slots=True)
class Sense:
    """A meaning found: the words from ``start`` up to ``end``, in the ``part`` of the sentence between two marks."""

    start: int
    end: int
    part: int
    negated: bool
    conditional: bool


class _Found(NamedTuple):
    """A meaning and the words it covers; ``deniable`` as in `Entry`."""

    meaning: str
    start: int
    end: int
    deniable: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence by its meanings."""

    senses: Mapping[str, tuple[Sense, ...]]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One condition of a sign: any of ``meanings``, denied (True), not denied (False) or either (None); ``absent``: none may stand."""

    meanings: tuple[str, ...]
    negated: bool | None
    absent: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """Meanings that must meet within `_SPAN` words; ``needs`` is one set per term that must be there."""

    terms: tuple[Term, ...]

    @property
    def needs(self) -> tuple[tuple[str, ...], ...]:
        """The meanings of which one each must stand."""
        return tuple(term.meanings for term in self.terms if not term.absent)


def parse_sign(text: str) -> Sign:
    """Return the sign written as ``word word …``: ``x`` stands, ``-x`` stands denied, ``~x`` either way, ``!x`` does not stand; ``x|y`` is
    either of two."""
    words = text.split()
    return Sign(tuple(_parse_term(word, alone=len(words) == 1) for word in words))


def _parse_term(word: str, *, alone: bool) -> Term:
    meanings = tuple(word.lstrip("-~!").split("|"))
    either = word[0] in "~!" or (not alone and _THINGS.issuperset(meanings))
    return Term(meanings, True if word.startswith("-") else None if either else False, word.startswith("!"))


def compile_lexicon(meanings: Meanings) -> Lexicon:
    """Return the lexicon of lists in which ``word``, ``stem~``, ``~end`` and ``~inside~`` are words, ``*`` is up to three of any, ``**`` up
    to nine: so far apart stand the parts of a German or Dutch verb ("wir setzen den Prozess mit anderen fort")."""
    bare = Lexicon(reach=meanings.reach, umlauts=meanings.umlauts)
    by_word: dict[str, list[Entry]] = {}
    by_start: dict[str, list[Entry]] = {}
    inside: dict[str, list[Entry]] = {}
    denials = {bare.fold(text) for text in meanings.lists.get(NEGATION, ())}
    rank = 0
    for meaning, texts in meanings.lists.items():
        for text in texts:
            words = tuple(_parse_word(word) for word in _LISTED.findall(bare.fold(text.lower())))
            if not words:
                continue
            rank += 1
            first, open_end, within = words[0]
            table, key = (
                (inside, first[: _KEYS[-1]])
                if within
                else (by_start, first[: _KEYS[-1]])
                if open_end
                else (by_word, first)
            )
            stems = {stem for stem, _, _ in words}
            deniable = bool(stems & _GAPS.keys()) and not stems & denials
            table.setdefault(key, []).append(Entry(meaning, words, rank, deniable))
    return Lexicon(
        by_word={key: tuple(entries) for key, entries in by_word.items()},
        by_start={key: tuple(entries) for key, entries in by_start.items()},
        inside={key: tuple(entries) for key, entries in inside.items()},
        reach=meanings.reach,
        umlauts=meanings.umlauts,
    )


def _parse_word(word: str) -> tuple[str, bool, bool]:
    return word.strip("~"), word.endswith("~"), word.startswith("~")


def read_line(lexicon: Lexicon, plain: str) -> Line:
    """Return the meanings in *plain* (lower case)."""
    words: list[str] = []
    parts: list[int] = []
    part = 0
    asked = False
    for match in _TOKEN.finditer(plain[:1500]):
        piece = match[0]
        if piece[0].isalnum():
            words.append(lexicon.fold(piece.rstrip(".")))  # "am 16. anfangen": an ordinal ends nothing
            parts.append(part)
            if len(words) >= _MOST_WORDS:
                break
        else:
            part += 1
            asked = asked or piece == "?"
    found = list(_find(lexicon, words, parts))
    found += [_Found(CONDITION, at, end) for at, end in _opening(found, parts) if not asked]
    found += [_Found(CLOCK, number, number + 1) for number, word in enumerate(words) if _CLOCK.match(word)]
    found += [
        _Found(CLOCK, at - 1, end)
        for meaning, at, end, _ in found
        if meaning == _CLOCK_UNIT and at and _HOUR.match(words[at - 1])
    ]
    return Line(_placed(lexicon, found, parts, asked=asked), tuple(words))


def _find(lexicon: Lexicon, words: Sequence[str], parts: Sequence[int]) -> Iterator[_Found]:
    for number, word in enumerate(words):
        listed = (*lexicon.by_word.get(word, ()), *_starting(lexicon.by_start, word))
        hits = [(e.rank, e.meaning, end, e.deniable) for e in listed if (end := _match(e, words, parts, number, word))]
        for _, meaning, end, deniable in sorted(hits):
            yield _Found(meaning, number, end, deniable)
        for place in range(len(word) - 1) if len(word) > 5 else (0,):
            rest = word[place:]
            for entry in _starting(lexicon.inside, rest):
                end = _match(entry, words, parts, number, rest)
                if end:
                    yield _Found(entry.meaning, number, end)


def _starting(table: Mapping[str, tuple[Entry, ...]], word: str) -> Iterator[Entry]:
    """Yield the entries of *table* whose first letters *word* begins with."""
    for length in _KEYS:
        if length > len(word):
            return
        found = table.get(word[:length])
        if found:
            yield from found


def _opening(found: Sequence[_Found], parts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the words by which a sentence opens with its verb and goes on behind a mark: "Laden wir Sie ein, so …" is an "if"."""
    for meaning, start, end, _ in found:
        if meaning == VERB_FIRST and start == 0 and parts[-1] > parts[0]:
            yield start, end


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


def _placed(
    lexicon: Lexicon, found: Sequence[_Found], parts: Sequence[int], *, asked: bool
) -> dict[str, tuple[Sense, ...]]:
    wholes = [
        (start, end)
        for meaning, start, end, deniable in found
        if meaning == NO_NEGATION or (meaning != NEGATION and end - start > 1 and not deniable)
    ]
    denials = [
        (start, end)
        for meaning, start, end, _ in found
        if meaning == NEGATION and not any(a <= start < b for a, b in wholes)
    ]
    harmless = [(start, end) for meaning, start, end, _ in found if meaning == NO_NEGATION]
    conditions = [
        (start, end)
        for meaning, start, end, _ in found
        if meaning == CONDITION and not any(a <= start < b for a, b in harmless)
    ]
    breaks = [start for meaning, start, _, _ in found if meaning == CONTRAST]
    senses: dict[str, list[Sense]] = {}
    for meaning, start, end, deniable in found:
        if meaning == CONDITION and (start, end) not in conditions:
            continue
        negated = any(_denies(lexicon, denial, start, end, parts, breaks) for denial in denials) or (
            deniable and any(start < first < end for first, _ in denials)
        )
        conditional = any(parts[c] == parts[start] or _governs(parts, c, start) for c, _ in conditions)
        senses.setdefault(meaning, []).append(Sense(start, end, parts[start], negated, conditional))
    if asked:
        senses[QUESTION] = [Sense(0, 0, 0, False, False)]
    return {meaning: tuple(places) for meaning, places in senses.items()}


def _denies(
    lexicon: Lexicon, denial: tuple[int, int], start: int, end: int, parts: Sequence[int], breaks: Sequence[int]
) -> bool:
    first, last = denial
    if parts[first] != parts[start] or any(min(first, start) < b < max(first, start) for b in breaks):
        return False
    return 0 <= start - last <= 7 or 0 <= first - end < lexicon.reach


def _governs(parts: Sequence[int], condition: int, start: int) -> bool:
    """Return whether the condition opens the clause before ("if you can't come, tell us"), or stands before a short insertion."""
    apart = parts[start] - parts[condition]
    return condition < start and (apart == 1 or (apart == 2 and start - condition <= 5))


def stands(sign: Sign, line: Line, *, asserted: bool) -> tuple[int, int] | None:
    """Return the first and last word on which *sign* rests in *line*, None where it does not stand. *asserted*: what is only said under
    a condition does not count."""
    places: list[tuple[Sense, ...]] = []
    for term in sign.terms:
        senses = tuple(
            sense
            for meaning in term.meanings
            for sense in line.senses.get(meaning, ())
            if (term.negated is None or sense.negated is term.negated)
            and not (asserted and sense.conditional and not term.absent)
        )
        if term.absent:
            if senses:
                return None
            continue
        if not senses:
            return None
        places.append(senses)
    return _meeting(places)


def any_stands(signs: Iterable[Sign], line: Line) -> bool:
    """Return whether any of *signs* stands in *line*, said under a condition or not."""
    return any(stands(sign, line, asserted=False) is not None for sign in signs)


def _meeting(places: Sequence[tuple[Sense, ...]]) -> tuple[int, int] | None:
    for first in places[0] if places else ():
        chosen = [first]
        for senses in places[1:]:
            chosen.append(min(senses, key=lambda sense: abs(sense.start - first.start) if sense.end else 0))
        firmly = [sense for sense in chosen if sense.end]
        if not firmly:
            return 0, 0
        start, end = min(s.start for s in firmly), max(s.end for s in firmly)
        if end - start <= _SPAN:
            return start, end
    return None
