"""The database itself: its schema, its safe settings, and what is said when it cannot be used."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import URL, create_engine, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

import bot.storage.tables  # noqa: F401  fills the metadata
from bot.errors import OperatorError, TemporaryError
from bot.storage.database import Database, database_exists, is_wal_safe, sqlite_url
from tests.contract.examples import INTERVIEW, a_follow_up

# The schema.


def tables(url: str) -> set[str]:
    engine = create_engine(url)
    with engine.connect() as connection:
        found = {row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))}
    engine.dispose()
    return found


def test_an_empty_database_gets_the_whole_schema(url: str, store: Database) -> None:
    assert tables(url) - {"alembic_version"} == set(SQLModel.metadata.tables)


def test_the_schema_is_that_of_the_tables(url: str, store: Database) -> None:
    engine = create_engine(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
    engine.dispose()


def test_bringing_it_up_to_date_twice_changes_nothing(store: Database, open_store: Callable[[], Database]) -> None:
    with store.transaction() as work:
        work.save_fact("a", "1")
    store.migrate()
    other = open_store()
    other.migrate()
    with other.transaction() as work:
        assert work.load_fact("a") == "1"


def test_a_database_of_a_newer_program_is_refused_in_a_clear_sentence_and_left_alone(url: str, store: Database) -> None:
    with store.transaction() as work:
        work.save_fact("a", "1")
        work._session.execute(text("UPDATE alembic_version SET version_num = 'ffffffffffff'"))
    with pytest.raises(OperatorError, match="written by a newer followup-bot: upgrade the program"):
        store.migrate()
    with store.transaction() as work:
        assert work.load_fact("a") == "1"


# Safe settings.


def pragma(database: Database, name: str) -> object:
    with database.transaction() as work:
        return work._session.execute(text(f"PRAGMA {name}")).scalar()


def test_the_settings_of_sqlite_are_really_in_force(store: Database) -> None:
    safe = is_wal_safe(sqlite3.sqlite_version_info)
    assert pragma(store, "journal_mode") == ("wal" if safe else "delete")
    assert pragma(store, "synchronous") == (2 if safe else 3)
    assert pragma(store, "foreign_keys") == 1
    assert pragma(store, "secure_delete") == 1
    assert pragma(store, "busy_timeout") == 10_000


def test_a_row_that_points_nowhere_is_refused(store: Database) -> None:
    with pytest.raises(IntegrityError), store.transaction() as work:
        work.add_follow_up(a_follow_up(interview_id=99))


WAL = {
    (3, 7, 0): False,
    (3, 40, 1): False,
    (3, 44, 5): False,
    (3, 44, 6): True,
    (3, 44, 9): True,
    (3, 45, 0): False,
    (3, 50, 6): False,
    (3, 50, 7): True,
    (3, 51, 0): False,
    (3, 51, 2): False,
    (3, 51, 3): True,
    (3, 53, 0): True,
    (4, 0, 0): True,
}


@pytest.mark.parametrize(("version", "safe"), WAL.items(), ids=[".".join(map(str, version)) for version in WAL])
def test_a_write_ahead_log_is_used_only_where_it_cannot_corrupt(version: tuple[int, int, int], safe: bool) -> None:
    assert is_wal_safe(version) is safe


def test_it_names_itself_for_the_check(store: Database) -> None:
    assert store.describe().startswith(f"SQLite {sqlite3.sqlite_version}, ")


# To be looked into only.


@pytest.mark.parametrize("name", ["bot.db", "a b?c#d%20é.db"], ids=["a plain name", "a name that is odd in a URL"])
def test_a_store_that_is_opened_for_reading_cannot_be_changed(tmp_path: Path, name: str) -> None:
    url = URL.create("sqlite", database=str(tmp_path / name)).render_as_string()
    with closing(Database(url)) as database:
        database.migrate()
        with database.transaction() as work:
            work.save_fact("a", "1")
    assert database_exists(url)
    with closing(Database(url, read_only=True)) as database:
        with database.transaction() as work:
            assert work.load_fact("a") == "1"
        with pytest.raises(TemporaryError), database.transaction() as work:
            work.save_fact("a", "2")
    with closing(Database(url)) as database, database.transaction() as work:
        assert work.load_fact("a") == "1"


def test_a_store_that_is_opened_for_reading_is_never_made(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "none.db")
    assert not database_exists(url)
    with (
        closing(Database(url, read_only=True)) as database,
        pytest.raises(TemporaryError),
        database.transaction() as work,
    ):
        work.load_fact("a")
    assert list(tmp_path.iterdir()) == []


# When it cannot be used.


def load_all(database: Database) -> None:
    with database.transaction() as work:
        work.load_interviews()


def test_a_sound_database_says_so(store: Database) -> None:
    assert store.check() == "ok"


def test_a_file_that_is_no_database_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    path.write_bytes(b"Dear diary, today I had an interview. " * 100)
    with closing(Database(sqlite_url(path))) as database:
        for step in (database.migrate, database.check, lambda: load_all(database)):
            with pytest.raises(OperatorError, match="damaged or no database; restore a backup"):
                step()


def test_a_damaged_database_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    with closing(Database(sqlite_url(path))) as database:
        database.migrate()
        with database.transaction() as work:
            for _ in range(200):
                work.add_interview(INTERVIEW)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with (
        closing(Database(sqlite_url(path))) as database,
        pytest.raises(OperatorError, match="damaged"),
        database.transaction() as work,
    ):
        work.load_interviews()


def test_a_directory_that_is_not_there_is_told_as_a_passing_trouble(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "gone" / "bot.db"))
    with closing(database), pytest.raises(TemporaryError, match="cannot be used just now"):
        database.migrate()


@pytest.mark.parametrize("url", ["nonsense", "sqlite-of-mine:///x", "", "oracle://x"])
def test_an_address_that_cannot_be_used_is_a_matter_of_the_settings(url: str) -> None:
    with pytest.raises(OperatorError, match="BOT_DATABASE_URL"):
        Database(url)


def test_a_password_in_the_address_is_not_told() -> None:
    with pytest.raises(OperatorError) as caught:
        Database("nonsense://maya:secret@host/x")
    assert "secret" not in str(caught.value)
