from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.draft.phrases import (
    company_phrase,
    date_phrase,
    day_phrase,
    join_names,
    plain_name,
    role_phrase,
    talk_phrase,
)
from bot.core.reading.types import Medium
from tests.unit.core.draft.examples import wording


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("", "the position"),
        ("Data Analyst", "the Data Analyst role"),
        ("Product Designer (Growth)", "the Product Designer (Growth) role"),
        ("Quality Engineer, Coatings", "the role of Quality Engineer, Coatings"),
        ("Lectureship in Geomorphology", "the Lectureship in Geomorphology"),
        ("summer internship", "the summer internship"),
        ("The Night Desk", "The Night Desk"),
    ],
)
def test_the_role_in_a_sentence(role, expected):
    assert role_phrase(role, wording()) == expected


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        ("", ""),
        ("Brightwater", "Brightwater"),
        ("University of Penarth", "the University of Penarth"),
        ("Alder Foundation", "the Alder Foundation"),
        ("The Alder Foundation", "The Alder Foundation"),
        ("Foundation", "Foundation"),
    ],
)
def test_the_company_in_a_sentence(company, expected):
    assert company_phrase(company, wording()) == expected


HELD = datetime(2026, 3, 12, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "zone", "expected"),
    [
        pytest.param(timedelta(hours=5), "Europe/London", "on Thursday", id="the same day"),
        pytest.param(timedelta(days=6), "Europe/London", "on Thursday", id="within six days"),
        pytest.param(timedelta(days=7), "Europe/London", "on 12 March", id="a week later, by date"),
        pytest.param(timedelta(days=7), "America/New_York", "on March 11", id="in their zone and their order"),
        pytest.param(timedelta(hours=5), "America/New_York", "on Wednesday", id="the weekday of their zone"),
        pytest.param(timedelta(days=-1), "Europe/London", "on 12 March", id="before it took place"),
        pytest.param(timedelta(days=7), "Nowhere/At all", "on 12 March", id="an unknown zone counts as UTC"),
    ],
)
def test_the_day(after, zone, expected):
    assert day_phrase(HELD, HELD + after, zone, wording()) == expected
    assert day_phrase(None, HELD, zone, wording()) == ""


def test_small_things():
    assert date_phrase(date(2026, 5, 1), "Europe/Berlin", wording()) == "1 May"
    assert join_names((), wording()) == ""
    assert join_names(("A", "B", "C"), wording()) == "A, B and C"
    assert plain_name("O'NEILL, Siobhán") == "Siobhán O'Neill"
    assert [talk_phrase(medium, wording()) for medium in (None, *Medium)] == [
        "conversation",
        "video call",
        "call",
        "meeting",
    ]
