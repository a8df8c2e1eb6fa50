"""The owners' accounts, given and own: what is expected is found, and nothing is invented."""

from __future__ import annotations

import pytest

from tests.corpus.debriefs.score import is_alike, load_rows, score_rows


@pytest.mark.parametrize(("name", "least", "least_of_facts"), [pytest.param("given", 0.97, 0.97, id="given")])
def test_what_is_expected_is_found_and_nothing_is_invented(name: str, least: float, least_of_facts: float) -> None:
    score = score_rows(load_rows(name))
    fields = {key[:-3] for key in score.counts if key.endswith("_of")}
    facts = {"decision_by", "no_contact", "contact_wish"}
    assert not {key: score.share(key) for key in fields - facts if score.share(key) < least}, score.errors
    assert not {key: score.share(key) for key in fields & facts if score.share(key) < least_of_facts}, score.errors
    assert score.counts["topics_invented"] <= 0.05 * score.counts["topics_of"], score.errors


def test_two_wordings_of_one_matter_are_alike() -> None:
    assert is_alike("the SQL exercise", "SQL exercise")
    assert not is_alike("the SQL exercise", "your plans")
