"""The keyed mark by which the program knows its own letters, whatever a provider does to their ids."""

from __future__ import annotations

import hashlib
import hmac

from bot.core.message.types import Message

MARK_FIELD = "x-followup-mark"
LETTER_FIELD = "x-followup-letter"


def make_mark(key: bytes, *, kind: str, nonce: str) -> str:
    """Return ``nonce.hmac`` for a letter; *nonce* is any text without a dot that is new for each letter."""
    return f"{nonce}.{_sign(key, kind, nonce)}"


def is_own_letter(message: Message, key: bytes) -> bool:
    """Return whether this installation wrote the letter (compared in constant time)."""
    kind, mark = message.header(LETTER_FIELD), message.header(MARK_FIELD)
    if not kind or not mark:
        return False
    nonce, _, signature = mark.strip().partition(".")
    return hmac.compare_digest(signature.encode("ascii", "replace"), _sign(key, kind.strip(), nonce).encode())


def _sign(key: bytes, kind: str, nonce: str) -> str:
    return hmac.new(key, f"{kind}\n{nonce}".encode(), hashlib.sha256).hexdigest()[:32]
