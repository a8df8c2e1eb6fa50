"""The one way out: what was approved, once, as it was approved, or held and said."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.core.approval.types import LetterRecord
from bot.core.delivery.status import OutboxEvent
from bot.core.delivery.types import Limits, OutboxState
from bot.core.followup.types import FollowUpState, QuietRule
from bot.core.letter.notice import write_test
from bot.core.reading.types import Action, LetterKind, OwnerReading
from bot.errors import TemporaryError
from bot.pipeline.pause import end_pause, pause
from bot.pipeline.post import new_context, post_letter
from bot.pipeline.tell import status_lines
from tests.unit.pipeline.world import BOB, DAY, HOUR, INTERVIEW, JANE, MINUTE, NOW, Act, StoppableStore, World


def approve(world: World) -> LetterRecord:
    """Show the thank-you to Jane and give the owner's yes to it."""
    world.add_interview()
    letter = world.show()
    done = world.tell(Action.APPROVE, letter)
    assert len(done.approved) == 1
    return letter


def state(world: World) -> tuple[OutboxState, FollowUpState]:
    return world.outbox().state, world.follow_up().state


SENT = (OutboxState.SENT, FollowUpState.SENT)
WAITS = (OutboxState.QUEUED, FollowUpState.APPROVED)
DEFERRED = (OutboxState.DEFERRED, FollowUpState.APPROVED)
HELD = (OutboxState.HELD, FollowUpState.HELD)
UNKNOWN = (OutboxState.UNKNOWN, FollowUpState.UNKNOWN)
FAILED = (OutboxState.FAILED, FollowUpState.FAILED)


# The straight way.


def test_without_a_yes_nothing_leaves(world: World) -> None:
    world.add_interview()
    world.show()
    for _ in range(20):
        world.wait(DAY)
    assert world.at_jane == []


def test_an_approved_mail_leaves_once_when_the_undo_time_is_over(world: World) -> None:
    approve(world)
    world.wait(9 * MINUTE)
    assert (world.at_jane, state(world)) == ([], WAITS)
    world.wait(MINUTE)
    world.wait(DAY)
    assert len(world.at_jane) == 1
    assert state(world) == SENT


def test_it_leaves_exactly_as_it_was_shown(world: World) -> None:
    letter = approve(world)
    world.wait(10 * MINUTE)
    (mail,) = world.at_jane
    with world.work() as work:
        stored = work.load_revision(world.follow_up().id)
    assert stored is not None
    shown = stored[0]
    assert mail.from_ == (shown.from_,)
    assert (mail.to, mail.cc) == (shown.to, shown.cc)
    assert mail.subject == shown.subject
    assert (mail.in_reply_to, mail.references) == ("a1@acme.example", ("a0@acme.example", "a1@acme.example"))
    assert mail.text.strip() == shown.body.strip()
    assert all(line in letter.text for line in shown.body.splitlines() if len(line) < 60)


def test_its_date_is_the_moment_of_sending_in_the_owners_zone(world: World) -> None:
    approve(world)
    world.wait(25 * MINUTE)
    (mail,) = world.at_jane
    assert mail.date == NOW + 25 * MINUTE
    assert (mail.header("date") or "").endswith("+0200")


def test_it_bears_no_trace_of_a_program(world: World) -> None:
    approve(world)
    world.wait(10 * MINUTE)
    _, raw = next(pair for pair in world.server.taken if pair[0].recipients == ("jane@acme.example",))
    assert b"followup" not in raw.lower()
    assert b"auto-submitted" not in raw.lower()
    assert world.setup.instance.encode() not in raw


def test_the_owner_gets_a_receipt_at_the_yes_and_another_when_it_left(world: World) -> None:
    approve(world)
    assert [letter.subject.partition(":")[0] for letter in world.letters(LetterKind.RECEIPT)] == ["Approved"]
    world.wait(10 * MINUTE)
    assert [letter.subject.partition(":")[0] for letter in world.letters(LetterKind.RECEIPT)] == ["Approved", "Sent"]


def test_when_it_left_the_status_check_is_planned(world: World) -> None:
    approve(world)
    world.wait(10 * MINUTE)
    with world.work() as work:
        kinds = [one.kind.value for one in work.load_follow_ups()]
    assert kinds == ["thank_you", "status_check"]


# The ways an attempt can end.


@pytest.mark.parametrize("act", [Act.DEFER, Act.DEFER_DATA, Act.RAISE], ids=lambda act: act.value)
def test_what_was_provably_not_taken_is_tried_again_with_the_same_bytes(world: World, act: Act) -> None:
    approve(world)
    world.server.script = [act]
    world.now += 10 * MINUTE
    world.deliver()
    assert state(world) == DEFERRED
    first = world.outbox()
    world.wait(MINUTE)
    assert state(world) == SENT
    assert len(world.at_jane) == 1
    assert world.outbox().raw == first.raw
    assert world.at_jane[0].message_id == first.message_id


@pytest.mark.parametrize("act", [Act.REFUSE, Act.REFUSE_DATA], ids=lambda act: act.value)
def test_what_was_refused_for_good_is_given_up_and_said(world: World, act: Act) -> None:
    approve(world)
    world.server.script = [act]
    world.wait(10 * MINUTE)
    world.wait(DAY)
    assert (state(world), world.at_jane) == (FAILED, [])
    assert world.letters(LetterKind.RECEIPT)[-1].subject.startswith("Not sent")


def test_a_refused_mail_can_be_mended_and_approved_again(world: World) -> None:
    approve(world)
    world.server.script = [Act.REFUSE]
    world.wait(10 * MINUTE)
    receipt = world.letters(LetterKind.RECEIPT)[-1]
    world.tell(OwnerReading(action=Action.EDIT, new_to="jane.roe@acme.example"), receipt)
    assert world.follow_up().state is FollowUpState.WAITING
    world.tell(Action.APPROVE, world.letters(LetterKind.APPROVAL)[-1])
    world.wait(10 * MINUTE)
    assert len(world.server.to("jane.roe@acme.example")) == 1
    assert world.at_jane == []


@pytest.mark.parametrize(
    ("act", "taken"),
    [(Act.LOSE, 0), (Act.LOSE_TAKEN, 1), (Act.RAISE_TAKEN, 1), (Act.LIE_TAKEN, 1)],
    ids=lambda value: str(value),
)
def test_what_may_have_been_taken_is_never_sent_again_by_itself(world: World, act: Act, taken: int) -> None:
    approve(world)
    world.server.script = [act]
    world.wait(10 * MINUTE)
    assert state(world) == UNKNOWN
    for span in (MINUTE, HOUR, DAY, 7 * DAY):
        world.wait(span)
        world.restart()
    assert state(world) == UNKNOWN
    assert (len(world.at_jane), world.server.offered) == (taken, 1)


def test_a_refused_login_lets_the_way_out_rest_and_loses_nothing(world: World) -> None:
    approve(world)
    world.server.script = [Act.LOGIN]
    world.now += 10 * MINUTE
    world.deliver(times=5)
    assert (state(world), world.server.offered) == (DEFERRED, 1)
    world.now += 14 * MINUTE
    world.deliver(times=5)
    assert world.server.offered == 1, "a login storm locks accounts"
    world.now += MINUTE
    world.deliver()
    assert (state(world), len(world.at_jane)) == (SENT, 1)


def test_a_refused_login_shows_in_status_until_it_works_again(world: World) -> None:
    approve(world)
    world.server.script = [Act.LOGIN]
    world.now += 10 * MINUTE
    world.deliver()
    with world.work() as work:
        assert [(part.name, part.state) for part in work.load_parts()] == [("smtp", "refused")]
    world.wait(15 * MINUTE)
    with world.work() as work:
        assert [(part.name, part.state) for part in work.load_parts()] == [("smtp", "ok")]


def test_while_the_way_out_rests_the_next_due_moment_is_its_end(world: World) -> None:
    approve(world)
    world.server.script = [Act.LOGIN]
    world.now += 10 * MINUTE
    world.deliver()
    world.now += MINUTE  # the mail itself is due again by now
    assert world.deliverer.next_due() == NOW + 25 * MINUTE


def test_the_next_due_moment_is_that_of_the_next_mail(world: World) -> None:
    assert world.deliverer.next_due() is None
    approve(world)
    world.deliver()
    assert world.deliverer.next_due() == NOW + 10 * MINUTE


def test_a_server_that_is_down_for_a_day_is_given_up_and_said(make_world: Callable[..., World]) -> None:
    world = make_world()
    approve(world)
    world.server.script = [Act.DEFER] * 100
    for _ in range(30):
        world.wait(HOUR)
    assert world.follow_up().state is FollowUpState.FAILED
    assert world.letters(LetterKind.RECEIPT)[-1].subject.startswith("Not sent")


# The owner changes his mind.


CHANGES = {
    "undo": OwnerReading(action=Action.UNDO),
    "skip": OwnerReading(action=Action.SKIP),
    "snooze": OwnerReading(action=Action.SNOOZE),
    "an edited text": OwnerReading(action=Action.EDIT, new_body="Dear Jane,\n\nthank you, and all the best.\n\nMaya"),
    "an edit that cannot be made": OwnerReading(action=Action.EDIT, new_to="nobody"),
    "words that are not understood": OwnerReading(action=Action.UNCLEAR, left_over="but fix her name first"),
    "stop": OwnerReading(action=Action.STOP),
}


@pytest.mark.parametrize("reading", CHANGES.values(), ids=CHANGES)
def test_before_it_left_a_reply_stops_it(world: World, reading: OwnerReading) -> None:
    letter = approve(world)
    world.now += 9 * MINUTE
    world.tell(reading, letter)
    world.wait(2 * MINUTE)
    assert (world.at_jane, world.server.offered) == ([], 0)
    assert world.outbox().state in (OutboxState.HELD, OutboxState.CANCELLED)


WITHOUT_STOP = {name: reading for name, reading in CHANGES.items() if name != "stop"}


@pytest.mark.parametrize("reading", WITHOUT_STOP.values(), ids=WITHOUT_STOP)
def test_while_the_server_is_being_reached_a_reply_still_stops_it(world: World, reading: OwnerReading) -> None:
    letter = approve(world)
    told: list[bool] = []
    world.server.while_connecting = lambda: told or (told.append(True), world.tell(reading, letter))  # type: ignore[func-returns-value]
    world.wait(10 * MINUTE)
    world.wait(HOUR)
    assert told
    assert world.at_jane == []
    assert world.outbox().state in (OutboxState.HELD, OutboxState.CANCELLED)
    assert world.follow_up().state is not FollowUpState.SENDING


@pytest.mark.parametrize("reading", CHANGES.values(), ids=CHANGES)
def test_once_the_bytes_go_out_a_reply_changes_nothing_and_says_so(world: World, reading: OwnerReading) -> None:
    letter = approve(world)
    told: list[int] = []

    def say() -> None:
        before = len(world.letters())
        world.tell(reading, letter)
        told.append(len(world.letters()) - before)

    world.server.during_data = say
    world.wait(10 * MINUTE)
    assert (state(world), len(world.at_jane)) == (SENT, 1)
    assert told == [1]


def test_what_was_undone_can_be_approved_again_and_leaves_once(world: World) -> None:
    letter = approve(world)
    world.tell(Action.UNDO, letter)
    world.tell(Action.APPROVE, letter)
    assert state(world) == HELD, "the yes of the old letter is spent"
    world.tell(Action.APPROVE, world.letters(LetterKind.APPROVAL)[-1])
    world.wait(10 * MINUTE)
    assert (state(world), len(world.at_jane)) == (SENT, 1)


def test_undone_and_approved_again_while_the_server_is_being_reached_it_leaves_once(world: World) -> None:
    letter = approve(world)

    def change_twice() -> None:
        world.server.while_connecting = lambda: None
        world.tell(Action.UNDO, letter)
        world.tell(Action.APPROVE, world.letters(LetterKind.APPROVAL)[-1])

    world.server.while_connecting = change_twice
    world.now += 10 * MINUTE
    world.deliver()
    assert (world.at_jane, state(world)) == ([], WAITS)
    world.wait(10 * MINUTE)
    assert (state(world), len(world.at_jane)) == (SENT, 1)


def test_a_draft_whose_letter_was_refused_is_shown_anew(world: World) -> None:
    world.add_interview()
    world.show()
    world.server.letter_script = [Act.REFUSE]
    world.wait(MINUTE)
    assert world.server.to("maya@home.example") == []
    world.now += DAY
    world.show()
    world.wait(MINUTE)
    (letter,) = world.server.to("maya@home.example")
    assert letter.header("x-followup-letter") == "approval"


# Nothing but what was approved.


def test_a_text_that_differs_from_what_was_approved_is_held_and_shown_again(world: World) -> None:
    approve(world)
    with world.work() as work:
        item = world.outbox()
        work.move_mail(item.id, OutboxEvent.HOLD)
        assert work.queue_mail(replace(item, digest="0" * 64, due_at=world.now))
    shown = len(world.letters(LetterKind.APPROVAL))
    world.wait(10 * MINUTE)
    assert (world.at_jane, state(world), world.server.offered) == ([], HELD, 0)
    assert len(world.letters(LetterKind.APPROVAL)) == shown + 1


def test_a_newer_revision_is_never_sent_by_the_yes_to_the_older(world: World) -> None:
    approve(world)
    with world.work() as work:
        stored = work.load_revision(world.follow_up().id)
        assert stored is not None
        assert work.add_revision(replace(stored[0], number=2, body="Dear Jane, hire me."), "0" * 64)
    world.wait(10 * MINUTE)
    assert (world.at_jane, state(world)) == ([], HELD)


def test_words_changed_behind_the_programs_back_are_held(world: World) -> None:
    approve(world)
    with world.database.transaction() as work:
        work._session.execute(text("UPDATE revision SET body = 'Dear Jane, hire me.'"))
    world.wait(10 * MINUTE)
    assert (world.at_jane, state(world)) == ([], HELD)


def test_words_changed_while_the_server_is_being_reached_are_held(world: World) -> None:
    approve(world)

    def change() -> None:
        with world.work() as work:
            stored = work.load_revision(world.follow_up().id)
            assert stored is not None
            work.add_revision(replace(stored[0], number=stored[0].number + 1, body="Dear Jane, hire me."), "0" * 64)

    world.server.while_connecting = change
    world.wait(10 * MINUTE)
    world.wait(HOUR)
    assert (world.at_jane, state(world)) == ([], HELD)


@pytest.mark.parametrize(
    "elsewhere", [FollowUpState.SKIPPED, FollowUpState.CANCELLED, FollowUpState.WAITING, FollowUpState.SENT]
)
def test_a_mail_whose_follow_up_is_no_longer_approved_is_held_and_stops_nobody(
    world: World, elsewhere: FollowUpState
) -> None:
    approve(world)
    with world.work() as work:
        follow_up = world.follow_up()
        assert work.save_follow_up(replace(follow_up, state=elsewhere), expected=FollowUpState.APPROVED)
    world.wait(10 * MINUTE)
    world.wait(HOUR)
    assert (world.at_jane, world.outbox().state) == ([], OutboxState.HELD)


# Too late.


def test_past_its_deadline_an_approved_mail_is_held_and_the_owner_asked(world: World) -> None:
    approve(world)
    shown = len(world.letters(LetterKind.APPROVAL))
    world.wait(3 * DAY)  # the program was down
    assert (world.at_jane, state(world)) == ([], HELD)
    assert len(world.letters(LetterKind.APPROVAL)) == shown + 1


def test_approved_in_the_knowledge_that_it_is_late_it_leaves(world: World) -> None:
    approve(world)
    world.wait(3 * DAY)
    world.tell(Action.SEND_NOW, world.letters(LetterKind.APPROVAL)[-1])
    world.wait(10 * MINUTE)
    assert (state(world), len(world.at_jane)) == (SENT, 1)


def test_at_a_time_beyond_the_deadline_that_the_owner_named_it_leaves(world: World) -> None:
    world.add_interview()
    reading = OwnerReading(action=Action.SEND_AT, at=NOW + 3 * DAY)
    world.tell(reading, world.show())
    world.wait(3 * DAY + MINUTE)
    assert (state(world), len(world.at_jane)) == (SENT, 1)


def test_a_server_that_was_down_until_the_deadline_had_passed_makes_it_late(world: World) -> None:
    world.add_interview()
    deadline = world.follow_up().deadline_at
    assert deadline is not None
    world.now = deadline - HOUR
    world.tell(Action.SEND_NOW, world.show())
    world.server.script = [Act.DEFER] * 100
    while world.now <= deadline:
        world.wait(5 * MINUTE)
    world.server.script = []
    world.wait(HOUR)
    assert (world.at_jane, state(world)) == ([], HELD)


def test_a_pause_until_the_deadline_had_passed_makes_it_late(world: World) -> None:
    approve(world)
    with world.work() as work:
        pause(work, NOW + 7 * DAY)
    world.wait(HOUR)
    world.wait(7 * DAY)
    assert (world.at_jane, state(world)) == ([], HELD)


# Limits and pauses.


def test_during_a_pause_nothing_leaves_to_others_and_letters_do(world: World) -> None:
    approve(world)
    with world.work() as work:
        pause(work, NOW + DAY)
    for _ in range(20):
        world.wait(HOUR)
    assert (world.at_jane, state(world)) == ([], WAITS)
    assert world.server.to("maya@home.example")


def test_after_a_pause_it_leaves(world: World) -> None:
    approve(world)
    with world.work() as work:
        pause(work, NOW + DAY)
    world.wait(HOUR)
    world.wait(23 * HOUR + MINUTE)
    assert len(world.at_jane) == 1


def test_a_pause_that_is_ended_early_lets_it_leave_soon(world: World) -> None:
    approve(world)
    with world.work() as work:
        pause(work, NOW + DAY)
    world.wait(HOUR)
    with world.work() as work:
        assert end_pause(work)
    world.wait(10 * MINUTE)
    assert len(world.at_jane) == 1


def test_during_a_pause_the_next_due_moment_lies_ahead(world: World) -> None:
    approve(world)
    with world.work() as work:
        pause(work, NOW + DAY)
    world.wait(HOUR)
    due = world.deliverer.next_due()
    assert due is not None
    assert due > world.now


def test_no_more_mails_a_day_than_the_limit_leave(make_world: Callable[..., World]) -> None:
    world = make_world(limits=Limits(letters_per_hour=1000, sends_per_day=1))
    world.add_interview(replace(INTERVIEW, interviewers=(JANE, BOB)))
    world.tell(Action.APPROVE, world.show())
    world.wait(10 * MINUTE)
    world.wait(HOUR)
    assert len(world.at_jane) + len(world.server.to("bob@acme.example")) == 1
    world.wait(DAY - HOUR)
    assert len(world.at_jane) + len(world.server.to("bob@acme.example")) == 2


def test_no_more_letters_an_hour_than_the_limit_leave_and_none_is_lost(make_world: Callable[..., World]) -> None:
    world = make_world(limits=Limits(letters_per_hour=2, sends_per_day=10))
    for _ in range(5):
        world.add_interview()
        world.show()
    world.deliver(times=3)
    assert len(world.server.to("maya@home.example")) == 2
    with world.database.transaction() as work:
        lines = status_lines(work, world.setup, world.now)
    assert [line for line in lines if "Letters to you wait until" in line and "letters_per_hour" in line]
    for _ in range(4):
        world.wait(HOUR + MINUTE)
    assert len(world.server.to("maya@home.example")) >= 5


def test_who_asks_is_answered_beyond_the_limit_of_letters_but_not_without_end(make_world: Callable[..., World]) -> None:
    world = make_world(limits=Limits(letters_per_hour=2, sends_per_day=10))
    world.add_interview()
    letter = world.show()
    for _ in range(15):
        world.tell(Action.STATUS, letter)
    world.deliver(times=3)
    assert len(world.server.to("maya@home.example")) == 10


# One bad item stops nobody.


def test_a_mail_that_cannot_be_built_does_not_stop_the_others(world: World) -> None:
    world.add_interview(replace(INTERVIEW, interviewers=(JANE, BOB)))
    world.tell(Action.APPROVE, world.show())
    with world.database.transaction() as work:
        work._session.execute(text("""UPDATE revision SET "to" = '[{"name": "Jane"}]' WHERE follow_up_id = 1"""))
    world.wait(10 * MINUTE)
    assert len(world.server.to("bob@acme.example")) == 1
    due = world.deliverer.next_due()
    assert due is not None
    assert due > world.now, "the broken one does not keep the bell ringing"


def test_an_end_that_could_not_be_written_down_is_written_down_later(world: World) -> None:
    approve(world)
    broken = StoppableStore(world.database)
    world.deliverer = world.new_deliverer(broken)
    world.server.during_data = lambda: setattr(broken, "down", True)
    world.now += 10 * MINUTE
    with pytest.raises(TemporaryError):
        world.deliver()
    assert world.outbox().state is OutboxState.DATA
    broken.down = False
    world.deliver()
    assert (state(world), len(world.at_jane)) == (SENT, 1)


# What else.


def test_one_mail_can_be_sent_beside_a_daemon_and_nothing_else_is_touched(world: World) -> None:
    approve(world)
    world.wait(10 * MINUTE)
    world.now += 10 * MINUTE
    with world.work() as work:
        context = new_context(world.setup, world.now)
        assert post_letter(work, world.setup, context, write_test(context), key="test")
        item = work.find_outbox([f"{context.token}@{world.setup.domain}"])
    assert item is not None
    before, copies = len(world.server.taken), len(world.sent.raws)
    asyncio.run(world.new_deliverer().deliver_one(item.id))
    assert len(world.server.taken) == before + 1
    assert len(world.sent.raws) == copies, "the copy in Sent is the daemon's to make"


def test_once_the_end_was_asked_for_nothing_more_is_claimed(world: World) -> None:
    approve(world)
    world.now += 10 * MINUTE
    world.deliverer.stopping = True
    world.deliver()
    assert world.server.taken == []
    assert state(world) == WAITS


def test_holidays_and_pauses_of_the_policy_do_not_hold_an_approved_mail_for_ever(
    make_world: Callable[..., World],
) -> None:
    world = make_world()
    cadence = replace(world.setup.cadence, quiet=QuietRule(pauses=((NOW.date(), NOW.date()),)))
    world.setup = replace(world.setup, cadence=cadence)
    world.deliverer = world.new_deliverer()
    world.add_interview()
    world.now += DAY
    world.tell(Action.APPROVE, world.show())
    world.wait(10 * MINUTE)
    assert len(world.at_jane) == 1


# Its hours.


def test_what_downtime_has_carried_out_of_its_hours_waits_for_them(world: World) -> None:
    world.add_interview()
    letter = world.show()
    world.tell(Action.APPROVE, letter)
    world.wait(11 * HOUR)  # one o'clock in the night, in Berlin
    assert world.at_jane == []
    assert world.outbox().due_at == NOW + 18 * HOUR + 30 * MINUTE
    world.wait(8 * HOUR)
    assert len(world.at_jane) == 1


def test_a_moment_that_the_owner_chose_outside_the_hours_stands(world: World) -> None:
    world.add_interview()
    letter = world.show()
    world.tell(OwnerReading(action=Action.SEND_AT, at=NOW + 10 * HOUR), letter)
    world.wait(12 * HOUR)
    assert len(world.at_jane) == 1


def test_a_mail_that_is_about_to_leave_is_not_kept_over_night_for_a_few_minutes(world: World) -> None:
    world.now += 4 * HOUR + 45 * MINUTE
    world.add_interview()
    letter = world.show()
    world.tell(Action.APPROVE, letter)
    world.wait(30 * MINUTE)
    assert len(world.at_jane) == 1
