"""The closed grammar: a reply is cut into phrases that the tables know, times and item numbers; whatever is left over makes it unclear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.reading.owner.cues import CommandCues
from bot.core.reading.owner.moment import Moment, read_moment
from bot.core.reading.owner.phrases import Role
from bot.core.reading.owner.words import Token, fold, near, tokenise, visible

_PAUSES = frozenset(".,;!–—-…()\n&*_\"'~:¡+/|")
_QUESTIONS = frozenset("?¿؟？")
_MAX_TOKENS = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing said: a phrase (``role``), a time (``moment``), item numbers (``number``), a pause, a question mark, or words unknown.

    ``start``..``end`` is its place in the text that was cut.
    """

    start: int
    end: int
    role: Role | None = None
    moment: Moment | None = None
    number: int | None = None
    pause: str = ""
    question: bool = False
    unknown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the cutting needs to know: the tables, the owner's name, the moment (aware) and the owner's zone."""

    cues: CommandCues
    name: str
    now: datetime
    zone: ZoneInfo


def cut(text: str, context: Context) -> list[Piece]:
    """Return *text* as pieces, in order, every word and mark in exactly one of them (linear time; very long texts are one unknown)."""
    shown = visible(text)
    tokens = tokenise(shown)
    if len(tokens) > _MAX_TOKENS:
        return [Piece(start=0, end=len(shown), unknown=shown[:400])]
    words = [token.text for token in tokens]
    name = frozenset(fold(part) for part in context.name.split())
    pieces: list[Piece] = []
    at = 0
    while at < len(tokens):
        piece, step = _next(shown, tokens, words, at, context, name)
        pieces.append(piece)
        at = step
    return pieces


def _next(
    text: str, tokens: list[Token], words: list[str], at: int, context: Context, name: frozenset[str]
) -> tuple[Piece, int]:
    phrase = context.cues.phrases.match(words, at)
    moment = read_moment(words, at, now=context.now, zone=context.zone, known=context.cues.time)
    number = _number(words, at, context.cues.item_words)
    begin = tokens[at].start
    ends = (phrase[0] if phrase else 0, moment.end if moment else 0, number[1] if number else 0)
    end = max(*ends, at + 1)
    last = tokens[end - 1].end
    if words[at] in context.cues.yes_before_pause and end == at + 1 and _is_pause(words, end):
        return Piece(start=begin, end=last, role=Role.YES), end
    role = settle(phrase[1]) if phrase and phrase[0] == end else None
    if role:
        return Piece(start=begin, end=last, role=role), end
    if moment and moment.end == end:
        return Piece(start=begin, end=last, moment=moment), end
    if number and number[1] == end:
        return Piece(start=begin, end=last, number=number[0]), end
    return _single(text[begin:last], words, at, Piece(start=begin, end=last), name), end


def _single(source: str, words: Sequence[str], at: int, place: Piece, name: frozenset[str]) -> Piece:
    """Return the piece of one word or mark that no table knows; it stays at *place*."""
    if words[at] in _QUESTIONS:
        return replace(place, question=True)
    if words[at] in _PAUSES:
        return replace(place, pause=words[at])
    if words[at] in name and _ends_line(words, at, name):
        return replace(place, pause=",")
    return replace(place, unknown=source)


def _ends_line(words: Sequence[str], at: int, name: frozenset[str]) -> bool:
    """Whether the owner's name at *at* closes its line, after something was said ("approved, Maya")."""
    end = at
    while end < len(words) and (words[end] in name or words[end] in (".", ",", "!")):
        end += 1
    return at > 0 and (end == len(words) or words[end] == "\n")


def settle(roles: frozenset[Role]) -> Role | None:
    """Return the one meaning of a phrase; where languages give it several, the weaker of two that agree, and None of two that do not."""
    if len(roles) < 2:
        return next(iter(roles), None)
    if not roles <= NEUTRAL | set(_BY_WEIGHT):
        return None
    return Role.POLITE if roles & NEUTRAL else next(role for role in _BY_WEIGHT if role in roles)


def _is_pause(words: Sequence[str], at: int) -> bool:
    return at >= len(words) or words[at] in _PAUSES


def _number(words: Sequence[str], at: int, item_words: frozenset[str]) -> tuple[int, int] | None:
    """Return an item number and where it ends: ``2``, ``#2``, ``mail 2``, with the mark that follows it."""
    step = at
    if (words[step] in item_words or words[step] == "#") and step + 1 < len(words):
        step += 1 + (words[step + 1] == ".")
    if step >= len(words) or not (words[step].isdecimal() and words[step].isascii() and len(words[step]) <= 2):
        return None
    end = step + 1
    if end < len(words) and words[end] in (":", ".", ")", "=") and end + 1 < len(words) and words[end + 1] != "\n":
        end += 1
    return int(words[step]), end


def unknown_words(pieces: Sequence[Piece], text: str) -> str:
    """Return the words that nothing accounts for, as the owner wrote them."""
    runs: list[list[Piece]] = []
    previous = -1
    for index, piece in enumerate(pieces):
        if piece.unknown or piece.question:
            if previous == index - 1 and runs:
                runs[-1].append(piece)
            else:
                runs.append([piece])
            previous = index
    shown = visible(text)
    return " … ".join(shown[run[0].start : run[-1].end] for run in runs)[:400]


_SUGGESTED = frozenset(
    {
        Role.CONSENT,
        Role.APPROVE,
        Role.SKIP,
        Role.SNOOZE,
        Role.UNDO,
        Role.STOP,
        Role.STATUS,
        Role.PENDING,
        Role.PAUSE,
        Role.RESUME,
    }
)
_LEAST_TO_SLIP = 4
NEUTRAL = frozenset({Role.POLITE, Role.GREETING, Role.THANKS})
"""Accounted for, and without any weight."""
_BY_WEIGHT = (Role.ACK, Role.YES, Role.CONSENT, Role.APPROVE, Role.APPROVE_ALL, Role.SEND_TEXT, Role.NOW)
"""What agrees with one another, the weakest first."""


def suggestion(pieces: Sequence[Piece], cues: CommandCues) -> str | None:
    """Return the command word that an unknown word is one slip away from, or None."""
    for piece in pieces:
        word = fold(piece.unknown)
        if len(word) < _LEAST_TO_SLIP or word in cues.vocabulary:
            continue
        for command, step in cues.phrases.root.words.items():
            if step.roles and step.roles <= _SUGGESTED and len(command) >= _LEAST_TO_SLIP and near(word, command):
                return command
    return None
