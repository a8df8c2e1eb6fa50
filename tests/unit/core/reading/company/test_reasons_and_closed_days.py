"""A day that is named only as the reason, or because nothing can be on it, is not that of the talk; in seven languages."""

from __future__ import annotations

import pytest

from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

SUBJECTS = {
    "en": "Interview",
    "de": "Gespräch",
    "nl": "Gesprek",
    "fr": "Entretien",
    "es": "Entrevista",
    "pt": "Entrevista",
    "it": "Colloquio",
}
REASONS = [
    ("en", "Since Monday is a bank holiday, please come on Tuesday at 9:00 for the interview."),
    ("de", "Da am Montag Feiertag ist, treffen wir uns am Dienstag um 9:00 Uhr zum Gespräch."),
    ("nl", "Aangezien ik maandag vrij ben, spreken we elkaar dinsdag om 9.00 uur."),
    ("fr", "Comme lundi est férié, on se voit mardi à 9h00."),
    ("es", "Como el lunes es festivo, te esperamos el martes a las 9:00."),
    ("pt", "Como segunda é feriado, esperamos por si na terça às 9h00."),
    ("it", "Poiché lunedì è festivo, La aspettiamo martedì alle 9:00."),
]
REASONS_BEHIND = [
    ("en", "Your interview is now on Tuesday 10 November at 9:00 because of the bank holiday."),
    ("de", "Ihr Gespräch findet am Dienstag, 10. November um 9:00 Uhr wegen des Feiertags statt."),
    ("fr", "Votre entretien aura lieu le mardi 10 à 9h en raison du jour férié."),
    ("es", "La entrevista será el martes 10 a las 9:00 por ser festivo el lunes."),
    ("pt", "A entrevista do dia 04/11 foi transferida p/ dia 10/11 às 09:00hs em virtude do feriado."),
    ("it", "Il colloquio è spostato a martedì 10 alle 9:00 a causa delle ferie della dott.ssa Neri."),
]
INSTEAD = [
    ("es", "Al final el martes en vez del lunes, misma hora, 9:00."),
    ("es", "Adelantamos la entrevista del martes 10 de las 17 h a las 09:00 h."),
]
CLOSED = [
    ("fr", "Votre entretien est fixé. Mardi, 9h00, au bureau. Mercredi nous sommes fermés."),
    ("it", "Martedì mattina, nove e zero, ore 9:00, davanti al magazzino. Domenica siamo chiusi."),
    ("pt", "3ª feira às 09H00 no estaleiro, traga botas. 4ª feira já não estou."),
]


def _start(lang: str, text: str) -> str | None:
    mail = brief_mail(
        text, subject=SUBJECTS[lang], sent="Wed, 04 Nov 2026 09:00:00 +0100", sender="Ana Roca <ana.roca@firm.example>"
    )
    start = read_known_mail(mail, zone="Europe/Paris").start
    return start.strftime("%m-%d %H:%M") if start else None


@pytest.mark.parametrize(("lang", "text"), [*REASONS, *REASONS_BEHIND, *INSTEAD, *CLOSED])
def test_the_other_day_is_that_of_the_talk(lang: str, text: str) -> None:
    assert _start(lang, text) == "11-10 09:00"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pt", "Como sabe, o prazo para enviar o teste acaba terça às 9h00."),
        (
            "es",
            "Te espero el jueves próximo a las 10 para la entrevista.",
        ),  # sent on a Wednesday: tomorrow, or in a week
        ("es", "Como sabes, el martes a las 9:00 vence el plazo para enviar la prueba."),
    ],
)
def test_no_time_is_sure(lang: str, text: str) -> None:
    assert _start(lang, text) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Your interview is on Tuesday 10 November. Please report to reception at 9.00am."),
        ("fr", "Votre entretien est fixé au 10 novembre. Vous voudrez bien vous présenter à 9 heures au secrétariat."),
        ("es", "Su entrevista será el día diez de noviembre. Deberá presentarse en la Secretaría a las nueve horas."),
        ("it", "Il colloquio è il giorno 10 novembre. La preghiamo di presentarsi alle 9.00 in portineria."),
        ("it", "Data colloquio: 10/11/2026\nOra convocazione: 8:45\nOra colloquio: 9:00"),
        ("fr", "Date de l'entretien : 10/11/2026\nHeure de convocation : 8h45\nHeure de l'entretien : 9h00"),
    ],
)
def test_the_hour_to_be_there_is_that_of_the_talk_where_no_other_is_told(lang: str, text: str) -> None:
    assert _start(lang, text) == "11-10 09:00"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Your interview is on the morning of 11 February. Lunch with the team is at 12:30."),
        ("de", "Ihr Gespräch ist am 11. Februar vormittags. Das Mittagessen mit dem Team ist um 12:30 Uhr."),
        ("nl", "Je gesprek is in de ochtend van 11 februari. De lunch met het team is om 12.30 uur."),
        ("fr", "Votre entretien aura lieu le 11 février dans la matinée. Le déjeuner avec l'équipe est à 12h30."),
        ("es", "Su entrevista será el 11 de febrero por la mañana. El almuerzo con el equipo es a las 14:00."),
        ("pt", "A entrevista é no dia 11 de fevereiro de manhã. O almoço com a equipa é às 12h30."),
        ("it", "Il colloquio sarà l'11 febbraio in mattinata. Il pranzo con il team è alle 12:30."),
    ],
)
def test_the_hour_of_a_meal_and_a_day_after_one_not_found_are_no_times(lang: str, text: str) -> None:
    assert _start(lang, text) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("it", "La settimana del 10 sono in ferie; il colloquio lo facciamo il lunedì successivo alle 9."),
        ("nl", "In de week van 10 ben ik op vakantie; het gesprek doen we de maandag daarna om 9 uur."),
        ("fr", "La semaine du 16 est bien chargée mais je vous reçois en entretien le lundi à 9h."),
    ],
)
def test_a_weekday_is_of_the_week_told_by_its_first_day_or_behind_it(lang: str, text: str) -> None:
    assert _start(lang, text) == "11-16 09:00"


def test_the_ground_floor_is_no_sick_leave() -> None:
    assert _start("es", "Le esperamos el martes 10, a las 9.00 horas, en la planta baja.") == "11-10 09:00"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Je vous attends le 10 au matin, à 9h00."),
        ("it", "La aspetto il 10 mattina alle ore 9."),
        ("es", "Te esperamos el 10 por la mañana, a las 9."),
        ("pt", "Esperamos por si no dia 10 de manhã, às 9h."),
        ("de", "Wir erwarten Sie am 10. vormittags um 9 Uhr."),
        ("nl", "We verwachten je op de 10e 's ochtends om 9 uur."),
        ("pt", "A entrevista é na próxima 3.ª feira, pelas 9h00."),
    ],
)
def test_a_day_may_be_told_by_its_number_and_a_part_of_the_day(lang: str, text: str) -> None:
    assert _start(lang, text) == "11-10 09:00"
