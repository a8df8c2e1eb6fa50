"""The lines by which an author signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.message.types import Address
from bot.core.reading.company.cues import Language
from bot.core.reading.company.names import without_titles

_MOST_LINES = 24
_MOST_BELOW = 8
_LONGEST_LINE = 140
_LONGEST_CLOSING = 60
_LONGEST_NAME = 80


def find_signature(lines: Sequence[str], author: Address | None, language: Language) -> tuple[str, ...]:
    """Return the lines that stand below a closing word, ``--`` or the author's own name, at most eight each."""
    shown = without_titles(author.name, language) if author else ""
    name = " ".join(shown.lower().split())[:_LONGEST_NAME]
    names = {name, name.split(" ")[0] if name else ""} - {""}
    found: list[str] = []
    for number, line in enumerate(lines):
        bare = line.strip(" ,.!-\u2013\u2014*").lower()
        if not (line.strip() == "--" or bare in names or _opens_with(bare, name) or _closes(bare, language)):
            continue
        below = [text.strip() for text in lines[number + 1 : number + 1 + _MOST_BELOW] if text.strip()]
        here = [line.strip()] if _opens_with(bare, name) else _behind_closing(line, language)
        found += [text for text in (*here, *below) if text not in found and len(text) < _LONGEST_LINE]
    for line in lines:  # "Henrik Aasland, CMO, Papierkite" in one line
        bare = line.strip()
        if len(bare) < _LONGEST_LINE and bare not in found and _opens_with(bare.strip(" -\u2013\u2014*").lower(), name):
            found.append(bare)
    return tuple(found[:_MOST_LINES])


def _closes(bare: str, language: Language) -> bool:
    """Return whether the line is a closing word, alone, with the place it comes from, or with another or the name behind a comma."""
    if not bare or len(bare) >= _LONGEST_CLOSING:
        return False
    closings = language.word_set("closings")
    head = re.split(r"\s?[,;/|!\u2013\u2014]\s?|\s-\s", bare)[0].strip()
    if bare in closings or head in closings:
        return bare in closings or len(bare) - len(head) < 40
    words = bare.split(" ")
    places = [number for number, word in enumerate(words) if word in language.word_set("greets_from")]
    return any(number > 1 and len(words) - number < 5 and " ".join(words[:number]) in closings for number in places)


def _behind_closing(line: str, language: Language) -> list[str]:
    """Return the name behind a closing word in the same line ("Best, Ann")."""
    head, comma, rest = line.strip().partition(",")
    return [rest.strip()] if comma and rest.strip() and head.lower() in language.word_set("closings") else []


def _opens_with(line: str, name: str) -> bool:
    return " " in name and line.startswith(name)
