"""Signs made of meanings: a language lists the words of each meaning (``[meanings]``); a sign says once, for all of them, which meanings
must meet in one sentence. So a wording nobody has seen is understood by its parts, in whatever order a language puts them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.reading.company.lexicon import CLOCK, DAY
from bot.core.reading.company.senses import Line, Sense

_SPAN = 14
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
class Term:
    """One condition of a sign: any of ``meanings``, denied (True), not denied (False) or either (None); ``absent``: none may stand."""

    meanings: tuple[str, ...]
    negated: bool | None
    absent: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """Meanings that must meet within `_SPAN` words. ``needs``: of each of these sets one must stand."""

    terms: tuple[Term, ...]
    needs: tuple[frozenset[str], ...]


def parse_sign(text: str) -> Sign:
    """Return the sign written as ``word word …``: ``x`` stands, ``-x`` stands denied, ``~x`` either way, ``!x`` does not stand; ``x|y`` is
    either of two."""
    words = text.split()
    terms = tuple(_parse_term(word, alone=len(words) == 1) for word in words)
    return Sign(terms, tuple(frozenset(term.meanings) for term in terms if not term.absent))


def _parse_term(word: str, *, alone: bool) -> Term:
    meanings = tuple(word.lstrip("-~!").split("|"))
    either = word[0] in "~!" or (not alone and _THINGS.issuperset(meanings))
    return Term(meanings, True if word.startswith("-") else None if either else False, word.startswith("!"))


def stands(sign: Sign, line: Line, *, asserted: bool) -> tuple[int, int] | None:
    """Return the first and last word on which *sign* rests in *line*, None where it does not stand. *asserted*: what is only said under
    a condition does not count."""
    if any(need.isdisjoint(line.senses) for need in sign.needs):
        return None
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
