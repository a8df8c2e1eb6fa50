"""Short answers to a mail that proposed times: a mere number as an hour, a day or part of it that is agreed to, and hours beside the talk."""
# ruff: noqa: E501 - mails as people write them

from __future__ import annotations

import pytest

from bot.core.reading.types import Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

OWN = "On Thu, 4 Jun 2026 at 20:10, Nora Vogt <nora.vogt@example.org> wrote:\n"


def read(body: str, quoted: str) -> Reading:
    mail = brief_mail(f"{body}\n\nKim", quoted=quoted, subject="Re: Interview")
    return read_known_mail(mail, zone="Europe/Paris")


def start(reading: Reading) -> str | None:
    return reading.start.strftime("%d %H:%M") if reading.start else None


MERE_NUMBERS = [
    ("10 suits us.", "Thursday 11 June would be fine, either 9:30 or 10.", "11 10:00"),
    ("Yes, 3 is fine!", "Could we make it 3 instead of 2:30 on Tuesday 9 June?", "09 15:00"),
    ("Let's do 11.", "On Tuesday 9 June I could come in at 10, 11 or 12.", "09 11:00"),
    ("4 it is, see you at the gate.", "I'm free on Monday 8 June at 2 or at 4.", "08 16:00"),
    ("Ok, 10 passt uns besser.", "Am Donnerstag, 11. Juni, könnte ich um 8 oder um 10.", "11 10:00"),
    ("Prima, 3 is goed.", "Dinsdag 9 juni kan ik om 1 of om 3 uur.", "09 15:00"),
    ("5 works. Bring whites.", "Could do 4 or 5 on Monday 8 June?", "08 17:00"),
    ("2 works for us.", "1) Tuesday 9 June, 9:45\n2) Tuesday 9 June, 11:15", None),
    ("We have 3 people on the panel, I will be in touch.", "I could do Tuesday 9 June at 2 or at 3.", None),
    ("12 is fine.", "I could do Tuesday 9 June at 2 or at 3:30, or Thursday at 9.", None),
]


@pytest.mark.parametrize(("body", "own", "expected"), MERE_NUMBERS, ids=[case[0] for case in MERE_NUMBERS])
def test_a_number_that_is_agreed_to_is_an_hour(body: str, own: str, expected: str | None) -> None:
    assert start(read(body, OWN + own)) == expected


DAYS = [
    ("Monday it is! See you at the gate.", "08 16:30"),
    ("No problem at all, Monday works.", "08 16:30"),
    ("Monday's out for us, but the Tuesday you mention is fine.", "09 09:00"),
    ("Monday at 4:30 is taken, but we still have the Tuesday. I've booked you in for Tuesday.", "09 09:00"),
    ("Monday works for us, but on Tuesday we'd have to check.", None),
    ("Monday is a holiday here, we will come back to you.", None),
    ("I will let you know on Monday.", None),
    ("Tuesday is not good for us.", None),
    ("Could you also do the Tuesday after?", None),
]


@pytest.mark.parametrize(("body", "expected"), DAYS, ids=[case[0] for case in DAYS])
def test_a_day_that_is_agreed_to_is_the_one_proposed(body: str, expected: str | None) -> None:
    own = "I could do Monday 8 June at 4:30pm or Tuesday 9 June at 9am."
    assert start(read(body, OWN + own)) == expected


PARTS = [
    ("The afternoon works better for our CTO, so let's say that.", "On Tuesday 9 June I could do 9 in the morning or 2:30 in the afternoon.", "09 14:30"),
    ("Perfect, the afternoon is fine with everybody.", "On Tuesday 9 June I could do 9 or 2:30.", "09 14:30"),
    ("Der Vormittag ist uns lieber.", "Am Dienstag, 9. Juni, ginge 9 Uhr oder 14:30 Uhr.", "09 09:00"),
    ("L'après-midi nous convient parfaitement, merci.", "Mardi 9 juin, je peux à 9h ou à 14h30.", "09 14:30"),
    ("Mejor por la tarde, gracias.", "El martes 9 de junio puedo a las 9:00 o a las 16:30.", "09 16:30"),
    ("Va bene il pomeriggio, la aspettiamo.", "Martedì 9 giugno potrei alle 9:00 o alle 14:30.", "09 14:30"),
    ("De middag is prima, tot dan.", "Dinsdag 9 juni kan ik om 9.00 of om 14.30 uur.", "09 14:30"),
    ("Pode ser à tarde, combinado.", "Terça-feira, 9 de junho, posso às 9h ou às 14h30.", "09 14:30"),
    ("Good morning, that works for us, I will be in touch.", "On Tuesday 9 June I could do 9 or 2:30.", None),
    ("I'll ring you this afternoon to settle it.", "On Tuesday 9 June I could do 9 or 2:30.", None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "own", "expected"), PARTS, ids=[case[0] for case in PARTS])
def test_a_part_of_the_day_that_is_agreed_to_picks_the_hour(body: str, own: str, expected: str | None) -> None:
    assert start(read(body, OWN + own)) == expected


HOURS = [
    ("Both fine, let's go for the earlier.", "Monday 8 June at 1 or Tuesday 9 June at 10, whichever suits.", "08 13:00"),
    ("Great. 1.30 on Monday confirmed, and Sue will be joining you from 2.", "I'm free Monday 8 June at 1.30, or Tuesday 9 June from 9 to 11.", "08 13:30"),
    ("Montag um 10 ist leider weg, aber der Dienstag ist noch frei. Ich habe Sie für Dienstag eingetragen.", "Möglich wären Montag, 8.6., 10 Uhr und Dienstag, 9.6., 8 Uhr.", "09 08:00"),
    ("All confirmed, and apologies for the mix-up with Tuesday.", "Your letter says Tuesday 9 June at 10, but on the phone we said Monday 8 June at 10.", None),
    ("Alles bestätigt, entschuldigen Sie die Verwechslung mit Dienstag.", "Im Brief steht Dienstag, 9. Juni, 10 Uhr, am Telefon hieß es Montag, 8. Juni, 10 Uhr.", None),
    ("Tuesday please.", "The 8th or Tuesday 9 June at 10 would be fine.", "09 10:00"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "own", "expected"), HOURS, ids=[case[0] for case in HOURS])
def test_hours_of_several_days_stay_with_their_own(body: str, own: str, expected: str | None) -> None:
    assert start(read(body, OWN + own)) == expected


FIXED = "\n\nOn Wed, 3 Jun 2026 at 09:30, Kim Sorrell <kim.sorrell@harrowgate.example> wrote:\nThe interview is on Thursday 11 June at 2.15 pm, at our office."
GRANTED = [
    ("yes, 3 is fine, no need to rush", "Would 3 be possible rather than 2.15 on Thursday?", "11 15:00"),
    ("Sure, see you at 3 then.", "Could we make it 3 pm on Thursday instead?", "11 15:00"),
    ("I'm afraid 3 doesn't work for the panel.", "Could we make it 3 pm on Thursday instead?", None),
    ("The office opens at 1.", "Could we make it 3 pm on Thursday instead?", None),
]


@pytest.mark.parametrize(("body", "asked", "expected"), GRANTED, ids=[case[0] for case in GRANTED])
def test_an_hour_asked_for_in_place_of_the_fixed_one_holds_when_it_is_said_again(
    body: str, asked: str, expected: str | None
) -> None:
    assert start(read(body, OWN + asked + FIXED)) == expected


SIGNED = [
    "Der Montag passt uns gut.\n\nViele Grüße\nKim Sorrell\nHarrowgate\nKundenzentrum: Mo bis Do 8 bis 16 Uhr",
    "El lunes nos va mejor, te esperamos.\n\nUn saludo\nKim Sorrell\nHorario de atención: de 8:00 a 15:00",
    "Monday works for us.\n\nBest wishes\nKim Sorrell\nFront desk 9am to 5pm",
]


@pytest.mark.parametrize("body", SIGNED)
def test_the_hours_of_an_office_below_a_name_are_not_of_the_talk(body: str) -> None:
    quoted = OWN + {"D": "Ich könnte am Montag, 8. Juni, um 14 Uhr oder am Dienstag, 9. Juni, um 10 Uhr.", "E": "Puedo el lunes 8 de junio a las 14:00 o el martes 9 a las 10:00.", "M": "I could do Monday 8 June at 2pm or Tuesday 9 June at 10am."}[body[0]]  # fmt: skip
    mail = brief_mail(body, quoted=quoted, subject="Re: Interview")
    assert start(read_known_mail(mail, zone="Europe/Paris")) == "08 14:00"
