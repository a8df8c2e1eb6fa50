"""A month with ten companies: whatever they write and the owner says, what leaves was ordered, once, and in time."""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path

import pytest

from bot.core.followup.types import FollowUpKind
from tests.simulation.search import Search
from tests.unit.pipeline.conftest import empty_database

__all__ = ["empty_database"]


def live_through(path: Path, empty: Path, seed: int) -> Search:
    search = Search(path, empty, seed)
    try:
        search.run()
        search.check_end()
    finally:
        search.world.database.close()
    return search


def errors(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """Return what the program itself takes for broken, apart from what the server does on purpose."""
    meant = ("delivery_broke", "delivery_rests")
    return [one for one in caplog.records if one.levelno >= logging.ERROR and not one.message.startswith(meant)]


@pytest.mark.parametrize("seed", [54])
def test_a_month(seed: int, tmp_path: Path, empty_database: Path, caplog: pytest.LogCaptureFixture) -> None:
    search = live_through(tmp_path / "bot.db", empty_database, seed)
    assert not errors(caplog)
    kinds = Counter(one.kind for _, one, _ in search.left)
    assert kinds[FollowUpKind.THANK_YOU] > 2
    assert kinds[FollowUpKind.STATUS_CHECK] > 0


@pytest.mark.full
@pytest.mark.parametrize("seed", range(2, 32))
def test_many_months(seed: int, tmp_path: Path, empty_database: Path, caplog: pytest.LogCaptureFixture) -> None:
    live_through(tmp_path / "bot.db", empty_database, seed)
    assert not errors(caplog)
