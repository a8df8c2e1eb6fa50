"""Answers to ``status``, ``pending`` and ``help``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.followup.types import FollowUp, FollowUpState
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.letter.answers import Answer
from bot.core.letter.compose import compose_letter
from bot.core.letter.context import Letter, LetterContext, PendingRow, StatusRow
from bot.core.letter.drafts import timing
from bot.core.letter.facts import Fact, name_interview, when_facts
from bot.core.letter.glance import Next, answer_days, find_next
from bot.core.letter.plan import name_follow_up
from bot.core.letter.shown import one_line
from bot.core.letter.templates import Part
from bot.core.letter.times import show_day, show_moment
from bot.core.letter.weeks import draw_weeks
from bot.core.reading.types import LetterKind

MAX_ROWS = 50
_STATUS = {
    InterviewStatus.UNSURE: "not clear yet, I have asked you about it",
    InterviewStatus.EXPECTED: "",
    InterviewStatus.CANCELLED: "called off",
    InterviewStatus.CLOSED: "closed",
    InterviewStatus.DISMISSED: "no interview, as you said",
}
_STATE = {
    FollowUpState.PLANNED: "draft planned for",
    FollowUpState.WAITING: "waits for your yes, planned for",
    FollowUpState.APPROVED: "approved, leaves on",
    FollowUpState.HELD: "held until you approve it again, planned for",
    FollowUpState.SENDING: "is leaving now",
    FollowUpState.SENT: "sent on",
    FollowUpState.UNKNOWN: "may or may not have left",
    FollowUpState.SKIPPED: "skipped",
    FollowUpState.CANCELLED: "dropped",
    FollowUpState.EXPIRED: "expired without your answer",
    FollowUpState.FAILED: "refused by the mail server",
}
_HELP: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "When I show you a mail",
        (
            ("approve", "it leaves as planned"),
            ("send now", "it leaves as soon as possible"),
            ("send tomorrow 9am", "it leaves at the time you name"),
            ("skip", "it is never sent"),
            ("snooze 2d", "I ask again in two days"),
            ("edit: your text", "I show you the new text and ask again"),
            ("subject: your words", "I show you the mail with the new subject"),
            ("edit and send: your text", "your own text leaves after a short wait"),
            ("undo", "an approved mail that has not left stays here"),
            ("1 approve, 2 skip", "several mails of one letter"),
        ),
    ),
    (
        "When I give you a text to copy",
        (
            ("sent 1", "you have sent it, and it counts as one of the mails to them"),
            ("1 skip", "I do not come back to it"),
            ("1 snooze 2d", "I show it again in two days"),
        ),
    ),
    (
        "When I have misread something",
        (
            ("not an interview", "I forget about it"),
            ("time: Thu 14 May 15:00", "I set the time; company, role, who, contact and decide work alike"),
            ("happened: no", "it did not take place, and I drop the thank-you"),
        ),
    ),
    (
        "At any time",
        (
            ("status", "what I know and plan"),
            ("pending", "what waits for you"),
            (
                "add: interview with Jane Doe at Acme, Thu 14 May 15:00",
                "I note an interview that no mail told of; a mail that you forward to yourself with “add” above it does the same",
            ),
            ("stop Example Ltd", "I write nothing more to that company"),
            ("resume Example Ltd", "I take the company up again"),
            ("pause 1w", "I rest for a week; “resume” ends it early"),
            ("help", "this letter"),
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """One interview in a list, ready for the templates."""

    heading: str
    facts: tuple[Fact, ...]
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpGroup:
    """Commands that belong together."""

    heading: str
    answers: tuple[Answer, ...]


def write_status(context: LetterContext, *, rows: Sequence[StatusRow], lines: Sequence[str] = ()) -> Letter:
    """Return the answer to ``status``. ``lines``: sentences about the bot itself (paused, a part that rests), put first."""
    return compose_letter(
        context,
        part=Part.STATUS,
        kind=LetterKind.ANSWER,
        subject=f"Your interviews and their follow-ups: {_count(rows)}",
        values={
            "lines": [one_line(line, 400) for line in lines],
            "weeks": draw_weeks(context, rows),
            "rows": [_status_overview(context, row) for row in rows[:MAX_ROWS]],
        },
    )


def write_digest(
    context: LetterContext,
    *,
    rows: Sequence[StatusRow],
    waiting: int,
    lines: Sequence[str],
    interviews: Sequence[Interview],
) -> Letter:
    """Return the weekly letter: what lies ahead, what waits for the owner, and how long companies took to answer so far.

    *waiting*: how many drafts wait for a yes. *interviews*: all that are known, for the times they took.
    """
    first = (
        [f"{waiting} of my drafts {'waits' if waiting == 1 else 'wait'} for your yes; “pending” lists them."]
        if waiting
        else []
    )
    return compose_letter(
        context,
        part=Part.STATUS,
        kind=LetterKind.DIGEST,
        subject=f"Your week: {_count(rows)}",
        values={
            "lines": [one_line(line, 400) for line in (*first, *lines, *tell_answer_times(interviews))],
            "weeks": draw_weeks(context, rows),
            "rows": [_status_overview(context, row) for row in rows[:MAX_ROWS]],
        },
    )


def tell_answer_times(interviews: Sequence[Interview]) -> list[str]:
    """Tell how long after a talk companies wrote, in the middle of those that did."""
    known = answer_days(interviews)
    if known is None:
        return []
    count, days = known
    took = "within a day" if days < 1 else "after a day" if days == 1 else f"after {days} days"
    return [f"Half of the {count} companies that have written after a talk did so {took} or sooner."]


def write_pending(context: LetterContext, *, rows: Sequence[PendingRow]) -> Letter:
    """Return the answer to ``pending``: what waits for the owner, and which letter to answer."""
    return compose_letter(
        context,
        part=Part.PENDING,
        kind=LetterKind.ANSWER,
        subject=f"Waiting for you: {_count(rows)}",
        values={"rows": [_pending_overview(context, row) for row in rows[:MAX_ROWS]]},
    )


def write_help(context: LetterContext) -> Letter:
    """Return the answer to ``help``: the commands, with what each does."""
    groups = [
        HelpGroup(
            heading=heading, answers=tuple(Answer(command=command, meaning=meaning) for command, meaning in pairs)
        )
        for heading, pairs in _HELP
    ]
    return compose_letter(
        context,
        part=Part.HELP,
        kind=LetterKind.ANSWER,
        subject="How to talk to your follow-up bot",
        values={"groups": groups},
    )


def show_state(context: LetterContext, interview: Interview, follow_up: FollowUp) -> str:
    """Return how a follow-up stands, in one sentence."""
    name = name_follow_up(follow_up, interview)
    shown = f"{name[:1].upper()}{name[1:]}: {_STATE[follow_up.state]}"
    moment = {
        FollowUpState.PLANNED: follow_up.draft_at,
        FollowUpState.SENT: follow_up.sent_at,
        FollowUpState.WAITING: follow_up.send_at,
        FollowUpState.APPROVED: follow_up.send_at,
        FollowUpState.HELD: follow_up.send_at,
    }.get(follow_up.state)
    return (
        f"{shown} {show_moment(moment, context.owner.tz, interview.tz, now=context.now)}."
        if moment
        else f"{shown.removesuffix(' on')}."
    )


def _status_overview(context: LetterContext, row: StatusRow) -> Overview:
    status = _STATUS[row.interview.status]
    facts = when_facts(context, row.interview)
    if status:
        facts.append(Fact(label="Status", value=status))
    ahead = find_next(row.interview, row.follow_ups, now=context.now, tz=context.owner.tz)
    if ahead.step:
        facts.append(Fact(label="Next", value=_show_next(context, ahead)))
    return Overview(
        heading=_heading(row.interview),
        facts=tuple(facts),
        points=tuple(show_state(context, row.interview, follow_up) for follow_up in row.follow_ups),
    )


def _show_next(context: LetterContext, ahead: Next) -> str:
    if ahead.at is None:
        return ahead.step
    if ahead.whole_day:
        return f"{ahead.step}, {show_day(ahead.at, year=ahead.at.year != context.now.year)}"
    return f"{ahead.step}, {show_moment(ahead.at, context.owner.tz, now=context.now)}"


def _pending_overview(context: LetterContext, row: PendingRow) -> Overview:
    facts = []
    if row.draft:
        name = name_follow_up(row.draft.follow_up, row.interview)
        facts = [Fact(label="Mail", value=name), Fact(label="Subject", value=one_line(row.draft.revision.subject))]
        facts += timing(context, row.draft)
    elif row.question:
        facts = [Fact(label="Question", value=one_line(row.question, 300))]
    if row.letter_subject:
        facts.append(Fact(label="Answer to", value=f"my letter “{one_line(row.letter_subject)}”"))
    return Overview(heading=_heading(row.interview), facts=tuple(facts), points=())


def _count(rows: Sequence[StatusRow] | Sequence[PendingRow]) -> str:
    return f"{len(rows)} on the list" if rows else "none at the moment"


def _heading(interview: Interview) -> str:
    role = one_line(interview.role, 80)
    name = name_interview(interview)
    return f"{name[:1].upper()}{name[1:]}" + (f", {role}" if role else "")
