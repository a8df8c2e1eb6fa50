"""The company that the prose names: "interview at Acme", "Gespräch bei Acme", "Acme vous invite"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from bot.core.reading.company.cues import Language
from bot.core.reading.company.house_words import is_house
from bot.core.reading.company.leads import find_leads
from bot.core.reading.company.names import name_words
from bot.core.reading.company.page import Page
from bot.core.reading.company.people import find_people
from bot.core.reading.company.spelling import cut_phrase, name_runs
from bot.core.reading.company.title_signs import is_headed

_NEAR = 80
_SPACE = re.compile(r"\s?")


def told_name(page: Page) -> str | None:
    """Return the name that stands most often where a company does."""
    counts: Counter[str] = Counter()
    for text in (page.subject, *(s.text for s in page.sentences)):
        for phrase in _named(text, page.language):
            if is_organisation(phrase, page, set()) and not _is_person(phrase, page):
                counts[phrase] += 1
    return most_named(counts)


def most_named(counts: Counter[str]) -> str | None:
    """Return the phrase counted most, the longest of several."""
    return max(counts, key=lambda phrase: (counts[phrase], len(phrase), phrase)) if counts else None


def _named(text: str, language: Language) -> Iterator[str]:
    matters = [match.span() for match in find_leads(language, "company_matter", text)]
    if matters:
        for start, phrase in led_names(text, "company_led", language):
            if _near(matters, start, start + len(phrase)):
                yield phrase
        for start, phrase in led_names(text, "company_led_weak", language):
            if is_house(phrase, language) and _near(matters, start, start + len(phrase)):
                yield phrase
    yield from acting_names(text, language)


def _near(matters: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(0 <= start - after <= _NEAR or 0 <= before - end <= _NEAR for before, after in matters)


def led_names(text: str, pattern: str, language: Language) -> Iterator[tuple[int, str]]:
    """Yield where capitalised runs begin right behind *pattern* (and articles), and the runs."""
    runs = name_runs(language)
    for match in find_leads(language, pattern, text):
        start = _past_articles(text, match.end(), language)
        found = runs.match(text, start) if start else None
        if found:
            phrase = " ".join(cut_phrase(found[1].split(), language))
            if phrase:
                yield start, phrase


def _past_articles(text: str, start: int, language: Language) -> int:
    articles = language.word_set("articles")
    space = _SPACE.match(text, start)
    position = space.end() if space else start
    for _ in range(2):
        word = re.compile(r"([^\W\d_]{1,10}['\u2019]?)(\s|(?<=['\u2019]))").match(text, position)
        if (
            not word
            or word[1].lower().rstrip("'\u2019") not in articles
            or (word[1][:1].isupper() and position > start + 1)
        ):
            break
        position = word.end()
    return position


def acting_names(text: str, language: Language) -> Iterator[str]:
    """Yield the runs that stand right before what a company does ("Acme would like to meet you", "Acme lädt Sie ein")."""
    acts = [match.start() for match in find_leads(language, "company_acts", text)]
    if not acts:
        return
    for match in name_runs(language).finditer(text):
        if any(act - match.end() == 1 for act in acts):
            words = match[1].split()
            while words and words[0].lower() in language.word_set("articles"):
                words = words[1:]
            if words:
                yield " ".join(words)


def is_organisation(phrase: str, page: Page, excluded: set[str]) -> bool:
    """Return whether *phrase* can be a company's name: not *excluded* words (lower case), no title, no place, no signer, not the owner."""
    words = name_words(phrase)
    language = page.language
    if not words or set(words) & excluded or set(words) <= set(name_words(page.owner.name)):
        return False
    bad = (
        language.word_set("not_names")
        | set(language.weekdays)
        | set(language.months)
        | language.word_set("company_ends")
    )
    first = phrase.lower().split()[0].strip("'\u2019.,")
    house = is_house(phrase, language)
    if (not house and (words[0] in bad or first in bad)) or phrase.lower() in language.zones:
        return False
    if words[-1] in language.word_set("role_heads") or (len(words) == 1 and is_headed(phrase, language)):
        return False
    return phrase not in _signers(page)


def _signers(page: Page) -> list[str]:
    """Return who signed: the names in the first line of the signature that has any ("Acme Robotics" below it could be one as well)."""
    lines = ([person.name for person in find_people(line, page.language)] for line in page.signature)
    return next(filter(None, lines), [])


def _is_person(phrase: str, page: Page) -> bool:
    people = find_people(phrase, page.language)
    if is_house(phrase, page.language) or len(people) != 1 or people[0].name != phrase:
        return False
    if any(a.name == phrase for a in page.message.reply_to + page.message.from_):
        return True
    if any(s.label == "interviewers" and phrase in s.text for s in page.sentences):
        return True
    text = f"{page.subject}. {page.text}"
    return not any(found == phrase for _, found in led_names(text, "company_only", page.language))
