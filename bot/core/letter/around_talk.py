"""The letter of the evening before a talk, and the one that asks how it went (etiquette: E10, E3, E18 to E20, E23)."""

from __future__ import annotations

from datetime import datetime

from bot.core.interview.types import Interview
from bot.core.letter.answers import make_answer
from bot.core.letter.compose import compose_letter
from bot.core.letter.context import Letter, LetterContext
from bot.core.letter.facts import interview_facts, name_company, show_person
from bot.core.letter.shown import one_line
from bot.core.letter.templates import Part
from bot.core.letter.times import find_zone, show_moment
from bot.core.reading.types import LetterKind


def write_prepare(context: LetterContext, *, interview: Interview) -> Letter:
    """Return what is known of tomorrow's talk (today's, where it was fixed so late), and what to ask there: the decision date, the next
    stage, whom one may write to."""
    start = interview.start or context.now
    return compose_letter(
        context,
        part=Part.PREPARE,
        kind=LetterKind.PREPARE,
        subject=f"{_name_day(context, start)}: {name_company(interview)}, {show_moment(start, context.owner.tz, now=context.now)}",
        values={
            "facts": interview_facts(context, interview),
            "unknown": [one_line(person.name, 60) for person in interview.interviewers if not person.email],
            "nobody": not interview.interviewers,
            "decision": interview.decision_by is not None,
        },
    )


def _name_day(context: LetterContext, moment: datetime) -> str:
    zone = find_zone(context.owner.tz)
    is_today = moment.astimezone(zone).date() == context.now.astimezone(zone).date()
    return "Today" if is_today else "Tomorrow"


def write_debrief(context: LetterContext, *, interview: Interview, drafts_at: datetime | None) -> Letter:
    """Return the three questions. *drafts_at*: when the drafts are written without an answer; None where none are planned."""
    return compose_letter(
        context,
        part=Part.DEBRIEF,
        kind=LetterKind.DEBRIEF,
        subject=f"How did it go? {name_company(interview, 'your interview')}",
        values={
            "facts": interview_facts(context, interview),
            "people": [one_line(person.name, 60) or show_person(person) for person in interview.interviewers],
            "until": show_moment(drafts_at, context.owner.tz, now=context.now) if drafts_at else "",
            "answers": [
                make_answer(context, "happened: no", "it did not take place", "It did not take place"),
                make_answer(context, "no thank-you, please", "I write none", "No thank-you"),
                make_answer(context, "stop", "nothing more is written to them", "Write nothing to them"),
            ],
        },
    )
