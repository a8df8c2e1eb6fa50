"""The company in the name a mail is sent or signed under: "Anna from Acme", "Recrutement Acme", "Acme via Greenhouse"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.message.types import Address
from bot.core.reading.company.correspondents import Correspondents, is_machine
from bot.core.reading.company.cues import Language
from bot.core.reading.company.domains import domain_label
from bot.core.reading.company.house_words import is_house
from bot.core.reading.company.leads import find_leads
from bot.core.reading.company.name_addresses import find_addresses
from bot.core.reading.company.page import Page
from bot.core.reading.company.people import find_people
from bot.core.reading.company.spelling import cut_phrase, name_runs, plain_letters, spells
from bot.core.reading.company.title_signs import is_headed

_BARS = re.compile(r"\s[|/\u2013\u2014\u00b7@-]\s|\s?[(<:]")
_SPLIT = re.compile(r"\s[-\u2013|/\u00b7]\s|,\s")
_MOST_WORDS = 7


def displayed_name(page: Page, who: Correspondents, domains: Sequence[str]) -> str | None:
    """Return the company in the sender's display name where a service or a machine sends, None where it may be a person's name."""
    sender = page.message.sender
    if sender is None or not sender.name or not (who.by_service or not domains):
        return None
    text = f"{page.subject} {' '.join(sentence.text for sentence in page.sentences)}"
    name = _before_service(sender.name[:160], page.language)
    phrase = after_person(name, text, page) or without_noise(name, page.language)[0]
    if not phrase or not re.search(r"[A-Z\u00c0-\u017d]", phrase) or _is_services(phrase, sender, page.language):
        return None
    stripped = plain_letters(phrase) != plain_letters(sender.name)
    if _looks_like_person(phrase, page) and not stripped and not _is_named_as_house(phrase, text, sender, page):
        return None
    return fuller_form(phrase, text, page.language)


def house_displayed(page: Page) -> str | None:
    """Return the house in the sender's display name where no words of the mail spell its domain ("Caja Rural del Jiloca"
    writes from an abbreviation): never a person's name, never words that say only who of the house writes."""
    sender = page.message.sender
    if sender is None or not sender.name or page.forwarded:
        return None
    language = page.language
    parts = [without_noise(part, language)[0] for part in _SPLIT.split(_before_service(sender.name[:160], language))]
    for part in parts:
        words = part.split()
        name = len(words) >= 2 or part.lower() in language.word_set("house_words")
        if name and part[:1].isupper() and is_house(part, language) and not is_headed(part, language):
            return part
    return None


def machine_displayed(page: Page, label: str, own: str | None) -> str | None:
    """Return the name a service sends under though nobody knows it for one: the display name has nothing of the domain *label* nor of
    *own* (the house the domain spells), and the address is a machine's, or another domain of the mail belongs to that name."""
    sender = page.message.sender
    if sender is None or not sender.name or not label:
        return None
    language = page.language
    name = _before_service(sender.name[:160], language)
    sent_for = next(find_leads(language, "sent_for", name), None)
    if sent_for and sent_for.start() > 1 and spells(name[: sent_for.start()].split(), label, language):
        return without_noise(name[sent_for.end() :].strip(), language)[0] or None
    phrase = without_noise(_behind_from(name, language) or name, language)[0]
    if not phrase[:1].isupper() or _is_of_house(phrase, label, own, language):
        return None
    if own and spells(phrase.split(), domain_label(sender.email, language), language):
        return None
    if any(spells(phrase.split(), other, language) for other in _other_labels(page, label)):
        return phrase
    machine = is_machine(sender.email, language) and len(phrase.split()) > 1
    return (
        phrase
        if machine and not find_people(phrase.split()[0], language) and not _looks_like_person(phrase, page)
        else None
    )


def _behind_from(name: str, language: Language) -> str | None:
    """Return the house behind a first name and "from" ("Flora von Greenpath")."""
    for pattern in ("company_from", "company_from_weak"):
        match = next(find_leads(language, pattern, name), None)
        if match and 0 < len(name[: match.start()].split()) <= 1 and name[: match.start()].strip().isalpha():
            return name[match.end() :].strip()
    return None


def _is_of_house(phrase: str, label: str, own: str | None, language: Language) -> bool:
    """Return whether *phrase* shares a word with the domain or the house it spells, or is a known service's."""
    words = [plain_letters(word) for word in phrase.split()]
    letters = plain_letters(label)
    mine = {plain_letters(word) for word in (own or "").split()}
    shared = any((len(word) > 3 and word in letters) or word in mine for word in words)
    return shared or words[0] in language.word_set("senders") or spells(phrase.split(), label, language)


def _other_labels(page: Page, label: str) -> list[str]:
    """Return the labels of every domain of the mail but *label* (subdomains of the sender's, houses behind written addresses)."""
    sender = page.message.sender
    emails = [address.email for address in find_addresses(page.text, page.language)][:20]
    emails += [sender.email] if sender else []
    labels = [part for email in emails for part in email.partition("@")[2].split(".")[:-1]]
    return [part for part in dict.fromkeys(labels) if len(part) > 3 and part != label]


def _before_service(name: str, language: Language) -> str:
    """Return what stands before "via Greenhouse", or behind "on behalf of" or "Greenhouse for"."""
    behalf = next(find_leads(language, "on_behalf", name), None)
    if behalf:
        return name[behalf.end() :].strip()
    sent_for = next(find_leads(language, "sent_for", name), None)
    if sent_for and plain_letters(name[: sent_for.start()]) in language.word_set("senders"):
        return name[sent_for.end() :].strip()
    through = next(find_leads(language, "sent_through", name), None)
    return name[: through.start()].strip() if through and through.start() > 1 else name


def after_person(name: str, text: str, page: Page) -> str | None:
    """Return what stands behind a person's name and "from": where "de" or "von" may belong to the person, only if *text* shows the
    rest standing for itself."""
    language = page.language
    for pattern, sure in (("company_from", True), ("company_from_weak", False)):
        for match in find_leads(language, pattern, name):
            head, rest = name[: match.start()].strip(" ,"), without_noise(name[match.end() :].strip(), language)[0]
            alone = rest and (
                re.search(rf"(?<!{re.escape(match[0])} ){re.escape(rest)}", text) or not _is_surname(rest, language)
            )
            if head and rest and _may_be_given_names(head, language) and (sure or alone):
                return rest
    parts = [part.strip(" )>") for part in _BARS.split(name)]
    if len(parts) == 2 and all(parts) and find_people(parts[0], language):
        return without_noise(parts[1], language)[0] or None
    return None


def _may_be_given_names(head: str, language: Language) -> bool:
    words = head.split()
    noise = language.word_set("company_noise") | language.word_set("house_words")
    return len(words) <= 3 and all(word[:1].isupper() and word.lower() not in noise for word in words)


def _is_surname(rest: str, language: Language) -> bool:
    """Return whether *rest* may be a surname: one word that says nothing of a house."""
    words = rest.lower().split()
    return len(words) == 1 and words[0] not in language.word_set("house_words")


def without_noise(name: str, language: Language) -> tuple[str, bool]:
    """Return *name* without the words that say who of the company writes ("Recrutement", "Team"), and whether there were any."""
    tokens = [token for token in name.replace(" - ", " ").replace(" | ", " ").split() if token.strip("-\u2013|,")]
    noise, joins = language.word_set("company_noise"), language.word_set("company_noise_joins")
    start, end = 0, len(tokens)
    while end > start and _is_noise(tokens[end - 1], noise | joins):
        end -= 1
    while start < end and (_is_noise(tokens[start], noise) or (start and _is_noise(tokens[start], joins))):
        start += 1
    kept = tokens[start:end]
    while len(kept) > 1 and kept[0].lower() in language.word_set("articles") and kept[0][:1].islower():
        kept = kept[1:]
    return " ".join(kept[:_MOST_WORDS]).strip(" ,-\u2013"), len(kept) < len(tokens)


def _is_noise(token: str, noise: frozenset[str]) -> bool:
    low = token.lower().strip(".,:")
    return low in noise or ("-" in low and all(part in noise for part in low.split("-") if part))


def _is_services(phrase: str, sender: Address, language: Language) -> bool:
    labels: Sequence[str] = sender.email.partition("@")[2].split(".")
    known = [label for label in labels if label in language.word_set("senders")]
    return plain_letters(phrase) in {plain_letters(label) for label in known or labels}


def _looks_like_person(phrase: str, page: Page) -> bool:
    people = find_people(phrase, page.language)
    house = page.language.word_set("house_words")
    if any(word.lower() in house for word in phrase.split()):
        return False
    return len(people) == 1 and people[0].name == phrase and 2 <= len(phrase.split()) <= 3


def _is_named_as_house(phrase: str, text: str, sender: Address, page: Page) -> bool:
    """Return whether the mail itself speaks of *phrase* as of a house ("interview with Harper Industries"), or a machine is called so."""
    if any(_led(text, place, page.language) for place in _places(phrase, text)):
        return True
    return is_machine(sender.email, page.language) and phrase in page.subject


def _places(phrase: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(phrase), text)][:20]


def _led(text: str, place: int, language: Language) -> bool:
    before = text[max(0, place - 40) : place].rstrip()
    return any(match.end() == len(before) for match in find_leads(language, "company_led", before))


def fuller_form(phrase: str, text: str, language: Language) -> str:
    """Return the longest form of *phrase* that *text* writes, up to two words longer."""
    runs = [m[1] for m in name_runs(language).finditer(text) if m[1].startswith(f"{phrase} ")]
    forms = [" ".join(cut_phrase(run.split(), language)) for run in runs]
    longest = max(forms, key=len, default=phrase)
    return longest if len(phrase.split()) < len(longest.split()) <= len(phrase.split()) + 2 else phrase
