"""Events of a mail's calendar data that are not the talk: a day for all comers, the hour in which the owner is prepared for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.core.reading.company.calendar_event import CalendarEvent
from bot.core.reading.company.clauses import names_the_talk
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.moment import as_utc
from bot.core.reading.company.other_hours import is_own
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.when import When
from bot.core.reading.company.wording import finds


def without_other_matters(page: Page, invitation: Invitation, said: When) -> Invitation:
    """Return *invitation* without a series of which it tells one occurrence, without events that only prepare for another, and without
    those of another matter where the words tell when the talk is (*said*) and that is another time."""
    if invitation.marked or invitation.cancels:
        return invitation
    invitation = replace(invitation, events=tuple(_without_series(invitation.events)))
    invitation = replace(invitation, events=tuple(_of_the_talk(page, invitation.events)))
    prepared = [event for event in invitation.events if not finds(page.language, "prep_talk", event.summary)]
    if any(event.start and not event.off for event in prepared):
        invitation = replace(invitation, events=tuple(prepared))
    if said.start is None or said.moment is None or not (said.moment.sure and said.moment.dated):
        return invitation
    told = as_utc(said.start)
    if any(event.start and as_utc(event.start) == told for event in invitation.events):
        return invitation
    kept = tuple(event for event in invitation.events if not _is_of_another_matter(page, event))
    return replace(invitation, events=kept) if kept else Invitation()


def narrow_block(page: Page, invitation: Invitation, said: When) -> Invitation:
    """Return *invitation* with the owner's own hour as its start where it marks a longer block in which the words tell that hour
    ("your interview is at 11.40", in an invitation of the whole morning)."""
    block = next((event for event in invitation.events if event.start and not event.off), None)
    if said.start is None or said.moment is None or said.slots or block is None or not is_own(page, said.moment):
        return invitation
    if block.start is None or block.end is None or not as_utc(block.start) < as_utc(said.start) < as_utc(block.end):
        return invitation
    own = replace(block, start=said.start, end=said.end)
    return replace(invitation, events=tuple(own if event is block else event for event in invitation.events))


def _without_series(events: Sequence[CalendarEvent]) -> list[CalendarEvent]:
    """Return *events* without a series of which one single occurrence is told apart beside it (RFC 5545 section 3.8.4.4): that is meant."""
    apart = Counter(event.uid for event in events if event.uid and event.recurrence and not event.off)
    return [event for event in events if not (event.recurs and apart[event.uid or ""] == 1)]


def _of_the_talk(page: Page, events: Sequence[CalendarEvent]) -> list[CalendarEvent]:
    """Return *events* without those of another matter where a title among them names the talk."""
    named = any(event.start and not event.off and names_the_talk(page.language, event.summary) for event in events)
    return [event for event in events if not (named and _is_of_another_matter(page, event))]


def _is_of_another_matter(page: Page, event: CalendarEvent) -> bool:
    """Return whether the title of *event* speaks of what all are asked to ("Webinar", "Open day"), the owner is no guest of it, and
    nothing in it speaks of a talk."""
    language = page.language
    title = language.plain(event.summary)
    if any(guest.address.email in page.owner.addresses for guest in event.attendees):
        return False
    return has_cue(language, "elsewhere", title) and not names_the_talk(language, event.summary)
