"""Which language a text is in, told by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bot.core.reading.company.cues import ENGLISH, Cues, Language

_MOST_LOOKED_AT = 8_000
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SIGN = 0.9
_OWN_LETTER = 2.0
"""What a letter or mark counts that only one language writes ("¿")."""
"""So much has to speak for another language than English: one common word that few others have, or two that more share."""


_FEW_WORDS = 25
_LABEL = re.compile(r"^\W{0,6}([^\W\d_][^:\n]{0,30}?) ?:", re.MULTILINE)
_MOST_LABELS = 20
_LEAST_LABELS = 2
_CLEARLY = 1.5
"""So much more has to speak in a few words for another language than that of the whole mail."""


def tell_language(text: str, cues: Cues) -> Language:
    """Return the language whose commonest words *text* holds most; a word that several languages share counts less. English where
    nothing tells."""
    scores = _score(text, cues)
    best = max(scores, key=lambda code: (scores[code], code == ENGLISH))
    if scores[best] < _LEAST_SIGN or scores[best] <= scores[ENGLISH]:
        return cues.default
    return cues.languages[best]


def _score(text: str, cues: Cues) -> dict[str, float]:
    words = Counter(_words(text[:_MOST_LOOKED_AT], cues))
    scores = dict.fromkeys(cues.tongues, 0.0)
    for word, count in words.items():
        holders = [code for code, tongue in cues.tongues.items() if word in tongue.stopwords]
        for code in holders:
            scores[code] += min(count, 5) / len(holders)
    for holders in _labels_held(text, cues):
        for code in holders:
            scores[code] += 1 / len(holders)
    for code, tongue in cues.tongues.items():
        letters = "".join(tongue.word_set("own_letters"))
        if letters and not set(letters).isdisjoint(text[:_MOST_LOOKED_AT].lower()):
            scores[code] += _OWN_LETTER
    return scores


def _words(text: str, cues: Cues) -> Iterator[str]:
    """Yield the words of *text*, lower case, without the abbreviations of zones in it: "ET" and "EST" are no French."""
    zones = cues.default.grammar.zones.keys if cues.default.grammar and not text.isupper() else {}
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if not (match[0].isupper() and word in zones):
            yield word


def _labels_held(text: str, cues: Cues) -> list[list[str]]:
    """Return for each label of a form of several labelled lines, which has hardly a common word, the languages that have it."""
    labels = set(_LABEL.findall(text[:_MOST_LOOKED_AT].lower())[:_MOST_LABELS])
    held = [[code for code, tongue in cues.tongues.items() if label in tongue.labels] for label in labels]
    known = [holders for holders in held if holders]
    return known if len(known) >= _LEAST_LABELS else []


def tell_first(texts: list[str], cues: Cues) -> Language:
    """Return the language of the first of *texts* that tells one, be it English; the later ones are looked at only where it does not."""
    for text in texts:
        language = tell_language(text, cues)
        words = set(re.findall(r"[^\W\d_]+", text[:_MOST_LOOKED_AT].lower()))
        if language.code != ENGLISH and len(words) < _FEW_WORDS:
            return _by_the_whole(language, text, texts[-1], cues)
        if language.code != ENGLISH or len(words & language.stopwords) > 2:
            return language
    return cues.default


def _by_the_whole(language: Language, text: str, whole: str, cues: Cues) -> Language:
    """Return *language*, told from a *text* of a few words, or that of the *whole* mail where the few words hardly speak against it."""
    other = tell_language(whole, cues)
    scores = _score(text, cues)
    return other if scores[language.code] - scores[other.code] < _CLEARLY else language
