"""Responders and mail loops: however long one goes on, only a few letters come of it, and nothing leaves."""

from __future__ import annotations

import pytest

from bot.core.approval.types import LetterRecord
from bot.core.followup.types import FollowUpState
from bot.core.message.received import MailboxRole
from bot.core.reading.types import LetterKind
from tests.unit.pipeline.mails import a_command, a_reply
from tests.unit.pipeline.world import DAY, HOUR, MINUTE, World

SENT, INBOX = MailboxRole.SENT, MailboxRole.INBOX
AWAY = "I am hiking until Monday. For anything urgent ask my flatmate Ines."


def answered_by_a_machine(
    world: World, words: str, *, role: MailboxRole = SENT, rounds: int = 40
) -> list[LetterRecord]:
    """Let something without any mark of a machine answer every letter as it comes; return the letters written meanwhile."""
    before, done = len(world.letters()), 0
    for number in range(rounds):
        new = world.letters()[done:]
        done += len(new)
        for letter in new:
            world.receive(a_reply(world.letter_mail(letter), words, number=100 * number + letter.id), role)
        world.wait(6 * MINUTE)
        world.understand()
    return world.letters()[before:]


@pytest.mark.parametrize("words", [AWAY, "?", "Dear Sir, Madam,\n\nyour message will be answered next week.\n\nMaya"])
def test_a_responder_that_hides_what_it_is_gets_a_few_questions_and_then_silence(world: World, words: str) -> None:
    world.add_interview()
    world.show()
    written = answered_by_a_machine(world, words)
    assert len(written) <= 6
    assert "I stop asking" in written[-1].subject
    assert world.server.offered == 0


def test_one_reply_that_is_understood_ends_the_silence(world: World) -> None:
    world.add_interview()
    letter = world.show()
    answered_by_a_machine(world, AWAY)
    world.receive(a_command("bot pending", number=1), SENT)
    count = len(world.letters(LetterKind.QUESTION))
    world.receive(a_reply(world.letter_mail(letter), "what about her title?", number=2), SENT)
    assert len(world.letters(LetterKind.QUESTION)) == count + 1


def test_silence_does_not_hold_back_a_yes(world: World) -> None:
    world.add_interview()
    letter = world.show()
    answered_by_a_machine(world, AWAY, rounds=10)
    world.receive(a_reply(world.letter_mail(letter), "approve", number=2), SENT)
    assert world.follow_up().state is FollowUpState.APPROVED


def test_a_letter_that_comes_back_without_its_marks_makes_no_loop(world: World) -> None:
    """A rule that sends all mail on to oneself: nobody vouches for it, and each notice about that comes back as well."""
    world.add_interview()
    world.show()
    written = answered_by_a_machine(world, "", role=INBOX)
    assert len(written) <= 2
    assert world.server.offered == 0


def test_a_colleagues_responder_that_answers_every_letter_is_told_of_once_a_day(world: World) -> None:
    world.add_interview()
    world.show()
    done = 0
    for number in range(40):
        new = world.letters()[done:]
        done += len(new)
        for letter in new:
            mail = a_reply(world.letter_mail(letter), AWAY, number=100 * number + letter.id, sender="ines@home.example")
            world.receive(mail, INBOX)
        world.wait(10 * MINUTE)
    assert len(world.letters(LetterKind.NOTICE)) <= 2


def test_more_replies_than_a_person_writes_are_no_commands_and_hold_what_was_approved(world: World) -> None:
    world.add_interview()
    letter = world.show()
    world.receive(a_reply(world.letter_mail(letter), "send tomorrow 4pm"), SENT)
    for number in range(40):
        world.receive(a_command("bot status", number=number), SENT)
    assert len(world.letters(LetterKind.ANSWER)) == 28
    world.receive(a_reply(world.letter_mail(letter), "send now", number=2), SENT)
    assert world.follow_up().state is FollowUpState.HELD
    world.now += 2 * HOUR
    world.receive(a_command("bot status", number=99), SENT)
    assert len(world.letters(LetterKind.ANSWER)) == 29, "an hour later all is well again"
    world.wait(DAY)
    assert world.server.offered == 0
