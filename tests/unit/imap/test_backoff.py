"""Waiting longer each time, never for ever."""

from __future__ import annotations

from bot.imap.backoff import Backoff


def test_waits_double_up_to_the_longest_and_begin_anew_after_a_reset() -> None:
    backoff = Backoff(first_s=1, most_s=5, chance=lambda: 1.0)
    assert [backoff.next() for _ in range(5)] == [1, 2, 4, 5, 5]
    backoff.reset()
    assert backoff.next() == 1


def test_chance_takes_away_half_at_most() -> None:
    assert Backoff(first_s=8, most_s=8, chance=lambda: 0.0).next() == 4
