"""What owners say to a draft, in their own words: nothing leaves that they did not order, and most is understood."""

from __future__ import annotations

import tomllib

import pytest

from bot.core.reading.owner.cues import CommandCues, parse_command_cues
from tests.corpus.replies.said import count_said, is_harm, load_said, read_said
from tests.corpus.replies.test_replies import CUES


@pytest.fixture(scope="module")
def cues() -> CommandCues:
    return parse_command_cues({path.stem: tomllib.loads(path.read_text("utf-8")) for path in CUES.glob("*.toml")})


def test_nothing_is_sent_that_was_not_ordered(cues: CommandCues) -> None:
    rows = [*load_said("said"), *load_said("held")]
    assert [row["id"] for row in rows if is_harm(row, read_said(row, cues))] == []


def test_as_much_is_understood_as_before(cues: CommandCues) -> None:
    """What is not is asked about: most of it holds facts that no command has ("she leaves tomorrow");
    in Spanish and French that is more than half."""
    counts = count_said(load_said("said"), cues)
    assert counts["right"] / counts["all"] >= 0.6
    assert counts["right"] + counts["asked"] >= counts["all"] - 4
