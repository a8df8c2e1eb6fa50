"""What the owner has told of his interviews, and the mails that he wrote to companies himself."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlmodel import col, select

from bot.core.followup.intents import Touch, TouchKind
from bot.core.interview.account import Account
from bot.core.reading.debrief.types import Debrief, Outcome, Renamed
from bot.core.reading.types import ContactWish, Person
from bot.storage.session import Tables
from bot.storage.tables import AccountRow, TouchRow


class AccountTables(Tables):
    """Stage 3: the owner's part of it."""

    def save_account(self, interview_id: int, account: Account) -> None:
        """Store what was told of an interview, in the place of what was told before."""
        row = AccountRow(interview_id=interview_id, told_at=account.told_at, debrief=_written(account.debrief))
        self._session.merge(row)

    def load_account(self, interview_id: int) -> Account | None:
        """Return what was told of an interview, None before the first word."""
        row = self._session.get(AccountRow, interview_id)
        return Account(debrief=_debrief(row.debrief), told_at=row.told_at) if row else None

    def add_touch(self, interview_id: int, *, kind: TouchKind, at: datetime, message_id_sha256: str) -> bool:
        """Note a mail of the owner's own; return False where it was noted before."""
        row = TouchRow(interview_id=interview_id, message_id_sha256=message_id_sha256, kind=kind.value, at=at)
        return self._add_once(row, "interview_id", "message_id_sha256")

    def load_touches(self) -> list[Touch]:
        """Return the mails of the owner's own, the earliest first; their company is the interview's."""
        rows = self._session.exec(select(TouchRow).order_by(col(TouchRow.at)))
        return [
            Touch(company=None, at=row.at, kind=TouchKind(row.kind), interview_id=row.interview_id, by_owner=True)
            for row in rows
        ]


def _written(debrief: Debrief) -> dict[str, Any]:
    """Return *debrief* as JSON has it."""
    day = debrief.decision_by
    return asdict(debrief) | {"decision_by": day.isoformat() if day else None}


def _debrief(stored: dict[str, Any]) -> Debrief:
    lists = ("topics", "clarifications", "news", "withheld", "interviewers_absent")
    return Debrief(
        happened=stored["happened"],
        nobody_came=stored.get("nobody_came", False),
        cut_short=stored.get("cut_short", False),
        **{name: tuple(stored[name]) for name in lists},
        interviewers_added=tuple(Person(**person) for person in stored["interviewers_added"]),
        names_corrected=tuple(Renamed(**name) for name in stored["names_corrected"]),
        decision_by=date.fromisoformat(stored["decision_by"]) if stored["decision_by"] else None,
        contact_wish=ContactWish(stored["contact_wish"]),
        call_wished=stored.get("call_wished", False),  # an account from before there was such a thing has none
        skip_thank_you=stored["skip_thank_you"],
        outcome=Outcome(stored["outcome"]) if stored["outcome"] else None,
        lang=stored["lang"],
    )
