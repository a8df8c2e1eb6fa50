"""Hours that are kept ("time and place unchanged"), that name a talk ("the 4.30 with her"), one instant on two days, and picked offers."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

import pytest

from bot.core.reading.types import Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

SENDER = "Alex Bry <alex@bryworks.example>"


def _read(text: str, zone: str = "Europe/Berlin", quoted: str = "", sent: str = "Tue, 16 Jun 2026 10:41:00 +0200") -> Reading:  # fmt: skip
    below = f"On Mon, 15 Jun 2026 at 09:00, Nora Lind <nora@lind.example> wrote:\n{quoted}" if quoted else ""
    mail = brief_mail(f"{text}\n\nAlex", quoted=below, subject="Re: Interview" if quoted else "Interview", sent=sent, sender=SENDER)  # fmt: skip
    return read_known_mail(mail, zone=zone)


KEPT = [
    ("en", "Forget Thursday; the panel will interview you on Monday 22 June instead, everything else stands, hour and place included.", "You are invited to interview on Thursday 18 June, 13:40, in Room 4."),
    ("de", "der Donnerstag klappt bei Frau Weber nicht mehr. Das Vorstellungsgespräch verschiebt sich auf Montag, 22. Juni; Uhrzeit und Ort bleiben.", "wir laden Sie zum Vorstellungsgespräch am Donnerstag, 18. Juni um 13:40 Uhr ein."),
    ("fr", "Mme Petit ne pourra finalement pas jeudi : l'entretien aura lieu lundi 22 juin, heure et lieu inchangés.", "vous êtes invité à un entretien le jeudi 18 juin à 13h40."),
    ("es", "el jueves ya no puede ser. La entrevista pasa al lunes 22; hora y lugar se mantienen.", "te convocamos a una entrevista el jueves 18 de junio a las 13:40."),
    ("pt", "a entrevista de quinta passa para segunda, dia 22; mantém-se a hora e o local.", "convidamo-la para uma entrevista na quinta-feira, 18 de junho, às 13h40."),
    ("it", "giovedì la dottoressa non può più: il colloquio si terrà lunedì 22 giugno, ora e luogo invariati.", "La invitiamo a un colloquio giovedì 18 giugno alle 13.40."),
    ("nl", "donderdag lukt toch niet. Het gesprek wordt maandag 22 juni, tijd en plaats blijven hetzelfde.", "we nodigen je uit voor een sollicitatiegesprek op donderdag 18 juni om 13.40 uur."),
]  # fmt: skip


@pytest.mark.parametrize(("new", "old"), [case[1:] for case in KEPT], ids=[case[0] for case in KEPT])
def test_the_hour_of_before_is_kept_on_the_new_day(new: str, old: str) -> None:
    reading = _read(new, quoted=old)
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == "22T13:40"


NAMED = [
    ("with somebody", "I'm afraid the 10.15 with Dr Shah on Thursday can't go ahead; I'll ring with a new date for the interview.", "18T10:15"),
    ("a talk", "something has come up, so your 4.30 interview with Rangi tomorrow is off. We'll be in touch about another date.", "17T16:30"),
    ("an invitation to disregard", "Please disregard the invite for the interview on Friday the 19th at noon. The position is on hold.", "19T12:00"),
    ("German", "der 14-Uhr-Termin morgen mit Herrn Weber muss leider ausfallen. Wegen eines neuen Gesprächstermins melde ich mich.", "17T14:00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start"), [case[1:] for case in NAMED], ids=[case[0] for case in NAMED])
def test_an_hour_that_names_the_talk_called_off_is_read(text: str, start: str) -> None:
    reading = _read(text)
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == start


TWO_DAYS = [
    ("German", "das Vorstellungsgespräch findet am Mittwoch, 24. Juni um 6 Uhr morgens statt, bei Ihnen ist es dann noch Dienstag, 23. Juni, 21 Uhr.\n\nAlex Bry\nBerlin", "America/Los_Angeles"),
    ("Portuguese", "Sua entrevista fica para terça, 23 de junho, às 20h de Brasília – para você já é quarta, dia 24, às 8h da manhã.", "Asia/Tokyo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "zone"), [case[1:] for case in TWO_DAYS], ids=[case[0] for case in TWO_DAYS])
def test_one_instant_told_on_two_calendar_days_is_one(text: str, zone: str) -> None:
    assert _read(text, zone=zone).start is not None


def test_a_number_of_hours_in_english_is_a_length() -> None:
    text = "Your interview is on Tuesday 23 June at 2:30pm. The clocks change on Sunday so the gap is now 20 hours."
    reading = _read(text, zone="Europe/London")
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == "23T14:30"


OFFERS = {
    "en": "I could do Thursday 18 June at 10:00, Friday 19 June at 15:30 or Monday 22 June at 9:00.",
    "de": "ich könnte am Donnerstag, 18. Juni um 10:00 Uhr, am Freitag, 19. Juni um 15:30 Uhr oder am Montag, 22. Juni um 9:00 Uhr.",
    "fr": "je suis disponible le jeudi 18 juin à 10h, le vendredi 19 juin à 15h30 ou le lundi 22 juin à 9h.",
    "es": "puedo el jueves 18 de junio a las 10:00, el viernes 19 de junio a las 15:30 o el lunes 22 de junio a las 9:00.",
    "pt": "posso na quinta, 18 de junho, às 10h, na sexta, 19 de junho, às 15h30 ou na segunda, 22 de junho, às 9h.",
    "it": "posso giovedì 18 giugno alle 10, venerdì 19 giugno alle 15.30 o lunedì 22 giugno alle 9.",
    "nl": "ik kan donderdag 18 juni om 10.00 uur, vrijdag 19 juni om 15.30 uur of maandag 22 juni om 9.00 uur.",
}  # fmt: skip
PICKS = [
    ("en", "Let's go with your middle one for the interview.", "19T15:30"),
    ("en", "Of the three I'll take the earliest, so that's settled for the interview.", "18T10:00"),
    ("en", "We'll interview you at the final slot you list, please come to reception.", "22T09:00"),
    ("de", "Nehmen wir den mittleren, dann also bis zum Gespräch!", "19T15:30"),
    ("fr", "Prenons le dernier, l'entretien est donc fixé.", "22T09:00"),
    ("es", "Nos quedamos con la última, queda fijada la entrevista.", "22T09:00"),
    ("pt", "Ficamos com a primeira, a entrevista está marcada.", "18T10:00"),
    ("it", "Prendiamo la prima, il colloquio è confermato.", "18T10:00"),
    ("nl", "De middelste past ons het best, het gesprek staat vast.", "19T15:30"),
]  # fmt: skip


@pytest.mark.parametrize(("tongue", "new", "start"), PICKS, ids=[f"{case[0]}: {case[1][:40]}" for case in PICKS])
def test_an_answer_picks_one_of_three_offers(tongue: str, new: str, start: str) -> None:
    reading = _read(new, quoted=OFFERS[tongue])
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == start


PREPARED = [
    ("English", "The firm meets you on Thursday 18 June at 17:15 for the interview. You and I go through everything on Wednesday at 19:00, I ring you."),
    ("German", "Das Vorstellungsgespräch beim Kunden ist am Donnerstag, 18. Juni um 17:15 Uhr. Ich rufe Sie am Mittwoch um 19 Uhr an, dann können wir uns vorbereiten."),
    ("French", "L'entretien chez le client est fixé au jeudi 18 juin à 17h15. Je vous appelle mercredi à 19h pour préparer cela ensemble."),
    ("Italian", "Siamo lieti di invitarLa al colloquio con il cliente, giovedì 18 giugno alle 17.15. La sento io mercoledì alle 18 per una breve preparazione."),
    ("Dutch", "Het sollicitatiegesprek bij de klant is donderdag 18 juni om 17.15 uur. Ik bel je woensdag om 19.00 uur om het voor te bereiden."),
]  # fmt: skip


@pytest.mark.parametrize("text", [case[1] for case in PREPARED], ids=[case[0] for case in PREPARED])
def test_a_call_to_prepare_the_talk_is_not_the_talk(text: str) -> None:
    reading = _read(text)
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == "18T17:15"


def test_half_an_hour_behind_the_word_for_is_an_hour() -> None:
    reading = _read(
        "We'll have the kettle on for half ten on Thursday 18 June, for your interview.", zone="Europe/London"
    )
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == "18T10:30"


def test_a_zone_behind_over_here_is_of_its_hour() -> None:
    text = "Your interview: Thu 18/6, 1.30 to 2pm NZST (11am over here, ACST), by phone."
    reading = _read(text, zone="Pacific/Auckland")
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == "18T13:30"
