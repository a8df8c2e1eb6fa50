"""The letter that asks for the owner's yes."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.letter.answers import Answer, make_answer
from bot.core.letter.compose import compose_letter
from bot.core.letter.context import Letter, LetterContext, ShownDraft
from bot.core.letter.drafts import draft_answers, is_approvable, is_pending, shown_items, view_drafts
from bot.core.letter.facts import name_companies, short_facts
from bot.core.letter.plan import name_follow_up
from bot.core.letter.shown import one_line
from bot.core.letter.templates import Part
from bot.core.letter.times import show_length
from bot.core.letter.told import show_told
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import LetterKind


def write_approval(
    context: LetterContext,
    *,
    drafts: Sequence[ShownDraft],
    remark: str = "",
    told: Debrief | None = None,
) -> Letter:
    """Return the letter with every complete mail as it would leave, its timing, the check's findings, and how to answer.

    ``drafts``: at least one; they may be of several interviews. ``remark``: one or two sentences put first, for example why it is shown
    again. ``told``: the owner's account, as it was understood.
    """
    one = len({draft.interview.id for draft in drafts}) == 1
    return compose_letter(
        context,
        part=Part.APPROVAL,
        kind=LetterKind.APPROVAL,
        subject=f"{_ask(drafts)}: {name_drafts(drafts)}, {name_companies([draft.interview for draft in drafts])}",
        values={
            "remark": one_line(remark, 640),
            "told": show_told(told) if told else [],
            "facts": short_facts(context, drafts[0].interview) if one else [],
            "drafts": view_drafts(context, drafts, buttons=len(drafts) > 1),
            "answers": approval_answers(context, drafts),
            "undo": show_length(context.undo),
            "sendable": sum(is_approvable(draft) for draft in drafts),
            "blocked": sum(draft.revision.blocked for draft in drafts),
        },
        items=shown_items(drafts),
    )


def name_drafts(drafts: Sequence[ShownDraft]) -> str:
    """Return what the drafts are: the one's name, or how many there are."""
    if len(drafts) == 1:
        return name_follow_up(drafts[0].follow_up, drafts[0].interview)
    return f"{len(drafts)} mails" if drafts else "nothing"


def approval_answers(context: LetterContext, drafts: Sequence[ShownDraft]) -> list[Answer]:
    """Return the words to answer with, for the letter as a whole."""
    if len(drafts) == 1:
        return _answers_for_one(context, drafts[0])
    pending = [draft.number for draft in drafts if is_pending(draft)]
    free = [draft.number for draft in drafts if is_approvable(draft)]
    if not pending:
        return []
    answers = []
    if len(free) > 1:
        both = ", ".join(f"{n} approve" for n in free)
        answers.append(make_answer(context, both, "they leave as planned", _all_label(free, drafts), main=True))
        answers.append(make_answer(context, f"{free[0]} approve, {free[1]} skip", "each as you like"))
    elif free:
        answers.append(make_answer(context, f"{free[0]} approve", "it leaves as planned"))
    answers.append(make_answer(context, f"{pending[0]} snooze 2d", f"I ask about mail {pending[0]} again in two days"))
    answers.append(make_answer(context, f"{pending[-1]} skip", f"mail {pending[-1]} is never sent"))
    return answers


def _answers_for_one(context: LetterContext, draft: ShownDraft) -> list[Answer]:
    answers = list(draft_answers(context, draft, of=1))
    if is_approvable(draft):
        answers.append(make_answer(context, "send tomorrow 9am", "it leaves at the time you name"))
    return answers


def _ask(drafts: Sequence[ShownDraft]) -> str:
    version = drafts[0].revision.number if len(drafts) == 1 else 1
    return f"To approve, version {version}" if version > 1 else "To approve"


def _all_label(free: Sequence[int], drafts: Sequence[ShownDraft]) -> str:
    if len(free) < len(drafts):
        return "Approve " + ", ".join(str(number) for number in free)
    return "Approve both" if len(free) == 2 else f"Approve all {len(free)}"
