"""Commands that name the items of a letter by number: "1 approve, 2 skip"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.reading.owner.grammar import NEUTRAL, Piece
from bot.core.reading.owner.meaning import find_meaning
from bot.core.reading.owner.phrases import Role
from bot.core.reading.owner.verdict import SENDING, command, unclear
from bot.core.reading.types import Action, AnsweredLetter, ItemCommand, LetterKind, OwnerReading, QuestionTopic

_MAY_SEND = frozenset({LetterKind.APPROVAL, LetterKind.REMINDER, LetterKind.QUESTION, LetterKind.RECEIPT})
_PER_ITEM = frozenset(
    {Action.APPROVE, Action.SEND_NOW, Action.SEND_AT, Action.SKIP, Action.SNOOZE, Action.UNDO, Action.DONE}
)


def read_numbered(pieces: list[Piece], text: str, letter: AnsweredLetter | None) -> OwnerReading:
    """Read commands that name items by number: "1 approve, 2 skip"."""
    if letter is None or not letter.items:
        return unclear("no_items", text, text)
    groups = _groups(pieces)
    commands: list[ItemCommand] = []
    for numbers, order in groups or []:
        said = find_meaning(order)
        if said is None or said.every or said.action not in _PER_ITEM:
            return unclear("contradiction", text, text)
        commands.extend(ItemCommand(number=number, action=said.action, at=said.at) for number in numbers)
    return _checked(tuple(commands), text, letter)


def _checked(commands: tuple[ItemCommand, ...], text: str, letter: AnsweredLetter) -> OwnerReading:
    known = {item.number: item for item in letter.items}
    commands = tuple(dict.fromkeys(commands))  # an answer button says the same in subject and body
    numbers = [command.number for command in commands]
    if not commands or len(set(numbers)) != len(numbers) or not known.keys() >= set(numbers):
        return unclear("which_item", text, text)
    sending = [command for command in commands if command.action in SENDING]
    if any(not known[command.number].pending for command in sending):
        return unclear("nothing_pending", text)
    if sending and (letter.kind not in _MAY_SEND or letter.topic is QuestionTopic.UNKNOWN_SEND):
        return unclear("no_answer", text)
    actions = {command.action for command in commands}
    # Mixed orders: the whole is named by its least, so that nobody who overlooks the items sends more than was said.
    least = min(actions, key=lambda action: action in SENDING) if len(actions) > 1 else next(iter(actions))
    return command(least, text, at=commands[0].at if len(actions) == 1 else None, items=commands)


def _groups(pieces: Sequence[Piece]) -> list[tuple[list[int], list[Piece]]] | None:
    """Return (numbers, their command) pairs, or None where it cannot be told which belongs to which."""
    groups: list[tuple[list[int], list[Piece]]] = []
    waiting: list[int] = []
    number_first: bool | None = None
    for clause in _clauses(pieces):
        numbers = [piece.number for piece in clause if piece.number is not None]
        if numbers and len(numbers) == len(clause):
            if groups and number_first is False:
                groups[-1][0].extend(numbers)
            else:
                waiting.extend(numbers)
            continue
        parts = _alternate(clause)
        if parts is None:
            return None
        first = clause[0].number is not None
        if waiting and not first:
            return None
        number_first = first
        parts[0][0].extend(waiting)
        waiting = []
        groups.extend(parts)
    return None if waiting else groups


def _alternate(clause: Sequence[Piece]) -> list[tuple[list[int], list[Piece]]] | None:
    """Part a clause such as ``1 approve 2 skip`` or ``approve 1 skip 2``: always numbers first, or always last."""
    runs: list[tuple[bool, list[Piece]]] = []
    for piece in clause:
        is_number = piece.number is not None
        if runs and runs[-1][0] == is_number:
            runs[-1][1].append(piece)
        else:
            runs.append((is_number, [piece]))
    if len(runs) % 2:
        return None
    found = []
    for one, two in zip(runs[::2], runs[1::2], strict=True):
        numbers, order = (one[1], two[1]) if one[0] else (two[1], one[1])
        found.append(([piece.number for piece in numbers if piece.number is not None], order))
    return found


def _clauses(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return what stands between pauses; politeness and joining words carry no meaning here."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.pause:
            found.append([])
        elif piece.role not in NEUTRAL and piece.role is not Role.BUT:
            found[-1].append(piece)
    return [clause for clause in found if clause]
