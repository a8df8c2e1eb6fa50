"""Subjects and ids by which mails form a conversation (RFC 5322 §3.6.4, §3.6.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Reply and forward prefixes that mail programs write, by language; a number may stand behind them ("AW[2]:").
_PREFIX = re.compile(
    r"\s*(?:re|aw|antw|antwort|sv|vs|rif|r|rép|réf|ref|res|resp|odp|ynt|bls|"  # answers
    r"fwd|fw|wg|tr|rv|enc|i|doorst|vl|fs|vb|pd)"  # forwards
    r"\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s?[:：]",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"<([^<>]++)>")
_SEPARATOR = re.compile(r"[\s,;]+")
_MOST_IN_ID = 998  # RFC 5322 §2.1.1


def base_subject(subject: str) -> str:
    """Return the subject without its reply and forward prefixes."""
    position = 0
    while match := _PREFIX.match(subject, position):
        position = match.end()
    return subject[position:].strip()


def reply_subject(subject: str) -> str:
    """Return ``Re: `` and the subject, the prefix once; ``Re:`` for an empty one."""
    return f"Re: {base_subject(subject)}".rstrip()


def message_ids(value: str) -> tuple[str, ...]:
    """Return the ids of a field without brackets, in order, each once; commas, comments and missing brackets are tolerated."""
    found = _BRACKETED.findall(value) or [
        word for word in _SEPARATOR.split(value.replace("<", " ").replace(">", " ")) if "@" in word
    ]
    ids = ("".join(each.split()) for each in found)
    return tuple(dict.fromkeys(each for each in ids if 0 < len(each) <= _MOST_IN_ID))


def reply_references(message_id: str, references: Sequence[str], limit: int = 20) -> tuple[str, ...]:
    """Return the References of a reply to *message_id*: at most *limit* ids, the first of the thread and the newest are kept."""
    ids = tuple(dict.fromkeys([each for each in references if each != message_id] + [message_id]))
    return ids if len(ids) <= limit else (ids[0], *ids[len(ids) - limit + 1 :])
