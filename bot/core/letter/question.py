"""Questions: whatever is unclear is asked, one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.core.interview.types import Interview
from bot.core.letter.answers import Answer, make_answer
from bot.core.letter.approval import approval_answers, view_drafts
from bot.core.letter.compose import compose_letter
from bot.core.letter.context import Choice, Letter, LetterContext, ShownDraft
from bot.core.letter.drafts import shown_items
from bot.core.letter.facts import name_company, short_facts
from bot.core.letter.shown import one_line
from bot.core.letter.templates import Part
from bot.core.reading.types import LetterKind, QuestionTopic

MAX_CHOICES = 8
_SUBJECTS: Mapping[QuestionTopic, str] = MappingProxyType(
    {
        QuestionTopic.IS_INTERVIEW: "Is this an interview?",
        QuestionTopic.WHICH_TIME: "Which time is right?",
        QuestionTopic.UNCLEAR_REPLY: "What would you like me to do?",
        QuestionTopic.UNKNOWN_SEND: "Has this mail left?",
        QuestionTopic.RECIPIENT: "Whom shall I write to?",
        QuestionTopic.LATE: "Still send this mail?",
    }
)
_OWN_WORDS = (QuestionTopic.UNCLEAR_REPLY,)


def write_question(
    context: LetterContext,
    *,
    topic: QuestionTopic,
    interview: Interview | None,
    question: str,
    quoted: str,
    drafts: Sequence[ShownDraft] = (),
    choices: Sequence[Choice],
) -> Letter:
    """Return one clear question. ``quoted``: what it is about, the owner's words or those of a mail. Drafts that are shown
    again (an unclear reply, a deadline that has passed) can be approved from this letter; they need an interview."""
    shown = drafts if interview else ()
    company = name_company(interview, "")
    return compose_letter(
        context,
        part=Part.QUESTION,
        kind=LetterKind.QUESTION,
        topic=topic,
        subject=f"{_SUBJECTS[topic]} {company}".strip(),
        values={
            "question": one_line(question, 600),
            "quoted": one_line(quoted, 400),
            "own_words": topic in _OWN_WORDS,
            "facts": short_facts(context, interview),
            "drafts": view_drafts(context, interview, shown) if interview else [],
            "answers": _answers(context, choices, shown),
        },
        items=shown_items(shown),
    )


def _answers(context: LetterContext, choices: Sequence[Choice], drafts: Sequence[ShownDraft]) -> list[Answer]:
    chosen = [_answer(context, choice) for choice in choices[:MAX_CHOICES]]
    return chosen or (approval_answers(context, drafts) if drafts else [])


def _answer(context: LetterContext, choice: Choice) -> Answer:
    label = one_line(choice.label, 80)
    return make_answer(context, one_line(choice.command, 200), f"for: {label}", label)
