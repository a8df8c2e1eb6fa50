"""How the talk is held: video, phone or in person, by what the mail says of it; of several the one that holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.reading.company.cues import Language
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.page import Page, Sentence, has_cue, without_reference
from bot.core.reading.company.place import URL, find_address, find_location, meeting_url
from bot.core.reading.types import Medium

_ORDER = ((Medium.VIDEO, "video"), (Medium.PHONE, "phone"), (Medium.ONSITE, "onsite"))
_NAMED = ((Medium.VIDEO, "named_video"), (Medium.PHONE, "named_phone"), (Medium.ONSITE, "named_onsite"))
_INSTEAD_REACH = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """``location`` as written; ``url`` of the meeting."""

    medium: Medium | None
    location: str | None
    url: str | None


def find_setting(page: Page, invitation: Invitation) -> Setting:
    """Return medium, place and link of the talk, each None where the mail does not tell."""
    url = meeting_url(page, invitation)
    labelled = [s for s in page.sentences if s.label in ("location", "medium", "link") and s.text not in page.signature]
    place = next((event.location for event in invitation.events if event.location), "")
    medium = (
        _of_labels(page, [s for s in labelled if s.label == "medium"])
        or _of_place(place, page.language)
        or _of_sentences(page, url, labelled)
    )
    return Setting(medium=medium, location=find_location(page, place, labelled), url=url)


def _of_labels(page: Page, sentences: list[Sentence]) -> Medium | None:
    for sentence in sentences:
        found = _votes(page.language, sentence.plain)
        if found:
            return found[0]
        for medium, name in _NAMED:
            if page.language.pattern(name).search(sentence.text):
                return medium
    return None


def _votes(language: Language, plain: str) -> list[Medium]:
    plain = _without_replaced(without_reference(plain, language), language)
    return [medium for medium, section in _ORDER if has_cue(language, section, plain)]


def _without_replaced(plain: str, language: Language) -> str:
    """Return *plain* without the medium that another takes the place of ("by video instead of at our office")."""
    for match in language.pattern("medium_instead").finditer(plain):
        found = sorted(
            (hit.start(), -hit.end()) for hit in _mentions(plain[match.end() : match.end() + _INSTEAD_REACH], language)
        )
        if found:
            start, end = found[0]
            return f"{plain[: match.start()]} {plain[match.end() - end :]}"
    return plain


def _mentions(text: str, language: Language) -> Iterator[re.Match[str]]:
    for _, section in _ORDER:
        for cue in language.cues.get(section, ()):
            for phrase in cue.phrases:
                if hit := phrase.pattern.search(text):
                    yield hit


def _of_place(place: str, language: Language) -> Medium | None:
    if not place.strip():
        return None
    if "://" in place or (language.pattern("medium_platform").search(place) and not find_address(place, language)):
        return Medium.VIDEO
    return Medium.PHONE if language.pattern("place_phone").search(place) else Medium.ONSITE


def _of_sentences(page: Page, url: str | None, labelled: list[Sentence]) -> Medium | None:
    lines = [s for s in page.sentences if s.text not in page.signature]
    lines.append(Sentence(text=page.subject, plain=page.language.plain(page.topic)))
    told = [s for s in lines if not page.language.pattern("medium_aside").search(s.plain)]
    others = [s for s in told if page.language.pattern("medium_joiner").search(s.plain)]
    scores = _scored(page, [s for s in told if s not in others], labelled, url)
    if not any(scores.values()):
        scores = _scored(page, others, [], None)
    return _best(scores) if any(scores.values()) else _of_quoted(page)


def _scored(page: Page, lines: list[Sentence], labelled: list[Sentence], url: str | None) -> dict[Medium, float]:
    scores = {Medium.VIDEO: 3.0 if url else 0.0, Medium.PHONE: 0.0, Medium.ONSITE: 0.0}
    for sentence in lines:
        for medium in _votes(page.language, sentence.plain):
            scores[medium] += 2.0
        if find_address(sentence.text, page.language):
            scores[Medium.ONSITE] += 2.0
    for sentence in labelled:
        if sentence.label == "location" and not URL.search(sentence.text):
            found = _votes(page.language, sentence.plain)
            scores[found[0] if found else Medium.ONSITE] += 3.0
    return scores


def _best(scores: dict[Medium, float]) -> Medium:
    """Return the medium that holds: a way to dial in beside a video link is video still; a place needs more than the link."""
    best = max(scores, key=lambda medium: scores[medium])
    video, phone, onsite = scores[Medium.VIDEO], scores[Medium.PHONE], scores[Medium.ONSITE]
    if video and video >= min(scores[best], 3.0):
        return best if onsite >= video + 3 or phone >= video + 2 else Medium.VIDEO
    return Medium.PHONE if phone and phone >= onsite - 2 else best


def _of_quoted(page: Page) -> Medium | None:
    """The quoted mails, where the new text says nothing of it ("same place")."""
    votes = [medium for sentence in page.quoted for medium in _votes(page.language, sentence.plain)]
    if len(set(votes)) == 1:
        return votes[0]
    if votes:
        return None
    about = [s.text for s in page.quoted if has_cue(page.language, "interview", s.plain)]
    at_house = page.language.pattern("quoted_place")
    return (
        Medium.ONSITE
        if any(text[m.end() :].lstrip()[:1].isupper() for text in about for m in at_house.finditer(text))
        else None
    )
