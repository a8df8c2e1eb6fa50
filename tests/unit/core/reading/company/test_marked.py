"""Markup in the HTML of a mail: a calendar part of lower standing."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

import json
from datetime import datetime
from email.message import EmailMessage

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind, Medium, Reading
from tests.unit.core.reading.company.words import CUES

OWNER = Owner(name="Nora Quist", email="nora.quist@example.org", tz="Europe/Berlin")
START = "2026-06-16T14:00:00+02:00"
JOB = "your interview for the Data Analyst position"


def event(**more: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "Event", "name": "Interview", "startDate": START} | more


def reservation(status: str, **more: object) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "EventReservation",
        "reservationStatus": f"https://schema.org/{status}",
        "reservationFor": event(**more),
    }


def read(markup: object, words: str, *, subject: str = "Your interview", ics: str = "") -> Reading:
    mail = EmailMessage()
    mail["From"] = "Kim Sorrell <kim.sorrell@harrowgate.example>"
    mail["To"] = "Nora Quist <nora.quist@example.org>"
    mail["Date"] = "Tue, 09 Jun 2026 10:00:00 +0200"
    mail["Subject"] = subject
    head = f'<script type="application/ld+json">{json.dumps(markup)}</script>'
    mail.set_content(
        f"<html><head>{head}</head><body><p>Dear Nora,</p><p>{words}</p><p>Kim Sorrell<br>Harrowgate</p></body></html>",
        subtype="html",
    )
    if ics:
        mail.add_attachment(ics.encode(), maintype="text", subtype="calendar")
    return read_company_mail(message=parse_message(mail.as_bytes()), owner=OWNER, cues=CUES)


def calendar(start: str) -> str:
    return f"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:a@mail.example\r\nSUMMARY:Interview\r\nDTSTART:{start}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def test_markup_tells_the_time_that_the_words_leave_out() -> None:
    reading = read(
        event(endDate="2026-06-16T14:45:00+02:00"),
        f"We are pleased to confirm {JOB}. The details are in your calendar.",
    )
    assert (reading.kind, reading.start, reading.duration_minutes) == (
        Kind.INTERVIEW,
        datetime.fromisoformat(START),
        45,
    )
    assert any(reason.name == "markup" for reason in reading.reasons)


def test_words_and_markup_that_agree_are_one_time() -> None:
    reading = read(event(), f"We confirm {JOB} on Tuesday 16 June 2026 at 2 pm.")
    assert (reading.kind, reading.start, reading.tz) == (Kind.INTERVIEW, datetime.fromisoformat(START), "Europe/Berlin")


def test_a_time_without_offset_agrees_with_the_same_time_of_day() -> None:
    reading = read(
        event(startDate="2026-06-16T14:00:00"), f"We confirm {JOB} on Tuesday 16 June 2026 at 2 pm London time."
    )
    assert reading.start == datetime.fromisoformat("2026-06-16T14:00:00+01:00")


def test_words_and_markup_that_differ_both_stand() -> None:
    reading = read(event(), f"We confirm {JOB} on Tuesday 16 June 2026 at 3 pm.")
    assert reading.start is None
    assert set(reading.start_options) == {
        datetime.fromisoformat(START),
        datetime.fromisoformat("2026-06-16T15:00:00+02:00"),
    }
    assert "start" in reading.ask


def test_a_calendar_part_is_never_overruled() -> None:
    reading = read(
        event(startDate="2026-06-17T09:00:00+02:00"),
        f"We are pleased to confirm {JOB}.",
        ics=calendar("20260616T120000Z"),
    )
    assert reading.start == datetime.fromisoformat(START)


@pytest.mark.parametrize(
    ("markup", "words", "subject"),
    [
        pytest.param(
            {
                "@context": "http://schema.org",
                "@type": "FlightReservation",
                "reservationFor": {"@type": "Flight", "departureTime": START},
            },
            "Your flight to Berlin is booked.",
            "Your trip",
            id="a flight",
        ),
        pytest.param(
            event(name="The Harrowgate Quartet"),
            "Your ticket is attached. Doors open at seven.",
            "Your tickets",
            id="a concert that calls itself an event",
        ),
        pytest.param(
            {"@context": "http://schema.org", "@type": "Order", "orderDate": START},
            "Thank you for your order.",
            "Order 1234",
            id="an order",
        ),
    ],
)
def test_markup_of_other_matters_says_nothing(markup: object, words: str, subject: str) -> None:
    reading = read(markup, words, subject=subject)
    assert (reading.kind, reading.certain, reading.start) == (Kind.OTHER, True, None)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        pytest.param(
            {
                "@context": "http://schema.org",
                "@type": "FlightReservation",
                "reservationFor": {"@type": "Flight", "departureTime": START},
            },
            f"We are pleased to confirm {JOB}; your flight is booked, the details follow.",
            id="the flight to an interview",
        ),
        pytest.param(
            event() | {"@type": "MusicEvent"}, f"We are pleased to confirm {JOB}; the time follows.", id="a concert"
        ),
        pytest.param(
            event(startDate="2026-06-16"),
            f"We are pleased to confirm {JOB}; the time follows.",
            id="a day without a time",
        ),
        pytest.param(
            event(startDate="9999-99-99T00:00"), f"We are pleased to confirm {JOB}; the time follows.", id="no date"
        ),
    ],
)
def test_markup_without_a_time_of_a_talk_gives_none(markup: object, words: str) -> None:
    assert read(markup, words).start is None


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(event(eventStatus="https://schema.org/EventCancelled"), id="event cancelled"),
        pytest.param(reservation("ReservationCancelled"), id="reservation cancelled"),
        pytest.param(event(eventStatus="EventPostponed"), id="postponed without a new time"),
    ],
)
def test_a_talk_called_off_in_markup_and_words_is_called_off(markup: object) -> None:
    reading = read(markup, f"Unfortunately we have to cancel {JOB}. We will be in touch.")
    assert (reading.kind, reading.start) == (Kind.CANCELLATION, datetime.fromisoformat(START))


def test_a_talk_called_off_only_where_nobody_sees_it_is_asked_about() -> None:
    reading = read(event(eventStatus="https://schema.org/EventCancelled"), f"An update on {JOB}.")
    assert (reading.kind, reading.certain) == (Kind.CANCELLATION, False)


def test_a_talk_that_moved_is_a_reschedule() -> None:
    reading = read(
        event(eventStatus="https://schema.org/EventRescheduled", previousStartDate="2026-06-15T14:00:00+02:00"),
        f"There is news of {JOB}.",
    )
    assert (reading.kind, reading.start) == (Kind.RESCHEDULE, datetime.fromisoformat(START))


def test_a_pending_reservation_fixes_nothing() -> None:
    reading = read(reservation("ReservationPending"), f"Would Tuesday 16 June at 2 pm suit you for {JOB}?")
    assert reading.kind is Kind.SCHEDULING


def test_place_link_and_people_come_from_markup() -> None:
    host = {"@type": "Person", "name": "Ivo Marsh", "email": "ivo.marsh@harrowgate.example"}
    where = {
        "@type": "Place",
        "name": "Harrowgate",
        "address": {"@type": "PostalAddress", "streetAddress": "4 Mill Lane", "addressLocality": "Leeds"},
    }
    reading = read(event(location=where, performer=host), f"We are pleased to confirm {JOB}.")
    assert reading.location == "Harrowgate, 4 Mill Lane, Leeds"
    assert [(person.name, person.email) for person in reading.interviewers] == [
        ("Ivo Marsh", "ivo.marsh@harrowgate.example")
    ]
    link = read(
        event(location={"@type": "VirtualLocation", "url": "https://zoom.us/j/123456"}),
        f"We are pleased to confirm {JOB}.",
    )
    assert (link.medium, link.meeting_url) == (Medium.VIDEO, "https://zoom.us/j/123456")


def test_microdata_speaks_as_json_does() -> None:
    mail = (
        "From: Kim Sorrell <kim.sorrell@harrowgate.example>\nTo: nora.quist@example.org\nDate: Tue, 09 Jun 2026 10:00:00 +0200\n"
        "Subject: Ihr Vorstellungsgespr=?utf-8?q?=C3=A4ch?=\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
        '<div itemscope itemtype="http://schema.org/Event"><meta itemprop="startDate" content="20260616T120000Z">'
        "<p>wir bestätigen Ihr Vorstellungsgespräch für die Stelle als Buchhalter. Alles Weitere steht im Kalender.</p></div>"
    )
    reading = read_company_mail(message=parse_message(mail.encode()), owner=OWNER, cues=CUES)
    assert (reading.kind, reading.start) == (Kind.INTERVIEW, datetime.fromisoformat(START))
