"""Circuit breakers against loops and responders."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.approval.storm import is_storm, may_ask_again
from bot.core.approval.types import PastReply
from bot.core.reading.types import Action

NOW = datetime(2027, 5, 13, 12, 0, tzinfo=UTC)


def replies(count: int, *, apart: timedelta) -> list[PastReply]:
    return [PastReply(at=NOW - apart * number, action=Action.STATUS) for number in range(count)]


@pytest.mark.parametrize(
    ("count", "apart", "storm"),
    [
        pytest.param(29, 1, False, id="a busy half hour"),
        pytest.param(30, 1, True, id="one a minute for half an hour"),
        pytest.param(200, 3, False, id="many over a day"),
    ],
)
def test_a_storm_is_more_than_a_person_writes_within_an_hour(count: int, apart: int, storm: bool) -> None:
    assert is_storm(replies(count, apart=timedelta(minutes=apart)), NOW) is storm


@pytest.mark.parametrize(
    ("latest", "again"),
    [
        pytest.param("u", True, id="the first"),
        pytest.param("uuuu", True, id="the fourth"),
        pytest.param("uuuuu", False, id="the fifth in a row"),
        pytest.param("uuuusuuuu", True, id="one between them was understood"),
        pytest.param("uuuuus", False, id="one before them was understood"),
    ],
)
def test_questions_end_when_nobody_answers_them(latest: str, again: bool) -> None:
    """The letters are replies, newest first: u was not understood, s was."""
    actions = {"u": Action.UNCLEAR, "s": Action.SKIP}
    assert may_ask_again([PastReply(at=NOW, action=actions[letter]) for letter in latest]) is again
