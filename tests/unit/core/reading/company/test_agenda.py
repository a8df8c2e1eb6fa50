"""Whom the rows of an agenda name, in several languages and layouts; and what in them is nobody's name."""

from __future__ import annotations

import pytest

from tests.unit.core.reading.company.test_talkers import named

_HEAD = {
    "en": "Here is the plan for the day:",
    "de": "Hier ist der Ablauf:",
    "fr": "Voici le programme :",
    "es": "Este es el programa:",
}


@pytest.mark.parametrize(
    ("language", "rows", "people"),
    [
        pytest.param(
            "en",
            ["1) Tue 9 June, 13:00 – 13:45 BST | Coding | Aiko Tanabe", "2) Tue 9 June, 14:00 – 14:45 | Design | Ravi Menon & Grace Liu"],
            ("Aiko Tanabe", "Ravi Menon", "Grace Liu"),
            id="numbered rows that open with the day",
        ),
        pytest.param(
            "en",
            ["10:15 - 11:00 Technical deep dive (Saoirse Byrne, Patrick Oduya)", "11:00 - 11:15 Coffee break"],
            ("Saoirse Byrne", "Patrick Oduya"),
            id="the people of a row stand in brackets",
        ),
        pytest.param(
            "en",
            ["09:30 Opening, Declan Hurley (Plant Room)", "11:15 Values: Maeve"],
            ("Declan Hurley", "Maeve"),
            id="a bracket behind a name is a room, a given name alone in its cell is somebody",
        ),
        pytest.param(
            "en",
            ["• 1:00-1:45pm – Robin x Samir (Product sense)", "• 1:45-2:30pm – Robin x Kelechi & Anna (Execution)"],
            ("Samir", "Kelechi", "Anna"),
            id="across from the owner stands whom the owner meets",
        ),
        pytest.param(
            "en",
            ["9:30 AM Meeting with Dean Sylvia Contreras", "12:00 PM Lunch", "2:00 PM Wrap-up with Provost Alan Deng"],
            ("Sylvia Contreras", "Alan Deng"),
            id="a title that is a given name as well",
        ),
        pytest.param(
            "en",
            ["10:00 Welcome", "10:15 Site tour", "11:00 Exercise"],
            (),
            id="rows without anybody",
        ),
        pytest.param(
            "de",
            ["Di 9. Juni, 10:00 – 10:45 | Fachgespräch | Petra Lang", "Di 9. Juni, 11:00 – 11:45 | Fallstudie | Jan Weber"],
            ("Petra Lang", "Jan Weber"),
            id="German rows that open with the day",
        ),
        pytest.param(
            "fr",
            ["10:00 - 10:45 Entretien technique (Claire Morel, Hugo Petit)", "11:00 - 11:30 Pause"],
            ("Claire Morel", "Hugo Petit"),
            id="French rows with people in brackets",
        ),
        pytest.param(
            "es",
            ["10:00 - 10:45 Entrevista técnica (Marta Ruiz, Pablo Gil)", "11:00 - 11:30 Café"],
            ("Marta Ruiz", "Pablo Gil"),
            id="Spanish rows with people in brackets",
        ),
    ],
)  # fmt: skip
def test_the_rows_of_an_agenda_name_people(language: str, rows: list[str], people: tuple[str, ...]) -> None:
    assert named(language, "\n".join([_HEAD[language], *rows])) == people
