"""The journal of decisions, how the parts fare, and single facts of the installation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from bot.storage.session import Tables
from bot.storage.tables import FactRow, JournalRow, PartRow


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One decision. ``subject``: what it is about, such as ``follow_up:7``."""

    at: datetime
    event: str
    subject: str
    detail: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartState:
    """How a part fares since when."""

    name: str
    state: str
    detail: str
    since: datetime


class JournalTables(Tables):
    """What happened, and how things stand."""

    def add_journal(self, at: datetime, event: str, subject: str, **detail: object) -> None:
        """Add one decision with its reasons; nothing is ever changed or removed here."""
        shown = {name: str(value)[:500] for name, value in detail.items() if value is not None}
        self._session.add(JournalRow(at=at, event=event, subject=subject, detail=shown))

    def load_journal(self, *, subject: str | None = None, limit: int = 200) -> list[JournalEntry]:
        """Return the latest entries, newest first."""
        query = select(JournalRow).order_by(col(JournalRow.id).desc()).limit(limit)
        if subject is not None:
            query = query.where(JournalRow.subject == subject)
        return [
            JournalEntry(at=row.at, event=row.event, subject=row.subject, detail=row.detail)
            for row in self._session.exec(query)
        ]

    def set_part(self, name: str, state: str, detail: str, *, now: datetime) -> bool:
        """Note how a part fares; return whether that is news."""
        row = self._session.get(PartRow, name)
        if row and (row.state, row.detail) == (state, detail):
            return False
        news = row is None or row.state != state
        since = now if row is None or news else row.since
        self._session.merge(PartRow(name=name, state=state, detail=detail, since=since))
        return news

    def load_parts(self) -> list[PartState]:
        """Return how every part fares."""
        return [
            PartState(name=row.name, state=row.state, detail=row.detail, since=row.since)
            for row in self._session.exec(select(PartRow).order_by(col(PartRow.name)))
        ]

    def load_fact(self, name: str) -> str | None:
        """Return a single value, or None."""
        row = self._session.get(FactRow, name)
        return row.value if row else None

    def save_fact(self, name: str, value: str | None) -> None:
        """Store a single value; None removes it."""
        if value is not None:
            self._session.merge(FactRow(name=name, value=value))
        elif row := self._session.get(FactRow, name):
            self._session.delete(row)
            self._session.flush()  # what is read later in this transaction must not find it any more
