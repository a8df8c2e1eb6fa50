"""After an attempt: the lost mail is looked for, asked about, and sent again by the owner alone; the copy in Sent is one."""

from __future__ import annotations

import pytest

from bot.core.approval.decide import Refusal
from bot.core.approval.types import LetterRecord
from bot.core.delivery.types import OutboxState
from bot.core.followup.types import FollowUpState
from bot.core.message.received import MailboxRole
from bot.core.reading.types import Action, LetterKind
from tests.unit.pipeline.world import DAY, MINUTE, Act, World


def lose(world: World, act: Act = Act.LOSE_TAKEN) -> None:
    world.add_interview()
    world.tell(Action.APPROVE, world.show())
    world.server.script = [act]
    world.now += 10 * MINUTE
    world.deliver()
    assert world.outbox().state is OutboxState.UNKNOWN


def questions(world: World) -> list[LetterRecord]:
    return world.letters(LetterKind.QUESTION)


def file_copy(world: World) -> None:
    """The server files the copy that it took."""
    raw = world.outbox().raw
    assert raw is not None
    world.sent.raws.append(raw)


# Of unknown fate.


def test_the_owner_is_asked_once_when_the_second_look_found_nothing(world: World) -> None:
    lose(world)
    assert questions(world) == []
    for _ in range(30):
        world.wait(MINUTE)
    (question,) = questions(world)
    assert question.topic == "unknown_send"
    assert [item.follow_up_id for item in question.items] == [world.follow_up().id]


def test_a_copy_found_in_sent_ends_the_doubt(world: World) -> None:
    lose(world)
    file_copy(world)
    world.wait(MINUTE)
    assert (world.outbox().state, world.follow_up().state) == (OutboxState.SENT, FollowUpState.SENT)
    assert questions(world) == []
    assert world.letters(LetterKind.RECEIPT)[-1].subject.startswith("Sent")


def test_a_copy_found_after_the_owner_was_asked_ends_the_doubt_and_the_answer_does_nothing(world: World) -> None:
    lose(world)
    world.wait(MINUTE)
    world.wait(MINUTE)
    (question,) = questions(world)
    file_copy(world)
    world.wait(5 * MINUTE)
    assert world.outbox().state is OutboxState.SENT
    world.tell(Action.RESEND, question)
    world.wait(MINUTE)
    assert world.server.offered == 1


def test_the_search_ends_after_a_quarter_of_an_hour(world: World) -> None:
    lose(world)
    for _ in range(20):
        world.wait(MINUTE)
    file_copy(world)
    world.wait(DAY)
    assert world.outbox().state is OutboxState.UNKNOWN


def test_a_copy_that_is_seen_in_a_watched_mailbox_ends_the_doubt_at_any_time(world: World) -> None:
    lose(world)
    world.wait(DAY)
    world.receive(world.outbox().raw or b"", MailboxRole.SENT)
    assert (world.outbox().state, world.follow_up().state) == (OutboxState.SENT, FollowUpState.SENT)


def test_while_sent_cannot_be_reached_nothing_is_concluded(world: World) -> None:
    lose(world)
    world.sent.down = True
    for _ in range(20):
        world.wait(MINUTE)
    assert world.outbox().state is OutboxState.UNKNOWN
    assert len(questions(world)) == 1


def test_resend_sends_the_same_mail_under_the_same_id(world: World) -> None:
    lose(world)
    world.wait(MINUTE)
    world.wait(MINUTE)
    world.tell(Action.RESEND, questions(world)[0])
    world.wait(MINUTE)
    first, second = world.at_jane
    assert first == second
    assert first.message_id == second.message_id
    assert (world.outbox().state, world.follow_up().state) == (OutboxState.SENT, FollowUpState.SENT)


def test_one_order_to_send_again_sends_once_more_and_never_twice(world: World) -> None:
    lose(world)
    world.wait(MINUTE)
    world.wait(MINUTE)
    (question,) = questions(world)
    world.server.script = [Act.LOSE_TAKEN]
    world.tell(Action.RESEND, question)
    world.wait(MINUTE)
    assert world.outbox().state is OutboxState.UNKNOWN
    world.tell(Action.RESEND, question)
    world.wait(MINUTE)
    assert world.server.offered == 2, "the order is spent; the next one needs the next question"
    world.tell(Action.RESEND, questions(world)[-1])
    world.wait(MINUTE)
    assert world.server.offered == 3


def test_what_may_have_left_never_leaves_as_another_mail_by_way_of_an_undone_resend(world: World) -> None:
    lose(world)
    world.wait(MINUTE)
    world.wait(MINUTE)
    world.tell(Action.RESEND, questions(world)[0])
    world.tell(Action.UNDO, questions(world)[0])
    assert world.outbox().state is OutboxState.HELD
    done = world.tell(Action.APPROVE, world.letters(LetterKind.APPROVAL)[-1])
    assert [why for _, why in done.refused] == [Refusal.UNKNOWN_FATE]
    world.wait(DAY)
    assert len(world.at_jane) == 1


@pytest.mark.parametrize("action", [Action.APPROVE, Action.SEND_NOW, Action.UNDO, Action.SNOOZE])
def test_no_other_word_sends_it_again(world: World, action: Action) -> None:
    lose(world)
    world.wait(MINUTE)
    world.wait(MINUTE)
    world.tell(action, questions(world)[0])
    world.wait(DAY)
    assert (world.server.offered, world.outbox().state) == (1, OutboxState.UNKNOWN)


def test_skip_leaves_it_at_that(world: World) -> None:
    lose(world)
    world.wait(MINUTE)
    world.wait(MINUTE)
    world.tell(Action.SKIP, questions(world)[0])
    world.wait(DAY)
    assert (world.outbox().state, world.follow_up().state) == (OutboxState.CANCELLED, FollowUpState.SKIPPED)
    assert world.server.offered == 1


def test_an_order_to_send_again_past_the_deadline_is_obeyed(world: World) -> None:
    lose(world, Act.LOSE)
    for _ in range(5):
        world.wait(MINUTE)
    world.now += 3 * DAY
    world.tell(Action.RESEND, questions(world)[0])
    world.wait(MINUTE)
    assert len(world.at_jane) == 1


# The copy in Sent.


def send(world: World) -> None:
    world.add_interview()
    world.tell(Action.APPROVE, world.show())
    world.now += 10 * MINUTE
    world.deliver()
    assert world.outbox().state is OutboxState.SENT


def copies(world: World) -> int:
    return world.sent.raws.count(world.outbox().raw or b"")


def test_where_the_server_files_no_copy_one_is_put_there(world: World) -> None:
    send(world)
    assert copies(world) == 0, "the server gets a moment to do so itself"
    for _ in range(5):
        world.wait(MINUTE)
    assert copies(world) == 1


def test_where_the_server_files_a_copy_there_is_no_second(world: World) -> None:
    send(world)
    file_copy(world)
    for _ in range(5):
        world.wait(MINUTE)
    assert copies(world) == 1


def test_a_copy_that_was_seen_in_sent_is_not_looked_for_again(world: World) -> None:
    send(world)
    world.receive(world.outbox().raw or b"", MailboxRole.SENT)
    world.sent.down = True
    for _ in range(5):
        world.wait(MINUTE)
    assert world.events().count("copy_in_sent") == 0
    assert copies(world) == 0


def test_a_copy_that_cannot_be_filed_now_is_filed_later_and_the_mail_stays_sent(world: World) -> None:
    send(world)
    world.sent.down = True
    for _ in range(30):
        world.wait(MINUTE)
        assert world.outbox().state is OutboxState.SENT
    world.sent.down = False
    for _ in range(15):
        world.wait(MINUTE)
    assert copies(world) == 1


def test_an_answer_lost_after_the_copy_was_filed_makes_no_second(world: World) -> None:
    send(world)
    world.sent.append_breaks_after = True
    world.wait(MINUTE)
    world.sent.append_breaks_after = False
    for _ in range(30):
        world.wait(MINUTE)
    assert copies(world) == 1


def test_the_copy_that_was_filed_is_never_read_as_the_owners_word(world: World) -> None:
    send(world)
    before = len(world.letters())
    world.receive(world.outbox().raw or b"", MailboxRole.SENT)
    world.receive(world.outbox().raw or b"", MailboxRole.INBOX)
    assert len(world.letters()) == before


def test_letters_get_no_copy_in_sent(world: World) -> None:
    world.add_interview()
    world.show()
    world.wait(MINUTE)
    for _ in range(5):
        world.wait(MINUTE)
    assert world.sent.raws == []


# Letters.


def test_a_letter_of_unknown_fate_is_sent_again_when_it_was_not_found(world: World) -> None:
    world.server.letter_script = [Act.LOSE]
    world.add_interview()
    world.show()
    for _ in range(20):
        world.wait(MINUTE)
    assert len(world.server.to("maya@home.example")) == 1


def test_a_letter_of_unknown_fate_that_arrived_is_not_sent_again(world: World) -> None:
    world.server.letter_script = [Act.LOSE_TAKEN]
    world.add_interview()
    world.show()
    world.deliver()
    world.receive(world.server.taken[-1][1], MailboxRole.INBOX)
    for _ in range(20):
        world.wait(MINUTE)
    assert len(world.server.to("maya@home.example")) == 1


def test_a_letter_that_left_leaves_no_token_behind(world: World) -> None:
    world.add_interview()
    letter = world.show()
    world.deliver()
    (mail,) = world.server.to("maya@home.example")
    token = (mail.message_id or "").partition("@")[0]
    assert len(token) == 26
    assert token not in letter.text
    assert token not in letter.html_text
    dump = "\n".join(world.dump())
    assert token not in dump.replace(mail.message_id or "", "")
