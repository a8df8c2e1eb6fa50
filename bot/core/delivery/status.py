"""A mail's way out as a table. Every step is committed before the network is touched."""

from __future__ import annotations

from enum import StrEnum

from bot.core.delivery.types import OutboxState as S
from bot.core.delivery.types import SendResult
from bot.errors import PermanentError


class OutboxEvent(StrEnum):
    """What can happen to a mail in the outbox."""

    CLAIM = "claim"  # its bytes are fixed, the connection is opened
    DATA = "data"  # the recipients stand, the bytes go out now
    ACCEPT = "accept"  # 250 after the final dot
    DEFER = "defer"  # provably not sent; later
    REFUSE = "refuse"  # provably not sent; never
    LOSE = "lose"  # nobody can tell
    HOLD = "hold"
    CANCEL = "cancel"
    QUEUE = "queue"  # approved anew
    RESEND = "resend"  # of unknown fate, and ordered again by the owner
    FIND = "find"  # its copy was found
    RECOVER = "recover"  # after a crash
    BOUNCE = "bounce"  # it came back: nobody has that address


E = OutboxEvent

TRANSITIONS: dict[tuple[S, OutboxEvent], S] = {
    (S.QUEUED, E.CLAIM): S.CONNECT,
    (S.DEFERRED, E.CLAIM): S.CONNECT,
    (S.CONNECT, E.DATA): S.DATA,
    (S.CONNECT, E.DEFER): S.DEFERRED,
    (S.CONNECT, E.REFUSE): S.FAILED,
    (S.CONNECT, E.RECOVER): S.DEFERRED,
    (S.DATA, E.ACCEPT): S.SENT,
    (S.DATA, E.DEFER): S.DEFERRED,
    (S.DATA, E.REFUSE): S.FAILED,
    (S.DATA, E.LOSE): S.UNKNOWN,
    (S.DATA, E.RECOVER): S.UNKNOWN,
    (S.SENT, E.BOUNCE): S.FAILED,
    (S.UNKNOWN, E.FIND): S.SENT,
    (S.UNKNOWN, E.RESEND): S.QUEUED,
    (S.UNKNOWN, E.CANCEL): S.CANCELLED,
    (S.HELD, E.QUEUE): S.QUEUED,
    (S.CANCELLED, E.QUEUE): S.QUEUED,
    (S.FAILED, E.QUEUE): S.QUEUED,
    **{(state, E.HOLD): S.HELD for state in (S.QUEUED, S.DEFERRED, S.CONNECT)},
    **{(state, E.CANCEL): S.CANCELLED for state in (S.QUEUED, S.DEFERRED, S.CONNECT, S.HELD, S.FAILED)},
}


class IllegalOutboxEventError(PermanentError):
    """That cannot happen to a mail in this state."""


def next_state(state: S, event: OutboxEvent) -> S:
    """Return the state after *event*; raises `IllegalOutboxEventError` for a pair that the table does not hold."""
    try:
        return TRANSITIONS[state, event]
    except KeyError:
        raise IllegalOutboxEventError(f"a mail that is {state} cannot {event}") from None


def states_before(event: OutboxEvent) -> frozenset[S]:
    """Return the states in which *event* may happen: the guard of a compare-and-set."""
    return frozenset(state for state, possible in TRANSITIONS if possible is event)


EVENT_OF_RESULT = {
    SendResult.ACCEPTED: E.ACCEPT,
    SendResult.DEFERRED: E.DEFER,
    SendResult.REFUSED: E.REFUSE,
    SendResult.UNKNOWN: E.LOSE,
}
