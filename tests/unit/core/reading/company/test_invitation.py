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


def test_of_two_issues_of_one_event_the_newer_holds_and_has_moved() -> None:
    older = event("DTSTART:20260604T140000Z", "SEQUENCE:0")
    newer = event("DTSTART:20260605T090000Z", "SEQUENCE:1")
    for texts in ([older, newer], [newer, older]):
        invitation = read_invitation(texts, "UTC")
        assert [e.start for e in invitation.events] == [datetime.fromisoformat("2026-06-05T09:00:00+00:00")]
        assert invitation.moves


def test_of_two_issues_with_one_number_the_later_stamp_holds() -> None:
    older = event("DTSTART:20260604T140000Z", "SEQUENCE:2", "DTSTAMP:20260601T090000Z")
    newer = event("DTSTART:20260604T150000Z", "SEQUENCE:2", "DTSTAMP:20260602T090000Z")
    assert [e.start.hour for e in read_invitation([newer, older], "UTC").events if e.start] == [15]


def test_a_newer_issue_with_the_same_start_moves_nothing() -> None:
    texts = [event("DTSTART:20260604T140000Z", f"SEQUENCE:{number}") for number in (0, 1)]
    assert not read_invitation(texts, "UTC").moves


def test_an_event_called_off_beside_a_new_one_is_a_move_and_the_new_one_stands_first() -> None:
    off = event("DTSTART:20260604T140000Z", method="CANCEL")
    new = event("DTSTART:20260605T140000Z").replace("one@", "two@")
    for texts in ([off, new], [new, off]):
        invitation = read_invitation(texts, "UTC")
        assert (invitation.method, invitation.fixes, invitation.cancels, invitation.moves) == (
            "REQUEST",
            True,
            False,
            True,
        )
        assert invitation.events[0].uid == "two@mail.example"


def test_a_newer_cancellation_ends_an_older_request() -> None:
    request = event("DTSTART:20260604T140000Z", "SEQUENCE:0")
    cancel = event("DTSTART:20260604T140000Z", "SEQUENCE:1", method="CANCEL")
    invitation = read_invitation([request, cancel], "UTC")
    assert (invitation.method, invitation.cancels, len(invitation.events)) == ("CANCEL", True, 1)


def test_one_round_called_off_beside_two_that_stand_moves_nothing() -> None:
    texts = [
        event(f"DTSTART:20260604T{hour}0000Z", *(["STATUS:CANCELLED"] if hour == 11 else [])).replace(
            "one@", f"{hour}@"
        )
        for hour in (10, 11, 13)
    ]
    invitation = read_invitation(texts, "UTC")
    assert (invitation.fixes, invitation.cancels, invitation.moves) == (True, False, False)
    assert [e.off for e in invitation.events] == [False, False, True]


def test_an_occurrence_beside_its_series_keeps_its_own_time() -> None:
    series = event("DTSTART:20260601T090000Z", "RRULE:FREQ=WEEKLY")
    one = event("DTSTART:20260608T110000Z", "RECURRENCE-ID:20260608T090000Z", "SEQUENCE:1")
    assert {(e.recurs, e.start.hour if e.start else None) for e in read_invitation([series, one], "UTC").events} == {
        (True, 9),
        (False, 11),
    }


@pytest.mark.parametrize(
    ("rule", "series"),
    [
        pytest.param("FREQ=WEEKLY", True, id="for ever"),
        pytest.param("FREQ=WEEKLY;COUNT=12", True, id="twelve weeks"),
        pytest.param("FREQ=WEEKLY;UNTIL=20261231T000000Z", True, id="until a day"),
        pytest.param("FREQ=DAILY;COUNT=1", False, id="once"),
        pytest.param("FREQ=DAILY;COUNT=2", False, id="two days of talks"),
    ],
)
def test_a_series_is_told_from_a_talk_in_rounds(rule: str, series: bool) -> None:
    assert read_invitation([event("DTSTART:20260604T140000Z", f"RRULE:{rule}")], "UTC").events[0].recurs is series


def test_a_time_that_is_only_held_is_not_fixed() -> None:
    invitation = read_invitation([event("DTSTART:20260604T140000Z", "STATUS:TENTATIVE")], "UTC")
    assert (invitation.tentative, invitation.fixes) == (True, False)


def test_whole_days_end_before_their_dtend() -> None:
    (days,) = read_invitation([event("DTSTART;VALUE=DATE:20260604", "DTEND;VALUE=DATE:20260606")], "UTC").events
    assert (str(days.all_day), str(days.last_day)) == ("2026-06-04", "2026-06-05")
