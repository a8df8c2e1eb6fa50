"""Times of day as people write them."""

from __future__ import annotations

import time

import pytest

from bot.core.reading.company.hours import find_clocks, hour_style
from tests.unit.core.reading.company.words import CUES, ENGLISH


def clocks(text: str) -> list[tuple[str, str | None]]:
    found = find_clocks(text, ENGLISH, (), hour_style(text, ENGLISH))
    return [
        (clock(start), clock(end) if end is not None else None) for mention in found for start, end in mention.options
    ]


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("at 3pm", [("15:00", None)], id="3pm"),
        pytest.param("at 10.15am", [("10:15", None)], id="a point and am"),
        pytest.param("2:30 p.m.", [("14:30", None)], id="p.m."),
        pytest.param("at 14:00", [("14:00", None)], id="24 hours"),
        pytest.param("at 09:30", [("09:30", None)], id="a leading zero is the morning"),
        pytest.param("at 11.30, please", [("11:30", None)], id="a point after at"),
        pytest.param("at half past two", [("14:30", None)], id="half past"),
        pytest.param("at quarter to nine", [("08:45", None)], id="quarter to"),
        pytest.param("at noon", [("12:00", None)], id="noon"),
        pytest.param("at twelve noon", [("12:00", None)], id="twelve noon is one time"),
        pytest.param("at 8:30p", [("20:30", None)], id="p behind minutes"),
        pytest.param("at 2p ET", [("14:00", None)], id="p behind an hour"),
        pytest.param("at 930a", [("09:30", None)], id="a behind three figures"),
        pytest.param("10a - 11a", [("10:00", "11:00")], id="a range with a"),
        pytest.param("11:15a - 12p", [("11:15", "12:00")], id="a range with a and p"),
        pytest.param("2p-2:45p", [("14:00", "14:45")], id="a range with p"),
        pytest.param("at nine oh five in the morning", [("09:05", None)], id="oh five"),
        pytest.param("in room 104a, building 2a, 10a High Street, at 3pm", [("15:00", None)], id="letters of houses"),
        pytest.param("Thursday at 2.", [("14:00", None)], id="people meet at two in the afternoon"),
        pytest.param("tomorrow at 9,", [("09:00", None)], id="and at nine in the morning"),
        pytest.param("at 7.", [("07:00", None), ("19:00", None)], id="seven may be either"),
        pytest.param(
            "at 6.30", [("06:30", None), ("18:30", None)], id="so may half past six, in a trade that begins early"
        ),
        pytest.param("quarter to six", [("05:45", None), ("17:45", None)], id="and a quarter to six"),
        pytest.param("half five", [("17:30", None)], id="half past five is after work"),
        pytest.param(
            "an early start, at 4.30", [("04:30", None), ("16:30", None)], id="where nothing is said of an early hour"
        ),
        pytest.param(
            "see you Tuesday, early doors: quarter past 5", [("05:15", None), ("17:15", None)], id="early doors"
        ),
        pytest.param("half eight Thursday night", [("20:30", None)], id="a weekday's night is its evening"),
        pytest.param(
            "it starts at 18:00, be here at 6:45",
            [("18:00", None), ("06:45", None)],
            id="who writes 24 hours writes six so",
        ),
        pytest.param(
            "the 14:00 is off, quarter to seven",
            [("14:00", None), ("06:45", None), ("18:45", None)],
            id="but says it in words",
        ),
        pytest.param("at 5.15 in the evening", [("17:15", None)], id="the part of day"),
        pytest.param("10:00 to 10:55 a.m.", [("10:00", "10:55")], id="one a.m. for a range"),
        pytest.param("11:30 - 12pm", [("11:30", "12:00")], id="a range over noon"),
        pytest.param("from 10 to 11", [("10:00", "11:00")], id="bare hours after from"),
        pytest.param("2:30-3:15 PM", [("14:30", "15:15")], id="a range without spaces"),
        pytest.param("half ten on Thursday", [("10:30", None)], id="half ten is half past"),
        pytest.param("from 9 to half past 10", [("09:00", "10:30")], id="half past in digits ends a range"),
        pytest.param("at quarter past two", [("14:15", None)], id="quarter past"),
        pytest.param("a quarter of three", [("14:45", None)], id="a quarter of is before"),
        pytest.param("at 20 till 2", [("13:40", None)], id="twenty till is no range"),
        pytest.param("ten after two", [("14:10", None)], id="ten after"),
        pytest.param("at a quarter till 3", [("14:45", None)], id="quarter till"),
        pytest.param("quarter past 2 (pm)", [("14:15", None)], id="pm in brackets"),
        pytest.param("at 10:30 (AM)", [("10:30", None)], id="AM in brackets"),
        pytest.param("at 930am", [("09:30", None)], id="am behind three figures"),
        pytest.param("1030am-1115am", [("10:30", "11:15")], id="a range of figures with am"),
        pytest.param("at 10-30 AM", [("10:30", None)], id="a hyphen before the minutes"),
        pytest.param("from 10-11 AM", [("10:00", "11:00")], id="a hyphen before an hour is a range"),
        pytest.param("at 1430.", [("14:30", None)], id="four figures behind at"),
        pytest.param("at 1100 High Street", [], id="a house number behind at"),
        pytest.param("at fourteen hundred hours", [("14:00", None)], id="hundred hours"),
        pytest.param("ten to four", [("15:50", None)], id="ten to"),
        pytest.param("20 past 9", [("09:20", None)], id="digits past digits"),
        pytest.param("twenty-five to three", [("14:35", None)], id="twenty-five to"),
        pytest.param("at two thirty", [("14:30", None)], id="hour and minutes in words"),
        pytest.param("at eleven on Monday", [("11:00", None)], id="an hour in words after at"),
        pytest.param("at 13h15", [("13:15", None)], id="h between"),
        pytest.param("14:00 hrs to 15:00 hrs", [("14:00", "15:00")], id="hrs behind"),
        pytest.param("1300-1350 EDT", [("13:00", "13:50")], id="four digits with a zone"),
        pytest.param("at 0930 hrs", [("09:30", None)], id="four digits with hrs"),
        pytest.param("2/17, 10-11 ET", [("10:00", "11:00")], id="bare hours before a zone"),
        pytest.param("12 noon", [("12:00", None)], id="12 noon"),
        pytest.param("I've pushed our 2:30 to 4pm", [("14:30", None), ("16:00", None)], id="a move is no range"),
    ],
)
def test_a_time_is_read(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert clocks(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "version 2.10 is out",
        "the 2026-2030 plan",
        "extension 1422",
        "from ten to twelve people",
        "half the team",
        "one of five",
        "room 4",
        "in 45 minutes",
        "£9.50",
        "1401 Mill Rd",
        "3 of 5 people",
        "call 020 555 0148",
        "at 50%",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert clocks(text) == []


def test_a_long_run_of_digits_costs_linear_time() -> None:
    text = "10:" * 3000 + "at 9 at 9 " * 1000
    begun = time.process_time()
    clocks(text)
    assert time.process_time() - begun < 2.0


def clocks_of(lang: str, text: str) -> str:
    found = find_clocks(text, CUES.languages[lang], (), hour_style(text, CUES.languages[lang]))
    return " ".join(
        clock(start) + (f"-{clock(end)}" if end is not None else "")
        for mention in found
        for start, end in mention.options
    )


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("de", "15 Uhr 30", "15:30"),
        ("de", "um drei", "15:00"),
        ("de", "um halb drei", "14:30"),
        ("de", "Viertel drei", "14:15"),
        ("de", "um drei viertel drei", "14:45"),
        ("de", "um viertel vor vier", "15:45"),
        ("de", "fünf vor halb drei", "14:25"),
        ("de", "zehn nach drei", "15:10"),
        ("de", "nachmittags um drei", "15:00"),
        ("de", "um 3 Uhr nachmittags", "15:00"),
        ("de", "von 10 bis 11 Uhr", "10:00-11:00"),
        ("de", "10-11 Uhr", "10:00-11:00"),
        ("de", "zwischen 10 und 11 Uhr", "10:00-11:00"),
        ("de", "Zeit: 14.30", "14:30"),
        ("de", "um 10 am Dienstag", "10:00"),
        ("fr", "14 heures 30", "14:30"),
        ("fr", "14 h 30", "14:30"),
        ("fr", "à quinze heures", "15:00"),
        ("fr", "à trois heures et demie", "15:30"),
        ("fr", "à dix heures moins le quart", "09:45"),
        ("fr", "à midi", "12:00"),
        ("fr", "entre 10h et 11h", "10:00-11:00"),
        ("fr", "de 10h à 11h", "10:00-11:00"),
        ("fr", "vers 14h", "14:00"),
        ("es", "a las 3 de la tarde", "15:00"),
        ("es", "a las tres y media", "15:30"),
        ("es", "a las diez menos cuarto", "09:45"),
        ("es", "de 10 a 11", "10:00-11:00"),
        ("es", "entre las 10 y las 11", "10:00-11:00"),
        ("es", "a las 16.30 h", "16:30"),
        ("es", "a las 12 del mediodía", "12:00"),
        ("es", "a la una", "13:00"),
        ("es", "2:30 p. m.", "14:30"),
        ("pt", "às 15 horas", "15:00"),
        ("pt", "às três e meia", "15:30"),
        ("pt", "das 10h às 11h", "10:00-11:00"),
        ("pt", "das 10 às 11", "10:00-11:00"),
        ("pt", "ao meio-dia", "12:00"),
        ("pt", "quinze para as três", "14:45"),
        ("pt", "10h30min", "10:30"),
        ("pt", "às 10 horas e 30 minutos", "10:30"),
        ("it", "alle ore 15,30", "15:30"),
        ("de", "um 15,30 Uhr", "15:30"),
        ("de", "um 15 Uhr, 45 Minuten", "15:00"),
        ("nl", "15u30", "15:30"),
        ("nl", "15 uur", "15:00"),
        ("nl", "9.30 uur", "09:30"),
        ("nl", "om half drie", "14:30"),
        ("nl", "om kwart over negen", "09:15"),
        ("nl", "tien over half drie", "14:40"),
        ("nl", "om tien voor drie", "14:50"),
        ("nl", "'s middags om drie", "15:00"),
        ("nl", "van 10 tot 11 uur", "10:00-11:00"),
        ("nl", "om een uur of negen", "09:00"),
        ("de", "so um neun rum", "09:00"),
        ("it", "alle 14.30", "14:30"),
        ("it", "ore 15", "15:00"),
        ("it", "alle tre del pomeriggio", "15:00"),
        ("it", "alle tre e mezza", "15:30"),
        ("it", "alle dieci meno un quarto", "09:45"),
        ("it", "a mezzogiorno", "12:00"),
        ("it", "dalle 10 alle 11", "10:00-11:00"),
        ("it", "h. 11.00", "11:00"),
        ("it", "alle 18 passa da noi", "18:00"),
        ("it", "alle 11 l'AD", "11:00"),
        ("es", "a las 10 pasa al viernes", "10:00"),
        ("pt", "pelas 15 recebo-o", "15:00"),
        ("es", "sobre las 8 de la tarde", "20:00"),
        ("es", "a las 9, por la tarde no estoy", "09:00"),
        ("en", "2026-06-09T14:30:00+02:00", "14:30"),
    ],
    ids=lambda value: value,
)
def test_a_time_is_read_in_its_language(lang: str, text: str, wanted: str) -> None:
    assert clocks_of(lang, text) == wanted


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Raum 3.14, 45 Minuten, 2 h"),
        ("de", "ein Budget von 10 bis 12 Prozent"),
        ("de", "Für 2 bis 3 Stunden"),
        ("de", "0711 / 12 34 56"),
        ("fr", "Durée : 1h30"),
        ("pt", "dura em torno de 1h"),
        ("de", "Zi. 3.07, 12,50 Euro"),
        ("fr", "pendant 2 heures"),
        ("fr", "sous 48h, dans 2h"),
        ("es", "una hora y media"),
        ("es", "de 10 a 12 personas"),
        ("pt", "uma hora e meia"),
        ("pt", "às 10 pessoas"),
        ("nl", "het duurt twee uur"),
        ("nl", "het duurt een uur of twee"),
        ("it", "un'ora e mezza"),
        ("it", "alle 9 persone"),
        ("it", "alle 3 nuove sedi"),
        ("es", "a las 12 candidatas elegidas"),
        ("es", "a las 15 mil"),
        ("pt", "às 2 primeiras fases"),
        ("en", "version 3.2, room 4.10"),
        ("en", "(GMT-05:00)"),
    ],
    ids=lambda value: value,
)
def test_lengths_figures_and_rooms_are_no_times(lang: str, text: str) -> None:
    assert clocks_of(lang, text) == ""


@pytest.mark.parametrize("lang", list(CUES.languages))
def test_a_long_line_of_hours_costs_linear_time(lang: str) -> None:
    begun = time.process_time()
    clocks_of(lang, "um halb drei 10 a 11 et 12h 1 e 2 to 3 " * 250)
    assert time.process_time() - begun < 2.0
