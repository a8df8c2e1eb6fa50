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
    """One mail in the outbox. ``follow_up_id``: None for a letter to the owner. ``raw``: the bytes on the wire, None before the first claim
    of a follow-up (letters are fixed when written). ``digest``: sha256 hex of what was approved, ``""`` for a letter."""

    id: int
    state: OutboxState
    follow_up_id: int | None
    letter_id: int | None
    revision: int | None
    digest: str
    envelope: Envelope
    message_id: str | None
    raw: bytes | None
    due_at: datetime
    attempts: int
    undo_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """[limits]"""

    letters_per_hour: int = 12
    sends_per_day: int = 10
    new_items_per_mail: int = 8
