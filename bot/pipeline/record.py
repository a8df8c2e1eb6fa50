"""Arrow 3: what a mail from outside changes in the record, and what the owner is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState
from bot.core.interview.facts import find_evidence
from bot.core.interview.intents import (
    AddInterview,
    AskOwner,
    ChangeInterview,
    Leave,
    LeaveReason,
    NoteAnswer,
    RecordIntent,
)
from bot.core.interview.known import Known
from bot.core.interview.lessons import LEARNED, Author
from bot.core.interview.match import same_case
from bot.core.interview.record import ENDINGS, apply_answer, record_reading
from bot.core.interview.types import Interview, InterviewEvent, InterviewStatus
from bot.core.letter.context import Choice, Letter, LetterContext
from bot.core.letter.noted import write_cancelled, write_changed, write_noted
from bot.core.letter.notice import write_notice
from bot.core.letter.plan import name_follow_up, show_plan
from bot.core.letter.question import write_question
from bot.core.message.received import StoredMail
from bot.core.message.types import Message
from bot.core.reading.types import Kind, QuestionTopic, Reading, Reason
from bot.pipeline.plan import PlanStore, replan
from bot.pipeline.post import PostStore, new_context, post_letter
from bot.pipeline.setup import Setup


class RecordStore(PlanStore, PostStore, Protocol):
    """What recording needs."""


def record_mail(
    work: RecordStore, setup: Setup, mail: StoredMail, message: Message, reading: Reading, known: Known, now: datetime
) -> str:
    """Carry out what the reading of a mail changes; return a word for its verdict. ``known``: the record it was read with."""
    about = known.match(reading, message)
    intents = record_reading(
        reading=reading, message=message, received_at=mail.received_at, known=about, owner=setup.owner, now=now
    )
    words = [_carry_out(work, setup, mail, message, reading, about, intent, now) for intent in intents]
    return f"{reading.kind}: {', '.join(words) or 'nothing'}"


def _carry_out(
    work: RecordStore,
    setup: Setup,
    mail: StoredMail,
    message: Message,
    reading: Reading,
    known: Interview | None,
    intent: RecordIntent,
    now: datetime,
) -> str:
    match intent:
        case AddInterview(interview=interview):
            stored = _add(work, message, reading, interview)
            _journal(work, now, "interview_added", stored.id, reading.reasons)
            voided = replan(work, setup, stored, now)
            voided += note_next_round(work, setup, stored, at=mail.received_at, now=now)
            _tell_noted(work, setup, mail, stored, voided, reading.reasons, now)
            return "added"
        case ChangeInterview(before=before, after=after, event=event):
            follow_mail(work, after.id, message, reading)
            work.save_interview(after)
            _journal(work, now, f"interview_{event or 'completed'}", after.id, reading.reasons)
            voided = replan(work, setup, after, now)
            _tell_changed(work, setup, mail, before, after, event, voided, reading.reasons, now)
            return event or "completed"
        case NoteAnswer():
            return _note_answer(work, setup, mail, message, reading, intent, now)
        case AskOwner(topic=topic, interview=interview):
            stored = _add(work, message, reading, interview) if not interview.id else interview
            if interview.id:
                follow_mail(work, interview.id, message, reading)
                work.save_interview(interview)
            _journal(work, now, f"owner_asked_{topic}", stored.id, reading.reasons)
            replan(work, setup, stored, now)
            context = new_context(setup, now)
            letter = _question(setup, context, topic, stored, message, reading)
            post_letter(work, setup, context, letter, key=f"question:{mail.id}", interview_id=stored.id, waits=True)
            return f"asked {topic}"
        case Leave(reason=reason):
            if known and reason is LeaveReason.DISMISSED:
                _follow_thread(work, known.id, message)
            return f"left ({reason})"


def _question(
    setup: Setup,
    context: LetterContext,
    topic: QuestionTopic,
    interview: Interview,
    message: Message,
    reading: Reading,
) -> Letter:
    sender = message.sender.email if message.sender else "somebody"
    mail = f"the mail “{message.subject[:100]}” from {sender}"
    if topic is QuestionTopic.IS_INTERVIEW:
        question = f"I am not sure whether {mail} fixes an interview of yours. Until you tell me, nothing hangs on it."
        choices = [
            Choice(command="yes", label="Yes, it is an interview"),
            Choice(command="no", label="No, it is not"),
        ]
    else:
        question = f"I cannot tell which time {mail} means. Until you tell me, nothing hangs on it."
        choices = [_time_choice(setup, option) for option in interview.start_options]
    question += "".join(f" ({reason.evidence}.)" for reason in reading.reasons if reason.name == LEARNED)
    quoted = " … ".join(find_evidence(reading))
    return write_question(context, topic=topic, interview=interview, question=question, quoted=quoted, choices=choices)


def _time_choice(setup: Setup, option: datetime) -> Choice:
    shown = option.astimezone(setup.zone)
    return Choice(command=f"time: {shown:%Y-%m-%d %H:%M}", label=f"{shown:%a %d %B %Y, %H:%M}")


def _add(work: RecordStore, message: Message, reading: Reading, interview: Interview) -> Interview:
    stored = work.add_interview(interview)
    follow_mail(work, stored.id, message, reading)
    return stored


def follow_mail(work: RecordStore, interview_id: int, message: Message, reading: Reading) -> None:
    """Note to which conversation the mail belongs, and who wrote it."""
    _follow_thread(work, interview_id, message)
    if message.sender:
        work.add_author(interview_id, Author(email=message.sender.email, kind=reading.kind))


def _follow_thread(work: RecordStore, interview_id: int, message: Message) -> None:
    ids = (message.message_id, message.in_reply_to, *message.references)
    work.add_thread(interview_id, [message_id for message_id in ids if message_id])


def note_next_round(
    work: RecordStore, setup: Setup, interview: Interview, *, at: datetime, now: datetime
) -> list[FollowUp]:
    """Their invitation to the next talk answers what was open about the talks before it (E26); return the drafts that it makes void."""
    voided: list[FollowUp] = []
    for earlier in same_case(interview, work.load_interviews()):
        if earlier.status is InterviewStatus.EXPECTED and _is_before(earlier, interview):
            answered = apply_answer(earlier, NoteAnswer(interview_id=earlier.id, kind=Kind.INTERVIEW, at=at))
            work.save_interview(answered)
            voided += replan(work, setup, answered, now)
    return voided


def _is_before(earlier: Interview, later: Interview) -> bool:
    return earlier.end is not None and later.start is not None and earlier.end <= later.start


def _note_answer(
    work: RecordStore,
    setup: Setup,
    mail: StoredMail,
    message: Message,
    reading: Reading,
    intent: NoteAnswer,
    now: datetime,
) -> str:
    """Carry their answer over to every talk of the same application, and tell the owner once."""
    known = work.load_interview(intent.interview_id)
    if known is None:
        return "left"
    follow_mail(work, known.id, message, reading)
    voided: list[FollowUp] = []
    for before in [known, *_same_case(work, known, intent)]:
        after = apply_answer(before, intent)
        if after.status is InterviewStatus.CLOSED:
            after = replace(after, closed_for=intent.kind.value)
        work.save_interview(after)
        work.add_journal(now, "company_answered", f"interview:{after.id}", kind=intent.kind, status=after.status)
        voided += replan(work, setup, after, now)
    context = new_context(setup, now)
    lines = _answer_lines(known, intent, voided) + _replies(work, context, known, intent)
    letter = write_notice(context, headline=_answer_headline(known, intent), lines=lines, interview=known)
    post_letter(work, setup, context, letter, key=f"answered:{mail.id}", interview_id=known.id, waits=True)
    return f"answer {intent.kind}"


def _replies(work: RecordStore, context: LetterContext, known: Interview, intent: NoteAnswer) -> list[str]:
    """Tell of the answer to a rejection that is going to be proposed (E22)."""
    if intent.kind is not Kind.REJECTION:
        return []
    for interview in [known, *same_case(known, work.load_interviews())]:
        planned = work.load_follow_ups(interview_id=interview.id, states=(FollowUpState.PLANNED,))
        if replies := [one for one in planned if one.kind is FollowUpKind.REJECTION_REPLY]:
            return ["If you like, you answer in good grace:", *show_plan(context, interview, replies)]
    return []


def _same_case(work: RecordStore, known: Interview, intent: NoteAnswer) -> list[Interview]:
    """The other talks of the application that this answers: all when it ends the case, else those that have been held."""
    others = same_case(known, work.load_interviews())
    return [one for one in others if intent.kind in ENDINGS or (one.start is not None and one.start <= intent.at)]


def _answer_headline(interview: Interview, intent: NoteAnswer) -> str:
    return f"{interview.company or 'The company'} wrote to you ({intent.kind.replace('_', ' ')})"


def _answer_lines(interview: Interview, intent: NoteAnswer, voided: Sequence[FollowUp]) -> list[str]:
    lines = ["Read their mail in your own time; nothing is answered for you."]
    if intent.wants_references:
        lines.insert(0, "They ask you for references.")
    if voided:
        names = ", ".join(dict.fromkeys(name_follow_up(follow_up, interview) for follow_up in voided))
        lines.append(f"Because they wrote, this is cancelled: {names}. Nothing of it will be sent.")
    return lines


def _tell_noted(
    work: RecordStore,
    setup: Setup,
    mail: StoredMail,
    interview: Interview,
    voided: Sequence[FollowUp],
    reasons: Sequence[Reason],
    now: datetime,
) -> None:
    context = new_context(setup, now)
    follow_ups = work.load_follow_ups(interview_id=interview.id)
    letter = write_noted(context, interview=interview, follow_ups=follow_ups, reasons=reasons, voided=voided)
    post_letter(
        work, setup, context, letter, key=f"noted:{mail.id}:{interview.id}", interview_id=interview.id, waits=True
    )


def _tell_changed(
    work: RecordStore,
    setup: Setup,
    mail: StoredMail,
    before: Interview,
    after: Interview,
    event: InterviewEvent | None,
    voided: Sequence[FollowUp],
    reasons: Sequence[Reason],
    now: datetime,
) -> None:
    if event is None:
        return
    if before.status is InterviewStatus.UNSURE and event is not InterviewEvent.CALLED_OFF:
        _tell_noted(work, setup, mail, after, voided, reasons, now)
        return
    context = new_context(setup, now)
    letter = _changed_letter(work, context, before, after, event, voided)
    key = f"{event}:{mail.id}:{after.id}"
    post_letter(work, setup, context, letter, key=key, interview_id=after.id, waits=True)


def _changed_letter(
    work: RecordStore,
    context: LetterContext,
    before: Interview,
    after: Interview,
    event: InterviewEvent,
    voided: Sequence[FollowUp],
) -> Letter:
    if event is InterviewEvent.CALLED_OFF:
        return write_cancelled(context, interview=after, voided=voided)
    follow_ups = work.load_follow_ups(interview_id=after.id)
    return write_changed(context, interview=after, previous=before, follow_ups=follow_ups, voided=voided)


def _journal(work: RecordStore, now: datetime, event: str, interview_id: int, reasons: Sequence[Reason]) -> None:
    names = ", ".join(f"{reason.name} {reason.weight:+.1f}" for reason in reasons)
    work.add_journal(now, event, f"interview:{interview_id}", reasons=names)
