"""The story from raw mail to raw mail: an invitation comes in, the owner answers letters, one mail goes out or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.approval.types import LetterRecord
from bot.core.delivery.types import OutboxState
from bot.core.followup.types import FollowUpKind, FollowUpState, StopReason
from bot.core.interview.types import InterviewStatus
from bot.core.message.received import MailboxRole
from bot.core.message.types import Message
from bot.core.reading.types import ContactWish, LetterKind
from bot.errors import UnparsableError
from tests.unit.pipeline.mails import a_command, a_reply, an_invitation
from tests.unit.pipeline.world import BOB, DAY, HOUR, INTERVIEW, JANE, MINUTE, NOW, World

INBOX, SENT = MailboxRole.INBOX, MailboxRole.SENT
PASS = "Authentication-Results: mx.home.example; dmarc=pass header.from=home.example"


def kinds(world: World) -> list[str]:
    return [letter.kind.value for letter in world.letters()]


def invited(world: World) -> tuple[LetterRecord, Message]:
    """Let an invitation arrive to a talk that was held three hours ago; return the approval letter that comes of it."""
    world.receive(an_invitation(NOW - 4 * HOUR))
    letter = world.show()
    return letter, world.letter_mail(letter)


def answered(world: World, words: str, role: MailboxRole = SENT) -> Message:
    _, mail = invited(world)
    world.receive(a_reply(mail, words), role)
    return mail


def quiet_days(world: World) -> None:
    """Let enough time pass for anything that is still to happen."""
    for span in (10 * MINUTE, HOUR, DAY):
        world.wait(span)
        world.understand()


# An invitation.


def test_an_invitation_is_noted_and_its_draft_shown(world: World) -> None:
    letter, _ = invited(world)
    assert kinds(world) == ["noted", "approval"]
    assert [item.number for item in letter.items] == [1]
    assert world.follow_up().state is FollowUpState.WAITING


def test_the_same_invitation_again_makes_no_second_letter(world: World) -> None:
    invited(world)
    world.receive(an_invitation(NOW - 4 * HOUR))
    assert kinds(world) == ["noted", "approval"]


def test_a_newsletter_makes_no_letter_and_leaves_nothing_behind(world: World) -> None:
    world.receive(
        "From: news@shop.example\nTo: maya@home.example\nList-Id: <news.shop.example>\nSubject: Secret word xyzzy\n\nxyzzy plugh\n"
    )
    assert kinds(world) == []
    assert not any("xyzzy" in row for row in world.dump())


def test_a_cancellation_before_the_draft_was_approved_voids_it(world: World) -> None:
    world.receive(an_invitation(NOW - 30 * MINUTE - HOUR))
    letter = world.show()
    mail = world.letter_mail(letter)
    world.receive(an_invitation(NOW - 30 * MINUTE - HOUR, sequence=1, cancelled=True))
    assert world.follow_up().state is FollowUpState.CANCELLED
    world.receive(a_reply(mail, "approve"), SENT)
    quiet_days(world)
    assert world.at_jane == []


def test_a_cancellation_after_the_yes_stops_the_mail(world: World) -> None:
    answered(world, "approve")
    assert world.outbox().state is OutboxState.QUEUED
    world.receive(an_invitation(NOW - 4 * HOUR, sequence=1, cancelled=True))
    quiet_days(world)
    assert (world.at_jane, world.outbox().state) == ([], OutboxState.CANCELLED)


def test_a_reschedule_after_the_yes_stops_the_mail_until_the_new_talk_was_held(world: World) -> None:
    answered(world, "approve")
    world.receive(an_invitation(NOW + DAY, sequence=1))
    assert world.follow_up().state is FollowUpState.PLANNED
    quiet_days(world)
    assert world.at_jane == []
    world.now = NOW + DAY + 2 * HOUR
    world.show()
    assert world.follow_up().state is FollowUpState.WAITING
    quiet_days(world)
    assert world.at_jane == []


def test_their_answer_before_the_status_check_cancels_it_and_says_so_e26(world: World) -> None:
    they_answer(world, "it was a pleasure to meet you. We will let you know soon.")
    with world.work() as work:
        states = {one.kind.value: one.state for one in work.load_follow_ups()}
    assert states == {"thank_you": FollowUpState.SENT, "status_check": FollowUpState.CANCELLED}
    assert kinds(world)[-1] == "notice"


def test_a_second_talk_with_the_same_person_puts_the_thanks_off_and_says_so_e13(world: World) -> None:
    world.add_interview(replace(INTERVIEW, company="Acme Robotics"))
    world.show()
    tomorrow = an_invitation(NOW + 20 * HOUR)
    world.receive(tomorrow)
    first = world.follow_up()
    assert (first.state, first.stop_reason) == (FollowUpState.CANCELLED, StopReason.THANKED_LATER)
    assert "one thank-you follows after that" in world.letters(LetterKind.NOTED)[-1].text
    world.receive(an_invitation(NOW + 20 * HOUR, sequence=1, cancelled=True))
    first = world.follow_up()
    assert first.state is FollowUpState.PLANNED


def test_that_they_ask_for_references_is_told(world: World) -> None:
    they_answer(world, "thank you for the good talk. Could you send us two references?")
    assert "They ask you for references." in world.letter_mail(world.letters()[-1]).text


def test_their_order_to_stop_writing_cancels_what_was_planned(world: World) -> None:
    they_answer(world, "please stop writing to us.")
    with world.work() as work:
        (interview,) = work.load_interviews()
        states = {one.kind.value: one.state for one in work.load_follow_ups()}
    assert interview.contact_wish is ContactWish.NO_CONTACT
    assert states == {"thank_you": FollowUpState.SENT, "status_check": FollowUpState.CANCELLED}


def they_answer(world: World, words: str) -> None:
    """Jane answers the thank-you a day after it left."""
    answered(world, "approve")
    world.wait(10 * MINUTE)
    (mail,) = world.at_jane
    world.now += DAY
    world.receive(
        f"From: Jane Roe <jane@acme.example>\nTo: maya@home.example\nSubject: Re: {mail.subject}\n"
        f"Message-ID: <b9@acme.example>\nIn-Reply-To: <{mail.message_id}>\nReferences: <{mail.message_id}>\n\n"
        f"Hi Maya,\n\n{words}\n\nJane\n"
    )


# The owner's yes.


def test_approve_in_sent_is_one_mail(world: World) -> None:
    answered(world, "approve")
    quiet_days(world)
    assert len(world.at_jane) == 1
    assert world.at_jane[0].in_reply_to == "invite0@acme.example"


@pytest.mark.parametrize("order", [(SENT, INBOX), (INBOX, SENT)], ids=["Sent first", "INBOX first"])
def test_the_two_copies_of_a_reply_are_one_event(world: World, order: tuple[MailboxRole, MailboxRole]) -> None:
    _, mail = invited(world)
    for role in order:
        world.receive(a_reply(mail, "approve"), role)
    quiet_days(world)
    assert len(world.at_jane) == 1
    assert world.events().count("owner_approve") == 1
    subjects = [letter.subject.partition(":")[0] for letter in world.letters(LetterKind.RECEIPT)]
    assert subjects == ["Approved", "Sent"]
    assert LetterKind.NOTICE not in {letter.kind for letter in world.letters()}


def test_the_same_reply_sent_again_does_nothing_but_say_so(world: World) -> None:
    mail = answered(world, "approve")
    world.wait(10 * MINUTE)
    world.receive(a_reply(mail, "approve", number=2), SENT)
    quiet_days(world)
    assert len(world.at_jane) == 1
    assert kinds(world)[-1] == "notice"


def test_an_old_revision_does_nothing_but_say_so(world: World) -> None:
    mail = answered(world, "subject: Thank you for today")
    assert world.letters(LetterKind.APPROVAL)[-1].items[0].revision == 2
    world.receive(a_reply(mail, "approve", number=2), SENT)
    quiet_days(world)
    assert world.at_jane == []
    assert kinds(world)[-1] == "notice"


def test_an_edited_text_is_shown_again_and_leaves_as_it_was_edited(world: World) -> None:
    text = "Dear Jane,\n\nThank you for the talk about penguins.\n\nKind regards,\nMaya Okafor"
    answered(world, f"edit:\n{text}")
    assert world.follow_up().state is FollowUpState.WAITING
    quiet_days(world)
    assert world.at_jane == []
    again = world.letters(LetterKind.APPROVAL)[-1]
    world.receive(a_reply(world.letter_mail(again), "approve", number=2), SENT)
    quiet_days(world)
    (mail,) = world.at_jane
    assert mail.text.strip() == text


def test_skip_sends_nothing(world: World) -> None:
    answered(world, "skip")
    quiet_days(world)
    assert (world.at_jane, world.follow_up().state) == ([], FollowUpState.SKIPPED)


NOTHING_LEAVES = {
    "a word of doubt below the yes": "yes\n\nbut fix her name first",
    "a yes with a change": "yes but change Jane to Janet",
    "a no": "don't send",
    "nothing at all": "",
    "a question": "approve?",
    "a condition": "approve if she answered",
}


@pytest.mark.parametrize("words", NOTHING_LEAVES.values(), ids=NOTHING_LEAVES)
def test_nothing_leaves_by(world: World, words: str) -> None:
    answered(world, words)
    quiet_days(world)
    assert world.at_jane == []
    assert world.outbox_state() not in (OutboxState.QUEUED, OutboxState.SENT)


# Whose word it is.


def test_a_forged_yes_in_inbox_does_nothing_and_the_owner_is_told_once(world: World) -> None:
    _, mail = invited(world)
    for number in range(5):
        world.receive(a_reply(mail, "approve", number=number), INBOX)
    quiet_days(world)
    assert world.at_jane == []
    assert world.follow_up().state is FollowUpState.WAITING
    notices = world.letters(LetterKind.NOTICE)
    assert len(notices) == 1
    assert "could not prove" in notices[0].subject


def test_an_inbox_copy_that_the_owners_provider_vouches_for_counts_after_the_wait(world: World) -> None:
    _, mail = invited(world)
    world.receive(a_reply(mail, "approve", fields=(PASS,)), INBOX)
    world.wait(4 * MINUTE)
    assert (world.understand(), world.follow_up().state) == (0, FollowUpState.WAITING)
    world.wait(MINUTE)
    world.understand()
    assert world.follow_up().state is FollowUpState.APPROVED


@pytest.mark.parametrize("field", ["Auto-Submitted: auto-replied", "Precedence: bulk", "Return-Path: <>"])
def test_an_automatic_mail_is_never_a_yes_even_in_sent(world: World, field: str) -> None:
    _, mail = invited(world)
    world.receive(a_reply(mail, "approve", fields=(field,)), SENT)
    quiet_days(world)
    assert (world.at_jane, world.follow_up().state) == ([], FollowUpState.WAITING)


@pytest.mark.parametrize("role", MailboxRole)
def test_the_token_in_the_hands_of_others_does_nothing(world: World, role: MailboxRole) -> None:
    _, mail = invited(world)
    world.receive(a_reply(mail, "approve", sender="jane@acme.example"), role)
    quiet_days(world)
    assert (world.at_jane, world.follow_up().state) == ([], FollowUpState.WAITING)


def test_our_own_letter_in_inbox_is_not_read_as_a_mail(world: World) -> None:
    invited(world)
    world.deliver()
    before = kinds(world)
    for _, raw in list(world.server.taken):
        world.receive(raw, INBOX)
        world.receive(raw, SENT)
    assert kinds(world) == before


def test_the_owners_other_mail_is_left_alone(world: World) -> None:
    invited(world)
    before = kinds(world)
    world.receive("From: maya@home.example\nTo: mum@home.example\nSubject: Hello\n\napprove\n", SENT)
    assert kinds(world) == before


# The owner changes his mind.


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("undo", (SENT,)),
        ("undo", (INBOX, SENT)),
        ("stop!", (SENT,)),
        ("skip", (INBOX, SENT)),
        ("wait, fix her name", (SENT, INBOX)),
        ("hold on, I am not sure about this", (INBOX, SENT)),
    ],
)
def test_within_the_undo_time_a_reply_stops_the_mail(world: World, words: str, roles: tuple[MailboxRole, ...]) -> None:
    mail = answered(world, "approve")
    world.wait(9 * MINUTE)
    for role in roles:
        world.receive(a_reply(mail, words, number=2), role)
    quiet_days(world)
    assert world.at_jane == []


def test_a_reply_in_inbox_holds_the_mail_before_it_is_proven(world: World) -> None:
    mail = answered(world, "approve")
    world.wait(9 * MINUTE)
    world.receive(a_reply(mail, "undo", number=2), INBOX)
    assert (world.outbox().state, world.follow_up().state) == (OutboxState.HELD, FollowUpState.HELD)


def test_what_a_forged_reply_held_is_shown_again_and_can_be_approved(world: World) -> None:
    """The worst that a forger gains is a question."""
    mail = answered(world, "approve")
    world.receive(a_reply(mail, "undo", number=2), INBOX)
    shown = len(world.letters(LetterKind.APPROVAL))
    world.wait(5 * MINUTE)
    world.understand()
    again = world.letters(LetterKind.APPROVAL)
    assert len(again) == shown + 1
    world.receive(a_reply(world.letter_mail(again[-1]), "approve", number=3), SENT)
    world.wait(10 * MINUTE)
    assert len(world.at_jane) == 1


def test_many_forged_replies_make_one_letter(world: World) -> None:
    mail = answered(world, "approve")
    for number in range(2, 8):
        world.receive(a_reply(mail, "undo", number=number), INBOX)
    before = len(world.letters())
    world.wait(5 * MINUTE)
    world.understand()
    assert len(world.letters()) <= before + 2


def test_an_undo_is_answered_by_one_letter_that_shows_the_mail_again(world: World) -> None:
    mail = answered(world, "approve")
    for role in (INBOX, SENT):
        world.receive(a_reply(mail, "undo", number=2), role)
    assert kinds(world)[-1] == "approval"
    assert kinds(world).count("approval") == 2
    assert "notice" not in kinds(world)


@pytest.mark.parametrize("words", ["skip 2", "2: undo"])
def test_a_word_about_one_mail_leaves_the_yes_to_the_other_as_it_was(world: World, words: str) -> None:
    """The copy in INBOX comes first; what it holds in doubt is never more than its words are about."""
    world.add_interview(replace(INTERVIEW, interviewers=(JANE, BOB)))
    mail = world.letter_mail(world.show())
    world.receive(a_reply(mail, "approve both"), SENT)
    for role in (INBOX, SENT):
        world.receive(a_reply(mail, words, number=2), role)
    quiet_days(world)
    assert (len(world.at_jane), world.server.to("bob@acme.example")) == (1, [])


@pytest.mark.parametrize("words", ["hold on, I am not sure about this", "2: undo, and fix her name"])
def test_what_an_unclear_reply_held_is_shown_again_whole(world: World, words: str) -> None:
    world.add_interview(replace(INTERVIEW, interviewers=(JANE, BOB)))
    mail = world.letter_mail(world.show())
    world.receive(a_reply(mail, "approve both"), SENT)
    for role in (INBOX, SENT):
        world.receive(a_reply(mail, words, number=2), role)
    assert [len(letter.items) for letter in world.letters()][-1] == 2
    quiet_days(world)
    assert world.at_jane == []


@pytest.mark.parametrize("words", ["approve", "send now"])
def test_a_yes_that_was_given_in_time_and_read_too_late_asks_again(world: World, words: str) -> None:
    """The program was down while the mail's time passed."""
    _, mail = invited(world)
    world.fetch(a_reply(mail, words), SENT)
    world.now += 3 * DAY
    world.understand()
    quiet_days(world)
    assert world.at_jane == []
    again = world.letters(LetterKind.APPROVAL)[-1]
    assert "time passed" in again.text
    world.receive(a_reply(world.letter_mail(again), "approve", number=2), SENT)
    for _ in range(4):
        quiet_days(world)
    assert len(world.at_jane) == 1


# Commands to the bot.


def test_a_flood_of_forged_commands_makes_one_letter_a_day(world: World) -> None:
    for number in range(20):
        world.receive(a_command("bot status", number=number), INBOX)
    world.wait(5 * MINUTE)
    world.understand()
    assert kinds(world) == ["notice"]


def test_a_command_mail_is_answered_once(world: World) -> None:
    invited(world)
    for role in (SENT, INBOX):
        world.receive(a_command("bot status"), role)
    assert kinds(world).count("answer") == 1


def test_two_commands_without_a_text_are_two(world: World) -> None:
    world.receive(a_command("bot status", number=1, fields=(PASS,)), INBOX)
    world.now += 5 * MINUTE
    world.understand()
    world.receive(a_command("bot help", number=2), SENT)
    assert kinds(world) == ["answer", "answer"]


def test_an_unproven_command_does_nothing(world: World) -> None:
    world.receive(a_command("bot pause 1w"), INBOX)
    world.wait(5 * MINUTE)
    world.understand()
    assert kinds(world) == ["notice"]
    assert "paused" not in world.events()


# Bad mail.


def test_a_mail_that_cannot_be_read_is_put_aside_said_once_a_day_and_stops_nobody(world: World) -> None:
    def parse(raw: bytes) -> Message:
        if b"poison" in raw:
            raise UnparsableError("It is too deep.")
        return plain(raw)

    plain = world.setup.parse
    object.__setattr__(world.setup, "parse", parse)
    for _ in range(3):
        world.receive("From: x@x.example\nSubject: poison\n\nx\n")
    invited(world)
    assert kinds(world).count("notice") == 1
    assert "approval" in kinds(world)


def test_a_mail_that_breaks_the_flow_is_given_up_after_three_tries_and_stops_nobody(world: World) -> None:
    def parse(raw: bytes) -> Message:
        if b"poison" in raw:
            raise RuntimeError("a bug of ours")
        return plain(raw)

    plain = world.setup.parse
    object.__setattr__(world.setup, "parse", parse)
    world.receive("From: x@x.example\nSubject: poison\n\nx\n")
    assert [world.understand() for _ in range(4)] == [1, 1, 0, 0]
    assert kinds(world) == ["notice"]


def test_a_rejection_closes_the_case_and_stops_what_was_planned(world: World) -> None:
    answered(world, "approve")
    world.wait(10 * MINUTE)
    world.now += DAY
    world.receive(
        "From: Jane Roe <jane@acme.example>\nTo: maya@home.example\nSubject: Your application at Acme Robotics\n"
        "Message-ID: <no@acme.example>\nIn-Reply-To: <invite0@acme.example>\n\nDear Maya,\n\nthank you for the interview for the Data "
        "Analyst position. Unfortunately, we have decided to move forward with other candidates.\n\nBest regards,\nJane Roe\n"
    )
    with world.work() as work:
        assert [interview.status for interview in work.load_interviews()] == [InterviewStatus.CLOSED]
        planned = [one.kind for one in work.load_follow_ups() if one.state is FollowUpState.PLANNED]
    assert planned == [FollowUpKind.REJECTION_REPLY], "what is left is a gracious answer, if the owner likes (E22)"
