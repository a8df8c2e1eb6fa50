"""A mail as it was taken from a mailbox, before anybody has read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MailboxRole(StrEnum):
    """What a watched mailbox is to the program."""

    INBOX = "inbox"  # mail from others, and the INBOX copies of the owner's replies
    SENT = "sent"  # only an authenticated session can put mail here: where the owner's word is taken from


class MailState(StrEnum):
    """What has become of a received mail."""

    NEW = "new"
    OLD = "old"  # came before the first start; looked at once, for interviews that are still ahead
    OFFERED = "offered"  # the first letter lists its interview; read as new mail if the owner takes that on
    WAITING = "waiting"  # a reply whose origin is not proven yet; looked at again at ``retry_at``
    DONE = "done"
    SHUNTED = "shunted"  # cannot be processed; its bytes are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """How far a mailbox is handled: the highest UID below which nothing is left to do (RFC 9051 §2.3.1.1)."""

    mailbox: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedMail:
    """One mail as fetched. ``internal_date`` aware. ``raw``: its bytes, attachments left out. ``size``: its full size in octets.

    ``header_sha256``: hex digest of the header block, by which it is known again after a change of UIDVALIDITY.
    ``problem``: why only the header could be fetched, or None.
    """

    mailbox: str
    uidvalidity: int
    uid: int
    internal_date: datetime
    size: int
    raw: bytes
    header_sha256: str
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMail:
    """A received mail with its place in the store."""

    id: int
    role: MailboxRole
    mailbox: str
    received_at: datetime
    raw: bytes
    problem: str | None
    state: MailState
