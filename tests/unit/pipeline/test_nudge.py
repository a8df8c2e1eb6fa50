"""A draft waits, and its time runs out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

from bot.core.followup.types import FollowUpState
from bot.core.message.received import MailboxRole
from bot.core.reading.types import Action, LetterKind, OwnerReading, Person, QuestionTopic
from bot.pipeline.ask import expire_drafts
from bot.pipeline.nudge import nudge_each_due
from tests.unit.pipeline.mails import a_reply
from tests.unit.pipeline.world import BOB, DAY, HOUR, INTERVIEW, JANE, World

SENT = MailboxRole.SENT
EVE = Person(name="Eve Lau", email="eve@birch.example")


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


def two_companies(world: World, *, apart: timedelta = HOUR) -> None:
    """Show the thank-yous of two talks that ended so long *apart*; nobody answers."""
    world.add_interview()
    world.show()
    world.now += apart
    later = {"start": INTERVIEW.start + apart, "end": INTERVIEW.end + apart}  # type: ignore[operator]
    head = replace(INTERVIEW.head, message_id="b1@birch.example") if INTERVIEW.head else None
    world.add_interview(replace(INTERVIEW, company="Birch", interviewers=(EVE,), head=head, **later))  # type: ignore[arg-type]
    world.show()


def test_mails_of_several_companies_stand_in_one_reminder_and_are_answered_by_number(world: World) -> None:
    two_companies(world)
    for _ in range(60):
        world.now += HOUR / 2
        ring(world)
    (reminder,) = world.letters(LetterKind.REMINDER)
    assert reminder.subject == "To approve: 2 mails, Acme and Birch"
    assert "Interview: Acme" in reminder.text
    assert "Interview: Birch" in reminder.text
    world.receive(a_reply(world.letter_mail(reminder), "1 skip, 2 approve"), SENT)
    assert world.follow_up(person="Jane Roe").state is FollowUpState.SKIPPED
    assert world.follow_up(person="Eve Lau").state is FollowUpState.APPROVED


def test_what_is_late_more_than_a_day_after_a_reminder_that_named_it_is_reminded_of_again(world: World) -> None:
    two_companies(world, apart=12 * HOUR)
    world.tell(OwnerReading(action=Action.SNOOZE, at=world.now + 70 * HOUR), world.letters(LetterKind.APPROVAL)[0])
    for _ in range(40):
        world.now += HOUR
        ring(world)
    (reminder,) = world.letters(LetterKind.REMINDER)
    assert reminder.subject == "To approve: thank-you to Eve Lau, Birch", "what was put off stands in no reminder"


def test_a_plain_yes_to_a_reminder_of_two_companies_asks_which_and_shows_both(world: World) -> None:
    two_companies(world)
    for _ in range(30):
        world.now += HOUR
        ring(world)
    (reminder,) = world.letters(LetterKind.REMINDER)
    world.receive(a_reply(world.letter_mail(reminder), "yes"), SENT)
    world.wait(DAY)
    assert world.server.offered == 0
    question = next(one for one in world.letters(LetterKind.QUESTION) if one.topic is QuestionTopic.UNCLEAR_REPLY)
    assert [item.number for item in question.items] == [1, 2]
    world.receive(a_reply(world.letter_mail(question), "2 approve", number=2), SENT)
    assert world.follow_up(person="Eve Lau").state is FollowUpState.APPROVED
    assert world.follow_up(person="Jane Roe").state is FollowUpState.WAITING


def test_doubt_about_a_reminder_holds_what_was_approved_of_every_company_in_it(world: World) -> None:
    two_companies(world)
    for _ in range(30):
        world.now += HOUR
        ring(world)
    (reminder,) = world.letters(LetterKind.REMINDER)
    world.receive(a_reply(world.letter_mail(reminder), "1 approve, 2 approve"), SENT)
    world.receive(a_reply(world.letter_mail(reminder), "hm, not so sure about that", number=2), SENT)
    world.wait(DAY)
    assert world.server.offered == 0
    held = {
        one.follow_up_id for letter in world.letters(LetterKind.QUESTION) for item in letter.items for one in [item]
    }
    assert len(held) == 2


def test_one_broken_draft_takes_no_reminder_from_the_others(world: World) -> None:
    two_companies(world)
    with closing(sqlite3.connect(world.path)) as damaged:
        damaged.execute("UPDATE revision SET \"to\" = '[{}]' WHERE follow_up_id = ?", (world.follow_up().id,))
        damaged.commit()
    for _ in range(30):
        world.now += HOUR
        ring(world)
    (reminder,) = world.letters(LetterKind.REMINDER)
    assert reminder.subject == "To approve: thank-you to Eve Lau, Birch"


def test_what_runs_out_together_is_told_in_one_letter(world: World) -> None:
    waiting(world)
    world.now += 8 * DAY
    with world.work() as work:
        assert expire_drafts(work, world.setup, world.now) == 2
    (notice,) = [letter for letter in world.letters(LetterKind.NOTICE) if "Expired" in letter.subject]
    assert notice.subject.startswith("Expired: 2 mails")
    assert "thank-you to Jane Roe, Acme" in notice.text
    assert "thank-you to Bob Ray, Acme" in notice.text
    with world.work() as work:
        assert expire_drafts(work, world.setup, world.now + DAY) == 0
