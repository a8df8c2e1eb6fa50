"""A draft waits, and its time runs out."""

from __future__ import annotations

from dataclasses import replace

from bot.core.followup.types import FollowUpState
from bot.core.message.received import MailboxRole
from bot.core.reading.types import Action, LetterKind, OwnerReading, QuestionTopic
from bot.pipeline.nudge import nudge_each_due
from tests.unit.pipeline.mails import a_reply
from tests.unit.pipeline.world import BOB, DAY, HOUR, INTERVIEW, JANE, World

SENT = MailboxRole.SENT


def waiting(world: World) -> None:
    """Show the thank-yous of a panel three hours after the talk; nobody answers."""
    world.add_interview(replace(INTERVIEW, interviewers=(JANE, BOB)))
    world.show()


def ring(world: World) -> None:
    nudge_each_due(world.database, world.setup, world.now)


def test_one_reminder_comes_before_the_target_with_every_mail_in_it_e1(world: World) -> None:
    waiting(world)
    for _ in range(30):
        world.now += HOUR
        ring(world)
    (reminder,) = world.letters(LetterKind.REMINDER)
    assert [item.number for item in reminder.items] == [1, 2]
    assert "I remind you once" in " ".join(reminder.text.split())
    world.receive(a_reply(world.letter_mail(reminder), "1 approve, 2 skip"), SENT)
    assert world.follow_up(person="Jane Roe").state is FollowUpState.APPROVED
    assert world.follow_up(person="Bob Ray").state is FollowUpState.SKIPPED


def test_past_the_deadline_a_belated_wording_is_offered_once_and_leaves_only_on_a_yes_e1(world: World) -> None:
    world.add_interview()
    first = world.show()
    world.now += 2 * DAY
    ring(world)
    ring(world)
    (question,) = [one for one in world.letters(LetterKind.QUESTION) if one.topic is QuestionTopic.LATE]
    assert question.items[0].revision == 2
    assert any(word in question.text for word in ("belated", "late but sincere"))
    world.wait(DAY)
    assert world.at_jane == []
    world.receive(a_reply(world.letter_mail(first), "approve", number=1), SENT)
    assert world.follow_up().state is FollowUpState.WAITING, "the wording in time is void"
    world.receive(a_reply(world.letter_mail(question), "approve", number=2), SENT)
    world.wait(DAY)
    assert len(world.at_jane) == 1


def test_a_text_of_the_owners_own_is_not_reworded(world: World) -> None:
    world.add_interview()
    letter = world.show()
    world.tell(OwnerReading(action=Action.EDIT, new_body="Dear Jane,\n\nthank you, that was fun.\n\nMaya"), letter)
    world.now += 2 * DAY
    ring(world)
    (question,) = [one for one in world.letters(LetterKind.QUESTION) if one.topic is QuestionTopic.LATE]
    assert "that was fun" in question.text


def test_what_was_answered_gets_no_reminder(world: World) -> None:
    world.add_interview()
    letter = world.show()
    world.tell(Action.SKIP, letter)
    world.now += 20 * HOUR
    ring(world)
    assert world.letters(LetterKind.REMINDER) == []
