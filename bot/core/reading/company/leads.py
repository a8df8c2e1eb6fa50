"""Expressions and words searched without regard to accents: "Entretien téléphonique" and "entretien telephonique" are one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from bot.core.reading.company.cues import Language
from bot.core.reading.company.folding import fold
from bot.core.reading.company.phrases import Phrase, may_stand

_ACCENTED = re.compile(r"[^\x00-\x7f]")


def find_leads(language: Language, name: str, text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of *language*'s pattern *name* in *text*; their places are places in *text*."""
    phrase = language.patterns.get(name)
    if phrase is None:
        return iter(())
    pattern, needs = _bare_phrase(phrase)
    bare = _bare(text)
    return pattern.finditer(bare) if may_stand(needs, bare.lower()) else iter(())


def has_lead(language: Language, name: str, text: str) -> bool:
    """Return whether *language*'s pattern *name* stands in *text*."""
    if language.memo is None:
        return next(find_leads(language, name, text), None) is not None
    known = language.memo.leads.get((name, text))
    if known is None:
        known = language.memo.leads[name, text] = next(find_leads(language, name, text), None) is not None
    return known


def find_phrases(language: Language, section: str, text: str) -> Iterator[re.Match[str]]:
    """Yield the first match of each phrase of *section* (cues) in *text*, in lower case and without accents."""
    for cue in language.cues.get(section, ()):
        for phrase in cue.phrases:
            pattern, needs = _bare_phrase(phrase)
            if may_stand(needs, text) and (match := pattern.search(text)):
                yield match


def _bare(text: str) -> str:
    return text if text.isascii() else fold(text)


@functools.cache
def bare_words(words: frozenset[str]) -> frozenset[str]:
    """Return *words* without accents."""
    return frozenset(fold(word) for word in words)


@functools.cache
def _bare_phrase(phrase: Phrase) -> tuple[re.Pattern[str], tuple[str, ...]]:
    source = _ACCENTED.sub(lambda match: fold(match[0]), phrase.source)
    return re.compile(source, phrase.flags), tuple(fold(word) for word in phrase.needs)
