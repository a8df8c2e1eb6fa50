"""How they speak to the owner, and how they call people: what decides the salutation of a later mail (E2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.reading.company.cues import Language
from bot.core.reading.company.page import Page
from bot.core.reading.types import Person

_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?|\n")
_LONGEST_TITLE = 5
_MOST = 30


def is_familiar(page: Page) -> bool | None:
    """Return whether the owner is called by the familiar word ("du", "tu", "je"), None where no word tells."""
    words = [word.casefold() for word in re.findall(r"\w+", " ".join(sentence.plain for sentence in page.sentences))]
    familiar, formal = (
        sum(word in page.language.words.get(name, ()) for word in words) for name in ("familiar", "formal")
    )
    return None if familiar == formal == 0 else familiar > formal


def find_called(page: Page, people: Sequence[Person]) -> tuple[str, ...]:
    """Return each of the *people* as the mail calls them, title and surname: "Frau Dr. Weber", "Ms Raman"."""
    names = [person.name.split() for person in people if person.name]
    words = _WORD.findall(f"{page.subject}\n{page.text}")
    return tuple(dict.fromkeys(_titled(words, names, page.language)))[:_MOST]


def _titled(words: Sequence[str], names: Sequence[Sequence[str]], language: Language) -> Iterator[str]:
    titles = language.words.get("titles", frozenset())
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and end - at < _LONGEST_TITLE and words[end].strip(".").casefold() in titles:
            end += 1
        if end == at:
            at += 1
            continue
        if surname := next(filter(None, (_surname(words[end:], name) for name in names)), ""):
            yield f"{' '.join(words[at:end])} {surname}"
        at = end


def _surname(words: Sequence[str], name: Sequence[str]) -> str:
    """Return as much of *name* as *words* begin with, without the given name where more follows."""
    count = 0
    while count < min(len(words), len(name)) and words[count].rstrip(".") in name:
        count += 1
    known = [word.rstrip(".") for word in words[:count]]
    return " ".join(known[1:] if len(known) > 1 and known[0] == name[0] else known)
