"""Whom an automatic answer names in its author's place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.message.types import Message
from bot.core.reading.company.cues import Cues, Language
from bot.core.reading.machine.report import ADDRESS
from bot.core.reading.machine.wording import word
from bot.core.reading.types import Person

_SENTENCE_END = re.compile(r"(?<=[!?])\s+|(?<=[^\s.][^\s.]\.)\s+(?=[A-Z\u00c0-\u00de\u00bf\u00a1])|\n{2,}")
_ADDRESS = re.compile(ADDRESS)
_FAR = 80
_LITTLE_WORD = 8
_TITLED = 30
"""Letters between "contact" and a name, and a name with a title: verbs may stand far from it."""
_RUN = (
    r"(?<![\w@.])((?:[A-Z\u00c0-\u00de][\w'\u2019-]{0,30}\.?\s{1,2}(?:(?:de|da|do|dos|di|del|della|van|von|den|der|la|le|el)\s){0,2}){0,4}"
    r"[A-Z\u00c0-\u00de][\w'\u2019-]{1,30})"
)
_NAMES = re.compile(_RUN)
_NAME = re.compile(_RUN + r"(?P<gap>[^A-Z\u00c0-\u00de]{0,40})$")


def find_stand_in(message: Message, text: str, cues: Cues, *, has_left: bool) -> Person | None:
    """Return who is to be written to instead, or None. Where the author *has_left*, the one other address in the text is taken, too."""
    own = {address.email for address in (*message.from_, *message.to, *message.reply_to)}
    sentences = [" ".join(part.split()) for part in _SENTENCE_END.split(text)]
    named = [(sentence, match) for sentence in sentences for match in _addresses(sentence, own)]
    for sentence, match in named:
        if word(sentence, cues).says("auto_instead"):
            return _person(sentence, match, message, cues)
    emails = {match[0].lower().rstrip(".") for _, match in named}
    if has_left and len(emails) == 1:
        return _person(*named[0], message, cues)
    return None if named else _without_address(sentences, cues)


def _without_address(sentences: list[str], cues: Cues) -> Person | None:
    """Return whom they say to turn to by name alone, where it is one person."""
    found = {name for sentence in sentences for name in _names_asked_for(sentence, cues)}
    return Person(name=found.pop()) if len(found) == 1 else None


def _names_asked_for(sentence: str, cues: Cues) -> Iterator[str]:
    strangers = frozenset[str]().union(*(language.word_set("not_names") for language in cues.languages.values()))
    titles = cues.default.word_set("titles")
    for match in _NAMES.finditer(sentence):
        name = _name(match[1], "", cues)
        between = _TITLED if match[1].split()[0].lower().strip(".") in titles else _LITTLE_WORD
        before = word(sentence[max(0, match.start() - _FAR) : match.start()], cues)
        if (
            name
            and any(_asks(language, text, between) for language, text in before.voices)
            and not any(part.lower() in strangers - titles for part in name.split())
        ):
            yield name


def _asks(language: Language, text: str, between: int) -> bool:
    """Return whether "contact", with at most so many letters behind it, stands at the end of *text*."""
    return any(len(text) - match.end() <= between for match in language.pattern("auto_instead").finditer(text))


def _addresses(sentence: str, own: set[str]) -> Iterator[re.Match[str]]:
    return (match for match in _ADDRESS.finditer(sentence) if match[0].lower().rstrip(".") not in own)


def _person(sentence: str, match: re.Match[str], message: Message, cues: Cues) -> Person:
    email = match[0].lower().rstrip(".")
    before = _ADDRESS.split(sentence[max(0, match.start() - _FAR) : match.start()])[-1]
    found = _NAME.search(before.replace("mailto:", ""))
    name = _name(found[1], email, cues) if found and _leads_to_address(found["gap"], cues) else ""
    author = message.from_[0].name if message.from_ else ""
    return Person(name=name if name and name != author else email, email=email)


def _leads_to_address(gap: str, cues: Cues) -> bool:
    """Return whether nothing but brackets, or "at", stands between a name and its address."""
    if not any(character.isalpha() for character in gap):
        return True
    return any(language.pattern("auto_at").fullmatch(text.strip(" :<[-")) for language, text in word(gap, cues).voices)


def _name(words: str, email: str, cues: Cues) -> str:
    """Return the name in *words*, without titles, or ``""``; one word alone is one behind a title, or where its address begins with it."""
    titles = cues.default.word_set("titles")
    others = frozenset[str]().union(*(language.word_set("auto_not_names") for language in cues.tongues.values()))
    parts = words.split()
    titled = False
    while parts and (parts[0].lower().strip(".") in titles | others or parts[0][0].islower()):
        titled = titled or parts[0].lower().strip(".") in titles
        parts = parts[1:]
    alone = len(parts) == 1 and not titled and not email.startswith(parts[0].lower())
    return "" if alone else " ".join(parts)
