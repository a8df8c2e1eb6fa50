"""Job titles that words lead to ("the position of", "applied for") or that follow them ("… role")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.reading.company.cues import Language
from bot.core.reading.company.leads import find_leads, has_lead, may_lead
from bot.core.reading.company.people import find_people
from bot.core.reading.company.title import title_after, title_before
from bot.core.reading.company.title_signs import is_headed

_LONGEST_NAME = 60
_REACH = 40
_ROUND = re.compile(r"[IVX]{1,4}\b")
"""A number of a round of talks ("II livello"); behind a title it is a grade."""
_DASH = re.compile(r"\s[-\u2013\u2014]\s")


def told_titles(texts: Sequence[str], language: Language) -> Iterator[str]:
    """Yield the titles that stand where words such as "the position of" or "applied for" lead to one."""
    style = "headed" in language.word_set("title_style")
    yield from _all_after(texts, "role_of", language, headed=False)
    yield from _all_before(texts, "role_noun", language, headed=style)
    yield from _all_after(texts, "role_near", language, headed=style)
    yield from _all_after(texts, "role_for", language, headed=style)
    about = [text for text in texts if has_lead(language, "role_matter", text)]
    yield from _all_after(about, "role_as", language, headed=True)
    yield from _all_before(texts, "role_noun_loose", language, headed=True)
    yield from _all_after(texts, "role_for_headed", language, headed=True)
    loose = _all_after(texts, "role_for_loose", language, headed=True)
    yield from (title for title in loose if _is_capital(title, language))


def _is_capital(title: str, language: Language) -> bool:
    """Return whether *title* is two capitalised words or more, and nobody's with the name beside it."""
    return title[:1].isupper() and " " in title and not _names_somebody(title, language)


def _all_after(texts: Sequence[str], pattern: str, language: Language, *, headed: bool) -> Iterator[str]:
    for text in texts if may_lead(language, pattern, texts) else ():
        yield from titles_after(text, pattern, language, headed=headed)


def _all_before(texts: Sequence[str], pattern: str, language: Language, *, headed: bool) -> Iterator[str]:
    for text in texts if may_lead(language, pattern, texts) else ():
        yield from _before(text, pattern, language, headed=headed)


def titles_after(text: str, pattern: str, language: Language, *, headed: bool) -> Iterator[str]:
    for match in find_leads(language, pattern, text):
        if _refused(text[: match.start()], language):
            continue
        title = _behind_dash(text, title_after(text, match.end(), language), language)
        sure = not headed and (title[:1].isupper() or pattern == "role_of")
        if match[0].endswith(":") and match.start() and not is_headed(title, language) and is_a_name(title, language):
            continue  # "a change for the buyer role: Ann Bee is away"
        if _ROUND.match(title):
            continue
        if title and (is_headed(title, language) or (sure and _may_stand(title, pattern, language))):
            yield title


def _behind_dash(text: str, title: str, language: Language) -> str:
    """Return the title behind a dash where only that part is one ("recrutement - Agent d'accueil - Mairie")."""
    opening, *rest = _DASH.split(title, maxsplit=2)
    if not rest or is_headed(opening, language) or not is_headed(rest[0], language):
        return title
    return title_after(rest[0] if len(rest) > 1 else text, 0 if len(rest) > 1 else text.find(rest[0]), language)


def _may_stand(title: str, pattern: str, language: Language) -> bool:
    """Return whether a run without a known head may be a title: one in small letters only where the language writes them so."""
    return title[:1].isupper() or (pattern == "role_of" and language.small_adjectives)


def _before(text: str, pattern: str, language: Language, *, headed: bool) -> Iterator[str]:
    for match in find_leads(language, pattern, text):
        if _opens_bracket(text, match):
            continue
        title = title_before(text, match.start(), language)
        place = text.rfind(title, 0, match.start())
        if not title or (headed and not is_headed(title, language)) or _refused(text[:place], language):
            continue
        if pattern == "role_noun_loose" and _is_of_person(title, language):
            continue
        if is_headed(title, language) or title[:1].isupper():
            yield title


def _opens_bracket(text: str, match: re.Match[str]) -> bool:
    """Return whether "(position" opens a bracket with the title in it ("Director Field (position Night Porter)"), no number of one."""
    return text[: match.start()].rstrip().endswith("(") and not text[match.end() :].lstrip(" :#")[:1].isdigit()


def _names_somebody(title: str, language: Language) -> bool:
    return any(person.telling for person in find_people(title, language))


def _is_of_person(title: str, language: Language) -> bool:
    """Return whether *title* stands beside a name ("Professor Ann Field"): a person is in it, and no head of a title at its end."""
    return _names_somebody(title, language) and not is_headed(title.split()[-1], language)


def _refused(before: str, language: Language) -> bool:
    """Return whether the words right before say that another role is meant ("not for the", "earlier")."""
    near = before[-_REACH:].rstrip(' "\u201c\u201e\u00ab')
    return any(match.end() == len(near) for match in find_leads(language, "role_not", near))


def is_a_name(text: str, language: Language) -> bool:
    """Return whether a line is nothing but a person's name of two words or more, or one behind a title."""
    if len(text) > _LONGEST_NAME:
        return False
    people = find_people(text, language)
    return (
        len(people) == 1
        and people[0].start < 12
        and len(text) - people[0].end < 3
        and not (people[0].single and not people[0].titled)
    )
