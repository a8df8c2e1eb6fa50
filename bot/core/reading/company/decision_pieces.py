"""The pieces of what they say about their answer: a sentence, or what stands between its semicolons, with its dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.resolving import monday_of
from bot.core.reading.company.wording import finds, flatten, words_of

_WEEK_BEHIND = 30


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
    language: Language, sentence: str, mentions: tuple[DateMention, ...], *, known: bool, talk: date | None
) -> Iterator[Piece]:
    """Yield the parts of a sentence that say something of their own, each with its dates; of what was planned once, but what it is set
    against. *talk*: the day from whose week "that week" is counted."""
    at = 0
    for text in sentence.split(";"):
        own = tuple(
            _in_week(language, text, replace(m, start=m.start - at, end=m.end - at), talk)
            for m in mentions
            if at <= m.start and m.end <= at + len(text)
        )
        yield _turned(language, Piece(text, flatten(language, text), own, known))
        at += len(text) + 1


def _in_week(language: Language, text: str, mention: DateMention, talk: date | None) -> DateMention:
    """Return "the Friday of that week", or of the one after it, as the day counted from the week of the *talk*."""
    words = flatten(language, text[mention.start : mention.end + _WEEK_BEHIND])
    weekday = next((language.weekdays[word] for word in words_of(language, words) if word in language.weekdays), None)
    if talk is None or weekday is None:
        return mention
    for name, weeks in (("of_week_after", 1), ("of_that_week", 0)):
        if language.match(name, words):
            day = monday_of(talk) + timedelta(days=weekday, weeks=weeks)
            return replace(mention, readings=(day,), weekday=weekday, numbered=True)
    return mention


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
