"""The keyed mark by which the program knows its own letters, whatever a provider does to their ids."""

from __future__ import annotations

import hashlib
import hmac

from bot.core.message.types import Message

MARK_FIELD = "x-followup-mark"
LETTER_FIELD = "x-followup-letter"
MARK_NONCE = 24
"""Characters of the digest of its token that a letter's mark begins with: enough to know the letter by, and the field stays on one line."""


def make_mark(key: bytes, *, kind: str, nonce: str) -> str:
    """Return ``nonce.hmac`` for a letter; *nonce* is any text without a dot that is new for each letter (see `MARK_NONCE`)."""
    return f"{nonce}.{_sign(key, kind, nonce)}"


def read_mark(message: Message, key: bytes) -> str | None:
    """Return the nonce of a letter that this installation wrote, None for any other mail (compared in constant time)."""
    kind, mark = message.header(LETTER_FIELD), message.header(MARK_FIELD)
    if not kind or not mark:
        return None
    nonce, _, signature = mark.strip().partition(".")
    own = hmac.compare_digest(signature.encode("ascii", "replace"), _sign(key, kind.strip(), nonce).encode())
    return nonce if own else None


def _sign(key: bytes, kind: str, nonce: str) -> str:
    return hmac.new(key, f"{kind}\n{nonce}".encode(), hashlib.sha256).hexdigest()[:32]
