"""The world in which the flow is tested."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.storage.database import Database, sqlite_url
from tests.unit.pipeline.world import World


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the newest schema and nothing in it."""
    path = tmp_path_factory.mktemp("empty") / "bot.db"
    database = Database(sqlite_url(path))
    database.migrate()
    database.close()
    return path


@pytest.fixture
def make_world(tmp_path: Path, empty_database: Path) -> Iterator[Callable[..., World]]:
    """Make worlds with other rules than the shipped ones."""
    worlds: list[World] = []

    def make(**changes: object) -> World:
        worlds.append(World(tmp_path / f"{len(worlds)}.db", empty_database, **changes))
        return worlds[-1]

    yield make
    for world in worlds:
        world.database.close()


@pytest.fixture
def world(make_world: Callable[..., World]) -> World:
    """A world in which nothing has happened yet."""
    return make_world()
