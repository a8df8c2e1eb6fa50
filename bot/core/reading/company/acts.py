"""What a sentence does in a mail (fixes a talk, turns the owner down, asks when they could come), by its words and their meanings.

A meaning is told in more ways than lists can hold. So each word, pair of words, meaning and notion (`thesaurus`) speaks for or against
each act, all a little (``config/cues/acts.toml``), like the words of a mail filter; together they also know sentences that no list holds.
The weights are set by `python -m tests.corpus.weigh` from sentences whose acts are known (``tests/corpus/acts``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from math import exp

from bot.core.reading.company.cue_values import read_table
from bot.core.reading.company.senses import MOST_TELLING, Line

_STEM = 5
"""By so many first letters words are known: enough to tell them apart, and one for most forms of a word, in related languages too."""
_LONG = 12
_LONGEST = 3.0
_BEFORE, _AFTER = "<", ">"
"""So the marks of neighbours begin."""
_NEIGHBOUR = 0.5
ALWAYS = "always"
"""Stands in every sentence, and every mail: how often a thing is met with at all."""


class Act(StrEnum):
    """What a sentence does, seen by the owner."""

    FIX = "fix"
    AGREE = "agree"
    REMIND = "remind"
    PROPOSE = "propose"
    ASK_WHEN = "ask_when"
    BOOK = "book"
    INVITE = "invite"
    DETAILS = "details"
    MOVED = "moved"
    CANT = "cant"
    """A time that was agreed does not suit after all; no new one is told."""
    OFF = "off"
    GOT = "got"
    """An application, or a paper of one, has arrived."""
    REVIEW = "review"
    WAIT = "wait"
    DECIDE_BY = "decide_by"
    NO = "no"
    NO_SOFT = "no_soft"
    """What goes with a refusal: regret, praise, good luck elsewhere."""
    OFFER = "offer"
    OFFER_TALK = "offer_talk"
    TASK = "task"
    PAST = "past"
    PROCESS = "process"
    IF_NOT = "if_not"
    """What to do if a time does not suit."""
    NO_CONTACT = "no_contact"
    COLD = "cold"
    """A head hunter's unasked approach."""
    CHAT = "chat"
    """A talk that is no interview: to get to know people of a trade."""
    HIRES = "hires"
    """The owner is on the other side: interviews, or is asked about a candidate."""
    OTHERS = "others"
    """Somebody else's interview."""
    STAFF = "staff"
    """Talks among people who work together already."""
    APPOINTMENT = "appointment"
    EVENT = "event"
    MEDIA = "media"
    SALE = "sale"
    ORDER = "order"
    PERSONAL = "personal"
    PHISH = "phish"
    MACHINE = "machine"
    POLITE = "polite"
    PLAIN = "plain"


_ACTS: Mapping[str, Act] = {act.value: act for act in Act}


@dataclass(frozen=True, slots=True)
class ActWeights:
    """``by_mark``: word, pair or meaning (see `find_marks`) → act → weight, as natural logarithms of odds."""

    by_mark: Mapping[str, Mapping[Act, float]] = field(default_factory=dict)

    def read(self, line: Line, before: Line | None = None, after: Line | None = None) -> dict[Act, float]:
        """Return how likely *line*, with the sentences *before* and *after* it, does what, each act for itself, 0 to 1; nothing where there
        are no words or no weights."""
        if not line.words or not self.by_mark:
            return {}
        sums = dict.fromkeys(Act, 0.0)
        for mark, size in find_marks(line, before, after).items():
            for act, weight in self.by_mark.get(mark, {}).items():
                sums[act] += weight * size
        return {act: 1 / (1 + exp(-total)) for act, total in sums.items()}


def find_marks(line: Line, before: Line | None = None, after: Line | None = None) -> dict[str, float]:
    """Return what a sentence is known by, and how much of it is there: the first letters of each word (a number is ``0``), of each two that
    stand side by side (``we confi``), each meaning (``=offered``; ``=-`` denied, ``=?`` under a condition), each notion and each two that
    follow each other (``@invite``, ``@we invite``), how long it is, and, half as much, what stands in its neighbours (``<inter``,
    ``>=offered``, ``>@invite``)."""
    stems = _stems(line)
    marks = dict.fromkeys((*stems, *(f"{first} {second}" for first, second in pairwise(stems))), 1.0)
    for meaning, senses in line.senses.items():
        for sense in senses:
            marks[f"={'-' if sense.negated else ''}{'?' if sense.conditional else ''}{meaning}"] = 1.0
    marks |= dict.fromkeys(_notions(line), 1.0)
    marks |= {ALWAYS: 1.0, "length": min(_LONGEST, len(line.words) / _LONG)}
    return marks | dict(_beside(_BEFORE, before)) | dict(_beside(_AFTER, after))


def _stems(line: Line) -> list[str]:
    return ["0" if word[0].isdigit() else word[:_STEM] for word in line.words[:MOST_TELLING]]


def _notions(line: Line) -> Iterator[str]:
    """Yield each notion, and each two of words that follow each other, but for words without any."""
    yield from (f"@{notion}" for notions in line.notions for notion in notions)
    for first, second in pairwise(line.notions):
        yield from (f"@{one} {other}" for one in first for other in second)


def _beside(side: str, line: Line | None) -> Iterator[tuple[str, float]]:
    """Yield the marks of a neighbour; where there is none, that."""
    if line is None:
        yield f"{side}none", 1.0
        return
    yield from ((f"{side}{stem}", _NEIGHBOUR) for stem in _stems(line))
    yield from ((f"{side}={meaning}", _NEIGHBOUR) for meaning in line.senses)
    yield from ((f"{side}@{notion}", _NEIGHBOUR) for notions in line.notions for notion in notions)


def parse_act_weights(value: object, place: str, problems: list[str]) -> ActWeights:
    """Return the weights in the table ``[acts]`` (``mark = "fix 1.2 no -0.4"``); what is wrong with them is added to *problems*."""
    found: dict[str, Mapping[Act, float]] = {}
    for mark, text in read_table(value, place, problems).items():
        try:
            found[mark] = _parse_row(str(text))
        except (KeyError, ValueError):
            problems.append(f'{place}: "{mark}" must hold acts with a number behind each ("fix 1.2 no -0.4").')
    return ActWeights(found)


def _parse_row(text: str) -> dict[Act, float]:
    words = text.split()
    return {_ACTS[act]: float(weight) for act, weight in zip(words[::2], words[1::2], strict=True)}
