"""When two wordings mean one role, or one person."""

from __future__ import annotations

import pytest

from bot.core.interview.roles import compatible_roles, same_person_name


@pytest.mark.parametrize(
    ("one", "other", "compatible"),
    [
        pytest.param(
            "Data Engineer", "Senior Data Engineer (m/f/d)", True, id="more words say more about the same role"
        ),
        pytest.param("Data Engineer", None, True, id="an unknown role fits any"),
        pytest.param("Data Engineer", "Product Manager", False, id="other words are another role"),
        pytest.param("Data Engineer", "Data Scientist", False, id="one common word is not enough"),
    ],
)
def test_roles(one: str, other: str | None, compatible: bool) -> None:
    assert compatible_roles(one, other) is compatible
    assert compatible_roles(other, one) is compatible


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Jane", "Jane Doe", True, id="a first name alone"),
        pytest.param("J. Doe", "Jane Doe", True, id="an initial"),
        pytest.param("DOE, Jane", "Jane Doe", True, id="in another order"),
        pytest.param("Zoë Müller", "Zoe Muller", True, id="without accents"),
        pytest.param("Jane Roe", "Jane Doe", False, id="another surname"),
        pytest.param("", "Jane Doe", False, id="nobody"),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert same_person_name(one, other) is same
