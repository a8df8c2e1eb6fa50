"""People's names in text, and whose an address is."""

from __future__ import annotations

import pytest

from bot.core.message.types import Address
from bot.core.reading.company.listed_people import split_people
from bot.core.reading.company.name_addresses import address_of, fits_address
from bot.core.reading.company.people import find_people
from bot.core.reading.company.spelling import spells
from tests.unit.core.reading.company.words import ENGLISH


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("with Dr. Mona Feld (Director)", ["Mona Feld"]),
        ("Capt. Lowena Tregear and Mr Piers Hockin", ["Lowena Tregear", "Piers Hockin"]),
        ("Mr S. Patel, Senior Planner", ["S. Patel"]),
        ("with Anand (60 min, video)", ["Anand"]),
        ("you'll have me and dr. sung", ["Sung"]),
        ("Professor Hae-won Seo on Monday in June", ["Hae-won Seo"]),
        ("Join Zoom Meeting with the Hiring Team", []),
        ("Maria de la Cruz", ["Maria de la Cruz"]),
    ],
)
def test_names_are_found(text: str, names: list[str]) -> None:
    assert [person.name for person in find_people(text, ENGLISH)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anjali Bhatt, Keith Lonergan", ["Anjali Bhatt", "Keith Lonergan"]),
        ("Mr. Harish Subramanian, AVP and Ms. Tulika Rao, HRBP", ["Harish Subramanian", "Tulika Rao"]),
        ("Greg Hahn, VP Sales; Lori Webb, Sales Ops Manager", ["Greg Hahn", "Lori Webb"]),
        ("Jörg Haberland (CFO)", ["Jörg Haberland"]),
    ],
)
def test_a_list_of_people_is_split(text: str, names: list[str]) -> None:
    assert [person.name for person in split_people(text, ENGLISH)] == names


@pytest.mark.parametrize(
    ("name", "email", "fits"),
    [
        ("Anjali Bhatt", "a.bhatt@corp.example", True),
        ("Anjali Bhatt", "anjali.bhatt@corp.example", True),
        ("Frank DeSoto", "fdesoto@corp.example", True),
        ("Anjali Bhatt", "recruiting@corp.example", False),
        ("Anjali Bhatt", "k.lonergan@corp.example", False),
    ],
)
def test_an_address_is_somebodys(name: str, email: str, fits: bool) -> None:
    assert fits_address(name, email) is fits


def test_an_address_that_two_could_own_is_nobodys() -> None:
    known = [Address(email="a.bhatt@corp.example"), Address(email="anjali.bhatt@other.example")]
    assert address_of("Anjali Bhatt", known) is None


@pytest.mark.parametrize(
    ("phrase", "label", "does"),
    [
        ("Harbor Discovery Center", "harbordiscovery", True),
        ("Wattle & Stone Architects", "wattlestone", True),
        ("Fernhill Biotech", "fernhill-bio", True),
        ("University of Penarth", "penarth-university", True),
        ("Stone Ridge", "wattlestone", False),
    ],
)
def test_a_phrase_spells_a_domain(phrase: str, label: str, does: bool) -> None:
    assert spells(phrase.split(), label, ENGLISH) is does
