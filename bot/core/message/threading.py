"""Subjects and ids by which mails form a conversation (RFC 5322 §3.6.4, §3.6.5)."""

from __future__ import annotations

from collections.abc import Sequence


def base_subject(subject: str) -> str:
    """Return the subject without its reply and forward prefixes."""
    raise NotImplementedError


def reply_subject(subject: str) -> str:
    """Return ``Re: `` and the subject, the prefix once."""
    raise NotImplementedError


def message_ids(value: str) -> tuple[str, ...]:
    """Return the ids of a field without brackets, in order, each once; commas and comments are tolerated."""
    raise NotImplementedError


def reply_references(message_id: str, references: Sequence[str], limit: int = 20) -> tuple[str, ...]:
    """Return the References of a reply to *message_id*: at most *limit* ids, the first of the thread and the newest are kept."""
    raise NotImplementedError
