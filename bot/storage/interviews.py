"""Interviews and the Message-IDs of their conversations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlmodel import col, select

from bot.core.interview.types import Interview, InterviewStatus, ThreadHead
from bot.core.reading.types import ContactWish, Medium, Person
from bot.storage.session import Tables
from bot.storage.tables import InterviewRow, ThreadRow


class InterviewTables(Tables):
    """Stage 3."""

    def add_interview(self, interview: Interview) -> Interview:
        """Store a new interview and return it with its id."""
        row = _fill(InterviewRow(status="", addressed_to="", contact_wish="", lang=""), interview)
        self._session.add(row)
        self._session.flush()
        return _interview(row)

    def save_interview(self, interview: Interview) -> None:
        """Store the changed facts of a known interview."""
        self._session.add(_fill(self._session.get_one(InterviewRow, interview.id), interview))

    def load_interview(self, interview_id: int) -> Interview | None:
        """Return one interview, or None."""
        row = self._session.get(InterviewRow, interview_id)
        return _interview(row) if row else None

    def load_interviews(self) -> list[Interview]:
        """Return every interview, oldest first."""
        return [_interview(row) for row in self._session.exec(select(InterviewRow).order_by(col(InterviewRow.id)))]

    def add_thread(self, interview_id: int, message_ids: Iterable[str]) -> None:
        """Note that these Message-IDs belong to the interview's conversation."""
        for message_id in message_ids:
            self._add_once(
                ThreadRow(message_id=message_id[:500], interview_id=interview_id), "message_id", "interview_id"
            )

    def load_threads(self) -> dict[int, frozenset[str]]:
        """Return interview id → the Message-IDs of its conversation."""
        found: dict[int, set[str]] = defaultdict(set)
        for row in self._session.exec(select(ThreadRow)):
            found[row.interview_id].add(row.message_id)
        return {key: frozenset(ids) for key, ids in found.items()}


def _fill(row: InterviewRow, interview: Interview) -> InterviewRow:
    for name in ("company", "role", "start", "end", "tz", "location", "meeting_url", "addressed_to", "decision_by", "lang", "familiar",
                 "calendar_uid", "calendar_sequence", "answered_at", "away_until"):  # fmt: skip
        setattr(row, name, getattr(interview, name))
    row.status, row.contact_wish = interview.status.value, interview.contact_wish.value
    row.medium = interview.medium.value if interview.medium else None
    row.start_options = [moment.isoformat() for moment in interview.start_options]
    row.interviewers = [{"name": person.name, "email": person.email} for person in interview.interviewers]
    row.contact_name = interview.contact.name if interview.contact else None
    row.contact_email = interview.contact.email if interview.contact else None
    head = interview.head
    row.head_message_id = head.message_id if head else None
    row.head_references = list(head.references) if head else []
    row.head_subject = head.subject if head else ""
    row.head_at = head.at if head else None
    row.closed_for = interview.closed_for
    row.evidence = list(interview.evidence)
    row.called = list(interview.called)
    return row


def _interview(row: InterviewRow) -> Interview:
    assert row.id is not None  # noqa: S101  a stored row has one
    contact = row.contact_name is not None or row.contact_email is not None
    return Interview(
        id=row.id,
        status=InterviewStatus(row.status),
        company=row.company,
        role=row.role,
        start=row.start,
        end=row.end,
        start_options=tuple(datetime.fromisoformat(text) for text in row.start_options),
        tz=row.tz,
        medium=Medium(row.medium) if row.medium else None,
        location=row.location,
        meeting_url=row.meeting_url,
        interviewers=tuple(Person(name=item["name"] or "", email=item["email"]) for item in row.interviewers),
        contact=Person(name=row.contact_name or "", email=row.contact_email) if contact else None,
        addressed_to=row.addressed_to,
        decision_by=row.decision_by,
        contact_wish=ContactWish(row.contact_wish),
        lang=row.lang,
        familiar=row.familiar,
        called=tuple(row.called),
        calendar_uid=row.calendar_uid,
        calendar_sequence=row.calendar_sequence,
        head=_head(row),
        answered_at=row.answered_at,
        away_until=row.away_until,
        evidence=tuple(row.evidence),
        closed_for=row.closed_for,
    )


def _head(row: InterviewRow) -> ThreadHead | None:
    if row.head_message_id is None:
        return None
    return ThreadHead(
        message_id=row.head_message_id,
        references=tuple(row.head_references),
        subject=row.head_subject,
        at=row.head_at,
    )
