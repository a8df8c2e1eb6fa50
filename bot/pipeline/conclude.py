"""What the end of an attempt means for the follow-up it was for, and what the owner is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.approval.status import FollowUpEvent, next_state
from bot.core.approval.types import CurrentDraft
from bot.core.delivery.status import OutboxEvent
from bot.core.delivery.types import OutboxItem, SendOutcome, SendResult
from bot.core.followup.types import FollowUpState
from bot.core.interview.types import Interview
from bot.core.letter.receipt import write_receipt
from bot.pipeline.ask import letter_items, number_drafts
from bot.pipeline.draft import load_case
from bot.pipeline.plan import replan
from bot.pipeline.ports import Work
from bot.pipeline.post import new_context, post_letter
from bot.pipeline.setup import Setup

_ASK_AGAIN = timedelta(days=1)
_FOLLOW_UP_EVENT = {
    OutboxEvent.ACCEPT: FollowUpEvent.LEFT,
    OutboxEvent.FIND: FollowUpEvent.LEFT,
    OutboxEvent.DEFER: FollowUpEvent.RELEASED,
    OutboxEvent.REFUSE: FollowUpEvent.REFUSED,
    OutboxEvent.LOSE: FollowUpEvent.LOST,
}


def conclude(
    work: Work, setup: Setup, item: OutboxItem, event: OutboxEvent, outcome: SendOutcome, now: datetime
) -> None:
    """Carry the end of an attempt over to what the mail was for, and tell the owner."""
    settle(work, setup, item, event, outcome, now)
    case = load_case(work, item.follow_up_id)
    if case is None:
        return
    interview, draft = case
    if event in (OutboxEvent.ACCEPT, OutboxEvent.FIND):
        work.add_thread(interview.id, [item.message_id] if item.message_id else [])
        replan(work, setup, interview, now)
        tell_end(work, setup, item, interview, draft, "Sent", _sent_lines(outcome), now)
    elif event is OutboxEvent.REFUSE:
        lines = [
            f"Your mail server refused it: {outcome.code or ''} {outcome.text}".strip(),
            "It has not left, and I do not try again.",
        ]
        tell_end(work, setup, item, interview, draft, "Not sent", lines, now)


def settle(
    work: Work,
    setup: Setup,  # noqa: ARG001  the same shape as `conclude`
    item: OutboxItem,
    event: OutboxEvent,
    outcome: SendOutcome,  # noqa: ARG001
    now: datetime,
) -> None:
    """Carry the end of an attempt over to what the mail was for, and no more."""
    if item.follow_up_id is not None:
        sent_at = now if event is OutboxEvent.ACCEPT else item.lost_at
        move_follow_up(work, item, _FOLLOW_UP_EVENT[event], sent_at=sent_at)
    elif event in (OutboxEvent.ACCEPT, OutboxEvent.FIND):
        work.drop_bytes(item.id)
    elif event is OutboxEvent.REFUSE:
        _ask_again_later(work, item, now)


def _ask_again_later(work: Work, item: OutboxItem, now: datetime) -> None:
    """A letter was given up: what it showed has not been seen, and is shown anew tomorrow."""
    letter = work.load_letter(item.letter_id or 0)
    work.add_journal(now, "letter_given_up", item.key, kind=letter.kind if letter else None)
    for shown in letter.items if letter else ():
        follow_up = work.load_follow_up(shown.follow_up_id)
        if follow_up and follow_up.state is FollowUpState.WAITING and not follow_up.snoozed_until:
            work.save_follow_up(replace(follow_up, snoozed_until=now + _ASK_AGAIN), expected=follow_up.state)


def _sent_lines(outcome: SendOutcome) -> list[str]:
    return [
        f"The mail server took it: {outcome.code or ''} {outcome.text}".strip(),
        "A copy lies in your Sent mailbox, or will in a moment.",
    ]


def tell_end(
    work: Work,
    setup: Setup,
    item: OutboxItem,
    interview: Interview,
    draft: CurrentDraft,
    headline: str,
    lines: list[str],
    now: datetime,
) -> None:
    """Write the receipt of how a mail ended; a reply to it is about that mail."""
    context = new_context(setup, now)
    letter = write_receipt(
        context,
        interview=interview,
        headline=headline,
        drafts=number_drafts(interview, [draft]),
        lines=lines,
        can_undo=False,
    )
    key = f"{headline}:{item.id}:{item.attempts}"
    post_letter(work, setup, context, letter, key=key, interview_id=interview.id, items=letter_items([draft]))


def note_found(work: Work, setup: Setup, item: OutboxItem, now: datetime) -> None:
    """A mail of unknown fate was found in the mailbox: it has left."""
    if work.move_mail(item.id, OutboxEvent.FIND, sent_at=item.lost_at or now, look_at=None):
        work.add_journal(now, "delivery_found", item.key)
        outcome = SendOutcome(result=SendResult.ACCEPTED, text="its copy was found in your mailbox")
        conclude(work, setup, item, OutboxEvent.FIND, outcome, now)


def move_follow_up(work: Work, item: OutboxItem, event: FollowUpEvent, *, sent_at: datetime | None = None) -> bool:
    """Move the follow-up of a mail on; return False when somebody else was faster."""
    before = work.load_follow_up(item.follow_up_id or 0)
    if before is None:
        return False
    after = replace(before, state=next_state(before.state, event), sent_at=sent_at or before.sent_at)
    return work.save_follow_up(after, expected=before.state)
