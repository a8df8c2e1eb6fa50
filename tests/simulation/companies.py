"""Ten companies and what they write over a month: invitations, other times, cancellations, answers, rejections, silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from tests.unit.pipeline.mails import an_invitation

NAMES = (
    ("Borealis Optics", "Ines Falk"),
    ("Cobalt Freight", "Tomas Lindqvist"),
    ("Driftwood Media", "Aisha Rahman"),
    ("Ember Analytics", "Paul Novak"),
    ("Fathom Marine", "Grace Obi"),
    ("Granite Health", "Luca Moretti"),
    ("Harbor Energy", "Nadia Petrova"),
    ("Indigo Foods", "Samuel Ortiz"),
    ("Juniper Games", "Hana Sato"),
    ("Kestrel Aero", "Peter Walsh"),
)
ZONES = (None, None, "America/New_York", "Asia/Tokyo")
ANSWER = "Hi Maya,\n\nit was a pleasure to meet you. We are still talking to others and will let you know soon.\n\n{person}\n"
REJECTION = (
    "Dear Maya,\n\nthank you for the interview for the Data Analyst position. Unfortunately, we have decided to move "
    "forward with other candidates.\n\nBest regards,\n{person}\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A mail of a company's and when it comes. ``ends``: after it nothing may be sent, or no more status checks."""

    at: datetime
    raw: str
    domain: str
    ends: str = ""


def write_month(chance: Random, first_day: datetime) -> list[Arrival]:
    """Return everything that the companies write, oldest first."""
    found = [arrival for company in range(len(NAMES)) for arrival in _write_one(chance, company, first_day)]
    return sorted(found, key=lambda arrival: arrival.at)


def _write_one(chance: Random, company: int, first_day: datetime) -> Iterator[Arrival]:
    name, person = NAMES[company]
    domain = f"{name.split()[0].lower()}.example"
    zone, two = chance.choice(ZONES), chance.random() < 0.3
    at = first_day + timedelta(days=chance.randrange(14), hours=chance.randrange(24), minutes=chance.randrange(60))
    start = _talk(chance, at)

    def invite(at: datetime, start: datetime, sequence: int, cancelled: bool = False) -> Arrival:
        raw = an_invitation(start, sequence=sequence, cancelled=cancelled)
        raw = _as_of(raw, company, at=at, start=start, zone=zone, two=two)
        return Arrival(at=at, raw=raw, domain=domain, ends="all" if cancelled else "")

    yield invite(at, start, 0)
    sequence = 1
    while chance.random() < 0.3:
        at += (start - at) * chance.uniform(0.1, 1.2)
        start = _talk(chance, max(at, start))
        yield invite(at, start, sequence)
        sequence += 1
    if chance.random() < 0.15:
        yield invite(at + (start - at) * chance.uniform(0.1, 1.5), start, sequence, cancelled=True)
        return
    for words, likely, ends in ((ANSWER, 0.4, "checks"), (REJECTION, 0.4, "all")):
        if chance.random() < likely:
            at = max(at, start) + timedelta(hours=chance.uniform(2, 300))
            text = words.format(person=person)
            yield Arrival(at=at, raw=_in_thread(text, company, at, sequence), domain=domain, ends=ends)


def _talk(chance: Random, after: datetime) -> datetime:
    """Return a time for a talk: on a working day, in working hours, some days after a moment."""
    day = after + timedelta(days=chance.randint(1, 6))
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return day.replace(hour=chance.randint(8, 16), minute=chance.choice((0, 30)), second=0)


def _as_of(raw: str, company: int, *, at: datetime, start: datetime, zone: str | None, two: bool) -> str:
    """Return the one invitation that there is as this company writes it."""
    name, person = NAMES[company]
    first = person.split()[0].lower()
    raw = raw.replace("Acme Robotics", name).replace("Jane Roe", person).replace("jane@", f"{first}@")
    raw = raw.replace("acme.example", f"{name.split()[0].lower()}.example")
    raw = re.sub(r"(?m)^Date: .*$", f"Date: {at:%a, %d %b %Y %H:%M:%S} +0000", raw)
    if two:
        for guest in ("Bob Ray", "Eva Lund"):
            address = f"{guest.split()[0].lower()}@{name.split()[0].lower()}.example"
            raw = raw.replace("LOCATION:", f"ATTENDEE;CN={guest};PARTSTAT=ACCEPTED:mailto:{address}\nLOCATION:")
    if zone:
        for field, moment in (("DTSTART", start), ("DTEND", start + timedelta(hours=1))):
            wall = moment.astimezone(ZoneInfo(zone))
            raw = re.sub(rf"{field}:\w+", f"{field};TZID={zone}:{wall:%Y%m%dT%H%M%S}", raw)
    return raw


def _in_thread(text: str, company: int, at: datetime, number: int) -> str:
    name, person = NAMES[company]
    domain = f"{name.split()[0].lower()}.example"
    return (
        f"From: {person} <{person.split()[0].lower()}@{domain}>\nTo: Maya Okafor <maya@home.example>\n"
        f"Subject: Your interview at {name}\nDate: {at:%a, %d %b %Y %H:%M:%S} +0000\n"
        f"Message-ID: <{at:%d%H%M}.{number}@{domain}>\nIn-Reply-To: <invite0@{domain}>\nReferences: <invite0@{domain}>\n\n{text}"
    )
