"""What the owner has told of his interviews."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from bot.core.interview.account import Account
from bot.core.reading.debrief.types import Debrief, Outcome, Renamed
from bot.core.reading.types import ContactWish, Person
from bot.storage.session import Tables
from bot.storage.tables import AccountRow


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


def _written(debrief: Debrief) -> dict[str, Any]:
    """Return *debrief* as JSON has it."""
    day = debrief.decision_by
    return asdict(debrief) | {"decision_by": day.isoformat() if day else None}


def _debrief(stored: dict[str, Any]) -> Debrief:
    lists = ("topics", "clarifications", "news", "withheld", "interviewers_absent")
    return Debrief(
        happened=stored["happened"],
        **{name: tuple(stored[name]) for name in lists},
        interviewers_added=tuple(Person(**person) for person in stored["interviewers_added"]),
        names_corrected=tuple(Renamed(**name) for name in stored["names_corrected"]),
        decision_by=date.fromisoformat(stored["decision_by"]) if stored["decision_by"] else None,
        contact_wish=ContactWish(stored["contact_wish"]),
        skip_thank_you=stored["skip_thank_you"],
        outcome=Outcome(stored["outcome"]) if stored["outcome"] else None,
        lang=stored["lang"],
    )
