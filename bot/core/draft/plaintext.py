"""Plain text that may leave: what is taken out of every line and body before anybody approves it."""

from __future__ import annotations

import re
import unicodedata

from bot.core.message.accents import without_accents

MAX_LINE = 300
MAX_ID = 900
_ID = re.compile(r"[!-;=?-~]+@[!-;=?-~]+")
_SPACES = re.compile(r"\s+")
_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_JOINERS = frozenset("‌‍")


def is_forbidden(character: str) -> bool:
    """Whether *character* is a control, bidi or other invisible character that no letter needs (line feed is the caller's affair).

    The zero-width joiners stay: emoji, Persian and Indic scripts are written with them.
    """
    return character not in _JOINERS and unicodedata.category(character) in _INVISIBLE_CATEGORIES


def clean_line(text: str, limit: int = MAX_LINE) -> str:
    """Return *text* as one line of at most *limit* characters: invisible characters out, every run of white space one blank."""
    spaced = _SPACES.sub(" ", text[: 4 * limit])
    return "".join(c for c in spaced if not is_forbidden(c))[:limit].strip()


def clean_body(text: str) -> str:
    """Return *text* with LF line ends, tabs as blanks, without invisible characters, trailing blanks and outer blank lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    kept = ["".join(c for c in line if not is_forbidden(c)).rstrip() for line in lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")


def fold(text: str) -> str:
    """Return *text* for comparison: compatibility form, lower case, without accents."""
    return without_accents(text.casefold())


def words_of(text: str) -> list[str]:
    """Return the words of *text*, folded, in their order."""
    return re.findall(r"\w+", fold(text))


def is_sendable_id(message_id: str) -> bool:
    """Whether *message_id* (without brackets) can stand in a header field: visible ASCII around an "@", within a line (RFC 5322 §2.1.1)."""
    return len(message_id) <= MAX_ID and _ID.fullmatch(message_id) is not None
