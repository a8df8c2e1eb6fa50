"""What a sentence does in a mail (fixes a talk, turns the owner down, asks when they could come), by its words and their meanings.

A meaning is told in more ways than lists can hold. So each word, pair of words, meaning and notion (`thesaurus`) speaks for or against
each act, all a little (``config/cues/acts.toml``), like the words of a mail filter; together they also know sentences that no list holds.
The weights are set by `python -m tests.corpus.weigh` from sentences whose acts are known (``tests/corpus/acts``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise
from math import exp, hypot, sqrt

from bot.core.reading.company.cue_values import read_table
from bot.core.reading.company.rows import Rows
from bot.core.reading.company.senses import MOST_TELLING, Line

_STEM = 5
"""By so many first letters words are known: enough to tell them apart, and one for most forms of a word, in related languages too."""
_LONG = 12
_LONGEST = 3.0
_BEFORE, _AFTER = "<", ">"
"""So the marks of neighbours begin."""
_NEIGHBOUR = 0.5
_SUBJECT, _OF_SUBJECT = "^", 0.5
_MAIL, _OF_MAIL, _OF_ALL_MAIL = "~", 0.2, 2.0
"""So much counts what stands in the subject, and each word of the mail, be it long not more than so much together: who knows what it is
about understands its sentences better."""
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


_ORDER = tuple(Act)
_PLACES = {act.value: place for place, act in enumerate(_ORDER)}
_MAILS_REMEMBERED = 4
_REMEMBERED = 8192
"""So many marks are kept with their weights: the most common words are in every mail, most of the others in none."""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a sentence: the lines right ``before`` and ``after`` it, the ``subject`` of its mail, and the first letters of all
    ``words`` of it."""

    before: Line | None = None
    after: Line | None = None
    subject: Line | None = None
    words: frozenset[str] = frozenset()


ALONE = Context()
"""That of a sentence of which no mail is known."""


@dataclass(frozen=True, slots=True, eq=False)
class ActWeights:
    """``by_mark``: word, pair or meaning (see `find_marks`) → its row, each act with its weight ("fix 1.2 no -0.4"), as natural logarithms
    of odds; parsed when it is needed."""

    by_mark: Mapping[str, str] = field(default_factory=dict)

    def read(self, line: Line, context: Context = ALONE) -> dict[Act, float]:
        """Return how likely *line* does what, each act for itself, 0 to 1; nothing where there are no words or no weights."""
        if not line.words or not self.by_mark:
            return {}
        marks = _find_own_marks(line, context)
        of_mail, around = _weigh_mail(self, context.words)
        length = hypot(length_of(marks), around)
        own = _sum(self, marks | {ALWAYS: length})
        both = zip(_ORDER, own, of_mail, strict=True)
        return {act: 1 / (1 + exp(-(first + second) / length)) for act, first, second in both}


def _sum(acts: ActWeights, marks: Mapping[str, float]) -> list[float]:
    sums = [0.0] * len(_ORDER)
    for mark, size in marks.items():
        for place, weight in zip(*_weights_of(acts, mark), strict=True):
            sums[place] += weight * size
    return sums


@lru_cache(_MAILS_REMEMBERED)
def _weigh_mail(acts: ActWeights, words: frozenset[str]) -> tuple[list[float], float]:
    """Return what all words of a mail speak for each act, and the length of their marks: the same for each of its sentences."""
    marks = _find_mail_marks(words)
    return _sum(acts, marks), length_of(marks)


def find_marks(line: Line, context: Context = ALONE) -> dict[str, float]:
    """Return what a sentence is known by, and how much of it is there: the first letters of each word (a number is ``0``), of each two that
    stand side by side (``we confi``), each meaning (``=offered``; ``=-`` denied, ``=?`` under a condition), each notion and each two that
    follow each other (``@invite``, ``@we invite``), how long it is, and, half as much, what stands in its neighbours (``<inter``,
    ``>=offered``, ``>@invite``) and in the subject (``^inter``), and, less still, the words of the mail (``~inter``)."""
    return _find_own_marks(line, context) | _find_mail_marks(context.words)


def _find_own_marks(line: Line, context: Context) -> dict[str, float]:
    stems = _stems(line)
    marks = dict.fromkeys((*stems, *(f"{first} {second}" for first, second in pairwise(stems))), 1.0)
    for meaning, senses in line.senses.items():
        for sense in senses:
            marks[f"={'-' if sense.negated else ''}{'?' if sense.conditional else ''}{meaning}"] = 1.0
    marks |= dict.fromkeys(_notions(line), 1.0)
    marks |= {"length": min(_LONGEST, len(line.words) / _LONG)}
    marks |= dict(_beside(_BEFORE, context.before)) | dict(_beside(_AFTER, context.after))
    if context.subject is not None:
        marks |= dict(_told_by(_SUBJECT, context.subject, _OF_SUBJECT))
    return marks


@lru_cache(_MAILS_REMEMBERED)
def _find_mail_marks(words: frozenset[str]) -> dict[str, float]:
    size = min(_OF_MAIL, _OF_ALL_MAIL / sqrt(len(words))) if words else 0.0
    return {f"{_MAIL}{word}": size for word in words}


def length_of(marks: Mapping[str, float]) -> float:
    """Return the Euclidean length of *marks*: each counts for less the more of them there are."""
    return sqrt(sum(size * size for size in marks.values()))


def contexts_in(lines: Sequence[Line]) -> Iterator[Context]:
    """Yield the context of each of *lines*: the subject of a mail, and what stands below it."""
    words = frozenset(stem for line in lines for stem in _stems(line))
    beside = [None, *lines, None]
    for number, (before, after) in enumerate(zip(beside, beside[2:], strict=False)):
        yield Context(before, after, lines[0] if number else None, words)


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
    yield from _told_by(side, line, _NEIGHBOUR)


def _told_by(side: str, line: Line, size: float) -> Iterator[tuple[str, float]]:
    yield from ((f"{side}{stem}", size) for stem in _stems(line))
    yield from ((f"{side}={meaning}", size) for meaning in line.senses)
    yield from ((f"{side}@{notion}", size) for notions in line.notions for notion in notions)


def parse_act_weights(value: object, place: str, problems: list[str], *, thorough: bool) -> ActWeights:
    """Return the weights in the table ``[acts]``: texts of one row a line (``mark: fix 1.2 no -0.4``), the later ones of a mark counting.

    What is wrong with them is added to *problems*; rows are looked into only if that is to be *thorough*.
    """
    rows = Rows(map(str, read_table(value, place, problems).values()))
    if thorough:
        problems += [
            f'{place}: "{mark}" must have acts with a number behind each ("{mark}: fix 1.2 no -0.4").'
            for mark, row in rows.items()
            if not _is_row(row)
        ]
    return ActWeights(rows)


def _is_row(row: str) -> bool:
    try:
        return bool(_parse_row(row)[0])
    except (KeyError, ValueError):
        return False


@lru_cache(_REMEMBERED)
def _weights_of(acts: ActWeights, mark: str) -> tuple[tuple[int, ...], tuple[float, ...]]:
    return _parse_row(acts.by_mark.get(mark, ""))


def _parse_row(row: str) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Return the places of its acts (in `Act`), and their weights."""
    words = row.split()
    acts, weights = words[::2], words[1::2]
    if len(acts) != len(weights):
        raise ValueError(row)
    return tuple([_PLACES[act] for act in acts]), tuple(map(_weight_of, weights))


_weight_of = cache(float)
"""A few hundred weights stand in all rows: each is kept once."""
