"""Full examples of everything that is stored: every field differs from its default, so that none can be forgotten."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.core.approval.types import LetterItem, LetterRecord
from bot.core.delivery.types import Envelope, OutboxItem, OutboxState
from bot.core.draft.types import Finding, Revision
from bot.core.followup.notes import Note, NoteKind
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState, StopReason
from bot.core.interview.types import Interview, InterviewStatus, ThreadHead
from bot.core.message.received import FetchedMail
from bot.core.message.types import Address
from bot.core.reading.types import ContactWish, LetterKind, Medium, Person, QuestionTopic

NOW = datetime(2027, 5, 13, 12, 0, 0, 123456, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

INTERVIEW = Interview(
    id=0,
    status=InterviewStatus.CLOSED,
    company="Äcme “Robotics”",
    role="Données",
    start=NOW,
    end=NOW + 60 * MINUTE,
    start_options=(NOW, NOW + MINUTE),
    tz="America/New_York",
    medium=Medium.VIDEO,
    location="Room 音",
    meeting_url="https://meet.acme.example/j/1",
    interviewers=(Person(name="Jane Roe", email="jane@acme.example"), Person(name="Bob")),
    contact=Person(name="", email="hr@acme.example"),
    addressed_to="maya@home.example",
    decision_by=date(2027, 6, 1),
    contact_wish=ContactWish.NO_CHASING,
    lang="fr",
    calendar_uid="u1",
    calendar_sequence=3,
    head=ThreadHead(message_id="a1@acme.example", references=("a0@acme.example",), subject="Your talk", at=NOW),
    away_until=date(2027, 5, 30),
    answered_at=NOW,
    closed_for="rejection",
    familiar=True,
    called=("Frau Dr. Weber",),
    evidence=("held on Thursday", "by Jane"),
)


def a_follow_up(**changes: Any) -> FollowUp:
    """Return a follow-up of interview 1 in which every field is set."""
    values: dict[str, Any] = {
        "interview_id": 1,
        "kind": FollowUpKind.STATUS_CHECK,
        "person": "Jane Roe",
        "ordinal": 2,
        "state": FollowUpState.CANCELLED,
        "draft_at": NOW,
        "send_at": NOW + MINUTE,
        "target_at": NOW + 2 * MINUTE,
        "deadline_at": NOW + 3 * MINUTE,
        "snoozed_until": NOW + 4 * MINUTE,
        "stop_reason": StopReason.REJECTED,
        "sent_at": NOW + 5 * MINUTE,
    }
    return FollowUp(**(values | changes))


def a_revision(**changes: Any) -> Revision:
    """Return a revision of follow-up 1 in which every field is set."""
    values: dict[str, Any] = {
        "follow_up_id": 1,
        "number": 1,
        "from_": Address(name="Maya", email="maya@home.example"),
        "to": (Address(name="Jane", email="jane@acme.example"), Address(email="bob@acme.example")),
        "cc": (Address(name="", email="hr@acme.example"),),
        "subject": "Re: “Your talk”",
        "in_reply_to": "a1@acme.example",
        "references": ("a0@acme.example", "a1@acme.example"),
        "body": "Dear Jane,\n\nthank you 音.",
        "findings": (Finding(rule="E8", blocks=True, words="[NAME]", proposal="fill it in"),),
    }
    return Revision(**(values | changes))


def an_item(**changes: Any) -> LetterItem:
    """Return the only draft of a letter."""
    values: dict[str, Any] = {"number": 1, "follow_up_id": 1, "revision": 1, "digest": "d" * 64}
    return LetterItem(**(values | changes))


def a_note(**changes: Any) -> Note:
    """Return the second text to copy of a letter about interview 1, in which every field is set."""
    values: dict[str, Any] = {
        "interview_id": 1,
        "kind": NoteKind.LINKEDIN,
        "person": "Jane Roe",
        "number": 2,
        "settled_at": NOW,
        "again_at": NOW + MINUTE,
    }
    return Note(**(values | changes))


def a_letter(**changes: Any) -> LetterRecord:
    """Return a letter about interview 1 in which every field is set."""
    values: dict[str, Any] = {
        "kind": LetterKind.QUESTION,
        "topic": QuestionTopic.LATE,
        "interview_id": 1,
        "subject": "Still send this mail?",
        "text": "words",
        "html_text": "shown words",
        "token_sha256": "a" * 64,
        "written_at": NOW,
        "expires_at": NOW + 7 * 24 * 60 * MINUTE,
        "items": (an_item(),),
        "notes": (a_note(),),
    }
    return LetterRecord(**(values | changes))


def a_mail_out(**changes: Any) -> OutboxItem:
    """Return the approved mail of follow-up 1, waiting."""
    values: dict[str, Any] = {
        "follow_up_id": 1,
        "revision": 1,
        "digest": "d" * 64,
        "envelope": Envelope(sender="maya@home.example", recipients=("jane@acme.example", "bob@acme.example")),
        "queued_at": NOW,
        "due_at": NOW + 10 * MINUTE,
        "undo_until": NOW + 10 * MINUTE,
    }
    return OutboxItem(**(values | changes))


def a_letter_out(letter_id: int, **changes: Any) -> OutboxItem:
    """Return a letter, waiting."""
    values: dict[str, Any] = {
        "letter_id": letter_id,
        "envelope": Envelope(sender="maya@home.example", recipients=("maya@home.example",)),
        "message_id": f"token{letter_id}@home.example",
        "raw": b"Subject: x\r\n\r\nwords",
        "queued_at": NOW,
        "due_at": NOW,
    }
    return OutboxItem(**(values | changes))


def a_mail_in(uid: int = 1, **changes: Any) -> FetchedMail:
    """Return a fetched mail."""
    values: dict[str, Any] = {
        "mailbox": "INBOX",
        "uidvalidity": 7,
        "uid": uid,
        "internal_date": NOW,
        "size": 9,
        "raw": b"From: x\r\n\r\n\xff\x00",
        "header_sha256": f"h{uid}",
        "problem": None,
    }
    return FetchedMail(**(values | changes))


def default_fields(value: object) -> set[str]:
    """Return the names of the fields that are as they would be if nobody had set them."""
    return {one.name for one in fields(value) if one.default == getattr(value, one.name)}  # type: ignore[arg-type]


STATES = tuple(OutboxState)
