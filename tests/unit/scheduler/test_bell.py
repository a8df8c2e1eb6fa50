"""The bell rings at its moments, however late, and says nothing else. (Nothing here waits longer than a ring takes.)"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.scheduler.bell import Bell

LIMIT_S = 60.0
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
FAR_AHEAD = datetime(2999, 1, 1, tzinfo=UTC)


def heard(use: Callable[[Bell], None]) -> int:
    """Return how often a bell with a distant tick has rung by the time that another one, used later, has rung once."""

    async def listen() -> int:
        rings: list[bool] = []
        later = asyncio.Event()
        bell, witness = Bell(lambda: rings.append(True), tick_s=3600), Bell(later.set, tick_s=3600)
        for one in (bell, witness):
            one.start()
        use(bell)
        witness.ring_at(LONG_AGO)
        await asyncio.wait_for(later.wait(), LIMIT_S)
        for one in (bell, witness):
            one.stop()
        return len(rings)

    return asyncio.run(listen())


def test_a_moment_long_past_rings_at_once() -> None:
    assert heard(lambda bell: bell.ring_at(LONG_AGO)) == 1


def test_a_new_moment_takes_the_place_of_the_old_one() -> None:
    def use(bell: Bell) -> None:
        bell.ring_at(FAR_AHEAD)
        bell.ring_at(LONG_AGO)

    assert heard(use) == 1


def test_a_moment_in_another_zone_is_the_same_moment() -> None:
    assert heard(lambda bell: bell.ring_at(LONG_AGO.astimezone(ZoneInfo("Asia/Kolkata")))) == 1


def test_without_a_moment_only_the_ticks_ring() -> None:
    def use(bell: Bell) -> None:
        bell.ring_at(LONG_AGO)
        bell.ring_at(None)
        bell.ring_at(None)

    assert heard(use) == 0


def test_it_ticks() -> None:
    async def listen() -> None:
        rung = asyncio.Event()
        bell = Bell(rung.set, tick_s=1)
        bell.start()
        await asyncio.wait_for(rung.wait(), LIMIT_S)
        bell.stop()

    asyncio.run(listen())


def test_it_rings_in_the_loop_itself() -> None:
    async def listen() -> None:
        loops: list[object] = []
        rung = asyncio.Event()

        def ring() -> None:
            loops.append(asyncio.get_running_loop())
            rung.set()

        bell = Bell(ring, tick_s=3600)
        bell.start()
        bell.ring_at(datetime.now(UTC) - timedelta(seconds=5))
        await asyncio.wait_for(rung.wait(), LIMIT_S)
        bell.stop()
        assert loops == [asyncio.get_running_loop()]

    asyncio.run(listen())


def test_a_moment_that_is_named_after_the_end_rings_no_more() -> None:
    async def listen() -> None:
        rings: list[bool] = []
        bell = Bell(lambda: rings.append(True), tick_s=3600)
        bell.start()
        bell.stop()
        bell.ring_at(LONG_AGO)
        bell.ring_at(None)
        await asyncio.sleep(0)
        assert rings == []

    asyncio.run(listen())
