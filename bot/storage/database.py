"""The engine: safe settings of the database, migrations at start, short transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlmodel import Session

from bot.errors import OperatorError, TemporaryError
from bot.storage.transaction import Transaction

_FIXED_WAL = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""First SQLite releases of their lines without the WAL-reset corruption (sqlite.org/changes.html)."""

_DAMAGED = ("not a database", "malformed")


def is_wal_safe(version: tuple[int, int, int]) -> bool:
    """Return whether this SQLite may use a write-ahead log with several processes."""
    newest, *backports = _FIXED_WAL
    return version >= newest or any(version[:2] == fixed[:2] and version >= fixed for fixed in backports)


class Database:
    """The store of one installation. Every method may be called from any thread; a transaction belongs to one.

    ``read_only``: a SQLite file is opened such that nothing can be written, and never made. ``lasting``: False for a store that is removed
    after use, and need not outlive a crash.
    """

    def __init__(self, url: str, *, read_only: bool = False, lasting: bool = True) -> None:
        self._url = url
        self._engine = _open_engine(url, read_only=read_only, lasting=lasting)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Yield a transaction; it is committed when the block ends, rolled back when it raises."""
        with _translated(), Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield Transaction(session)

    def migrate(self) -> None:
        """Bring the schema up to date (Alembic); raises OperatorError when the database is newer than the program."""
        from bot.storage.migrate import upgrade

        with _translated():
            upgrade(self._engine)

    def check(self) -> str:
        """Return ``"ok"`` or the first problem that the database's own integrity check finds."""
        with _translated(), self._engine.connect() as connection:
            if connection.dialect.name != "sqlite":
                return "ok"
            return str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())

    def describe(self) -> str:
        """Return the name and version of the database in use."""
        if self._engine.dialect.name != "sqlite":
            return self._engine.dialect.name
        journal = "write-ahead log" if is_wal_safe(sqlite3.sqlite_version_info) else "rollback journal"
        return f"SQLite {sqlite3.sqlite_version}, {journal}"

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def sqlite_url(path: Path) -> str:
    """Return the database URL of a SQLite file."""
    return f"sqlite:///{path}"


def database_exists(url: str) -> bool:
    """Return whether there is a database to read: of SQLite, its file; of a server, it is taken to be there."""
    path = _sqlite_path(url)
    return path is None or path.is_file()


def _sqlite_path(url: str) -> Path | None:
    try:
        parsed = make_url(url)
    except ArgumentError:
        return None
    return Path(parsed.database or "") if parsed.get_backend_name() == "sqlite" else None


def _open_engine(url: str, *, read_only: bool, lasting: bool) -> Engine:
    path = _sqlite_path(url) if read_only else None
    try:
        if path is not None:
            file = f"file:{quote(str(path.absolute()))}"
            engine = create_engine(URL.create("sqlite", database=file, query={"mode": "ro", "uri": "true"}))
            event.listen(engine, "connect", _prepare_reading)
            return engine
        engine = create_engine(url)
    except Exception as exc:
        raise OperatorError(
            f"BOT_DATABASE_URL cannot be used ({type(exc).__name__}): give a URL such as sqlite:////path/bot.db"
        ) from exc
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite if lasting else _prepare_passing)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver's guess
    safe = is_wal_safe(sqlite3.sqlite_version_info)
    cursor = connection.cursor()
    for pragma in (
        "busy_timeout=10000",
        f"journal_mode={'WAL' if safe else 'DELETE'}",
        f"synchronous={'FULL' if safe else 'EXTRA'}",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _prepare_passing(connection: Any, record: object) -> None:
    _prepare_sqlite(connection, record)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA journal_mode=MEMORY")


def _prepare_reading(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA query_only=ON")
    connection.execute("PRAGMA busy_timeout=10000")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later could fail half-way if another process wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OperationalError as exc:
        raise TemporaryError(f"the database cannot be used just now: {exc.orig}") from exc
    except DBAPIError as exc:
        if isinstance(exc.orig, sqlite3.DatabaseError) and any(sign in str(exc.orig) for sign in _DAMAGED):
            raise OperatorError(
                "the database file is damaged or no database; restore a backup or move the file away"
            ) from exc
        raise
