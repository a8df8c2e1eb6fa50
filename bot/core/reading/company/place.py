"""Where a talk is held: street addresses as seven languages write them, and the pages of meetings."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bot.core.reading.company.cues import Language
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.leads import find_leads, has_lead
from bot.core.reading.company.page import Page, Sentence

URL = re.compile(r"https?://[^\s<>\"']{4,400}")
_HREF = re.compile(r"href=[\"'](https?://[^\"'<>\s]{4,400})", re.IGNORECASE)
_ROOM = re.compile(r"/meetup-join|/conference/|/j/\d|/wc/\d|hangouts/_|/meet/\d|/join/", re.IGNORECASE)
_TOWN = re.compile(
    r"(?:,\s?|\s[-\u2013]\s|\s(?P<lead>[^\W\d_]{1,2})\s|\s(?=\d{4,5}\s))(?:(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{3,4})?(?:\s[A-Z]{2}\b)?\s)?"
    r"[A-Z\u00c0-\u00de][\w'\u2019-]+(?:\s[A-Z\u00c0-\u00de][\w'\u2019-]+){0,2}(?:,\s(?:[A-Z]{2}\s)?[A-Z0-9][\w-]{1,14}){0,2}"
)
_MOST_LINKS = 60
_LEAD_REACH = 60
_LEAD_MARKS = " \t\n:<([-\u2013\u2192>])*_"
_MOST_ADDRESS = 120


def meeting_url(page: Page, invitation: Invitation) -> str | None:
    """Return the link of the meeting: never one to a booking page, through a tracker, or to leave a list."""
    links = [link for event in invitation.events for link in event.links]
    links += URL.findall(page.text)[:_MOST_LINKS]
    links += _HREF.findall((page.message.body.html or "")[:200_000])[:_MOST_LINKS]
    links = [link.rstrip(").,;>]'\u201d\u00bb") for link in links]
    known = next((link for link in links if _is_meeting(link, page.language)), None)
    return known or _joined(page)


def _joined(page: Page) -> str | None:
    """Return the link that words bid one join by, whatever its host ("Join interview <https://...>")."""
    for match in list(URL.finditer(page.text))[:_MOST_LINKS]:
        before = page.text[max(0, match.start() - _LEAD_REACH) : match.start()].rstrip(_LEAD_MARKS)
        led = any(lead.end() == len(before) for lead in find_leads(page.language, "join_before", before))
        if led and _open_parts(match[0], page.language) is not None:
            return match[0].rstrip(").,;>]'\u201d\u00bb")
    return None


def _open_parts(link: str, language: Language) -> tuple[list[str], str] | None:
    """Return the labels of the host and the path of *link*; None where it leads to a booking page, a tracker and the like, or nowhere."""
    try:
        parts = urlsplit(link)
        labels = (parts.hostname or "").lower().split(".")
    except ValueError:
        return None
    path = f"{parts.path}?{parts.query}".lower()
    if any(label in language.word_set("no_meeting_hosts") for label in labels):
        return None
    return None if any(word in path for word in language.word_set("no_meeting_paths")) else (labels, parts.path)


def _is_meeting(link: str, language: Language) -> bool:
    parts = _open_parts(link, language)
    if parts is None:
        return False
    labels, path = parts
    bare = [re.split(r"[-\d]", label, maxsplit=1)[0] for label in labels[:-1]]
    known = any(label in language.word_set("meeting_hosts") for label in (*labels[:-1], *bare))
    return known or bool(_ROOM.search(path))


def find_address(text: str, language: Language) -> str | None:
    """Return the street address in *text* with the town behind it, None where there is none."""
    if not any(char.isdigit() for char in text):
        return None
    for match in find_leads(language, "street_address", text):
        words = [word for word in re.findall(r"[^\W\d_]+", text[match.start() : match.end()]) if len(word) > 2]
        if any(word[:1].isupper() for word in words):
            return (text[match.start() : match.end()] + _town(text[match.end() :], language)).strip(" ,")[
                :_MOST_ADDRESS
            ]
    return None


def _town(rest: str, language: Language) -> str:
    """Return what follows a street as its town: after a comma, a dash or "in", a postcode and capitalised words."""
    match = _TOWN.match(rest)
    led = match is not None and (not match["lead"] or match["lead"].lower() in language.word_set("town_leads"))
    return match[0] if match and led else ""


def find_location(page: Page, place: str, labelled: list[Sentence]) -> str | None:
    """Return where the talk is held, as written; *place*: what the calendar says; *labelled*: lines that say what they tell."""
    if place and "://" not in place and not has_lead(page.language, "medium_platform", place):
        return " ".join(place.split())[:200]
    for sentence in labelled:
        if (
            sentence.label == "location"
            and not URL.search(sentence.text)
            and not has_lead(page.language, "medium_platform", sentence.text)
        ):
            return sentence.text[:200]
    for sentence in page.sentences:
        address = find_address(sentence.text, page.language) if sentence.text not in page.signature else None
        if address:
            return address
    return None
