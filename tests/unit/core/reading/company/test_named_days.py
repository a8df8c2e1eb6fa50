"""Days told by their place in a month, by a feast, or by how far they lie from another day (seen from Wednesday, 11 March 2026)."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.reading.company.dates import find_dates
from bot.core.reading.company.resolving import DateSetting
from tests.unit.core.reading.company.words import CUES

WEDNESDAY = date(2026, 3, 11)
PLACES = [
    ("en", "on the first Monday in June at 10", "2026-06-01"),
    ("en", "the last Friday of next month at 2pm", "2026-04-24"),
    ("en", "on the 4th of next month at 3pm", "2026-04-04"),
    ("de", "am ersten Montag im Juni um 10 Uhr", "2026-06-01"),
    ("de", "am letzten Freitag des nächsten Monats um 14 Uhr", "2026-04-24"),
    ("fr", "le premier mardi d'avril à 10h", "2026-04-07"),
    ("fr", "le troisième jeudi du mois à 10h", "2026-03-19"),
    ("es", "el primer lunes de junio a las 10", "2026-06-01"),
    ("pt", "na última sexta-feira do próximo mês às 14h", "2026-04-24"),
    ("it", "il primo lunedì di giugno alle 10", "2026-06-01"),
    ("nl", "de laatste vrijdag van volgende maand om 14 uur", "2026-04-24"),
]
WEEKS = [
    ("en", "on the Wednesday of the first week of April at 3pm", "2026-04-01"),
    ("en", "the Tuesday of the last week in March at 10", "2026-03-24 2026-03-31"),
    ("en", "the Monday of the first week of April at 10", "2026-04-06 2026-03-30"),
    ("de", "am Mittwoch der ersten Aprilwoche um 15 Uhr", "2026-04-01"),
    ("de", "in der ersten Aprilwoche, am Donnerstag um 15 Uhr", "2026-04-02"),
    ("nl", "op woensdag in de tweede week van april om 15 uur", "2026-04-08"),
    ("fr", "le jeudi de la première semaine d'avril à 15h", "2026-04-02"),
    ("es", "la primera semana de abril, el jueves a las 17", "2026-04-02"),
    ("pt", "na quinta-feira da primeira semana do próximo mês às 15h", "2026-04-02"),
    ("it", "il mercoledì della prima settimana di aprile alle 15", "2026-04-01"),
]
FEASTS = [
    ("en", "Good Friday at 10", "2026-04-03"),
    ("en", "the day after Easter Monday at 10am", "2026-04-07"),
    ("en", "the Tuesday after Easter at 9", "2026-04-07"),
    ("en", "Easter Tuesday at 11am", "2026-04-07"),
    ("en", "Spy Wednesday at 11am", "2026-04-01"),
    ("en", "the Monday after Thanksgiving at 9", "2026-11-30"),
    ("en", "the day after Memorial Day at 11", "2026-05-26"),
    ("en", "on Christmas Eve at 9.30", "2026-12-24"),
    ("de", "am Tag nach Ostermontag um 10 Uhr", "2026-04-07"),
    ("de", "am Dienstag nach Ostern um 9 Uhr", "2026-04-07"),
    ("fr", "le lendemain de Pâques à 10h", "2026-04-06"),
    ("fr", "la veille de l'Ascension à 15h", "2026-05-13"),
    ("fr", "le mardi de Pâques à 10h", "2026-04-07"),
    ("fr", "le jour de la Saint-Valentin à 10h", "2027-02-14"),
    ("es", "el martes después de Pascua a las 9", "2026-04-07"),
    ("pt", "no dia seguinte à Páscoa às 10h", "2026-04-06"),
    ("it", "il giorno dopo Pasquetta alle 10", "2026-04-07"),
    ("nl", "de dag na tweede paasdag om 10 uur", "2026-04-07"),
]
DISTANCES = [
    ("en", "the day before 1 May at 3pm", "2026-04-30"),
    ("en", "two days after 4 April at 10", "2026-04-06"),
    ("en", "in two weeks, on Monday at 10am", "2026-03-23"),
    ("en", "three weeks from today at 3pm", "2026-04-01"),
    ("en", "three weeks from Friday at 3pm", "2026-04-03"),
    ("en", "in two weeks' time on Thursday at 3pm", "2026-03-26"),
    ("en", "in a week's time at 3pm", "2026-03-18"),
    ("de", "am Tag vor dem 1. Mai um 15 Uhr", "2026-04-30"),
    ("de", "in drei Wochen, am Montag, um 10 Uhr", "2026-03-30"),
    ("fr", "le surlendemain du 18 mars à 10h", "2026-03-20"),
    ("fr", "trois jours avant le 20 mars à 10h", "2026-03-17"),
    ("fr", "le jeudi suivant le 1er avril à 10h", "2026-04-02"),
    ("fr", "dans quinze jours, jeudi, à 10h", "2026-03-26"),
    ("fr", "dans deux jours à 10h", "2026-03-13"),
    ("es", "la víspera del 1 de mayo a las 15 h", "2026-04-30"),
    ("pt", "dois dias depois de 4 de abril às 10h", "2026-04-06"),
    ("it", "la vigilia del 1 maggio alle 15", "2026-04-30"),
    ("nl", "twee dagen na 4 april om 10 uur", "2026-04-06"),
]
SPELLED = [
    ("en", "on Friday the twentieth at ten", "2026-03-20"),
    ("en", "on the twentieth at ten", "2026-03-20"),
    ("en", "on friday the twenty seventh at nine thirty", "2026-03-27"),
    ("de", "am Freitag, dem zwanzigsten, um zehn Uhr", "2026-03-20"),
    ("de", "am Freitag den siebenundzwanzigsten um zehn", "2026-03-27"),
    ("nl", "vrijdag de twintigste om tien uur", "2026-03-20"),
    ("en", "on the last day of the month at 4pm", "2026-03-31"),
    ("de", "am letzten Tag des Monats um 16 Uhr", "2026-03-31"),
    ("nl", "de laatste dag van de maand om vier uur", "2026-03-31"),
    ("fr", "le dernier jour du mois à 10h", "2026-03-31"),
    ("en", "this day week at 10", "2026-03-18"),
    ("de", "am 18.3. (Mittwoch) um 10 Uhr", "2026-03-18"),
    ("de", "am 25.3., Mittwoch, um 10 Uhr", "2026-03-25"),
]
NOT_THE_FIRST = [
    ("en", "not this Friday but next, at 9.30", "2026-03-20"),
    ("en", "at 9.30am not this but next Friday", "2026-03-20"),
    ("en", "not this Wednesday but the one after that, at 9", "2026-03-18"),
    ("de", "nicht diesen, sondern nächsten Freitag um 14 Uhr", "2026-03-20"),
    ("de", "nicht diesen Freitag, sondern den darauf, um 14 Uhr", "2026-03-20"),
    ("nl", "niet deze maar volgende vrijdag om half drie", "2026-03-20"),
    ("nl", "niet deze vrijdag, maar die daarna om half drie", "2026-03-20"),
    ("fr", "pas ce vendredi mais celui d'après, à 14h30", "2026-03-20"),
    ("es", "no este viernes, sino el siguiente, a las 14:30", "2026-03-20"),
    ("it", "non questo venerdì ma il prossimo, alle 14:30", "2026-03-20"),
    ("pt", "não nesta sexta-feira, mas na próxima, às 14h30", "2026-03-20"),
]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        pytest.param(*case, id=f"{case[0]}: {case[1]}")
        for case in (*PLACES, *WEEKS, *FEASTS, *DISTANCES, *SPELLED, *NOT_THE_FIRST)
    ],
)
def test_a_day_is_told_by_words(lang: str, text: str, wanted: str) -> None:
    (mention,) = find_dates(text, CUES.languages[lang], DateSetting(today=WEDNESDAY, day_first=True))
    assert [day.isoformat() for day in mention.readings] == wanted.split()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("fr", "nous répondons dans deux jours aux 10 candidats", id="how long something takes"),
        pytest.param("fr", "rue de l'Ascension, 10", id="a street named for a feast"),
        pytest.param("en", "our Easter rota at 10 sites", id="a feast beside other words"),
        pytest.param("de", "die Osterferien", id="holidays"),
    ],
)
def test_no_day_is_told(lang: str, text: str) -> None:
    assert not find_dates(text, CUES.languages[lang], DateSetting(today=WEDNESDAY, day_first=True))


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "not this Friday but next Monday at 9"), ("de", "nicht diesen Freitag, sondern nächsten Montag um 9 Uhr")],
)
def test_another_weekday_is_not_that_of_a_week_later(lang: str, text: str) -> None:
    setting = DateSetting(today=WEDNESDAY, day_first=True)
    assert find_dates(text, CUES.languages[lang], setting)[-1].readings == (date(2026, 3, 16),)


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "on Wednesday after the holidays at 10am", False),
        ("en", "the Monday after her annual leave at 10", False),
        ("en", "on Wednesday after lunch at 1.30", True),
        ("en", "on Friday after the interview at 10", True),
        ("de", "am Montag nach meinem Urlaub um 10 Uhr", False),
        ("de", "am Montag nach der Arbeit um 17 Uhr", True),
        ("nl", "maandag na de vakantie om tien uur", False),
        ("fr", "le lundi après mes congés à 10h", False),
        ("es", "el lunes después de las vacaciones a las 10", False),
        ("it", "lunedì dopo le ferie alle 10", False),
        ("pt", "segunda-feira depois das férias às 10h", False),
    ],
)
def test_nobody_can_tell_a_weekday_after_an_absence(lang: str, text: str, told: bool) -> None:
    (mention,) = find_dates(text, CUES.languages[lang], DateSetting(today=WEDNESDAY, day_first=True))
    assert bool(mention.readings) is told


def test_eight_days_are_often_a_week_so_both_stand() -> None:
    (mention,) = find_dates("dans huit jours à 10h", CUES.languages["fr"], DateSetting(today=WEDNESDAY, day_first=True))
    assert [day.isoformat() for day in mention.readings] == ["2026-03-18", "2026-03-19"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Monday 23 March is a holiday, so we meet on the Wednesday of that week at 2pm", ["2026-03-25"]),
        ("Monday 23 March is a holiday, so we meet on the Tuesday after at 2pm", ["2026-03-24"]),
        ("The test is on Monday 23 March and your interview the next day at 10am", ["2026-03-24"]),
        ("The test is on 23 March, your interview two days later, at 10am", ["2026-03-25"]),
        ("your interview is on Thursday that week at 11am", []),
        ("your interview is two days later, at 10am", []),
        ("We interview from 14 April. Your slot is on the second day at 11am", []),
    ],
)
def test_a_day_counts_from_the_one_named_before_it_or_nobody_can_tell_it(text: str, wanted: list[str]) -> None:
    mention = find_dates(text, CUES.languages["en"], DateSetting(today=WEDNESDAY, day_first=True))[-1]
    assert [day.isoformat() for day in mention.readings] == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "Wendesday 15th Apirl at 10am", "2026-04-15"),
        ("en", "on Firday at 10am", "2026-03-13"),
        ("en", "Thurday 3 Setpember at 10", "2026-09-03"),
        ("de", "am Dienstag, 8. Setpember um 10 Uhr", "2026-09-08"),
        ("de", "am Donnesrtag um 10 Uhr", "2026-03-12"),
    ],
)
def test_a_slip_of_the_hand_is_still_a_name(lang: str, text: str, wanted: str) -> None:
    (mention,) = find_dates(text, CUES.languages[lang], DateSetting(today=WEDNESDAY, day_first=True))
    assert [day.isoformat() for day in mention.readings] == [wanted]
