"""Arrow 6, outwards: drafts are shown to the owner, each bound to one token, one revision, one digest."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Protocol

from bot.core.approval.status import FollowUpEvent, next_state
from bot.core.approval.types import CurrentDraft, LetterItem
from bot.core.draft.compose import in_language
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState
from bot.core.interview.account import Account
from bot.core.interview.types import Interview
from bot.core.letter.approval import write_approval
from bot.core.letter.context import ShownDraft
from bot.core.letter.facts import name_companies, name_company
from bot.core.letter.notice import write_notice
from bot.core.letter.plan import name_follow_up
from bot.core.reading.types import LetterKind
from bot.errors import TemporaryError
from bot.pipeline.draft import DraftStore, make_draft, note_shown
from bot.pipeline.pause import paused_until
from bot.pipeline.ports import AccountStore, Installation, Store
from bot.pipeline.post import PostStore, new_context, post_letter
from bot.pipeline.setup import Setup

_log = logging.getLogger(__name__)
APPROVABLE = (LetterKind.APPROVAL, LetterKind.QUESTION, LetterKind.REMINDER)
"""Letters whose items a yes can be given to."""

_NOTHING_TOLD = (
    "You have not told me how it went, so the thank-you names nothing that you talked about. Answer my letter “How did it go?”"
    " at any time, and I write it anew."
)
_NOT_THEIR_LANGUAGE = "They write in a language in which I have no texts yet. Put in your own with “edit:”, or skip it."
_NOT_HELD = "The talk stands as not held, so nothing else is planned; “resume” takes it up again."
_PROFILE_ELSEWHERE = (
    "Your profile says nothing in the language of this mail, so it names none of what you are good at. Write some of it in that language"
    " into profile.toml."
)
_NEW_FACT = (
    "You have asked them before, and a second question should bring something new: a project finished, a certificate, an idea for"
    " theirs. Put one sentence of it in before you approve."
)
_OTHER_LANGUAGE = (
    "What you talked about is not in the thank-you: you told it in another language than the mail's. Answer in that one, or put it in"
    " yourself."
)
_LATE = "This mail is late: its time has passed. It leaves only if you still want it to."


class AskStore(DraftStore, PostStore, AccountStore, Installation, Protocol):
    """What asking needs."""


def show_each_due(store: Store, setup: Setup, now: datetime) -> int:
    """Show what is due (see `show_due_drafts`), each interview in a transaction of its own: one that breaks stops nobody."""
    with store.transaction() as work:
        interview_ids = sorted({follow_up.interview_id for follow_up in work.load_drafts_due(now=now)})
    count = 0
    for interview_id in interview_ids:
        try:
            with store.transaction() as work:
                count += show_due_drafts(work, setup, now, interview_id=interview_id)
        except TemporaryError:
            raise
        except Exception as exc:  # noqa: BLE001  one item of a worker loop: the owner is told once, the rest goes on
            _log.exception("draft_broke interview=%d", interview_id)
            _tell_broken(store, setup, interview_id, exc, now)
    return count


def _tell_broken(store: Store, setup: Setup, interview_id: int, exc: Exception, now: datetime) -> None:
    with store.transaction() as work:
        interview = work.load_interview(interview_id)
        context = new_context(setup, now)
        notice = write_notice(
            context,
            headline="A draft could not be written",
            lines=[
                f"It broke with {type(exc).__name__}. Nothing is sent. The log says more; please write this mail yourself."
            ],
            interview=interview,
        )
        if post_letter(work, setup, context, notice, key=f"draft_broke:{interview_id}", interview_id=interview_id):
            work.add_journal(now, "draft_broke", f"interview:{interview_id}", error=type(exc).__name__)


def show_due_drafts(work: AskStore, setup: Setup, now: datetime, *, interview_id: int | None = None) -> int:
    """Make the drafts whose time has come and show them, one letter for each interview (or the one named); return how many letters."""
    if paused_until(work, now):
        return 0
    due = [one for one in work.load_drafts_due(now=now) if interview_id in (None, one.interview_id)]
    due.sort(key=lambda follow_up: (follow_up.interview_id, follow_up.id))
    groups = groupby(due, key=lambda follow_up: follow_up.interview_id)
    return sum(_show_group(work, setup, key, list(group), now) for key, group in groups)


def _show_group(work: AskStore, setup: Setup, interview_id: int, due: Sequence[FollowUp], now: datetime) -> bool:
    interview = work.load_interview(interview_id)
    if interview is None:
        return False
    drafts = [make_draft(work, setup, interview, follow_up, now) for follow_up in due]
    shown = [note_shown(work, draft, state=_after_shown(draft), now=now) for draft in drafts if draft]
    current = [draft for draft in shown if draft]
    late = any(draft.follow_up.deadline_at and draft.follow_up.deadline_at <= now for draft in current)
    which = ",".join(f"{draft.follow_up.id}.{draft.revision.number}" for draft in current)
    key = f"approval:{which}:{now:%Y%m%d%H%M%S}"
    return show_drafts(work, setup, interview, current, remark=_LATE if late else "", key=key, now=now, waits=True)


def show_drafts(
    work: AskStore,
    setup: Setup,
    interview: Interview,
    drafts: Sequence[CurrentDraft],
    *,
    remark: str,
    key: str,
    now: datetime,
    waits: bool = False,
    diffs: Mapping[int, str] | None = None,
) -> bool:
    """Write the approval letter for these drafts. *diffs*: follow-up id → the difference to the revision before."""
    if not drafts:
        return False
    context = new_context(setup, now)
    account = work.load_account(interview.id)
    letter = write_approval(
        context,
        drafts=number_drafts(interview, drafts, diffs),
        remark=remark or _remark(setup, interview, drafts, account),
        told=account.debrief if account else None,
    )
    items = letter_items(drafts)
    return post_letter(work, setup, context, letter, key=key, interview_id=interview.id, items=items, waits=waits)


def _remark(setup: Setup, interview: Interview, drafts: Sequence[CurrentDraft], account: Account | None) -> str:
    """Say what the drafts lack: the right language, what is new (E15), and what only the owner can tell (E3)."""
    parts = (
        _of_language(setup, interview.lang),
        _NOT_HELD if any(draft.follow_up.kind is FollowUpKind.NO_SHOW for draft in drafts) else "",
        _NEW_FACT if any(_asks_again(draft.follow_up) for draft in drafts) else "",
        _lacking(interview, drafts, account),
    )
    return " ".join(part for part in parts if part)


def _of_language(setup: Setup, lang: str) -> str:
    """Say that there are no texts in their language, or that the profile says nothing in it."""
    wording = setup.draft_templates.wordings.get(lang)
    if wording is None:
        return _NOT_THEIR_LANGUAGE
    strengths = setup.profile.qualifications
    fitting = in_language(setup.profile, wording, setup.draft_templates.wordings).qualifications
    return _PROFILE_ELSEWHERE if strengths and not fitting else ""


def _asks_again(follow_up: FollowUp) -> bool:
    return follow_up.kind is FollowUpKind.STATUS_CHECK and follow_up.ordinal > 1


def _lacking(interview: Interview, drafts: Sequence[CurrentDraft], account: Account | None) -> str:
    if not any(draft.follow_up.kind is FollowUpKind.THANK_YOU for draft in drafts):
        return ""
    if account is None:
        return _NOTHING_TOLD
    told = account.debrief
    return _OTHER_LANGUAGE if told.lang != interview.lang and (told.topics or told.clarifications) else ""


def number_drafts(
    interview: Interview, drafts: Sequence[CurrentDraft], diffs: Mapping[int, str] | None = None
) -> list[ShownDraft]:
    """Return the drafts numbered from 1, as a letter shows them."""
    return number_across({interview.id: interview}, drafts, diffs)


def number_across(
    interviews: Mapping[int, Interview], drafts: Sequence[CurrentDraft], diffs: Mapping[int, str] | None = None
) -> list[ShownDraft]:
    """Return drafts of several interviews (by their ids), numbered through."""
    return [
        ShownDraft(
            number=number,
            revision=draft.revision,
            follow_up=draft.follow_up,
            interview=interviews[draft.follow_up.interview_id],
            diff=(diffs or {}).get(draft.follow_up.id, ""),
        )
        for number, draft in enumerate(drafts, start=1)
    ]


def letter_items(drafts: Sequence[CurrentDraft]) -> list[LetterItem]:
    """Return what the numbers of a letter stand for."""
    return [
        LetterItem(
            number=number,
            follow_up_id=draft.follow_up.id,
            revision=draft.revision.number,
            digest=draft.digest,
        )
        for number, draft in enumerate(drafts, start=1)
    ]


def expire_drafts(work: AskStore, setup: Setup, now: datetime) -> int:
    """Give up drafts whose letter has run out without an answer, and tell the owner in one letter; return how many."""
    expired: list[tuple[FollowUp, Interview]] = []
    for follow_up in work.load_follow_ups(states=(FollowUpState.WAITING, FollowUpState.HELD)):
        letter = work.load_last_letter(follow_up.id, APPROVABLE)
        interview = work.load_interview(follow_up.interview_id)
        if letter is None or interview is None or letter.expires_at > now or follow_up.snoozed_until:
            continue
        after = replace(follow_up, state=next_state(follow_up.state, FollowUpEvent.EXPIRED))
        if work.save_follow_up(after, expected=follow_up.state):
            work.add_journal(now, "draft_expired", f"follow_up:{follow_up.id}", letter=letter.id)
            expired.append((after, interview))
    if expired:
        _tell_expired(work, setup, expired, now)
    return len(expired)


def _tell_expired(work: AskStore, setup: Setup, expired: Sequence[tuple[FollowUp, Interview]], now: datetime) -> None:
    interviews = [interview for _, interview in expired]
    alone = interviews[0] if len({interview.id for interview in interviews}) == 1 else None
    names = [f"{name_follow_up(one, interview)}, {name_company(interview)}" for one, interview in expired]
    one = len(names) == 1
    headline = names[0] if one else f"{len(names)} mails, {name_companies(interviews)}"
    will = "this mail" if one else "these mails"
    context = new_context(setup, now)
    notice = write_notice(
        context,
        headline=f"Expired: {headline}",
        lines=[f"You did not answer in time, so {will} will not be sent.", *([] if one else names)],
        interview=alone,
    )
    key = f"expired:{','.join(str(one.id) for one, _ in expired)}:{now:%Y%m%d%H%M}"
    post_letter(work, setup, context, notice, key=key, interview_id=alone.id if alone else None, waits=True)


def _after_shown(draft: CurrentDraft) -> FollowUpState:
    return next_state(draft.follow_up.state, FollowUpEvent.SHOWN)
