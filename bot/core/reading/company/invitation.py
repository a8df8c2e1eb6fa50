"""Calendar data in a mail (RFC 5545, RFC 5546): what it says, or why it is left aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import groupby

from bot.core.reading.company.calendar_event import CalendarEvent, read_event
from bot.core.reading.company.timezone_rules import read_rules

_MOST_BYTES = 300_000
_MOST_EVENTS = 30
_MOST_PARTS = 6
_LAST = datetime.max.replace(tzinfo=UTC)
_VTIMEZONE = re.compile(r"^BEGIN:VTIMEZONE.*?^END:VTIMEZONE[ \t]*\r?\n?", re.MULTILINE | re.DOTALL)
_FOLD = re.compile(r"\r?\n[ \t]")
_TZID = re.compile(r";TZID=(\"[^\"\r\n]{0,200}\"|[^:;\r\n]{0,200})", re.IGNORECASE)
_METHODS = frozenset({"REQUEST", "CANCEL", "REPLY", "COUNTER", "PUBLISH", "ADD", "REFRESH", "DECLINECOUNTER"})
_FIXING = frozenset({"REQUEST", "PUBLISH", "", "ADD"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """The calendar data of a mail. ``method`` is upper case, ``""`` where none is given. ``events``: those that stand first, by their
    start. ``problem``: why calendar data was ignored. ``marked``: it is markup in the HTML, which never overrules the words."""

    method: str = ""
    events: tuple[CalendarEvent, ...] = ()
    problem: str = ""
    marked: bool = False

    @property
    def cancels(self) -> bool:
        """Whether it calls the events off."""
        return self.method == "CANCEL" or (bool(self.events) and all(event.off for event in self.events))

    @property
    def whole_day(self) -> date | None:
        """The one day that is marked as a whole, where nothing else stands in the calendar."""
        days = {event.all_day for event in self.events}
        one = len(days) == 1 and all(e.last_day == e.all_day and not (e.off or e.recurs) for e in self.events)
        return next(iter(days)) if one else None

    @property
    def fixes(self) -> bool:
        """Whether it says that the events take place."""
        return self.method in _FIXING and bool(self.events) and not self.cancels and not self.tentative

    @property
    def tentative(self) -> bool:
        """Whether the times are only held until somebody confirms them (STATUS:TENTATIVE, a reservation that is pending)."""
        standing = [event for event in self.events if not event.off]
        return bool(standing) and all(event.status == "TENTATIVE" for event in standing)

    @property
    def moves(self) -> bool:
        """Whether it tells by itself that a talk had another time: an older issue beside the newer, one event called off beside one new."""
        standing = [event for event in self.events if not event.off and event.start]
        off = {event.start for event in self.events if event.off and event.start}
        return any(event.moved for event in standing) or (
            len(standing) == len(off) == 1 and standing[0].start not in off and not standing[0].recurs
        )


def read_invitation(calendars: Iterable[str], owner_tz: str) -> Invitation:
    """Return what the text/calendar parts say together; copies of one event count once, its newest issue holds. Never raises."""
    problem = ""
    found: list[CalendarEvent] = []
    methods: list[str] = []
    for text in list(calendars)[:_MOST_PARTS]:
        try:
            method, events = _parse(text, owner_tz)
        except Exception as exc:  # noqa: BLE001 - the parser of hostile bytes: whatever it meets, the rest of the mail is read
            problem = f"calendar data ignored: {type(exc).__name__}"
            continue
        methods.append(method)
        found += events
    events = _newest(found)
    events.sort(key=lambda event: (event.off, event.start or _LAST))
    told = [event.method for event in events if event.off == events[0].off] or methods
    return Invitation(
        method=next((method for method in told if method), ""), events=tuple(events[:_MOST_EVENTS]), problem=problem
    )


def _newest(events: Sequence[CalendarEvent]) -> list[CalendarEvent]:
    """Return the newest issue of each event (RFC 5546 section 2.1.5); those of one issue with several starts all stay."""
    ordered = sorted(events, key=lambda event: (event.uid or "", event.recurrence, event.issue))
    kept: dict[tuple[str | None, str, int | None, datetime | None, bool], CalendarEvent] = {}
    for (uid, _), group in groupby(ordered, key=lambda event: (event.uid, event.recurrence)):
        issues = list(group)
        newest = [event for event in issues if not uid or event.issue == issues[-1].issue]
        before = {event.start for event in issues if event.issue < issues[-1].issue and event.start} if uid else set()
        for event in newest:
            moved = event.start is not None and bool(before) and event.start not in before
            kept.setdefault(
                (uid, event.recurrence, event.sequence, event.start, event.off), replace(event, moved=moved)
            )
    return list(kept.values())


def _parse(text: str, owner_tz: str) -> tuple[str, list[CalendarEvent]]:
    if len(text) > _MOST_BYTES:
        raise ValueError("too large")
    from icalendar import Calendar  # a sixth of a second, and most mails bring no calendar data

    rules = read_rules(text)
    method = ""
    events: list[CalendarEvent] = []
    for calendar in Calendar.from_ical(_bare(text), multiple=True):
        stated = str(calendar.get("METHOD", "")).strip().upper()
        stated = stated if stated in _METHODS else ""
        method = method or stated
        for part in calendar.walk("VEVENT")[: _MOST_EVENTS - len(events)]:
            events.append(read_event(part, rules, owner_tz, stated))
    return method, events


def _bare(text: str) -> str:
    """Return *text* without zone definitions, and zone names under a name the parser leaves alone: zones are told here, not there."""
    return _TZID.sub(r";X-TZID=\1", _VTIMEZONE.sub("", _FOLD.sub("", text)))
