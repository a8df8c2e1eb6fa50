"""A mail's way out: every pair of state and event, written down a second time by hand."""

from __future__ import annotations

from collections import deque
from itertools import product

import pytest

from bot.core.delivery.status import EVENT_OF_RESULT, TRANSITIONS, IllegalOutboxEventError, next_state, states_before
from bot.core.delivery.status import OutboxEvent as E
from bot.core.delivery.types import OutboxState as S
from bot.core.delivery.types import SendResult
from bot.errors import PermanentError

LEGAL: dict[S, dict[E, S]] = {
    S.QUEUED: {E.CLAIM: S.CONNECT, E.HOLD: S.HELD, E.CANCEL: S.CANCELLED},
    S.DEFERRED: {E.CLAIM: S.CONNECT, E.HOLD: S.HELD, E.CANCEL: S.CANCELLED},
    S.CONNECT: {
        E.DATA: S.DATA,
        E.DEFER: S.DEFERRED,
        E.REFUSE: S.FAILED,
        E.RECOVER: S.DEFERRED,
        E.HOLD: S.HELD,
        E.CANCEL: S.CANCELLED,
    },
    S.DATA: {E.ACCEPT: S.SENT, E.DEFER: S.DEFERRED, E.REFUSE: S.FAILED, E.LOSE: S.UNKNOWN, E.RECOVER: S.UNKNOWN},
    S.SENT: {E.BOUNCE: S.FAILED},
    S.UNKNOWN: {E.FIND: S.SENT, E.RESEND: S.QUEUED, E.CANCEL: S.CANCELLED},
    S.HELD: {E.QUEUE: S.QUEUED, E.CANCEL: S.CANCELLED},
    S.FAILED: {E.QUEUE: S.QUEUED, E.CANCEL: S.CANCELLED},
    S.CANCELLED: {E.QUEUE: S.QUEUED},
}


@pytest.mark.parametrize(("state", "event"), list(product(S, E)))
def test_every_pair_of_state_and_event_is_decided(state: S, event: E) -> None:
    if event in LEGAL[state]:
        assert next_state(state, event) is LEGAL[state][event]
        assert state in states_before(event)
    else:
        assert state not in states_before(event)
        with pytest.raises(IllegalOutboxEventError, match=rf"{state} cannot {event}"):
            next_state(state, event)


def test_an_illegal_event_gives_up_this_item_alone() -> None:
    assert issubclass(IllegalOutboxEventError, PermanentError)


def test_every_state_can_be_reached_and_every_one_can_be_left() -> None:
    reached, queue = {S.QUEUED}, deque([S.QUEUED])
    while queue:
        state = queue.popleft()
        for (before, _), after in TRANSITIONS.items():
            if before is state and after not in reached:
                reached.add(after)
                queue.append(after)
    assert reached == set(S)
    assert {state for state, _ in TRANSITIONS} == set(S)
    assert {event for state, event in TRANSITIONS if state is S.SENT} == {E.BOUNCE}


def test_what_may_have_left_goes_out_again_by_the_owners_order_alone() -> None:
    ways = {
        event for (state, event), after in TRANSITIONS.items() if state in (S.DATA, S.UNKNOWN) and after is S.QUEUED
    }
    assert ways == {E.RESEND}


def test_a_mail_whose_bytes_may_be_with_the_server_can_neither_be_held_nor_called_off() -> None:
    assert not {E.HOLD, E.CANCEL, E.CLAIM} & {event for state, event in TRANSITIONS if state is S.DATA}


def test_a_crash_while_connecting_is_a_retry_and_a_crash_while_handing_over_is_unknown() -> None:
    assert next_state(S.CONNECT, E.RECOVER) is S.DEFERRED
    assert next_state(S.DATA, E.RECOVER) is S.UNKNOWN


@pytest.mark.parametrize("result", [result for result in SendResult if result is not SendResult.WITHDRAWN])
def test_every_end_of_an_attempt_has_a_place_in_the_table(result: SendResult) -> None:
    assert next_state(S.DATA, EVENT_OF_RESULT[result])


def test_a_withdrawn_mail_has_no_end_in_the_table_because_another_step_put_it_elsewhere() -> None:
    assert SendResult.WITHDRAWN not in EVENT_OF_RESULT
