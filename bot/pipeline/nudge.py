"""Drafts that wait for the owner while their time runs out: one reminder, and one question when it is over (E1)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from bot.core.approval.status import FollowUpEvent
from bot.core.approval.types import CurrentDraft
from bot.core.followup.nudge import Nudge, find_nudge, may_remind
from bot.core.followup.types import FollowUp, FollowUpState
from bot.core.interview.types import Interview
from bot.core.letter.approval import write_approval
from bot.core.letter.question import write_question
from bot.core.reading.types import LetterKind, QuestionTopic
from bot.errors import TemporaryError
from bot.pipeline.ask import APPROVABLE, letter_items, number_across, number_drafts
from bot.pipeline.draft import load_current, make_belated, move_draft
from bot.pipeline.pause import paused_until
from bot.pipeline.ports import Store, Work
from bot.pipeline.post import new_context, owner_moment, post_letter
from bot.pipeline.setup import Setup

_log = logging.getLogger(__name__)
_WAITS = (FollowUpState.WAITING, FollowUpState.HELD)
_MOST = 8
"""So many mails stand in one reminder; what is due beyond them gets the next."""
_REMINDED = "You have not answered yet, and it is soon late. I remind you once; without your yes nothing leaves."
_LATE = (
    "Its time has passed: a thank-you is expected within two days. It can still go, with a word on its being late."
    " It leaves only if you still want it to."
)


def nudge_each_due(store: Store, setup: Setup, now: datetime) -> int:
    """Write what is due about drafts that wait; return how many letters. One reminder for all; a question for each interview."""
    return _remind(store, setup, now) + _ask_each_late(store, setup, now)


def _remind(store: Store, setup: Setup, now: datetime) -> int:
    """Remind of all that waits in one letter; where one of them breaks it, of each interview in a letter of its own."""
    try:
        with store.transaction() as work:
            return _remind_of(work, setup, _load_nudged(work, setup, Nudge.REMIND, now), now, alone=False)
    except TemporaryError:
        raise
    except Exception:  # noqa: BLE001  one item of a worker loop: the others get their letter
        _log.exception("reminder_broke")
    return _each_interview(
        store, setup, Nudge.REMIND, now, lambda work, due: _remind_of(work, setup, due, now, alone=True)
    )


def _ask_each_late(store: Store, setup: Setup, now: datetime) -> int:
    return _each_interview(store, setup, Nudge.LATE, now, lambda work, due: _ask_late(work, setup, due, now))


def _each_interview(
    store: Store, setup: Setup, nudge: Nudge, now: datetime, write: Callable[[Work, Sequence[FollowUp]], bool]
) -> int:
    """Write about each interview in a transaction of its own: one that breaks stops nobody."""
    with store.transaction() as work:
        found = _load_nudged(work, setup, nudge, now)
    count = 0
    for interview_id, due in groupby(found, key=lambda one: one.interview_id):
        try:
            with store.transaction() as work:
                count += write(work, list(due))
        except TemporaryError:
            raise
        except Exception:  # noqa: BLE001  one item of a worker loop: the rest goes on, the next ring tries again
            _log.exception("nudge_broke interview=%d", interview_id)
    return count


def _load_nudged(work: Work, setup: Setup, nudge: Nudge, now: datetime) -> list[FollowUp]:
    """Return the drafts about which a letter of this kind is due and not written yet, by interview."""
    wanted = nudge is Nudge.LATE or setup.letters.reminder
    waiting = work.load_follow_ups(states=_WAITS) if wanted and not paused_until(work, now) else []
    due = [one for one in waiting if _find(work, setup, one, now) is nudge]
    return sorted(due, key=lambda one: one.interview_id)


def _find(work: Work, setup: Setup, follow_up: FollowUp, now: datetime) -> Nudge | None:
    shown_at, reminder = _shown_at(work, setup, follow_up), work.load_last_letter(follow_up.id, (LetterKind.REMINDER,))
    if shown_at is None:
        return None
    nudge = find_nudge(
        follow_up,
        shown_at=shown_at,
        reminded_at=reminder.written_at if reminder else None,
        remind_before=setup.approval.remind_before,
        now=now,
    )
    return None if nudge is Nudge.LATE and work.is_letter_written(_late_key(follow_up)) else nudge


def _shown_at(work: Work, setup: Setup, follow_up: FollowUp) -> datetime | None:
    """Return when the owner last saw the draft: what is written at night is seen in the morning."""
    letter = work.load_last_letter(follow_up.id, APPROVABLE)
    return owner_moment(setup, letter.written_at) if letter else None


def _late_key(follow_up: FollowUp) -> str:
    """Name the letter by interview and deadline, which its thank-yous share: no second one is written for any of them."""
    return f"{Nudge.LATE}:{follow_up.interview_id}:{follow_up.deadline_at:%Y%m%d%H%M}"


def _remind_of(work: Work, setup: Setup, due: Sequence[FollowUp], now: datetime, *, alone: bool) -> bool:
    """Write the reminder of what is *due* and, unless *alone*, of all else that waits: they are not asked about one by one."""
    if not due:
        return False
    others = [] if alone else [one for one in work.load_follow_ups(states=_WAITS) if one not in due]
    waiting = [
        one for one in others if (shown := _shown_at(work, setup, one)) and may_remind(one, shown_at=shown, now=now)
    ]
    drafts = [draft for one in [*due, *waiting][:_MOST] if (draft := load_current(work, one))]
    drafts.sort(key=lambda draft: draft.follow_up.interview_id)
    interviews = {
        draft.follow_up.interview_id: interview
        for draft in drafts
        if (interview := work.load_interview(draft.follow_up.interview_id))
    }
    if not drafts:
        return False
    context = new_context(setup, now)
    letter = write_approval(context, drafts=number_across(interviews, drafts), remark=_REMINDED)
    which = ",".join(f"{draft.follow_up.id}.{draft.revision.number}" for draft in drafts)
    return post_letter(
        work,
        setup,
        context,
        replace(letter, kind=LetterKind.REMINDER),
        key=f"{Nudge.REMIND}:{which}:{now:%Y%m%d%H%M}",
        interview_id=next(iter(interviews)) if len(interviews) == 1 else None,
        items=letter_items(drafts),
        waits=True,
    )


def _ask_late(work: Work, setup: Setup, due: Sequence[FollowUp], now: datetime) -> bool:
    """Ask whether an interview's drafts whose time has passed shall still go, and show the belated wording."""
    interview = work.load_interview(due[0].interview_id)
    current = [draft for one in due if (draft := load_current(work, one))]
    if interview is None or not current:
        return False
    drafts = [_belated(work, setup, interview, draft, now) for draft in current]
    context = new_context(setup, now)
    letter = write_question(
        context,
        topic=QuestionTopic.LATE,
        interview=interview,
        question=_LATE,
        quoted="",
        drafts=number_drafts(interview, drafts),
        choices=(),
    )
    key, items = _late_key(due[0]), letter_items(drafts)
    return post_letter(work, setup, context, letter, key=key, interview_id=interview.id, items=items, waits=True)


def _belated(work: Work, setup: Setup, interview: Interview, draft: CurrentDraft, now: datetime) -> CurrentDraft:
    """Return the draft with the belated wording; a text that the owner wrote stays as he wrote it."""
    late = make_belated(work, setup, interview, draft)
    moved = move_draft(work, late, FollowUpEvent.REVISED, now, snoozed_until=None) if late else []
    return moved[0] if moved else draft
