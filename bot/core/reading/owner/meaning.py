"""The one thing that a row of pieces says, before one looks at the letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from bot.core.reading.owner.grammar import NEUTRAL, Piece
from bot.core.reading.owner.moment import Shape
from bot.core.reading.owner.phrases import Role
from bot.core.reading.types import Action

_AGREEING = frozenset({Role.YES, Role.ACK, Role.CONSENT, Role.APPROVE, Role.REMARK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a row of pieces says before one looks at the letter; ``every``: it speaks of all items."""

    action: Action
    at: datetime | None = None
    roles: frozenset[Role] = frozenset()
    every: bool = False
    weak: bool = False  # only "yes", "no" or "ok": what it means depends on the question


def find_meaning(pieces: Sequence[Piece]) -> Said | None:
    """Return the one thing that *pieces* say, or None if they say two, or none that can be told."""
    roles = frozenset(piece.role for piece in pieces if piece.role and piece.role not in NEUTRAL)
    moments = [piece.moment for piece in pieces if piece.moment]
    if len(moments) > 1 or any(moment.at is None for moment in moments):
        return None
    moment = moments[0] if moments else None
    every = bool(roles & {Role.APPROVE_ALL, Role.SKIP_ALL, Role.DONE_ALL})
    if Role.APPROVE_ALL in roles and not roles - _AGREEING - {Role.APPROVE_ALL, Role.NOW}:
        roles = (roles - {Role.APPROVE_ALL}) | {Role.APPROVE}
    if moment is None:
        return _untimed(roles, every)
    if _delayed_send(pieces) or _only_the_time_changes(pieces):
        return Said(action=Action.SEND_AT, at=moment.at, roles=roles, every=every)
    return _timed(roles, every, moment.at, moment.shape, moment.until, _consent_touches_time(pieces))


def _untimed(roles: frozenset[Role], every: bool) -> Said | None:
    if not roles:
        return Said(action=Action.THANKS)
    if roles <= _AGREEING | {Role.NOW}:
        weak = roles <= {Role.YES, Role.ACK, Role.REMARK}
        if roles == {Role.REMARK}:
            return None
        return Said(
            action=Action.SEND_NOW if Role.NOW in roles else Action.APPROVE, roles=roles, every=every, weak=weak
        )
    for wanted, allowed, action in _UNTIMED:
        if wanted in roles and roles <= allowed | {wanted}:
            return Said(action=action, roles=roles, every=every, weak=wanted is Role.NO)
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
    (Role.DONE, frozenset({Role.ACK, Role.YES}), Action.DONE),
    (Role.DONE_ALL, frozenset({Role.ACK, Role.YES, Role.DONE}), Action.DONE),
    (Role.STATUS, frozenset({Role.ACK}), Action.STATUS),
    (Role.PENDING, frozenset({Role.ACK}), Action.PENDING),
    (Role.HELP, frozenset({Role.ACK}), Action.HELP),
    (Role.NOT_AN_INTERVIEW, frozenset({Role.NO}), Action.CORRECT),
    (Role.NO, frozenset(), Action.SKIP),
)


def _timed(
    roles: frozenset[Role], every: bool, at: datetime | None, shape: Shape, until: bool, consent_touches: bool
) -> Said | None:
    if not roles:
        later = until or shape is not Shape.POINT
        return Said(action=Action.SNOOZE if later else Action.SEND_AT, at=at)
    if roles <= _AGREEING - {Role.REMARK}:
        return None if until or consent_touches else Said(action=Action.SEND_AT, at=at, roles=roles, every=every)
    if roles & {Role.SNOOZE, Role.HOLD} and roles <= {Role.SNOOZE, Role.HOLD, Role.NO, Role.ACK}:
        return Said(action=Action.SNOOZE, at=at, roles=roles)
    if Role.PAUSE in roles and roles <= {Role.PAUSE, Role.ACK}:
        return Said(action=Action.PAUSE, at=at, roles=roles)
    return None


def _delayed_send(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces read "hold it until Monday 9:30 and then send": brake, until, order, in this order and nothing else."""
    row = [piece for piece in pieces if piece.moment or (piece.role and piece.role not in NEUTRAL)]
    if len(row) != 3 or row[0].role is not Role.HOLD or row[2].role is not Role.APPROVE:
        return False
    return bool(row[1].moment and row[1].moment.until)


def _only_the_time_changes(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces read "yes, but send it on Monday at 9": agreement, one but, order, time, in this order and nothing else."""
    row = [piece for piece in pieces if piece.moment or (piece.role and piece.role not in NEUTRAL)]
    at = next((index for index, piece in enumerate(row) if piece.role is Role.BUT), 0)
    if not at or not {piece.role for piece in row[:at]} <= _AGREEING or len(row) != at + 3:
        return False
    order, time = row[at + 1 :]
    return order.role is Role.APPROVE and time.moment is not None and not time.moment.until


def _consent_touches_time(pieces: Sequence[Piece]) -> bool:
    """Whether "approve" or "ok" runs straight into the time: "approve tomorrow" may mean that he will approve tomorrow."""
    if any(piece.role is Role.APPROVE for piece in pieces):
        return False
    pairs = pairwise(pieces)
    return any(one.role in (Role.CONSENT, Role.ACK, Role.YES) and two.moment for one, two in pairs)
