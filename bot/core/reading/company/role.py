"""The role the talk is about, as a mail writes it: by the words around it first, by its place in a subject second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.reading.company.bare_titles import bare_title, ends_as_title, is_lone, is_small_title, talks
from bot.core.reading.company.cues import Language
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.leads import find_leads, has_lead
from bot.core.reading.company.page import Page, Sentence
from bot.core.reading.company.people import find_people
from bot.core.reading.company.tidy_title import MARKS, NUMBERED, cut_title, tidy_title
from bot.core.reading.company.title import title_after, title_before
from bot.core.reading.company.title_signs import GENDER_MARK, is_headed
from bot.core.reading.company.told_titles import is_a_name, titles_after, told_titles

_SEGMENTS = re.compile(r"\s[-\u2013\u2014|/\u00b7\u2022]\s|\s//\s|[:|\u2022\u00b7]\s|\s<>\s|\s@\s")
_BRACKETED = re.compile(r"\(([^()]{3,60})\)")
_BESIDE = re.compile(r"^\s?[,/|(:\u2013\u2014-]\s?")
_OF_PEOPLE = frozenset({"interviewers", "who", "candidate", "contact"})


def find_role(page: Page, invitation: Invitation, company: str | None) -> str | None:
    """Return the role, or None where none is named in so many words."""
    candidates = _candidates(page, invitation, company)
    tidied = (tidy for role in candidates if (tidy := tidy_title(role, page.language, company)))
    first = next(tidied, None)
    if first is None or " " in first:
        return first
    low = first.lower()
    return next((other for other in tidied if _is_fuller(other, low, page.language)), first)


def _is_fuller(other: str, low: str, language: Language) -> bool:
    """Return whether *other* says more of the trade *low*: behind it, or in small letters before it."""
    told = other.lower()
    return told.startswith(f"{low} ") or (told.endswith(f" {low}") and is_small_title(other, language))


def find_titled_role(page: Page, invitation: Invitation) -> str | None:
    """Return the role only where it holds the head of a job title, so that it tells what the mail is about."""
    role = find_role(page, invitation, None)
    return role if role and is_headed(role, page.language) else None


def _candidates(page: Page, invitation: Invitation, company: str | None) -> Iterator[str]:
    language = page.language
    own = (page.owner.name, company or "")
    yield from _labelled(page.sentences, language)
    body = [s.text for s in page.sentences if s.text not in page.signature and s.label not in _OF_PEOPLE]
    yield from told_titles(body, language)
    yield from _marked([page.subject, *body], language)
    yield from _of_subject(page.subject, language, own)
    yield from _behind_owner([page.subject, *(event.summary for event in invitation.events[:6])], page)
    yield from _bracketed(body[:12], language, own)
    for event in invitation.events[:6]:
        yield from told_titles([event.summary, *event.description.split("\n")[:20]], language)
        yield from _labelled_lines(event.description, language)
        yield from _segments([event.summary], language)
        yield from _bracketed([event.summary], language, own)
    yield from told_titles(page.signature, language)
    yield from _segments(_own_lines(body, language), language)
    about = [text for text in body if has_lead(language, "role_talk_of", text)]
    yield from _segments([part for text in about for part in text.split(", ")], language)
    yield from _labelled(page.quoted, language)
    quoted = [s.text for s in page.quoted]
    yield from told_titles(quoted, language)
    yield from _marked(quoted, language)
    yield from _bracketed(quoted[:20], language, own)


def _behind_owner(texts: Sequence[str], page: Page) -> Iterator[str]:
    """Yield the titles that stand beside the owner's name in a subject ("Interview Ingrid Solheim, avalanche forecaster")."""
    for text in texts:
        _, name, rest = text.partition(page.owner.name)
        title = title_after(_BESIDE.sub("", rest), 0, page.language) if name and _BESIDE.match(rest) else ""
        if is_headed(title, page.language) and not talks(title, page.language):
            yield title


def _marked(texts: Sequence[str], language: Language) -> Iterator[str]:
    """Yield what stands before a mark of genders ("Sattler (m/w/d)"): only adverts of jobs write one, so no head is asked for."""
    for text in texts:
        for match in GENDER_MARK.finditer(text):
            title = title_before(text, match.start(), language).strip(MARKS) if match["genders"] else ""
            while title and title.split()[0].lower() in language.word_set("role_talk"):
                title = " ".join(title.split()[1:]).strip(MARKS)
            if title and not talks(title, language):
                yield title


def _own_lines(body: Sequence[str], language: Language) -> list[str]:
    """Return the short lines of *body* that may say a title of the role: not the last, none beside a line that is a person's name
    (the title is hers)."""
    names = [is_a_name(text, language) for text in body]
    return [
        text
        for number, text in enumerate(body[:-1])
        if len(text) < 90 and not (names[number + 1] or (number > 0 and names[number - 1]))
    ]


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
    yield from told_titles([subject], language)
    opening = next(find_leads(language, "role_noun", subject), None)
    if opening and opening.start() <= 60:
        title = subject[: opening.start()].strip(MARKS)
        if is_headed(title, language) and not talks(title, language):
            yield title
    for match in find_leads(language, "role_applied", subject):
        yield title_after(subject, match.end(), language)
    yield from _segments([subject], language)
    yield from _bracketed([subject], language, own)
    yield from (
        part
        for title in titles_after(subject, "role_talk_of", language, headed=True)
        if is_headed(part := re.split(r"\s\W\s", title, maxsplit=1)[0], language)
    )
    yield from _small_segments(subject, language)
    yield from _segments(subject.split(", ")[1:], language)
    *before, last = subject.split(", ")
    if before and is_small_title(last.strip(MARKS), language) and not find_people(subject, language):
        yield last
    bare = "" if own[0] in subject else bare_title(subject, language)
    if bare:
        yield bare


def _segments(texts: Sequence[str], language: Language) -> Iterator[str]:
    for text in texts:
        for part in _SEGMENTS.split(language.pattern("role_parts").sub(" | ", text)):
            segment = NUMBERED.sub("", GENDER_MARK.sub("", part or "")).strip(f"{MARKS}!?")
            segment = cut_title(re.sub(r"^[^\w]{1,4}\s?", "", segment), language).strip(MARKS)
            words = segment.split()
            alone = segment == re.sub(r"^[^\w]{1,4}\s?", "", text.strip()) and len(segment) > 6
            if (1 < len(words) <= 8 or alone or (words and len(text.split()) > 1)) and _title_like(segment, language):
                yield segment


def _title_like(segment: str, language: Language) -> bool:
    """Return whether a segment reads as a job title: its first word capitalised, one the head of a title, no talk of meetings."""
    if (
        not is_headed(re.split(r", |\s\(", segment)[0], language)
        or not segment[:1].isupper()
        or talks(segment, language)
    ):
        return False
    return title_after(segment, 0, language) == segment or not _has_small(segment, language)


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
            if is_small_title(match[1], language) or (
                _title_like(match[1], language) and (len(words) > 1 or len(match[1]) > 6)
            ):
                yield match[1]


def _small_segments(subject: str, language: Language) -> Iterator[str]:
    """Yield the titles in small letters between two marks of a subject ("Convocation - adjoint administratif - Mairie")."""
    for part in (part.strip(MARKS) for part in _SEGMENTS.split(subject) if part):
        words = part.split()
        if part == subject.strip(MARKS):
            continue
        if is_small_title(part[:1].lower() + part[1:], language) or (
            words and ends_as_title(words[-2:], language) and is_lone(part, language)
        ):
            yield part


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
