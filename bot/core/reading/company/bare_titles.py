"""Titles without a word that leads to one: bare subjects, parts of a subject, trades in small letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.reading.company.cues import Language
from bot.core.reading.company.tidy_title import MARKS
from bot.core.reading.company.title_signs import is_headed

_MOST_BARE = 4
"""A subject of so few words, the last of them the head of a title, is the title ("Re: service advisor")."""


def bare_title(subject: str, language: Language) -> str:
    """Return the title that *subject* is and nothing else, ``""`` where it is more or none."""
    words = _without_talk(subject.strip(MARKS).split(), language)
    title = " ".join(words).strip(MARKS)
    if len(words) > _MOST_BARE or talks(title, language):
        return ""
    if len(words) == 1:
        return title if is_lone(title, language) and is_headed(title, language) else ""
    return title if words and (ends_as_title(words, language) or is_small_title(title, language)) else ""


def talks(segment: str, language: Language) -> bool:
    """Return whether a word of *segment* is of a talk or a day ("Interview", "Montag"): it is no title then."""
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", segment)}
    return bool(words & language.word_set("role_talk")) or any(word in language.weekdays for word in words)


def _without_talk(words: list[str], language: Language) -> list[str]:
    """Return *words* without those in front that tell what kind of talk it is ("candidate call", "telefonisches Gespräch")."""
    talk = language.word_set("role_lead_ins")
    first = next((n for n, word in enumerate(words) if word.lower().strip(MARKS) not in talk), len(words))
    return words[first:] if len(words) - first > 1 else words


def ends_as_title(words: Sequence[str], language: Language) -> bool:
    """Return whether the last word is the head of a title, or the last two only together ("dog walker")."""
    two = " ".join(words[-2:])
    return is_headed(words[-1], language) or (is_headed(two, language) and not is_headed(words[-2], language))


def is_lone(part: str, language: Language) -> bool:
    """Return whether a part of a subject is one word in small letters that is a trade ("Harlow Family Law - paralegal")."""
    return (
        part.islower()
        and part.isalpha()
        and len(part) > 4
        and part not in language.word_set("no_roles")
        and not talks(part, language)
    )


def is_small_title(text: str, language: Language) -> bool:
    """Return whether two to four words in small letters are a title: by their last, or by their first where adjectives follow."""
    words = text.split()
    romance = language.small_adjectives
    if not (text.islower() and 1 < len(words) <= (4 if romance else 3)) or talks(text, language):
        return False
    if not romance and not language.word_set("articles").isdisjoint(words):
        return False
    return is_headed(words[-1], language) or (romance and is_headed(words[0], language))
