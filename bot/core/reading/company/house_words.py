"""Words by which a name says of itself that it is a house."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.reading.company.cues import Language

_FEWEST = 2


def is_house(phrase: str, language: Language) -> bool:
    """Return whether *phrase* says of itself that it is a house: a word such as "Klinik", or a legal form at its end."""
    words = [word.lower().strip(",") for word in phrase.split()]
    endings = tuple(sorted(language.word_set("house_endings")))
    if any(word in language.word_set("house_words") or word.endswith(endings) for word in words):
        return True
    return len(words) > 1 and words[-1] in language.word_set("legal_forms") - language.word_set("legal_forms_shy")


def ends_as_house(words: Sequence[str], language: Language) -> bool:
    """Return whether a name of several words ends as firms and departments do ("Bellbird Energy") and does not open with a given name."""
    if len(words) < _FEWEST or words[0].lower() in language.word_set("given_names"):
        return False
    return words[-1].lower().rstrip(".,") in language.word_set("ends_of_houses")
