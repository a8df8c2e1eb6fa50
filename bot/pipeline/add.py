"""The owner tells of an interview that no mail told the bot of, or passes a mail on: ``add``. Whatever is unclear is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta

from bot.core.approval.decide import AskBack
from bot.core.interview.company import same_company
from bot.core.interview.correct import apply_corrections
from bot.core.interview.intents import AddInterview, AskOwner, ChangeInterview
from bot.core.interview.known import read_known_mail
from bot.core.interview.record import record_reading
from bot.core.interview.types import Interview, InterviewEvent, InterviewStatus
from bot.core.letter.shown import one_line
from bot.core.message.types import Message
from bot.core.reading.owner.add import Added, read_added
from bot.core.reading.owner.grammar import Context
from bot.core.reading.owner.value import read_day, read_when
from bot.core.reading.types import Kind, Reading
from bot.pipeline.order import ChangedCase, CommandStore, Done, Order
from bot.pipeline.plan import replan
from bot.pipeline.record import follow_mail, note_next_round
from bot.pipeline.setup import Setup

_EXAMPLE = (
    "Write it in one line, for example: “add: interview with Jane Doe <jane@acme.example> at Acme, Thu 14 May 15:00”."
)
_OPEN = (InterviewStatus.UNSURE, InterviewStatus.EXPECTED)


def add_talk(work: CommandStore, setup: Setup, order: Order, text: str, done: Done) -> None:
    """Record the interview of a mail that was passed on, else of the owner's own words."""
    if order.forwarded:
        _add_from_mail(work, setup, order, order.forwarded, done)
    else:
        _add_from_words(work, setup, order, text, done)


def _add_from_words(work: CommandStore, setup: Setup, order: Order, text: str, done: Done) -> None:
    now = order.said_at or order.now
    added = read_added(text, Context(cues=setup.command_cues, name=setup.owner.name, now=now, zone=setup.zone))
    interview, unread = _as_interview(setup, order, added, text)
    if problem := _problem(interview, added, unread):
        done.ask_back = AskBack(left_over=added.left or unread, hint=f"I have added nothing: {problem}. {_EXAMPLE}")
        return
    _add(work, setup, order, interview, done)


def _as_interview(setup: Setup, order: Order, added: Added, text: str) -> tuple[Interview, str]:
    """Return the record that the words make, and those of them that could not be read."""
    now = order.said_at or order.now
    empty = Interview(
        status=InterviewStatus.UNSURE,
        addressed_to=setup.owner.email,
        medium=added.medium,
        lang=added.lang if added.lang in setup.draft_templates.languages() else "en",
        evidence=(one_line(text),),
    )
    told = apply_corrections(
        interview=empty,
        corrections=added.corrections,
        read_moment=lambda value: read_when(value, now=now, zone=setup.zone, cues=setup.command_cues),
        read_date=lambda value: read_day(value, now=now, zone=setup.zone, cues=setup.command_cues),
    )
    after = told.after
    if added.minutes and after.start:
        after = replace(after, end=after.start + timedelta(minutes=added.minutes))
    return after, "; ".join(one.value for one in told.left)


def _problem(interview: Interview, added: Added, unread: str) -> str:
    """Return why the words are not enough, ``""`` where they are."""
    if added.times > 1:
        return "they name more than one time"
    if interview.start is None:
        return "I could not tell on which day and at what hour it is"
    if not interview.company:
        return "I could not tell which company it is"
    return "some of it I could not place" if added.left or unread else ""


def _add(work: CommandStore, setup: Setup, order: Order, interview: Interview, done: Done) -> None:
    if known := _find_known(work.load_interviews(), interview):
        done.lines.append(f"That interview is on my list already: number {known.id}, {known.company}.")
        return
    stored = work.add_interview(interview)
    work.add_journal(order.now, "interview_added", f"interview:{stored.id}", by="owner")
    _note_added(work, setup, order, stored, done)


def _find_known(interviews: Sequence[Interview], new: Interview) -> Interview | None:
    return next(
        (
            one
            for one in interviews
            if one.status in _OPEN and one.start == new.start and same_company(one.company, new.company)
        ),
        None,
    )


def _note_added(work: CommandStore, setup: Setup, order: Order, stored: Interview, done: Done) -> None:
    voided = replan(work, setup, stored, order.now)
    voided += note_next_round(work, setup, stored, at=order.now, now=order.now)
    case = ChangedCase(before=stored, after=stored, event=InterviewEvent.CONFIRMED, voided=tuple(voided))
    done.changed.append(case)


def _add_from_mail(work: CommandStore, setup: Setup, order: Order, message: Message, done: Done) -> None:
    """Read the mail as if it had just come; that it is about an interview the owner has said himself."""
    known = work.load_known()
    received_at = min(message.date or order.now, order.now).astimezone(UTC)
    reading = read_known_mail(
        message=message, owner=setup.owner, cues=setup.read_cues(), known=known, received_at=received_at
    )
    reading = _as_wanted(reading)
    about = known.match(reading, message)
    intents = record_reading(
        reading=reading, message=message, received_at=received_at, known=about, owner=setup.owner, now=order.now
    )
    for intent in intents:
        match intent:
            case AddInterview(interview=interview):
                stored = work.add_interview(interview)
                work.add_journal(order.now, "interview_added", f"interview:{stored.id}", by="owner")
                follow_mail(work, stored.id, message, reading)
                _note_added(work, setup, order, stored, done)
            case ChangeInterview(before=before, after=after, event=event):
                work.save_interview(after)
                follow_mail(work, after.id, message, reading)
                voided = tuple(replan(work, setup, after, order.now))
                done.changed.append(ChangedCase(before=before, after=after, event=event, voided=voided))
            case AskOwner():
                hint = "I have added nothing: I could not tell from that mail on which day and at what hour it is."
                done.ask_back = AskBack(left_over=message.subject, hint=f"{hint} {_EXAMPLE}")
            case _ if about:
                done.lines.append(f"That interview is on my list already: number {about.id}, {about.company}.")
            case _:
                hint = "I have added nothing: I found no interview in that mail."
                done.ask_back = AskBack(left_over=message.subject, hint=f"{hint} {_EXAMPLE}")


def _as_wanted(reading: Reading) -> Reading:
    """The owner says that it is an interview; what a mail calls off, or leaves open, stays so."""
    if reading.kind is Kind.CANCELLATION or reading.start is None:
        return reading
    kind = reading.kind if reading.kind.fixes else Kind.INTERVIEW
    return replace(reading, kind=kind, certain=True, ask=tuple(name for name in reading.ask if name != "kind"))
