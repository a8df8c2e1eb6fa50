"""The people of a list, such as a line behind a label holds."""

from __future__ import annotations

import re

from bot.core.reading.company.cues import Language
from bot.core.reading.company.name_addresses import ADDRESS
from bot.core.reading.company.offices import is_office
from bot.core.reading.company.people import Named, find_people, opens_with_person

_BRACKETS = re.compile(r"\([^()]*\)|<[^<>]*>|\[[^\[\]]*\]")
_EDGES = " -\u2013\u2014:*\u2022"
_DASHES = ("-", "\u2013", "\u2014")
_FARTHEST = 12
_WITH_OFFICE = 2
_MOST_LEADING = 9


def split_people(text: str, language: Language, blocked: frozenset[str] = frozenset()) -> tuple[Named, ...]:
    """Return the people of a list such as ``Ms A. Bee (CFO), Cee Dee and Eff Gee, AVP``: one a piece, titles and offices cut off."""
    bare = ADDRESS.sub(" ", _BRACKETS.sub(" ", text))
    turned = _turned(bare, language)
    pieces = [turned] if turned else _pieces(bare, language)
    parts = [[part for part in (piece or "").split(",") if part.strip()] for piece in pieces]
    one_each = len(parts) > 1 and all(
        len(part) == _WITH_OFFICE and opens_with_person(part[0].strip(_EDGES), language) for part in parts
    )
    found = (
        _person_of(part, language, blocked, behind_comma=number > 0)
        for piece in parts
        for number, part in enumerate(piece)
        if number == 0 or not one_each
    )
    return tuple(person for person in found if person is not None)


def _pieces(text: str, language: Language) -> list[str]:
    """Return the entries of a list; where semicolons part them, "and" within an office parts nothing ("Ann Bee, Quality & Metrology")."""
    separator = language.pattern("list_separator")
    if ";" not in text:
        return [piece or "" for piece in separator.split(text)]
    found: list[str] = []
    for entry in text.split(";"):
        before, comma, office = entry.partition(",")
        *first, last = [piece or "" for piece in separator.split(before)]
        found += [*first, last + comma + office]
    return found


def _person_of(part: str, language: Language, blocked: frozenset[str], *, behind_comma: bool) -> Named | None:
    """Return the person that a part of a list names; behind a comma an office may stand as well."""
    part = _behind_colon(part, language).strip(_EDGES)
    first = next(iter(find_people(part, language, blocked)), None)
    if first is None or first.titled:
        return first
    if first.start > _FARTHEST and not _is_led_in(part[: first.start], language):
        return None
    rest = part[first.end :].strip(" .")
    if (first.single and rest[:1].islower()) or (behind_comma and (first.single or is_office(part, language))):
        return None
    return None if rest and behind_comma and not rest.startswith(_DASHES) else first


def _behind_colon(part: str, language: Language) -> str:
    """Return the name behind the office ("Chair: Ann Bee"), else *part*."""
    _, colon, rest = part.partition(":")
    return rest if colon and find_people(rest, language) else part


def _turned(text: str, language: Language) -> str | None:
    """Return ``Jan Weber`` for ``Weber, Jan``, where the second word alone is known as a given name; else None."""
    last, comma, first = text.strip().partition(", ")
    given = language.word_set("given_names")
    one_each = comma and len(last.split()) == 1 and 1 <= len(first.split()) <= 2
    if one_each and first.split()[0].lower() in given and last.lower() not in given:
        return f"{first} {last}"
    return None


def _is_led_in(before: str, language: Language) -> bool:
    """Return whether only articles and offices stand before a name ("our head of design ")."""
    words = re.findall(r"[^\W\d_]+", before)
    return len(words) < _MOST_LEADING and (
        is_office(before, language) or all(word.lower() in language.stopwords for word in words)
    )
