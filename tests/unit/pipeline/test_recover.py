"""The power fails at every step between the yes and the end; after the next start at most one mail has left, and its end is stated."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.core.delivery.types import OutboxState
from bot.core.followup.types import FollowUpState
from bot.core.reading.types import Action, LetterKind
from tests.unit.pipeline.world import DAY, MINUTE, Act, CuttingStore, PowerCut, World

SETTLED = {
    (OutboxState.SENT, FollowUpState.SENT),
    (OutboxState.UNKNOWN, FollowUpState.UNKNOWN),
}


def approve(world: World) -> None:
    world.add_interview()
    world.tell(Action.APPROVE, world.show())
    world.deliver()
    world.now += 10 * MINUTE


def count_steps(make_world: Callable[..., World], act: Act) -> int:
    """Return how many transactions one delivery takes."""
    world = make_world()
    approve(world)
    store = CuttingStore(world.database, at=0, before_commit=False)
    world.deliverer = world.new_deliverer(store)
    world.server.script = [act]
    world.deliver()
    return store.seen


@pytest.mark.parametrize("act", [Act.ACCEPT, Act.DEFER, Act.LOSE_TAKEN], ids=lambda act: act.value)
@pytest.mark.parametrize("before_commit", [True, False], ids=["before the commit", "after the commit"])
def test_whichever_step_the_power_fails_at(make_world: Callable[..., World], act: Act, before_commit: bool) -> None:
    steps = count_steps(make_world, act)
    assert steps >= 5
    for at in range(1, steps + 1):
        world = make_world()
        approve(world)
        world.deliverer = world.new_deliverer(CuttingStore(world.database, at=at, before_commit=before_commit))
        world.server.script = [act]
        with pytest.raises(PowerCut):
            world.deliver()
        world.restart()
        world.wait(MINUTE)
        world.wait(MINUTE)
        end = (world.outbox().state, world.follow_up().state)
        assert end in SETTLED, f"step {at}"
        assert len(world.at_jane) <= 1, f"step {at}"
        if end == (OutboxState.SENT, FollowUpState.SENT):
            assert len(world.at_jane) == 1, f"step {at}"
            assert [letter.subject.partition(":")[0] for letter in world.letters(LetterKind.RECEIPT)] == [
                "Approved",
                "Sent",
            ]
        else:
            assert [letter.topic for letter in world.letters(LetterKind.QUESTION)] == ["unknown_send"], f"step {at}"


@pytest.mark.parametrize("act", [Act.CUT, Act.CUT_DATA, Act.CUT_TAKEN], ids=lambda act: act.value)
def test_the_power_fails_while_the_server_is_spoken_to(world: World, act: Act) -> None:
    approve(world)
    world.server.script = [act]
    with pytest.raises(PowerCut):
        world.deliver()
    world.restart()
    world.wait(MINUTE)
    connecting = act is Act.CUT
    assert len(world.at_jane) == (0 if act is Act.CUT_DATA else 1)
    assert world.outbox().state is (OutboxState.SENT if connecting else OutboxState.UNKNOWN)


def test_after_a_crash_the_same_bytes_leave(world: World) -> None:
    approve(world)
    world.server.script = [Act.CUT]
    with pytest.raises(PowerCut):
        world.deliver()
    before = world.outbox()
    world.restart()
    world.wait(MINUTE)
    assert before.raw is not None
    assert world.outbox().raw == before.raw
    assert world.at_jane[0].message_id == before.message_id


def test_a_reply_after_the_crash_still_stops_it(world: World) -> None:
    approve(world)
    world.server.script = [Act.CUT]
    with pytest.raises(PowerCut):
        world.deliver()
    world.restart()
    world.tell(Action.UNDO, world.letters(LetterKind.APPROVAL)[-1])
    for _ in range(3):
        world.wait(MINUTE)
    assert world.at_jane == []
    assert world.outbox().state is OutboxState.HELD


def test_a_second_start_changes_nothing(world: World) -> None:
    approve(world)
    world.server.script = [Act.CUT_TAKEN]
    with pytest.raises(PowerCut):
        world.deliver()
    world.restart()
    once = world.outbox()
    world.restart()
    assert world.outbox() == once


def test_letters_are_never_lost_by_a_crash(make_world: Callable[..., World]) -> None:
    """To the owner himself a letter may come twice, but it comes."""
    for act in (Act.CUT, Act.CUT_DATA):
        world = make_world()
        world.add_interview()
        world.show()
        world.server.letter_script = [act]
        with pytest.raises(PowerCut):
            world.deliver()
        world.restart()
        for _ in range(20):
            world.wait(MINUTE)
        assert len(world.server.to("maya@home.example")) == 1


def test_nothing_is_recovered_where_nothing_was_interrupted(world: World) -> None:
    approve(world)
    before = world.outbox()
    world.restart()
    assert world.outbox() == before
    world.wait(MINUTE)
    sent = world.outbox()
    world.restart()
    world.wait(DAY)
    assert world.outbox() == sent
    assert len(world.at_jane) == 1
