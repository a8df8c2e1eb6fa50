"""Calendar data: what it says, and that broken or hostile data is left aside."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

import time
from datetime import datetime

import pytest

from bot.core.reading.company.invitation import Invitation, read_invitation


def event(*lines: str, method: str = "REQUEST", zones: str = "") -> str:
    body = "\r\n".join(lines)
    return f"BEGIN:VCALENDAR\r\nMETHOD:{method}\r\n{zones}BEGIN:VEVENT\r\nUID:one@mail.example\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def start(invitation: Invitation) -> datetime | None:
    return invitation.events[0].start


ODD_ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:House time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
)


@pytest.mark.parametrize(
    ("field", "wanted", "stated"),
    [
        pytest.param("DTSTART:20260604T140000Z", "2026-06-04T14:00:00+00:00", True, id="UTC"),
        pytest.param("DTSTART;TZID=Europe/Paris:20260604T140000", "2026-06-04T14:00:00+02:00", True, id="IANA"),
        pytest.param(
            "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Paris:20260604T140000",
            "2026-06-04T14:00:00+02:00",
            True,
            id="a vendor's prefix",
        ),
        pytest.param(
            "DTSTART;TZID=Eastern Standard Time:20260604T140000",
            "2026-06-04T14:00:00-04:00",
            True,
            id="Windows, in summer",
        ),
        pytest.param(
            "DTSTART;TZID=House time:20260604T140000",
            "2026-06-04T14:00:00+02:00",
            True,
            id="only its own rules, summer",
        ),
        pytest.param(
            "DTSTART;TZID=House time:20261104T140000",
            "2026-11-04T14:00:00+01:00",
            True,
            id="only its own rules, winter",
        ),
        pytest.param("DTSTART:20260604T140000", "2026-06-04T14:00:00-05:00", False, id="floating: the owner's zone"),
    ],
)
def test_a_start_is_read(field: str, wanted: str, stated: bool) -> None:
    invitation = read_invitation([event(field, zones=ODD_ZONE)], "America/Chicago")
    assert start(invitation) == datetime.fromisoformat(wanted)
    assert invitation.events[0].tz_stated is stated


def test_an_unknown_zone_gives_no_time() -> None:
    assert start(read_invitation([event("DTSTART;TZID=Nowhere:20260604T140000")], "UTC")) is None


def test_a_whole_day_has_no_time() -> None:
    invitation = read_invitation([event("DTSTART;VALUE=DATE:20260604")], "UTC")
    assert invitation.events[0].all_day
    assert start(invitation) is None


def test_a_duration_makes_the_end() -> None:
    invitation = read_invitation([event("DTSTART:20260604T140000Z", "DURATION:PT45M")], "UTC")
    assert invitation.events[0].end == datetime.fromisoformat("2026-06-04T14:45:00+00:00")


def test_two_copies_of_one_event_are_one() -> None:
    text = event("DTSTART:20260604T140000Z", "SEQUENCE:1")
    invitation = read_invitation([text, text], "UTC")
    assert len(invitation.events) == 1
    assert (invitation.events[0].uid, invitation.events[0].sequence) == ("one@mail.example", 1)


def test_a_cancellation_is_told_by_method_or_status() -> None:
    assert read_invitation([event("DTSTART:20260604T140000Z", method="CANCEL")], "UTC").cancels
    assert read_invitation([event("DTSTART:20260604T140000Z", "STATUS:CANCELLED")], "UTC").cancels


def test_people_are_read_without_names_that_only_repeat_the_address() -> None:
    text = event(
        "DTSTART:20260604T140000Z",
        "ATTENDEE;CUTYPE=ROOM;CN=Blue:mailto:blue@corp.example",
        "ATTENDEE;CN=a@corp.example:mailto:A@corp.example",
    )
    room, person = read_invitation([text], "UTC").events[0].attendees
    assert room.kind == "ROOM"
    assert (person.address.name, person.address.email) == ("", "a@corp.example")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("BEGIN:VCALENDAR\r\nBEGIN:VEVENT", id="cut off"),
        pytest.param("\x00\ufffd" * 500, id="no text"),
        pytest.param(event("DTSTART:99999999T999999Z"), id="an impossible date"),
        pytest.param(event("DTSTART;TZID=../../etc/passwd:20260604T140000"), id="a path for a zone"),
        pytest.param("BEGIN:VCALENDAR\r\n" * 3000, id="deeply nested"),
        pytest.param(event("DTSTART:20260604T140000Z", "ATTENDEE:" + "x" * 100_000), id="an endless line"),
        pytest.param("A" * 400_000, id="too large"),
        pytest.param(
            event("DTSTART;TZID=Bad:20260604T140000", zones="BEGIN:VTIMEZONE\r\nTZID:Bad\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"),
            id="a zone that changes every second",
        ),
    ],
)  # fmt: skip
def test_broken_data_never_raises_nor_hangs(text: str) -> None:
    begun = time.process_time()
    invitation = read_invitation([text], "UTC")
    assert time.process_time() - begun < 2.0
    assert len(invitation.events) <= 30
