"""The life of a follow-up: every pair of state and event, written down a second time by hand."""

from __future__ import annotations

from collections import deque
from itertools import product

import pytest

from bot.core.approval.status import TRANSITIONS, UNSENT_STATES, IllegalFollowUpEventError, next_state
from bot.core.approval.status import FollowUpEvent as E
from bot.core.followup.types import FollowUpState as S
from bot.errors import PermanentError

_OPEN = {
    E.HELD: S.HELD,
    E.REVISED: S.WAITING,
    E.SNOOZED: S.WAITING,
    E.SKIPPED: S.SKIPPED,
    E.CANCELLED: S.CANCELLED,
    E.RESTARTED: S.PLANNED,
}
_OWN = {E.SENT_BY_OWNER: S.SENT}
LEGAL: dict[S, dict[E, S]] = {
    S.PLANNED: {
        E.SHOWN: S.WAITING,
        E.SNOOZED: S.PLANNED,
        E.SKIPPED: S.SKIPPED,
        E.CANCELLED: S.CANCELLED,
        E.RESTARTED: S.PLANNED,
    },
    S.WAITING: {**_OPEN, **_OWN, E.SHOWN: S.WAITING, E.APPROVED: S.APPROVED, E.EXPIRED: S.EXPIRED},
    S.HELD: {**_OPEN, **_OWN, E.SHOWN: S.HELD, E.APPROVED: S.APPROVED, E.EXPIRED: S.EXPIRED},
    S.APPROVED: {**_OPEN, **_OWN, E.CLAIMED: S.SENDING, E.REFUSED: S.FAILED},
    S.SENDING: {**_OPEN, E.RELEASED: S.APPROVED, E.LEFT: S.SENT, E.LOST: S.UNKNOWN, E.REFUSED: S.FAILED},
    S.SENT: {E.REFUSED: S.FAILED},
    S.UNKNOWN: {E.LEFT: S.SENT, E.APPROVED: S.APPROVED, E.SKIPPED: S.SKIPPED},
    S.FAILED: {E.REVISED: S.WAITING, E.SKIPPED: S.SKIPPED},
    S.SKIPPED: {E.RESTARTED: S.PLANNED},
    S.CANCELLED: {E.RESTARTED: S.PLANNED},
    S.EXPIRED: {E.RESTARTED: S.PLANNED},
}


@pytest.mark.parametrize(("state", "event"), list(product(S, E)))
def test_every_pair_of_state_and_event_is_decided(state: S, event: E) -> None:
    if event in LEGAL[state]:
        assert next_state(state, event) is LEGAL[state][event]
    else:
        with pytest.raises(IllegalFollowUpEventError, match=rf"{state} cannot be {event}"):
            next_state(state, event)


def test_an_illegal_event_gives_up_this_item_alone() -> None:
    assert issubclass(IllegalFollowUpEventError, PermanentError)


def test_every_state_can_be_reached_and_every_one_can_be_left() -> None:
    reached, queue = {S.PLANNED}, deque([S.PLANNED])
    while queue:
        state = queue.popleft()
        for (before, _), after in TRANSITIONS.items():
            if before is state and after not in reached:
                reached.add(after)
                queue.append(after)
    assert reached == set(S)
    assert {state for state, _ in TRANSITIONS} == set(S)
    assert {event for state, event in TRANSITIONS if state is S.SENT} == {E.REFUSED}  # it came back


def test_only_an_approved_mail_goes_to_the_server() -> None:
    assert [state for (state, event), after in TRANSITIONS.items() if after is S.SENDING] == [S.APPROVED]
    assert {event for (_, event), after in TRANSITIONS.items() if after is S.SENDING} == {E.CLAIMED}


def test_only_the_owners_yes_and_a_proven_failure_lead_to_approved() -> None:
    ways = {(state, event) for (state, event), after in TRANSITIONS.items() if after is S.APPROVED}
    assert ways == {
        (S.WAITING, E.APPROVED),
        (S.HELD, E.APPROVED),
        (S.UNKNOWN, E.APPROVED),
        (S.SENDING, E.RELEASED),
    }


def test_what_may_have_left_is_not_among_the_unsent() -> None:
    assert {S.PLANNED, S.WAITING, S.APPROVED, S.HELD} == UNSENT_STATES
