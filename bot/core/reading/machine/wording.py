"""The words of machines: a mail's text in the form in which the expressions of ``config/cues/machine`` are written, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.reading.company.cues import ENGLISH, Cues, Language
from bot.core.reading.company.folding import flatten

_LONG = 300
_ONE_IN = 12
"""So often at least a commonest word stands in a text of its language; a tenth of a mail may be a translation."""
_WORD = re.compile(r"[^\W\d_]+")
_DROPPED = ',;()"\u00ab\u00bb\u201c\u201d\u201e'


_LIGATURES = {"\u00e6": "ae", "\u0153": "oe", "\u00f8": "o"}
_COMBINING = dict.fromkeys(map(chr, range(0x300, 0x370)), "")
_BARE = str.maketrans(_LIGATURES | _COMBINING | dict.fromkeys(_DROPPED, " "))


def fold(text: str, language: Language) -> str:
    """Return *text* in lower case, without accents, commas and brackets, contractions written out, on one line."""
    return " ".join(flatten(language.plain(text)).translate(_BARE).split())


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in every language's form."""

    voices: tuple[tuple[Language, str], ...]

    def says(self, *names: str) -> bool:
        """Return whether any of the expressions *names* stands in the text, in whatever language."""
        return next(self.languages(*names), None) is not None

    def languages(self, *names: str) -> Iterator[Language]:
        """Yield the languages of which one of the expressions *names* stands in the text."""
        for language, text in self.voices:
            if any(next(language.matches(name, text), None) for name in names):
                yield language


def word(text: str, cues: Cues) -> Wording:
    """Return *text* as it is to be searched: a long one in the languages that it holds the commonest words of, a short one in all."""
    spoken = cues.tongues.values() if len(text) < _LONG else _spoken(text, cues)
    return Wording(tuple((language, fold(text, language)) for language in spoken))


def _spoken(text: str, cues: Cues) -> list[Language]:
    words = _WORD.findall(text.lower())
    return [
        tongue
        for tongue in cues.tongues.values()
        if tongue.code == ENGLISH or sum(one in tongue.stopwords for one in words) * _ONE_IN >= len(words)
    ]
