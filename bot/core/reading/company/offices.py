"""Offices beside names: the words that say what somebody is, which are no part of who somebody is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.reading.company.cues import Language

_FULL_NAME = 2
_LONGEST_ACRONYM = 6
_WORD = re.compile(r"[^\W\d_]+")


def is_office(text: str, language: Language) -> bool:
    """Return whether *text* names an office rather than a person."""
    words = {word.lower() for word in _WORD.findall(text)}
    return bool(words & language.word_set("role_heads")) or bool(language.pattern("office").search(text))


def offices_before(words: Sequence[str], before: str, language: Language) -> int:
    """Return how many words before a name are an office: in capitals behind "our" or "the" ("our HOD Ann Bee"), or one that is a given
    name as well, before two more words ("Dean Ann Bee")."""
    if len(words) > _FULL_NAME and words[0].lower() in language.word_set("titles_of_full_names"):
        return 1
    lead = before.lower().split()[-1:]
    if not lead or lead[0] not in language.word_set("possessives") | language.word_set("articles"):
        return 0
    count = 0
    while count < len(words) - 1 and words[count].isupper() and 2 <= len(words[count]) <= _LONGEST_ACRONYM:
        count += 1
    return count if count and not words[count].isupper() else 0


def behind_office(words: Sequence[str], language: Language) -> int | None:
    """Return where the name begins behind the office written before it ("Warehouse Manager Ann Bee"), 0 where none stands there, None
    where the words are an office alone."""
    heads = language.word_set("role_heads")
    places = [number for number, word in enumerate(words[:5]) if number and word.lower().rstrip(".,") in heads]
    if not places:
        return 0
    rest = words[places[-1] + 1 :]
    if len(rest) > 1 or (rest and rest[0].lower() in language.word_set("given_names")):
        return places[-1] + 1
    fields = language.word_set("title_fields") | language.word_set("not_names")
    return None if places[0] == 1 or words[1].lower() in fields else 0
