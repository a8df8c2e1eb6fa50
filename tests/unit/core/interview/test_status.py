"""The life of an interview: every pair of state and event."""

from __future__ import annotations

from itertools import product

import pytest

from bot.core.interview.status import TRANSITIONS, IllegalTransitionError, allows, next_status
from bot.core.interview.types import InterviewEvent as E
from bot.core.interview.types import InterviewStatus as S
from bot.errors import PermanentError

LEGAL = {
    S.UNSURE: {
        E.CONFIRMED: S.EXPECTED,
        E.MOVED: S.EXPECTED,
        E.CALLED_OFF: S.CANCELLED,
        E.CLOSED: S.CLOSED,
        E.DISMISSED: S.DISMISSED,
    },
    S.EXPECTED: {
        E.CONFIRMED: S.EXPECTED,
        E.MOVED: S.EXPECTED,
        E.CALLED_OFF: S.CANCELLED,
        E.CLOSED: S.CLOSED,
        E.DISMISSED: S.DISMISSED,
    },
    S.CANCELLED: {
        E.CONFIRMED: S.EXPECTED,
        E.MOVED: S.EXPECTED,
        E.CLOSED: S.CLOSED,
        E.DISMISSED: S.DISMISSED,
        E.REOPENED: S.EXPECTED,
    },
    S.CLOSED: {E.DISMISSED: S.DISMISSED, E.REOPENED: S.EXPECTED},
    S.DISMISSED: {E.CONFIRMED: S.EXPECTED, E.REOPENED: S.EXPECTED},
}


@pytest.mark.parametrize(("status", "event"), list(product(S, E)))
def test_every_pair_of_state_and_event_is_decided(status: S, event: E) -> None:
    if event in LEGAL[status]:
        assert next_status(status, event) is LEGAL[status][event]
        assert allows(status, event)
    else:
        assert not allows(status, event)
        with pytest.raises(IllegalTransitionError, match=status):
            next_status(status, event)


def test_an_illegal_event_gives_up_this_item_alone() -> None:
    assert issubclass(IllegalTransitionError, PermanentError)


def test_every_state_can_be_left() -> None:
    assert {status for status, _ in TRANSITIONS} == set(S)


def test_no_mail_revives_a_closed_case() -> None:
    revived_by = {event for (status, event), then in TRANSITIONS.items() if status is S.CLOSED and then is S.EXPECTED}
    assert revived_by == {E.REOPENED}
