from __future__ import annotations

import pytest

from bot.core.draft.strengths import choose, example_sentence, fact_sentence, restate, strength_phrase
from bot.core.draft.types import Qualification
from tests.unit.core.draft.examples import wording


@pytest.mark.parametrize(
    ("text", "phrase", "sentence"),
    [
        ("six years of Python", "six years of Python", ""),
        ("Ten years of Python.", "ten years of Python", ""),
        ("10 years in payments", "10 years in payments", ""),
        ("experience with Kafka", "experience with Kafka", ""),
        ("a habit of writing things down", "a habit of writing things down", ""),
        ("Python and SQL", "my experience with Python and SQL", ""),
        ("distributed systems", "my experience with distributed systems", ""),
        ("Project management", "my experience with project management", ""),
        ("building data pipelines", "my experience in building data pipelines", ""),
        ("able to calm a room", "the ability to calm a room", ""),
        ("Led a team of four", "", "In earlier work, I led a team of four."),
        (
            "led the move of a payment platform to event sourcing",
            "",
            "In earlier work, I led the move of a payment platform to event sourcing.",
        ),
        ("Reduced churn by a third.", "", "In earlier work, I reduced churn by a third."),
        ("rewired two plants", "", "In earlier work, I rewired two plants."),
        ("Fluent in German", "", "I am fluent in German."),
        ("I have run a kitchen of nine", "", "I have run a kitchen of nine."),
        ("My thesis was on coastal erosion.", "", "My thesis was on coastal erosion."),
    ],
)
def test_each_form_of_a_qualification_finds_its_place(text, phrase, sentence):
    assert strength_phrase(text) == phrase
    assert fact_sentence(text) == sentence


def test_an_accomplishment_without_a_verb_becomes_an_example():
    assert (
        example_sentence("the migration of 200 services", wording())
        == "As an example of my work, I would point to the migration of 200 services."
    )


def test_two_qualifications_stand_together_only_where_that_reads_well():
    assert restate(("ten years of Python", "a calm manner"), wording()) == ("ten years of Python and a calm manner", "")
    assert restate(("Python and SQL", "a calm manner"), wording()) == (
        "my experience with Python and SQL",
        "I would also bring a calm manner.",
    )
    assert restate(("led a team", "fluent in German"), wording())[1] == (
        "In earlier work, I led a team, and I would be glad to build on that in this position. I am also fluent in German."
    )
    assert restate(("Fluent in German.",), wording()) == (
        "",
        "I am fluent in German, and I would gladly put that to use in this position.",
    )
    assert restate(("My thesis was on erosion",), wording()) == ("", "My thesis was on erosion.")
    assert restate((), wording()) == ("", "")


POOL = (
    Qualification(text="general care"),
    Qualification(text="SQL work", keywords=("sql", "data")),
    Qualification(text="cooking", keywords=("chef",)),
    Qualification(text="long pipelines", keywords=("Data Pipeline",)),
)


@pytest.mark.parametrize(
    ("role", "words", "place", "count", "expected"),
    [
        pytest.param(
            "Data Analyst",
            (),
            0,
            2,
            ("SQL work", "general care"),
            id="a keyword of the role first, then what always fits",
        ),
        pytest.param(
            "Chef",
            ("our data pipelines",),
            0,
            3,
            ("cooking", "SQL work", "long pipelines"),
            id="the role before their other words",
        ),
        pytest.param("Database Chief", (), 0, 2, ("general care",), id="whole words only"),
        pytest.param("Data Analyst", (), 1, 1, ("general care",), id="the next interviewer gets another one"),
        pytest.param("Data Analyst", (), 2, 1, ("SQL work",), id="in turn"),
    ],
)
def test_the_choice(role, words, place, count, expected):
    assert choose(POOL, role, words, place=place, count=count) == expected


def test_without_a_match_nothing_is_claimed_but_an_unknown_role_takes_the_first():
    assert choose(POOL[1:], "Harbour Master", (), place=0, count=2) == ()
    assert choose(POOL[1:], "", (), place=0, count=2) == ("SQL work",)
    assert choose((), "", (), place=3, count=2) == ()
