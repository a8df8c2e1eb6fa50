"""What ``explain`` tells people: what a mail says, why the bot thinks so, what is in doubt, and what it would do."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from bot.cli.explain_house import House
from bot.cli.explain_steps import next_steps
from bot.core.letter.shown import one_line
from bot.core.letter.times import find_zone, name_zone, show_day, show_time
from bot.core.message.types import Message, Owner
from bot.core.reading.company.kind import WEIGHED
from bot.core.reading.types import ContactWish, Kind, Medium, Person, Reading, Reason, Slot

_WIDTH: Final = 80
_LABEL: Final = 11
_MOST: Final = 12
_WHAT: Final = {
    Kind.INTERVIEW: "An interview of yours.",
    Kind.RESCHEDULE: "An interview of yours moves to another time.",
    Kind.CANCELLATION: "An interview of yours is called off.",
    Kind.SCHEDULING: "They want to find a time with you; nothing is fixed yet.",
    Kind.RECEIVED: "They have received your application.",
    Kind.REJECTION: "They do not go on with you.",
    Kind.OFFER: "They make you an offer.",
    Kind.UPDATE: "A note on where things stand.",
    Kind.AUTO_REPLY: "An automatic answer.",
    Kind.BOUNCE: "A report that a mail of yours was not delivered.",
    Kind.OTHER: "Nothing that concerns an interview of yours.",
}
_MEDIUM: Final = {Medium.VIDEO: "by video", Medium.PHONE: "by phone", Medium.ONSITE: "on site"}
_WISH: Final = {
    ContactWish.NONE: "",
    ContactWish.NO_CALLS: "not to be called",
    ContactWish.NO_CHASING: "not to be chased: they will contact you",
    ContactWish.NO_CONTACT: "not to be written to",
}
_DOUBT: Final = {
    "kind": "what this mail is",
    "start": "the time",
    "company": "the company",
    "role": "the role",
    "interviewers": "who talks with you",
    "contact": "whom to write to",
}


def tell_reading(house: House, file: str, message: Message, reading: Reading) -> list[str]:
    """Return the account of one mail, a line each, ending with an empty one."""
    owner = house.owner_of(message)
    lines = [one_line(file, 300), *_line("Subject", message.subject or "(none)"), *_line("From", _author(message)), ""]
    lines += _line("What", _what(reading))
    lines += _when(reading, owner)
    for label, text in _facts(reading):
        lines += _line(label, text)
    lines += ["", *_why(reading.reasons)]
    lines += _doubts(reading, owner)
    lines += _list("Would do", next_steps(house, message, reading))
    return [*lines, ""]


def print_lines(lines: Iterable[str]) -> None:
    """Print at once; characters that the terminal has not become question marks."""
    encoding = sys.stdout.encoding or "ascii"
    text = "\n".join(lines)
    print(text.encode(encoding, "replace").decode(encoding), flush=True)


def _author(message: Message) -> str:
    written = f", {show_day(message.date)}, {show_time(message.date)}" if message.date else ""
    return f"{', '.join(str(address) for address in message.from_[:3]) or '(nobody that can be told)'}{written}"


def _what(reading: Reading) -> str:
    if reading.certain:
        return _WHAT[reading.kind]
    return f"Not sure. It may be: {_WHAT[reading.kind][:1].lower()}{_WHAT[reading.kind][1:]}"


def _when(reading: Reading, owner: Owner) -> list[str]:
    if reading.start is None:
        options = [text for option in reading.start_options for text in _spans(option, None, reading, owner)]
        return _list("When", ["Not clear; one of these:", *options]) if options else []
    first, *others = _spans(reading.start, reading.end, reading, owner)
    if reading.duration_minutes:
        first += f", {reading.duration_minutes} minutes"
    if not reading.tz_stated:
        others.append("No time zone is named, so yours is taken.")
    return _list("When", [first, *(_slot(slot) for slot in reading.slots), *others])


def _spans(start: datetime, end: datetime | None, reading: Reading, owner: Owner) -> list[str]:
    """Return the time in the zone it was stated in, and in the owner's where that shows another."""
    zone = find_zone(owner.tz)
    mine = start.astimezone(zone) if zone else start
    if mine.utcoffset() == start.utcoffset():
        return [f"{_span(mine, end)} ({name_zone(owner.tz)}, your time)" if zone else _span(start, end)]
    place = name_zone(reading.tz) if reading.tz else ""
    short = start.tzname() or ""
    stated = ", ".join(dict.fromkeys(part for part in (place, short) if part)) or f"{start:UTC%z}"
    return [f"{_span(start, end)} ({stated})", f"{_span(mine, end)} ({name_zone(owner.tz)}, your time)"]


def _span(start: datetime, end: datetime | None) -> str:
    shown = f"{show_day(start)}, {show_time(start)}"
    if end is None or end <= start:
        return shown
    last = end.astimezone(start.tzinfo)
    day = "" if last.date() == start.date() else f"{show_day(last)}, "
    return f"{shown} to {day}{show_time(last)}"


def _slot(slot: Slot) -> str:
    until = f" to {show_time(slot.end.astimezone(slot.start.tzinfo))}" if slot.end else ""
    people = f": {', '.join(one_line(name, 60) for name in slot.interviewers)}" if slot.interviewers else ""
    return f"– {show_time(slot.start)}{until}{people}"


def _facts(reading: Reading) -> list[tuple[str, str]]:
    found = [
        ("Company", one_line(reading.company)),
        ("Role", one_line(reading.role)),
        ("With", ", ".join(_person(person) for person in reading.interviewers[:_MOST])),
        ("How", _MEDIUM[reading.medium] if reading.medium else ""),
        ("Where", one_line(reading.location, 200)),
        ("Link", one_line(reading.meeting_url, 500)),
        ("Contact", _person(reading.contact) if reading.contact else ""),
        ("Decision", f"by {show_day(reading.decision_by)}" if reading.decision_by else ""),
        ("They ask", "; ".join(wish for wish in (_WISH[reading.contact_wish], _references(reading)) if wish)),
    ]
    return [(label, text) for label, text in found if text]


def _references(reading: Reading) -> str:
    return "for references" if reading.wants_references else ""


def _person(person: Person) -> str:
    name, email = one_line(person.name, 80), one_line(person.email, 120)
    return f"{name} <{email}>" if email and name and email != name else name or email


def _why(reasons: Sequence[Reason]) -> list[str]:
    """Tell the evidence, the weightiest first: what speaks for the verdict, and what against it."""
    weighed = [f"{reason.weight:.0%} sure of it: {reason.evidence}" for reason in reasons if reason.name == WEIGHED]
    told = [reason for reason in reasons if reason.name != WEIGHED]
    speaking = sorted((r for r in told if r.weight >= 0), key=lambda reason: -reason.weight)
    against = sorted((r for r in told if r.weight < 0), key=lambda reason: reason.weight)
    lines = _list("Why", _evidence(speaking) or ["Nothing in it speaks of an interview of yours."])
    return [*lines, *_list("Against", _evidence(against)), *_list("Weighed", weighed)]


def _evidence(reasons: Sequence[Reason]) -> list[str]:
    """Return the words each reason rests on with its name and weight; words that several rest on are quoted once."""
    named: dict[str, list[str]] = {}
    for reason in reasons[:_MOST]:
        named.setdefault(one_line(reason.evidence, 120), []).append(f"{_name(reason)} {reason.weight:+g}")
    return [f"“{words}” ({', '.join(names)})" if words else ", ".join(names) for words, names in named.items()]


def _name(reason: Reason) -> str:
    return one_line(reason.name, 60).replace("_", " ").replace(".", ": ", 1)


def _doubts(reading: Reading, owner: Owner) -> list[str]:
    if not reading.ask:
        return []
    what = " and ".join(_DOUBT.get(field, field) for field in reading.ask)
    options = [" = ".join(_spans(option, None, reading, owner)) for option in reading.start_options]
    if "kind" in reading.ask:
        question = "Is this an interview of yours?"
    elif options:
        question = f"Which time is meant: {' or '.join(options)}?"
    else:
        question = f"What is {what}?"
    return [*_line("In doubt", f"{what[:1].upper()}{what[1:]}."), *_line("Would ask", question)]


def _line(label: str, text: str) -> list[str]:
    return textwrap.wrap(
        one_line(text, 1000),
        _WIDTH,
        initial_indent=f"  {label:<{_LABEL}}",
        subsequent_indent=" " * (_LABEL + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _list(label: str, items: Sequence[str]) -> list[str]:
    """Return the items below each other, the label before the first."""
    return [line for number, item in enumerate(items) for line in _line(label if number == 0 else "", item)]
