"""A follow-up's life as a table."""

from __future__ import annotations

from enum import StrEnum

from bot.core.followup.types import FollowUpState as S
from bot.errors import PermanentError


class FollowUpEvent(StrEnum):
    """What can happen to a follow-up."""

    SHOWN = "shown"  # a draft was shown to the owner
    APPROVED = "approved"  # the owner's yes
    REVISED = "revised"  # a new revision; an approval of the old one is void
    HELD = "held"  # undo, doubt, a limit, or a deadline: nothing leaves before a new yes
    SNOOZED = "snoozed"  # asked again later
    SKIPPED = "skipped"
    CANCELLED = "cancelled"  # the plan changed
    RESTARTED = "restarted"  # the interview moved: drafted anew
    EXPIRED = "expired"
    CLAIMED = "claimed"  # on its way to the server
    RELEASED = "released"  # provably not sent; tried again
    LEFT = "left"  # the server took it
    LOST = "lost"  # nobody can tell
    REFUSED = "refused"  # the server refused it for good, or it came back
    SENT_BY_OWNER = "sent_by_owner"  # the owner sent the draft from his own mail app


E = FollowUpEvent

_UNSENT = {
    E.HELD: S.HELD,
    E.SKIPPED: S.SKIPPED,
    E.CANCELLED: S.CANCELLED,
    E.RESTARTED: S.PLANNED,
    E.REVISED: S.WAITING,
    E.SNOOZED: S.WAITING,
}

TRANSITIONS: dict[tuple[S, FollowUpEvent], S] = {
    (S.PLANNED, E.SHOWN): S.WAITING,
    (S.PLANNED, E.SKIPPED): S.SKIPPED,
    (S.PLANNED, E.SNOOZED): S.PLANNED,
    (S.PLANNED, E.CANCELLED): S.CANCELLED,
    (S.PLANNED, E.RESTARTED): S.PLANNED,
    # SENDING too: between the claim and the data the outbox may still give a mail back (its own table guards that).
    **{(state, event): then for state in (S.WAITING, S.APPROVED, S.HELD, S.SENDING) for event, then in _UNSENT.items()},
    (S.WAITING, E.SHOWN): S.WAITING,
    (S.HELD, E.SHOWN): S.HELD,
    (S.WAITING, E.APPROVED): S.APPROVED,
    (S.HELD, E.APPROVED): S.APPROVED,
    **{(state, E.SENT_BY_OWNER): S.SENT for state in (S.WAITING, S.HELD, S.APPROVED)},
    (S.WAITING, E.EXPIRED): S.EXPIRED,
    (S.HELD, E.EXPIRED): S.EXPIRED,
    (S.APPROVED, E.CLAIMED): S.SENDING,
    (S.APPROVED, E.REFUSED): S.FAILED,
    (S.SENDING, E.RELEASED): S.APPROVED,
    (S.SENDING, E.LEFT): S.SENT,
    (S.SENDING, E.LOST): S.UNKNOWN,
    (S.SENDING, E.REFUSED): S.FAILED,
    (S.SENT, E.REFUSED): S.FAILED,
    (S.UNKNOWN, E.LEFT): S.SENT,
    (S.UNKNOWN, E.APPROVED): S.APPROVED,  # the owner's order to send again
    (S.UNKNOWN, E.SKIPPED): S.SKIPPED,
    (S.FAILED, E.REVISED): S.WAITING,
    (S.FAILED, E.SKIPPED): S.SKIPPED,
    (S.CANCELLED, E.RESTARTED): S.PLANNED,  # resume
    (S.SKIPPED, E.RESTARTED): S.PLANNED,
    (S.EXPIRED, E.RESTARTED): S.PLANNED,
}


class IllegalFollowUpEventError(PermanentError):
    """That cannot happen to a follow-up in this state."""


def next_state(state: S, event: FollowUpEvent) -> S:
    """Return the state after *event*; raises `IllegalFollowUpEventError` for a pair that the table does not hold."""
    try:
        return TRANSITIONS[state, event]
    except KeyError:
        raise IllegalFollowUpEventError(f"a follow-up that is {state} cannot be {event}") from None


UNSENT_STATES = frozenset({S.PLANNED, S.WAITING, S.APPROVED, S.HELD})
"""States in which the mail has provably not left and may still."""
