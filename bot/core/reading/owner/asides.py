"""What may stand beside a command: the company that it is about, and the owner's reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.core.reading.owner.cues import CommandCues
from bot.core.reading.owner.grammar import Piece
from bot.core.reading.owner.phrases import Role
from bot.core.reading.owner.words import fold, loose, tokenise
from bot.core.reading.types import AnsweredLetter

_MAX_COMPANY_WORDS = 6


def take_company(
    pieces: list[Piece], letter: AnsweredLetter | None, cues: CommandCues
) -> tuple[str | None, list[Piece]]:
    """Take the company out of "stop Acme": unknown words right behind the command, and words of the letter if there is one."""
    at = next((i for i, piece in enumerate(pieces) if piece.role in (Role.STOP, Role.RESUME)), None)
    if at is None:
        return None, pieces
    begin = at + 1
    while begin < len(pieces) and pieces[begin].pause in (",", "(", ":", '"') and pieces[begin].pause:
        begin += 1
    end = begin
    while end < len(pieces) and pieces[end].unknown:
        end += 1
    words = [piece.unknown for piece in pieces[begin:end]]
    if words and fold(words[0]) in cues.company_words:
        words = words[1:]
    if not words or len(words) > _MAX_COMPANY_WORDS or not _is_known(words, letter):
        return None, pieces
    return " ".join(words), [*pieces[:begin], *pieces[end:]]


def _is_known(words: Iterable[str], letter: AnsweredLetter | None) -> bool:
    if letter is None:
        return True
    known = {loose(word) for word in f"{letter.subject} {letter.text}".split()}
    return all(loose(word) in known for word in words)


def take_reasons(pieces: list[Piece], text: str, cues: CommandCues) -> tuple[str, list[Piece]]:
    """Take out the owner's reasons ("…, I already wrote to her"): whole clauses that begin like one and hold no other order."""
    kept: list[Piece] = []
    given: list[str] = []
    for segment in _segments(pieces):
        cut_at = _reason_start(segment, cues)
        words = text[segment[cut_at].start : segment[-1].end] if cut_at is not None else ""
        if words and not any(token.text in cues.reason_never for token in tokenise(words)):
            given.append(words)
            kept.extend(segment[:cut_at])
        else:
            kept.extend(segment)
    return " ".join(given), kept


def _segments(pieces: Sequence[Piece]) -> list[list[Piece]]:
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        found[-1].append(piece)
        if piece.pause:
            found.append([])
    return [segment for segment in found if segment]


def _reason_start(segment: Sequence[Piece], cues: CommandCues) -> int | None:
    """Return where a reason begins: at the first unknown word, if reasons begin so."""
    for index, piece in enumerate(segment):
        if piece.unknown:
            return index if fold(piece.unknown) in cues.reason_begin else None
    return None
