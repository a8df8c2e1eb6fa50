"""Every kind of store that there is; a new one is added to STORES and has to pass the whole contract."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.storage.database import Database, sqlite_url

STORES: dict[str, Callable[[Path], str]] = {"SQLite file": lambda directory: sqlite_url(directory / "bot.db")}


@pytest.fixture(params=STORES.values(), ids=STORES.keys())
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    make: Callable[[Path], str] = request.param
    return make(tmp_path)


@pytest.fixture
def open_store(url: str) -> Iterator[Callable[[], Database]]:
    """Open the same database again, as another process would."""
    opened: list[Database] = []

    def open_it() -> Database:
        opened.append(Database(url))
        return opened[-1]

    yield open_it
    for database in opened:
        database.close()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest schema and nothing in it, to be copied: migrations take their time."""
    path = tmp_path_factory.mktemp("empty") / "bot.db"
    database = Database(sqlite_url(path))
    database.migrate()
    database.close()
    return path


@pytest.fixture
def store(url: str, open_store: Callable[[], Database], empty_file: Path) -> Database:
    """A database with the newest schema and nothing in it."""
    if url.startswith("sqlite"):
        shutil.copy(empty_file, url.removeprefix("sqlite:///"))
    database = open_store()
    database.migrate()
    return database
