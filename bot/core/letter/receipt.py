"""Receipts: what the owner's word, or the mail server, has brought about."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.followup.types import FollowUpState
from bot.core.interview.types import Interview
from bot.core.letter.answers import make_answer
from bot.core.letter.approval import name_drafts
from bot.core.letter.compose import compose_letter
from bot.core.letter.context import Letter, LetterContext, ShownDraft
from bot.core.letter.drafts import shown_items, view_draft
from bot.core.letter.facts import name_company
from bot.core.letter.shown import one_line
from bot.core.letter.templates import Part
from bot.core.letter.times import show_moment
from bot.core.reading.types import LetterKind

MAX_LINES = 20


def write_receipt(
    context: LetterContext,
    *,
    interview: Interview,
    headline: str,
    drafts: Sequence[ShownDraft],
    lines: Sequence[str],
    can_undo: bool,
    full: bool = False,
) -> Letter:
    """Return a receipt. ``headline``: what happened, in a word or two ("Approved", "Sent"); ``lines``: further sentences.

    ``can_undo``: it still lies here and "undo" would hold it. ``full``: show the complete texts, not only to whom and what about.
    """
    subject = f"{one_line(headline, 60).rstrip('.')}: {name_drafts(drafts)}, {name_company(interview)}"
    undo = make_answer(context, "undo", "it stays here", "Undo", main=True)
    return compose_letter(
        context,
        part=Part.RECEIPT,
        kind=LetterKind.RECEIPT,
        subject=subject,
        values={
            "lines": [one_line(line, 400) for line in lines[:MAX_LINES]],
            "drafts": [view_draft(context, draft, of=len(drafts)) for draft in drafts],
            "answers": [undo] if can_undo else [],
            "until": _undo_until(context, drafts),
            "full": full,
        },
        items=shown_items(drafts),
    )


def _undo_until(context: LetterContext, drafts: Sequence[ShownDraft]) -> str:
    moments = [draft.follow_up.send_at for draft in drafts if draft.follow_up.state is FollowUpState.APPROVED]
    return show_moment(max(min(moments), context.now), context.owner.tz, now=context.now) if moments else ""
