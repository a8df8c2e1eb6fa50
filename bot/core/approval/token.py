"""The token of a letter: 128 random bits, 26 characters of base32, compared without regard to case (some clients lower-case addresses)."""

from __future__ import annotations

import base64
import hashlib
import re

from bot.core.message.types import Message

TOKEN_BYTES = 16
_BASE32 = "[A-Za-z2-7]{26}"
_LOCAL_PART = re.compile(rf"({_BASE32})@")
_PLUS_ADDRESS = re.compile(rf"[^@+\s]{{1,64}}\+({_BASE32})@")
_REF_LINE = re.compile(rf"^[ \t]*ref:[ \t]*({_BASE32})[ \t]*$", re.MULTILINE | re.IGNORECASE)
_QUOTED_REF_LINE = re.compile(rf"^[> \t]*ref:[ \t]*({_BASE32})[ \t]*$", re.MULTILINE | re.IGNORECASE)
_READ_AT_MOST = 200_000


def make_token(random: bytes) -> str:
    """Return the token for 16 random bytes: lower-case base32 without padding."""
    return base64.b32encode(random).decode("ascii").rstrip("=").lower()


def hash_token(token: str) -> str:
    """Return what is stored of a token: the SHA-256 hex digest of its lower-case form."""
    return hashlib.sha256(token.lower().encode("ascii", "replace")).hexdigest()


def find_token(message: Message) -> str | None:
    """Return the token that names the letter this mail answers, or None: the one place where carriers are read.

    In-Reply-To alone names the letter (References of one thread hold many). A mail without it (answer buttons open a new
    mail) carries a ``ref:`` line or a plus-address. Two different tokens name nothing.
    """
    if message.in_reply_to:
        match = _LOCAL_PART.match(message.in_reply_to)
        if match:
            return match.group(1).lower()
    for found in (_in_text(message, _REF_LINE), _in_recipients(message), _in_text(message, _QUOTED_REF_LINE)):
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _in_text(message: Message, pattern: re.Pattern[str]) -> set[str]:
    return {token.lower() for token in pattern.findall(message.text[:_READ_AT_MOST])}


def _in_recipients(message: Message) -> set[str]:
    matches = (_PLUS_ADDRESS.match(address.email) for address in message.to)
    return {match.group(1).lower() for match in matches if match}
