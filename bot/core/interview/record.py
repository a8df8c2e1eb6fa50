"""From a reading to what changes in the record. Whatever is in doubt is asked; what is known already makes no second letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from bot.core.interview.conversation import is_human, is_own
from bot.core.interview.facts import add_facts, is_older_invitation, new_interview, with_time
from bot.core.interview.intents import (
    AddInterview,
    AskOwner,
    ChangeInterview,
    Leave,
    LeaveReason,
    NoteAnswer,
    RecordIntent,
)
from bot.core.interview.lessons import LEARNED
from bot.core.interview.status import allows, next_status
from bot.core.interview.types import Interview, InterviewEvent, InterviewStatus
from bot.core.message.types import Message, Owner
from bot.core.reading.types import Kind, QuestionTopic, Reading

ENDINGS: Final = frozenset({Kind.REJECTION, Kind.OFFER})
"""Kinds that close the case, whoever or whatever wrote them."""

_BY_HAND: Final = frozenset({Kind.UPDATE, Kind.SCHEDULING, Kind.OTHER, Kind.RECEIVED})
_MACHINES: Final = frozenset({Kind.AUTO_REPLY, Kind.BOUNCE})


def record_reading(
    *, reading: Reading, message: Message, received_at: datetime, known: Interview | None, owner: Owner, now: datetime
) -> list[RecordIntent]:
    """Return what this mail changes in the record: at least one intent, to be carried out in order.

    ``known``: the interview that `match_interview` found. ``received_at``, ``now`` aware. An interview of the past is recorded like
    any other: whether anything is still to be written is the plan's decision.
    """
    if is_own(message, owner):
        return [Leave(reason=LeaveReason.OWN_MAIL)]
    if reading.kind in _MACHINES:
        return [Leave(reason=LeaveReason.AUTOMATIC)]
    received_at = min(received_at, now).astimezone(UTC)
    if known is None:
        return [_record_unknown(reading, message, owner, received_at)]
    if known.status is InterviewStatus.DISMISSED:
        again = _is_doubted_lesson(reading)
        return [_record_unknown(reading, message, owner, received_at) if again else Leave(reason=LeaveReason.DISMISSED)]
    if reading.kind.dated:
        return [_record_dated(reading, message, known, owner, received_at)]
    return _record_answer(reading, message, known, owner, received_at)


def apply_answer(interview: Interview, answer: NoteAnswer) -> Interview:
    """Return the record after their answer: a rejection or an offer closes the case, anything else stops the chasing (E26)."""
    answered = replace(interview, answered_at=max(answer.at, interview.answered_at or answer.at))
    if answer.kind in ENDINGS and allows(interview.status, InterviewEvent.CLOSED):
        return replace(answered, status=next_status(interview.status, InterviewEvent.CLOSED))
    return answered


def _record_unknown(reading: Reading, message: Message, owner: Owner, received_at: datetime) -> RecordIntent:
    if reading.kind is Kind.CANCELLATION or reading.kind in ENDINGS:
        return Leave(reason=LeaveReason.UNKNOWN_INTERVIEW)
    if reading.certain and not reading.kind.fixes:
        return Leave(reason=LeaveReason.NOT_ABOUT_INTERVIEW)
    topic = _question(reading)
    status = InterviewStatus.EXPECTED if topic is None else InterviewStatus.UNSURE
    interview = new_interview(reading, message, status=status, owner=owner, received_at=received_at)
    return AddInterview(interview=interview) if topic is None else AskOwner(topic=topic, interview=interview)


def _is_doubted_lesson(reading: Reading) -> bool:
    """Whether the owner dismissed this conversation, and the mail says what he may not have meant by that."""
    return not reading.certain and any(reason.name == LEARNED for reason in reading.reasons)


def _question(reading: Reading) -> QuestionTopic | None:
    """Return what has to be asked before anything hangs on this mail."""
    if not reading.certain or "kind" in reading.ask:
        return QuestionTopic.IS_INTERVIEW
    return QuestionTopic.WHICH_TIME if reading.start is None or "start" in reading.ask else None


def _record_dated(
    reading: Reading, message: Message, known: Interview, owner: Owner, received_at: datetime
) -> RecordIntent:
    if is_older_invitation(reading, known):
        return Leave(reason=LeaveReason.OLDER_SEQUENCE)
    if known.status is InterviewStatus.CLOSED:
        return Leave(reason=LeaveReason.CASE_CLOSED)
    if reading.kind is Kind.CANCELLATION:
        return _record_cancellation(reading, message, known, owner, received_at)
    informed = add_facts(known, reading, message, owner=owner, received_at=received_at)
    if (topic := _question(reading)) is not None:
        return _record_doubt(topic, reading, known, informed)
    return _record_time(reading, known, with_time(informed, reading))


def _record_cancellation(
    reading: Reading, message: Message, known: Interview, owner: Owner, received_at: datetime
) -> RecordIntent:
    if known.status is InterviewStatus.CANCELLED:
        return Leave(reason=LeaveReason.ALREADY_CANCELLED)
    if not reading.certain:
        return AskOwner(topic=QuestionTopic.IS_INTERVIEW, interview=known)
    after = add_facts(known, reading, message, owner=owner, received_at=received_at)
    return _changed(known, after, InterviewEvent.CALLED_OFF)


def _record_doubt(topic: QuestionTopic, reading: Reading, known: Interview, informed: Interview) -> RecordIntent:
    """A doubtful mail about a known talk: facts if it agrees with the record, else one question; the record stands until the answer."""
    told = tuple(option.astimezone(UTC) for option in (reading.start_options or (reading.start,)) if option)
    if known.start is not None and (not told or known.start in told):
        return _facts_only(known, informed)
    options = tuple(dict.fromkeys((*((known.start,) if known.start else ()), *told)))
    if known.status is InterviewStatus.UNSURE and (
        topic is QuestionTopic.IS_INTERVIEW or options == known.start_options
    ):
        return Leave(reason=LeaveReason.ALREADY_ASKED)
    asked = QuestionTopic.WHICH_TIME if known.status is not InterviewStatus.UNSURE else topic
    return AskOwner(topic=asked, interview=replace(informed, start_options=options))


def _record_time(reading: Reading, known: Interview, after: Interview) -> RecordIntent:
    """A certain time: the known one (facts), another one (moved), or the answer to a doubt (confirmed)."""
    if known.status is InterviewStatus.EXPECTED and known.start is not None and after.start == known.start:
        return _facts_only(known, after)
    was_fixed = known.start is not None and after.start != known.start
    moved = was_fixed or reading.kind is Kind.RESCHEDULE
    return _changed(known, after, InterviewEvent.MOVED if moved else InterviewEvent.CONFIRMED)


def _record_answer(
    reading: Reading, message: Message, known: Interview, owner: Owner, received_at: datetime
) -> list[RecordIntent]:
    """Mail without a time: facts of it, and an answer where it ends the case or a person wrote it after the talk had begun."""
    if known.status is InterviewStatus.CLOSED:
        return [Leave(reason=LeaveReason.CASE_CLOSED)]
    informed = add_facts(known, reading, message, owner=owner, received_at=received_at)
    intents: list[RecordIntent] = [] if informed == known else [_facts_only(known, informed)]
    if _is_answer(reading, message, known, owner, received_at):
        kind, asked = _answer_kind(reading), reading.wants_references
        intents.append(NoteAnswer(interview_id=known.id, kind=kind, at=received_at, wants_references=asked))
    return intents or [Leave(reason=LeaveReason.NOT_ABOUT_INTERVIEW)]


def _is_answer(reading: Reading, message: Message, known: Interview, owner: Owner, received_at: datetime) -> bool:
    if reading.kind in ENDINGS and reading.certain:
        return True
    by_hand = reading.kind in _BY_HAND or reading.kind in ENDINGS
    spoken = is_human(message, owner) or reading.wants_references  # a service may ask for them in the company's name
    return by_hand and spoken and known.start is not None and received_at >= known.start


def _answer_kind(reading: Reading) -> Kind:
    """A doubtful rejection or offer closes nothing: it counts as a word from them."""
    return reading.kind if reading.certain or reading.kind not in ENDINGS else Kind.UPDATE


def _facts_only(known: Interview, after: Interview) -> RecordIntent:
    if after == known:
        return Leave(reason=LeaveReason.ALREADY_KNOWN)
    return ChangeInterview(before=known, after=after, event=None)


def _changed(known: Interview, after: Interview, event: InterviewEvent) -> RecordIntent:
    return ChangeInterview(before=known, after=replace(after, status=next_status(known.status, event)), event=event)
