"""Clients of agencies, houses behind booking services, and roles beside a talk; every expectation written from the language."""

from __future__ import annotations

import pytest

from tests.unit.core.reading.company.paper import company_of, role_of

AGENT = ("Ida Frey", "ida.frey@amseltalent.example")

CLIENTS = [
    ("en", "Good news: Halden Dairy have just confirmed Thursday at 10. Call me afterwards.", "Halden Dairy"),
    ("en", "You are all set with Copper Fjord Aerospace on Monday at 3pm.", "Copper Fjord Aerospace"),
    ("en", "The client is Wrenholt Cold Stores, they want to see you on Monday at 9.", "Wrenholt Cold Stores"),
    ("de", "unser Kunde, die Molkerei Grünau in Celle, möchte Sie am Montag um 9 Uhr kennenlernen.", "Molkerei Grünau"),
    ("de", "die Seehotels Lindau suchen eine Hausdame und erwarten Sie am Montag um 9 Uhr.", "Seehotels Lindau"),
    ("fr", "notre client, la Conserverie Bréhal à Nantes, souhaite vous rencontrer lundi à 9 h.", "Conserverie Bréhal"),
    ("es", "Conservas Almadraba quiere conocerte el lunes a las 9.", "Conservas Almadraba"),
    ("pt", "o nosso cliente, a Cerâmica Ribeira em Aveiro, quer conhecê-la na segunda às 9h.", "Cerâmica Ribeira"),
    (
        "nl",
        "onze opdrachtgever, Bakkerij Zonneveld in Gouda, wil u graag ontmoeten op maandag om 9 uur.",
        "Bakkerij Zonneveld",
    ),
    ("it", "il nostro cliente, Vetrerie Murata a Treviso, vuole conoscerla lunedì alle 9.", "Vetrerie Murata"),
]


@pytest.mark.parametrize(("lang", "text", "company"), CLIENTS, ids=[f"{c[0]}: {c[2]}" for c in CLIENTS])
def test_the_company_is_the_house_an_agency_speaks_of(lang: str, text: str, company: str) -> None:
    assert company_of(lang, text, sender=AGENT).name == company


BOOKED = [
    ("en", "Your intro with Ann Field (Fernhill) is confirmed.\nMonday, 10:00", "Fernhill"),
    ("de", "Ihr Kennenlernen mit Anna Feld (Nordlicht) ist bestätigt.\nMontag, 10:00 Uhr", "Nordlicht"),
    ("fr", "Votre entretien avec Anne Duval (Lumen) est confirmé.\nLundi, 10 h", "Lumen"),
]


@pytest.mark.parametrize(("lang", "text", "company"), BOOKED, ids=[f"{c[0]}: {c[2]}" for c in BOOKED])
def test_a_booking_service_is_not_the_company(lang: str, text: str, company: str) -> None:
    assert company_of(lang, text, sender=("Slotty", "no-reply@slotty.example")).name == company


FULL = [
    (
        "de",
        ("Lea Thal", "l.thal@hochkar.example"),
        "Wir erwarten Sie bei Hochkar.\n\nLea Thal\nSeilbahnen Hochkar",
        "Seilbahnen Hochkar",
    ),
    (
        "en",
        ("Lea Thal", "lea@marrow.example"),
        "Come to Marrow on Monday.\n\nLea Thal\nMarrow Resources",
        "Marrow Resources",
    ),
    (
        "es",
        ("Personal", "personal@ayto-valdepino.example"),
        "Le esperamos en el Ayuntamiento de Valdepino.",
        "Ayuntamiento de Valdepino",
    ),
]


@pytest.mark.parametrize(("lang", "sender", "text", "company"), FULL, ids=[f"{c[0]}: {c[3]}" for c in FULL])
def test_a_line_of_its_own_tells_the_full_name(lang: str, sender: tuple[str, str], text: str, company: str) -> None:
    assert company_of(lang, text, sender=sender).name == company


ROLES = [
    ("en", "Your second round for Process Safety Engineer will be on Monday at 9.", "Process Safety Engineer"),
    ("en", "Happy to say more in the Fleet Manager discussion on Monday.", "Fleet Manager"),
    ("en", "Which position are you applying for? - Data Steward", "Data Steward"),
    ("de", "Wir sprechen am Montag in Ruhe über die Werkstattleitung.", "Werkstattleitung"),
    ("de", "Über die Besetzung der Schichtleitung entscheiden wir im Mai.", "Schichtleitung"),
    ("de", "Es geht ja um die Teamleitung Versand.", "Teamleitung Versand"),
    ("it", "vorremmo conoscerla come addetta paghe.", "addetta paghe"),
]


@pytest.mark.parametrize(("lang", "text", "role"), ROLES, ids=[f"{c[0]}: {c[2]}" for c in ROLES])
def test_the_role_stands_beside_the_talk(lang: str, text: str, role: str) -> None:
    assert role_of(lang, text) == role


SUBJECTS = [
    ("en", "Harrow Law - paralegal", "paralegal"),
    ("en", "Interview Nora Quist, avalanche forecaster", "avalanche forecaster"),
    ("es", "Re: Búsqueda correctora", "correctora"),
]


@pytest.mark.parametrize(("lang", "subject", "role"), SUBJECTS, ids=[f"{c[0]}: {c[1]}" for c in SUBJECTS])
def test_the_role_stands_in_the_subject(lang: str, subject: str, role: str) -> None:
    assert role_of(lang, "-", subject=subject) == role


PEOPLE = [
    ("en", "You will have a meeting with Professor Ann Field on Monday at 9."),
    ("en", "Many thanks for the visit of our Head of Product Ann Field."),
    ("en", "Thursday is for the parent-teacher conference."),
]


@pytest.mark.parametrize(("lang", "text"), PEOPLE, ids=[text for _, text in PEOPLE])
def test_a_title_of_somebody_else_is_no_role(lang: str, text: str) -> None:
    assert role_of(lang, text) is None
