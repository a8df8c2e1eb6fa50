"""Which clock an hour is told by: names that several places share, places beside a difference, hours of other people's clocks."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.reading.company.zones import find_zones
from tests.unit.core.reading.company.clock_letters import ClockLetter
from tests.unit.core.reading.company.test_two_clocks import read_start
from tests.unit.core.reading.company.words import CUES

BERLIN, LONDON, NEW_YORK = "Europe/Berlin", "Europe/London", "America/New_York"


def read(language: str, tz: str, offset: str, body: str) -> str | None:
    letter = ClockLetter(language=language, tz=tz, offset=offset, signed="Kestrel", body=body, start=None)
    start = read_start(letter)
    return start.isoformat() if start else None


@pytest.mark.parametrize(
    ("tz", "offset", "hour", "start"),
    [
        pytest.param(
            LONDON, "+0100", "10:00 GMT", "10:00+01:00", id="GMT in a British summer is the clock on the wall"
        ),
        pytest.param("Africa/Accra", "+0000", "10:00 GMT", "10:00+00:00", id="GMT in Ghana"),
        pytest.param("Africa/Lagos", "+0000", "10:00 GMT", None, id="GMT to somebody who has none: British or true"),
        pytest.param(BERLIN, "+0000", "15:00 GMT, 17:00 German time", "15:00+00:00", id="true GMT, told again"),
        pytest.param(LONDON, "+0530", "15:00 IST", "15:00+05:30", id="IST of a sender in India"),
        pytest.param("Europe/Dublin", "+0100", "15:00 IST", "15:00+01:00", id="IST in Ireland"),
        pytest.param("Europe/Dublin", "+0530", "15:00 IST", None, id="IST from India to Ireland"),
        pytest.param(NEW_YORK, "+0530", "7:30 pm IST / 10 am EST", "19:30+05:30", id="EST in summer beside IST"),
        pytest.param("Asia/Shanghai", "-0500", "8:00 CST, 21:00 Beijing time", "21:00+08:00", id="CST, told again"),
        pytest.param("America/Chicago", "+0000", "8:00 CST", "08:00-05:00", id="CST in Chicago in summer"),
        pytest.param("Asia/Manila", "-0700", "9:00 PST", None, id="PST from California to Manila"),
        pytest.param("America/Phoenix", "+0000", "9:00 MST", "09:00-07:00", id="Phoenix keeps MST"),
        pytest.param("America/Denver", "+0000", "9:00 MST", "09:00-06:00", id="Denver does not"),
    ],
)
def test_a_name_that_several_zones_share(tz: str, offset: str, hour: str, start: str | None) -> None:
    told = read("en", tz, offset, f"Your interview is on Thursday 11 June at {hour}.")
    wanted = datetime.fromisoformat(f"2026-06-11T{start}") if start else None
    assert (datetime.fromisoformat(told) if told else None) == wanted


@pytest.mark.parametrize(
    ("language", "tz", "offset", "body", "start"),
    [
        (
            "de",
            "Europe/Istanbul",
            "+0200",
            "Ihr Gespräch ist am Donnerstag, 11. Juni, 13 Uhr MESZ (bei Ihnen eine Stunde später).",
            "13:00+02:00",
        ),
        (
            "fr",
            "Europe/Helsinki",
            "+0200",
            "Votre entretien est fixé au jeudi 11 juin à 13h (CEST), chez vous une heure plus tard.",
            "13:00+02:00",
        ),
        (
            "en",
            BERLIN,
            "+0100",
            "Your interview is on Thursday 11 June at 1pm BST, an hour later in Berlin.",
            "13:00+01:00",
        ),
        (
            "nl",
            "Europe/Helsinki",
            "+0200",
            "Je sollicitatiegesprek is op donderdag 11 juni om 13.00 uur Nederlandse tijd, bij jou een uurtje later.",
            "13:00+02:00",
        ),
        (
            "es",
            "Europe/Madrid",
            "+0200",
            "La entrevista será el jueves 11 de junio a las 12:00, una hora menos en Canarias.",
            "12:00+02:00",
        ),
        (
            "en",
            NEW_YORK,
            "-0400",
            "Your interview with our Berlin office is on Thursday 11 June at 10am your time, 4pm theirs.",
            "10:00-04:00",
        ),
        (
            "it",
            "Europe/Rome",
            "+0200",
            "Il colloquio è giovedì 11 giugno alle 16 per lei, le 10 per loro.",
            "16:00+02:00",
        ),
        (
            "pt",
            "America/Manaus",
            "-0300",
            "Marcamos pelo horário de Brasília, quinta, 11/06: 9h pra ela, 8h pra você. Até lá na entrevista!",
            "08:00-04:00",
        ),
        (
            "en",
            NEW_YORK,
            "-0700",
            "You are confirmed to interview w/ Matt on Thu 6/11 @ 11a PT / 2p ET.",
            "14:00-04:00",
        ),
        (
            "en",
            "America/Chicago",
            "-0600",
            "Your phone interview is at 3 on Thursday, June 11 (that's Mountain, we're in Boise).",
            "15:00-06:00",
        ),
        (
            "de",
            BERLIN,
            "+0200",
            "Ihr Gespräch ist am 11. Juni um 17 Uhr. In Westaustralien ist es dann 23 Uhr.",
            "17:00+02:00",
        ),
        (
            "nl",
            "Europe/Lisbon",
            "+0200",
            "Je sollicitatiegesprek is do 11 juni om half vier (half drie in Portugal).",
            "14:30+01:00",
        ),
        ("de", BERLIN, "+0200", "Ihr Vorstellungsgespräch ist am Do 11.6., 15 Uhr dt. Zeit / 8 am CT.", "15:00+02:00"),
        (
            "en",
            NEW_YORK,
            "+0200",
            "Your interview is on Thursday, 11 June at 16:00 CEST. Note that Germany changed to summer time the day before.",
            "10:00-04:00",
        ),
        (
            "en",
            LONDON,
            "+0200",
            "Your interview is on Thursday 11 June at 11h00 Paris time; connect at 9h55 UK time to test the sound.",
            None,
        ),
        (
            "en",
            "America/Chicago",
            "+0000",
            "Your interview is on Thursday 11 June at 14:00 (until 15:00 ET).",
            "14:00-04:00",
        ),
        (
            "en",
            "America/Los_Angeles",
            "-0500",
            "Confirmed! Interview Thu 6/11 1-1:45 ET, 10-10:45 PT. Panel: Lou, Dee, Kris.",
            "10:00-07:00",
        ),
        (
            "en",
            "Asia/Hong_Kong",
            "+0100",
            "Your interview is on Thursday 11 June at 09:30 (British Summer Time), which is 16:30 in Hong Kong.",
            "09:30+01:00",
        ),
        (
            "en",
            LONDON,
            "+0200",
            "Your interview is on Thursday 11 June, 10 o'clock. We are in Berlin so for you it's 9 o'clock.",
            "09:00+01:00",
        ),
    ],
)
def test_whose_clock_it_is(language: str, tz: str, offset: str, body: str, start: str | None) -> None:
    told = read(language, tz, offset, body)
    wanted = datetime.fromisoformat(f"2026-06-11T{start}") if start else None
    assert (datetime.fromisoformat(told) if told else None) == wanted


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("de", "09:00 (UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Amsterdam"),
        ("fr", "14:00 (UTC-05:00) Est (É.-U. et Canada)", "America/New_York"),
        ("es", "14:00 (UTC-05:00) Hora del este (EE. UU. y Canadá)", "America/New_York"),
        ("pt", "14:00 (UTC+00:00) Dublin, Edimburgo, Lisboa, Londres", "Europe/Dublin"),
        ("en", "at 3 on Tuesday (that's Mountain, we're in Boise)", "America/Denver"),
        ("fr", "à 13 h HE", "America/Toronto"),
        ("en", "Start: 2026-09-16T14:30:00Z", "UTC"),
        ("en", "9am WA time", "Australia/Perth"),
        ("nl", "om half drie in Portugal", "Europe/Lisbon"),
        ("en", "half ten London", "Europe/London"),
        ("it", "alle tre e mezza di Lisbona", "Europe/Lisbon"),
        ("en", "at 12; we are an hour behind Paris time", "sender"),
        ("de", "um 12 Uhr, eine Stunde vor Londoner Zeit", "sender"),
    ],
)
def test_a_place_tells_the_zone(language: str, text: str, key: str) -> None:
    assert [zone.keys for zone in find_zones(text, CUES.languages[language])] == [(key,)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Wednesday 16 September, 14:00 (Vienna room)"),
        ("de", "um 14:00 (Berlin-Zimmer)"),
        ("en", "at 3 on Tuesday (Mountain View, 2nd floor)"),
        ("en", "14:00, flat 4a Boston Road"),
    ],
)
def test_a_place_that_tells_no_zone(language: str, text: str) -> None:
    assert find_zones(text, CUES.languages[language]) == ()


def test_an_offset_before_another_place_stays_an_offset() -> None:
    assert find_zones("14:00 (GMT+02:00) Paris", CUES.languages["en"])[0].offset is not None
