"""Carries out what a command decided, in one transaction. The same for replies and for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.core.approval.decide import (
    EDIT_AND_SEND_UNDO,
    AddTalk,
    Approve,
    AskBack,
    CloseCase,
    CorrectRecord,
    Hold,
    Intent,
    NoteAccount,
    Pause,
    PostponeNote,
    Refusal,
    Refuse,
    Reopen,
    Resend,
    Revise,
    SettleNote,
    Skip,
    Snooze,
    Tell,
)
from bot.core.approval.status import FollowUpEvent
from bot.core.approval.types import CurrentDraft, LetterItem
from bot.core.delivery.status import OutboxEvent
from bot.core.delivery.types import Envelope, OutboxItem
from bot.core.draft.revise import describe_changes, revise_draft
from bot.core.followup.due import approved_moment, find_tz, find_window
from bot.core.followup.hours import is_inside
from bot.core.followup.types import FollowUp, FollowUpState
from bot.core.interview.types import Interview, InterviewEvent
from bot.errors import PermanentError
from bot.pipeline.account import note_account
from bot.pipeline.add import add_talk
from bot.pipeline.case import change_cases, correct_case, pause_bot
from bot.pipeline.draft import load_current, make_belated, move_draft, store_revision
from bot.pipeline.notes import postpone_note, settle_note
from bot.pipeline.order import CommandStore, Done, Order
from bot.pipeline.plan import PlanStore, withdraw_mail
from bot.pipeline.setup import Setup


def carry_out(work: CommandStore, setup: Setup, order: Order, intents: Sequence[Intent]) -> Done:
    """Carry out what was decided and return what came of it."""
    done = Done()
    for intent in intents:
        match intent:
            case Approve():
                _approve(work, setup, order, intent, done)
            case Skip(follow_up_id=key):
                _drop(work, key, FollowUpEvent.SKIPPED, order.now, done)
            case Snooze():
                _snooze(work, intent, order.now, done)
            case Hold():
                _hold(work, intent, order.now, done)
            case Revise():
                _revise(work, setup, order, intent, done)
            case Resend(item=item):
                _resend(work, order, item, done)
            case Refuse(follow_up_id=key, why=why):
                done.refused.append((_load(work, key) if key else None, why))
            case CloseCase(company=company) | Reopen(company=company):
                event = InterviewEvent.CLOSED if isinstance(intent, CloseCase) else InterviewEvent.REOPENED
                change_cases(work, setup, order, company, event, done)
            case CorrectRecord(corrections=corrections):
                correct_case(work, setup, order, corrections, done)
            case NoteAccount():
                note_account(work, setup, order, done)
            case AddTalk(text=text):
                add_talk(work, setup, order, text, done)
            case SettleNote(number=number, sent=sent):
                settle_note(work, setup, order, number, done, sent=sent)
            case PostponeNote(number=number, until=until):
                postpone_note(work, setup, order, number, until, done)
            case Pause(until=until):
                pause_bot(work, setup, order, until, done)
            case Tell(about=about):
                done.tell = about
            case AskBack():
                done.ask_back = intent
    return done


def _hold(work: CommandStore, intent: Hold, now: datetime, done: Done) -> None:
    held = hold_drafts(work, [intent], now)
    done.held += held
    done.why_held = intent.why
    if not held:
        done.refused.append((_load(work, intent.follow_up_id), Refusal.LEFT))


def hold_drafts(work: CommandStore, holds: Sequence[Intent], now: datetime) -> list[CurrentDraft]:
    """Hold approved mails that have not left; return those that could still be held."""
    held: list[CurrentDraft] = []
    for hold in holds:
        draft = _load(work, hold.follow_up_id) if isinstance(hold, Hold) else None
        if draft and withdraw_mail(work, draft.follow_up, OutboxEvent.HOLD):
            work.spend_items(draft.follow_up.id, now=now)
            held += move_draft(work, draft, FollowUpEvent.HELD, now)
    return held


def _load(work: PlanStore, follow_up_id: int) -> CurrentDraft | None:
    follow_up = work.load_follow_up(follow_up_id)
    return load_current(work, follow_up) if follow_up else None


def _approve(work: CommandStore, setup: Setup, order: Order, intent: Approve, done: Done) -> None:
    item, letter = intent.item, order.letter
    draft = _load(work, item.follow_up_id)
    interview = work.load_interview(draft.follow_up.interview_id) if draft else None
    if draft is None or interview is None:
        done.refused.append((draft, Refusal.NOTHING))
    elif letter and letter.id and not work.use_item(letter.id, item, now=order.now):
        done.refused.append((draft, Refusal.ALREADY_USED))
    elif intent.at is None and _missed_its_time(order, draft.follow_up):
        late = make_belated(work, setup, interview, draft)
        event = FollowUpEvent.REVISED if late else FollowUpEvent.HELD
        done.held += move_draft(work, late or draft, event, order.now)
        done.why_held = "its time passed before I could read your reply"
    else:
        due_at = _due_at(setup, interview, draft.follow_up, intent, order.now, done)
        _queue(work, setup, draft, due_at, order.now, done.approved, done)


def _missed_its_time(order: Order, follow_up: FollowUp) -> bool:
    """Whether the yes was given before the deadline and comes to be carried out after it: he did not know that it would be late (E1)."""
    deadline, said_at = follow_up.deadline_at, order.said_at or order.now
    return deadline is not None and said_at < deadline <= order.now


def _due_at(
    setup: Setup, interview: Interview, follow_up: FollowUp, intent: Approve, now: datetime, done: Done
) -> datetime:
    """Return when an approved mail leaves: as planned, as the owner said (with a remark outside the hours), never before undo is over."""
    earliest = now + setup.approval.undo
    window, tz = find_window(follow_up.kind, setup.cadence), find_tz(interview, setup.owner.tz)
    if intent.at is None and not intent.soon:
        return approved_moment(
            follow_up, approved_at=now, undo=setup.approval.undo, window=window, tz=tz, closed=setup.closed(tz)
        )
    due_at = max(intent.at or earliest, earliest)
    if not is_inside(due_at, window, tz=tz, closed=setup.closed(tz)):
        done.lines.append(
            "You chose a time outside the hours in which such mails usually leave; it leaves when you said."
        )
    return due_at


def _queue(
    work: CommandStore,
    setup: Setup,
    draft: CurrentDraft,
    due_at: datetime,
    now: datetime,
    into: list[CurrentDraft],
    done: Done,
) -> None:
    revision = draft.revision
    recipients = tuple(address.email for address in (*revision.to, *revision.cc))
    item = OutboxItem(
        follow_up_id=draft.follow_up.id,
        revision=revision.number,
        digest=draft.digest,
        envelope=Envelope(sender=revision.from_.email, recipients=recipients),
        queued_at=now,
        due_at=due_at,
        undo_until=min(due_at, now + setup.approval.undo),
    )
    if not work.queue_mail(item):
        there = work.load_outbox(follow_up_id=draft.follow_up.id)
        done.refused.append((draft, Refusal.UNKNOWN_FATE if there and there.lost_at else Refusal.LEFT))
        return
    work.spend_items(draft.follow_up.id, now=now)  # a late yes to another letter that shows it must not outlive an undo
    into += move_draft(work, draft, FollowUpEvent.APPROVED, now, send_at=due_at, snoozed_until=None)


def _drop(work: CommandStore, key: int, event: FollowUpEvent, now: datetime, done: Done) -> None:
    draft = _load(work, key)
    if draft is None:
        done.refused.append((None, Refusal.NOTHING))
    elif not _may_still_change(work, draft, OutboxEvent.CANCEL):
        done.refused.append((draft, Refusal.LEFT))
    else:
        done.skipped += move_draft(work, draft, event, now, snoozed_until=None)


def _may_still_change(work: CommandStore, draft: CurrentDraft, event: OutboxEvent) -> bool:
    if draft.follow_up.state is FollowUpState.UNKNOWN:
        item = work.load_outbox(follow_up_id=draft.follow_up.id)
        return item is not None and work.move_mail(item.id, event)
    return withdraw_mail(work, draft.follow_up, event)


def _snooze(work: CommandStore, intent: Snooze, now: datetime, done: Done) -> None:
    draft = _load(work, intent.follow_up_id)
    if draft is None or not withdraw_mail(work, draft.follow_up, OutboxEvent.HOLD):
        done.refused.append((draft, Refusal.LEFT))
        return
    done.snoozed += move_draft(work, draft, FollowUpEvent.SNOOZED, now, snoozed_until=intent.until)


def _revise(work: CommandStore, setup: Setup, order: Order, intent: Revise, done: Done) -> None:
    draft = _load(work, intent.follow_up_id)
    interview = work.load_interview(draft.follow_up.interview_id) if draft else None
    if draft is None or interview is None:
        done.refused.append((draft, Refusal.NOTHING))
        return
    if not withdraw_mail(work, draft.follow_up, OutboxEvent.HOLD):
        done.refused.append((draft, Refusal.LEFT))
        return
    try:
        revision = revise_draft(
            revision=draft.revision, new_body=intent.body, new_subject=intent.subject, new_to=intent.to
        )
    except PermanentError as exc:
        done.held += (
            move_draft(work, draft, FollowUpEvent.HELD, order.now)
            if draft.follow_up.state in (FollowUpState.APPROVED, FollowUpState.SENDING)
            else []
        )
        done.ask_back = AskBack(left_over="", hint=str(exc))
        return
    given = [address.email for address in (*draft.revision.to, *revision.to, *revision.cc)]
    stored = store_revision(work, setup, interview, draft.follow_up, revision, given=given)
    moved = move_draft(work, stored, FollowUpEvent.REVISED, order.now, snoozed_until=None) if stored else []
    if stored is None or not moved:
        done.refused.append((draft, Refusal.OUTDATED))
        return
    difference = describe_changes(draft.revision, stored.revision)
    if intent.send and not stored.revision.blocked:
        undo = max(setup.approval.undo, EDIT_AND_SEND_UNDO)
        _queue(work, setup, moved[0], order.now + undo, order.now, done.ordered, done)
    else:
        done.revised.append((moved[0], difference))


def _resend(work: CommandStore, order: Order, item: LetterItem, done: Done) -> None:
    draft = _load(work, item.follow_up_id)
    lost = work.load_outbox(follow_up_id=item.follow_up_id)
    if draft is None or lost is None:
        done.refused.append((draft, Refusal.NOTHING))
    elif order.letter and order.letter.id and not work.use_item(order.letter.id, item, now=order.now):
        done.refused.append((draft, Refusal.ALREADY_USED))
    elif not work.resend_mail(lost.id, due_at=order.now):
        done.refused.append((draft, Refusal.LEFT))
    else:
        done.resent += move_draft(work, draft, FollowUpEvent.APPROVED, order.now, send_at=order.now)
