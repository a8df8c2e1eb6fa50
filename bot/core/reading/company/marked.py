"""Talks told to machines by schema.org markup: a calendar part of lower standing, heard only where the words speak of a job."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from bot.core.message.markup import Item, read_markup
from bot.core.message.types import Address
from bot.core.reading.company.calendar_event import Attendee, CalendarEvent
from bot.core.reading.company.clauses import speaks
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.page import Page
from bot.core.reading.company.zones import owner_zone

_EVENTS = frozenset({"Event", "BusinessEvent", "EducationEvent"})
"""Types that a talk about a job can have (https://schema.org/Event); a concert, a flight, a table at a restaurant have their own."""
_RESERVATION = "EventReservation"
_JOB = {"candidacy": ("job", "application", "people"), "interview": ("word",)}
_OFF = frozenset({"EventCancelled", "EventPostponed", "ReservationCancelled", "Cancelled"})
_OPEN = frozenset({"ReservationPending", "ReservationHold", "Pending", "Hold"})
_MOVED = "EventRescheduled"
_PEOPLE = ("organizer", "performer", "attendee", "attendees", "underName")
_MOST_EVENTS = 20
_MOST_PEOPLE = 20
_EMAIL = re.compile(r"(?:mailto:)?([^\s@<>\"]{1,64}@[^\s@<>\"]{1,255})", re.IGNORECASE)
_LENGTH = re.compile(r"PT(?:(\d{1,2})H)?(?:(\d{1,3})M)?", re.IGNORECASE)
_ADDRESS = ("streetAddress", "postalCode", "addressLocality")


def read_marked(page: Page) -> Invitation:
    """Return the talks that the markup of a mail tells; none unless its words speak of an interview or an application."""
    items = read_markup(page.message.body.html)
    if not items or not _speaks_of_a_job(page):
        return Invitation()
    events = tuple(dict.fromkeys(_events(items, page.owner.tz)))[:_MOST_EVENTS]
    return Invitation(events=_standing_first(events), marked=True) if events else Invitation()


def _speaks_of_a_job(page: Page) -> bool:
    cues = page.language.cues
    named = [
        cue for section, names in _JOB.items() for cue in cues.get(section, ()) if cue.name in names and cue.weight > 0
    ]
    lines = (page.language.plain(page.topic), *(sentence.plain for sentence in page.sentences))
    return any(speaks(page.language, named, line) for line in lines)


def _events(items: Iterable[Item], owner_tz: str) -> Iterator[CalendarEvent]:
    taken: set[int] = set()
    for item in (inner for outer in items for inner in outer.within()):
        if _RESERVATION in item.types:
            for event in item.items("reservationFor"):
                taken.add(id(event))
                if event.types & _EVENTS:
                    yield _event(event, item.text("reservationStatus"), owner_tz)
        elif item.types & _EVENTS and id(item) not in taken:
            yield _event(item, "", owner_tz)


def _event(item: Item, reservation: str, owner_tz: str) -> CalendarEvent:
    start, stated = _moment(item.text("startDate"), owner_tz)
    status = {_name(value) for value in (item.text("eventStatus"), reservation)}
    place = next(iter(item.items("location")), None)
    return CalendarEvent(
        uid=None,
        sequence=None,
        start=start,
        end=_end(item, start, owner_tz),
        tz="UTC" if start and start.tzinfo is UTC else None if stated else owner_tz,
        tz_stated=stated,
        all_day=None,
        recurs=False,
        summary=item.text("name")[:300],
        description=item.text("description"),
        location=_place(place) if place else item.text("location")[:400],
        links=_links(item, place),
        status="CANCELLED" if status & _OFF else "TENTATIVE" if status & _OPEN else "CONFIRMED",
        organizer=next(_addresses(item, "organizer"), None),
        attendees=tuple(Attendee(address=a) for a in _addresses(item, *_PEOPLE[1:])),
        moved=_MOVED in status and _moment(item.text("previousStartDate"), owner_tz)[0] != start,
    )


def _name(value: str) -> str:
    """Return the last part of an enumeration's address ("https://schema.org/EventCancelled")."""
    return re.split(r"[/#:]", value.rstrip("/"))[-1]


def _moment(value: str, owner_tz: str) -> tuple[datetime | None, bool]:
    """Return (moment, zone stated) of an ISO 8601 text; a bare date has none, and a time without offset is the owner's."""
    try:
        moment = datetime.fromisoformat(value[:40])
    except ValueError:
        return None, False
    if len(value) <= len("2026-06-04") or not 2000 <= moment.year <= 2100:
        return None, False
    if moment.tzinfo is None:
        return moment.replace(tzinfo=owner_zone(owner_tz)), False
    return (moment.astimezone(UTC) if not moment.utcoffset() else moment), True


def _end(item: Item, start: datetime | None, owner_tz: str) -> datetime | None:
    end, _ = _moment(item.text("endDate"), owner_tz)
    length = _LENGTH.fullmatch(item.text("duration"))
    if start and end is None and length:
        end = start + timedelta(hours=int(length[1] or 0), minutes=int(length[2] or 0))
    return end if start and end and timedelta() < end - start < timedelta(days=2) else None


def _place(place: Item) -> str:
    address = next(iter(place.items("address")), None)
    parts = [place.text("name"), *((address.text(name) for name in _ADDRESS) if address else [place.text("address")])]
    return ", ".join(dict.fromkeys(part for part in parts if part))[:400]


def _links(item: Item, place: Item | None) -> tuple[str, ...]:
    texts = [*(place.texts("url") if place else ()), *item.texts("url"), *item.texts("location")]
    return tuple(text for text in texts if text.lower().startswith(("https://", "http://")) and len(text) <= 400)[:20]


def _addresses(item: Item, *names: str) -> Iterator[Address]:
    """Yield the people of an event who have an address."""
    people = [person for name in names for person in item.items(name)][:_MOST_PEOPLE]
    for person in people:
        email = _EMAIL.fullmatch(person.text("email"))
        if email and "Organization" not in person.types:
            yield Address(name=person.text("name")[:120], email=email[1].lower())


def _standing_first(events: tuple[CalendarEvent, ...]) -> tuple[CalendarEvent, ...]:
    last = datetime.max.replace(tzinfo=UTC)
    return tuple(sorted(events, key=lambda event: (event.off, event.start or last)))
