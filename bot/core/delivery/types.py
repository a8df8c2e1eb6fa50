"""The way out: one outbox for every mail that leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class OutboxState(StrEnum):
    """Where a mail stands on its way out."""

    QUEUED = "queued"  # approved (or a letter to the owner); leaves at ``due_at``
    CONNECT = "connect"  # claimed: bytes fixed, provably not sent yet (MAIL/RCPT at most)
    DATA = "data"  # the bytes may be with the server
    SENT = "sent"  # 250 after the final dot
    DEFERRED = "deferred"  # 4xx or no connection: tried again at ``due_at``
    FAILED = "failed"  # 5xx: given up
    UNKNOWN = "unknown"  # the answer to the final dot is lost
    HELD = "held"  # the owner, or a limit, stopped it before it left
    CANCELLED = "cancelled"  # never to be sent


class SendResult(StrEnum):
    """How one attempt ended."""

    ACCEPTED = "accepted"  # 250 after the final dot
    DEFERRED = "deferred"  # provably not sent, worth another try
    REFUSED = "refused"  # provably not sent, for good
    UNKNOWN = "unknown"  # nobody can tell
    WITHDRAWN = "withdrawn"  # held at the last moment; provably not sent


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOutcome:
    """The end of an attempt. ``code``: the SMTP reply code or None; ``text``: the server's words, at most 500 characters."""

    result: SendResult
    code: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """RFC 5321 envelope."""

    sender: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxItem:
    """One mail in the outbox; exactly one of ``follow_up_id`` and ``letter_id`` is set. ``id`` 0 before it is stored.

    ``revision``/``digest``: what was approved (None and ``""`` for a letter). ``raw``/``message_id``: the bytes on the wire; a letter's
    are fixed when it is written, a follow-up's at the first claim. ``first_attempt_at``/``attempts``: tries so far. ``reply``: the server's
    last words. ``lost_at``/``looks``: since when its fate is (or was, before the owner had it sent again) unknown, and how often
    its copy was looked for.
    """

    id: int = 0
    state: OutboxState = OutboxState.QUEUED
    follow_up_id: int | None = None
    letter_id: int | None = None
    revision: int | None = None
    digest: str = ""
    envelope: Envelope
    message_id: str | None = None
    raw: bytes | None = None
    queued_at: datetime
    due_at: datetime
    undo_until: datetime | None = None
    attempts: int = 0
    first_attempt_at: datetime | None = None
    sent_at: datetime | None = None
    reply: str = ""
    lost_at: datetime | None = None
    looks: int = 0

    @property
    def key(self) -> str:
        """The purpose, of which there is never a second mail."""
        return f"follow_up:{self.follow_up_id}" if self.follow_up_id is not None else f"letter:{self.letter_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """[limits]"""

    letters_per_hour: int = 12
    sends_per_day: int = 10
    new_items_per_mail: int = 8
