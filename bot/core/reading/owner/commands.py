"""What the owner's words ask for, by the kind of the letter and the items it shows."""

from __future__ import annotations

from bot.core.reading.owner.asides import take_company, take_reasons
from bot.core.reading.owner.cues import CommandCues
from bot.core.reading.owner.grammar import Context, Piece, cut, suggestion, unknown_words
from bot.core.reading.owner.items import read_numbered
from bot.core.reading.owner.meaning import Said, find_meaning
from bot.core.reading.owner.phrases import Role
from bot.core.reading.owner.verdict import SENDING, command, unclear
from bot.core.reading.owner.words import tokenise, visible
from bot.core.reading.types import (
    Action,
    AnsweredLetter,
    Correction,
    ItemCommand,
    LetterKind,
    OwnerReading,
    QuestionTopic,
)

_ASKS = frozenset({LetterKind.APPROVAL, LetterKind.REMINDER})
_DONE = frozenset({Role.DONE, Role.DONE_ALL})
_MAY_GIVE_REASONS = frozenset({Role.SKIP, Role.SNOOZE, Role.STOP, Role.UNDO, Role.PAUSE, Role.CANCEL})


def read_commands(text: str, letter: AnsweredLetter | None, context: Context) -> OwnerReading:
    """Return what *text* (the new text, without its frame) asks for; every word of it has to be accounted for."""
    text = visible(text)
    pieces = _heard(cut(text, context), text, letter)
    if not any(piece.role or piece.moment or piece.number or piece.unknown or piece.question for piece in pieces):
        return unclear("empty")
    if any(piece.question for piece in pieces):
        return unclear("question", text, unknown_words(pieces, text) or text)
    company, pieces = take_company(pieces, letter, context.cues)
    given, pieces = take_reasons(pieces, text, context.cues)
    if any(piece.unknown for piece in pieces):
        return _left_over(pieces, text, context.cues)
    if any(piece.number is not None for piece in pieces):
        return read_numbered(pieces, text, letter)
    said = find_meaning(pieces)
    if said is None:
        return unclear("contradiction", text, text)
    if given and not (said.roles & _MAY_GIVE_REASONS):
        return unclear("left_over", given, given)
    return _addressed(said, text, letter, company)


def _heard(pieces: list[Piece], text: str, letter: AnsweredLetter | None) -> list[Piece]:
    """Return *pieces*; "sent" and the like say something only in answer to texts to copy, else they are words like any others."""
    if letter is not None and letter.kind is LetterKind.NOTES:
        return pieces
    return [
        Piece(start=piece.start, end=piece.end, unknown=text[piece.start : piece.end]) if piece.role in _DONE else piece
        for piece in pieces
    ]


def _left_over(pieces: list[Piece], text: str, cues: CommandCues) -> OwnerReading:
    left = unknown_words(pieces, text)
    meant = suggestion(pieces, cues)
    if meant:
        return unclear("did_you_mean", f"Did you mean {meant}?", left)
    return unclear("left_over", left, left)


def _addressed(said: Said, text: str, letter: AnsweredLetter | None, company: str | None) -> OwnerReading:
    """Return the meaning of *said* as an answer to *letter*."""
    if company and said.action not in (Action.STOP, Action.RESUME):
        return unclear("left_over", company, company)
    if said.action in (Action.STOP, Action.RESUME):
        return _about_the_case(said, text, letter, company)
    if letter is None:
        return _without_letter(said, text)
    if letter.kind is LetterKind.NOTES:
        return _about_notes(said, text, letter)
    if said.weak:
        return _yes_or_no(said, text, letter)
    if said.action is Action.THANKS and (letter.kind in _ASKS or letter.kind is LetterKind.QUESTION):
        return unclear("no_answer", text)
    if said.action is Action.SKIP and Role.CANCEL in said.roles and letter.kind is LetterKind.RECEIPT:
        return command(Action.UNDO, text)
    if said.action is Action.CORRECT:
        return command(Action.CORRECT, text, corrections=(Correction(field="not_interview", value="yes"),))
    if said.action is Action.RESEND:
        return _resend(text, letter)
    if said.action in SENDING or said.action is Action.SKIP:
        return _for_items(said, text, letter)
    return command(said.action, text, at=said.at)


def _about_notes(said: Said, text: str, letter: AnsweredLetter) -> OwnerReading:
    """Texts to copy are sent by nobody but the owner: he can say that he has, that he will not, or later."""
    if said.weak and said.action is Action.APPROVE:
        return command(Action.THANKS, text)
    if said.action in SENDING:
        return unclear("nothing_to_send", text, text)
    if said.action is Action.DONE:
        return _for_items(said, text, letter)
    if said.action is Action.CORRECT:
        return command(Action.CORRECT, text, corrections=(Correction(field="not_interview", value="yes"),))
    return command(said.action, text, at=said.at)


def _about_the_case(said: Said, text: str, letter: AnsweredLetter | None, company: str | None) -> OwnerReading:
    """A bare "stop!" to a receipt is the brake; everywhere else it closes the case."""
    brake = letter is not None and letter.kind is LetterKind.RECEIPT and said.roles == {Role.STOP} and not company
    if brake and len([token for token in tokenise(text) if token.is_word]) <= 2:
        return command(Action.UNDO, text)
    return command(said.action, text, argument=company)


_OF_THE_WHOLE = frozenset({Action.STATUS, Action.PENDING, Action.HELP, Action.PAUSE, Action.UNDO, Action.THANKS})


def _without_letter(said: Said, text: str) -> OwnerReading:
    if said.action in _OF_THE_WHOLE and not said.weak:
        return command(said.action, text, at=said.at)
    return unclear("no_letter", text, text)


def _yes_or_no(said: Said, text: str, letter: AnsweredLetter) -> OwnerReading:
    if letter.kind in _ASKS or letter.topic is QuestionTopic.LATE:
        return _for_items(said, text, letter)
    if letter.topic not in (None, QuestionTopic.IS_INTERVIEW):
        return unclear("no_answer", text, text)
    agreed = said.action is Action.APPROVE
    if letter.kind is LetterKind.QUESTION:
        return command(Action.CONFIRM if agreed else Action.DENY, text)
    if not agreed:
        return unclear("bare_no", text, text)
    return command(Action.THANKS, text)


def _resend(text: str, letter: AnsweredLetter) -> OwnerReading:
    if letter.topic is not QuestionTopic.UNKNOWN_SEND:
        return unclear("not_in_doubt", text, text)
    return command(Action.RESEND, text)


def _for_items(said: Said, text: str, letter: AnsweredLetter) -> OwnerReading:
    """A command without numbers is meant for the one pending item; with several it has to say which."""
    pending = [item.number for item in letter.items if item.pending]
    if said.action in SENDING and letter.topic is QuestionTopic.UNKNOWN_SEND:
        return unclear("may_have_left", text, text)
    if said.action in SENDING and not pending:
        return unclear("nothing_pending", text)
    numbers = pending or [item.number for item in letter.items]
    if len(numbers) > 1 and not said.every:
        return unclear("which_item", text, text)
    commands = tuple(ItemCommand(number=number, action=said.action, at=said.at) for number in numbers)
    return command(said.action, text, at=said.at, items=commands if len(letter.items) > 1 else ())
