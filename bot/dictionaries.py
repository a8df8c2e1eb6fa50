"""Dictionaries for the check of spelling (E8): the `pyspellchecker` library, where it is installed (extra ``spelling``)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from bot.core.draft.plaintext import fold
from bot.core.draft.spelling import Speller

if TYPE_CHECKING:
    from spellchecker import SpellChecker

LANGUAGES: Final = ("en", "de", "fr", "es", "pt", "nl", "it")
_ENDING: Final = 3
_SHORTEST_LEMMA: Final = 7
_RARE: Final = 500
_MOST_UNKNOWN: Final = 0.34
"""A text of which the dictionary knows no more than the rest is in a dialect, or in a trade's own words: nobody learns from its remarks."""
_LEMMAS_ONLY: Final = frozenset({"es"})
"""Dictionaries that have few inflected forms: what begins like one of their words is taken for a form of it."""
_VARIANTS: Final = {
    "en": (
        ("is(?=e|a|i)", "iz"), ("ys(?=e|i)", "yz"), ("our", "or"), ("ll", "l"), ("re(?=s?$)", "er"), ("ence", "ense"), ("ogue", "og"),
        ("amme", "am"), ("l(?=ment|fil)", "ll"), ("ae|oe", "e"),
    ),
    "de": (("ss", "ß"),),
}  # fmt: skip
"""Spellings that are right elsewhere (Britain, Switzerland), as (pattern, what the dictionary has)."""


def has_dictionaries() -> bool:
    """Return whether spelling can be checked here."""
    return find_spec("spellchecker") is not None


def make_speller() -> Speller | None:
    """Return what judges words, None where no dictionary is installed; a language is loaded when the first word of it comes."""
    return find_misspelled if has_dictionaries() else None


def find_misspelled(lang: str, words: Collection[str]) -> Mapping[str, str]:
    """Return the misspelled ones of *words*, each with the most frequent word that is one slip away; nothing of an unknown language.

    A word without such a neighbour is taken for a name, a term or a compound, and one that differs in its ending for an inflexion.
    """
    if lang not in LANGUAGES:
        return {}
    unknown = [word for word in words if not _is_known(lang, word)]
    if len(unknown) > 3 and len(unknown) > _MOST_UNKNOWN * len(words):
        return {}
    return {word: proposal for word in unknown if (proposal := _propose(lang, word))}


def _is_known(lang: str, word: str) -> bool:
    dictionary, plain = _dictionary(lang), word.lower().removesuffix("'s")
    if plain in dictionary:
        return True
    if lang in _LEMMAS_ONLY and _is_inflected(lang, plain):
        return True
    variants = (re.sub(pattern, other, plain) for pattern, other in _VARIANTS.get(lang, ()))
    return any(variant in dictionary for variant in variants)


def _is_inflected(lang: str, word: str) -> bool:
    """Whether *word* may be a form of a word that the dictionary has; a missing accent makes it none ("conversacion")."""
    dictionary = _dictionary(lang)
    near = dictionary.candidates(word) or ()
    if fold(word) == word and any(fold(one) == word for one in near):
        return False
    return len(word) < _SHORTEST_LEMMA or any(
        one.startswith(word[:-_ENDING]) for one in dictionary.word_frequency.words()
    )


@cache
def _propose(lang: str, word: str) -> str:
    plain = word.lower()
    near = [one for one in _dictionary(lang).candidates(plain) or () if _is_slip(plain, one)]
    if lang in _LEMMAS_ONLY:
        near = [one for one in near if _dictionary(lang)[one] > _RARE]
    best = max(near, key=lambda one: (_dictionary(lang)[one], one), default="")
    return best.capitalize() if word[0].isupper() else best


def _is_slip(word: str, right: str) -> bool:
    """Whether *word* may be a slip for *right*: the same letters but for accents or their order, or a difference before the ending."""
    if fold(word) == fold(right) or sorted(word) == sorted(right):
        return True
    same = next((i for i, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), min(len(word), len(right)))
    return 0 < same <= max(len(word), len(right)) - _ENDING


@lru_cache(maxsize=2)
def _dictionary(lang: str) -> SpellChecker:
    """Return a language's dictionary: up to a second and 50 MB, so that only the last two are kept."""
    from spellchecker import SpellChecker  # only where it is needed: it is an extra

    return SpellChecker(language=lang, distance=1)
