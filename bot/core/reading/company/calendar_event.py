"""One VEVENT (RFC 5545 section 3.6.1): its moment, its people, its links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from bot.core.message.types import Address
from bot.core.reading.company.timezone_rules import rules_offset
from bot.core.reading.company.windows_zones import windows_zone
from bot.core.reading.company.zones import load_zone, owner_zone

if TYPE_CHECKING:
    from icalendar.cal import Component

_MOST_PEOPLE = 60
_MOST_ROUNDS = 3
_LONGEST = timedelta(days=2)
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
    times, which are then the owner's. ``all_day``: its first day where it has no time of day, ``last_day`` the last one it covers.
    ``recurs``: a series of more than a few, without a single occurrence meant. ``moved``: an older issue beside it tells another start.
    ``recurrence``: RECURRENCE-ID as written, ``stamp``: DTSTAMP, ``""`` without; ``method``: of the calendar it stands in."""

    uid: str | None
    sequence: int | None
    start: datetime | None
    end: datetime | None
    tz: str | None
    tz_stated: bool
    all_day: date | None
    last_day: date | None = None
    recurs: bool
    summary: str
    description: str
    location: str
    links: tuple[str, ...]
    status: str
    organizer: Address | None
    attendees: tuple[Attendee, ...]
    moved: bool = False
    recurrence: str = ""
    stamp: str = ""
    method: str = ""

    @property
    def off(self) -> bool:
        """Whether it is called off (RFC 5545 section 3.8.1.11, RFC 5546 section 3.2.5)."""
        return self.status == "CANCELLED" or self.method == "CANCEL"

    @property
    def issue(self) -> tuple[int, str]:
        """What tells a newer issue of an event from an older one (RFC 5546 section 2.1.5)."""
        return self.sequence or 0, self.stamp


def read_event(part: Component, rules: object, owner_tz: str, method: str = "") -> CalendarEvent:
    """Return what a VEVENT of a calendar with *method* says. *rules*: the calendar's own zones (`read_rules`)."""
    start, tz, stated = _moment(part, "DTSTART", rules, owner_tz)
    first, last = _days(part)
    return CalendarEvent(
        uid=_text(part, "UID")[:300] or None,
        sequence=_sequence(part),
        start=start,
        end=_end(part, start, rules, owner_tz),
        tz=tz,
        tz_stated=stated,
        all_day=first,
        last_day=last,
        recurs=_recurs(part),
        summary=_text(part, "SUMMARY")[:300],
        description=_text(part, "DESCRIPTION")[:8000],
        location=_text(part, "LOCATION")[:400],
        links=_links(part),
        status=_text(part, "STATUS").upper()[:20],
        organizer=_address(part.get("ORGANIZER")),
        attendees=_attendees(part),
        recurrence=_written(part, "RECURRENCE-ID"),
        stamp=_written(part, "DTSTAMP"),
        method=method,
    )


def _end(part: Component, start: datetime | None, rules: object, owner_tz: str) -> datetime | None:
    """Return DTEND, else what DURATION makes of it; None where it does not follow the start."""
    end, _, _ = _moment(part, "DTEND", rules, owner_tz)
    length = getattr(part.get("DURATION"), "dt", None)
    if start and end is None and isinstance(length, timedelta) and timedelta() < length < _LONGEST:
        end = start + length
    return None if start and end and not start < end else end


def _sequence(part: Component) -> int | None:
    sequence = str(part.get("SEQUENCE", "")).strip()
    return int(sequence) if sequence.isdecimal() and len(sequence) < 10 else None


def _recurs(part: Component) -> bool:
    """Return whether it is a series; one of a few is a talk in rounds."""
    rule = part.get("RRULE")
    if rule is None or part.get("RECURRENCE-ID") is not None:
        return False
    counts = rule.get("COUNT") if isinstance(rule, Mapping) else None
    count = next(iter(counts), None) if isinstance(counts, list) else counts
    return not isinstance(count, int) or count > _MOST_ROUNDS


def _days(part: Component) -> tuple[date | None, date | None]:
    """Return the first and last day of an event without time of day; its DTEND is the day after (RFC 5545 section 3.6.1)."""
    first, after = _day(part, "DTSTART"), _day(part, "DTEND")
    if first is None:
        return None, None
    return first, after - timedelta(days=1) if after and after > first else first


def _day(part: Component, name: str) -> date | None:
    value = getattr(part.get(name), "dt", None)
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _moment(part: Component, name: str, rules: object, owner_tz: str) -> tuple[datetime | None, str | None, bool]:
    """Return (moment, IANA name, zone stated) of a DATE-TIME property (RFC 5545 section 3.3.5)."""
    field = part.get(name)
    value = getattr(field, "dt", None)
    if not isinstance(value, datetime):
        return None, None, False
    tzid = str(field.params.get("X-TZID", "")).strip().strip('"')
    if not tzid and value.tzinfo is not None:
        return value.astimezone(UTC), "UTC", True
    wall = value.replace(tzinfo=None)
    if not tzid:
        return wall.replace(tzinfo=owner_zone(owner_tz)), owner_tz, False
    zone, key = _zone(tzid, rules, wall)
    return (wall.replace(tzinfo=zone), key, True) if zone else (None, None, False)


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


def _written(part: Component, name: str) -> str:
    """Return a moment as the calendar writes it."""
    value = getattr(part.get(name), "dt", None)
    return value.isoformat()[:40] if isinstance(value, date) else ""


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
