"""The lifetime of ``followup-bot run``: threads that watch, a bell that rings, one loop that does what is due."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from time import monotonic
from typing import Protocol

from bot.daemon_thread import in_daemon_thread
from bot.errors import TemporaryError

_log = logging.getLogger(__name__)
_TICK_S = 20
_GRACE_S = 5.0
"""How long the send in hand may take once the end was asked for; what takes longer is cut short, and of unknown fate."""
_CUT_S = 3.0
_JOIN_S = 1.0
"""For all watchers together: they were told first, and what still hangs (a connect, a look-up) is left to the end of the process."""


class Watcher(Protocol):
    """One watched mailbox; `run` is the body of a thread."""

    def run(self) -> None: ...
    def stop(self) -> None: ...


class Flow(Protocol):
    """The pipeline as a whole."""

    def understand(self) -> bool: ...
    def ask(self) -> None: ...
    async def deliver(self) -> None: ...
    def stop_delivering(self) -> None: ...
    def next_due(self) -> datetime | None: ...


class Bell(Protocol):
    """Rings at every tick and at named moments."""

    def start(self) -> None: ...
    def ring_at(self, moment: datetime | None) -> None: ...
    def stop(self) -> None: ...


class Daemon:
    """Runs until SIGTERM or SIGINT; SIGUSR1 rings (the command line uses it after a change)."""

    def __init__(
        self,
        flow: Flow,
        watchers: Sequence[Watcher],
        *,
        make_bell: Callable[[Callable[[], None], int], Bell],
        on_ready: Callable[[], None] = lambda: None,
        grace_s: float = _GRACE_S,
    ) -> None:
        self._flow = flow
        self._watchers = watchers
        self._make_bell = make_bell
        self._on_ready = on_ready
        self._grace_s = grace_s
        self._rung = asyncio.Event()
        self._stop = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def ring(self) -> None:
        """Say that something may be due; from any thread."""
        loop = self._loop
        if loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended; the row stays due
                loop.call_soon_threadsafe(self._rung.set)

    async def run(self) -> None:
        """Work until told to end; return when the send in hand is finished and every thread has ended."""
        self._loop = asyncio.get_running_loop()
        self._listen_for_signals(self._loop)
        threads = [threading.Thread(target=self._watch, args=(watcher,), daemon=True) for watcher in self._watchers]
        for thread in threads:
            thread.start()
        bell = self._make_bell(self.ring, _TICK_S)
        bell.start()
        _log.info("daemon_started mailboxes=%d", len(self._watchers))
        self._on_ready()
        worker = asyncio.create_task(self._work(bell))
        await self._stop.wait()
        _log.info("daemon_stopping")
        bell.stop()
        self._flow.stop_delivering()
        for watcher in self._watchers:
            watcher.stop()
        self._rung.set()
        await self._end(worker)
        await in_daemon_thread(lambda: _join(threads))
        _log.info("daemon_stopped")

    def stop(self) -> None:
        """Ask for the end; from the event loop."""
        self._stop.set()

    def _listen_for_signals(self, loop: asyncio.AbstractEventLoop) -> None:
        if threading.current_thread() is not threading.main_thread():
            return  # only the main thread is told of signals; whoever runs this in another one calls `stop`
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        loop.add_signal_handler(signal.SIGUSR1, self._rung.set)

    def _watch(self, watcher: Watcher) -> None:
        try:
            watcher.run()
        except Exception:  # noqa: BLE001  a thread's end: said, not lost
            _log.exception("watcher_broke")

    async def _work(self, bell: Bell) -> None:
        self._rung.set()
        while not self._stop.is_set():
            await self._rung.wait()
            self._rung.clear()
            if self._stop.is_set():
                return
            try:
                await self._do_due()
                bell.ring_at(await in_daemon_thread(self._flow.next_due))
            except TemporaryError as exc:
                _log.warning("flow_waits error=%s", exc)
            except Exception:  # noqa: BLE001  one round of the worker loop: the rows stay due, the next ring tries again
                _log.exception("flow_broke")

    async def _do_due(self) -> None:
        while not self._stop.is_set() and await in_daemon_thread(self._flow.understand):
            await self._flow.deliver()
        if self._stop.is_set():
            return
        try:
            await in_daemon_thread(self._flow.ask)
        finally:  # what was approved leaves, whatever is wrong with a draft
            await self._flow.deliver()

    async def _end(self, worker: asyncio.Task[None]) -> None:
        done, _ = await asyncio.wait([worker], timeout=self._grace_s)
        if not done:
            _log.warning("send_in_hand_cut_short")
            worker.cancel()
            await asyncio.wait([worker], timeout=_CUT_S)


def _join(threads: Sequence[threading.Thread]) -> None:
    until = monotonic() + _JOIN_S
    for thread in threads:
        thread.join(timeout=max(until - monotonic(), 0))
