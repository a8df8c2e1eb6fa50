"""Who of an invitation takes part in the talk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.message.types import Address
from bot.core.reading.company.calendar_event import CalendarEvent
from bot.core.reading.company.correspondents import Correspondents, is_machine, is_shared
from bot.core.reading.company.cues import Language
from bot.core.reading.company.house_words import ends_as_house
from bot.core.reading.company.name_addresses import fits_address, name_from_address
from bot.core.reading.company.names import name_words, same_person, without_titles
from bot.core.reading.company.page import Page
from bot.core.reading.company.people import find_people

_PERSONS = frozenset({"INDIVIDUAL", "UNKNOWN", ""})
"""Kinds of attendee (CUTYPE, RFC 5545 section 3.2.3) that can be people."""


def reachable(email: str | None, language: Language) -> str | None:
    """Return *email* unless nobody reads what is sent there."""
    return email if email and not is_machine(email, language) else None


def find_attending(
    page: Page, events: Sequence[CalendarEvent], who: Correspondents, named: Sequence[str]
) -> list[tuple[str, str | None]]:
    """Return (name, address) of the attendees who take part: not the owner, rooms, coordinators; the organizer only if there is
    nobody else."""
    found: dict[str, tuple[str, str | None]] = {}
    for address in _invited(page, events, who, named):
        name = _name_of(address, page, named, who)
        if name:
            found.setdefault(f"{address.email} {name}", (name, reachable(address.email, page.language)))
    for organizer in (event.organizer for event in events if event.organizer):
        alone = not found and not named
        if _may_take_part(organizer, page) and (_is_named(organizer, named) or (alone and _calls(organizer, page))):
            name = _name_of(organizer, page, named, who)
            if name:
                found.setdefault(f"{organizer.email} {name}", (name, organizer.email))
    return list(found.values())


def _invited(
    page: Page, events: Sequence[CalendarEvent], who: Correspondents, named: Sequence[str]
) -> Iterator[Address]:
    """Yield the attendees who take part; whoever invites only where the text names them."""
    organizers = {event.organizer.email for event in events if event.organizer}
    sender = who.on_behalf.email if who.on_behalf else None
    for attendee in (attendee for event in events for attendee in event.attendees):
        address = attendee.address
        if attendee.kind not in _PERSONS or attendee.role == "NON-PARTICIPANT" or not _takes_part(address, page):
            continue
        if address.email != sender and (address.email not in organizers or _is_named(address, named)):
            yield address


def _may_take_part(organizer: Address, page: Page) -> bool:
    machine = is_machine(organizer.email, page.language) or is_shared(organizer.email, page.language)
    return not machine and _takes_part(organizer, page)


def _calls(organizer: Address, page: Page) -> bool:
    """Return whether the organizer holds the talk and does not only arrange it."""
    return not is_coordinator(page, organizer) or _called_for(page, organizer)


def _called_for(page: Page, organizer: Address) -> bool:
    """Return whether the event is named after the organizer ("Felix / Maya intro call"), so that a recruiter's own talk counts."""
    first = name_words(organizer.name)[:1]
    return bool(first) and (
        first[0] in name_words(page.subject) or not page.language.pattern("coordinator").search(page.subject)
    )


def _is_named(address: Address, named: Sequence[str]) -> bool:
    return any(
        (address.name and same_person(address.name, name)) or fits_address(name, address.email) for name in named
    )


def _takes_part(address: Address, page: Page) -> bool:
    if address.email in page.owner.addresses or (
        address.name and set(name_words(address.name)) == set(name_words(page.owner.name))
    ):
        return False
    if is_shared(address.email, page.language) or ends_as_house(address.name.split(), page.language):
        return False
    local = address.email.split("@")[0]
    room = page.language.pattern("room")
    return not room.search(address.name) and not room.match(local)


def _name_of(address: Address, page: Page, named: Sequence[str], who: Correspondents) -> str | None:
    fitting = [
        name
        for name in named
        if fits_address(name, address.email) or (address.name and same_person(address.name, name))
    ]
    known = next((a.name for a in who.known if a.email == address.email and a.name), "")
    options = [*fitting, without_titles(address.name, page.language) if address.name else "", known]
    best = max(options, key=lambda text: len(name_words(text)), default="")
    if best:
        return best
    written = [
        p.name
        for s in page.sentences
        for p in find_people(s.text, page.language)
        if not p.single and fits_address(p.name, address.email)
    ]
    return written[0] if written else name_from_address(address.email)


def is_coordinator(page: Page, address: Address) -> bool:
    """Return whether the signature or the address calls this person a recruiter, assistant or coordinator."""
    if is_shared(address.email, page.language):
        return True
    lines = [line for line in page.signature if not re.match(r"https?:", line)]
    return any(page.language.pattern("coordinator").search(line) for line in lines[:8])
