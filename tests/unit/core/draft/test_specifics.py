"""What the owner told, as a mail may say it."""

from __future__ import annotations

import pytest

from bot.core.draft.specifics import choose_addition, choose_topics
from bot.core.reading.debrief.types import Debrief
from tests.unit.core.draft.examples import wording

THREE = Debrief(topics=("the SQL exercise", "late data", "hiring plans"))


@pytest.mark.parametrize(
    ("told", "place", "readers", "said"),
    [
        pytest.param(None, 0, 1, "", id="nothing told"),
        pytest.param(Debrief(), 0, 1, "", id="nothing told of it"),
        pytest.param(Debrief(topics=("late data",)), 0, 1, "late data", id="one"),
        pytest.param(THREE, 0, 1, "the SQL exercise and late data", id="two of three"),
        pytest.param(THREE, 1, 3, "late data and hiring plans", id="the second reader's begin with the second"),
        pytest.param(Debrief(topics=("a", "b")), 1, 2, "b", id="too few to share: one each"),
        pytest.param(Debrief(topics=("their simulator",)), 0, 2, "your simulator", id="theirs is yours"),
        pytest.param(Debrief(topics=("her sabbatical",)), 0, 1, "your sabbatical", id="hers is yours"),
        pytest.param(Debrief(topics=("her sabbatical",)), 0, 2, "", id="whose, nobody can tell"),
        pytest.param(Debrief(topics=("how they release",)), 0, 1, "how you release", id="what they do is what you do"),
        pytest.param(Debrief(topics=("whether he likes it",)), 0, 1, "", id="a clause about somebody"),
        pytest.param(Debrief(topics=(" ".join(["word"] * 11),)), 0, 1, "", id="an account of its own"),
        pytest.param(
            Debrief(topics=("the second round",), withheld=("the second round",)), 0, 1, "", id="not to be mentioned"
        ),
        pytest.param(Debrief(topics=("die Teeküche",), lang="de"), 0, 1, "", id="in another language"),
    ],
)
def test_a_mail_is_specific_e3_e20(told: Debrief | None, place: int, readers: int, said: str) -> None:
    assert choose_topics(told, wording(), place=place, readers=readers) == said


@pytest.mark.parametrize(
    ("told", "place", "said"),
    [
        pytest.param(None, 0, "", id="nothing told"),
        pytest.param(Debrief(clarifications=("that I speak Polish.",)), 0, "I speak Polish", id="a clause"),
        pytest.param(Debrief(clarifications=("my Kafka certificate",)), 0, "my Kafka certificate", id="a thing"),
        pytest.param(Debrief(clarifications=("that I speak Polish",)), 1, "", id="the first reader alone"),
    ],
)
def test_what_was_not_said_is_added_once_e23(told: Debrief | None, place: int, said: str) -> None:
    assert choose_addition(told, wording(), place=place) == said
