"""Mail of those who recruit for others: whether it is such mail, and who the client is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.core.reading.company.cues import Language
from bot.core.reading.company.display_name import fuller_form
from bot.core.reading.company.house_words import is_house
from bot.core.reading.company.leads import find_leads, has_lead
from bot.core.reading.company.names import name_words
from bot.core.reading.company.page import Page
from bot.core.reading.company.people import find_people
from bot.core.reading.company.signed_name import SPLIT_LINE
from bot.core.reading.company.spelling import cut_phrase, name_runs
from bot.core.reading.company.title_signs import is_headed
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


def may_be_agency(page: Page, domains: Sequence[str], own: str | None) -> bool:
    """Return whether the domain ends as a recruiter's may ("redgumtalent"), and nothing says that the talk is with that house."""
    ends = page.language.word_set("agency_ends")
    label = domains[0] if domains else ""
    parts = label.split("-")
    whole = "".join(parts)
    named = any(part in ends for part in parts) or any(
        len(end) > 3 and whole.endswith(end) and len(whole) - len(end) > 2 for end in ends
    )
    texts = [page.subject, *(sentence.text for sentence in page.sentences)]
    led = (phrase for text in texts for _, phrase in led_names(text, "company_only", page.language))
    return named and not (own and own in led)


def speaks_of_client(page: Page) -> bool:
    """Return whether the mail says "our client"."""
    return any(has_lead(page.language, "client", sentence.text) for sentence in page.sentences)


def named_client(page: Page, own: str | None) -> str | None:
    """Return the client that is named right behind "our client", "on behalf of" or "the people at"; *own*: the author's own
    house, which is none."""
    own_words = set(name_words(own or ""))
    for sentence in (*page.sentences, *page.quoted):
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
    phrase = _unplaced(" ".join(cut_phrase(found[1].split(), language)), language)
    return phrase if phrase and (is_organisation(phrase, page, set()) or is_house(phrase, language)) else None


def _is_person(phrase: str, page: Page) -> bool:
    """Return whether *phrase* reads as somebody's name: no word for a house in it, no trade at its end, no "&"."""
    language = page.language
    if " " not in phrase or "&" in phrase or phrase.lower().split()[-1] in language.word_set("trade_ends"):
        return False
    return bool(find_people(phrase, language)) and not is_house(phrase, language)


def client_of_agency(page: Page, own: str | None) -> str | None:
    """Return the house that an agency's mail speaks of most as one to talk with, None where it names none."""
    head = [part.strip() for part in _HEAD.split(page.subject)]
    own_words = set(name_words(own or ""))
    counts = _counted((*head, *(s.text for s in page.sentences)), page, own_words)
    for phrase in _standing_alone(page):
        if is_organisation(phrase, page, own_words):
            counts[phrase] += 1
    counts = counts or _counted([s.text for s in page.quoted], page, own_words)
    for part in head:
        like = [phrase for phrase in counts if part and (phrase == part or phrase.startswith(f"{part} "))]
        for phrase in like:
            counts[phrase] += 2
    found = most_named(counts)
    texts = (page.subject, *(s.text for s in (*page.sentences, *page.quoted)))
    return fuller_form(found, " | ".join(texts), page.language) if found else None


def _counted(texts: Sequence[str], page: Page, own_words: set[str]) -> Counter[str]:
    """Return how often each house is spoken of in *texts* as one to talk with, or as one that asks and tells."""
    language = page.language
    counts: Counter[str] = Counter()
    for text in texts:
        led = [_unplaced(phrase, language) for _, phrase in led_names(text, "client_led", language)]
        for phrase in (*(phrase for phrase in led if not _is_person(phrase, page)), *acting_names(text, language)):
            if is_organisation(phrase, page, own_words):
                counts[phrase] += 1
    return counts


def _standing_alone(page: Page) -> Iterator[str]:
    """Yield the houses that are all of a part of the subject, or all that stands behind "who:"."""
    language = page.language
    told = [re.split(r"\s?[(.,;]", s.text, maxsplit=1)[0] for s in page.sentences if s.label == "who"]
    for part in (*SPLIT_LINE.split(page.subject), *_HEAD.split(page.subject), *told):
        text = (part or "").strip()
        last = text.lower().split()[-1:]
        known = last and (last[0] in language.word_set("trade_ends") or is_house(text, language) or "&" in text)
        if known and len(text.split()) > 1 and name_runs(language).fullmatch(text) and not is_headed(text, language):
            yield text


def _unplaced(phrase: str, language: Language) -> str:
    """Return *phrase* without the place behind it ("Backhaus Lorenz in Heilbronn")."""
    words = phrase.split()
    leads = language.word_set("place_leads")
    cut = next((n for n, word in enumerate(words[:-1]) if n and word in leads and words[n + 1][:1].isupper()), None)
    return " ".join(words[:cut])
