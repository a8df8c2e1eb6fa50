"""The role the talk is about, as a mail writes it: by the words around it first, by its place in a subject second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.reading.company.cues import Language
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.leads import find_leads, has_lead, may_lead
from bot.core.reading.company.page import Page, Sentence
from bot.core.reading.company.people import find_people
from bot.core.reading.company.title import GENDER_MARK, is_headed, title_after, title_before

_CODE = re.compile(r"^(?:[A-Z]{1,4}[-_/]?\d[\w/-]*|\d{3,}|#\w+)\s*[:,\u2013-]?\s*")
_DAY_BEHIND = re.compile(
    r"\s?[,(|\u2013-]\s{0,2}\d{1,2}(?:\.|st|nd|rd|th|er)?\s(?:de\s)?([^\W\d_]{3,12})\b", re.IGNORECASE
)
_NUMBERED = re.compile(r"\s*[(\[][^()\[\]]*\d{3,}[^()\[\]]*[)\]]|\s[#-]?\s?\d{4,}$")
_SEGMENTS = re.compile(r"\s[-\u2013\u2014|/\u00b7\u2022]\s|[:|\u2022\u00b7]\s|\s<>\s|\s@\s")
_BRACKETED = re.compile(r"\(([^()]{3,60})\)")
_OF_PEOPLE = frozenset({"interviewers", "who", "candidate", "contact"})
_MOST_BARE = 4
"""A subject of so few words, the last of them the head of a title, is the title ("Re: service advisor")."""
_MARKS = " .,;:-\u2013\u2014\"'\u201c\u201d\u201e\u00ab\u00bb("


def find_role(page: Page, invitation: Invitation, company: str | None) -> str | None:
    """Return the role, or None where none is named in so many words."""
    for role in _candidates(page, invitation, company):
        tidy = _tidy(role, page.language, company)
        if tidy:
            return tidy
    return None


def find_titled_role(page: Page, invitation: Invitation) -> str | None:
    """Return the role only where it holds the head of a job title, so that it tells what the mail is about."""
    role = find_role(page, invitation, None)
    return role if role and is_headed(role, page.language) else None


def _candidates(page: Page, invitation: Invitation, company: str | None) -> Iterator[str]:
    language = page.language
    own = (page.owner.name, company or "")
    yield from _labelled(page.sentences, language)
    body = [s.text for s in page.sentences if s.text not in page.signature and s.label not in _OF_PEOPLE]
    yield from _told(body, language)
    yield from _of_subject(page.subject, language, own)
    yield from _bracketed(body[:12], language, own)
    for event in invitation.events[:6]:
        yield from _told([event.summary, *event.description.split("\n")[:20]], language)
        yield from _labelled_lines(event.description, language)
        yield from _segments([event.summary], language)
        yield from _bracketed([event.summary], language, own)
    yield from _told(page.signature, language)
    yield from _segments(_own_lines(body, language), language)
    about = [text for text in body if has_lead(language, "role_talk_of", text)]
    yield from _segments([part for text in about for part in text.split(", ")], language)
    yield from _labelled(page.quoted, language)
    yield from _told([s.text for s in page.quoted], language)


def _own_lines(body: Sequence[str], language: Language) -> list[str]:
    """Return the short lines of *body* that may say a title of the role: not the last, none beside a line that is a person's name
    (the title is hers)."""
    names = [_is_a_name(text, language) for text in body]
    return [
        text
        for number, text in enumerate(body[:-1])
        if len(text) < 90 and not (names[number + 1] or (number > 0 and names[number - 1]))
    ]


def _is_a_name(text: str, language: Language) -> bool:
    """Return whether a line is nothing but a person's name of two words or more, or one behind a title."""
    if len(text) > 60:
        return False
    people = find_people(text, language)
    return (
        len(people) == 1
        and people[0].start < 12
        and len(text) - people[0].end < 3
        and not (people[0].single and not people[0].titled)
    )


def _labelled(sentences: Sequence[Sentence], language: Language) -> Iterator[str]:
    """Yield what lines with a label for it say; of a sentence behind such a label, what stands before "job" or "position"."""
    for sentence in sentences:
        if sentence.label == "role" and len(sentence.text) < 120:
            noun = next(find_leads(language, "role_noun", sentence.text), None)
            yield sentence.text[: noun.start()] if noun and noun.start() > 3 else sentence.text


def _labelled_lines(text: str, language: Language) -> Iterator[str]:
    for line in text.split("\n")[:40]:
        label, colon, value = line.partition(":")
        if colon and language.labels.get(label.strip().lower()) == "role" and value.strip():
            yield value.strip()


def _of_subject(subject: str, language: Language, own: Sequence[str]) -> Iterator[str]:
    yield from _told([subject], language)
    opening = next(find_leads(language, "role_noun", subject), None)
    if opening and opening.start() <= 60:
        title = subject[: opening.start()].strip(_MARKS)
        if is_headed(title, language) and not _talks(title, language):
            yield title
    for match in find_leads(language, "role_applied", subject):
        yield title_after(subject, match.end(), language)
    yield from _segments([subject], language)
    yield from _bracketed([subject], language, own)
    yield from (
        title for title in _after(subject, "role_talk_of", language, headed=True) if not re.search(r"\s\W\s", title)
    )
    yield from _segments(subject.split(", ")[1:], language)
    words = subject.strip(_MARKS).split()
    if 1 < len(words) <= _MOST_BARE and is_headed(words[-1], language) and not _talks(subject, language):
        yield subject.strip(_MARKS)


def _told(texts: Sequence[str], language: Language) -> Iterator[str]:
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


def _all_after(texts: Sequence[str], pattern: str, language: Language, *, headed: bool) -> Iterator[str]:
    for text in texts if may_lead(language, pattern, texts) else ():
        yield from _after(text, pattern, language, headed=headed)


def _all_before(texts: Sequence[str], pattern: str, language: Language, *, headed: bool) -> Iterator[str]:
    for text in texts if may_lead(language, pattern, texts) else ():
        yield from _before(text, pattern, language, headed=headed)


def _after(text: str, pattern: str, language: Language, *, headed: bool) -> Iterator[str]:
    for match in find_leads(language, pattern, text):
        if _refused(text[: match.start()], language):
            continue
        title = _behind_dash(text, title_after(text, match.end(), language), language)
        sure = not headed and (title[:1].isupper() or pattern == "role_of")
        if match[0].endswith(":") and match.start() and not is_headed(title, language) and _is_a_name(title, language):
            continue  # "a change for the buyer role: Ann Bee is away"
        if title and (is_headed(title, language) or (sure and _may_stand(title, pattern, language))):
            yield title


def _behind_dash(text: str, title: str, language: Language) -> str:
    """Return the title behind a dash where only that part is one ("recrutement - Agent d'accueil")."""
    opening, dash, rest = title.partition(" - ")
    if not dash or is_headed(opening, language) or not is_headed(rest, language):
        return title
    return title_after(text, text.find(rest), language)


def _may_stand(title: str, pattern: str, language: Language) -> bool:
    """Return whether a run without a known head may be a title: one in small letters only where the language writes them so."""
    style = language.word_set("title_style")
    return title[:1].isupper() or (pattern == "role_of" and "small_adjectives" in style)


def _before(text: str, pattern: str, language: Language, *, headed: bool) -> Iterator[str]:
    for match in find_leads(language, pattern, text):
        title = title_before(text, match.start(), language)
        place = text.rfind(title, 0, match.start())
        if not title or (headed and not is_headed(title, language)) or _refused(text[:place], language):
            continue
        if is_headed(title, language) or title[:1].isupper():
            yield title


def _refused(before: str, language: Language) -> bool:
    """Return whether the words right before say that another role is meant ("not for the", "earlier")."""
    near = before[-40:].rstrip(' "\u201c\u201e\u00ab')
    return any(match.end() == len(near) for match in find_leads(language, "role_not", near))


def _segments(texts: Sequence[str], language: Language) -> Iterator[str]:
    for text in texts:
        for part in _SEGMENTS.split(language.pattern("role_parts").sub(" | ", text)):
            segment = _NUMBERED.sub("", GENDER_MARK.sub("", part or "")).strip(f"{_MARKS}!?")
            segment = _cut(re.sub(r"^[^\w]{1,4}\s?", "", segment), language).strip(_MARKS)
            words = segment.split()
            alone = segment == re.sub(r"^[^\w]{1,4}\s?", "", text.strip()) and len(segment) > 6
            if (1 < len(words) <= 8 or alone or (words and len(text.split()) > 1)) and _title_like(segment, language):
                yield segment


def _title_like(segment: str, language: Language) -> bool:
    """Return whether a segment reads as a job title: its first word capitalised, one the head of a title, no talk of meetings."""
    if (
        not is_headed(re.split(r", |\s\(", segment)[0], language)
        or not segment[:1].isupper()
        or _talks(segment, language)
    ):
        return False
    return title_after(segment, 0, language) == segment or not _has_small(segment, language)


def _talks(segment: str, language: Language) -> bool:
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", segment)}
    return bool(words & language.word_set("role_talk")) or any(word in language.weekdays for word in words)


def _has_small(segment: str, language: Language) -> bool:
    joins = language.word_set("title_joins") | language.word_set("title_joins_small") | language.word_set("articles")
    return any(word[:1].islower() and word.lower() not in joins for word in segment.split())


def _bracketed(texts: Sequence[str], language: Language, own: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for match in _BRACKETED.finditer(text):
            words = match[1].split()
            definite = words[0].lower() in language.word_set("articles")  # "Benoît (le brasseur)": somebody's own trade
            if definite or _follows_a_person(text[: match.start()].rstrip(), language, own):
                continue
            small = match[1].islower() and len(words) in (2, 3) and is_headed(words[-1], language)
            if small or (_title_like(match[1], language) and (len(words) > 1 or len(match[1]) > 6)):
                yield match[1]


def _follows_a_person(before: str, language: Language, own: Sequence[str]) -> bool:
    """Return whether a name of two or three words stands right before ("Ann Field (Data Lead)"): the title is hers."""
    near = before[-60:]
    last = next((person for person in find_people(near, language) if person.end >= len(near.rstrip("."))), None)
    if (
        last is not None
        and last.single
        and language.pattern("and_word").fullmatch((near[: last.start].split() or [""])[-1])
    ):
        return True
    if (
        last is None
        or (last.single and not last.titled)
        or any(last.name.split()[0] == name.split()[0] for name in own if name)
    ):
        return False
    lead = near[: last.start].rstrip()
    return not any(match.end() == len(lead) for match in find_leads(language, "company_only", lead))


def _tidy(text: str, language: Language, company: str | None) -> str | None:
    role = _CODE.sub("", " ".join(text.split())).strip(_MARKS)
    role = GENDER_MARK.sub("", f" {role}").strip()
    role = language.pattern("role_mark").sub("", role)
    role = _cut(_NUMBERED.sub("", role), language).strip(_MARKS)
    role = _without_company(role, company)
    words = role.split()
    while words and words[0].lower().strip(",") in language.word_set("role_openers"):
        words = words[1:]
    role = " ".join(words).strip(_MARKS)
    if role.count("(") != role.count(")"):
        role = role.split("(")[0].strip()
    return role if _is_role(role, language, company) else None


def _cut(role: str, language: Language) -> str:
    """Cut *role* where a number, a place or another sentence begins."""
    for name in ("role_tail", "role_reference"):
        for match in find_leads(language, name, role):
            follows = role[match.end() :].lstrip()
            if match.start() > 2 and not role[match.start() - 1].isspace() and role[match.start()] not in "([":
                continue
            if match.start() > 2 and (name == "role_reference" or follows[:1].isupper() or not follows):
                role = role[: match.start()]
                break
    dated = next((m for m in _DAY_BEHIND.finditer(role) if m[1].lower() in language.months), None)
    role = role[: dated.start()] if dated else role
    place = re.search(r"\s\(([^()]{2,40})\)$", role)
    return role[: place.start()] if place and place[1].lower() in language.zones else role


def _without_company(role: str, company: str | None) -> str:
    if not company or company.lower() not in role.lower():
        return role
    role = re.sub(rf"(?<!\w){re.escape(company)}(?!\w)", " ", role, flags=re.IGNORECASE)
    return re.sub(r"^\s*[-\u2013|/,:]?\s*|\s*[-\u2013|/,:]?\s*$", "", " ".join(role.split()))


def _is_role(role: str, language: Language, company: str | None) -> bool:
    low = role.lower()
    words = low.split()
    if not 2 < len(role) <= 90 or low in language.word_set("no_roles") or (company and low == company.lower()):
        return False
    if any(word in language.weekdays for word in words) or not re.search(r"[^\W\d_]{2}", role):
        return False
    talk = language.word_set("role_no_end")
    known = is_headed(role, language) or len(words) >= 2 or role[:1].isupper()
    return (
        known and not set(words) <= talk and words[-1] not in talk and words[0] not in language.word_set("title_ends")
    )
