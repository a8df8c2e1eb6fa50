"""Letters about what was found: an interview noted, moved, or called off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.core.followup.types import FollowUp
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.letter.answers import Answer, make_answer
from bot.core.letter.compose import compose_letter
from bot.core.letter.context import Letter, LetterContext
from bot.core.letter.facts import interview_facts, name_company, name_interview, show_evidence, show_reasons, when_facts
from bot.core.letter.overview import Overview
from bot.core.letter.plan import show_dropped, show_plan
from bot.core.letter.templates import Part
from bot.core.letter.times import show_moment
from bot.core.reading.types import LetterKind, QuestionTopic, Reason

MAX_BUTTONS = 5
MAX_WORDS = 2


def write_noted(
    context: LetterContext,
    *,
    interview: Interview,
    follow_ups: Sequence[FollowUp],
    reasons: Sequence[Reason],
    by_owner: bool = False,
    voided: Sequence[FollowUp] = (),
) -> Letter:
    """Return the letter that tells what was understood, why, what will be done and when, and how to correct it.

    ``by_owner``: it is the owner's word that it holds, not a mail's. ``voided``: drafts of talks before it that it makes void.
    """
    return compose_letter(
        context,
        part=Part.NOTED,
        kind=LetterKind.NOTED,
        subject=f"Noted: {name_interview(interview)}{_on(context, interview)}",
        values={
            "facts": interview_facts(context, interview),
            "by_owner": by_owner,
            "reasons": show_reasons(list(reasons)),
            "plan": show_plan(context, interview, follow_ups),
            "voided": show_dropped(context, interview, voided),
            "answers": _corrections(context, interview),
        },
    )


def write_found(context: LetterContext, *, interviews: Sequence[Interview], days: int, until: datetime) -> Letter:
    """Return the letter of the first start: interviews in mail of the last *days* days, numbered from 1, to be taken on by *until*."""
    numbers = ", ".join(str(number) for number in range(1, len(interviews) + 1))
    every = [make_answer(context, "take all", "I take on all of them", "Take on all", main=True)]
    one = [
        make_answer(context, f"take {number}", f"I take on the {name_interview(interview)}", f"Take on {number}")
        for number, interview in enumerate(interviews[:MAX_BUTTONS], start=1)
    ]
    return compose_letter(
        context,
        part=Part.FOUND,
        kind=LetterKind.NOTED,
        topic=QuestionTopic.TAKE,
        subject=f"Shall I take on {'this interview' if len(interviews) == 1 else 'these interviews'}? ({numbers})",
        values={
            "days": days,
            "rows": [_found_row(context, number, one) for number, one in enumerate(interviews, start=1)],
            "until": show_moment(until, context.owner.tz, now=context.now),
            "answers": [*(every if len(interviews) > 1 else []), *one],
        },
    )


def _found_row(context: LetterContext, number: int, interview: Interview) -> Overview:
    """Company, role, when, who and where; and the words it rests on."""
    name = name_interview(interview)
    unsure = interview.status is InterviewStatus.UNSURE
    doubt = ["I am not sure of it; if you take it on, I ask you."] if unsure else []
    return Overview(
        heading=f"{number}. {name[:1].upper()}{name[1:]}",
        facts=tuple(interview_facts(context, interview)[1:]),
        points=(*show_evidence(interview, MAX_WORDS), *doubt),
    )


def write_changed(
    context: LetterContext,
    *,
    interview: Interview,
    previous: Interview,
    follow_ups: Sequence[FollowUp],
    voided: Sequence[FollowUp],
) -> Letter:
    """Return the letter about an interview that has moved: before, now, and what became of the plan."""
    return compose_letter(
        context,
        part=Part.CHANGED,
        kind=LetterKind.NOTED,
        subject=f"Moved: {name_interview(interview)}{_on(context, interview)}",
        values={
            "before": when_facts(context, previous),
            "facts": interview_facts(context, interview),
            "plan": show_plan(context, interview, follow_ups),
            "voided": show_dropped(context, interview, voided),
            "answers": _corrections(context, interview),
        },
    )


def write_cancelled(context: LetterContext, *, interview: Interview, voided: Sequence[FollowUp]) -> Letter:
    """Return the notice that an interview was called off, and what is not sent because of it."""
    company = name_company(interview, "")
    command = f"resume {company}".strip()
    return compose_letter(
        context,
        part=Part.CANCELLED,
        kind=LetterKind.NOTICE,
        subject=f"Called off: {name_interview(interview)}{_on(context, interview)}",
        values={
            "facts": interview_facts(context, interview),
            "voided": show_dropped(context, interview, voided),
            "answers": [make_answer(context, command, "it does take place", "It does take place")],
        },
    )


def _on(context: LetterContext, interview: Interview) -> str:
    return f", {show_moment(interview.start, context.owner.tz, now=context.now)}" if interview.start else ""


def _corrections(context: LetterContext, interview: Interview) -> list[Answer]:
    when = show_moment(interview.start, context.owner.tz) if interview.start else "Thu 14 May, 15:00"
    company = name_company(interview, "Example Ltd")
    return [
        make_answer(context, "not an interview", "I forget about it", "Not an interview"),
        make_answer(context, f"time: {when}", "I put it at that time", "Change the time"),
        make_answer(context, f"company: {company}", "I call the company that", "Change the company"),
        make_answer(context, "who: Jane Doe <jane@example.com>", "that is who talks with you"),
        make_answer(context, "decide: Fri 29 May", "they told you that they decide by then"),
        make_answer(context, "stop", "nothing is written to them", "Write nothing to them"),
    ]
