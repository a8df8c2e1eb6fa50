"""The time of the talk where calendar data comes with the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.message.types import Owner
from bot.core.reading.company.calendar_event import CalendarEvent
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.moment import as_utc
from bot.core.reading.company.when import When
from bot.core.reading.types import Slot

_ANSWERS = ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH")
_ONE_DAY = timedelta(hours=14)
_MOST_OPTIONS = 6
_EARLY = timedelta(minutes=30)


def settle_with_calendar(said: When, invitation: Invitation, owner: Owner) -> When:
    """Let calendar data settle the time. Where the words name another instant of their own, both stand."""
    if invitation.method in _ANSWERS:
        return said
    events = _usable(invitation)
    if not events or events[0].start is None:
        return _within_days(said, invitation)
    day = [event for event in events if event.start and event.start - events[0].start < _ONE_DAY]
    if invitation.marked:
        return _settle_with_markup(said, events, day, invitation)
    if _differs(said, day, invitation):
        return _both(said, [events[0].start])
    return _settled(said, day, owner)


def _settled(said: When, day: Sequence[CalendarEvent], owner: Owner) -> When:
    first, start = day[0], day[0].start
    same = said.start is not None and _is_told(said.start, first)
    late = as_utc(said.start) - as_utc(start) if same and said.start and start else timedelta()
    ends = [event.end + late for event in day if event.end is not None]
    return replace(
        said,
        start=said.start if same else start,
        end=max(ends, key=as_utc) if ends else said.end if same else None,
        tz=said.tz if same and said.tz_stated else first.tz,
        tz_stated=first.tz_stated or (same and said.tz_stated),
        slots=_slots(day, owner) if len(day) > 1 else said.slots,
        options=(),
    )


def _both(said: When, starts: Sequence[datetime]) -> When:
    """Return *said* with the calendar's starts and those of the words as options, none of them chosen."""
    words = (said.start,) if said.start else said.options
    by_instant = {as_utc(start): start for start in (*words, *starts)}
    told = dict.fromkeys(by_instant[as_utc(start)] for start in (*starts, *words))
    return replace(said, start=None, end=None, options=tuple(told)[:_MOST_OPTIONS], slots=())


def _settle_with_markup(
    said: When, events: Sequence[CalendarEvent], day: Sequence[CalendarEvent], invitation: Invitation
) -> When:
    """Let markup tell the time only where the words tell none, or one of the times that they leave open; else both stand."""
    first, start = day[0], day[0].start
    starts = [event.start for event in events if event.start is not None]
    if start is None or (said.called_off is not None and invitation.cancels):
        return said
    fitting = next((time for time in (said.start, *said.options) if time and _is_told(time, first)), None)
    if fitting is not None:
        return replace(said, start=fitting, end=said.end or first.end, options=())
    if said.start is not None and _within(said.start, day):
        return said
    if said.start or said.options or said.offered or len({as_utc(time) for time in starts}) > len(day):
        return said if said.offered and not said.start else _both(said, starts)
    return replace(said, start=start, end=first.end, tz=first.tz, tz_stated=first.tz_stated)


def _is_told(time: datetime, event: CalendarEvent) -> bool:
    """Return whether *time* is the event's; an event without zone only tells the time of day and the date."""
    if event.start is None:
        return False
    return as_utc(time) == as_utc(event.start) or (
        not event.tz_stated and time.replace(tzinfo=None) == event.start.replace(tzinfo=None)
    )


def _within_days(said: When, invitation: Invitation) -> When:
    """Ask where the words name a day that no event of whole days covers."""
    days = [event for event in invitation.events if event.all_day and not event.off and not event.recurs]
    if said.start is None or not days or invitation.cancels:
        return said
    day = said.start.date()
    covered = any(e.all_day and e.last_day and e.all_day <= day <= e.last_day for e in days)
    return said if covered else _both(said, [])


def _usable(invitation: Invitation) -> list[CalendarEvent]:
    """Return the events with a time, without single ones called off among others that stand."""
    events = [event for event in invitation.events if event.start is not None and not event.recurs]
    standing = [event for event in events if not event.off]
    return standing if standing and not invitation.cancels else events


def _differs(said: When, day: Sequence[CalendarEvent], invitation: Invitation) -> bool:
    """Return whether the words surely name another instant than the calendar, and not an item of its block."""
    if said.start is None or said.moment is None or invitation.cancels:
        return False
    sure = said.moment.sure and said.moment.dated
    return sure and not _is_told(said.start, day[0]) and not _within(said.start, day)


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
