"""Calendar data in a mail (RFC 5545, RFC 5546): what it says, or why it is left aside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from icalendar import Calendar
from icalendar.cal import Component

from bot.core.message.types import Address
from bot.core.reading.company.timezone_rules import read_rules, rules_offset
from bot.core.reading.company.zones import load_zone, owner_zone, windows_zone

_MOST_BYTES = 300_000
_MOST_EVENTS = 30
_MOST_PEOPLE = 60
_VTIMEZONE = re.compile(r"^BEGIN:VTIMEZONE.*?^END:VTIMEZONE[ \t]*\r?\n?", re.MULTILINE | re.DOTALL)
_FOLD = re.compile(r"\r?\n[ \t]")
_TZID = re.compile(r";TZID=(\"[^\"\r\n]{0,200}\"|[^:;\r\n]{0,200})", re.IGNORECASE)
_METHODS = frozenset({"REQUEST", "CANCEL", "REPLY", "COUNTER", "PUBLISH", "ADD", "REFRESH", "DECLINECOUNTER"})
_LINK_FIELDS = (
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "CONFERENCE",
    "X-ALT-URL",
    "URL",
)
_URL = re.compile(r"https?://[^\s<>\"\\]{4,400}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """ATTENDEE (RFC 5545 §3.8.4.1). ``address.name`` is ``""`` where CN only repeats the address."""

    address: Address
    kind: str = "INDIVIDUAL"
    role: str = "REQ-PARTICIPANT"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One VEVENT. ``start``/``end`` aware; None for all-day events and where the zone is beyond telling. ``tz_stated``: False for floating
    times, which are then the owner's. ``recurs``: RRULE without a single occurrence meant."""

    uid: str | None
    sequence: int | None
    start: datetime | None
    end: datetime | None
    tz: str | None
    tz_stated: bool
    all_day: bool
    recurs: bool
    summary: str
    description: str
    location: str
    links: tuple[str, ...]
    status: str
    organizer: Address | None
    attendees: tuple[Attendee, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """The calendar data of a mail. ``method`` is upper case, ``""`` where none is given. ``problem``: why calendar data was ignored."""

    method: str = ""
    events: tuple[CalendarEvent, ...] = ()
    problem: str = ""

    @property
    def cancels(self) -> bool:
        """Whether it calls the events off."""
        return self.method == "CANCEL" or (
            bool(self.events) and all(event.status == "CANCELLED" for event in self.events)
        )

    @property
    def fixes(self) -> bool:
        """Whether it says that the events take place."""
        return self.method in ("REQUEST", "PUBLISH", "", "ADD") and bool(self.events) and not self.cancels


def read_invitation(calendars: Iterable[str], owner_tz: str) -> Invitation:
    """Return what the text/calendar parts say together; copies of one event count once. Never raises."""
    problem = ""
    method = ""
    events: dict[tuple[str | None, int | None, datetime | None], CalendarEvent] = {}
    for text in list(calendars)[:6]:
        try:
            found_method, found = _parse(text, owner_tz)
        except Exception as exc:  # noqa: BLE001 - the parser of hostile bytes: whatever it meets, the rest of the mail is read
            problem = f"calendar data ignored: {type(exc).__name__}"
            continue
        method = method or found_method
        for event in found:
            events.setdefault((event.uid, event.sequence, event.start), event)
    ordered = sorted(events.values(), key=lambda event: event.start or datetime.max.replace(tzinfo=UTC))
    return Invitation(method=method, events=tuple(ordered[:_MOST_EVENTS]), problem=problem)


def _parse(text: str, owner_tz: str) -> tuple[str, list[CalendarEvent]]:
    if len(text) > _MOST_BYTES:
        raise ValueError("too large")
    rules = read_rules(text)
    method = ""
    events: list[CalendarEvent] = []
    for calendar in Calendar.from_ical(_bare(text), multiple=True):
        stated = str(calendar.get("METHOD", "")).strip().upper()
        method = method or (stated if stated in _METHODS else "")
        for part in calendar.walk("VEVENT"):
            if len(events) < _MOST_EVENTS:
                events.append(_event(part, rules, owner_tz))
    return method, events


def _bare(text: str) -> str:
    """Return *text* without zone definitions, and zone names under a name the parser leaves alone: zones are told here, not there."""
    return _TZID.sub(r";X-TZID=\1", _VTIMEZONE.sub("", _FOLD.sub("", text)))


def _event(part: Component, rules: object, owner_tz: str) -> CalendarEvent:
    start, tz, stated, all_day = _moment(part, "DTSTART", rules, owner_tz)
    end, _, _, _ = _moment(part, "DTEND", rules, owner_tz)
    if start and end is None:
        length = getattr(part.get("DURATION"), "dt", None)
        end = start + length if isinstance(length, timedelta) and timedelta() < length < timedelta(days=2) else None
    if start and end and not start < end:
        end = None
    sequence = str(part.get("SEQUENCE", "")).strip()
    return CalendarEvent(
        uid=_text(part, "UID")[:300] or None,
        sequence=int(sequence) if sequence.isdecimal() and len(sequence) < 10 else None,
        start=start,
        end=end,
        tz=tz,
        tz_stated=stated,
        all_day=all_day,
        recurs=part.get("RRULE") is not None and part.get("RECURRENCE-ID") is None,
        summary=_text(part, "SUMMARY")[:300],
        description=_text(part, "DESCRIPTION")[:8000],
        location=_text(part, "LOCATION")[:400],
        links=_links(part),
        status=_text(part, "STATUS").upper()[:20],
        organizer=_address(part.get("ORGANIZER")),
        attendees=_attendees(part),
    )


def _moment(part: Component, name: str, rules: object, owner_tz: str) -> tuple[datetime | None, str | None, bool, bool]:
    """Return (moment, IANA name, zone stated, all day) of a DATE-TIME property (RFC 5545 §3.3.5)."""
    field = part.get(name)
    value = getattr(field, "dt", None)
    if isinstance(value, datetime):
        tzid = str(field.params.get("X-TZID", "")).strip().strip('"')
        if not tzid and value.tzinfo is not None:
            return value.astimezone(UTC), "UTC", True, False
        wall = value.replace(tzinfo=None)
        if not tzid:
            return wall.replace(tzinfo=owner_zone(owner_tz)), owner_tz, False, False
        zone, key = _zone(tzid, rules, wall)
        return (wall.replace(tzinfo=zone), key, True, False) if zone else (None, None, False, False)
    return None, None, False, isinstance(value, date)


def _zone(tzid: str, rules: object, wall: datetime) -> tuple[tzinfo | None, str | None]:
    """Return the zone a TZID means: an IANA name (a vendor's prefix cut off), a Windows name, else by its own VTIMEZONE."""
    for key in (
        tzid,
        "/".join(tzid.strip("/").split("/")[-2:]),
        "/".join(tzid.strip("/").split("/")[-3:]),
        windows_zone(tzid) or "",
    ):
        if key and (zone := load_zone(key)) is not None:
            return zone, key
    return rules_offset(rules, tzid, wall)


def _text(part: Component, name: str) -> str:
    value = part.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    return str(value).strip() if value is not None else ""


def _links(part: Component) -> tuple[str, ...]:
    texts = [_text(part, name) for name in (*_LINK_FIELDS, "LOCATION", "DESCRIPTION")]
    found = [link.rstrip(").,;>]'") for text in texts for link in _URL.findall(text[:8000])]
    return tuple(dict.fromkeys(found))[:20]


def _address(value: object) -> Address | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if value is None:
        return None
    params = getattr(value, "params", {})
    email = re.sub(r"^mailto:", "", str(value).strip(), flags=re.IGNORECASE).lower()
    if "@" not in email:
        email = str(params.get("EMAIL", "")).lower()
    if not re.fullmatch(r"[^\s@<>\"]{1,64}@[^\s@<>\"]{1,255}", email):
        return None
    name = " ".join(str(params.get("CN", "")).replace('"', " ").split())[:120]
    return Address(name="" if "@" in name else name, email=email)


def _attendees(part: Component) -> tuple[Attendee, ...]:
    values = part.get("ATTENDEE")
    values = values if isinstance(values, list) else [values]
    found = []
    for value in values[:_MOST_PEOPLE]:
        address = _address(value)
        if address is not None:
            params = getattr(value, "params", {})
            kind, role = (
                str(params.get("CUTYPE", "INDIVIDUAL")).upper(),
                str(params.get("ROLE", "REQ-PARTICIPANT")).upper(),
            )
            found.append(Attendee(address=address, kind=kind, role=role))
    return tuple(found)
