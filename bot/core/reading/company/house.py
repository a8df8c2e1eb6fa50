"""The house behind the addresses of a mail: its domains, and the words of the mail that spell them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.core.message.types import Address
from bot.core.reading.company.correspondents import Correspondents, is_free, is_service, is_shared
from bot.core.reading.company.cues import Language
from bot.core.reading.company.domains import domain_label
from bot.core.reading.company.house_words import is_house
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.name_addresses import fits_address
from bot.core.reading.company.page import Page
from bot.core.reading.company.spelling import content_words, plain_letters, spelling_phrases

_MOST_NAMES = 3
_VOWEL = re.compile(r"[aeiouy]")


def house_domains(page: Page, who: Correspondents) -> list[str]:
    """Return the labels of the other side's domains, the author's first: no services, no public mail providers."""
    sender = page.message.sender
    passed_on = page.forwarded and who.author and sender and who.author.email == sender.email
    first = [who.author] if who.author and not passed_on else []
    pool: list[Address] = [*first, *(() if page.forwarded and first else who.known)]
    author = who.author.email if who.author else ""
    emails = [
        a.email
        for a in pool
        if has_own_domain(a.email, page) and (a.email == author or not is_owners_house(a.email, page))
    ]
    through = sender is not None and bool(page.language.pattern("sent_through").search(sender.name))
    if sender and through:
        emails = [email for email in emails if email != sender.email]
    elif sender and not emails and has_own_domain(sender.email, page):
        emails = [sender.email]
    return list(dict.fromkeys(domain_label(email, page.language) for email in emails))


def has_own_domain(email: str, page: Page) -> bool:
    """Return whether *email* is of a house: of no service and no public mail provider."""
    return not is_service(email, page.language) and not is_free(email, page.language)


def is_owners_house(email: str, page: Page) -> bool:
    """Return whether *email* is the owner's, or of the same domain."""
    return email in page.owner.addresses or email.partition("@")[2] == page.owner.email.partition("@")[2]


def texts_of(page: Page, who: Correspondents, invitation: Invitation) -> list[str]:
    """Return every text of the mail in which the company's name may be spelled."""
    sender = page.message.sender
    texts = [page.subject, *(s.text for s in page.sentences), *page.signature, *(s.text for s in page.quoted)]
    texts += [who.author.name if who.author else "", sender.name if sender else ""]
    for event in invitation.events[:4]:
        texts += [
            event.summary,
            event.location,
            *event.description.split("\n")[:30],
            event.organizer.name if event.organizer else "",
        ]
    return [text for text in texts if text]


def own_name(page: Page, who: Correspondents, domains: Sequence[str], texts: Sequence[str]) -> str | None:
    """Return the fullest phrase of the mail that spells one of the first two domains."""
    noise = page.language.word_set("company_noise")
    people = {
        a.name.lower()
        for a in who.known
        if a.name
        and not is_house(a.name, page.language)
        and not (is_shared(a.email, page.language) and not fits_address(a.name, a.email))
        and not (len(a.name.split()) > _MOST_NAMES and noise & set(a.name.lower().split()))
    } | {page.owner.name.lower()}
    for label in domains[:2]:
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(spelling_phrases(text, label, page.language, people))
        if counts:
            return max(counts, key=lambda phrase: (content_words(phrase, page.language), counts[phrase], -len(phrase)))
    return None


def begins_like(line: str, domains: Sequence[str]) -> bool:
    """Return whether a short *line* begins with the letters of one of *domains*."""
    plain = plain_letters(line)
    return len(line.split()) <= 6 and any(
        len(label) > 4 and plain.startswith(plain_letters(label)[:5]) for label in domains
    )


def spelled_out(domains: Sequence[str], language: Language) -> str | None:
    """Return the first domain as words ("Rheinwerk Software"); short parts that nobody can speak stay capitals."""
    if not domains:
        return None
    parts = [part for part in domains[0].split("-") if part]
    parts = _kind_first(parts[0], language) if len(parts) == 1 else parts
    return " ".join(part.capitalize() if _VOWEL.search(part) else part.upper() for part in parts) or None


def _kind_first(label: str, language: Language) -> list[str]:
    """Return the word for the kind of house apart from the name behind it, in languages that put it first ("sartoriabianco")."""
    if not language.small_adjectives:
        return [label]
    houses = (plain_letters(word) for word in language.word_set("house_words"))
    kinds = [house for house in houses if len(house) > 4 and label.startswith(house) and len(label) - len(house) > 2]
    kind = max(kinds, key=len, default="")
    return [kind, label[len(kind) :]] if kind else [label]
