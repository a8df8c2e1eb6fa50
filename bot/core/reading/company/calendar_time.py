"""The time of the talk where calendar data comes with the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.message.types import Owner
from bot.core.reading.company.invitation import CalendarEvent, Invitation
from bot.core.reading.company.moments import as_utc
from bot.core.reading.company.when import When
from bot.core.reading.types import Slot

_ANSWERS = ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH")
_ONE_DAY = timedelta(hours=14)
_EARLY = timedelta(minutes=30)


def settle_with_calendar(said: When, invitation: Invitation, owner: Owner) -> When:
    """Let calendar data settle the time. Where the words name another instant of their own, both stand."""
    events = _usable(invitation)
    if not events or invitation.method in _ANSWERS:
        return said
    first = events[0]
    start = first.start
    if start is None:
        return said
    day = [event for event in events if event.start and event.start - start < _ONE_DAY]
    if said.start is not None and _differs(said, start, day, invitation):
        return replace(said, start=None, end=None, options=(start, said.start), slots=())
    same = said.start is not None and as_utc(said.start) == as_utc(start)
    ends = [event.end for event in day if event.end is not None]
    return replace(
        said,
        start=said.start if same else start,
        end=max(ends, key=as_utc) if ends else said.end if same else None,
        tz=said.tz if same and said.tz_stated else first.tz,
        tz_stated=first.tz_stated or (same and said.tz_stated),
        slots=_slots(day, owner) if len(day) > 1 else said.slots,
        options=(),
    )


def _usable(invitation: Invitation) -> list[CalendarEvent]:
    """Return the events with a time, without single ones called off among others that stand."""
    events = [event for event in invitation.events if event.start is not None and not event.recurs]
    standing = [event for event in events if event.status != "CANCELLED"]
    return standing if standing and not invitation.cancels else events


def _differs(said: When, start: datetime, day: Sequence[CalendarEvent], invitation: Invitation) -> bool:
    """Return whether the words surely name another instant than the calendar, and not an item of its block."""
    if said.start is None or said.moment is None or invitation.cancels:
        return False
    sure = said.moment.sure and said.moment.dated
    return sure and as_utc(said.start) != as_utc(start) and not _within(said.start, day)


def _within(start: datetime, events: Sequence[CalendarEvent]) -> bool:
    """Return whether a time of the words lies inside the calendar's block (an agenda's later item, or arrival before it)."""
    return any(
        as_utc(event.start) - _EARLY <= as_utc(start) < as_utc(event.end)
        for event in events
        if event.start is not None and event.end is not None
    )


def _slots(day: Sequence[CalendarEvent], owner: Owner) -> tuple[Slot, ...]:
    return tuple(
        Slot(start=event.start, end=event.end, interviewers=_guests(event, owner)) for event in day if event.start
    )


def _guests(event: CalendarEvent, owner: Owner) -> tuple[str, ...]:
    return tuple(a.address.name for a in event.attendees if a.address.name and a.address.email not in owner.addresses)
