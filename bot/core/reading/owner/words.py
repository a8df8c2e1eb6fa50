"""Words and marks of a text, with their places: what the closed grammar and the subtraction both stand on."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from bot.core.message.seen import DOUBT

Words = tuple[str, ...]
"""Folded words in a row."""

# Invisible, without meaning: zero-width characters, direction marks, soft hyphen, variation selectors, skin tones.
_INVISIBLE = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400)], None
)
_FOLD = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
)
_NOT_ASCII_WORD = re.compile(r"[^A-Za-z0-9]+")
_TOKEN = re.compile(
    r"\n"
    r"|\d{4}-\d{2}-\d{2}(?=[Tt]\d|\W|$)"  # ISO date
    r"|[Tt]?\d{1,2}[:.]\d{2}(?:[ap]m)?(?!\w)(?!\.\d)"  # a time of day, also the second half of an ISO moment
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?(?!\w)"  # a date in figures
    r"|[^\W_]+(?:['’ʼ`´][^\W_]+)*"  # a word or a number
    r"|[:;]-?[)D](?!\w)"  # a smiley
    r"|->|\S"
)


class Token(NamedTuple):
    """One word or mark. ``text`` is folded (NFKC, case, quotes); the source stands at ``start``..``end``."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return any(char.isalnum() for char in self.text)


def visible(text: str) -> str:
    """Return *text* without invisible characters and with LF line ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines if lines.isascii() else lines.translate(_INVISIBLE)


def fold(text: str) -> str:
    """Return *text* in the form in which words are compared: NFKC, case folded, one kind of quotation mark."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return unicodedata.normalize("NFKC", text.translate(_FOLD)).casefold().translate(_FOLD)


def tokenise(text: str) -> list[Token]:
    """Return the words and marks of *text* (already `visible`); a line end is a mark of its own. Linear time."""
    return [Token(fold(m.group()) if m.group() != "\n" else "\n", m.start(), m.end()) for m in _TOKEN.finditer(text)]


def loose(text: str) -> str:
    """Return *text* reduced to its letters, figures and emoji, folded; ``""`` where it has none."""
    if text.isascii():
        return _NOT_ASCII_WORD.sub("", text).lower()
    folded = fold(text)
    if folded.isalnum():
        return folded
    marks = [char for char in set(folded) if not char.isalnum() and unicodedata.category(char) != "So"]
    return folded.translate(dict.fromkeys(map(ord, marks)))


def exact(text: str) -> str:
    """Return *text* as a reader sees it: NFKC, one kind of quotation mark, without the stars of bold text and our marks."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text.translate(_FOLD))
    return plain.strip(f"*_{DOUBT}")


def near(word: str, other: str) -> bool:
    """Whether *word* is one slip (a letter more, less, wrong or two swapped) away from *other*."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    head = 0
    while head < min(len(word), len(other)) and word[head] == other[head]:
        head += 1
    rest, other_rest = word[head:], other[head:]
    swapped = other_rest[1:2] + other_rest[:1] + other_rest[2:]
    return rest[1:] == other_rest or rest == other_rest[1:] or rest[1:] == other_rest[1:] or rest == swapped
