"""How Dutch tells the start of a talk: the words of the Netherlands and of Flanders (seen from Tuesday, 12 May 2026, in Amsterdam)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

ZONE = "Europe/Amsterdam"
OPENING = (
    "Beste Nora,\n\nBedankt voor je sollicitatie als projectleider. Graag bevestigen we je sollicitatiegesprek.\n\n"
)
STARTS = [
    ("Dinsdag 19 mei, halfdrie.", "2026-05-19T14:30"),
    ("Dinsdag 19 mei om kwartover drie.", "2026-05-19T15:15"),
    ("Dinsdag 19 mei om tien voor half elf.", "2026-05-19T10:20"),
    ("Dinsdag 19 mei om tien over half elf.", "2026-05-19T10:40"),
    ("Dinsdag 19 mei om half 1.", "2026-05-19T12:30"),
    ("Dinsdag 19 mei om 9u30 in de voormiddag.", "2026-05-19T09:30"),
    ("Dinsdag 19 mei om vieren.", "2026-05-19T16:00"),
    ("Dinsdag 19 mei om 9.00 u.", "2026-05-19T09:00"),
    ("Dinsdag 19 mei om 1430u.", "2026-05-19T14:30"),
    ("Dinsdag 19 mei om 14:30 uur exact.", "2026-05-19T14:30"),
    ("19-05-'26 om 15 uur", "2026-05-19T15:00"),
    ("2026-05-19T15:00", "2026-05-19T15:00"),
    ("Op de negentiende mei om drie uur 's middags.", "2026-05-19T15:00"),
    ("Op de eenentwintigste om drie uur 's middags.", "2026-05-21T15:00"),
    ("Op zesentwintig mei om 15 uur.", "2026-05-26T15:00"),
    ("Op tweeëntwintig mei om tien uur.", "2026-05-22T10:00"),
    ("Donderdag over 8 dagen om 10 uur.", "2026-05-21T10:00"),
    ("Donderdag over drie weken om 10 uur.", "2026-06-04T10:00"),
    ("Deze namiddag om 4 uur.", "2026-05-12T16:00"),
    ("Deze avond om half acht.", "2026-05-12T19:30"),
    ("Morgen over een week om 10 uur.", "2026-05-20T10:00"),
    ("Eerste maandag in juni, 10 uur.", "2026-06-01T10:00"),
    ("Volgende maand, op de derde, om half 2.", "2026-06-03T13:30"),
    ("De derde van volgende maand om half 2.", "2026-06-03T13:30"),
    ("De dag na Hemelvaart om 11 uur.", "2026-05-15T11:00"),
    ("Woensdag om 10 uur. Ik bedoel volgende week woensdag.", "2026-05-20T10:00"),
    ("Donderdagavond 21 mei om 8 uur.", "2026-05-21T20:00"),
    ("Donderdagavond 21 mei 2026 om acht uur.", "2026-05-21T20:00"),
    ("Woensdagochtend 20 mei, negen uur.", "2026-05-20T09:00"),
    ("Woensdagnamiddag 20/5, 2 u.", "2026-05-20T14:00"),
    (
        "Komende donderdag is een feestdag, dus het gesprek is een week later: dinsdag 19 mei om 10u.",
        "2026-05-19T10:00",
    ),
    ("Het gesprek is dinsdag 19 mei om 8.30 uur zomertijd.", "2026-05-19T08:30"),
    (
        "Zaterdag 16 mei zijn we dicht. Dinsdag 19 mei om 10.30 uur zien we je in de winkel (open van 9.00 tot 18.00 uur).",
        "2026-05-19T10:30",
    ),
    ("Dinsdag 19 mei om 10.30 uur. De receptie gaat om 8.00 uur open.", "2026-05-19T10:30"),
    ("Dinsdag 19 mei: deur open om 10.00, gesprek om 10.30, einde om 11.30 uur.", "2026-05-19T10:30"),
    ("Je collega-kandidaat komt dinsdag 19 mei om 9.30 uur, jou verwachten we om 10.30 uur.", "2026-05-19T10:30"),
    ("Oude tijd: maandag 18 mei 9.00 uur\nNieuwe tijd: dinsdag 19 mei 11.00 uur", "2026-05-19T11:00"),
    ("Wees dinsdag 19 mei om 9.45 uur aanwezig; het gesprek begint om 10 uur.", "2026-05-19T10:00"),
    ("Dinsdag 19 mei om 10.00 uur (graag 10 minuten eerder aanwezig).", "2026-05-19T10:00"),
    ("Tot 9.30 uur zit ik in overleg, dus we beginnen dinsdag 19 mei om 10 uur.", "2026-05-19T10:00"),
    ("Dinsdag 19 mei om 10 uur. De lift doet het pas vanaf 9 uur.", "2026-05-19T10:00"),
    (
        "Het gesprek dat voor maandag 18 mei om 9 uur gepland stond, gaat dinsdag 19 mei om 10 uur door.",
        "2026-05-19T10:00",
    ),
    ("Het maandag 18 mei om 9 uur geplande gesprek verzetten we naar dinsdag 19 mei om 10 uur.", "2026-05-19T10:00"),
    ("Dinsdag 19 mei, niet om 9 uur maar om 10 uur.", "2026-05-19T10:00"),
    ("Ik schreef dinsdag 19 mei om 9 uur, maar dat moet 10 uur zijn.", "2026-05-19T10:00"),
    ("Datum en uur: 19/05/2026 - 10u00", "2026-05-19T10:00"),
    ("Datum/tijd: di 19-05 10:00", "2026-05-19T10:00"),
    ("dinsdag 19 mei om tien uur 's morgens", "2026-05-19T10:00"),
    ("dinsdag 19 mei om vijf voor half vijf", "2026-05-19T16:25"),
    ("dinsdag 19 mei om vijf over halfvijf", "2026-05-19T16:35"),
    ("Volgende dinsdag om tien uur, dus de 19e.", "2026-05-19T10:00"),
    ("Dinsdag 26 mei (week 22) om 10 uur.", "2026-05-26T10:00"),
    ("Op Hemelvaartsdag om 10 uur, ja echt.", "2026-05-14T10:00"),
    ("Vrijdag 29 mei om 10 uhr.", "2026-05-29T10:00"),
    ("Woensdag 20-5 om 10 uur.", "2026-05-20T10:00"),
    ("Op 20-05 om 10:00 uur.", "2026-05-20T10:00"),
    ("wo 20-05 10:00", "2026-05-20T10:00"),
    ("Op 20-5, 10 uur.", "2026-05-20T10:00"),
    ("Woensdag 20 mei 10-12 uur.", "2026-05-20T10:00"),
    ("De dag na de nationale feestdag om 10 uur.", "2026-07-22T10:00"),
    ("Vrijdag (week 21) om 10 uur.", "2026-05-22T10:00"),
    ("week 21: donderdag 21 mei, 10u", "2026-05-21T10:00"),
    ("Dinsdag 19 mei om 10 uur Surinaamse tijd.", "2026-05-19T15:00"),
    ("Dinsdag 19 mei om 21 uur Singaporese tijd.", "2026-05-19T15:00"),
    ("Dinsdag 19 mei om 15:00 uur CEST, 9:00 uur in New York.", "2026-05-19T15:00"),
    ("Dinsdag 19 mei om 10 uur in Londen (11 uur bij jou).", "2026-05-19T11:00"),
    ("Stuur je cv voor maandag 18 mei 12 uur door; het gesprek is dinsdag 19 mei om 10 uur.", "2026-05-19T10:00"),
    ("Het gesprek is op dinsdag 19 mei om 10 uur. Met de trein van 9.12 uur ben je op tijd.", "2026-05-19T10:00"),
    ("Het gesprek op dinsdag 19 mei begint om 10 uur, een uur vroeger dan eerst gemeld.", "2026-05-19T10:00"),
    ("Van 9 uur maken we 10 uur, nog steeds dinsdag 19 mei.", "2026-05-19T10:00"),
    ("9 uur wordt 10 uur, op dinsdag 19 mei.", "2026-05-19T10:00"),
    (
        "Wegens ziekte gaat maandag 18 mei niet door; dinsdag 19 mei om 10 uur is de nieuwe afspraak.",
        "2026-05-19T10:00",
    ),
    ("Niet de 19e maar de 18e om 10 uur.", "2026-05-18T10:00"),
    ("Woensdag 20 mei: ontvangst 13u45, gesprek 14u, einde 15u.", "2026-05-20T14:00"),
    ("Woensdag 20 mei om 8 uur in New York, dus 14 uur bij ons.", "2026-05-20T14:00"),
    ("Woensdag 20 mei om 14.00 uur Nederlandse tijd / 13.00 uur Engelse tijd.", "2026-05-20T14:00"),
    ("'s Middags om twee uur, woensdag 20 mei.", "2026-05-20T14:00"),
    ("20.5. 14 Uhr", "2026-05-20T14:00"),
    ("Dinsdag 19 mei om 10 uur, graag 10 minuten eerder aanwezig.", "2026-05-19T10:00"),
    ("Dinsdag 19 mei om 10 uur, wees er 10 minuten vroeger.", "2026-05-19T10:00"),
    ("Dinsdag 19 mei een kwartier vroeger dan gezegd: 10 uur.", "2026-05-19T10:00"),
]
ANSWERS = [
    (
        "We schuiven het gesprek een uur op.",
        "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.",
        "2026-05-19T15:00",
    ),
    (
        "Het gesprek begint een half uur later.",
        "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.",
        "2026-05-19T14:30",
    ),
    (
        "Het gesprek begint een half uur eerder.",
        "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.",
        "2026-05-19T13:30",
    ),
    (
        "Het gesprek begint een kwartier later.",
        "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.",
        "2026-05-19T14:15",
    ),
    (
        "Het gesprek wordt drie kwartier vervroegd.",
        "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.",
        "2026-05-19T13:15",
    ),
    (
        "Het gesprek wordt anderhalf uur uitgesteld.",
        "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.",
        "2026-05-19T15:30",
    ),
    (
        "Het gesprek wordt een week uitgesteld, zelfde uur.",
        "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.",
        "2026-05-26T14:00",
    ),
    (
        "We schuiven het gesprek een week op.",
        "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.",
        "2026-05-26T14:00",
    ),
    (
        "Het gesprek wordt twee dagen later.",
        "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.",
        "2026-05-21T14:00",
    ),
    ("Het gesprek schuift een dag op.", "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.", "2026-05-20T14:00"),
    (
        "Het gesprek is een dag eerder, zelfde tijd.",
        "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.",
        "2026-05-18T14:00",
    ),
    (
        "Het wordt vrijdag 22 mei, de tijd blijft gelijk.",
        "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.",
        "2026-05-22T14:00",
    ),
    (
        "Om 16 uur in plaats van 14 uur, de dag verandert niet.",
        "Het gesprek is op dinsdag 19 mei om 14.00 uur bij ons.",
        "2026-05-19T16:00",
    ),
    (
        "De eerste past ons.",
        "Ik kan op:\n1. dinsdag 19 mei om 9.00 uur\n2. woensdag 20 mei om 11.00 uur\n3. vrijdag 22 mei om 16.00 uur",
        "2026-05-19T09:00",
    ),
    (
        "Laten we de laatste nemen.",
        "Ik kan op:\n1. dinsdag 19 mei om 9.00 uur\n2. woensdag 20 mei om 11.00 uur\n3. vrijdag 22 mei om 16.00 uur",
        "2026-05-22T16:00",
    ),
    (
        "Je derde voorstel staat genoteerd.",
        "Ik kan op:\n1. dinsdag 19 mei om 9.00 uur\n2. woensdag 20 mei om 11.00 uur\n3. vrijdag 22 mei om 16.00 uur",
        "2026-05-22T16:00",
    ),
    (
        "Woensdag is prima.",
        "Ik kan op:\n1. dinsdag 19 mei om 9.00 uur\n2. woensdag 20 mei om 11.00 uur\n3. vrijdag 22 mei om 16.00 uur",
        "2026-05-20T11:00",
    ),
    (
        "Dan wordt het woensdag.",
        "Ik kan dinsdag 19 mei om 9.00 uur of woensdag 20 mei om 11.00 uur.",
        "2026-05-20T11:00",
    ),
    (
        "Dan houden we het op woensdag, jouw elf uur.",
        "Ik kan dinsdag 19 mei om 9.00 uur of woensdag 20 mei om 11.00 uur.",
        "2026-05-20T11:00",
    ),
    (
        "Om drie uur dan, dat past.",
        "Ik kan dinsdag 19 mei om 9.00 uur of woensdag 20 mei om 15.00 uur.",
        "2026-05-20T15:00",
    ),
    ("Doe maar de latere.", "Ik kan dinsdag 19 mei om 9.00 uur of woensdag 20 mei om 11.00 uur.", "2026-05-20T11:00"),
    (
        "Doe maar het laatste moment.",
        "Ik kan dinsdag 19 mei om 9.00 uur of woensdag 20 mei om 11.00 uur.",
        "2026-05-20T11:00",
    ),
    ("De late graag, 's middags dus.", "Ik kan dinsdag 19 mei om 9.00 uur of om 13.00 uur.", "2026-05-19T13:00"),
    ("Doe maar in de namiddag.", "Ik kan dinsdag 19 mei om 9.00 uur of om 13.00 uur.", "2026-05-19T13:00"),
    (
        "Liever het middagslot, dat zet ik vast.",
        "Ik kan dinsdag 19 mei om 9.00 uur of om 13.00 uur.",
        "2026-05-19T13:00",
    ),
]


def _read_start(text: str, subject: str, quoted: str = "") -> datetime | None:
    mail = brief_mail(
        text,
        quoted=quoted,
        subject=subject,
        sent="Tue, 12 May 2026 12:00:00 +0200",
        sender="Marleen de Boer <marleen@firma.example>",
    )
    return read_known_mail(mail, zone=ZONE).start


@pytest.mark.parametrize(("text", "start"), STARTS, ids=[text for text, _ in STARTS])
def test_the_start_is_read(text: str, start: str) -> None:
    closing = "\n\nMet vriendelijke groet,\nMarleen de Boer\nHR-adviseur"

    told = _read_start(OPENING + text + closing, "Bevestiging sollicitatiegesprek")

    assert told == datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(ZONE))


@pytest.mark.parametrize(("text", "before", "start"), ANSWERS, ids=[text for text, _, _ in ANSWERS])
def test_an_answer_moves_or_takes_a_time_of_the_mail_before(text: str, before: str, start: str) -> None:
    quoted = f"Op ma 11 mei 2026 om 16:00 schreef Nora Vogt <nora.vogt@example.org>:\n{before}"

    told = _read_start(f"Beste Nora,\n\n{text}\n\nGroet,\nMarleen", "Re: sollicitatiegesprek", quoted)

    assert told == datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(ZONE))
