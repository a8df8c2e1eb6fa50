"""Letters without marks: what people leave out and leave in."""

from __future__ import annotations

import unicodedata


def _folding() -> dict[int, str]:
    table = {0x2019: "'", 0x2018: "'", 0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2212: "-", 0x2010: "-", 0x2011: "-"}
    for code in range(0x41, 0x250):
        lower = chr(code).lower()
        base = unicodedata.normalize("NFD", lower)[:1]
        if len(lower) == 1 and base != chr(code):
            table[code] = base
    table[0x130] = "i"
    return table


_FOLDING = _folding()


def fold(text: str) -> str:
    """Return *text* in small letters without accents, straight apostrophes, plain spaces; every character stays at its place."""
    return text.translate(_FOLDING)
