"""Dates as people write them, against the day of the mail (Wednesday, 3 June 2026)."""

from __future__ import annotations

import time
from datetime import date

import pytest

from bot.core.reading.company.dates import find_dates
from bot.core.reading.company.day_order import tell_day_order
from bot.core.reading.company.resolving import DateSetting
from tests.unit.core.reading.company.words import CUES, ENGLISH

WEDNESDAY = date(2026, 6, 3)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("on Friday, June 12, 2026 at", ["2026-06-12"], id="weekday, month, day, year"),
        pytest.param("Thursday 26 November, 12:00", ["2026-11-26"], id="day before month, no year"),
        pytest.param("the 9th of July", ["2026-07-09"], id="an ordinal of a month"),
        pytest.param("the 9th of July, a Thursday, at one", ["2026-07-09"], id="its weekday behind it"),
        pytest.param("9 July, that's a Thursday", ["2026-07-09"], id="or as what it is"),
        pytest.param("January 6 and I'll call", ["2027-01-06"], id="a month long past is next year's"),
        pytest.param("May 28", ["2026-05-28"], id="a few days ago is this year's"),
        pytest.param("2026-07-02 14:00", ["2026-07-02"], id="ISO 8601"),
        pytest.param("21.07.2026", ["2026-07-21"], id="points put the day first"),
        pytest.param("06/23/2026", ["2026-06-23"], id="a month cannot be 23"),
        pytest.param("Mon 8/31", ["2026-08-31"], id="the weekday settles the order"),
        pytest.param("Friday 12th", ["2026-06-12"], id="weekday and ordinal"),
        pytest.param("Tuesday the 9th", ["2026-06-09"], id="the ninth"),
        pytest.param("next Thursday, the 11th", ["2026-06-11"], id="next settled by its number"),
        pytest.param("on Thursday", ["2026-06-04"], id="a bare weekday is the next one"),
        pytest.param("on Wednesday", ["2026-06-10"], id="today's weekday is in a week"),
        pytest.param("this Wednesday", ["2026-06-03"], id="this and today's weekday"),
        pytest.param("next Friday", ["2026-06-12", "2026-06-05"], id="next, early in the week, has two readings"),
        pytest.param("next Monday", ["2026-06-08"], id="next, for a day of next week, has one"),
        pytest.param("Thursday week at 10", ["2026-06-11"], id="Thursday week"),
        pytest.param("a week on Thursday at 8", ["2026-06-11"], id="a week on Thursday"),
        pytest.param("a week from Friday", ["2026-06-12"], id="a week from Friday"),
        pytest.param("a fortnight on Monday", ["2026-06-22"], id="a fortnight on Monday"),
        pytest.param("Monday fortnight", ["2026-06-22"], id="Monday fortnight"),
        pytest.param("Friday next week", ["2026-06-12"], id="Friday next week"),
        pytest.param("next week on Monday", ["2026-06-08"], id="next week on Monday"),
        pytest.param("tmrw 3pm", ["2026-06-04"], id="tmrw"),
        pytest.param("Tom i.e", ["2026-06-04"], id="tom"),
        pytest.param("04/06/2026 (Thursday) from 9", ["2026-06-04"], id="a weekday behind settles the order"),
        pytest.param("07/06/2026 (Monday)", ["2026-07-06"], id="a weekday behind that fits one of two orders"),
        pytest.param("tomorrow at 9", ["2026-06-04"], id="tomorrow"),
        pytest.param("the day after tomorrow", ["2026-06-05"], id="the day after tomorrow"),
        pytest.param("Thursday, June 5", ["2026-06-05", "2026-06-04"], id="weekday and number disagree: both"),
    ],
)
def test_a_date_is_resolved(text: str, wanted: list[str]) -> None:
    (mention,) = find_dates(text, ENGLISH, DateSetting(today=WEDNESDAY))
    assert [day.isoformat() for day in mention.readings] == wanted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("you may 5 times sat there", id="words that are also months or days"),
        pytest.param("at 11.30 we", id="a time with a point"),
        pytest.param("24/7 and 3.5% of 10/10/10/10", id="figures"),
        pytest.param("Mondays are best", id="weekdays in general"),
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_dates(text, ENGLISH, DateSetting(today=WEDNESDAY)) == ()


@pytest.mark.parametrize("text", ["Jan 20-23", "between June 8 and June 10", "the week of 8 June", "June 8 - June 10"])
def test_a_span_of_days_is_marked(text: str) -> None:
    assert all(mention.span_of_days for mention in find_dates(text, ENGLISH, DateSetting(today=WEDNESDAY)))


def test_order_that_nobody_can_tell_leaves_both_readings() -> None:
    (mention,) = find_dates("07/08/2026", ENGLISH, DateSetting(today=WEDNESDAY))
    assert {day.isoformat() for day in mention.readings} == {"2026-08-07", "2026-07-08"}


def test_of_two_orders_one_on_a_sunday_is_not_meant() -> None:
    (mention,) = find_dates("07/06/2026", ENGLISH, DateSetting(today=WEDNESDAY))
    assert [day.isoformat() for day in mention.readings] == ["2026-07-06"]


def test_a_comma_parts_an_hour_from_a_name_that_is_a_month_too() -> None:
    setting = DateSetting(today=WEDNESDAY)
    assert not find_dates("we start at 9, Jan will join us", ENGLISH, setting)
    assert find_dates("we meet Friday 9, Jan 2027", ENGLISH, setting)


def test_where_the_author_sits_settles_the_order() -> None:
    (mention,) = find_dates("07/06/2026", ENGLISH, DateSetting(today=WEDNESDAY, day_first=True))
    assert [day.isoformat() for day in mention.readings] == ["2026-06-07"]


def test_another_date_of_the_same_author_settles_the_order() -> None:
    assert tell_day_order(["from 23/06/2026"], ENGLISH, [False]) is True
    assert tell_day_order(["no dates"], ENGLISH, [True, False]) is None


def test_the_thread_tells_which_wednesday_is_meant() -> None:
    setting = DateSetting(today=WEDNESDAY, known=(date(2026, 6, 17),))
    (mention,) = find_dates("the Wednesday then", ENGLISH, setting)
    assert mention.readings == (date(2026, 6, 17),)


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("de", "am 12. Januar 2027 um 10 Uhr", "2027-01-12"),
        ("de", "am 12.06. um 10.30 Uhr", "2026-06-12"),
        ("de", "Mo., den 8.6., 14 Uhr", "2026-06-08"),
        ("de", "12.6.26 15:00", "2026-06-12"),
        ("de", "Di 9.6. 10 Uhr", "2026-06-09"),
        ("de", "am Dienstag, den 9.", "2026-06-09"),
        ("de", "Dienstag in einer Woche", "2026-06-16"),
        ("de", "kommende Woche Mittwoch", "2026-06-10"),
        ("de", "heute in acht Tagen", "2026-06-10"),
        ("de", "uebermorgen um 9", "2026-06-05"),
        ("de", "morgen früh um 9 Uhr", "2026-06-04"),
        ("de", "Dienstag, 10.06.2026", "2026-06-10 2026-06-09"),
        ("de", "am 8. oder 9. Juli um 10 Uhr", "2026-07-08, 2026-07-09"),
        ("de", "am 14. um 10 Uhr", "2026-06-14"),
        ("de", "Dienstagnachmittag um 3", "2026-06-09"),
        ("de", "Tuesday, March 9, 2027 3:00 PM", "2027-03-09"),
        ("de", "erst übernächste Woche Montag", "2026-06-15"),
        ("fr", "le 1er juillet à 9 heures", "2026-07-01"),
        ("fr", "mardi prochain à 10h", "2026-06-09"),
        ("fr", "le mardi de la semaine prochaine", "2026-06-09"),
        ("fr", "lundi 8 juin à 15h", "2026-06-08"),
        ("fr", "après-demain à 14 heures 30", "2026-06-05"),
        ("fr", "apres demain a 14h", "2026-06-05"),
        ("fr", "le 14 à 10h", "2026-06-14"),
        ("fr", "mar. 9 juin", "2026-06-09"),
        ("fr", "mardi en huit", "2026-06-16"),
        ("fr", "le 9/06 à 11h", "2026-06-09"),
        ("es", "12 de enero de 2027 a las 10:00", "2027-01-12"),
        ("es", "el próximo martes a las 3 de la tarde", "2026-06-09"),
        ("es", "martes que viene", "2026-06-09"),
        ("es", "mañana por la mañana a las 10", "2026-06-04"),
        ("es", "pasado mañana", "2026-06-05"),
        ("es", "el lunes 8 de junio, 15:00h", "2026-06-08"),
        ("es", "el día 14 a las 9", "2026-06-14"),
        ("es", "miercoles 10 de junio", "2026-06-10"),
        ("es", "la semana que viene, el martes", "2026-06-09"),
        ("pt", "na próxima terça-feira às 10h", "2026-06-09"),
        ("pt", "terça que vem às 14h30", "2026-06-09"),
        ("pt", "na segunda às 10h", "2026-06-08"),
        ("pt", "quinta, 11/06, às 15h", "2026-06-11"),
        ("pt", "amanhã de manhã às 9h", "2026-06-04"),
        ("pt", "depois de amanha às 11", "2026-06-05"),
        ("pt", "1º de julho", "2026-07-01"),
        ("pt", "no dia 22 de outubro (quinta-feira), pelas 14h30", "2026-10-22"),
        ("pt", "às 10 horas e 30 minutos do dia 14 de julho de 2026, terça-feira", "2026-07-14"),
        ("es", "el día 22 de octubre a las 9", "2026-10-22"),
        ("es", "VIERNES 06/NOV/2026", "2026-11-06"),
        ("nl", "op de 22e oktober om 9 uur", "2026-10-22"),
        ("pt", "terça-feira (9/6) às 10h00", "2026-06-09"),
        ("nl", "op dinsdag 9 juni om 10.00 uur", "2026-06-09"),
        ("nl", "volgende week dinsdag om half drie", "2026-06-09"),
        ("nl", "aanstaande vrijdag om 15u30", "2026-06-05"),
        ("nl", "morgenochtend om 9 uur", "2026-06-04"),
        ("nl", "vandaag over een week", "2026-06-10"),
        ("nl", "di 9 juni, 14.30u", "2026-06-09"),
        ("nl", "de 14e om 10 uur", "2026-06-14"),
        ("nl", "12-06-2026 om 11:00", "2026-06-12"),
        ("it", "1° luglio alle ore 9", "2026-07-01"),
        ("it", "martedì prossimo alle 14.30", "2026-06-09"),
        ("it", "la settimana prossima, martedi", "2026-06-09"),
        ("it", "dopodomani alle 11", "2026-06-05"),
        ("it", "l'8 giugno alle 16", "2026-06-08"),
        ("it", "lun 8/6 h 10", "2026-06-08"),
        ("it", "il 14 alle 10", "2026-06-14"),
        ("en", "June 8 or 9 at 3pm", "2026-06-08, 2026-06-09"),
        ("en", "Round 2 - 12 June at 10am", "2026-06-12"),
    ],
    ids=lambda value: value,
)
def test_a_date_is_resolved_in_its_language(lang: str, text: str, wanted: str) -> None:
    found = find_dates(text, CUES.languages[lang], DateSetting(today=WEDNESDAY))
    assert ", ".join(" ".join(day.isoformat() for day in mention.readings) for mention in found) == wanted


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "guten Morgen Frau Müller"),
        ("de", "jeden Dienstag"),
        ("de", "So können wir das machen"),
        ("de", "die 2. Runde am 3. Standort"),
        ("de", "um 12.10."),
        ("fr", "le 2e étage"),
        ("fr", "chaque mardi"),
        ("es", "los martes"),
        ("es", "por la mañana"),
        ("pt", "segunda entrevista"),
        ("pt", "toda terça"),
        ("nl", "goede morgen"),
        ("nl", "zo 10 minuten, ma en pa"),
        ("it", "ogni martedì"),
        ("it", "3 piano 2, via Roma 12"),
    ],
    ids=lambda value: value,
)
def test_words_and_figures_that_are_no_date_in_their_language(lang: str, text: str) -> None:
    assert find_dates(text, CUES.languages[lang], DateSetting(today=WEDNESDAY)) == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "3.-5. Juli"),
        ("de", "vom 3. bis 5. Juli"),
        ("de", "KW 24"),
        ("de", "in der 24. KW"),
        ("fr", "du 3 au 5 juillet"),
        ("fr", "entre le 8 et le 10 juin"),
        ("fr", "semaine du 8 juin"),
        ("es", "del 3 al 5 de julio"),
        ("es", "semana del 8 de junio"),
        ("pt", "de 3 a 5 de julho"),
        ("nl", "van 8 t/m 10 juni"),
        ("nl", "week 24"),
        ("it", "dal 3 al 5 luglio"),
        ("en", "8-10 June"),
    ],
    ids=lambda value: value,
)
def test_a_span_of_days_is_marked_in_its_language(lang: str, text: str) -> None:
    found = find_dates(text, CUES.languages[lang], DateSetting(today=WEDNESDAY))
    assert found
    assert all(mention.span_of_days for mention in found)


def test_a_calendar_week_reads_as_its_monday_and_friday() -> None:
    (mention,) = find_dates("KW 24", CUES.languages["de"], DateSetting(today=WEDNESDAY))
    assert mention.readings == (date(2026, 6, 8), date(2026, 6, 12))


def test_other_languages_than_english_put_the_day_first_unless_their_dates_deny_it() -> None:
    assert tell_day_order(["03/04/2026"], CUES.languages["es"], [False]) is True
    assert tell_day_order(["06/23/2026"], CUES.languages["es"], [True]) is False


@pytest.mark.parametrize("lang", list(CUES.languages))
def test_a_long_run_of_days_costs_linear_time(lang: str) -> None:
    begun = time.process_time()
    find_dates("3.3.3-3/3 1. 2 - 3 am den le 4 of " * 300, CUES.languages[lang], DateSetting(today=WEDNESDAY))
    assert time.process_time() - begun < 2.0
