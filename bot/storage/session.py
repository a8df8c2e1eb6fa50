"""What the groups of tables share: the session, and compare-and-set."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CursorResult, Update, inspect
from sqlmodel import Session, SQLModel


class Tables:
    """A group of tables within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def _changed(self, statement: Update) -> bool:
        """Run a guarded update and return whether it met exactly one row: the database settles races."""
        result = self._session.execute(statement.execution_options(synchronize_session="fetch"))
        assert isinstance(result, CursorResult)  # noqa: S101  an UPDATE gives nothing else
        return result.rowcount == 1

    def _add_once(self, row: SQLModel, *unique: str) -> bool:
        """Insert *row* unless one with the same *unique* columns stands; return whether it was inserted."""
        table = inspect(type(row)).local_table
        values: dict[str, Any] = {
            name: value for name, value in row.model_dump().items() if name != "id" or value is not None
        }
        dialect = self._session.get_bind().dialect.name
        if dialect == "sqlite":
            from sqlalchemy.dialects.sqlite import insert
        else:
            from sqlalchemy.dialects.postgresql import insert  # type: ignore[assignment]
        statement = insert(table).values(**values).on_conflict_do_nothing(index_elements=list(unique))
        result = self._session.execute(statement)
        assert isinstance(result, CursorResult)  # noqa: S101  an INSERT gives nothing else
        return result.rowcount == 1
