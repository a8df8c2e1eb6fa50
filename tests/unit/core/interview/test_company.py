"""When two names mean one company."""

from __future__ import annotations

import pytest

from bot.core.interview.company import Likeness, company_key, compare_companies


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        pytest.param("Acme", "ACME GmbH", Likeness.SAME, id="case and legal form make no difference"),
        pytest.param(
            "Müller & Söhne GmbH & Co. KG",
            "muller and sohne",
            Likeness.SAME,
            id="nor do accents, ampersand, long forms",
        ),
        pytest.param("Kōda S.A.", "Koda", Likeness.SAME, id="nor dots inside a legal form"),
        pytest.param("Blue Fern Labs", "BlueFern-Labs", Likeness.SAME, id="nor spaces and hyphens"),
        pytest.param("The Orchard Group", "Orchard", Likeness.SAME, id="nor an article and a generic ending"),
        pytest.param("Nordwind", "Nordwind Energie", Likeness.RELATED, id="a beginning is related only"),
        pytest.param("North", "Northstar", Likeness.DIFFERENT, id="half a word is no beginning"),
        pytest.param("Acme", "Beta", Likeness.DIFFERENT, id="other words are another company"),
        pytest.param("SAS", "SAP", Likeness.DIFFERENT, id="a name that looks like a legal form stays a name"),
        pytest.param(None, "Beta", Likeness.UNKNOWN, id="an unknown company is like none"),
        pytest.param("!!!", "!!!", Likeness.UNKNOWN, id="a name without letters is unknown"),
    ],
)
def test_names_are_compared_as_people_mean_them(one: str | None, other: str | None, likeness: Likeness) -> None:
    assert compare_companies(one, other) is likeness
    assert compare_companies(other, one) is likeness


def test_a_key_is_bounded() -> None:
    assert len(company_key("a " * 100_000)) <= 200
