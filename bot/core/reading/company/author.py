"""Whether the author holds the talk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.message.types import Address
from bot.core.reading.company.attending import is_coordinator, reachable
from bot.core.reading.company.calendar_event import CalendarEvent
from bot.core.reading.company.correspondents import Correspondents, is_free, is_shared
from bot.core.reading.company.display_name import without_noise
from bot.core.reading.company.domains import domain_label
from bot.core.reading.company.house_words import is_house
from bot.core.reading.company.masks import masked
from bot.core.reading.company.name_addresses import fits_address
from bot.core.reading.company.names import name_words, without_titles
from bot.core.reading.company.page import Page, Sentence, has_cue, speaks_of, without_reference
from bot.core.reading.company.people import find_people
from bot.core.reading.company.spelling import plain_letters, spells
from bot.core.reading.types import Person

_LAST_LINES = 6
_SHORTEST_NAME = 4


def find_talking_author(
    page: Page, who: Correspondents, people: Sequence[Person], events: Sequence[CalendarEvent], *, agency: bool = False
) -> Person | None:
    """Return the author where he or she says to take part ("with me", "I'll call you"), or is the only person there is to talk to."""
    author = who.author if who.author_reachable else _signing_organizer(page, events) or who.author
    author = signer_of_house(page, author) or author
    if author is None or author.email in page.owner.addresses or not author.name or who.on_behalf is not None:
        return None
    name = without_titles(author.name, page.language)
    if not find_people(name, page.language) and not page.forwarded and not _looks_like_a_name(name):
        return None
    person = Person(name=name, email=reachable(author.email, page.language))
    if speaks_of(page, "author_absent"):
        return None
    if any(_says_so(page, sentence) for sentence in page.sentences):
        return person
    if any(has_cue(page.language, "author_beside", masked(s.text, page)) for s in (*page.sentences, *page.quoted)):
        return person
    host = bool(people) and not events and _only_others_join(page, people)
    if host and not is_coordinator(page, author):
        return person
    alone_or_kin = not people or (not page.forwarded and _only_kin(page, people))
    if not events and not agency and alone_or_kin and is_own_house(page, author, who.author):
        return person
    if people or is_coordinator(page, author) or is_shared(author.email, page.language):
        return None
    alone = any(has_cue(page.language, "author_alone", line.plain) for line in (*page.sentences, *page.quoted))
    return person if alone and not events else None


def _signing_organizer(page: Page, events: Sequence[CalendarEvent]) -> Address | None:
    """Return the organizer of an invitation that a calendar sent, where the text is signed with the first name."""
    for event in events:
        first = name_words(event.organizer.name)[:1] if event.organizer else []
        signed = any(
            name_words(line)[-1:] == first for line in page.text.split("\n") if line.strip() and len(line) < 40
        )
        if event.organizer and first and (signed or any(name_words(line)[:1] == first for line in page.signature[:3])):
            return event.organizer
    return None


def _only_kin(page: Page, people: Sequence[Person]) -> bool:
    """Return whether nobody is named but those whom the author calls wife, son, partner ("my husband Ralph")."""
    kin = page.language.pattern("kin")
    return all(_stands_behind(kin, person.name, page) for person in people)


def _stands_behind(pattern: re.Pattern[str], name: str, page: Page) -> bool:
    before = (s.text.partition(name)[0] for s in page.sentences if name in s.text)
    return any(pattern.search(text.lower()) for text in before)


def signer_of_house(page: Page, author: Address | None) -> Address | None:
    """Return who signs below a mail that comes under the house's name ("Garage Pellerin": "Gérard Pellerin"), with its mailbox."""
    if author is None or (author.name and not _is_of_house(author, page)):
        return None
    for sentence in reversed(page.sentences[-_LAST_LINES:]):
        text = sentence.text.strip(" ,.-")
        people = find_people(text, page.language)
        whole = len(people) == 1 and len(people[0].name) == len(text) and not is_house(text, page.language)
        if whole and (not people[0].single or _is_in_house(people[0].name, page, author)):
            return Address(name=people[0].name, email=author.email)
    return None


def _is_of_house(author: Address, page: Page) -> bool:
    """Return whether the mail comes under a house's name rather than a person's."""
    label = domain_label(author.email, page.language)
    spelled = len(author.name.split()) > 1 and spells(author.name.split(), label, page.language)
    if without_noise(author.name, page.language)[1] or is_house(author.name, page.language):
        return True
    return spelled and not fits_address(author.name, author.email)


def is_own_house(page: Page, author: Address, shown: Address | None = None) -> bool:
    """Return whether the house is called after the author ("Enzo" of "Tarantelli Wines"): whoever invites there is the one to see.
    *shown*: whom the header names, which may be the house."""
    words = [word for word in name_words(without_titles(author.name, page.language)) if len(word) >= _SHORTEST_NAME]
    if without_noise(author.name, page.language)[1]:
        return False
    house = name_words(shown.name) if shown and shown.name != author.name else []
    return any(word in house or _is_in_house(word, page, author) for word in words)


def _is_in_house(word: str, page: Page, author: Address) -> bool:
    letters = plain_letters(word)
    if len(letters) < _SHORTEST_NAME:
        return False
    if not is_free(author.email, page.language):
        return letters in plain_letters(domain_label(author.email, page.language))
    houses = [line for line in page.signature if is_house(line, page.language)]
    return any(letters in (plain_letters(part) for part in line.split()) for line in houses)


def _looks_like_a_name(name: str) -> bool:
    return 1 < len(name_words(name)) < 5 and name[:1].isupper() and not any(c.isdigit() for c in name)


def _says_so(page: Page, sentence: Sentence) -> bool:
    language = page.language
    text = masked(without_reference(sentence.text, language), page)
    return (
        has_cue(language, "author_talks", text)
        and not has_cue(language, "person_past", sentence.plain)
        and not has_cue(language, "author_prepares", sentence.plain)
    )


def _only_others_join(page: Page, people: Sequence[Person]) -> bool:
    """Return whether all that are named only come in beside somebody ("P\u00e1raic will sit in as well"): the author."""
    lines = [s for s in page.sentences if any(person.name in s.text for person in people)]
    return bool(lines) and all(has_cue(page.language, "person_beside", line.plain) for line in lines)
