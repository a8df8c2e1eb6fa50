"""Whom an automatic answer names in its author's place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.message.types import Message
from bot.core.reading.company.cues import Cues
from bot.core.reading.machine.report import ADDRESS
from bot.core.reading.machine.wording import word
from bot.core.reading.types import Person

_SENTENCE_END = re.compile(r"(?<=[!?])\s+|(?<=[^\s.][^\s.]\.)\s+(?=[A-Z\u00c0-\u00de\u00bf\u00a1])|\n{2,}")
_ADDRESS = re.compile(ADDRESS)
_FAR = 80
_NAME = re.compile(
    r"(?<![\w@.])((?:[A-Z\u00c0-\u00de][\w'\u2019-]{0,30}\.?\s{1,2}(?:(?:de|da|do|dos|di|del|della|van|von|den|der|la|le|el)\s){0,2}){0,4}"
    r"[A-Z\u00c0-\u00de][\w'\u2019-]{1,30})(?P<gap>[^A-Z\u00c0-\u00de]{0,40})$"
)


def find_stand_in(message: Message, text: str, cues: Cues, *, has_left: bool) -> Person | None:
    """Return who is to be written to instead, or None. Where the author *has_left*, the one other address in the text is taken, too."""
    own = {address.email for address in (*message.from_, *message.to, *message.reply_to)}
    sentences = [" ".join(part.split()) for part in _SENTENCE_END.split(text)]
    named = [(sentence, match) for sentence in sentences for match in _addresses(sentence, own)]
    for sentence, match in named:
        if word(sentence, cues).says("auto_instead"):
            return _person(sentence, match, message, cues)
    emails = {match[0].lower().rstrip(".") for _, match in named}
    return _person(*named[0], message, cues) if has_left and len(emails) == 1 else None


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
    others = frozenset[str]().union(*(language.word_set("auto_not_names") for language in cues.languages.values()))
    parts = words.split()
    titled = False
    while parts and (parts[0].lower().strip(".") in titles | others or parts[0][0].islower()):
        titled = titled or parts[0].lower().strip(".") in titles
        parts = parts[1:]
    alone = len(parts) == 1 and not titled and not email.startswith(parts[0].lower())
    return "" if alone else " ".join(parts)
