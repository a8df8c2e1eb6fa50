"""The words of a language about times, looked up in text without accents: people leave them out, and the tables do."""

from __future__ import annotations

import re

from bot.core.reading.company import folding
from bot.core.reading.company.cues import Language
from bot.core.reading.company.memo import remembered
from bot.core.reading.company.page import has_cue
from bot.core.reading.company.phrases import may_stand

_REACH = 50
_EDGES = " ,:(\u2013\u2014-*"


def finds(language: Language, name: str, text: str) -> re.Match[str] | None:
    """Return where the pattern *name* stands in *text*."""
    table = language.memo.found if language.memo else None
    return remembered(table, (name, text), lambda: _finds(language, name, text))


def _finds(language: Language, name: str, text: str) -> re.Match[str] | None:
    phrase = language.patterns.get(name)
    flat = flatten(language, text)
    return phrase.pattern.search(flat) if phrase and may_stand(phrase.needs, flat) else None


def flatten(language: Language, text: str) -> str:
    """Return *text* as the patterns and cues about times are written: plain, and without accents."""
    return remembered(language.memo.flat if language.memo else None, text, lambda: _flatten(language, text))


def _flatten(language: Language, text: str) -> str:
    return folding.flatten(language.plain(text))


def read_before(language: Language, text: str) -> str:
    """Return the last words of *text*, which stand before a moment, in the form that patterns ending in ``$`` are written for."""
    return " ".join(flatten(language, text[-_REACH:]).rstrip(_EDGES).split())


def has_sign(language: Language, section: str, text: str) -> bool:
    """Return whether any cue of *section* stands in *text*."""
    return has_cue(language, section, flatten(language, text))


def words_of(language: Language, text: str) -> list[str]:
    """Return the words of *text* without accents."""
    return re.findall(r"[^\W\d_]+", flatten(language, text))


def count_of(language: Language, text: str) -> int | None:
    """Return the number that *text*, without accents, says in digits or words; None where it says none."""
    if text.isdigit():
        return int(text)
    spelled = next((n for word, n in language.numbers.items() if folding.flatten(word) == text), None)
    return spelled or (1 if text in language.word_set("one") else None)
