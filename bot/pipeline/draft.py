"""Arrow 5: drafts whose time has come are written, checked and stored as revisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.core.approval.digest import digest
from bot.core.approval.status import FollowUpEvent, next_state
from bot.core.approval.types import CurrentDraft
from bot.core.draft.check import check_draft
from bot.core.draft.compose import compose_draft
from bot.core.draft.spelling import profile_words, told_words
from bot.core.draft.types import Revision
from bot.core.followup.types import FollowUp, FollowUpState
from bot.core.interview.types import Interview
from bot.pipeline.ports import AccountStore, FollowUpStore, InterviewStore
from bot.pipeline.setup import Setup


class DraftStore(FollowUpStore, InterviewStore, AccountStore, Protocol):
    """What drafting needs."""


def load_current(work: DraftStore, follow_up: FollowUp) -> CurrentDraft | None:
    """Return how a follow-up stands with its latest revision, or None before the first."""
    stored = work.load_revision(follow_up.id)
    return CurrentDraft(follow_up=follow_up, revision=stored[0], digest=stored[1]) if stored else None


def load_case(work: DraftStore, follow_up_id: int | None) -> tuple[Interview, CurrentDraft] | None:
    """Return a follow-up's interview and its draft as they stand, or None where one of them is missing."""
    follow_up = work.load_follow_up(follow_up_id) if follow_up_id is not None else None
    interview = work.load_interview(follow_up.interview_id) if follow_up else None
    draft = load_current(work, follow_up) if follow_up else None
    return (interview, draft) if interview and draft else None


def make_draft(
    work: DraftStore, setup: Setup, interview: Interview, follow_up: FollowUp, now: datetime
) -> CurrentDraft | None:
    """Return the draft to show: a fresh revision for a planned follow-up, the latest one where it was shown before.

    None when somebody else wrote that revision in the meantime. Past the deadline it is worded as belated (E1).
    """
    latest = work.load_revision(follow_up.id)
    if latest and follow_up.state is not FollowUpState.PLANNED:
        return load_current(work, follow_up)
    number = latest[0].number + 1 if latest else 1
    late = follow_up.deadline_at is not None and follow_up.deadline_at <= now
    revision = _compose(work, setup, interview, follow_up, number, belated=late)
    return store_revision(work, setup, interview, follow_up, revision)


def make_belated(work: DraftStore, setup: Setup, interview: Interview, draft: CurrentDraft) -> CurrentDraft | None:
    """Return a new revision in the belated wording (E1), None where the text is the owner's own, or somebody else wrote in between."""
    plain = _compose(work, setup, interview, draft.follow_up, draft.revision.number)
    if (plain.body, plain.subject) != (draft.revision.body, draft.revision.subject):
        return None
    late = _compose(work, setup, interview, draft.follow_up, draft.revision.number + 1, belated=True)
    return store_revision(work, setup, interview, draft.follow_up, late)


def _compose(
    work: DraftStore, setup: Setup, interview: Interview, follow_up: FollowUp, number: int, *, belated: bool = False
) -> Revision:
    account = work.load_account(interview.id)
    return compose_draft(
        follow_up=follow_up,
        interview=interview,
        debrief=account.debrief if account else None,
        owner=setup.owner,
        profile=setup.profile,
        templates=setup.draft_templates,
        number=number,
        belated=belated,
    )


def store_revision(
    work: DraftStore,
    setup: Setup,
    interview: Interview,
    follow_up: FollowUp,
    revision: Revision,
    *,
    given: Sequence[str] = (),
) -> CurrentDraft | None:
    """Check a revision and store it; *given*: recipients that the owner named himself."""
    findings = check_draft(
        revision,
        interview=interview,
        follow_up=follow_up,
        owner=setup.owner,
        wordings=setup.draft_templates.wordings,
        others=_other_companies(work, interview),
        given=given,
        spell=setup.spell,
        own_words=_own_words(work, setup, interview),
    )
    checked = replace(revision, findings=findings)
    if not work.add_revision(checked, digest(checked)):
        return None
    return CurrentDraft(follow_up=follow_up, revision=checked, digest=digest(checked))


def _own_words(work: AccountStore, setup: Setup, interview: Interview) -> tuple[str, ...]:
    account = work.load_account(interview.id)
    return (*profile_words(setup.profile), *(told_words(account.debrief) if account else ()))


def note_shown(work: FollowUpStore, draft: CurrentDraft, *, state: FollowUpState, now: datetime) -> CurrentDraft | None:
    """Note that a draft was shown to the owner; None when the follow-up changed in the meantime."""
    after = replace(draft.follow_up, state=state, snoozed_until=None)
    if not work.save_follow_up(after, expected=draft.follow_up.state):
        return None
    subject = f"follow_up:{after.id}"
    rules = ", ".join(finding.rule for finding in draft.revision.findings)
    work.add_journal(
        now, "draft_shown", subject, revision=draft.revision.number, digest=draft.digest[:16], findings=rules
    )
    return replace(draft, follow_up=after)


def _other_companies(work: InterviewStore, interview: Interview) -> list[str]:
    companies = {other.company for other in work.load_interviews() if other.company}
    return sorted(companies - {interview.company})


def move_draft(
    work: FollowUpStore, draft: CurrentDraft, event: FollowUpEvent, now: datetime, **changes: datetime | None
) -> list[CurrentDraft]:
    """Return the draft in its next state, or nothing when somebody else was faster."""
    before = draft.follow_up
    after = replace(before, state=next_state(before.state, event), **changes)  # type: ignore[arg-type]
    if not work.save_follow_up(after, expected=before.state):
        return []
    work.add_journal(now, f"follow_up_{event}", f"follow_up:{before.id}", revision=draft.revision.number)
    return [replace(draft, follow_up=after)]
