"""Notices: what the owner should know, with nothing to decide; and the letter that tries the way out."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.interview.types import Interview
from bot.core.letter.answers import make_answer
from bot.core.letter.compose import compose_letter
from bot.core.letter.context import Letter, LetterContext
from bot.core.letter.facts import Fact, short_facts
from bot.core.letter.shown import one_line
from bot.core.letter.templates import Part
from bot.core.letter.times import name_zone, show_moment
from bot.core.reading.types import LetterKind

MAX_LINES = 20


def write_notice(
    context: LetterContext, *, headline: str, lines: Sequence[str], interview: Interview | None = None
) -> Letter:
    """Return a notice. ``headline``: what happened, in one short sentence; ``lines``: more about it, a sentence or two each."""
    shown = one_line(headline, 110).rstrip(".")
    return compose_letter(
        context,
        part=Part.NOTICE,
        kind=LetterKind.NOTICE,
        subject=shown if len(shown.split()) > 2 else f"Please note: {shown}",
        values={"lines": [one_line(line, 600) for line in lines[:MAX_LINES]], "facts": short_facts(context, interview)},
    )


def write_test(context: LetterContext) -> Letter:
    """Return the letter of ``check --letter``: whoever reads it knows that letters arrive, and can try an answer."""
    owner = context.owner
    facts = [
        Fact(label="Owner", value=f"{one_line(owner.name, 60)} <{one_line(owner.email, 80)}>"),
        Fact(label="Answers to", value=one_line(context.letters_to, 80)),
        Fact(label="Your time", value=f"{show_moment(context.now, owner.tz)} ({name_zone(owner.tz)})"),
    ]
    return compose_letter(
        context,
        part=Part.TEST,
        kind=LetterKind.NOTICE,
        subject="A test letter from your follow-up bot",
        values={
            "facts": facts,
            "answers": [
                make_answer(context, "status", "I tell you what I know and plan", "Ask for the status", main=True)
            ],
        },
    )
