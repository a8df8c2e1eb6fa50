"""Mail of those who recruit for others: whether it is such mail, and who the client is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.core.reading.company.house_words import is_house
from bot.core.reading.company.leads import find_leads, has_lead
from bot.core.reading.company.names import name_words
from bot.core.reading.company.page import Page
from bot.core.reading.company.people import find_people
from bot.core.reading.company.signed_name import SPLIT_LINE
from bot.core.reading.company.spelling import cut_phrase, name_runs
from bot.core.reading.company.told_name import acting_names, is_organisation, led_names, most_named

_HEAD = re.compile(r"\s(?:/|-|\u2013|\||:)\s|:\s")
_BETWEEN = re.compile(r"\s?,?\s?")


def is_agency(page: Page, domains: Sequence[str], own: str | None) -> bool:
    """Return whether the author works for a recruiter of others: by the name, the domain, the signature, or a client spoken of."""
    language = page.language
    words = language.word_set("agency")
    spelled = any(re.search(rf"\b{re.escape(word)}\b", (own or "").lower()) for word in words)
    parts = {part for label in domains[:1] for part in (label, *label.split("-"))}
    named = bool(parts & language.word_set("agency_domains"))
    lines = [part.strip() for line in page.signature for part in SPLIT_LINE.split(line) if part]
    signed = any(language.pattern("agency_signed").fullmatch(line) and len(line.split()) >= 2 for line in lines)
    return spelled or named or signed or speaks_of_client(page)


def speaks_of_client(page: Page) -> bool:
    """Return whether the mail says "our client"."""
    return any(has_lead(page.language, "client", sentence.text) for sentence in page.sentences)


def named_client(page: Page, own: str | None) -> str | None:
    """Return the client that is named right behind "our client", "on behalf of" or "the people at"; *own*: the author's own
    house, which is none."""
    own_words = set(name_words(own or ""))
    for sentence in page.sentences:
        for pattern in ("client", "client_for", "client_house"):
            for match in find_leads(page.language, pattern, sentence.text):
                phrase = _behind(sentence.text, match.end(), page)
                if (
                    phrase
                    and not set(name_words(phrase)) & own_words
                    and (pattern != "client_for" or not _is_person(phrase, page))
                ):
                    return phrase
    return None


def _behind(text: str, start: int, page: Page) -> str | None:
    """Return the capitalised run behind a comma or not, articles skipped."""
    language = page.language
    gap = _BETWEEN.match(text, start)
    position = gap.end() if gap else start
    word = re.compile(r"[^\W\d_]{1,6}\s").match(text, position)
    if word and word[0].strip().lower() in language.word_set("indefinite"):
        return None
    if word and word[0].strip().lower() in language.word_set("articles"):
        position = word.end()
    found = name_runs(language).match(text, position)
    if not found:
        return None
    phrase = " ".join(cut_phrase(found[1].split(), language))
    return phrase if phrase and (is_organisation(phrase, page, set()) or is_house(phrase, language)) else None


def _is_person(phrase: str, page: Page) -> bool:
    return " " in phrase and bool(find_people(phrase, page.language)) and not is_house(phrase, page.language)


def client_of_agency(page: Page, own: str | None) -> str | None:
    """Return the house that an agency's mail speaks of most as one to talk with, None where it names none."""
    language = page.language
    own_words = set(name_words(own or ""))
    head = [part.strip() for part in _HEAD.split(page.subject)]
    counts: Counter[str] = Counter()
    for text in (*head, *(s.text for s in page.sentences)):
        phrases = [phrase for _, phrase in led_names(text, "client_led", language) if not _is_person(phrase, page)]
        for phrase in (*phrases, *acting_names(text, language)):
            if is_organisation(phrase, page, own_words):
                counts[phrase] += 1
    for part in head:
        like = [phrase for phrase in counts if part and (phrase == part or phrase.startswith(f"{part} "))]
        for phrase in like:
            counts[phrase] += 2
    return most_named(counts)
