"""Spelling as advice (E8): which words of a mail are judged, by a dictionary that comes in as an argument. Never blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, TypeAlias

from bot.core.draft.plaintext import words_of
from bot.core.draft.types import Finding, Profile
from bot.core.draft.wording import Wording, find_language
from bot.core.reading.debrief.types import Debrief

Speller: TypeAlias = Callable[[str, Collection[str]], Mapping[str, str]]
"""(language, words) → the misspelled ones, each with its best proposal; nothing of a language that it does not know."""

MAX_FINDINGS: Final = 3
_SHORTEST: Final = 4
"""Of a shorter word, almost any other one is a near miss."""
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"@|://|^\W*www\.|\w\.(?:com|org|net|io|dev|eu|de|fr|es|pt|nl|it|example)\b", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?:[.!?:…]['\"”»)]*\s+|\n\s*|^\s*)[\W_]*\Z")
_ELIDING = frozenset({"fr", "it"})


def profile_words(profile: Profile) -> tuple[str, ...]:
    """Return what the owner wrote of himself; his terms are his own."""
    strengths = (*profile.qualifications, *profile.accomplishments)
    said = (text for one in strengths for text in (one.text, *one.keywords))
    return (profile.headline, profile.signature, profile.availability, *profile.links, *said)


def told_words(debrief: Debrief) -> tuple[str, ...]:
    """Return what the owner told of a talk, as he wrote it."""
    people = (*(one.name for one in debrief.interviewers_added), *(name.right for name in debrief.names_corrected))
    return (*debrief.topics, *debrief.clarifications, *debrief.news, *people)


def advise_spelling(
    body: str, *, known: Iterable[str], spell: Speller, wordings: Mapping[str, Wording]
) -> Iterator[Finding]:
    """Yield at most three findings, in the order of the text, which may be in another language than that of their mail.

    *known*: texts whose words are right whatever a dictionary says (names, role, the owner's own words, what their mail said).
    """
    lang = find_language(body, wordings)
    if not lang:
        return
    excepted = {word for text in known for word in words_of(text)}
    words = dict.fromkeys(word for word in _judged(body, lang) if not excepted.issuperset(words_of(word)))
    proposals = spell(lang, words)
    for word in islice((word for word in words if word in proposals), MAX_FINDINGS):
        yield Finding(rule="E8", blocks=False, words=word, proposal=f"did you mean “{proposals[word]}”?")


def _judged(body: str, lang: str) -> Iterator[str]:
    """Yield the words that a dictionary can judge: no addresses, numbers, abbreviations, nor (but in German) names inside a sentence."""
    text = _CHUNK.sub(lambda chunk: "0" * len(chunk[0]) if _ADDRESS.search(chunk[0]) else chunk[0], body)
    for match in _TOKEN.finditer(text):
        token = match.group().replace("’", "'")
        word = token.rpartition("'")[2] if lang in _ELIDING else token
        if len(word) < _SHORTEST or not word.replace("'", "").isalpha() or any(c.isupper() for c in word[1:]):
            continue
        if (
            word[0].isupper()
            and lang != "de"
            and not _SENTENCE_END.search(text[max(0, match.start() - 20) : match.start()])
        ):
            continue
        yield word
