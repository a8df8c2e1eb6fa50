"""The scheduler only rings. What is due is in the rows; a ring too many costs a query, a ring too few waits for the next tick."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

_NEXT = "next"


class Bell:
    """Rings every *tick_s* seconds, and once more at a moment that is named. Lives in the running event loop."""

    def __init__(self, ring: Callable[[], None], *, tick_s: int) -> None:
        self._ring = ring
        self._tick_s = tick_s
        # A late ring still rings (the library would drop one that is a second late), and many late ones ring once.
        defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=defaults)

    def start(self) -> None:
        """Begin to ring; an event loop must be running."""
        self._scheduler.add_job(self._ring_now, IntervalTrigger(seconds=self._tick_s, timezone=UTC), id="tick")
        self._scheduler.start()

    def ring_at(self, moment: datetime | None) -> None:
        """Ring at *moment* (aware) besides the ticks; a new moment replaces the old one, None takes it away."""
        if moment is None:
            if self._scheduler.get_job(_NEXT):
                self._scheduler.remove_job(_NEXT)
            return
        self._scheduler.add_job(self._ring_now, DateTrigger(moment, timezone=UTC), id=_NEXT, replace_existing=True)

    def stop(self) -> None:
        """Ring no more."""
        self._scheduler.shutdown(wait=False)

    async def _ring_now(self) -> None:
        # A coroutine, so that it runs in the loop itself; a plain function would be run in a thread.
        self._ring()
