"""Questions: whatever is unclear is asked, one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.core.interview.types import Interview
from bot.core.letter.answers import Answer, make_answer
from bot.core.letter.approval import approval_answers
from bot.core.letter.compose import compose_letter
from bot.core.letter.context import Choice, Letter, LetterContext, ShownDraft
from bot.core.letter.drafts import DraftView, shown_items, view_drafts
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
_APPROVABLE = (QuestionTopic.UNCLEAR_REPLY, QuestionTopic.LATE)
"""The questions whose drafts can be approved from the letter itself."""


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
    again (an unclear reply, a deadline that has passed) can be approved from this letter. Without *interview* they may be of several."""
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
            "own_words": topic is QuestionTopic.UNCLEAR_REPLY,
            "facts": short_facts(context, interview),
            "drafts": _views(context, topic, drafts),
            "answers": _answers(context, topic, choices, drafts),
        },
        items=shown_items(drafts),
    )


def _views(context: LetterContext, topic: QuestionTopic, drafts: Sequence[ShownDraft]) -> list[DraftView]:
    return view_drafts(context, drafts, buttons=topic in _APPROVABLE and len(drafts) > 1)


def _answers(
    context: LetterContext, topic: QuestionTopic, choices: Sequence[Choice], drafts: Sequence[ShownDraft]
) -> list[Answer]:
    answers = [_answer(context, choice) for choice in choices[:MAX_CHOICES]]
    if topic in _APPROVABLE and drafts:
        named = {answer.command for answer in answers}
        answers += [answer for answer in approval_answers(context, drafts) if answer.command not in named]
    return answers


def _answer(context: LetterContext, choice: Choice) -> Answer:
    label = one_line(choice.label, 80)
    return make_answer(context, one_line(choice.command, 200), label, label)
