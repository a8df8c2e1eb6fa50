"""From pieces to one meaning: what the owner's words ask for, by the kind of the letter and the items it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from bot.core.reading.owner.cues import CommandCues, Role
from bot.core.reading.owner.grammar import Context, Piece, cut, suggestion, unknown_words
from bot.core.reading.owner.moment import Shape
from bot.core.reading.owner.words import fold, loose, tokenise, visible
from bot.core.reading.types import (
    Action,
    AnsweredLetter,
    Correction,
    ItemCommand,
    LetterKind,
    OwnerReading,
    QuestionTopic,
    Reason,
)

SENDING = frozenset({Action.APPROVE, Action.SEND_NOW, Action.SEND_AT, Action.EDIT_AND_SEND, Action.RESEND})
_ASKS = frozenset({LetterKind.APPROVAL, LetterKind.REMINDER})
_NEUTRAL = frozenset({Role.POLITE, Role.GREETING, Role.THANKS})
_AGREEING = frozenset({Role.YES, Role.ACK, Role.CONSENT, Role.APPROVE, Role.REMARK})
_MAY_GIVE_REASONS = frozenset({Role.SKIP, Role.SNOOZE, Role.STOP, Role.UNDO, Role.PAUSE, Role.CANCEL})
_MAX_COMPANY_WORDS = 6


def unclear(name: str, evidence: str = "", left_over: str = "") -> OwnerReading:
    """Return the reading that sends nothing and asks back, with the reason *name*."""
    return OwnerReading(action=Action.UNCLEAR, left_over=left_over[:400], reasons=(reason(name, evidence),))


def reason(name: str, evidence: str = "") -> Reason:
    """Return a reason of this stage; *evidence* is cut to 120 characters."""
    return Reason(name=name, weight=1.0, evidence=" ".join(evidence.split())[:120])


def read_commands(text: str, letter: AnsweredLetter | None, context: Context) -> OwnerReading:
    """Return what *text* (the new text, without its frame) asks for; every word of it has to be accounted for."""
    text = visible(text)
    pieces = cut(text, context)
    if not any(piece.role or piece.moment or piece.number or piece.unknown or piece.question for piece in pieces):
        return unclear("empty")
    if any(piece.question for piece in pieces):
        return unclear("question", text, unknown_words(pieces, text) or text)
    company, pieces = _company(pieces, letter)
    given, pieces = _without_reasons(pieces, text, context.cues)
    if any(piece.unknown for piece in pieces):
        return _left_over(pieces, text, context.cues)
    if any(piece.number is not None for piece in pieces):
        return _numbered(pieces, text, letter)
    said = _meaning(pieces)
    if said is None:
        return unclear("contradiction", text, text)
    if given and not (said.roles & _MAY_GIVE_REASONS):
        return unclear("left_over", given, given)
    return _addressed(said, text, letter, company)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What a row of pieces says before one looks at the letter; ``every``: it speaks of all items."""

    action: Action
    at: datetime | None = None
    roles: frozenset[Role] = frozenset()
    every: bool = False
    weak: bool = False  # only "yes", "no" or "ok": what it means depends on the question


def _left_over(pieces: list[Piece], text: str, cues: CommandCues) -> OwnerReading:
    left = unknown_words(pieces, text)
    meant = suggestion(pieces, cues)
    if meant:
        return unclear("did_you_mean", f"Did you mean {meant}?", left)
    return unclear("left_over", left, left)


def _meaning(pieces: Sequence[Piece]) -> _Said | None:
    """Return the one thing that *pieces* say, or None if they say two, or none that can be told."""
    roles = frozenset(piece.role for piece in pieces if piece.role and piece.role not in _NEUTRAL)
    moments = [piece.moment for piece in pieces if piece.moment]
    if len(moments) > 1 or any(moment.at is None for moment in moments):
        return None
    moment = moments[0] if moments else None
    every = bool(roles & {Role.APPROVE_ALL, Role.SKIP_ALL})
    if Role.APPROVE_ALL in roles and not roles - _AGREEING - {Role.APPROVE_ALL, Role.NOW}:
        roles = (roles - {Role.APPROVE_ALL}) | {Role.APPROVE}
    if moment is None:
        return _untimed(roles, every)
    if _delayed_send(pieces):
        return _Said(action=Action.SEND_AT, at=moment.at, roles=roles, every=every)
    return _timed(roles, every, moment.at, moment.shape, moment.until, _consent_touches_time(pieces))


def _untimed(roles: frozenset[Role], every: bool) -> _Said | None:
    if not roles:
        return _Said(action=Action.THANKS)
    if roles <= _AGREEING | {Role.NOW}:
        weak = roles <= {Role.YES, Role.ACK, Role.REMARK}
        if roles == {Role.REMARK}:
            return None
        return _Said(
            action=Action.SEND_NOW if Role.NOW in roles else Action.APPROVE, roles=roles, every=every, weak=weak
        )
    for wanted, allowed, action in _UNTIMED:
        if wanted in roles and roles <= allowed | {wanted}:
            return _Said(action=action, roles=roles, every=every, weak=wanted is Role.NO)
    return None


# Which role decides, what may stand beside it, and what it then means; the first line that fits counts.
_UNTIMED: tuple[tuple[Role, frozenset[Role], Action], ...] = (
    (Role.UNDO, frozenset({Role.HOLD, Role.STOP, Role.NO, Role.ACK, Role.CANCEL}), Action.UNDO),
    (Role.SKIP, frozenset({Role.NO, Role.ACK, Role.CANCEL}), Action.SKIP),
    (Role.SKIP_ALL, frozenset({Role.NO, Role.ACK, Role.SKIP, Role.CANCEL}), Action.SKIP),
    (Role.SNOOZE, frozenset({Role.NO, Role.ACK, Role.HOLD}), Action.SNOOZE),
    (Role.STOP, frozenset({Role.NO, Role.ACK, Role.SCOPE, Role.PAUSE}), Action.STOP),
    (Role.CANCEL, frozenset({Role.NO, Role.ACK}), Action.SKIP),
    (Role.HOLD, frozenset({Role.NO, Role.ACK, Role.STOP}), Action.UNDO),
    (Role.PAUSE, frozenset({Role.ACK, Role.SCOPE}), Action.PAUSE),
    (Role.RESUME, frozenset({Role.ACK, Role.YES}), Action.RESUME),
    (Role.RESEND, frozenset({Role.ACK, Role.YES}), Action.RESEND),
    (Role.STATUS, frozenset({Role.ACK}), Action.STATUS),
    (Role.PENDING, frozenset({Role.ACK}), Action.PENDING),
    (Role.HELP, frozenset({Role.ACK}), Action.HELP),
    (Role.NOT_AN_INTERVIEW, frozenset({Role.NO}), Action.CORRECT),
    (Role.NO, frozenset(), Action.SKIP),
)


def _timed(
    roles: frozenset[Role], every: bool, at: datetime | None, shape: Shape, until: bool, consent_touches: bool
) -> _Said | None:
    if not roles:
        later = until or shape is not Shape.POINT
        return _Said(action=Action.SNOOZE if later else Action.SEND_AT, at=at)
    if roles <= _AGREEING - {Role.REMARK}:
        return None if until or consent_touches else _Said(action=Action.SEND_AT, at=at, roles=roles, every=every)
    if roles & {Role.SNOOZE, Role.HOLD} and roles <= {Role.SNOOZE, Role.HOLD, Role.NO, Role.ACK}:
        return _Said(action=Action.SNOOZE, at=at, roles=roles)
    if Role.PAUSE in roles and roles <= {Role.PAUSE, Role.ACK}:
        return _Said(action=Action.PAUSE, at=at, roles=roles)
    return None


def _delayed_send(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces read "hold it until Monday 9:30 and then send": brake, until, order, in this order and nothing else."""
    row = [piece for piece in pieces if piece.moment or (piece.role and piece.role not in _NEUTRAL)]
    if len(row) != 3 or row[0].role is not Role.HOLD or row[2].role is not Role.APPROVE:
        return False
    return bool(row[1].moment and row[1].moment.until)


def _consent_touches_time(pieces: Sequence[Piece]) -> bool:
    """Whether "approve" or "ok" runs straight into the time: "approve tomorrow" may mean that he will approve tomorrow."""
    if any(piece.role is Role.APPROVE for piece in pieces):
        return False
    pairs = pairwise(pieces)
    return any(one.role in (Role.CONSENT, Role.ACK, Role.YES) and two.moment for one, two in pairs)


def _addressed(said: _Said, text: str, letter: AnsweredLetter | None, company: str | None) -> OwnerReading:
    """Return the meaning of *said* as an answer to *letter*."""
    if company and said.action not in (Action.STOP, Action.RESUME):
        return unclear("left_over", company, company)
    if said.action in (Action.STOP, Action.RESUME):
        return _about_the_case(said, text, letter, company)
    if letter is None:
        return _without_letter(said, text)
    if said.weak:
        return _yes_or_no(said, text, letter)
    if said.action is Action.THANKS and (letter.kind in _ASKS or letter.kind is LetterKind.QUESTION):
        return unclear("no_answer", text)
    if said.action is Action.SKIP and Role.CANCEL in said.roles and letter.kind is LetterKind.RECEIPT:
        return _reading(Action.UNDO, text)
    if said.action is Action.CORRECT:
        return _reading(Action.CORRECT, text, corrections=(Correction(field="not_interview", value="yes"),))
    if said.action is Action.RESEND:
        return _resend(text, letter)
    if said.action in SENDING or said.action is Action.SKIP:
        return _for_items(said, text, letter)
    return _reading(said.action, text, at=said.at)


def _reading(
    action: Action,
    text: str,
    *,
    at: datetime | None = None,
    items: tuple[ItemCommand, ...] = (),
    argument: str | None = None,
    corrections: tuple[Correction, ...] = (),
) -> OwnerReading:
    return OwnerReading(
        action=action,
        at=at,
        items=items,
        argument=argument,
        corrections=corrections,
        reasons=(reason("command", text),),
    )


def _about_the_case(said: _Said, text: str, letter: AnsweredLetter | None, company: str | None) -> OwnerReading:
    """A bare "stop!" to a receipt is the brake; everywhere else it closes the case."""
    brake = letter is not None and letter.kind is LetterKind.RECEIPT and said.roles == {Role.STOP} and not company
    if brake and len([token for token in tokenise(text) if token.is_word]) <= 2:
        return _reading(Action.UNDO, text)
    return _reading(said.action, text, argument=company)


_OF_THE_WHOLE = frozenset({Action.STATUS, Action.PENDING, Action.HELP, Action.PAUSE, Action.UNDO, Action.THANKS})


def _without_letter(said: _Said, text: str) -> OwnerReading:
    if said.action in _OF_THE_WHOLE and not said.weak:
        return _reading(said.action, text, at=said.at)
    return unclear("no_letter", text, text)


def _yes_or_no(said: _Said, text: str, letter: AnsweredLetter) -> OwnerReading:
    if letter.kind in _ASKS or letter.topic is QuestionTopic.LATE:
        return _for_items(said, text, letter)
    if letter.topic not in (None, QuestionTopic.IS_INTERVIEW):
        return unclear("no_answer", text, text)
    agreed = said.action is Action.APPROVE
    if letter.kind is LetterKind.QUESTION:
        return _reading(Action.CONFIRM if agreed else Action.DENY, text)
    if not agreed:
        return unclear("bare_no", text, text)
    return _reading(Action.THANKS, text)


def _resend(text: str, letter: AnsweredLetter) -> OwnerReading:
    if letter.topic is not QuestionTopic.UNKNOWN_SEND:
        return unclear("not_in_doubt", text, text)
    return _reading(Action.RESEND, text)


def _for_items(said: _Said, text: str, letter: AnsweredLetter) -> OwnerReading:
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
    return _reading(said.action, text, at=said.at, items=commands if len(letter.items) > 1 else ())


def _numbered(pieces: list[Piece], text: str, letter: AnsweredLetter | None) -> OwnerReading:
    """Read commands that name items by number: "1 approve, 2 skip"."""
    if letter is None or not letter.items:
        return unclear("no_items", text, text)
    groups = _groups(pieces)
    commands: list[ItemCommand] = []
    for numbers, order in groups or []:
        said = _meaning(order)
        if said is None or said.every or said.action not in _PER_ITEM:
            return unclear("contradiction", text, text)
        commands.extend(ItemCommand(number=number, action=said.action, at=said.at) for number in numbers)
    return _checked(tuple(commands), text, letter)


_PER_ITEM = frozenset({Action.APPROVE, Action.SEND_NOW, Action.SEND_AT, Action.SKIP, Action.SNOOZE, Action.UNDO})


def _checked(commands: tuple[ItemCommand, ...], text: str, letter: AnsweredLetter) -> OwnerReading:
    known = {item.number: item for item in letter.items}
    commands = tuple(dict.fromkeys(commands))  # an answer button says the same in subject and body
    numbers = [command.number for command in commands]
    if not commands or len(set(numbers)) != len(numbers) or not known.keys() >= set(numbers):
        return unclear("which_item", text, text)
    sending = [command for command in commands if command.action in SENDING]
    if any(not known[command.number].pending for command in sending):
        return unclear("nothing_pending", text)
    if letter.kind not in (*_ASKS, LetterKind.QUESTION, LetterKind.RECEIPT) and sending:
        return unclear("no_answer", text)
    actions = {command.action for command in commands}
    # Mixed orders: the whole is named by its least, so that nobody who overlooks the items sends more than was said.
    least = min(actions, key=lambda action: action in SENDING) if len(actions) > 1 else next(iter(actions))
    return _reading(least, text, at=commands[0].at if len(actions) == 1 else None, items=commands)


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
        elif piece.role not in _NEUTRAL and piece.role is not Role.BUT:
            found[-1].append(piece)
    return [clause for clause in found if clause]


def _company(pieces: list[Piece], letter: AnsweredLetter | None) -> tuple[str | None, list[Piece]]:
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
    if words and fold(words[0]) in _OF_COMPANY:
        words = words[1:]
    if not words or len(words) > _MAX_COMPANY_WORDS or not _is_known(words, letter):
        return None, pieces
    return " ".join(words), [*pieces[:begin], *pieces[end:]]


_OF_COMPANY = frozenset({"for", "with", "at", "about", "from"})


def _is_known(words: Iterable[str], letter: AnsweredLetter | None) -> bool:
    if letter is None:
        return True
    known = {loose(word) for word in f"{letter.subject} {letter.text}".split()}
    return all(loose(word) in known for word in words)


def _without_reasons(pieces: list[Piece], text: str, cues: CommandCues) -> tuple[str, list[Piece]]:
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
