"""Zones by name, abbreviation, place, offset, Windows name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.reading.company.windows_zones import windows_zone
from bot.core.reading.company.zones import find_zones
from tests.unit.core.reading.company.words import CUES, ENGLISH


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("3pm ET", ("America/New_York",), id="ET"),
        pytest.param("at 10:00 AM Central.", ("America/Chicago",), id="Central after an hour"),
        pytest.param("2pm - 3pm Pacific Time - Los Angeles", ("America/Los_Angeles",), id="a name with time"),
        pytest.param("12:00 Dublin / lunch", ("Europe/Dublin",), id="a city after an hour"),
        pytest.param("15:00 German time", ("Europe/Berlin",), id="a country's time"),
        pytest.param("(times in AEDT)", ("Australia/Sydney",), id="said of all times"),
        pytest.param("2pm your time", ("",), id="the reader's own"),
        pytest.param("13:30 (Europe/London)", ("Europe/London",), id="an IANA name"),
    ],
)
def test_a_zone_is_found(text: str, keys: tuple[str, ...]) -> None:
    assert find_zones(text, ENGLISH)[0].keys == keys


@pytest.mark.parametrize(
    "text", ["our Boston office", "Pacific Crest Credit Union", "a central place", "it is in the UK", "Mountain View"]
)
def test_a_place_without_an_hour_is_no_zone(text: str) -> None:
    assert find_zones(text, ENGLISH) == ()


def test_an_offset_is_a_zone() -> None:
    assert find_zones("10:00 UTC+2", ENGLISH)[0].offset == timedelta(hours=2)
    assert find_zones("10:00 GMT-5:30", ENGLISH)[0].offset == -timedelta(hours=5, minutes=30)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("(UTC-08:00) Pacific Time (US & Canada)", "America/Los_Angeles"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
        ("Customized Time Zone", None),
    ],
)
def test_windows_names_and_display_names_are_known(name: str, key: str | None) -> None:
    assert windows_zone(name) == key


@pytest.mark.parametrize(
    ("lang", "text", "key"),
    [
        ("de", "14:00 MESZ", "Europe/Berlin"),
        ("de", "14 Uhr deutscher Zeit", "Europe/Berlin"),
        ("de", "15.00 Uhr Ortszeit", "sender"),
        ("de", "10 Uhr Ihrer Zeit", ""),
        ("fr", "15h (heure de Paris)", "Europe/Paris"),
        ("fr", "15h heure locale", "sender"),
        ("fr", "10h, heure du Québec", "America/Toronto"),
        ("es", "10:30 (hora peninsular)", "Europe/Madrid"),
        ("es", "10 a. m. hora de Colombia", "America/Bogota"),
        ("pt", "às 10h (horário de Brasília)", "America/Sao_Paulo"),
        ("pt", "15h, hora de Lisboa", "Europe/Lisbon"),
        ("nl", "9.30 uur Nederlandse tijd", "Europe/Amsterdam"),
        ("it", "ore 14:30 (ora italiana)", "Europe/Rome"),
        ("en", "15:00 W. Europe Standard Time", "Europe/Berlin"),
        ("de", "15:00 (Zürich)", "Europe/Zurich"),
        ("en", "10:00 Berlin time", "Europe/Berlin"),
    ],
    ids=lambda value: value or "the owner's",
)
def test_a_zone_is_found_in_its_language(lang: str, text: str, key: str) -> None:
    assert find_zones(text, CUES.languages[lang])[0].keys == (key,)


def test_an_offset_behind_an_instant_is_a_zone() -> None:
    assert find_zones("2026-06-09T14:30:00+02:00", ENGLISH)[0].offset == timedelta(hours=2)


def test_a_word_in_capitals_is_no_zone_where_all_is_in_capitals() -> None:
    assert find_zones("10H ET 11H", CUES.languages["fr"]) == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "im Hansekontor, Kehrwieder 8, 20457 Hamburg"),
        ("de", "1030 Wien"),
        ("fr", "12 rue de la Paix, 75008 Paris"),
        ("it", "Via Roma 12, Milano"),
        ("de", "um 10:00 Uhr, Berlin, Hauptstr. 3"),
        ("es", "calle Mayor 3, Madrid"),
    ],
    ids=lambda value: value,
)
def test_the_city_of_an_address_is_no_zone(lang: str, text: str) -> None:
    assert find_zones(text, CUES.languages[lang]) == ()


def test_a_zone_beside_the_head_of_a_column_is_one() -> None:
    assert find_zones("Uhrzeit (MEZ)", CUES.languages["de"])[0].keys == ("Europe/Berlin",)
