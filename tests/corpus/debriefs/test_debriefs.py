"""The owners' accounts, given and own: what is expected is found, and nothing is invented."""

from __future__ import annotations

from functools import cache

import pytest

from tests.corpus.debriefs.score import DebriefScore, is_alike, load_rows, score_rows

FACTS = ("decision_by", "no_contact", "skip_thank_you")
"""What a mail, or none, follows from."""


def test_of_the_given_accounts_everything_is_found_and_nothing_invented() -> None:
    score = score_rows(load_rows("given"))
    assert score.errors == []


@pytest.mark.parametrize(
    ("name", "least"), [*((fact, 0.9) for fact in FACTS), ("happened", 0.9), ("contact_wish", 0.9), ("topics", 0.8)]
)
def test_of_the_own_accounts_as_much_is_found_as_before(name: str, least: float) -> None:
    assert own_score().share(name) >= least, own_score().errors


@pytest.mark.parametrize("name", FACTS)
def test_no_date_wish_or_order_is_invented(name: str) -> None:
    assert own_score().counts[f"{name}_invented"] <= 1, own_score().errors


@cache
def own_score() -> DebriefScore:
    return score_rows(load_rows("own"))


@pytest.mark.parametrize(
    ("name", "least"), [("decision_by", 0.75), ("no_contact", 0.9), ("skip_thank_you", 0.9), ("topics", 0.65)]
)
def test_of_fresh_accounts_as_much_is_found_as_before(name: str, least: float) -> None:
    score = fresh_score()
    assert score.share(name) >= least, score.errors


@cache
def fresh_score() -> DebriefScore:
    return score_rows(load_rows("fresh"))


def test_two_wordings_of_one_matter_are_alike() -> None:
    assert is_alike("the SQL exercise", "SQL exercise")
    assert not is_alike("the SQL exercise", "your plans")
