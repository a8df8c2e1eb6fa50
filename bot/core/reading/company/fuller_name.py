"""The company's name in full where a line of its own writes it so: the domain spells "Hochkogel", the signature "Bergbahnen Hochkogel"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.reading.company.display_name import without_noise
from bot.core.reading.company.house_words import is_house
from bot.core.reading.company.name_addresses import fits_address
from bot.core.reading.company.page import Page
from bot.core.reading.company.people import find_people
from bot.core.reading.company.signed_name import SPLIT_LINE
from bot.core.reading.company.spelling import cut_phrase, name_runs
from bot.core.reading.company.title_signs import is_headed

_MOST_MORE = 3
_LAST_LINES = 6
_PLACED = re.compile(r"\b\d{4,5}\s+([^\W\d_][\w-]+)")


def fuller_name(page: Page, own: str) -> str:
    """Return the longest line, or part of one, that holds *own* and nothing else but words of a name; else *own*."""
    found = [text for text in _lines(page) if _holds(text, own, page) and not _is_person(text, page)]
    return max(found, key=lambda text: len(text.split()), default=own)


def _lines(page: Page) -> Iterator[str]:
    """Yield the parts of lines in which a house stands for itself, without the words that say who of it writes."""
    sender = page.message.sender
    closing = [s.text for s in page.sentences[-_LAST_LINES:] if len(s.text) < 60]
    for line in (sender.name if sender else "", page.subject, *page.signature, *closing):
        for part in SPLIT_LINE.split(line[:160]):
            kept = without_noise((part or "").strip(" .:"), page.language)[0]
            if kept:
                yield kept


def _holds(text: str, own: str, page: Page) -> bool:
    words, inner = text.split(), own.split()
    if not 0 < len(words) - len(inner) <= _MOST_MORE or not name_runs(page.language).fullmatch(text):
        return False
    place = next((n for n in range(len(words)) if words[n : n + len(inner)] == inner), None)
    if place is None or is_headed(text, page.language) or cut_phrase(words, page.language) != words:
        return False
    return _is_of_name(words[:place], page) and _is_of_name(words[place + len(inner) :], page, behind=True)


def _is_of_name(words: Sequence[str], page: Page, *, behind: bool = False) -> bool:
    """Return whether *words* beside a name can belong to it: no greetings, no people, no places."""
    language = page.language
    if not words:
        return True
    joins = language.word_set("company_joins")
    bad = language.word_set("not_names") | language.word_set("company_ends") | language.word_set("legal_forms")
    houses = language.word_set("house_words")
    low = [word.lower().strip(".,") for word in words]
    if any(word in bad and word not in houses for word in low) or low[0 if behind else -1] in joins - houses:
        return False
    if any(word in language.word_set("given_names") for word in low) and not any(word in houses for word in low):
        return False
    return not any(word in language.zones for word in low) and not set(words) & set(_PLACED.findall(page.text))


def _is_person(text: str, page: Page) -> bool:
    """Return whether *text* is somebody whose house is called after him ("Ulf Brockhoff" of "Brockhoff Logistik")."""
    if is_house(text, page.language):
        return False
    known = (*page.message.from_, *page.message.reply_to, *page.message.cc)
    if any(text == address.name and fits_address(text, address.email) for address in known):
        return True
    signer = page.signature[0].strip(" ,.-") if page.signature else ""
    return text == signer and len(page.signature) > 1 and bool(find_people(text, page.language))
