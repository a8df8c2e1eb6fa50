"""What exactly was approved: one digest over everything that the owner's yes covers (product: promise 1)."""

from __future__ import annotations

import hashlib
import json

from bot.core.draft.types import Revision


def digest(revision: Revision) -> str:
    """Return the SHA-256 hex digest over From, To, Cc, Subject, threading fields and body.

    Date and Message-ID are left out: they are set once, when the mail is claimed for sending.
    """
    covered = [
        str(revision.from_),
        [str(address) for address in revision.to],
        [str(address) for address in revision.cc],
        revision.subject,
        revision.in_reply_to,
        list(revision.references),
        revision.body,
    ]
    return hashlib.sha256(json.dumps(covered, ensure_ascii=False).encode()).hexdigest()
