"""How the talk is held: video, phone or in person, by what the mail says of it; of several the one that holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.reading.company.cues import Language
from bot.core.reading.company.folding import fold
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.leads import find_leads, find_phrases, has_lead
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
            if has_lead(page.language, name, sentence.text):
                return medium
    return None


def _votes(language: Language, plain: str) -> list[Medium]:
    plain = _without_replaced(fold(without_reference(_without_agreed(plain, language), language)), language)
    return [medium for medium, section in _ORDER if next(find_phrases(language, section, plain), None)]


def _without_agreed(plain: str, language: Language) -> str:
    """Return *plain* without what it says of an earlier call ("as agreed on the phone, please come to ...")."""
    for match in reversed(list(find_leads(language, "medium_agreed", plain))):
        plain = f"{plain[: match.start()]} {plain[match.end() :]}"
    return plain


def _without_replaced(plain: str, language: Language) -> str:
    """Return *plain* without the medium that another takes the place of ("by video instead of at our office")."""
    for match in find_leads(language, "medium_instead", plain):
        behind = plain[match.end() : match.end() + _INSTEAD_REACH]
        hits = [hit for _, section in _ORDER for hit in find_phrases(language, section, behind)]
        if hits:
            first = min(hits, key=lambda hit: (hit.start(), -hit.end()))
            return f"{plain[: match.start()]} {plain[match.end() + first.end() :]}"
    return plain


def _of_place(place: str, language: Language) -> Medium | None:
    if not place.strip():
        return None
    if "://" in place or (has_lead(language, "medium_platform", place) and not find_address(place, language)):
        return Medium.VIDEO
    return Medium.PHONE if has_lead(language, "place_phone", place) else Medium.ONSITE


def _of_sentences(page: Page, url: str | None, labelled: list[Sentence]) -> Medium | None:
    lines = [s for s in page.sentences if s.text not in page.signature]
    lines.append(Sentence(text=page.subject, plain=page.language.plain(page.topic)))
    told = [s for s in lines if not _is_aside(s, page.language)]
    others = [s for s in told if has_lead(page.language, "medium_joiner", s.plain)]
    scores = _scored(page, [s for s in told if s not in others], labelled, url)
    if not any(scores.values()):
        scores = _scored(page, others, [], None)
    if any(scores.values()):
        return _best(scores)
    return _of_quoted(page) or _of_presence(page.language, told)


def _is_aside(sentence: Sentence, language: Language) -> bool:
    return has_lead(language, "medium_aside", _without_agreed(sentence.plain, language))


def _of_presence(language: Language, lines: Sequence[Sentence]) -> Medium | None:
    """Return that the talk is in person where nothing says how it is held and a sentence speaks of coming to a place."""
    bare = (fold(_without_agreed(line.plain, language)) for line in lines)
    return Medium.ONSITE if any(next(find_phrases(language, "presence", text), None) for text in bare) else None


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
    """Return the medium of the quoted mails, where the new text says nothing of it ("same place")."""
    language = page.language
    told = [s for s in page.quoted if not _is_aside(s, language)]
    votes = {medium for sentence in told for medium in _votes(language, sentence.plain)}
    if any(find_address(sentence.text, language) for sentence in told):
        votes.add(Medium.ONSITE)
    if votes:
        return votes.pop() if len(votes) == 1 else None
    about = [s.text for s in page.quoted if has_cue(language, "interview", s.plain)]
    return Medium.ONSITE if any(_leads_to_name(text, language) for text in about) else None


def _leads_to_name(text: str, language: Language) -> bool:
    return any(text[m.end() :].lstrip()[:1].isupper() for m in find_leads(language, "quoted_place", text))
