"""Blocking work beside the event loop, in threads that never keep the program from ending."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


async def in_daemon_thread(step: Callable[[], _T]) -> _T:
    """Return what *step* returns, or raise what it raises.

    Unlike with `asyncio.to_thread`, the end of the loop and of the program does not wait for a step that was given up by a
    cancellation: it may hang on a server for a minute. Whatever a step does must bear to be cut off, as by a power cut.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[_T] = loop.create_future()

    def settle(result: _T | None, error: BaseException | None) -> None:
        if done.done():  # nobody waits any more
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]  # None only where the step returns it

    def run() -> None:
        result, error = None, None
        try:
            result = step()
        except BaseException as exc:  # noqa: BLE001  handed over whole to whoever waits
            error = exc
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(settle, result, error)

    threading.Thread(target=run, daemon=True).start()
    return await done
