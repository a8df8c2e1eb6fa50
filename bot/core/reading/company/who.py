"""Whom the owner will talk to: by labels, agenda lines, sentences, calendar data; never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.reading.company.attending import find_attending, reachable
from bot.core.reading.company.author import find_talking_author
from bot.core.reading.company.correspondents import Correspondents
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.name_addresses import address_of
from bot.core.reading.company.names import name_words, same_person
from bot.core.reading.company.page import Page
from bot.core.reading.company.people import find_people
from bot.core.reading.company.talkers import find_named, find_named_before, find_prevented
from bot.core.reading.types import Person

_MOST_PEOPLE = 12
_INITIAL = re.compile(r"[^\W\d_]\.")


def find_interviewers(
    page: Page,
    invitation: Invitation,
    who: Correspondents,
    blocked: frozenset[str],
    *,
    role: str | None = None,
    agency: bool = False,
) -> tuple[Person, ...]:
    """Return the people the owner will talk to, each once, with their address where any part of the mail gives it.

    *blocked*: words of the company's name, which are nobody's; *role*: its words are no name either ("Paralegal, Trusts & Estates").
    *agency*: the author recruits for others.
    """
    title = set(name_words(role or ""))
    named = [
        _fuller(name, page, blocked)
        for name in find_named(page, blocked)
        if not same_person(name, page.owner.name) and not set(name_words(name)) <= title
    ]
    events = [event for event in invitation.events if event.start is not None] or list(invitation.events)
    people = [Person(name=name, email=email) for name, email in find_attending(page, events, who, named)]
    for name in named:
        if not any(same_person(name, person.name) for person in people):
            people.append(_person(name, page, who))
    if not people:
        people = [_person(name, page, who) for name in find_named_before(page, blocked)]
    if not people:
        people = [_person(name, page, who) for name in find_prevented(page, blocked)]
    author = find_talking_author(page, who, people, events, agency=agency)
    if author and not any(same_person(author.name, person.name) or author.email == person.email for person in people):
        people.append(author)
    return _without_doubles(people)


def _fuller(name: str, page: Page, blocked: frozenset[str]) -> str:
    """Return the whole name of somebody who is once called by one word of it and once in full, where that is one person."""
    if len(name_words(name)) > 1:
        return name
    found = {
        person.name
        for sentence in page.sentences
        if name in sentence.text
        for person in find_people(sentence.text, page.language, blocked)
        if not person.single and same_person(name, person.name) and not same_person(person.name, page.owner.name)
    }
    return found.pop() if len(found) == 1 else name


def _person(name: str, page: Page, who: Correspondents) -> Person:
    name = _written_out(name, who)
    return Person(name=name, email=reachable(address_of(name, who.known), page.language))


def _written_out(name: str, who: Correspondents) -> str:
    """Return ``Marlies Berg`` for ``M. Berg`` where just one of the addresses belongs to such a name."""
    words = name.split()
    if len(words) != 2 or not _INITIAL.fullmatch(words[0]):
        return name
    fuller = {
        known.name
        for known in who.known
        if known.name and known.name[:1] == words[0][:1] and name_words(known.name)[-1:] == name_words(words[1])
    }
    return fuller.pop() if len(fuller) == 1 else name


def _without_doubles(people: Sequence[Person]) -> tuple[Person, ...]:
    kept: list[Person] = []
    for person in people:
        for number, other in enumerate(kept):
            if same_person(person.name, other.name) or (person.email and person.email == other.email):
                fuller = max(person.name, other.name, key=lambda text: len(name_words(text)))
                kept[number] = Person(name=fuller, email=other.email or person.email)
                break
        else:
            kept.append(person)
    return tuple(kept[:_MOST_PEOPLE])
