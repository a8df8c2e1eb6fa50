"""Words by which a name says of itself that it is a house."""

from __future__ import annotations

from bot.core.reading.company.cues import Language


def is_house(phrase: str, language: Language) -> bool:
    """Return whether *phrase* says of itself that it is a house: a word such as "Klinik", or a legal form at its end."""
    words = [word.lower().strip(",") for word in phrase.split()]
    endings = tuple(sorted(language.word_set("house_endings")))
    if any(word in language.word_set("house_words") or word.endswith(endings) for word in words):
        return True
    return len(words) > 1 and words[-1] in language.word_set("legal_forms") - language.word_set("legal_forms_shy")
