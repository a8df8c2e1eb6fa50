"""Times in mails that a program fills in: rows, stamps of the program, hours of the house, a text part and an HTML part."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from bot.core.message.parse import parse_message
from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

AT_TWO = "2026-06-16T14:00:00+02:00"


def start_of(text: str, subject: str = "Interview") -> str | None:
    start = read_known_mail(brief_mail(text, subject=subject), zone="Europe/Berlin").start
    return start.isoformat() if start else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Your interview: Tuesday 16 June 2026, 14:00.\n\nSent on 05/06/2026 at 10:00.", id="en"),
        pytest.param("Your interview: Tuesday 16 June 2026, 14:00.\n\nCreated: 5 June 2026, 09:59", id="a row"),
        pytest.param(
            "Your interview: Tuesday 16 June 2026, 14:00.\n\nGenerated on 5 June 2026 at 18:00.", id="elsewhere"
        ),
        pytest.param("Ihr Gespräch: Dienstag, 16.06.2026, 14:00 Uhr.\n\nErstellt am 05.06.2026 um 10:00 Uhr.", id="de"),
        pytest.param("Votre entretien : mardi 16 juin 2026 à 14h.\n\nEnvoyé le 05/06/2026 à 10h00.", id="fr"),
        pytest.param("Su entrevista: martes 16/06/2026, 14:00 h.\n\nEnviado el 05/06/2026 a las 10:00.", id="es"),
        pytest.param("Il suo colloquio: martedì 16/06/2026, ore 14:00.\n\nInviato il 05/06/2026 alle 10:00.", id="it"),
        pytest.param("Je gesprek: dinsdag 16 juni 2026, 14:00 uur.\n\nVerzonden op 05-06-2026 om 10:00.", id="nl"),
        pytest.param("A sua entrevista: terça-feira, 16/06/2026, 14h00.\n\nEnviado em 05/06/2026 10:00.", id="pt"),
    ],
)
def test_when_the_mail_was_made_is_no_talk(text: str) -> None:
    assert start_of(text) == AT_TWO


def test_a_talk_of_the_same_day_is_still_told() -> None:
    assert start_of("Your interview is today, 5 June 2026, at 14:00.") == "2026-06-05T14:00:00+02:00"


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("Sprechzeiten: Mo–Do 9.00–15.30 Uhr, Fr 9.00–12.00 Uhr", id="de"),
        pytest.param("Das Büro ist Mo-Fr von 8 bis 16 Uhr besetzt, Sa 9-12 Uhr", id="de, in a sentence"),
    ],
)
def test_hours_of_every_week_are_no_talk(below: str) -> None:
    assert (
        start_of(
            f"Wir freuen uns auf das Vorstellungsgespräch mit Ihnen.\n\nDatum: 16.06.2026\nUhrzeit: 14.00 Uhr\n\n{below}"
        )
        == AT_TWO
    )


def test_open_hours_of_every_week_in_english() -> None:
    assert start_of("Interview on 16 June at 2pm.\n\nReception: Tue - Thu 10:00-16:00, Fri 9:00-12:00") == AT_TWO


@pytest.mark.parametrize(
    ("text", "start"),
    [
        pytest.param("Thanks for confirming 16/06. Start 14.00, should be wrapped up by 14.45.", AT_TWO, id="an end"),
        pytest.param("Your interview is on 16 June at 1pm, sorry, should be 2pm.", AT_TWO, id="put right"),
    ],
)
def test_an_end_puts_nothing_right(text: str, start: str) -> None:
    assert start_of(text, "Interview 16/06") == start


def test_a_zone_on_a_row_of_its_own_with_its_offset() -> None:
    rows = "Date: 06/16/2026\nStart Time: 8:00 AM\nEnd Time: 9:15 AM\nTime Zone: (GMT-04:00) Eastern Time (US & Canada)"
    start = read_known_mail(brief_mail(f"Your interview has been scheduled.\n\n{rows}"), zone="America/Chicago").start
    assert start is not None
    assert start.isoformat() == "2026-06-16T08:00:00-04:00"


@pytest.mark.parametrize(
    ("shown", "start"),
    [
        pytest.param("Tuesday 16 June 2026, 14:00", AT_TWO, id="the same"),
        pytest.param("Tuesday 16 June 2026, 2:00 PM. Questions until 12 June, 18:00.", AT_TWO, id="written otherwise"),
        pytest.param("Tuesday 16 June 2026, 16:00", None, id="another hour"),
        pytest.param("Wednesday 17 June 2026, 14:00", None, id="another day"),
    ],
)
def test_text_and_html_that_tell_two_times(shown: str, start: str | None) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Kim Sorrell <kim.sorrell@harrowgate.example>", "Nora Vogt <nora.vogt@example.org>"
    mail["Date"], mail["Subject"] = "Fri, 05 Jun 2026 10:00:00 +0200", "Your interview"
    mail.set_content("Your interview is booked for Tuesday 16 June 2026, 14:00.\n")
    mail.add_alternative(f"<p>Your interview is booked for {shown}</p>", subtype="html")
    reading = read_known_mail(parse_message(mail.as_bytes()), zone="Europe/Berlin")
    assert (reading.start.isoformat() if reading.start else None) == start
    assert len(reading.start_options) == (0 if start else 2)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Your interview is booked.\n\nTuesday, 16 June 2026\n14:00 - 14:30\nRoom 4\n\n"
            "Team lunch for all: Thursday 25 June 2026, 12:30 CEST.",
            id="a whole entry below two rows",
        ),
        pytest.param(
            "Votre entretien est confirmé.\n\nmardi 16 juin 2026\n14h00\nSalle 4\n\n"
            "Fête du personnel : jeudi 25 juin 2026 à 18h00.",
            id="fr",
        ),
    ],
)
def test_a_day_and_its_hour_in_two_rows_are_not_outdone_by_another_matter(text: str) -> None:
    assert start_of(text) in {AT_TWO, None}
