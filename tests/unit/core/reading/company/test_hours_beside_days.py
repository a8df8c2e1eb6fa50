"""A mere number that is an hour by the day it stands with, days told by their number elsewhere, and times that are of the talk by what
their sentence does (mails of Friday, 5 June 2026, to somebody in Berlin)."""

from __future__ import annotations

import pytest

from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

TOLD = [
    ("Samstag um neun klingeln Sie bitte unten.", "06T09:00"),
    ("Am Montag um zehn stellen wir die Bänke auf, dann reden wir.", "08T10:00"),
    ("Am Mittwoch, dem 10. Juni, Punkt 8 kennenlernen wäre schön.", "10T08:00"),
    ("I'll ring you Monday at ten once the others are out.", "08T10:00"),
    ("Ten on Tuesday then, and wear something warm.", "09T10:00"),
    ("Eleven on Thursday the 11th is fine by the board.", "11T11:00"),
    ("You're down for a quarter past two on Wednesday the 10th.", "10T14:15"),
    ("I have marked you in for ten past twelve on Friday the 12th.", "12T12:10"),
    ("Monday 15 June, 11, at our office.", "15T11:00"),
    ("You're the third one in on Tuesday 9 June: 9.40 at the Sale branch.", "09T09:40"),
    ("Thursday 0930, gate 3.", "11T09:30"),
    ("Quinta-feira às 10 espero por si na doca.", "11T10:00"),
    ("Vendredi le 12, midi tapant, chez Ginette.", "12T12:00"),
    ("Donderdag zes uur in de zaal, komt dat uit?", ""),
    ("Unser Gespräch ist am Dienstag, 9. Juni, 7.30 Uhr.", "09T07:30"),
    ("Your interview is Tuesday at 1 pm. We look forward to seeing you on Tuesday 16 June.", "16T13:00"),
    ("It's set for 10h30 on Wednesday, 10 June.", "10T10:30"),
    ("We've got you in for your trial shift this Thursday, 11 June, 9.30 until about 1.", "11T09:30"),
    ("Ci vediamo invece giovedì 11 giugno alle 17.30, come d'accordo.", "11T17:30"),
    ("Dale, el jueves entonces. Te espero a las 20, que ya cerramos.", "11T20:00"),
    ("Your interview on Thursday has been moved to 9:00 AM from 11:00 AM.", "11T09:00"),
    ("Das Gespräch machen wir am Mittwoch, den 10. Juni, gleiche Uhrzeit (17.30).", "10T17:30"),
    ("Be there for 8 on Saturday and we'll see how you handle her.", "06T08:00"),
    ("Your interview is accordingly put back a week, to Thursday 18 June, still at 10 am.", "18T10:00"),
    ("I'll collect you from the gate at 4pm on Thursday the 11th for your interview.", "11T16:00"),
]
NO_HOUR = [
    "Come on Thursday for the interview, we are open from 9 to 18.",
    "Your interview is on Monday at 3 of our sites.",
    "Das Gespräch verschiebt sich von Montag um drei Tage.",
    "Votre entretien : le mardi 9 juin, 14 rue du 8 mai 1945.",
    "Your interview is on Easter Tuesday, 7 April, with us.",
]


@pytest.mark.parametrize(("text", "start"), TOLD, ids=[text[:40] for text, _ in TOLD])
def test_the_hour_that_stands_with_a_day_is_read(text: str, start: str) -> None:
    reading = read_known_mail(brief_mail(text), zone="Europe/Berlin")
    assert (reading.start.strftime("%dT%H:%M") if reading.start else "") == start


@pytest.mark.parametrize("text", NO_HOUR, ids=[text[:40] for text in NO_HOUR])
def test_a_number_that_counts_or_names_something_else_is_no_hour(text: str) -> None:
    assert read_known_mail(brief_mail(text), zone="Europe/Berlin").start is None
