"""Hours beside the talk: of committees, shops, colleagues, and of the days that the owner had offered (mails of Friday, 5 June 2026)."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

import pytest

from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

OTHER_DAYS = [
    "Your interview is on Wednesday 10 June at 10 with Ada Plum. The hiring committee sits on Tuesday the 16th at 2pm.",
    "Ihr Vorstellungsgespräch ist am Mittwoch, 10. Juni, um 10 Uhr. Die Kommission tagt am 16. Juni um 14 Uhr.",
    "Votre entretien aura lieu le mercredi 10 juin à 10 h. La commission se réunit le 16 juin à 14 h.",
    "Ik bevestig je sollicitatiegesprek op woensdag 10 juni om 10.00 uur. De commissie komt op 16 juni om 14.00 uur bijeen.",
    "Your interview is on Wednesday 10 June.\n\n10:00 Panel\n11:30 Case study\n12:30 Lunch\n\nThe coding test closes on Tuesday 9 June at 18:00.",
]
ENDS = [
    "Your interview is on Wednesday 10 June at 10, straight after the night shift finishes at 9:30.",
    "We look forward to the interview on Wednesday 10 June. Our team meeting ends at 9:30, so let's say 10 to be safe.",
    "Votre entretien est fixé au mercredi 10 juin à 10 h. Le service du matin se termine à 9 h 30.",
    "Te espero el miércoles 10 de junio a las 10 para la entrevista. El turno de noche termina a las 9:30.",
]
CLOSED = [
    ("All set: Wednesday 10 June at 6 pm for the interview, after the shop closes (we shut at 5.45).", "10 18:00"),
    ("C'est calé : entretien mercredi 10 juin à 18h, après la fermeture du magasin (on ferme à 17h45).", "10 18:00"),
    ("Dann Mittwoch, 10. Juni, um 18:30 Uhr zum Vorstellungsgespräch, nach Ladenschluss. Wir schließen um 18 Uhr.", "10 18:30"),
    ("Te espero el miércoles 10 de junio a las 20:30 para la entrevista, después de cerrar. Cerramos a las 20.", "10 20:30"),
    ("Ti aspetto mercoledì 10 giugno alle 19:45 per il colloquio, dopo la chiusura. Chiudiamo alle 19:30.", "10 19:45"),
    ("Ik zie je woensdag 10 juni om 18.15 uur voor het sollicitatiegesprek, na sluitingstijd. We sluiten om 18.00 uur.", "10 18:15"),
    ("Espero-te na quarta, 10 de junho, às 19h15 para a entrevista, depois de fecharmos. Fechamos às 19h.", "10 19:15"),
]  # fmt: skip
COUNTED_UP = [
    "Of the times you sent me (Monday 9 to 11, Wednesday after 2, Thursday 4 to 6) we'd take Wednesday 10 June at 2:30 for the interview. See you then!",
    "Merci pour vos disponibilités (mardi de 9 h à 11 h, mercredi de 14 h à 17 h). Nous retenons le mercredi 10 juin à 14 h 30 pour l'entretien.",
    "Gracias por las fechas que nos diste (lunes de 9 a 11, miércoles a partir de las 14). Te confirmo que la entrevista será el miércoles 10 de junio a las 14:30.",
    "Grazie per le disponibilità che ci ha dato (martedì dalle 9 alle 11, mercoledì dalle 14 alle 17). Il colloquio si terrà mercoledì 10 giugno alle 14:30.",
    "As for the interview (Wednesday 10 June, 14:30), please bring your ID.",
]
OF_THE_TALK = [
    "The team has an interview with you at 10 on Wednesday 10 June.",
    "Ruth has a slot at 10 on Wednesday 10 June for your interview.",
    "Frau Kern hat Sie am Mittwoch, 10. Juni, um 10 Uhr zum Vorstellungsgespräch eingetragen.",
    "Kommen Sie bitte am Mittwoch, 10. Juni, um 10 Uhr zum Gespräch vorbei.",
    "Your interview on Wednesday 10 June starts at 10 and finishes at 11.",
]
REASONS = [
    ("You said you drop your kid off at 8:30, so it's 9:30 for the interview on Wednesday 10 June.", "10 09:30"),
    ("Das Vorstellungsgespräch ist am Mittwoch, 10. Juni. Um 10 Uhr ist der Raum belegt; es bleibt also bei 13 Uhr.", "10 13:00"),
    ("Nous vous recevons en entretien le mercredi 10 juin. Le comité commence à 10h, donc on se voit à 11h15.", "10 11:15"),
    ("Het sollicitatiegesprek is woensdag 10 juni. De bus komt om 10.40 uur aan, dus we beginnen om 11.15 uur.", "10 11:15"),
    ("Das Vorstellungsgespräch am Mittwoch, 10. Juni, beginnt um 10 Uhr, seien Sie also um 9:45 Uhr da.", "10 10:00"),
    ("We would like to see you for the interview on Wednesday 10 June at 2.15pm. Lunch service runs from 12 to 1.30, so do not come before then.", "10 14:15"),
    ("Your interview day is Wednesday 10 June. You are with us from 9 to 3. The panel is at 10.", "10 09:00"),
]  # fmt: skip
THANKS = [
    "Thanks for our call on Monday at 4pm. Your interview with the directors is on Wednesday 10 June at 10.",
    "Merci encore pour notre échange téléphonique de lundi à 16 h. L'entretien aura lieu le mercredi 10 juin à 10 h.",
    "Bedankt voor het telefoongesprek van maandag om 16.00 uur! Je sollicitatiegesprek is op woensdag 10 juni om 10.00 uur. Fatima heeft om 11.30 uur een andere afspraak.",
    "Danke für das nette Telefonat, wir sehen uns zum Vorstellungsgespräch am Mittwoch, 10. Juni, um 10 Uhr.",
]
TWO = [
    "Your first interview is on Wednesday 10 June at 10. Your second interview is on Friday 12 June at 2pm.",
    "Could you do Thursday 11 June at 10? Or Friday 12 June at 2pm?",
    "Your interview will be on Wednesday 10 June at 10. If you'd rather come later, Friday 12 June at 2pm is open as well, just tell me which.",
]


def _start(text: str) -> str | None:
    mail = brief_mail(f"Dear Nora Vogt,\n\n{text}\n\nRobin Hale", sender="Robin Hale <robin.hale@firm.example>")
    start = read_known_mail(mail, zone="Europe/Berlin").start
    return start.strftime("%d %H:%M") if start else None


@pytest.mark.parametrize("text", [*OTHER_DAYS, *ENDS, *THANKS, *OF_THE_TALK])
def test_what_else_is_told_is_not_the_talk(text: str) -> None:
    assert _start(text) == "10 10:00"


@pytest.mark.parametrize(("text", "start"), [*CLOSED, *REASONS])
def test_the_hour_of_the_talk_stands_beside_others(text: str, start: str) -> None:
    assert _start(text) == start


@pytest.mark.parametrize("text", COUNTED_UP)
def test_of_times_counted_up_one_is_picked(text: str) -> None:
    assert _start(text) == "10 14:30"


@pytest.mark.parametrize("text", TWO)
def test_two_talks_or_a_choice_are_asked_about(text: str) -> None:
    assert _start(text) is None
