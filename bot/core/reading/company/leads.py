"""Expressions and words searched without regard to accents: "Entretien téléphonique" and "entretien telephonique" are one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from bot.core.reading.company.cues import Language
from bot.core.reading.company.folding import fold, spellings
from bot.core.reading.company.memo import remembered
from bot.core.reading.company.phrases import may_stand


def find_leads(language: Language, name: str, text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of *language*'s pattern *name* in *text*; their places are places in *text*."""
    phrase = language.patterns.get(name)
    if phrase is None:
        return iter(())
    bare = _bare(text)
    return phrase.bare_pattern.finditer(bare) if may_stand(phrase.bare_needs, bare.lower()) else iter(())


def may_lead(language: Language, name: str, texts: Sequence[str]) -> bool:
    """Return whether the pattern *name* may stand in any of *texts*: so many of them need not be searched one by one."""
    phrase = language.patterns.get(name)
    return phrase is not None and may_stand(phrase.bare_needs, _bare("\n".join(texts)).lower())


def has_lead(language: Language, name: str, text: str) -> bool:
    """Return whether *language*'s pattern *name* stands in *text*."""
    table = language.memo.leads if language.memo else None
    return remembered(table, (name, text), lambda: next(find_leads(language, name, text), None) is not None)


def find_phrases(language: Language, section: str, text: str) -> Iterator[re.Match[str]]:
    """Yield the first match of each phrase of *section* (cues) in *text*, in lower case and without accents."""
    for cue in language.cues.get(section, ()):
        for phrase in cue.phrases:
            if may_stand(phrase.bare_needs, text) and (match := phrase.bare_pattern.search(text)):
                yield match


def _bare(text: str) -> str:
    return text if text.isascii() else fold(text)


@functools.cache
def bare_words(words: frozenset[str]) -> frozenset[str]:
    """Return *words* without accents, and with umlauts spelled out."""
    return frozenset(form for word in words for form in spellings(word))
