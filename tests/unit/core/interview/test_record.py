"""What a mail changes in the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from bot.core.interview.intents import (
    AddInterview,
    AskOwner,
    ChangeInterview,
    Leave,
    LeaveReason,
    NoteAnswer,
    RecordIntent,
)
from bot.core.interview.record import apply_answer, record_reading
from bot.core.interview.types import Interview, InterviewEvent, InterviewStatus
from bot.core.message.types import Address, Message
from bot.core.reading.types import ContactWish, Kind, Person, QuestionTopic, Reading, Reason
from tests.unit.core.interview.examples import JANE, NOW, OWNER, RITA, START, a_message, a_reading, an_interview

LATER = START + timedelta(days=7)
AFTER = START + timedelta(days=1)
DATED = (Kind.INTERVIEW, Kind.RESCHEDULE, Kind.CANCELLATION)


def record(
    reading: Reading, known: Interview | None = None, message: Message | None = None, at: datetime = NOW
) -> list[RecordIntent]:
    mail = message or a_message(date=at)
    return record_reading(reading=reading, message=mail, received_at=at, known=known, owner=OWNER, now=at)


def changed(intents: list[RecordIntent]) -> ChangeInterview:
    (intent,) = intents
    assert isinstance(intent, ChangeInterview)
    return intent


def asked(intents: list[RecordIntent]) -> AskOwner:
    (intent,) = intents
    assert isinstance(intent, AskOwner)
    return intent


def left(intents: list[RecordIntent]) -> LeaveReason:
    (intent,) = intents
    assert isinstance(intent, Leave)
    return intent.reason


def test_a_confirmation_becomes_an_expected_interview_in_utc() -> None:
    berlin = START.astimezone(ZoneInfo("Europe/Berlin"))
    reasons = (Reason(name="a", weight=1, evidence="see you"), Reason(name="b", weight=3, evidence="your interview"))
    reading = a_reading(
        start=berlin, tz="Europe/Berlin", tz_stated=True, interviewers=(JANE,), contact=RITA, reasons=reasons
    )
    (intent,) = record(reading)
    assert isinstance(intent, AddInterview)
    found = intent.interview
    assert (found.id, found.status, found.start, found.tz) == (0, InterviewStatus.EXPECTED, START, "Europe/Berlin")
    assert found.start is not None
    assert found.start.tzinfo is UTC
    assert found.evidence == ("your interview", "see you"), "the weightiest words first"
    assert found.head is not None
    assert found.head.message_id == "m1@acme.example"


def test_the_owners_own_zone_is_not_taken_for_theirs() -> None:
    (intent,) = record(a_reading(tz="Europe/Berlin", tz_stated=False))
    assert isinstance(intent, AddInterview)
    assert intent.interview.tz is None


def test_an_interview_of_the_past_is_recorded_all_the_same() -> None:
    assert isinstance(record(a_reading(), at=START + timedelta(days=30))[0], AddInterview)


@pytest.mark.parametrize(
    ("reading", "topic"),
    [
        pytest.param(a_reading(certain=False, ask=("kind",)), QuestionTopic.IS_INTERVIEW, id="the kind is in doubt"),
        pytest.param(
            a_reading(start=None, start_options=(START, LATER)), QuestionTopic.WHICH_TIME, id="two readings of the time"
        ),
        pytest.param(a_reading(start=None), QuestionTopic.WHICH_TIME, id="no time at all"),
        pytest.param(a_reading(ask=("start",)), QuestionTopic.WHICH_TIME, id="a time in doubt"),
        pytest.param(a_reading(Kind.OTHER, certain=False), QuestionTopic.IS_INTERVIEW, id="it might be one after all"),
    ],
)
def test_doubt_is_asked_and_nothing_hangs_on_it(reading: Reading, topic: QuestionTopic) -> None:
    question = asked(record(reading))
    assert question.topic is topic
    assert question.interview.status is InterviewStatus.UNSURE
    assert question.interview.start_options == reading.start_options


def test_a_doubt_about_the_company_alone_does_not_stop_the_record() -> None:
    assert isinstance(record(a_reading(company=None, ask=("company",)))[0], AddInterview)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (Kind.CANCELLATION, LeaveReason.UNKNOWN_INTERVIEW),
        (Kind.REJECTION, LeaveReason.UNKNOWN_INTERVIEW),
        (Kind.SCHEDULING, LeaveReason.NOT_ABOUT_INTERVIEW),
        (Kind.RECEIVED, LeaveReason.NOT_ABOUT_INTERVIEW),
        (Kind.OTHER, LeaveReason.NOT_ABOUT_INTERVIEW),
        (Kind.AUTO_REPLY, LeaveReason.AUTOMATIC),
        (Kind.BOUNCE, LeaveReason.AUTOMATIC),
    ],
)
def test_what_is_about_no_known_interview_is_left(kind: Kind, reason: LeaveReason) -> None:
    assert left(record(a_reading(kind))) is reason


def test_the_owners_own_mail_records_nothing() -> None:
    mail = a_message(from_=(Address(email=OWNER.aliases[0]),))
    assert left(record(a_reading(), an_interview(), mail)) is LeaveReason.OWN_MAIL


def test_a_reminder_adds_facts_and_makes_no_event() -> None:
    known = an_interview(interviewers=(Person(name="Jane"),), medium=None)
    reading = a_reading(interviewers=(JANE,), meeting_url="https://meet.example/1", decision_by=date(2027, 5, 20))
    change = changed(record(reading, known))
    assert change.event is None
    assert change.after.interviewers == (JANE,)
    assert change.after.meeting_url == "https://meet.example/1"
    assert change.after.decision_by == date(2027, 5, 20)


def test_the_same_mail_again_changes_nothing() -> None:
    first = changed(record(a_reading(), an_interview())).after
    assert left(record(a_reading(), first)) is LeaveReason.ALREADY_KNOWN


@pytest.mark.parametrize("kind", [Kind.INTERVIEW, Kind.RESCHEDULE])
def test_another_time_moves_the_interview_and_forgets_the_old_answer(kind: Kind) -> None:
    known = an_interview(answered_at=AFTER)
    change = changed(record(a_reading(kind, start=LATER, duration_minutes=30), known))
    assert change.event is InterviewEvent.MOVED
    assert (change.after.start, change.after.end) == (LATER, LATER + timedelta(minutes=30))
    assert change.after.answered_at is None


def test_a_reschedule_to_the_known_time_is_a_reminder() -> None:
    assert changed(record(a_reading(Kind.RESCHEDULE), an_interview())).event is None


class TestInvitations:
    """iCalendar (RFC 5546 §2.1.4, §2.1.5)."""

    KNOWN = an_interview(calendar_uid="u1", calendar_sequence=2)

    def test_an_older_sequence_is_ignored(self) -> None:
        reading = a_reading(start=LATER, calendar_uid="u1", calendar_sequence=1)
        assert left(record(reading, self.KNOWN)) is LeaveReason.OLDER_SEQUENCE

    def test_an_older_cancellation_is_ignored(self) -> None:
        reading = a_reading(Kind.CANCELLATION, calendar_uid="u1", calendar_sequence=1)
        assert left(record(reading, self.KNOWN)) is LeaveReason.OLDER_SEQUENCE

    def test_the_same_uid_at_another_time_moves(self) -> None:
        reading = a_reading(start=LATER, calendar_uid="u1", calendar_sequence=3)
        change = changed(record(reading, self.KNOWN))
        assert change.event is InterviewEvent.MOVED
        assert change.after.calendar_sequence == 3

    def test_a_newer_version_replaces_the_people_but_keeps_their_addresses(self) -> None:
        reading = a_reading(
            calendar_uid="u1", calendar_sequence=3, interviewers=(Person(name="Jane Doe"), Person(name="Ana Lund"))
        )
        known = replace(self.KNOWN, interviewers=(JANE, RITA))
        assert changed(record(reading, known)).after.interviewers == (JANE, Person(name="Ana Lund"))

    def test_another_sequence_of_another_uid_is_no_matter(self) -> None:
        reading = a_reading(calendar_uid="u2", calendar_sequence=0)
        assert changed(record(reading, self.KNOWN)).after.calendar_uid == "u2"


def test_a_cancellation_calls_it_off_once() -> None:
    change = changed(record(a_reading(Kind.CANCELLATION), an_interview()))
    assert (change.event, change.after.status) == (InterviewEvent.CALLED_OFF, InterviewStatus.CANCELLED)
    assert left(record(a_reading(Kind.CANCELLATION), change.after)) is LeaveReason.ALREADY_CANCELLED


def test_a_doubtful_cancellation_is_asked() -> None:
    assert asked(record(a_reading(Kind.CANCELLATION, certain=False), an_interview())).interview == an_interview()


def test_a_cancelled_interview_can_be_confirmed_again() -> None:
    known = an_interview(status=InterviewStatus.CANCELLED)
    again = changed(record(a_reading(), known))
    assert (again.event, again.after.status) == (InterviewEvent.CONFIRMED, InterviewStatus.EXPECTED)
    moved = changed(record(a_reading(Kind.RESCHEDULE, start=LATER), known))
    assert (moved.event, moved.after.status) == (InterviewEvent.MOVED, InterviewStatus.EXPECTED)


def test_a_doubt_is_settled_by_a_clear_mail() -> None:
    known = an_interview(status=InterviewStatus.UNSURE, start=None, end=None, start_options=(START, LATER))
    change = changed(record(a_reading(start=LATER), known))
    assert change.event is InterviewEvent.CONFIRMED
    assert (change.after.start, change.after.start_options) == (LATER, ())
    assert change.after.end == LATER + timedelta(minutes=60)


def test_the_same_doubt_is_not_asked_twice() -> None:
    known = an_interview(status=InterviewStatus.UNSURE, start=None, end=None, start_options=(START, LATER))
    again = a_reading(start=None, start_options=(START, LATER))
    assert left(record(again, known)) is LeaveReason.ALREADY_ASKED


def test_a_doubtful_new_time_leaves_the_old_one_standing_until_the_owner_answers() -> None:
    question = asked(record(a_reading(Kind.RESCHEDULE, start=None, start_options=(LATER,)), an_interview()))
    assert question.topic is QuestionTopic.WHICH_TIME
    assert (question.interview.status, question.interview.start) == (InterviewStatus.EXPECTED, START)
    assert question.interview.start_options == (START, LATER)


def test_a_doubtful_reminder_of_the_known_time_asks_nothing() -> None:
    reading = a_reading(start=None, start_options=(START, LATER))
    assert changed(record(reading, an_interview())).event is None


@pytest.mark.parametrize(("kind", "status"), list(product(DATED, [InterviewStatus.CLOSED, InterviewStatus.DISMISSED])))
def test_no_mail_touches_what_the_owner_has_ended(kind: Kind, status: InterviewStatus) -> None:
    expected = {
        InterviewStatus.CLOSED: LeaveReason.CASE_CLOSED,
        InterviewStatus.DISMISSED: LeaveReason.DISMISSED,
    }[status]
    assert left(record(a_reading(kind, start=LATER), an_interview(status=status))) is expected


class TestAnswers:
    """E26: their word stops the chasing; a rejection or an offer closes the case."""

    @pytest.mark.parametrize("kind", [Kind.UPDATE, Kind.SCHEDULING, Kind.OTHER, Kind.REJECTION, Kind.OFFER])
    def test_a_persons_mail_after_the_talk_is_an_answer(self, kind: Kind) -> None:
        assert NoteAnswer(interview_id=7, kind=kind, at=AFTER) in record(a_reading(kind), an_interview(), at=AFTER)

    @pytest.mark.parametrize("kind", [Kind.UPDATE, Kind.SCHEDULING, Kind.OTHER])
    def test_before_the_talk_it_is_none(self, kind: Kind) -> None:
        intents = record(a_reading(kind), an_interview(), at=NOW)
        assert not any(isinstance(intent, NoteAnswer) for intent in intents)

    @pytest.mark.parametrize(
        "message",
        [
            pytest.param(a_message(sender="no-reply@acme.example"), id="nobody reads the sender"),
            pytest.param(a_message(headers=(("auto-submitted", "auto-replied"),)), id="a responder"),
            pytest.param(a_message(headers=(("list-id", "<jobs.acme.example>"),)), id="a mailing list"),
        ],
    )
    def test_a_machines_mail_is_none(self, message: Message) -> None:
        intents = record(a_reading(Kind.UPDATE), an_interview(), message, at=AFTER)
        assert not any(isinstance(intent, NoteAnswer) for intent in intents)

    def test_a_rejection_counts_whoever_sends_it(self) -> None:
        mail = a_message(sender="no-reply@us.greenhouse-mail.io")
        assert record(a_reading(Kind.REJECTION), an_interview(), mail, at=AFTER)[-1] == NoteAnswer(
            interview_id=7, kind=Kind.REJECTION, at=AFTER
        )

    @pytest.mark.parametrize("sender", ["maya@acme.example", "no-reply@checks.example"])
    def test_references_they_ask_for_are_told_whoever_writes(self, sender: str) -> None:
        reading = replace(a_reading(Kind.UPDATE), wants_references=True)
        answer = record(reading, an_interview(), a_message(sender=sender), at=AFTER)[-1]
        assert answer == NoteAnswer(interview_id=7, kind=Kind.UPDATE, at=AFTER, wants_references=True)

    def test_a_doubtful_rejection_closes_nothing(self) -> None:
        answer = record(a_reading(Kind.REJECTION, certain=False), an_interview(), at=AFTER)[-1]
        assert isinstance(answer, NoteAnswer)
        assert answer.kind is Kind.UPDATE

    def test_wishes_and_dates_in_it_are_kept(self) -> None:
        reading = a_reading(Kind.UPDATE, decision_by=date(2027, 5, 28), contact_wish=ContactWish.NO_CHASING)
        change = record(reading, an_interview(), at=AFTER)[0]
        assert isinstance(change, ChangeInterview)
        assert change.event is None
        assert change.after.decision_by == date(2027, 5, 28)
        assert change.after.contact_wish is ContactWish.NO_CHASING

    @pytest.mark.parametrize("kind", [Kind.REJECTION, Kind.OFFER])
    def test_an_end_closes_the_case(self, kind: Kind) -> None:
        closed = apply_answer(an_interview(), NoteAnswer(interview_id=7, kind=kind, at=AFTER))
        assert (closed.status, closed.answered_at) == (InterviewStatus.CLOSED, AFTER)
        assert apply_answer(closed, NoteAnswer(interview_id=7, kind=kind, at=AFTER)) == closed

    def test_any_other_word_notes_the_moment_and_the_latest_stands(self) -> None:
        answered = apply_answer(an_interview(), NoteAnswer(interview_id=7, kind=Kind.UPDATE, at=AFTER))
        assert (answered.status, answered.answered_at) == (InterviewStatus.EXPECTED, AFTER)
        late = NoteAnswer(interview_id=7, kind=Kind.UPDATE, at=AFTER - timedelta(hours=1))
        assert apply_answer(answered, late) == answered


def test_every_mail_has_a_result_whatever_it_meets() -> None:
    for kind, status, certain, start in product(Kind, InterviewStatus, (True, False), (None, START, LATER)):
        intents = record(a_reading(kind, certain=certain, start=start), an_interview(status=status), at=AFTER)
        assert intents
