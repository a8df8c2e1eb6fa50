"""The weekly letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.core.letter.types import LetterRule
from bot.core.reading.types import LetterKind
from bot.pipeline.digest import write_digest_due
from tests.unit.pipeline.world import DAY, HOUR, World

MONDAY = datetime(2027, 5, 17, 6, 0, tzinfo=UTC)
"""At eight in Berlin."""


def test_the_week_is_told_once(world: World) -> None:
    world.add_interview()
    world.show()
    for hours in range(6):
        write_digest_due(world.database, world.setup, MONDAY + hours * HOUR)
    (letter,) = world.letters(LetterKind.DIGEST)
    assert "1 of my drafts waits for your yes" in letter.text
    assert "Interview with Acme" in letter.text
    write_digest_due(world.database, world.setup, MONDAY + 7 * DAY)
    assert len(world.letters(LetterKind.DIGEST)) == 2


def test_where_there_is_nothing_to_tell_or_it_is_not_wanted_nothing_is_written(world: World) -> None:
    write_digest_due(world.database, world.setup, MONDAY)
    world.add_interview()
    world.setup = replace(world.setup, letters=LetterRule(digest=False))
    write_digest_due(world.database, world.setup, MONDAY)
    assert world.letters(LetterKind.DIGEST) == []
