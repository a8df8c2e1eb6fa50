"""Commands about a case as a whole."""

from __future__ import annotations

from dataclasses import replace

from bot.core.followup.types import FollowUpState, StopReason
from bot.core.interview.types import InterviewStatus
from bot.core.reading.types import Action, OwnerReading
from bot.pipeline.pause import paused_until
from tests.unit.pipeline.world import DAY, MINUTE, NOW, World


def test_stop_closes_the_case_and_cancels_what_has_not_left(world: World) -> None:
    world.add_interview()
    letter = world.show()
    world.tell(Action.APPROVE, letter)
    world.tell(Action.STOP, letter)
    world.wait(10 * MINUTE)
    assert world.at_jane == []
    assert (world.follow_up().state, world.follow_up().stop_reason) == (
        FollowUpState.CANCELLED,
        StopReason.OWNER_STOPPED,
    )


def test_resume_takes_it_up_again_and_asks_for_a_new_yes(world: World) -> None:
    world.add_interview()
    letter = world.show()
    world.tell(Action.APPROVE, letter)
    world.tell(Action.STOP, letter)
    world.tell(OwnerReading(action=Action.RESUME, argument="acme"), None)
    assert world.follow_up().state is FollowUpState.PLANNED
    world.wait(10 * MINUTE)
    assert world.at_jane == []
    world.tell(Action.APPROVE, letter)
    assert world.follow_up().state is FollowUpState.PLANNED, "the old letter is void"
    world.tell(Action.APPROVE, world.show())
    world.wait(10 * MINUTE)
    assert len(world.at_jane) == 1


def test_the_owners_stop_after_a_reopened_rejection_is_his_own_reason(world: World) -> None:
    stored = world.add_interview()
    with world.work() as work:
        work.save_interview(replace(stored, status=InterviewStatus.CLOSED, closed_for="rejection"))
    world.tell(OwnerReading(action=Action.RESUME, argument="Acme"), None)
    world.tell(OwnerReading(action=Action.STOP, argument="Acme"), None)
    assert world.follow_up().stop_reason is StopReason.OWNER_STOPPED


def test_a_company_that_is_not_known_is_asked_about(world: World) -> None:
    world.add_interview()
    done = world.tell(OwnerReading(action=Action.STOP, argument="Globex"), None)
    assert done.ask_back is not None
    assert not done.changed


def test_a_pause_ends_by_resume_at_once(world: World) -> None:
    world.tell(OwnerReading(action=Action.PAUSE, at=NOW + DAY), None)
    with world.work() as work:
        assert paused_until(work, world.now) == NOW + DAY
    world.tell(Action.RESUME, None)
    with world.work() as work:
        assert paused_until(work, world.now) is None
