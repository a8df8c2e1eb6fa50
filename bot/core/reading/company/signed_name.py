"""The company in the lines below a mail: the signature, a team that signs, the imprint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.reading.company.cues import Language
from bot.core.reading.company.display_name import without_noise
from bot.core.reading.company.house import begins_like
from bot.core.reading.company.house_words import is_house
from bot.core.reading.company.page import Page
from bot.core.reading.company.spelling import cut_phrase, name_runs
from bot.core.reading.company.title_signs import is_headed

SPLIT_LINE = re.compile(r"\s*(?:,|\||\u00b7|\u2022|\s[-\u2013\u2014]\s|\t|;|\s/\s)\s*")
_IMPRINT = re.compile(
    r"(?:\u00a9|\(c\))\s{0,3}(?:20\d\d)?(?:\s?[-\u2013]\s?20\d\d)?[\s,]{0,3}(?P<name>[^,.|;\n]{2,60})",
    re.IGNORECASE,
)


def team_name(page: Page) -> str | None:
    """Return the company of a line such as "Harper Industries Recruiting" or "Ihr Team der Rosenhof Klinik" that stands alone."""
    language = page.language
    for text in reversed([sentence.text for sentence in page.sentences][-12:]):
        if len(text) > 80 or text.rstrip().endswith(("?", "!")):
            continue
        kept, stripped = without_noise(text.strip(" .,"), language)
        if stripped and kept and _is_one_name(kept, page) and _teamed(text, language) and not is_headed(kept, language):
            return kept
    return None


def _teamed(text: str, language: Language) -> bool:
    teams = language.word_set("team_words")
    return any(word in teams for word in re.findall(r"[^\W\d_]+", text.lower()))


def _is_one_name(text: str, page: Page) -> bool:
    """Return whether *text* is one capitalised run and nobody's name: nobody of the mail's header or of its interviewers is called so."""
    language = page.language
    match = name_runs(language).fullmatch(text)
    if not match or len(text.split()) > 6 or text.lower() in language.word_set("not_names"):
        return False
    header = (*page.message.from_, *page.message.reply_to, *page.message.cc)
    named = [sentence.text for sentence in page.sentences if sentence.label in ("interviewers", "who", "contact")]
    return not any(text == address.name for address in header) and not any(text in line for line in named)


def signed_name(page: Page, domains: Sequence[str]) -> str | None:
    """Return the organisation of the signature: the last part of a line that also tells an office, a line that begins like the
    domain, or one that says of itself that it is a house."""
    for line in page.signature:
        office = _behind_office(line, page.language)
        if office:
            return office
    for line in page.signature:
        opening = (SPLIT_LINE.split(line)[0] or line).strip(" ,.-\u2013")
        if begins_like(opening, domains) and not is_headed(opening, page.language):
            return without_noise(opening, page.language)[0] or opening
    return next(_houses(page.signature, page.language), None)


def _behind_office(line: str, language: Language) -> str | None:
    if "@" in line or "://" in line or len(line) > 100 or re.search(r"\d{4,}", line):
        return None
    parts = [part.strip() for part in SPLIT_LINE.split(line) if part and part.strip()]
    if len(parts) < 2 or not parts[-1][:1].isupper() or len(parts[-1].split()) > 6:
        return None
    before = " ".join(parts[:-1])
    noise = language.word_set("company_noise")
    officed = is_headed(before, language) or any(word in noise for word in re.findall(r"[^\W\d_]+", before.lower()))
    if not officed or is_headed(parts[-1], language) or not without_noise(parts[-1], language)[0]:
        return None
    return language.pattern("on_behalf").sub("", parts[-1]).strip()


def _houses(lines: Sequence[str], language: Language) -> Iterator[str]:
    """Yield lines that end in a legal form or hold a word for a house ("Gärtnerei Blattwerk GmbH")."""
    for line in lines:
        for part in SPLIT_LINE.split(line):
            words = (part or "").split()
            if not 2 <= len(words) <= 6 or re.search(r"\d|@|://", part) or not part[:1].isupper():
                continue
            if is_house(part, language) and not is_headed(part, language):
                yield part


def imprint_name(page: Page) -> str | None:
    """Return the company of "© 2026 Rowan Bakery"; a service's imprint only where nothing else stands behind the mail."""
    services = page.language.word_set("senders")
    for sentence in reversed(page.sentences[-12:]):
        match = _IMPRINT.search(sentence.text)
        if match and match["name"].strip()[:1].isupper():
            name = " ".join(cut_phrase(match["name"].split(), page.language))
            if name.lower().split()[0] not in services:
                return name
    return None
