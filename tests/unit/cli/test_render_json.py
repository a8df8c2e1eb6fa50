"""What programs read: one value for each command, times with their offset."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.cli.render import print_list, print_pending, print_status, print_target
from bot.cli.session import Session
from bot.core.followup.types import FollowUpState
from bot.core.reading.types import Action
from tests.unit.pipeline.world import INTERVIEW, World

PRINT: dict[str, Callable[[Session], None]] = {
    "status": lambda session: print_status(session, as_json=True),
    "list": lambda session: print_list(session, as_json=True),
    "pending": lambda session: print_pending(session, as_json=True),
    "show": lambda session: print_target(session, "1", as_json=True),
    "show a mail": lambda session: print_target(session, "1.1", as_json=True),
}


def printed(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> Any:
    with world.work() as work:
        settings = cast("Any", SimpleNamespace(data_dir=tmp_path))
        PRINT[name](Session(settings=settings, setup=world.setup, work=work, now=world.now))
    return json.loads(capsys.readouterr().out)


def moments(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from moments(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from moments(inner, name)
    elif isinstance(value, str) and (name == "at" or name.endswith("_at") or name in ("start", "end", "since")):
        yield value


@pytest.mark.parametrize("name", PRINT)
def test_one_value_whose_times_have_an_offset(world, tmp_path, capsys, name: str) -> None:
    world.add_interview()
    world.show()
    found = printed(world, tmp_path, capsys, name)
    times = list(moments(found))
    assert times
    assert all(datetime.fromisoformat(moment).utcoffset() is not None for moment in times)


def test_what_waits_is_told_as_the_next_step(world, tmp_path, capsys) -> None:
    world.add_interview()
    world.show()
    (interview,) = printed(world, tmp_path, capsys, "status")["interviews"]
    assert interview["next"]["waits_for_you"] is True
    (mail,) = printed(world, tmp_path, capsys, "pending")
    assert interview["next"]["at"] == mail["send_at"]


def test_nothing_yet_is_a_value_too(world, tmp_path, capsys) -> None:
    assert printed(world, tmp_path, capsys, "list") == []
    assert printed(world, tmp_path, capsys, "pending") == []
    assert printed(world, tmp_path, capsys, "status")["answer_times"] is None


def test_a_day_without_an_hour_is_told_as_a_day(world, tmp_path, capsys) -> None:
    world.add_interview(replace(INTERVIEW, decision_by=date(2027, 5, 20)))
    world.tell(Action.SKIP, world.show())
    with world.work() as work:
        settings = cast("Any", SimpleNamespace(data_dir=tmp_path))
        for follow_up in work.load_follow_ups(states=(FollowUpState.PLANNED,)):
            work.save_follow_up(replace(follow_up, state=FollowUpState.SKIPPED), expected=follow_up.state)
        session = Session(settings=settings, setup=world.setup, work=work, now=world.now)
        print_target(session, "1", as_json=False)
    said = " ".join(capsys.readouterr().out.split())
    assert "their decision, Thu 20 May 2027" in said
    assert "23:59" not in said
