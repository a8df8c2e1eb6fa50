"""The company in a mail that a booking service sends though nobody knows it for one: the service's own name is not the house's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.reading.company.correspondents import Correspondents, is_machine
from bot.core.reading.company.cues import Language
from bot.core.reading.company.domains import domain_label
from bot.core.reading.company.house import has_own_domain, is_owners_house, own_name, texts_of
from bot.core.reading.company.house_words import is_house
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.leads import find_leads, has_lead
from bot.core.reading.company.name_addresses import find_addresses
from bot.core.reading.company.page import Page
from bot.core.reading.company.people import find_people
from bot.core.reading.company.signed_name import SPLIT_LINE
from bot.core.reading.company.spelling import cut_phrase, name_runs, plain_letters
from bot.core.reading.company.title_signs import is_headed
from bot.core.reading.company.told_name import is_organisation, told_name

_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
_IN_BRACKETS = re.compile(r"\(([^()]{2,50})\)")


def booked_name(page: Page, who: Correspondents, invitation: Invitation, own: str | None) -> str | None:
    """Return the house that a machine's mail is about where its words never speak of the one it comes from (*own*)."""
    sender = page.message.sender
    if sender is None:
        return None
    mine = domain_label(sender.email, page.language)
    labels = [label for label in _labels(page, invitation) if label != mine]
    if not is_machine(sender.email, page.language) and not (labels and _is_organized_elsewhere(invitation, mine, page)):
        return None
    if _speaks_of(own or mine, page) or is_house(own or "", page.language):
        return None
    texts = [text for text in texts_of(page, who, invitation) if text != sender.name]
    found = _on_behalf(page) or own_name(page, who, labels, texts) or _beside_person(page)
    return found or told_name(page)


def _speaks_of(name: str, page: Page) -> bool:
    """Return whether the words of the mail hold *name*: addresses, and lines that call it a service, do not count."""
    language = page.language
    letters = plain_letters(name)
    lines = [page.subject, *page.signature, *(s.text for s in page.sentences)]
    said = [t for t in lines if not (has_lead(language, "service_said", t) or has_lead(language, "on_behalf", t))]
    spoken = (plain_letters(_ADDRESS.sub(" ", text)) for text in said)
    return any(letters in text and letters != text for text in spoken)


def _labels(page: Page, invitation: Invitation) -> list[str]:
    """Return the labels of the domains of those who hold the talk or are written of: no services, no public providers."""
    language = page.language
    emails = [event.organizer.email for event in invitation.events[:4] if event.organizer]
    emails += [address.email for address in page.message.reply_to]
    emails += [address.email for address in find_addresses(page.text, language)][:10]
    strange = [email for email in emails if has_own_domain(email, page) and not is_owners_house(email, page)]
    return list(dict.fromkeys(domain_label(email, language) for email in strange))


def _is_organized_elsewhere(invitation: Invitation, mine: str, page: Page) -> bool:
    organizers = [event.organizer.email for event in invitation.events[:4] if event.organizer]
    return any(domain_label(email, page.language) != mine for email in organizers)


def _on_behalf(page: Page) -> str | None:
    """Return the name behind "on behalf of" in a line of the mail."""
    for sentence in page.sentences:
        for match in find_leads(page.language, "on_behalf", sentence.text):
            run = name_runs(page.language).match(sentence.text, match.end() + 1)
            name = " ".join(cut_phrase(run[1].split(), page.language)) if run else ""
            if name and _may_be_house(name, page):
                return name
    return None


def _beside_person(page: Page) -> str | None:
    """Return the house in brackets, or behind commas, beside a person's name ("with Ann Field (Acme)")."""
    for text in (page.subject, *(s.text for s in page.sentences)):
        for name in _beside(text, page.language):
            if name_runs(page.language).fullmatch(name) and _may_be_house(name, page):
                return name
    return None


def _beside(text: str, language: Language) -> Iterator[str]:
    for match in _IN_BRACKETS.finditer(text):
        before = text[: match.start()].rstrip()
        if any(person.end == len(before) and not person.single for person in find_people(before, language)):
            yield match[1].strip()
    parts = [part.strip() for part in SPLIT_LINE.split(text) if part and part.strip()]
    named = len(parts) > 1 and any(not person.single for person in find_people(parts[0], language))
    if named and len(text) < 120 and (is_house(parts[-1], language) or is_headed(" ".join(parts[1:-1]), language)):
        yield parts[-1]


def _may_be_house(name: str, page: Page) -> bool:
    language = page.language
    people = find_people(name, language)
    noise = language.word_set("company_noise") | language.word_set("not_names") | set(language.zones)
    person = any(not person.single and person.name == name for person in people)
    mine = set(name.lower().split()) <= noise or person or page.owner.name in name
    return not mine and not is_headed(name, language) and is_organisation(name, page, set())
