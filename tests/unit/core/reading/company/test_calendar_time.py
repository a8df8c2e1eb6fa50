"""Words and calendar data in one mail: the calendar settles the time unless the words surely name another."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.words import CUES

OWNER = Owner(name="Nora Quist", email="nora.quist@example.org", tz="Europe/Berlin")
CONFIRMED = "Dear Nora,\n\nWe are pleased to confirm your interview for the Data Analyst position{}.\n\nKim Sorrell\nHarrowgate\n"


def part(*lines: str, uid: str = "one", method: str = "REQUEST") -> str:
    body = "\r\n".join((f"UID:{uid}@mail.example", "SUMMARY:Interview", *lines))
    return f"BEGIN:VCALENDAR\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def read(words: str, *calendars: str) -> Reading:
    mail = EmailMessage()
    mail["From"] = "Kim Sorrell <kim.sorrell@harrowgate.example>"
    mail["To"] = "Nora Quist <nora.quist@example.org>"
    mail["Date"] = "Tue, 09 Jun 2026 10:00:00 +0200"
    mail["Subject"] = "Interview"
    mail.set_content(words)
    for calendar in calendars:
        mail.add_attachment(calendar.encode(), maintype="text", subtype="calendar")
    return read_company_mail(message=parse_message(mail.as_bytes()), owner=OWNER, cues=CUES)


def at(*moments: str) -> list[datetime]:
    return [datetime.fromisoformat(moment) for moment in moments]


@pytest.mark.parametrize(
    ("words", "calendar"),
    [
        pytest.param(" on Tuesday 16 June 2026 at 2 pm", "DTSTART:20260616T120000Z", id="both say the same"),
        pytest.param("", "DTSTART:20260616T120000Z", id="the words say nothing"),
        pytest.param(" on Tuesday 16 June 2026 at 2 pm", "DTSTART;VALUE=DATE:20260616", id="a whole day is marked"),
        pytest.param(
            " on Tuesday 16 June 2026 at 2 pm",
            "DTSTART;VALUE=DATE:20260615\r\nDTEND;VALUE=DATE:20260618",
            id="some days are marked",
        ),
    ],
)
def test_one_time_is_told(words: str, calendar: str) -> None:
    reading = read(CONFIRMED.format(words), part(calendar))
    assert (reading.kind, [reading.start]) == (Kind.INTERVIEW, at("2026-06-16T14:00:00+02:00"))


@pytest.mark.parametrize(
    ("calendar", "options"),
    [
        pytest.param(
            "DTSTART:20260616T130000Z", ("2026-06-16T15:00:00+02:00", "2026-06-16T14:00:00+02:00"), id="another hour"
        ),
        pytest.param("DTSTART;VALUE=DATE:20260617", ("2026-06-16T14:00:00+02:00",), id="another whole day"),
    ],
)
def test_words_and_calendar_that_differ_are_asked_about(calendar: str, options: tuple[str, ...]) -> None:
    reading = read(CONFIRMED.format(" on Tuesday 16 June 2026 at 2 pm"), part(calendar))
    assert reading.start is None
    assert sorted(reading.start_options) == sorted(at(*options))
    assert "start" in reading.ask


def test_the_newer_issue_of_an_event_is_a_move() -> None:
    older, newer = part("DTSTART:20260615T120000Z", "SEQUENCE:0"), part("DTSTART:20260616T120000Z", "SEQUENCE:1")
    reading = read(
        "Dear Nora,\n\nthe interview for the Data Analyst position: see the calendar.\n\nKim Sorrell\n", older, newer
    )
    assert (reading.kind, [reading.start], reading.calendar_sequence) == (
        Kind.RESCHEDULE,
        at("2026-06-16T14:00:00+02:00"),
        1,
    )


def test_an_event_called_off_beside_its_successor_is_a_move() -> None:
    off = part("DTSTART:20260615T120000Z", method="CANCEL")
    new = part("DTSTART:20260616T120000Z", uid="two")
    reading = read(
        "Dear Nora,\n\nthe interview for the Data Analyst position: see the calendar.\n\nKim Sorrell\n", off, new
    )
    assert (reading.kind, [reading.start], reading.calendar_uid) == (
        Kind.RESCHEDULE,
        at("2026-06-16T14:00:00+02:00"),
        "two@mail.example",
    )


def test_a_time_that_is_only_held_is_not_an_interview_yet() -> None:
    words = "Dear Nora,\n\nwe would like to hold this time for an interview for the Data Analyst position.\nLet us know whether it suits you.\n\nKim Sorrell\n"
    reading = read(words, part("DTSTART:20260616T120000Z", "STATUS:TENTATIVE"))
    assert reading.kind is Kind.SCHEDULING


def event(*lines: str, uid: str = "one", summary: str = "Interview", method: str = "REQUEST") -> str:
    return part(*lines, uid=uid, method=method).replace("SUMMARY:Interview", f"SUMMARY:{summary}")


@pytest.mark.parametrize("summary", ["Webinar: how we cast iron", "Summer open day", "Careers fair 2026"])
def test_an_event_for_all_comers_is_not_the_talk(summary: str) -> None:
    other = event("DTSTART:20260619T160000Z", uid="two", summary=summary, method="PUBLISH")
    reading = read(CONFIRMED.format(" on Tuesday 16 June 2026 at 2 pm"), other)
    assert ([reading.start], reading.calendar_uid) == (at("2026-06-16T14:00:00+02:00"), None)


def test_another_hour_of_the_talk_itself_is_asked_about() -> None:
    other = event("DTSTART:20260619T160000Z", summary="Interview at the open day", method="PUBLISH")
    assert read(CONFIRMED.format(" on Tuesday 16 June 2026 at 2 pm"), other).start is None


def test_an_event_that_prepares_for_the_talk_is_not_the_talk() -> None:
    prep = event("DTSTART:20260615T160000Z", uid="two", summary="Prep call Nora / Kim")
    reading = read(CONFIRMED.format(""), prep, part("DTSTART:20260616T120000Z"))
    assert ([reading.start], reading.calendar_uid) == (at("2026-06-16T14:00:00+02:00"), "one@mail.example")


def test_one_occurrence_told_apart_from_its_series_is_meant() -> None:
    series = part("DTSTART:20260602T120000Z", "RRULE:FREQ=WEEKLY")
    one = part("DTSTART:20260616T120000Z", "RECURRENCE-ID:20260616T120000Z", "SEQUENCE:1")
    reading = read(CONFIRMED.format(""), series, one)
    assert (reading.kind, [reading.start]) == (Kind.INTERVIEW, at("2026-06-16T14:00:00+02:00"))


@pytest.mark.parametrize(
    ("words", "start"),
    [
        pytest.param(". Please be here for a 2 pm start", "2026-06-16T14:00:00+02:00", id="the hour alone"),
        pytest.param(" on Tuesday 16 June at 2 pm", "2026-06-16T14:00:00+02:00", id="with its day"),
    ],
)
def test_the_hour_of_a_day_that_the_calendar_marks(words: str, start: str) -> None:
    assert [read(CONFIRMED.format(words), part("DTSTART;VALUE=DATE:20260616")).start] == at(start)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        pytest.param(
            " on Tuesday 16 June 2026. Your interview is at 11.40 am", "2026-06-16T11:40:00+02:00", id="own hour"
        ),
        pytest.param(
            " on Tuesday 16 June 2026. You meet our CTO at 11.40 am", "2026-06-16T10:00:00+02:00", id="a part"
        ),
    ],
)
def test_the_own_hour_in_a_block_that_the_calendar_marks(words: str, start: str) -> None:
    block = part("DTSTART:20260616T080000Z", "DTEND:20260616T110000Z")
    assert [read(CONFIRMED.format(words), block).start] == at(start)


def test_a_calendar_without_a_zone_leaves_it_to_the_words() -> None:
    reading = read(CONFIRMED.format(" on Tuesday 16 June 2026 at 2 pm BST"), part("DTSTART:20260616T140000"))
    assert ([reading.start], reading.tz_stated) == (at("2026-06-16T14:00:00+01:00"), True)


def test_of_two_events_the_one_that_names_the_talk_is_it() -> None:
    other = event("DTSTART:20260615T160000Z", uid="two", summary="Webinar for applicants")
    assert [read(CONFIRMED.format(""), other, part("DTSTART:20260616T120000Z")).start] == at(
        "2026-06-16T14:00:00+02:00"
    )
