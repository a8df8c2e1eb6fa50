"""The pieces of what they say about their answer: a sentence, or what stands between its semicolons, with its dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.wording import finds, flatten


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence with the dates in it; ``flat`` is without accents. ``known``: by all its words together the sentence says when
    they answer. ``turned``: it is set against an earlier plan ("it will now be the 17th")."""

    text: str
    flat: str
    mentions: tuple[DateMention, ...]
    known: bool
    turned: bool = False


def split_sentence(
    language: Language, sentence: str, mentions: tuple[DateMention, ...], known: bool
) -> Iterator[Piece]:
    """Yield the parts of a sentence that say something of their own, each with its dates; of what was planned once, but what it is set
    against."""
    at = 0
    for text in sentence.split(";"):
        own = tuple(
            replace(m, start=m.start - at, end=m.end - at)
            for m in mentions
            if at <= m.start and m.end <= at + len(text)
        )
        yield _turned(language, Piece(text, flatten(language, text), own, known))
        at += len(text) + 1


def _turned(language: Language, piece: Piece) -> Piece:
    """Return of *piece* what is not a plan that was given up ("we had hoped to decide by Friday, but it will now be the 17th")."""
    plan = finds(language, "planned_once", piece.text)
    if plan is None:
        return piece
    turn = language.pattern("but_now").search(piece.flat, plan.end())
    if turn is None:
        before = [m for m in piece.mentions if len(flatten(language, piece.text[: m.end])) <= plan.start()]
        return replace(piece, mentions=tuple(before), flat=piece.flat[: plan.start()])
    behind = [m for m in piece.mentions if len(flatten(language, piece.text[: m.start])) >= turn.start()]
    return replace(piece, mentions=tuple(behind), flat=piece.flat[turn.start() :], turned=True)
