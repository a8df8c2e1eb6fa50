"""What the commands about the record share: the store beside a running daemon, and a ring when something changed."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import PermanentError

if TYPE_CHECKING:
    from datetime import datetime

    from bot.pipeline.setup import Setup
    from bot.settings import Settings
    from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One command's view: a transaction, the rules, the moment."""

    settings: Settings
    setup: Setup
    work: Transaction
    now: datetime


class CommandRefusedError(PermanentError):
    """What was asked for was not done, or not all of it; it is printed already, and what was held for caution's sake stays held."""

    def __init__(self) -> None:
        super().__init__("Nothing else was changed.")


@contextmanager
def open_session(env_file: Path | None) -> Iterator[Session]:
    """Yield a session; what it changed is committed at its end (also at a refusal), and a running daemon is rung."""
    from bot.clock import system_clock
    from bot.settings import load_settings
    from bot.wiring import make_setup, open_database

    settings = load_settings(env_file)
    database = open_database(settings)
    refusal: CommandRefusedError | None = None
    try:
        setup = make_setup(settings, database)
        with database.transaction() as work:
            try:
                yield Session(settings=settings, setup=setup, work=work, now=system_clock())
            except CommandRefusedError as exc:
                refusal = exc
    finally:
        database.close()
    ring_daemon(settings.data_dir)
    if refusal:
        raise refusal


def ring_daemon(data_dir: Path) -> None:
    """Tell a running daemon that something may be due; without one, nothing happens."""
    from bot.lock import find_holder

    holder = find_holder(data_dir)
    if holder is not None:
        with contextlib.suppress(OSError):
            os.kill(holder, signal.SIGUSR1)
