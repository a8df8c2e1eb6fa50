"""Waits, patience, looks and limits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from bot.core.delivery.retry import (
    ASK_AFTER_LOOKS,
    FOLLOW_UP_PATIENCE,
    LETTER_PATIENCE,
    LOOK_AFTER,
    next_attempt,
    next_look,
    over_limit,
)

NOW = datetime(2027, 5, 13, 12, 0, tzinfo=UTC)
S, M, H, D = (timedelta(**{unit: 1}) for unit in ("seconds", "minutes", "hours", "days"))


@pytest.mark.parametrize(
    ("attempts", "wait"),
    [(0, 5 * S), (1, 5 * S), (2, 10 * S), (3, 20 * S), (4, 40 * S), (10, 2560 * S), (11, H), (12, H), (10_000, H)],
)
def test_waits_double_from_five_seconds_to_an_hour(attempts: int, wait: timedelta) -> None:
    assert next_attempt(attempts=attempts, first_at=NOW, now=NOW, patience=D) == NOW + wait


@pytest.mark.parametrize(
    ("age", "ends"), [(timedelta(), False), (D - S, False), (D, True), (D + S, True)], ids=["new", "a second left", "at the end", "past it"]
)  # fmt: skip
def test_patience_counts_from_the_first_attempt(age: timedelta, ends: bool) -> None:
    assert (next_attempt(attempts=3, first_at=NOW - age, now=NOW, patience=D) is None) is ends


def test_a_server_that_is_down_all_the_time_is_asked_a_bounded_number_of_times() -> None:
    moments, now = [NOW], NOW
    while (
        again := next_attempt(attempts=len(moments), first_at=NOW, now=now, patience=FOLLOW_UP_PATIENCE)
    ) is not None:
        moments.append(again)
        now = again
    assert len(moments) < 50
    assert all(later - earlier <= H for earlier, later in pairwise(moments))
    assert FOLLOW_UP_PATIENCE <= moments[-1] - NOW < FOLLOW_UP_PATIENCE + H


def test_a_letter_is_given_up_after_the_time_of_the_standard() -> None:
    assert 4 * D <= LETTER_PATIENCE <= 5 * D


def test_a_lost_mail_is_looked_for_again_and_again_for_15_minutes() -> None:
    looks = [next_look(looks=done, lost_at=NOW) for done in range(len(LOOK_AFTER) + 1)]
    assert looks[0] == NOW
    assert looks[-2] == NOW + 15 * M
    assert looks[-1] is None
    assert 0 < ASK_AFTER_LOOKS < len(LOOK_AFTER), "the owner is asked while the search still goes on"


LIMITS = {
    "nothing left yet": ([], 2, None),
    "one place is free": ([NOW - 10 * M], 2, None),
    "the limit is reached": ([NOW - 10 * M, NOW - 20 * M], 2, NOW - 20 * M + H),
    "the order does not matter": ([NOW - 20 * M, NOW - 10 * M], 2, NOW - 20 * M + H),
    "what is older than the span does not count": ([NOW - 61 * M, NOW - 10 * M], 2, None),
    "exactly the span ago does not count": ([NOW - H, NOW - 10 * M], 2, None),
    "more than the limit left (a smaller limit was set since)": (
        [NOW - 50 * M, NOW - 40 * M, NOW - 10 * M],
        2,
        NOW - 40 * M + H,
    ),
    "a limit of one": ([NOW - 10 * M], 1, NOW - 10 * M + H),
}


@pytest.mark.parametrize(("sent", "limit", "expected"), LIMITS.values(), ids=LIMITS)
def test_over_the_limit_a_mail_waits_until_there_is_room(
    sent: list[datetime], limit: int, expected: datetime | None
) -> None:
    assert over_limit(sent, limit=limit, span=H, now=NOW) == expected


def test_at_the_moment_it_names_there_is_room() -> None:
    sent = [NOW - 10 * M, NOW - 20 * M]
    later = over_limit(sent, limit=2, span=H, now=NOW)
    assert later is not None
    assert over_limit(sent, limit=2, span=H, now=later) is None
