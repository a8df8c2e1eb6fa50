"""Drafts are shown once, again when they are to be, and given up when nobody answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.core.draft.types import Profile, Qualification
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState
from bot.core.reading.types import Action, LetterKind, OwnerReading
from bot.pipeline.ask import expire_drafts, show_due_drafts, show_each_due
from bot.pipeline.pause import pause
from tests.unit.pipeline.world import BOB, DAY, HOUR, INTERVIEW, JANE, MINUTE, NOW, World

OTHER = replace(INTERVIEW, company="Globex", head=None, interviewers=(replace(BOB, email="bob@globex.example"),))


def shown(world: World) -> int:
    """Show what is due; return how many approval letters there are now."""
    show_each_due(world.database, world.setup, world.now)
    return len(world.letters(LetterKind.APPROVAL))


def test_a_draft_is_shown_once(world: World) -> None:
    world.add_interview()
    assert [shown(world) for _ in range(3)] == [1, 1, 1]


def test_the_drafts_of_one_interview_come_in_one_letter_with_numbers(world: World) -> None:
    world.add_interview(replace(INTERVIEW, interviewers=(JANE, BOB)))
    world.add_interview(OTHER)
    assert shown(world) == 2
    assert [[item.number for item in letter.items] for letter in world.letters(LetterKind.APPROVAL)] == [[1, 2], [1]]


def test_nothing_is_shown_before_its_time(world: World) -> None:
    world.add_interview(replace(INTERVIEW, start=NOW, end=NOW + HOUR))
    world.now += HOUR
    assert shown(world) == 0
    world.now += 30 * MINUTE
    assert shown(world) == 1


def test_during_a_pause_nothing_is_shown_and_after_it_everything(world: World) -> None:
    world.add_interview()
    with world.work() as work:
        pause(work, NOW + HOUR)
    assert shown(world) == 0
    world.now += HOUR
    assert shown(world) == 1


def test_an_approval_letter_waits_for_the_owners_hours(world: World) -> None:
    world.now = NOW.replace(hour=1)  # 03:00 in Berlin
    world.add_interview(replace(INTERVIEW, start=world.now - 4 * HOUR, end=world.now - 3 * HOUR))
    assert shown(world) == 1
    world.deliver()
    assert world.server.taken == []
    world.wait(4 * HOUR + 30 * MINUTE)
    assert len(world.server.taken) == 1


def test_a_snoozed_draft_is_shown_again_in_time_as_it_was(world: World) -> None:
    world.add_interview()
    letter = world.show()
    world.tell(OwnerReading(action=Action.SNOOZE, at=NOW + DAY), letter)
    world.now += DAY - MINUTE
    assert shown(world) == 1
    world.now += MINUTE
    assert shown(world) == 2
    again = world.letters(LetterKind.APPROVAL)[-1]
    assert [(item.revision, item.digest) for item in again.items] == [
        (item.revision, item.digest) for item in letter.items
    ]


@pytest.mark.parametrize("state", [FollowUpState.WAITING, FollowUpState.HELD])
def test_a_draft_that_nobody_answers_is_given_up_and_said_once(world: World, state: FollowUpState) -> None:
    world.add_interview()
    letter = world.show()
    if state is FollowUpState.HELD:
        world.tell(Action.APPROVE, letter)
        world.tell(Action.UNDO, letter)
    assert world.follow_up().state is state
    for span in (6 * DAY, DAY, DAY):
        world.now += span
        with world.work() as work:
            expire_drafts(work, world.setup, world.now)
    assert world.follow_up().state is FollowUpState.EXPIRED
    assert [letter.subject.partition(":")[0] for letter in world.letters(LetterKind.NOTICE)] == ["Expired"]


def test_a_draft_is_not_given_up_while_its_last_letter_is_good(world: World) -> None:
    world.add_interview()
    letter = world.show()
    world.now += 6 * DAY
    world.tell(OwnerReading(action=Action.EDIT, new_body="Dear Jane, thank you."), letter)
    world.now += 2 * DAY
    with world.work() as work:
        assert expire_drafts(work, world.setup, world.now) == 0


def test_a_draft_that_breaks_is_told_once_and_stops_nobody(world: World) -> None:
    world.add_interview()
    world.tell(OwnerReading(action=Action.SNOOZE, at=NOW + HOUR), world.show())
    with world.database.transaction() as work:
        work._session.execute(text("""UPDATE revision SET "to" = '[{"name": "Jane"}]'"""))
    world.add_interview(OTHER)
    world.now += HOUR
    assert [shown(world) for _ in range(3)] == [2, 2, 2]
    assert len(world.letters(LetterKind.NOTICE)) == 1


def test_a_mail_that_is_late_says_so(make_world: Callable[..., World]) -> None:
    world = make_world()
    world.add_interview()
    world.now += 3 * DAY
    letter = world.show()
    assert "late" in letter.text


def test_showing_one_interview_leaves_the_others_for_later(world: World) -> None:
    first = world.add_interview()
    world.add_interview(OTHER)
    with world.work() as work:
        assert show_due_drafts(work, world.setup, world.now, interview_id=first.id) == 1
        assert show_due_drafts(work, world.setup, world.now) == 1


def test_a_second_question_asks_the_owner_for_something_new_e15(world: World) -> None:
    world.add_interview()
    first = world.follow_up(FollowUpKind.STATUS_CHECK)
    world.now = first.draft_at
    world.tell(Action.SEND_NOW, world.show())
    world.wait(DAY)
    second = next(one for one in follow_ups(world) if one.ordinal == 2)
    world.now = second.draft_at
    assert "something new" in " ".join(world.show().text.split())


def test_a_draft_in_another_language_than_theirs_says_so(world: World) -> None:
    world.add_interview(replace(INTERVIEW, lang="sv"))
    assert "a language in which I have no texts yet" in " ".join(world.show().text.split())


def test_a_profile_that_says_nothing_in_their_language_is_told(world: World) -> None:
    profile = Profile(qualifications=(Qualification(text="six years of building reports in SQL", keywords=("data",)),))
    world.setup = replace(world.setup, profile=profile)
    world.add_interview(replace(INTERVIEW, lang="de"))
    assert "Your profile says nothing in the language of this mail" in " ".join(world.show().text.split())


def follow_ups(world: World) -> list[FollowUp]:
    with world.work() as work:
        return work.load_follow_ups()
