"""What any store does for the flow: nothing is forgotten, nothing happens twice, and what belongs together is stored together."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from bot.core.approval.types import PastReply
from bot.core.delivery.status import TRANSITIONS, OutboxEvent
from bot.core.delivery.types import OutboxState, SendOutcome, SendResult
from bot.core.followup.types import FollowUpState
from bot.core.interview.account import Account
from bot.core.interview.lessons import Author, LessonTopic, Taught
from bot.core.message.received import Checkpoint, MailboxRole, MailState
from bot.core.reading.debrief.types import Debrief, Outcome, Renamed
from bot.core.reading.types import Action, ContactWish, Kind, LetterKind, Person
from bot.storage.database import Database
from bot.storage.transaction import Transaction
from tests.contract.examples import (
    INTERVIEW,
    MINUTE,
    NOW,
    a_follow_up,
    a_letter,
    a_letter_out,
    a_mail_in,
    a_mail_out,
    a_note,
    a_revision,
    an_item,
    default_fields,
)

CHECKPOINT = Checkpoint(mailbox="INBOX", uidvalidity=7, uid=1)
OK = SendOutcome(result=SendResult.ACCEPTED, code=250, text="queued")


class BrokenError(Exception):
    """Something went wrong in the middle."""


@pytest.fixture
def full(store: Database) -> Database:
    """A store with an interview, a follow-up, its revision and a letter that shows it."""
    with store.transaction() as work:
        work.add_interview(INTERVIEW)
        work.add_follow_up(a_follow_up())
        work.add_revision(a_revision(), "d" * 64)
        work.add_letter(a_letter(), key="one")
    return store


# What is stored comes back as it was.


def test_an_interview_comes_back_with_every_field(store: Database) -> None:
    assert default_fields(INTERVIEW) == {"id"}, "the example leaves nothing to chance"
    with store.transaction() as work:
        stored = work.add_interview(INTERVIEW)
        assert stored == replace(INTERVIEW, id=stored.id)
    with store.transaction() as work:
        assert work.load_interview(stored.id) == stored
        assert work.load_interviews() == [stored]


def test_a_changed_interview_comes_back_changed_and_empty_fields_empty(store: Database) -> None:
    with store.transaction() as work:
        stored = work.add_interview(INTERVIEW)
        bare = replace(
            type(INTERVIEW)(status=INTERVIEW.status, addressed_to="m@home.example"), id=stored.id, company="Other"
        )
        work.save_interview(bare)
    with store.transaction() as work:
        assert work.load_interview(stored.id) == bare


def test_a_follow_up_comes_back_with_every_field(full: Database) -> None:
    assert default_fields(a_follow_up()) == {"id"}
    with full.transaction() as work:
        assert work.load_follow_up(1) == a_follow_up(id=1)


def test_a_revision_comes_back_with_every_field(full: Database) -> None:
    assert default_fields(a_revision()) == set()
    with full.transaction() as work:
        assert work.load_revision(1) == (a_revision(), "d" * 64)


def test_the_latest_revision_is_loaded_unless_a_number_is_named(full: Database) -> None:
    with full.transaction() as work:
        work.add_revision(a_revision(number=2, body="new"), "e" * 64)
        assert work.load_revision(1) == (a_revision(number=2, body="new"), "e" * 64)
        assert work.load_revision(1, 1) == (a_revision(), "d" * 64)
        assert work.load_revision(1, 3) is None


def test_a_letter_comes_back_with_every_field(full: Database) -> None:
    assert default_fields(a_letter()) == {"id"}
    with full.transaction() as work:
        assert work.load_letter(1) == a_letter(id=1)
        assert work.find_letter("a" * 64) == a_letter(id=1)
        assert work.find_letter("b" * 64) is None
        assert work.is_letter_written("one")
        assert not work.is_letter_written("two")


def test_a_text_to_copy_is_settled_once_and_put_off_only_before_e21(full: Database) -> None:
    open_notes = (a_note(number=1, settled_at=None, again_at=None), a_note(number=2, settled_at=None, again_at=None))
    with full.transaction() as work:
        letter_id = work.add_letter(a_letter(token_sha256="b" * 64, notes=open_notes), key="two")
        assert letter_id
        assert work.postpone_note(letter_id, 2, until=NOW + MINUTE)
        assert work.settle_note(letter_id, 1, now=NOW)
        assert not work.settle_note(letter_id, 1, now=NOW + MINUTE)
        assert not work.postpone_note(letter_id, 1, until=NOW + MINUTE)
        assert not work.settle_note(letter_id, 3, now=NOW)
    with full.transaction() as work:
        settled, put_off = open_notes
        expected = [a_note(), replace(settled, settled_at=NOW), replace(put_off, again_at=NOW + MINUTE)]
        assert work.load_notes() == expected


def test_the_last_letter_that_showed_a_draft_is_found_by_its_kind(full: Database) -> None:
    with full.transaction() as work:
        work.add_letter(a_letter(kind=LetterKind.APPROVAL, token_sha256="b" * 64), key="two")
        work.add_letter(a_letter(kind=LetterKind.RECEIPT, token_sha256="c" * 64), key="three")
        last = work.load_last_letter(1, (LetterKind.APPROVAL, LetterKind.QUESTION))
        assert last is not None
        assert last.id == 2
        assert work.load_last_letter(2, (LetterKind.APPROVAL,)) is None


def test_a_mail_on_its_way_comes_back_with_every_field(full: Database) -> None:
    item = a_mail_out(raw=b"\x00\xff", message_id="m@home.example")
    with full.transaction() as work:
        assert work.queue_mail(item)
        assert work.load_outbox(follow_up_id=1) == replace(item, id=1)
        assert work.load_outbox_item(1) == replace(item, id=1)
        assert work.load_outbox(follow_up_id=2) is None


def test_a_received_mail_comes_back_with_its_bytes(store: Database) -> None:
    with store.transaction() as work:
        work.add_mail(a_mail_in(problem="too big"), MailboxRole.SENT)
        (mail,) = work.load_open_mails(now=NOW)
    assert (mail.raw, mail.problem, mail.role, mail.received_at) == (a_mail_in().raw, "too big", MailboxRole.SENT, NOW)
    assert mail.state is MailState.NEW


# Unique keys.


def test_a_mail_is_stored_once_for_its_mailbox_uidvalidity_and_uid(store: Database) -> None:
    with store.transaction() as work:
        assert work.add_mail(a_mail_in(), MailboxRole.INBOX)
        assert not work.add_mail(a_mail_in(raw=b"other"), MailboxRole.INBOX)
        assert work.add_mail(a_mail_in(uid=2), MailboxRole.INBOX)
        assert work.add_mail(a_mail_in(uidvalidity=8), MailboxRole.INBOX)
        assert work.add_mail(a_mail_in(mailbox="Sent"), MailboxRole.SENT)
        assert len(work.load_open_mails(now=NOW)) == 4


def test_planning_the_same_follow_up_twice_stores_one(full: Database) -> None:
    with full.transaction() as work:
        assert not work.add_follow_up(a_follow_up(state=FollowUpState.PLANNED))
        assert work.add_follow_up(a_follow_up(ordinal=3))
        assert work.add_follow_up(a_follow_up(person=""))
        assert not work.add_follow_up(a_follow_up(person=""))


def test_a_number_of_a_revision_is_taken_once(full: Database) -> None:
    with full.transaction() as work:
        assert not work.add_revision(a_revision(body="other"), "e" * 64)
        assert work.load_revision(1, 1) == (a_revision(), "d" * 64)


def test_a_letter_is_written_once_for_its_key(full: Database) -> None:
    with full.transaction() as work:
        assert work.add_letter(a_letter(token_sha256="b" * 64), key="one") is None
        assert work.find_letter("b" * 64) is None


def test_a_message_id_may_belong_to_the_conversations_of_two_interviews(full: Database) -> None:
    with full.transaction() as work:
        work.add_interview(INTERVIEW)
        for _ in range(2):
            work.add_thread(1, ["a@x.example", "b@x.example"])
            work.add_thread(2, ["a@x.example"])
        assert work.load_threads() == {1: {"a@x.example", "b@x.example"}, 2: {"a@x.example"}}


# Lessons.


def test_a_lesson_comes_back_with_all_it_was_taught_about(full: Database) -> None:
    taught = Taught(topic=LessonTopic.CONTACT, value="Jäne", email="jane@acme.example", replaced="hr@acme.example")
    assert default_fields(taught) == set()
    authors = (Author(email="a@acme.example", kind=Kind.INTERVIEW), Author(email="a@acme.example", kind=Kind.OTHER))
    with full.transaction() as work:
        work.add_thread(1, ["a@x.example"])
        for author in (*authors, *authors):
            work.add_author(1, author)
        work.save_lesson(1, taught, said_at=NOW)
        (lesson,) = work.load_known().lessons
        interview = work.load_interview(1)
    assert (lesson.taught, lesson.said_at, lesson.thread) == (taught, NOW, frozenset({"a@x.example"}))
    assert (lesson.interview, lesson.authors) == (interview, authors)


def test_a_later_lesson_on_the_same_topic_takes_the_place_of_the_former(full: Database) -> None:
    first = Taught(topic=LessonTopic.COMPANY, value="Acme", replaced="Talent")
    other = Taught(topic=LessonTopic.NOT_INTERVIEW)
    with full.transaction() as work:
        work.save_lesson(1, first, said_at=NOW)
        work.save_lesson(1, other, said_at=NOW + MINUTE)
        work.save_lesson(1, replace(first, value="Acme Robotics", replaced="Acme"), said_at=NOW + 2 * MINUTE)
        lessons = work.load_known().lessons
    assert [(one.taught, one.said_at) for one in lessons] == [
        (replace(first, value="Acme Robotics"), NOW + 2 * MINUTE),
        (other, NOW + MINUTE),
    ]


def test_an_account_comes_back_as_it_was_told(full: Database) -> None:
    debrief = Debrief(
        happened=True,
        topics=("the move", "l’équipe"),
        clarifications=("that I speak Polish",),
        news=("a second round",),
        withheld=("the pay",),
        interviewers_added=(Person(name="Ann Lee", email="ann@x.example"), Person(name="Bo")),
        interviewers_absent=("Jane",),
        names_corrected=(Renamed(wrong=None, right="Dr. Lee"),),
        decision_by=date(2027, 5, 21),
        contact_wish=ContactWish.NO_CHASING,
        call_wished=True,
        skip_thank_you=True,
        outcome=Outcome.MIXED,
        lang="fr",
    )
    with full.transaction() as work:
        assert work.load_account(1) is None
        work.save_account(1, Account(debrief=Debrief(), told_at=NOW))
        work.save_account(1, Account(debrief=debrief, told_at=NOW + MINUTE))
        assert work.load_account(1) == Account(debrief=debrief, told_at=NOW + MINUTE)


def test_without_a_correction_there_is_no_lesson(full: Database) -> None:
    with full.transaction() as work:
        work.add_author(1, Author(email="a@acme.example", kind=Kind.INTERVIEW))
        assert work.load_known().lessons == ()


# Compare-and-set.


def test_a_follow_up_changes_only_from_the_state_that_was_expected(full: Database) -> None:
    moved = a_follow_up(id=1, state=FollowUpState.PLANNED)
    with full.transaction() as work:
        assert not work.save_follow_up(moved, expected=FollowUpState.WAITING)
        assert work.load_follow_up(1) == a_follow_up(id=1)
        assert work.save_follow_up(moved, expected=FollowUpState.CANCELLED)
        assert work.load_follow_up(1) == moved


def test_the_yes_of_a_draft_is_spent_once(full: Database) -> None:
    with full.transaction() as work:
        assert work.use_item(1, an_item(), now=NOW)
        assert not work.use_item(1, an_item(), now=NOW + MINUTE)
        letter = work.load_letter(1)
        assert letter is not None
        assert letter.items[0].used_at == NOW


def test_a_letter_is_known_by_its_mark_and_by_the_id_of_its_copy(full: Database) -> None:
    with full.transaction() as work:
        letter = work.load_letter(1)
        assert letter is not None
        assert work.find_marked_letter(letter.token_sha256[:24]) == letter
        assert work.find_marked_letter("") is None
        assert work.find_marked_letter("%") is None
        assert [work.add_letter_copy(1, "c" * 64) for _ in range(2)] == [True, False]
        assert work.find_letter_by_copy("c" * 64) == letter
        assert work.find_letter_by_copy("d" * 64) is None


def test_every_open_yes_of_a_follow_up_can_be_spent_at_once(full: Database) -> None:
    with full.transaction() as work:
        again = work.add_letter(a_letter(token_sha256="b" * 64), key="two")
        assert again is not None
        work.spend_items(1, now=NOW)
        assert not work.use_item(1, an_item(), now=NOW + MINUTE)
        assert not work.use_item(again, an_item(), now=NOW + MINUTE)


@pytest.mark.parametrize("changes", [{"revision": 2}, {"digest": "e" * 64}, {"number": 2}])
def test_the_yes_is_bound_to_number_revision_and_digest(full: Database, changes: dict[str, object]) -> None:
    with full.transaction() as work:
        assert not work.use_item(1, an_item(**changes), now=NOW)
        assert not work.use_item(2, an_item(), now=NOW)


def put_into(work: Transaction, state: OutboxState) -> None:
    """Queue the mail of follow-up 1 and bring it into *state* by steps that the table allows."""
    work.queue_mail(a_mail_out())
    steps: dict[OutboxState, tuple[OutboxEvent, ...]] = {
        OutboxState.QUEUED: (),
        OutboxState.CONNECT: (OutboxEvent.CLAIM,),
        OutboxState.DATA: (OutboxEvent.CLAIM, OutboxEvent.DATA),
        OutboxState.SENT: (OutboxEvent.CLAIM, OutboxEvent.DATA, OutboxEvent.ACCEPT),
        OutboxState.DEFERRED: (OutboxEvent.CLAIM, OutboxEvent.DEFER),
        OutboxState.FAILED: (OutboxEvent.CLAIM, OutboxEvent.REFUSE),
        OutboxState.UNKNOWN: (OutboxEvent.CLAIM, OutboxEvent.DATA, OutboxEvent.LOSE),
        OutboxState.HELD: (OutboxEvent.HOLD,),
        OutboxState.CANCELLED: (OutboxEvent.CANCEL,),
    }
    for event in steps[state]:
        if event is OutboxEvent.LOSE:
            assert work.end_attempt(1, event, OK, now=NOW, look_at=NOW)
        else:
            assert work.move_mail(1, event)
    assert work.load_outbox_item(1).state is state


@pytest.mark.parametrize("state", OutboxState)
def test_the_outbox_moves_exactly_as_the_table_says(full: Database, state: OutboxState) -> None:
    for event in OutboxEvent:
        with suppress(BrokenError), full.transaction() as work:
            put_into(work, state)
            assert work.move_mail(1, event) is ((state, event) in TRANSITIONS), event
            assert work.load_outbox_item(1).state is TRANSITIONS.get((state, event), state), event
            raise BrokenError  # and back to the beginning


REQUEUED = (OutboxState.HELD, OutboxState.CANCELLED, OutboxState.FAILED)


@pytest.mark.parametrize("state", OutboxState)
def test_a_mail_is_queued_again_only_if_it_provably_has_not_left(full: Database, state: OutboxState) -> None:
    newer = a_mail_out(revision=2, digest="e" * 64, due_at=NOW + 99 * MINUTE)
    with full.transaction() as work:
        put_into(work, state)
        before = work.load_outbox_item(1)
        assert work.queue_mail(newer) is (state in REQUEUED)
        after = work.load_outbox_item(1)
        if state in REQUEUED:
            assert after == replace(newer, id=1, attempts=before.attempts, reply=before.reply)
        else:
            assert after == before


def test_a_mail_of_unknown_fate_that_was_called_off_is_not_queued_again(full: Database) -> None:
    with full.transaction() as work:
        put_into(work, OutboxState.UNKNOWN)
        assert work.move_mail(1, OutboxEvent.CANCEL)
        assert not work.queue_mail(a_mail_out())
        assert work.load_outbox_item(1).state is OutboxState.CANCELLED


@pytest.mark.parametrize("state", OutboxState)
def test_only_a_lost_mail_is_sent_again_as_it_was(full: Database, state: OutboxState) -> None:
    with full.transaction() as work:
        put_into(work, state)
        assert work.resend_mail(1, due_at=NOW) is (state is OutboxState.UNKNOWN)


def test_what_is_sent_again_has_the_same_bytes_and_id(full: Database) -> None:
    with full.transaction() as work:
        work.queue_mail(a_mail_out())
        work.claim_mail(1, raw=b"bytes", message_id="m@home.example", now=NOW)
        work.enter_data(1)
        work.end_attempt(1, OutboxEvent.LOSE, OK, now=NOW, look_at=NOW)
        assert work.resend_mail(1, due_at=NOW + MINUTE)
        item = work.load_outbox_item(1)
    assert (item.raw, item.message_id, item.due_at) == (b"bytes", "m@home.example", NOW + MINUTE)
    assert (item.looks, item.state) == (0, OutboxState.QUEUED)
    assert item.lost_at is not None, "what may have left once is never queued as another mail"


def test_a_claim_fixes_the_bytes_and_counts_the_attempt(full: Database) -> None:
    with full.transaction() as work:
        work.queue_mail(a_mail_out())
        assert work.claim_mail(1, raw=b"bytes", message_id="m@home.example", now=NOW)
        assert not work.claim_mail(1, raw=b"others", message_id="n@home.example", now=NOW)
        item = work.load_outbox_item(1)
        assert (item.raw, item.message_id, item.attempts, item.first_attempt_at) == (b"bytes", "m@home.example", 1, NOW)
        assert work.end_attempt(1, OutboxEvent.DEFER, OK, now=NOW, due_at=NOW + MINUTE)
        assert work.claim_mail(1, raw=b"bytes", message_id="m@home.example", now=NOW + MINUTE)
        item = work.load_outbox_item(1)
        assert (item.attempts, item.first_attempt_at) == (2, NOW)


def test_the_bytes_go_out_only_after_a_claim_and_once(full: Database) -> None:
    with full.transaction() as work:
        work.queue_mail(a_mail_out())
        assert not work.enter_data(1)
        work.claim_mail(1, raw=b"bytes", message_id="m@home.example", now=NOW)
        assert work.enter_data(1)
        assert not work.enter_data(1)


def test_a_held_mail_does_not_go_out(full: Database) -> None:
    with full.transaction() as work:
        work.queue_mail(a_mail_out())
        work.claim_mail(1, raw=b"bytes", message_id="m@home.example", now=NOW)
        assert work.move_mail(1, OutboxEvent.HOLD)
        assert not work.enter_data(1)


def race(open_store: Callable[[], Database], step: Callable[[Transaction], object], runners: int = 6) -> list[object]:
    """Let several connections take the same step at the same moment; return what each got."""
    start = threading.Barrier(runners)
    results: list[object] = []

    def run(database: Database) -> None:
        start.wait(60)
        with database.transaction() as work:
            results.append(step(work))

    threads = [threading.Thread(target=run, args=(open_store(),)) for _ in range(runners)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


RACES: dict[str, Callable[[Transaction], object]] = {
    "claiming a mail": lambda work: work.claim_mail(1, raw=b"x", message_id="m@home.example", now=NOW),
    "spending a yes": lambda work: work.use_item(1, an_item(), now=NOW),
    "moving a follow-up": lambda work: work.save_follow_up(
        a_follow_up(id=1, state=FollowUpState.PLANNED), expected=FollowUpState.CANCELLED
    ),
    "storing a mail": lambda work: work.add_mail(a_mail_in(uid=9), MailboxRole.INBOX),
    "writing a letter": lambda work: work.add_letter(a_letter(token_sha256="b" * 64), key="two") is not None,
    "storing a revision": lambda work: work.add_revision(a_revision(number=2), "e" * 64),
    "noting a reply": lambda work: work.add_reply(
        letter_id=1,
        message_id_sha256="m" * 64,
        text_sha256="t" * 64,
        mail_id=1,
        role=MailboxRole.SENT,
        action="approve",
        origin="sent_copy",
        at=NOW,
    ),
}


@pytest.mark.parametrize("step", RACES.values(), ids=RACES)
def test_of_many_at_once_one_wins(
    full: Database, open_store: Callable[[], Database], step: Callable[[Transaction], object]
) -> None:
    with full.transaction() as work:
        work.queue_mail(a_mail_out())
    results = race(open_store, step)
    assert sorted(map(bool, results)) == [False] * 5 + [True]


# Together or not at all.


def test_a_checkpoint_and_the_mails_it_covers_are_lost_together(store: Database) -> None:
    with suppress(BrokenError), store.transaction() as work:
        work.add_mail(a_mail_in(), MailboxRole.INBOX)
        work.save_checkpoint(CHECKPOINT)
        raise BrokenError
    with store.transaction() as work:
        assert work.load_checkpoint("INBOX") is None
        assert work.load_open_mails(now=NOW) == []
    with store.transaction() as work:
        work.add_mail(a_mail_in(), MailboxRole.INBOX)
        work.save_checkpoint(CHECKPOINT)
    with store.transaction() as work:
        assert work.load_checkpoint("INBOX") == CHECKPOINT
        assert len(work.load_open_mails(now=NOW)) == 1


def test_a_checkpoint_moves_for_its_own_mailbox(store: Database) -> None:
    with store.transaction() as work:
        work.save_checkpoint(CHECKPOINT)
        work.save_checkpoint(Checkpoint(mailbox="Sent", uidvalidity=1, uid=3))
        work.save_checkpoint(replace(CHECKPOINT, uid=2))
    with store.transaction() as work:
        assert work.load_checkpoint("INBOX") == replace(CHECKPOINT, uid=2)
        assert work.load_checkpoint("Sent") == Checkpoint(mailbox="Sent", uidvalidity=1, uid=3)
        assert work.load_checkpoint("Other") is None


def test_even_what_ends_the_program_undoes_a_transaction(store: Database) -> None:
    def interrupted() -> None:
        with store.transaction() as work:
            work.save_fact("a", "1")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with store.transaction() as work:
        assert work.load_fact("a") is None


def test_what_was_committed_is_seen_by_others_and_what_was_not_is_not(
    store: Database, open_store: Callable[[], Database]
) -> None:
    with store.transaction() as work:
        work.save_fact("a", "1")
    with open_store().transaction() as work:
        assert work.load_fact("a") == "1"


# Received mail.


def test_a_mail_that_is_done_keeps_its_identity_and_verdict_and_loses_its_bytes(store: Database) -> None:
    with store.transaction() as work:
        work.add_mail(a_mail_in(), MailboxRole.INBOX)
        work.finish_mail(1, verdict="other")
        assert work.load_open_mails(now=NOW) == []
        assert not work.add_mail(a_mail_in(), MailboxRole.INBOX)
        assert work.load_known_headers("INBOX", ["h1", "h2"]) == {"h1"}
        assert work.load_known_headers("Sent", ["h1"]) == set()


def test_a_mail_that_waits_comes_again_when_its_time_has_come(store: Database) -> None:
    with store.transaction() as work:
        work.add_mail(a_mail_in(), MailboxRole.INBOX)
        work.postpone_mail(1, until=NOW + MINUTE)
        assert work.load_open_mails(now=NOW) == []
        (mail,) = work.load_open_mails(now=NOW + MINUTE)
        assert (mail.state, mail.raw) == (MailState.WAITING, a_mail_in().raw)


def test_a_mail_that_was_put_aside_does_not_come_again(store: Database) -> None:
    with store.transaction() as work:
        work.add_mail(a_mail_in(), MailboxRole.INBOX)
        assert [work.count_failure(1) for _ in range(3)] == [1, 2, 3]
        work.shunt_mail(1, reason="x" * 1000)
        assert work.load_open_mails(now=NOW + 10**6 * MINUTE) == []


def test_mails_come_oldest_first_and_not_too_many_at_once(store: Database) -> None:
    with store.transaction() as work:
        for uid in range(1, 8):
            work.add_mail(a_mail_in(uid=uid), MailboxRole.INBOX)
        assert [mail.id for mail in work.load_open_mails(now=NOW, limit=5)] == [1, 2, 3, 4, 5]


# The two copies of a reply.


def noted(work: Transaction, role: MailboxRole, message_id: str, text: str, *, letter_id: int | None = 1) -> str:
    """Take a copy of a reply as the flow does: what was seen before is attached, what was not is noted."""
    mine = {"letter_id": letter_id, "message_id_sha256": message_id, "text_sha256": text, "mail_id": 5, "role": role}
    if work.attach_reply(**mine):  # type: ignore[arg-type]
        return "copy"
    assert work.add_reply(**mine, action="undo", origin="sent_copy", at=NOW)  # type: ignore[arg-type]
    return "new"


def test_replies_that_were_acted_on_are_told_newest_first(store: Database) -> None:
    with store.transaction() as work:
        for number in range(3):
            work.add_reply(
                letter_id=1,
                message_id_sha256=f"m{number}",
                text_sha256="t",
                mail_id=number,
                role=MailboxRole.SENT,
                action=Action.UNDO if number else Action.SKIP,
                origin="sent_copy",
                at=NOW + number * MINUTE,
            )
        latest = PastReply(at=NOW + 2 * MINUTE, action=Action.UNDO)
        assert work.load_replies(since=NOW + MINUTE) == [latest, PastReply(at=NOW + MINUTE, action=Action.UNDO)]


INBOX, SENT = MailboxRole.INBOX, MailboxRole.SENT
COPIES: dict[str, tuple[list[tuple[MailboxRole, str, str]], list[str]]] = {
    "the same Message-ID in the other mailbox is a copy": ([(SENT, "m1", "t"), (INBOX, "m1", "t")], ["new", "copy"]),
    "the same Message-ID with other line breaks is a copy": ([(SENT, "m1", "t"), (INBOX, "m1", "u")], ["new", "copy"]),
    "the same text under an id that the provider rewrote is a copy": (
        [(SENT, "m1", "t"), (INBOX, "m2", "t")],
        ["new", "copy"],
    ),
    "the same text again in the same mailbox is a reply of its own": (
        [(SENT, "m1", "t"), (SENT, "m2", "t")],
        ["new", "new"],
    ),
    "another text is a reply of its own": ([(SENT, "m1", "t"), (INBOX, "m2", "u")], ["new", "new"]),
    "two replies with two copies each are two": (
        [(SENT, "m1", "t"), (INBOX, "m1", "t"), (SENT, "m2", "t"), (INBOX, "m2", "t")],
        ["new", "copy", "new", "copy"],
    ),
    "a reply that was seen in both mailboxes takes no third copy by its text": (
        [(SENT, "m1", "t"), (INBOX, "m1", "t"), (INBOX, "m2", "t")],
        ["new", "copy", "new"],
    ),
    "a reply that reached INBOX first takes its copy in Sent": (
        [(INBOX, "m1", "t"), (SENT, "m1", "t"), (SENT, "m2", "t")],
        ["new", "copy", "new"],
    ),
}


@pytest.mark.parametrize(("arrivals", "expected"), COPIES.values(), ids=COPIES)
def test_copies_of_a_reply(full: Database, arrivals: list[tuple[MailboxRole, str, str]], expected: list[str]) -> None:
    with full.transaction() as work:
        assert [noted(work, role, message_id, text) for role, message_id, text in arrivals] == expected


def test_the_same_words_to_another_letter_are_a_reply_of_their_own(full: Database) -> None:
    with full.transaction() as work:
        assert noted(work, SENT, "m1", "t") == "new"
        assert noted(work, INBOX, "m2", "t", letter_id=2) == "new"
        assert noted(work, INBOX, "m3", "t", letter_id=None) == "new"
        assert noted(work, SENT, "m4", "t", letter_id=None) == "copy"


# The order in which mails leave, and what is looked for.


def test_letters_leave_before_mails_and_each_by_its_time(full: Database) -> None:
    with full.transaction() as work:
        work.add_letter(a_letter(token_sha256="b" * 64), key="two")
        work.queue_mail(a_mail_out(due_at=NOW - 9 * MINUTE))
        work.queue_mail(a_letter_out(1, due_at=NOW))
        work.queue_mail(a_letter_out(2, due_at=NOW - MINUTE))
        assert [item.letter_id for item in work.load_due_mails(now=NOW)] == [2, 1, None]
        assert [item.letter_id for item in work.load_due_mails(now=NOW - MINUTE)] == [2, None]
        assert work.load_next_due() == NOW - 9 * MINUTE


def test_what_is_not_waiting_is_neither_due_nor_next(full: Database) -> None:
    with full.transaction() as work:
        assert work.load_next_due() is None
        put_into(work, OutboxState.HELD)
        assert work.load_due_mails(now=NOW + 99 * MINUTE) == []
        assert work.load_next_due() is None


def test_a_mail_is_postponed_only_while_it_waits(full: Database) -> None:
    with full.transaction() as work:
        work.queue_mail(a_mail_out())
        work.postpone_delivery(1, NOW + 99 * MINUTE)
        assert work.load_outbox_item(1).due_at == NOW + 99 * MINUTE
        work.claim_mail(1, raw=b"", message_id="m", now=NOW)
        work.postpone_delivery(1, NOW)
        assert work.load_outbox_item(1).due_at == NOW + 99 * MINUTE


def test_only_mails_in_hand_count_as_interrupted(full: Database) -> None:
    found = {}
    for state in OutboxState:
        with suppress(BrokenError), full.transaction() as work:
            put_into(work, state)
            found[state] = bool(work.load_interrupted())
            raise BrokenError
    assert {state for state, interrupted in found.items() if interrupted} == {OutboxState.CONNECT, OutboxState.DATA}


def test_a_lost_mail_is_looked_for_at_its_time(full: Database) -> None:
    with full.transaction() as work:
        put_into(work, OutboxState.UNKNOWN)
        assert [item.id for item in work.load_lost(now=NOW)] == [1]
        work.note_look(1, looks=1, look_at=NOW + MINUTE)
        assert work.load_lost(now=NOW) == []
        assert work.load_lost(now=NOW + MINUTE)[0].looks == 1
        work.note_look(1, looks=5, look_at=None)
        assert work.load_lost(now=NOW + 10**6 * MINUTE) == []


def test_a_copy_in_sent_is_made_sure_of_at_its_time(full: Database) -> None:
    with full.transaction() as work:
        work.queue_mail(a_mail_out())
        work.claim_mail(1, raw=b"bytes", message_id="m@home.example", now=NOW)
        work.enter_data(1)
        work.end_attempt(1, OutboxEvent.ACCEPT, OK, now=NOW, copy_at=NOW + MINUTE)
        assert work.load_copies_due(now=NOW) == []
        assert [item.id for item in work.load_copies_due(now=NOW + MINUTE)] == [1]
        work.postpone_copy(1, None)
        assert work.load_copies_due(now=NOW + 99 * MINUTE) == []


def test_what_left_is_counted_by_kind(full: Database) -> None:
    with full.transaction() as work:
        for item in (a_mail_out(), a_letter_out(1)):
            work.queue_mail(item)
        for key, at in ((1, NOW), (2, NOW + MINUTE)):
            work.claim_mail(key, raw=b"", message_id=f"m{key}", now=at)
            work.enter_data(key)
            work.end_attempt(key, OutboxEvent.ACCEPT, OK, now=at)
        assert work.load_sent_times(letters=False, since=NOW) == [NOW]
        assert work.load_sent_times(letters=True, since=NOW) == [NOW + MINUTE]
        assert work.load_sent_times(letters=True, since=NOW + 2 * MINUTE) == []


def test_a_mail_of_ours_is_found_by_its_id(full: Database) -> None:
    with full.transaction() as work:
        work.queue_mail(a_letter_out(1))
        found = work.find_outbox(["x@x.example", "token1@home.example"])
        assert found is not None
        assert found.letter_id == 1
        assert work.find_outbox(["x@x.example"]) is None
        assert work.find_outbox([]) is None
        work.drop_bytes(1)
        assert work.load_outbox_item(1).raw is None


# Drafts that are due.


DUE = {
    "planned, and its time has come": (a_follow_up(state=FollowUpState.PLANNED, snoozed_until=None), True),
    "planned for later": (a_follow_up(state=FollowUpState.PLANNED, draft_at=NOW + MINUTE, snoozed_until=None), False),
    "planned, but snoozed": (a_follow_up(state=FollowUpState.PLANNED, snoozed_until=NOW + MINUTE), False),
    "planned, and awake again": (a_follow_up(state=FollowUpState.PLANNED, snoozed_until=NOW), True),
    "shown": (a_follow_up(state=FollowUpState.WAITING, snoozed_until=None), False),
    "shown, and snoozed": (a_follow_up(state=FollowUpState.WAITING, snoozed_until=NOW + MINUTE), False),
    "shown, and awake again": (a_follow_up(state=FollowUpState.WAITING, snoozed_until=NOW), True),
    "approved": (a_follow_up(state=FollowUpState.APPROVED, snoozed_until=None), False),
    "skipped": (a_follow_up(state=FollowUpState.SKIPPED, snoozed_until=NOW), False),
}


@pytest.mark.parametrize(("follow_up", "due"), DUE.values(), ids=DUE)
def test_a_draft_is_due_that_is(store: Database, follow_up: object, due: bool) -> None:
    with store.transaction() as work:
        work.add_interview(INTERVIEW)
        work.add_follow_up(follow_up)  # type: ignore[arg-type]
        assert bool(work.load_drafts_due(now=NOW)) is due


def test_follow_ups_are_found_by_interview_and_state(full: Database) -> None:
    with full.transaction() as work:
        work.add_interview(INTERVIEW)
        work.add_follow_up(a_follow_up(interview_id=2, state=FollowUpState.WAITING))
        assert [one.id for one in work.load_follow_ups()] == [1, 2]
        assert [one.id for one in work.load_follow_ups(interview_id=2)] == [2]
        assert [one.id for one in work.load_follow_ups(states=(FollowUpState.CANCELLED,))] == [1]
        assert work.load_follow_ups(states=()) == []


# The journal, facts and parts.


def test_the_journal_only_grows(store: Database) -> None:
    with store.transaction() as work:
        for number in range(3):
            work.add_journal(NOW, "decided", f"interview:{number % 2}", number=number, nothing=None, long="x" * 900)
    with store.transaction() as work:
        entries = work.load_journal()
        assert [entry.detail["number"] for entry in entries] == ["2", "1", "0"]
        assert all("nothing" not in entry.detail and len(entry.detail["long"]) == 500 for entry in entries)
        assert [entry.detail["number"] for entry in work.load_journal(subject="interview:0")] == ["2", "0"]
        assert len(work.load_journal(limit=1)) == 1
    changing = {name for name in dir(Transaction) if "journal" in name}
    assert changing == {"add_journal", "load_journal"}


def test_facts_are_set_replaced_and_removed(store: Database) -> None:
    with store.transaction() as work:
        work.save_fact("a", "1")
        work.save_fact("a", "2")
        assert work.load_fact("a") == "2"
        work.save_fact("a", None)
        work.save_fact("a", None)
        assert work.load_fact("a") is None


def test_a_part_tells_what_is_news_and_since_when(store: Database) -> None:
    with store.transaction() as work:
        assert work.set_part("smtp", "ok", "", now=NOW)
        assert not work.set_part("smtp", "ok", "", now=NOW + MINUTE)
        assert work.set_part("smtp", "refused", "wrong password", now=NOW + 2 * MINUTE)
        assert not work.set_part("smtp", "refused", "still wrong", now=NOW + 3 * MINUTE)
        (part,) = work.load_parts()
    assert (part.name, part.state, part.detail, part.since) == ("smtp", "refused", "still wrong", NOW + 2 * MINUTE)


# Several at once.


def test_many_threads_with_connections_of_their_own_never_meet_a_locked_database(
    full: Database, open_store: Callable[[], Database]
) -> None:
    problems: list[Exception] = []

    def write(database: Database, name: str) -> None:
        try:
            for number in range(25):
                with database.transaction() as work:
                    work.load_fact(name)  # reads first and writes later: what must not fail half-way
                    work.save_fact(name, str(number))
                    work.add_journal(NOW, "step", name, number=number)
        except Exception as exc:  # noqa: BLE001  told below
            problems.append(exc)

    threads = [threading.Thread(target=write, args=(open_store(), f"t{n}")) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert problems == []
    with full.transaction() as work:
        assert [work.load_fact(f"t{n}") for n in range(4)] == ["24"] * 4
        assert len(work.load_journal(limit=1000)) == 100


_OTHER_PROCESS = """
import sys
from datetime import UTC, datetime
from bot.storage.database import Database
database = Database(sys.argv[1])
for number in range(40):
    with database.transaction() as work:
        seen = int(work.load_fact("count") or 0)
        work.save_fact("count", str(seen + 1))
        work.add_journal(datetime.now(UTC), "counted", sys.argv[2])
database.close()
"""


def test_two_processes_at_once_lose_nothing(full: Database, url: str) -> None:
    command = [sys.executable, "-c", _OTHER_PROCESS, url]
    running = [subprocess.Popen([*command, name], stderr=subprocess.PIPE, text=True) for name in ("one", "two")]
    for _ in range(40):
        with full.transaction() as work:
            work.save_fact("count", str(int(work.load_fact("count") or 0) + 1))
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in running] == [("", 0)] * 2
    with full.transaction() as work:
        assert work.load_fact("count") == "120"
