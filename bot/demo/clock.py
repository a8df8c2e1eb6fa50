"""A clock that stands still until the story moves it on, and a bell that rings whenever it is moved."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.scheduler.bell import Bell

_MONDAY_TO_WEDNESDAY = (0, 1, 2)


class StoryClock:
    """A `bot.clock.Clock`; may be read from any thread."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)
        self._listeners: list[Callable[[], None]] = []

    def __call__(self) -> datetime:
        return self._now

    def run_to(self, moment: datetime) -> None:
        """Move on to *moment* (aware); never back."""
        self._now = max(self._now, moment.astimezone(UTC))
        for listener in tuple(self._listeners):
            listener()

    def run_on(self, span: timedelta) -> None:
        """Move on by *span*."""
        self.run_to(self._now + span)

    def on_move(self, listener: Callable[[], None]) -> None:
        """Call *listener* after every move."""
        self._listeners.append(listener)


class StoryBell:
    """The daemon's bell for a `StoryClock`: it ticks as usual, and rings at every move instead of at named moments.

    It also counts the daemon's rounds, which each end by naming the next moment.
    """

    def __init__(self, clock: StoryClock, ring: Callable[[], None], *, tick_s: int) -> None:
        self._bell = Bell(ring, tick_s=tick_s)
        self._ring = ring
        self._clock = clock
        self._rounds = 0
        self._round_ended = threading.Condition()

    def start(self) -> None:
        """Begin to ring; an event loop must be running."""
        self._bell.start()
        self._clock.on_move(self._ring)

    def ring_at(self, moment: datetime | None) -> None:  # noqa: ARG002 - the clock stands still: every move rings
        """Note that a round is done."""
        with self._round_ended:
            self._rounds += 1
            self._round_ended.notify_all()

    def stop(self) -> None:
        """Ring no more."""
        self._bell.stop()

    def wait_for_round(self, timeout_s: float) -> bool:
        """Ring, and return True when a round that began after this call is done, False after *timeout_s*."""
        return self._wait_for_one(timeout_s) and self._wait_for_one(timeout_s)  # the first may have begun before

    def _wait_for_one(self, timeout_s: float) -> bool:
        with self._round_ended:
            before = self._rounds
            self._ring()
            return self._round_ended.wait_for(lambda: self._rounds > before, timeout=timeout_s)


def first_morning(now: datetime, tz: str) -> datetime:
    """Return 09:00 in *tz* on the next day (not *now*'s own) from Monday to Wednesday: the story needs three working days in a row."""
    zone = ZoneInfo(tz)
    day = now.astimezone(zone).date() + timedelta(days=1)
    while day.weekday() not in _MONDAY_TO_WEDNESDAY:
        day += timedelta(days=1)
    return datetime.combine(day, time(9), tzinfo=zone)
