"""A time told by its distance from the one that was agreed, in every language the reader knows."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.message.types import Message
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, owner_in, read_mail

ZONE = "Europe/Berlin"
OWNER = owner_in(ZONE)
AGREED = {
    "en": (
        "Re: Interview",
        "On Mon, 8 Jun 2026 at 09:00, Kim Sorrell wrote:\n> Your interview for the Data Analyst position is on Tuesday 16 June at 10:00.",
    ),
    "de": (
        "AW: Vorstellungsgespräch",
        "Am 08.06.2026 um 09:00 schrieb Kim Sorrell:\n> Ihr Vorstellungsgespräch als Buchhalterin findet am Dienstag, 16. Juni um 10:00 Uhr statt.",
    ),
    "fr": (
        "RE: Entretien",
        "Le 8 juin 2026 à 09:00, Kim Sorrell a écrit :\n> Votre entretien pour le poste de comptable aura lieu mardi 16 juin à 10h00.",
    ),
    "es": (
        "RE: Entrevista",
        "El 8 jun 2026, a las 9:00, Kim Sorrell escribió:\n> La entrevista para el puesto de contable será el martes 16 de junio a las 10:00.",
    ),
    "pt": (
        "RE: Entrevista",
        "Em 8 de junho de 2026 às 09:00, Kim Sorrell escreveu:\n> A entrevista para a vaga de contabilista será na terça, 16 de junho, às 10h.",
    ),
    "nl": (
        "RE: Sollicitatiegesprek",
        "Op 8 juni 2026 om 09:00 schreef Kim Sorrell:\n> Je sollicitatiegesprek voor boekhouder is op dinsdag 16 juni om 10.00 uur.",
    ),
    "it": (
        "R: Colloquio",
        "Il 8 giugno 2026 alle 09:00 Kim Sorrell ha scritto:\n> Il colloquio per la posizione di contabile è martedì 16 giugno alle 10:00.",
    ),
}
SHIFTS = [
    (
        "en",
        "Our train is late, so we will start your interview an hour later. Everything else stays as it was.",
        "11:00",
    ),
    ("en", "We have to push the interview back by 30 minutes on Tuesday.", "10:30"),
    ("en", "The interview begins half an hour earlier.", "09:30"),
    ("en", "Your interview is preponed by one hour.", "09:00"),
    ("en", "Your interview is deferred by two hours.", "12:00"),
    ("de", "Leider müssen wir das Gespräch eine Stunde später beginnen, alles andere bleibt wie besprochen.", "11:00"),
    ("de", "Wir fangen mit dem Vorstellungsgespräch 30 Minuten früher an.", "09:30"),
    ("fr", "Nous devons commencer l'entretien une heure plus tard, le reste ne change pas.", "11:00"),
    ("fr", "L'entretien est avancé d'une demi-heure.", "09:30"),
    ("es", "Tenemos que empezar la entrevista una hora más tarde; lo demás sigue igual.", "11:00"),
    ("pt", "Temos de começar a entrevista uma hora mais tarde; o resto mantém-se.", "11:00"),
    ("pt", "A entrevista foi antecipada em meia hora.", "09:30"),
    ("nl", "We moeten het gesprek een uur later laten beginnen, de rest blijft hetzelfde.", "11:00"),
    ("nl", "Het gesprek begint een half uur eerder.", "09:30"),
    ("it", "Dobbiamo iniziare il colloquio un'ora più tardi, il resto resta invariato.", "11:00"),
    ("it", "Il colloquio è anticipato di mezz'ora.", "09:30"),
]


def read(subject: str, words: str) -> Reading:
    return read_mail(mail_of(subject, words), zone=ZONE)


def mail_of(subject: str, words: str) -> Message:
    return brief_mail(words, subject=subject, sent="Tue, 09 Jun 2026 10:00:00 +0200")


@pytest.mark.parametrize(
    ("lang", "words", "hour"), [pytest.param(*case, id=f"{case[0]}: {case[1]}") for case in SHIFTS]
)
def test_a_shift_counts_from_the_quoted_time(lang: str, words: str, hour: str) -> None:
    subject, quoted = AGREED[lang]
    reading = read(subject, f"{words}\n\nKim Sorrell\n\n{quoted}")
    assert (reading.kind, reading.start) == (Kind.RESCHEDULE, datetime.fromisoformat(f"2026-06-16T{hour}:00+02:00"))


@pytest.mark.parametrize(
    ("lang", "words", "hour"), [pytest.param(*case, id=f"{case[0]}: {case[1]}") for case in SHIFTS]
)
def test_a_shift_of_a_time_that_nobody_quotes_is_asked_about(lang: str, words: str, hour: str) -> None:
    reading = read(AGREED[lang][0], f"{words}\n\nKim Sorrell\n")
    assert reading.kind is not Kind.OTHER or not reading.certain
    assert reading.start is None, hour


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Please arrive 15 minutes earlier for your interview to sign in.", id="how early to come"),
        pytest.param("Could we start the interview an hour later?", id="a question"),
    ],
)
def test_what_moves_nothing_gives_no_new_time(words: str) -> None:
    subject, quoted = AGREED["en"]
    reading = read(subject, f"{words}\n\nKim Sorrell\n\n{quoted}")
    assert reading.kind is not Kind.RESCHEDULE
    assert reading.start in (None, datetime.fromisoformat("2026-06-16T10:00:00+02:00"))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("We have had to bring your interview forward by a day; the time is unchanged.", 15),
        ("Your interview has been brought forward by two days, same time.", 14),
        ("We need to move your interview up by one day.", 15),
        ("Your interview is preponed by one day. Timing remains the same.", 15),
        ("We have to push your interview back by a day. Same time.", 17),
        ("Your interview has been pushed back a week, same time and place.", 23),
    ],
)
def test_days_are_counted_the_way_the_words_move_them(words: str, day: int) -> None:
    subject, quoted = AGREED["en"]
    reading = read(subject, f"{words}\n\n{quoted}")
    assert reading.start is not None
    assert (reading.start.day, reading.start.hour) == (day, 10)


def test_a_day_told_by_what_is_the_day_before_moves_nothing() -> None:
    reading = read("Interview", "Your interview is Tuesday 16 June, 10am (that's the day after the works outing).")
    assert reading.start == datetime.fromisoformat("2026-06-16T10:00:00+02:00")


def test_a_shift_counts_from_the_time_that_stands_before_it() -> None:
    reading = read(
        "Interview",
        "Your interview for the Data Analyst job on Tuesday 16 June at 10:00 will start an hour later.\n\nKim Sorrell\n",
    )
    assert reading.start is not None
    assert reading.start.hour == 11


def test_a_new_time_told_beside_the_shift_is_the_new_time() -> None:
    reading = read(
        "Interview",
        "Your interview for the Data Analyst job now starts at 11:00 on Tuesday 16 June, an hour later than planned.\n\nKim Sorrell\n",
    )
    assert reading.start == datetime.fromisoformat("2026-06-16T11:00:00+02:00")


HELD = [
    "I've put a hold on Tuesday 16 June at 10:00 for the interview for the Data Analyst role.",
    "Si cela vous convient, nous pourrions fixer l'entretien pour le poste de comptable au mardi 16 juin à 10h.",
    "Si te viene bien, dejamos la entrevista para el puesto de contable para el martes 16 de junio a las 10:00.",
    "Se der para você, a entrevista da vaga de analista fica na terça 16/06 às 10h.",
    "Als dat je schikt, plannen we het sollicitatiegesprek voor de functie boekhouder op dinsdag 16 juni om 10 uur.",
    "Se ti va bene, fissiamo il colloquio per la posizione di contabile martedì 16 giugno alle 10.",
    "Für das Vorstellungsgespräch als Buchhalterin habe ich Ihnen vorläufig Dienstag, 16.06. um 10:00 Uhr freigehalten.",
    "Ik heb dinsdag 16 juni om 10.00 uur onder voorbehoud gereserveerd voor je sollicitatiegesprek voor de functie boekhouder.",
]


@pytest.mark.parametrize("words", HELD)
def test_a_time_that_is_only_held_or_hangs_on_a_yes_is_not_fixed(words: str) -> None:
    assert read("", f"{words}\n\nKim Sorrell\n").kind is Kind.SCHEDULING


STANDS = [
    "I have put you down for an interview for the Data Analyst position on Tuesday 16 June at 10:00. Unless you tell me otherwise, it stands.",
    "Ich habe Sie für Dienstag, den 16. Juni um 10 Uhr zum Vorstellungsgespräch als Buchhalterin eingetragen. Wenn ich nichts Gegenteiliges höre, bleibt es dabei.",
    "Je vous ai inscrite pour l'entretien (poste de comptable) mardi 16 juin à 10h. Sauf contre-ordre de votre part, c'est entendu.",
    "Te he apuntado la entrevista para el puesto de contable el martes 16 de junio a las 10:00. Si no me dices lo contrario, queda así.",
    "Marquei a entrevista da vaga de analista para terça, 16 de junho, às 10h. Se não disser nada em contrário, fica assim.",
    "Ik heb je sollicitatiegesprek voor boekhouder op dinsdag 16 juni om 10.00 uur gezet. Zonder tegenbericht gaat het door.",
    "Il colloquio per la posizione di contabile è fissato martedì 16 giugno alle 10:00. Salvo diversa comunicazione da parte sua, resta confermato.",
]


@pytest.mark.parametrize("words", STANDS)
def test_a_time_that_stands_unless_it_is_refused_is_fixed(words: str) -> None:
    reading = read("", f"{words}\n\nKim Sorrell\n")
    assert (reading.kind, reading.start) == (Kind.INTERVIEW, datetime.fromisoformat("2026-06-16T10:00:00+02:00"))


@pytest.mark.parametrize(
    ("time", "starts"),
    [
        pytest.param("4 pm CEST / 10 am EDT", 1, id="two zones that agree"),
        pytest.param("10:00 ET (16:00 Berlin time)", 1, id="in brackets, agreeing"),
        pytest.param("4 pm CEST / 11 am EDT", 2, id="two zones that differ"),
        pytest.param("10:00 ET (17:00 Berlin time)", 2, id="in brackets, differing"),
    ],
)
def test_one_time_in_two_zones(time: str, starts: int) -> None:
    reading = read(
        "", f"Your interview for the Data Analyst position is on Tuesday 16 June at {time}.\n\nKim Sorrell\n"
    )
    assert reading.kind is Kind.INTERVIEW
    assert len(reading.start_options) == (0 if starts == 1 else 2)
    assert (reading.start is None) is (starts == 2)
