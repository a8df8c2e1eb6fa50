"""The tables. Rows never leave this package. Moments are aware UTC (SQLModel's UTCDateTime); closed sets are stored by value."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Column, LargeBinary, Text, UniqueConstraint, false
from sqlmodel import Field, SQLModel


class MailRow(SQLModel, table=True):
    """A received mail: its identity, what became of it, and its bytes only while they are needed.

    ``offer``: the number under which the letter of the first start lists its interview, while that waits to be taken on.
    """

    __tablename__ = "mail"
    __table_args__ = (UniqueConstraint("mailbox", "uidvalidity", "uid"),)
    id: int | None = Field(default=None, primary_key=True)
    role: str
    mailbox: str
    uidvalidity: int
    uid: int
    received_at: datetime
    size: int
    header_sha256: str = Field(index=True)
    raw: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    problem: str | None = None
    state: str = Field(index=True)
    retry_at: datetime | None = None
    verdict: str | None = None
    failures: int = 0
    offer: int | None = None


class CheckpointRow(SQLModel, table=True):
    """How far each mailbox is handled."""

    __tablename__ = "checkpoint"
    mailbox: str = Field(primary_key=True)
    uidvalidity: int
    uid: int


class InterviewRow(SQLModel, table=True):
    """The record of one interview."""

    __tablename__ = "interview"
    id: int | None = Field(default=None, primary_key=True)
    status: str = Field(index=True)
    company: str | None = None
    role: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    start_options: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    tz: str | None = None
    medium: str | None = None
    location: str | None = Field(default=None, sa_column=Column(Text))
    meeting_url: str | None = Field(default=None, sa_column=Column(Text))
    interviewers: list[dict[str, str | None]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    contact_name: str | None = None
    contact_email: str | None = None
    addressed_to: str
    decision_by: date | None = None
    contact_wish: str
    lang: str
    calendar_uid: str | None = Field(default=None, index=True)
    calendar_sequence: int | None = None
    head_message_id: str | None = Field(default=None, sa_column=Column(Text))
    head_references: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    head_subject: str = Field(default="", sa_column=Column(Text, nullable=False))
    head_at: datetime | None = None
    closed_for: str | None = None
    answered_at: datetime | None = None
    away_until: date | None = None
    evidence: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    familiar: bool = Field(default=False, sa_column=Column(Boolean, nullable=False, server_default=false()))
    called: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False, server_default="[]"))


class ThreadRow(SQLModel, table=True):
    """A Message-ID that belongs to an interview's conversation."""

    __tablename__ = "thread"
    message_id: str = Field(primary_key=True)
    interview_id: int = Field(primary_key=True, foreign_key="interview.id")


class AuthorRow(SQLModel, table=True):
    """Who wrote a mail about an interview, and what kind of mail it was taken for."""

    __tablename__ = "author"
    interview_id: int = Field(primary_key=True, foreign_key="interview.id")
    email: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)


class LessonRow(SQLModel, table=True):
    """What a correction of the owner's teaches; a later one on the same topic takes its place."""

    __tablename__ = "lesson"
    interview_id: int = Field(primary_key=True, foreign_key="interview.id")
    topic: str = Field(primary_key=True)
    value: str = Field(sa_column=Column(Text, nullable=False))
    email: str | None = None
    replaced: str | None = Field(default=None, sa_column=Column(Text))
    said_at: datetime


class AccountRow(SQLModel, table=True):
    """What the owner has told of an interview, all his answers as one."""

    __tablename__ = "account"
    interview_id: int = Field(primary_key=True, foreign_key="interview.id")
    told_at: datetime
    debrief: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class TouchRow(SQLModel, table=True):
    """A mail to a company that the owner wrote himself; seen twice, it counts once."""

    __tablename__ = "touch"
    interview_id: int = Field(primary_key=True, foreign_key="interview.id")
    message_id_sha256: str = Field(primary_key=True)
    kind: str
    at: datetime


class FollowUpRow(SQLModel, table=True):
    """One mail to be written; there is never a second row for the same purpose."""

    __tablename__ = "follow_up"
    __table_args__ = (UniqueConstraint("interview_id", "kind", "person", "ordinal"),)
    id: int | None = Field(default=None, primary_key=True)
    interview_id: int = Field(foreign_key="interview.id", index=True)
    kind: str
    person: str
    ordinal: int
    state: str = Field(index=True)
    draft_at: datetime
    send_at: datetime
    target_at: datetime | None = None
    deadline_at: datetime | None = None
    snoozed_until: datetime | None = None
    stop_reason: str | None = None
    sent_at: datetime | None = None


class RevisionRow(SQLModel, table=True):
    """One version of a follow-up's mail; never changed once written."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("follow_up_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    follow_up_id: int = Field(foreign_key="follow_up.id")
    number: int
    from_name: str
    from_email: str
    to: list[dict[str, str]] = Field(sa_column=Column(JSON, nullable=False))
    cc: list[dict[str, str]] = Field(sa_column=Column(JSON, nullable=False))
    subject: str = Field(sa_column=Column(Text, nullable=False))
    in_reply_to: str | None = Field(default=None, sa_column=Column(Text))
    references: list[str] = Field(sa_column=Column(JSON, nullable=False))
    body: str = Field(sa_column=Column(Text, nullable=False))
    findings: list[dict[str, str | bool]] = Field(sa_column=Column(JSON, nullable=False))
    digest: str


class DraftCopyRow(SQLModel, table=True):
    """A draft that also lies in the owner's Drafts."""

    __tablename__ = "draft_copy"
    follow_up_id: int = Field(primary_key=True, foreign_key="follow_up.id")
    revision: int
    message_id: str
    placed: bool


class LetterRow(SQLModel, table=True):
    """A letter to the owner. ``key`` keeps the same letter from being written twice."""

    __tablename__ = "letter"
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: str
    topic: str | None = None
    interview_id: int | None = Field(default=None, foreign_key="interview.id", index=True)
    subject: str = Field(sa_column=Column(Text, nullable=False))
    text: str = Field(sa_column=Column(Text, nullable=False))
    html_text: str = Field(sa_column=Column(Text, nullable=False))
    token_sha256: str = Field(unique=True)
    written_at: datetime
    expires_at: datetime


class LetterCopyRow(SQLModel, table=True):
    """An id under which a provider has filed a copy of a letter in Sent, where that is not the letter's own."""

    __tablename__ = "letter_copy"
    message_id_sha256: str = Field(primary_key=True)
    letter_id: int = Field(foreign_key="letter.id", index=True)


class LetterItemRow(SQLModel, table=True):
    """What a numbered draft of a letter stood for; ``used_at`` is set once, by compare-and-set."""

    __tablename__ = "letter_item"
    letter_id: int = Field(primary_key=True, foreign_key="letter.id")
    number: int = Field(primary_key=True)
    follow_up_id: int = Field(foreign_key="follow_up.id", index=True)
    revision: int
    digest: str
    used_at: datetime | None = None


class NoteRow(SQLModel, table=True):
    """A text to copy that a letter proposed; ``settled_at`` is set once, by compare-and-set."""

    __tablename__ = "note"
    letter_id: int = Field(primary_key=True, foreign_key="letter.id")
    number: int = Field(primary_key=True)
    interview_id: int = Field(foreign_key="interview.id", index=True)
    kind: str
    person: str
    settled_at: datetime | None = None
    again_at: datetime | None = None


class OutboxRow(SQLModel, table=True):
    """A mail on its way out; one row for each letter and each follow-up, whatever happens."""

    __tablename__ = "outbox"
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    follow_up_id: int | None = Field(default=None, foreign_key="follow_up.id")
    letter_id: int | None = Field(default=None, foreign_key="letter.id")
    revision: int | None = None
    digest: str = ""
    sender: str
    recipients: list[str] = Field(sa_column=Column(JSON, nullable=False))
    message_id: str | None = Field(default=None, index=True)
    raw: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    state: str = Field(index=True)
    queued_at: datetime
    due_at: datetime
    undo_until: datetime | None = None
    attempts: int = 0
    first_attempt_at: datetime | None = None
    sent_at: datetime | None = None
    reply: str = Field(default="", sa_column=Column(Text, nullable=False))
    lost_at: datetime | None = None
    looks: int = 0
    look_at: datetime | None = None
    copy_at: datetime | None = None


class AttemptRow(SQLModel, table=True):
    """One try to hand a mail over; without an end it is unknown how it ended."""

    __tablename__ = "attempt"
    __table_args__ = (UniqueConstraint("outbox_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    outbox_id: int = Field(foreign_key="outbox.id")
    number: int
    phase: str
    started_at: datetime
    ended_at: datetime | None = None
    result: str | None = None
    code: int | None = None
    text: str = Field(default="", sa_column=Column(Text, nullable=False))


class ReplyRow(SQLModel, table=True):
    """A reply of the owner: its copies in Sent and INBOX are one event."""

    __tablename__ = "reply"
    id: int | None = Field(default=None, primary_key=True)
    letter_id: int | None = Field(default=None, index=True)
    message_id_sha256: str = Field(unique=True)
    text_sha256: str
    inbox_mail_id: int | None = None
    sent_mail_id: int | None = None
    action: str
    origin: str
    at: datetime


class JournalRow(SQLModel, table=True):
    """Every decision with its reasons; rows are only ever added."""

    __tablename__ = "journal"
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(index=True)
    event: str
    subject: str = Field(index=True)
    detail: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))


class PartRow(SQLModel, table=True):
    """How a part of the program (a mailbox, the way out) fares."""

    __tablename__ = "part"
    name: str = Field(primary_key=True)
    state: str
    detail: str
    since: datetime


class FactRow(SQLModel, table=True):
    """Single values about this installation."""

    __tablename__ = "fact"
    name: str = Field(primary_key=True)
    value: str = Field(sa_column=Column(Text, nullable=False))
