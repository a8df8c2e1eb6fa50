"""A world in which one approval letter is out, prepared once and copied for every case."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.util import LRUCache

from tests.security.mails import Letter
from tests.unit.pipeline.conftest import empty_database
from tests.unit.pipeline.mails import an_invitation
from tests.unit.pipeline.world import HOUR, NOW, World

__all__ = ["empty_database"]
_LATER = 10_000
"""Where chance and the UIDs of a copied world begin: no token is drawn a second time, and every mail is new."""

_COMPILED: LRUCache[Any, Any] = LRUCache(1000)
"""The statements are the same in every world: each is compiled once."""


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> tuple[Path, Letter]:
    """A database in which the approval letter to one thank-you was just delivered, and that letter."""
    world = World(tmp_path_factory.mktemp("prepared") / "bot.db", empty_database)
    world.receive(an_invitation(NOW - 4 * HOUR))
    world.show()
    world.deliver()
    envelope, raw = world.server.taken[-1]
    assert envelope.recipients == ("maya@home.example",)
    world.database.close()
    gc.freeze()  # the words of seven languages stay: to look through them again and again takes a fifth of the time
    return world.path, Letter(raw, before=world.server.taken[-2][1])


@pytest.fixture
def letter(prepared: tuple[Path, Letter]) -> Letter:
    """The approval letter that is out."""
    return prepared[1]


@pytest.fixture
def make_world(tmp_path: Path, prepared: tuple[Path, Letter]) -> Iterator[Callable[..., World]]:
    """Make copies of the prepared world, with other rules than the shipped ones."""
    worlds: list[World] = []

    def make(**changes: object) -> World:
        numbers = count(_LATER)
        changes = {"random": lambda n: next(numbers).to_bytes(n, "big"), **changes}
        world = World(tmp_path / f"{len(worlds)}.db", prepared[0], **changes)
        world._uids = count(_LATER)
        world.database._engine._compiled_cache = _COMPILED
        worlds.append(world)
        return world

    yield make
    for world in worlds:
        world.database.close()


@pytest.fixture
def world(make_world: Callable[..., World]) -> World:
    """A copy of the prepared world."""
    return make_world()
