"""Moments as the owner writes them after "time:" or on the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.config_files import ConfigFiles
from bot.core.reading.owner.cues import parse_command_cues
from bot.core.reading.owner.value import read_when

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = datetime(2026, 11, 21, 19, 50, tzinfo=UTC)
CUES = parse_command_cues(ConfigFiles(None).tables("cues/commands"))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        pytest.param("today 15:30", datetime(2026, 11, 21, 15, 30, tzinfo=BERLIN), id="today, though it is over"),
        pytest.param("Thu 19 November 14:00", datetime(2026, 11, 19, 14, 0, tzinfo=BERLIN), id="two days ago"),
        pytest.param("tomorrow 9am", datetime(2026, 11, 22, 9, 0, tzinfo=BERLIN), id="still to come"),
        pytest.param("never", None, id="no moment"),
    ],
)
def test_a_moment_as_written_in_the_evening(text: str, moment: datetime | None) -> None:
    assert read_when(text, now=EVENING, zone=BERLIN, cues=CUES) == moment
