"""Letters without their accents, by which names and addresses are compared."""

from __future__ import annotations

import unicodedata
from itertools import filterfalse


def without_accents(text: str) -> str:
    """Return *text* in compatibility form without combining marks ("Zoë" is "Zoe"); letters that are no letter with a mark ("ø", "ß")
    stay, and so does the case."""
    if text.isascii():
        return text
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text)))
