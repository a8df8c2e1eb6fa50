"""Drafts that wait for the owner while their time runs out: one reminder, and one question when it is over (E1)."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from bot.core.approval.status import FollowUpEvent
from bot.core.approval.types import CurrentDraft
from bot.core.followup.nudge import Nudge, find_nudge
from bot.core.followup.types import FollowUp, FollowUpState
from bot.core.interview.types import Interview
from bot.core.letter.approval import write_approval
from bot.core.letter.context import Letter, LetterContext
from bot.core.letter.question import write_question
from bot.core.reading.types import LetterKind, QuestionTopic
from bot.errors import TemporaryError
from bot.pipeline.ask import APPROVABLE, letter_items, number_drafts
from bot.pipeline.draft import load_current, make_belated, move_draft
from bot.pipeline.pause import paused_until
from bot.pipeline.ports import Store, Work
from bot.pipeline.post import new_context, owner_moment, post_letter
from bot.pipeline.setup import Setup

_log = logging.getLogger(__name__)
_WAITS = (FollowUpState.WAITING, FollowUpState.HELD)
_REMINDED = "You have not answered yet, and it is soon late. I remind you once; without your yes nothing leaves."
_LATE = (
    "Its time has passed: a thank-you is expected within two days. It can still go, with a word on its being late."
    " It leaves only if you still want it to."
)


def nudge_each_due(store: Store, setup: Setup, now: datetime) -> int:
    """Write what is due about drafts that wait, each interview in a transaction of its own; return how many letters."""
    with store.transaction() as work:
        waiting = [] if paused_until(work, now) else work.load_follow_ups(states=_WAITS)
        due = [(nudge, one) for one in waiting if (nudge := _find(work, setup, one, now))]
    due.sort(key=lambda pair: (pair[1].interview_id, pair[0]))
    count = 0
    for (interview_id, nudge), group in groupby(due, key=lambda pair: (pair[1].interview_id, pair[0])):
        try:
            with store.transaction() as work:
                count += _write(work, setup, interview_id, nudge, [one for _, one in group], now)
        except TemporaryError:
            raise
        except Exception:  # noqa: BLE001  one item of a worker loop: the rest goes on, the next ring tries again
            _log.exception("nudge_broke interview=%d", interview_id)
    return count


def _find(work: Work, setup: Setup, follow_up: FollowUp, now: datetime) -> Nudge | None:
    """Return what is due about a draft and not written yet."""
    letter = work.load_last_letter(follow_up.id, APPROVABLE)
    if letter is None:
        return None
    shown_at = owner_moment(setup, letter.written_at)  # what is written at night is seen in the morning
    nudge = find_nudge(follow_up, shown_at=shown_at, remind_before=setup.approval.remind_before, now=now)
    wanted = nudge is not None and (nudge is Nudge.LATE or setup.letters.reminder)
    return nudge if wanted and nudge and not work.is_letter_written(_key(nudge, follow_up)) else None


def _key(nudge: Nudge, follow_up: FollowUp) -> str:
    """Name the letter by interview and deadline, which its thank-yous share: no second one is written for any of them."""
    return f"{nudge}:{follow_up.interview_id}:{follow_up.deadline_at:%Y%m%d%H%M}"


def _write(work: Work, setup: Setup, interview_id: int, nudge: Nudge, due: Sequence[FollowUp], now: datetime) -> bool:
    interview = work.load_interview(interview_id)
    drafts = [draft for one in due if (draft := load_current(work, one))]
    if interview is None or not drafts:
        return False
    if nudge is Nudge.LATE:
        drafts = [_belated(work, setup, interview, draft, now) for draft in drafts]
    context = new_context(setup, now)
    letter = _compose(context, interview, nudge, drafts)
    return post_letter(
        work,
        setup,
        context,
        letter,
        key=_key(nudge, due[0]),
        interview_id=interview.id,
        items=letter_items(drafts),
        waits=True,
    )


def _belated(work: Work, setup: Setup, interview: Interview, draft: CurrentDraft, now: datetime) -> CurrentDraft:
    """Return the draft with the belated wording; a text that the owner wrote stays as he wrote it."""
    late = make_belated(work, setup, interview, draft)
    moved = move_draft(work, late, FollowUpEvent.REVISED, now, snoozed_until=None) if late else []
    return moved[0] if moved else draft


def _compose(context: LetterContext, interview: Interview, nudge: Nudge, drafts: Sequence[CurrentDraft]) -> Letter:
    shown = number_drafts(interview, drafts)
    if nudge is Nudge.REMIND:
        letter = write_approval(context, interview=interview, drafts=shown, remark=_REMINDED)
        return replace(letter, kind=LetterKind.REMINDER)
    return write_question(
        context, topic=QuestionTopic.LATE, interview=interview, question=_LATE, quoted="", drafts=shown, choices=()
    )
