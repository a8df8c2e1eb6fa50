"""The lifetime of the program: it works when it is rung, one bad round stops nothing, and it ends in order."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from bot.daemon import Daemon
from bot.errors import TemporaryError

LIMIT_S = 60.0
"""For whatever is awaited: far beyond what it takes even on a busy machine."""
DUE = datetime(2027, 5, 13, 12, 0, tzinfo=UTC)


@dataclass
class FakeFlow:
    """A flow that writes down what it was asked to do, and does what it was told to do then."""

    did: list[str] = field(default_factory=list)
    mails: int = 0
    breaks: dict[str, list[Exception]] = field(default_factory=dict)
    delivery: Callable[[], Awaitable[None]] | None = None
    stopping: bool = False

    def _note(self, step: str) -> None:
        self.did.append(step)
        if self.breaks.get(step):
            raise self.breaks[step].pop(0)

    def understand(self) -> bool:
        self._note("understand")
        self.mails -= 1
        return self.mails >= 0

    def ask(self) -> None:
        self._note("ask")

    async def deliver(self) -> None:
        self._note("deliver")
        if self.delivery:
            await self.delivery()

    def stop_delivering(self) -> None:
        self.stopping = True

    def next_due(self) -> datetime | None:
        self._note("next_due")
        return DUE


@dataclass
class FakeBell:
    """A bell that tells when a round of work is over: then it is given the next moment."""

    ring: Callable[[], None]
    tick_s: int
    moments: asyncio.Queue[datetime | None] = field(default_factory=asyncio.Queue)
    log: list[str] = field(default_factory=list)

    def start(self) -> None:
        self.log.append("start")

    def ring_at(self, moment: datetime | None) -> None:
        self.moments.put_nowait(moment)

    def stop(self) -> None:
        self.log.append("stop")


@dataclass
class FakeWatcher:
    """A mailbox in which nothing happens until it is told to stop."""

    breaks: bool = False
    stopped: threading.Event = field(default_factory=threading.Event)
    ended: bool = False

    def run(self) -> None:
        if self.breaks:
            raise RuntimeError("a bug of ours")
        self.ended = self.stopped.wait(LIMIT_S)

    def stop(self) -> None:
        self.stopped.set()


@dataclass
class Running:
    """A daemon at work, and the means to watch it."""

    daemon: Daemon
    flow: FakeFlow
    bell: FakeBell
    watchers: list[FakeWatcher]

    async def round(self) -> datetime | None:
        """Wait until a round of work is over."""
        return await asyncio.wait_for(self.bell.moments.get(), LIMIT_S)


def run(
    story: Callable[[Running], Awaitable[None]],
    flow: FakeFlow | None = None,
    *watchers: FakeWatcher,
    grace_s: float = LIMIT_S,
) -> Running:
    """Run a daemon while *story* goes on, then end it."""
    flow = flow or FakeFlow()

    async def live() -> Running:
        bells: list[FakeBell] = []

        def make_bell(ring: Callable[[], None], tick_s: int) -> FakeBell:
            bells.append(FakeBell(ring, tick_s))
            return bells[-1]

        ready = asyncio.Event()
        daemon = Daemon(flow, watchers, make_bell=make_bell, on_ready=ready.set, grace_s=grace_s)
        task = asyncio.create_task(daemon.run())
        await asyncio.wait_for(ready.wait(), LIMIT_S)
        running = Running(daemon, flow, bells[0], list(watchers))
        try:
            await story(running)
        finally:
            daemon.stop()
            await asyncio.wait_for(task, 2 * LIMIT_S)
        return running

    return asyncio.run(live())


async def one_round(running: Running) -> None:
    await running.round()


def test_at_the_start_it_does_what_is_due_without_being_rung() -> None:
    running = run(one_round)
    assert running.flow.did == ["understand", "ask", "deliver", "next_due"]
    assert running.bell.tick_s <= 30


def test_the_bell_learns_the_next_moment() -> None:
    async def story(running: Running) -> None:
        assert await running.round() == DUE

    run(story)


def test_it_understands_until_nothing_is_new_and_delivers_in_between() -> None:
    running = run(one_round, FakeFlow(mails=2))
    assert running.flow.did == ["understand", "deliver"] * 2 + ["understand", "ask", "deliver", "next_due"]


def test_a_ring_from_any_thread_starts_a_round() -> None:
    async def story(running: Running) -> None:
        await running.round()
        await asyncio.to_thread(running.daemon.ring)
        await running.round()

    assert run(story).flow.did.count("ask") == 2


def test_a_signal_of_the_command_line_starts_a_round() -> None:
    async def story(running: Running) -> None:
        await running.round()
        os.kill(os.getpid(), signal.SIGUSR1)
        await running.round()

    assert run(story).flow.did.count("ask") == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_order(number: int) -> None:
    async def story(running: Running) -> None:
        await running.round()
        os.kill(os.getpid(), number)
        while not running.flow.stopping:
            await asyncio.sleep(0)

    running = run(story, None, FakeWatcher(), FakeWatcher())
    assert running.bell.log == ["start", "stop"]
    assert all(watcher.ended for watcher in running.watchers)


@pytest.mark.parametrize("error", [TemporaryError("The disk is full."), RuntimeError("a bug of ours")])
@pytest.mark.parametrize("step", ["understand", "ask", "deliver", "next_due"])
def test_one_bad_round_stops_nothing(error: Exception, step: str) -> None:
    async def story(running: Running) -> None:
        while step not in running.flow.did:
            await asyncio.sleep(0)
        running.daemon.ring()
        await running.round()

    assert run(story, FakeFlow(breaks={step: [error]})).flow.did.count(step) >= 2


def test_what_was_approved_leaves_even_if_a_draft_is_broken() -> None:
    async def story(running: Running) -> None:
        while "deliver" not in running.flow.did:
            await asyncio.sleep(0)

    assert run(story, FakeFlow(breaks={"ask": [RuntimeError("a bug of ours")]})).flow.did[:3] == [
        "understand",
        "ask",
        "deliver",
    ]


def test_a_watcher_that_breaks_leaves_the_rest_at_work() -> None:
    running = run(one_round, None, FakeWatcher(breaks=True), FakeWatcher())
    assert running.watchers[1].ended


def test_the_send_in_hand_is_finished() -> None:
    finished: list[bool] = []

    async def story(running: Running) -> None:
        begun, go_on = asyncio.Event(), asyncio.Event()

        async def delivery() -> None:
            begun.set()
            await go_on.wait()
            finished.append(True)

        running.flow.delivery = delivery
        running.daemon.ring()
        await asyncio.wait_for(begun.wait(), LIMIT_S)
        running.daemon.stop()
        while not running.flow.stopping:
            await asyncio.sleep(0)
        go_on.set()

    run(story)
    assert finished == [True]


def test_a_send_that_takes_too_long_is_cut_short() -> None:
    cut: list[bool] = []

    async def story(running: Running) -> None:
        begun = asyncio.Event()

        async def delivery() -> None:
            begun.set()
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                cut.append(True)
                raise

        running.flow.delivery = delivery
        running.daemon.ring()
        await asyncio.wait_for(begun.wait(), LIMIT_S)

    run(story, grace_s=0.01)
    assert cut == [True]


def test_work_that_hangs_on_a_server_does_not_keep_it_from_ending() -> None:
    hangs = threading.Event()
    rescue = threading.Timer(LIMIT_S, hangs.set)
    rescue.start()

    async def story(running: Running) -> None:
        begun = threading.Event()

        def hang() -> bool:
            begun.set()
            return hangs.wait()

        running.flow.understand = hang  # type: ignore[method-assign]
        running.daemon.ring()
        await asyncio.to_thread(begun.wait, LIMIT_S)

    run(story, grace_s=0.01)
    hung_to_the_end = not hangs.is_set()
    rescue.cancel()
    hangs.set()
    assert hung_to_the_end


def test_a_ring_before_the_start_and_after_the_end_does_no_harm() -> None:
    running = run(one_round)
    running.daemon.ring()
    Daemon(FakeFlow(), [], make_bell=FakeBell).ring()
