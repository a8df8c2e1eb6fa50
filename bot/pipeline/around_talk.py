"""The letters around a talk: to prepare by on the evening before, and to ask how it went."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Protocol

from bot.core.followup.around_talk import TalkLetter, find_talk_letter, next_talk_letter
from bot.core.followup.types import FollowUpKind, FollowUpState
from bot.core.interview.types import Interview
from bot.core.letter.around_talk import write_debrief, write_prepare
from bot.core.letter.context import Letter, LetterContext
from bot.errors import TemporaryError
from bot.pipeline.pause import paused_until
from bot.pipeline.ports import AccountStore, FollowUpStore, Installation, InterviewStore, Store
from bot.pipeline.post import PostStore, new_context, post_letter
from bot.pipeline.setup import Setup

_log = logging.getLogger(__name__)


class TalkStore(InterviewStore, FollowUpStore, AccountStore, PostStore, Installation, Protocol):
    """What these letters need."""


def write_each_talk_letter(store: Store, setup: Setup, now: datetime) -> int:
    """Write the letters that are due around talks, each in a transaction of its own; return how many."""
    with store.transaction() as work:
        interviews = [] if paused_until(work, now) else work.load_interviews()
    count = 0
    for interview in interviews:
        due = _find_due(setup, interview, now)
        if due is None:
            continue
        try:
            with store.transaction() as work:
                count += _write(work, setup, interview, due, now)
        except TemporaryError:
            raise
        except Exception:  # noqa: BLE001  one item of a worker loop: the rest goes on, the next ring tries again
            _log.exception("talk_letter_broke interview=%d", interview.id)
    return count


def next_talk_moment(work: InterviewStore, setup: Setup, now: datetime) -> datetime | None:
    """Return when after *now* a letter around a talk may be due, None where none is to come."""
    moments = (
        next_talk_letter(
            interview,
            rule=setup.cadence.debrief,
            prepare_at=setup.letters.prepare_at,
            owner_tz=setup.owner.tz,
            now=now,
        )
        for interview in work.load_interviews()
    )
    return min((moment for moment in moments if moment), default=None)


def _find_due(setup: Setup, interview: Interview, now: datetime) -> TalkLetter | None:
    due = find_talk_letter(
        interview,
        rule=setup.cadence.debrief,
        prepare_at=setup.letters.prepare_at,
        deadline=setup.cadence.thank_you.deadline,
        owner_tz=setup.owner.tz,
        now=now,
    )
    return None if due is TalkLetter.PREPARE and not setup.letters.prepare else due


def _write(work: TalkStore, setup: Setup, interview: Interview, due: TalkLetter, now: datetime) -> bool:
    """Write it once for this time of the talk; who has told how it went is not asked."""
    assert interview.start  # noqa: S101  a letter is due only where the time is known
    key = f"{due}:{interview.id}:{interview.start.isoformat()}"
    if work.is_letter_written(key) or (due is TalkLetter.DEBRIEF and work.load_account(interview.id)):
        return False
    context = new_context(setup, now)
    letter = _compose(work, context, interview, due)
    return post_letter(work, setup, context, letter, key=key, interview_id=interview.id, waits=True)


def _compose(work: TalkStore, context: LetterContext, interview: Interview, due: TalkLetter) -> Letter:
    if due is TalkLetter.PREPARE:
        return write_prepare(context, interview=interview)
    planned = [
        follow_up.draft_at
        for follow_up in work.load_follow_ups(interview_id=interview.id, states=(FollowUpState.PLANNED,))
        if follow_up.kind is FollowUpKind.THANK_YOU
    ]
    return write_debrief(context, interview=interview, drafts_at=min(planned, default=None))
