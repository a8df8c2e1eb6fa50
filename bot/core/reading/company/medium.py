"""How and where the talk is held: video, phone or in person; the link; the place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.page import Page, Sentence, has_cue, without_reference
from bot.core.reading.types import Medium

_URL = re.compile(r"https?://[^\s<>\"']{4,400}")
_CONFERENCE = re.compile(
    r"^https?://(?:[\w-]+\.)*(?:zoom|meet|teams|webex|whereby|gotomeeting|gotomeet|bluejeans|jitsi|chime"
    r"|skype|meetings|hangouts|around|livestorm|bigbluebutton|join|lifesize|ringcentral|vc|video)[\w-]*\."
    r"|meetup-join|/conference/|/j/\d|hangouts/_",
    re.IGNORECASE,
)
_PLATFORM = re.compile(
    r"\b(?:zoom|teams|google meet|meet|webex|skype|video|virtual|online|remote|hangouts?|whereby|conference call)\b",
    re.IGNORECASE,
)
_PHONE_PLACE = re.compile(r"\b(?:phone|telephone|call(?:s|ing)? (?:you|on|at)?|will call|dial|mobile)\b", re.IGNORECASE)
_NAMED = (
    (re.compile(r"\b(?:video|virtual\w*|online|remote\w*|web)\b|-video", re.IGNORECASE), Medium.VIDEO),
    (re.compile(r"\b(?:phone|telephon\w*|call|mobile)\b", re.IGNORECASE), Medium.PHONE),
    (re.compile(r"\b(?:person|on-?site|office|face|f2f|physical\w*|venue|walk-?in)\b", re.IGNORECASE), Medium.ONSITE),
)
_PAST = re.compile(
    r"\b(?:thank(?:s| you) (?:again )?for"
    r"|(?:call|ring|bell|phone|shout|buzz)\b.{0,60}\b(?:beforehand|run through|prep\w*|the (?:day|night|evening) before)"
    r"|(?:any|if|trouble|problem|bother|lost|late|questions?)\b.{0,40}\b(?:call|ring|phone|shout|mobile|bell)|last (?:week"
    r"|month|\w+day)|earlier|previously)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b\d{1,5}[a-z]?\s(?:[A-Z][\w.'\u2019-]+\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way"
    r"|Square|Sq|Court|Ct|Alley|Boulevard|Blvd|Place|Pl|Quay|Wharf|Parkway|Pkwy|Plaza|Terrace|Row|Hill"
    r"|Close|Crescent)\b(?:,\s[^.;\n]{2,60})?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """``location`` as written; ``url`` of the meeting."""

    medium: Medium | None
    location: str | None
    url: str | None


def find_setting(page: Page, invitation: Invitation) -> Setting:
    """Return medium, place and link of the talk, each None where the mail does not tell."""
    url = _meeting_url(page, invitation)
    labelled = [s for s in page.sentences if s.label in ("location", "medium", "link") and s.text not in page.signature]
    place = next((event.location for event in invitation.events if event.location), "")
    medium = (
        _of_labels(page, [s for s in labelled if s.label == "medium"])
        or _of_place(place)
        or _of_sentences(page, url, labelled)
    )
    return Setting(medium=medium, location=_location(page, place, labelled), url=url)


def _meeting_url(page: Page, invitation: Invitation) -> str | None:
    links = [link for event in invitation.events for link in event.links]
    links += [link.rstrip(").,;>]") for link in _URL.findall(page.text)]
    links += [
        link.rstrip(").,;>]'")
        for link in re.findall(r"href=[\"'](https?://[^\"'<>\s]{4,400})", page.message.body.html or "")[:60]
    ]
    return next((link for link in links if _CONFERENCE.search(link)), None)


def _of_labels(page: Page, sentences: list[Sentence]) -> Medium | None:
    for sentence in sentences:
        found = _votes(page, sentence)
        if found:
            return found[0]
        for pattern, medium in _NAMED:
            if pattern.search(sentence.text):
                return medium
    return None


def _votes(page: Page, sentence: Sentence) -> list[Medium]:
    plain = without_reference(sentence.plain, page.language)
    order = ((Medium.VIDEO, "video"), (Medium.PHONE, "phone"), (Medium.ONSITE, "onsite"))
    return [medium for medium, section in order if has_cue(page.language, section, plain)]


def _of_place(place: str) -> Medium | None:
    if not place.strip():
        return None
    if "://" in place or (_PLATFORM.search(place) and not _ADDRESS.search(place)):
        return Medium.VIDEO
    return Medium.PHONE if _PHONE_PLACE.search(place) else Medium.ONSITE


def _of_sentences(page: Page, url: str | None, labelled: list[Sentence]) -> Medium | None:
    scores = {Medium.VIDEO: 3.0 if url else 0.0, Medium.PHONE: 0.0, Medium.ONSITE: 0.0}
    lines = [s for s in page.sentences if s.text not in page.signature and not _PAST.search(s.text)]
    lines.append(Sentence(text=page.subject, plain=page.language.plain(page.topic)))
    for sentence in lines:
        for medium in _votes(page, sentence):
            scores[medium] += 2.0
        if _ADDRESS.search(sentence.text):
            scores[Medium.ONSITE] += 2.0
    for sentence in labelled:
        if sentence.label == "location" and not _URL.search(sentence.text):
            found = _votes(page, sentence)
            scores[found[0] if found else Medium.ONSITE] += 3.0
    best = max(scores, key=lambda medium: scores[medium])
    if scores[best] == 0.0:
        return _of_quoted(page)
    if scores[Medium.VIDEO] and scores[Medium.VIDEO] >= min(scores[best], 3.0):
        strong_place = scores[Medium.ONSITE] >= scores[Medium.VIDEO] + 3
        strong_phone = scores[Medium.PHONE] >= scores[Medium.VIDEO] + 2
        return best if strong_place or strong_phone else Medium.VIDEO
    return Medium.PHONE if scores[Medium.PHONE] and scores[Medium.PHONE] >= scores[Medium.ONSITE] - 2 else best


def _of_quoted(page: Page) -> Medium | None:
    """The quoted mails, where the new text says nothing of it ("same place")."""
    votes = [medium for sentence in page.quoted for medium in _votes(page, sentence)]
    distinct = set(votes)
    if len(distinct) == 1:
        return distinct.pop()
    if not votes and any(
        re.search(r"\bat the [A-Z]", s.text) for s in page.quoted if has_cue(page.language, "interview", s.plain)
    ):
        return Medium.ONSITE
    return None


def _location(page: Page, place: str, labelled: list[Sentence]) -> str | None:
    if place and "://" not in place and not _PLATFORM.search(place):
        return " ".join(place.split())[:200]
    for sentence in labelled:
        if sentence.label == "location" and not _URL.search(sentence.text) and not _PLATFORM.search(sentence.text):
            return sentence.text[:200]
    for sentence in page.sentences:
        match = _ADDRESS.search(sentence.text)
        if match and sentence.text not in page.signature:
            return match[0][:200]
    return None
