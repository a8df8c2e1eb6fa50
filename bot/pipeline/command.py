"""Carries out what a command decided, in one transaction. The same for replies and for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.approval.decide import (
    EDIT_AND_SEND_UNDO,
    Approve,
    AskBack,
    CloseCase,
    CorrectRecord,
    Hold,
    Intent,
    Pause,
    Refusal,
    Refuse,
    Reopen,
    Resend,
    Revise,
    Skip,
    Snooze,
    Tell,
)
from bot.core.approval.status import FollowUpEvent, next_state
from bot.core.approval.types import CurrentDraft, LetterRecord
from bot.core.delivery.status import OutboxEvent
from bot.core.delivery.types import Envelope, OutboxItem
from bot.core.draft.revise import describe_changes, revise_draft
from bot.core.followup.due import approved_moment, find_tz, find_window
from bot.core.followup.hours import is_inside
from bot.core.followup.types import FollowUp, FollowUpState
from bot.core.interview.company import same_company
from bot.core.interview.correct import apply_corrections
from bot.core.interview.status import allows, next_status
from bot.core.interview.types import Interview, InterviewEvent
from bot.core.reading.owner.value import read_day, read_when
from bot.core.reading.types import Action, Correction, OwnerReading
from bot.errors import PermanentError
from bot.pipeline.draft import load_current, make_draft, store_revision
from bot.pipeline.pause import end_pause, pause
from bot.pipeline.plan import PlanStore, replan, withdraw_mail
from bot.pipeline.ports import Installation
from bot.pipeline.post import PostStore
from bot.pipeline.setup import Setup


class CommandStore(PlanStore, PostStore, Installation, Protocol):
    """What commands need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedCase:
    """What became of one interview: before, after, and which shown drafts became void."""

    before: Interview
    after: Interview
    event: InterviewEvent | None
    voided: tuple[FollowUp, ...]


@dataclass(slots=True)
class Done:
    """What a command has brought about, gathered for the one letter (or the lines in the terminal) that says so."""

    approved: list[CurrentDraft] = field(default_factory=list)
    ordered: list[CurrentDraft] = field(default_factory=list)
    skipped: list[CurrentDraft] = field(default_factory=list)
    snoozed: list[CurrentDraft] = field(default_factory=list)
    held: list[CurrentDraft] = field(default_factory=list)
    revised: list[tuple[CurrentDraft, str]] = field(default_factory=list)
    refused: list[tuple[CurrentDraft | None, Refusal]] = field(default_factory=list)
    resent: list[CurrentDraft] = field(default_factory=list)
    changed: list[ChangedCase] = field(default_factory=list)
    why_held: str = ""
    ask_back: AskBack | None = None
    tell: Action | None = None
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A command of the owner's on its way to be carried out. ``letter``: what he answered, None for the terminal or a mail to himself."""

    letter: LetterRecord | None
    reading: OwnerReading
    now: datetime


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
                done.held += hold_drafts(work, [intent], order.now)
                done.why_held = intent.why
            case Revise():
                _revise(work, setup, order, intent, done)
            case Resend(follow_up_id=key):
                _resend(work, key, order.now, done)
            case Refuse(follow_up_id=key, why=why):
                done.refused.append((_load(work, key) if key else None, why))
            case CloseCase(company=company) | Reopen(company=company):
                event = InterviewEvent.CLOSED if isinstance(intent, CloseCase) else InterviewEvent.REOPENED
                _change_cases(work, setup, order, company, event, done)
            case CorrectRecord(corrections=corrections):
                _correct(work, setup, order, corrections, done)
            case Pause(until=until):
                _pause(work, setup, order, until, done)
            case Tell(about=about):
                done.tell = about
            case AskBack():
                done.ask_back = intent
    return done


def hold_drafts(work: PlanStore, holds: Sequence[Intent], now: datetime) -> list[CurrentDraft]:
    """Hold approved mails that have not left; return those that could still be held."""
    held: list[CurrentDraft] = []
    for hold in holds:
        draft = _load(work, hold.follow_up_id) if isinstance(hold, Hold) else None
        if draft and withdraw_mail(work, draft.follow_up, OutboxEvent.HOLD):
            held += _move(work, draft, FollowUpEvent.HELD, now)
    return held


def _load(work: PlanStore, follow_up_id: int) -> CurrentDraft | None:
    follow_up = work.load_follow_up(follow_up_id)
    return load_current(work, follow_up) if follow_up else None


def _move(
    work: PlanStore, draft: CurrentDraft, event: FollowUpEvent, now: datetime, **changes: datetime | None
) -> list[CurrentDraft]:
    """Return the draft in its next state, or nothing when somebody else was faster."""
    before = draft.follow_up
    after = replace(before, state=next_state(before.state, event), **changes)  # type: ignore[arg-type]
    if not work.save_follow_up(after, expected=before.state):
        return []
    work.add_journal(now, f"follow_up_{event}", f"follow_up:{before.id}", revision=draft.revision.number)
    return [replace(draft, follow_up=after)]


def _approve(work: CommandStore, setup: Setup, order: Order, intent: Approve, done: Done) -> None:
    item, letter = intent.item, order.letter
    draft = _load(work, item.follow_up_id)
    interview = work.load_interview(draft.follow_up.interview_id) if draft else None
    if draft is None or interview is None:
        done.refused.append((draft, Refusal.NOTHING))
    elif letter and letter.id and not work.use_item(letter.id, item, now=order.now):
        done.refused.append((draft, Refusal.ALREADY_USED))
    else:
        due_at = _due_at(setup, interview, draft.follow_up, intent, order.now, done)
        _queue(work, setup, draft, due_at, order.now, done.approved, done)


def _due_at(
    setup: Setup, interview: Interview, follow_up: FollowUp, intent: Approve, now: datetime, done: Done
) -> datetime:
    """Return when an approved mail leaves: as planned, as the owner said (with a remark outside the hours), never before undo is over."""
    earliest = now + setup.approval.undo
    window, tz = find_window(follow_up.kind, setup.cadence), find_tz(interview, setup.owner.tz)
    if intent.at is None and not intent.soon:
        return approved_moment(
            follow_up, approved_at=now, undo=setup.approval.undo, window=window, tz=tz, closed=setup.closed
        )
    due_at = max(intent.at or earliest, earliest)
    if not is_inside(due_at, window, tz=tz, closed=setup.closed):
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
        done.refused.append((draft, Refusal.LEFT))
        return
    into += _move(work, draft, FollowUpEvent.APPROVED, now, send_at=due_at, snoozed_until=None)


def _drop(work: CommandStore, key: int, event: FollowUpEvent, now: datetime, done: Done) -> None:
    draft = _load(work, key)
    if draft is None:
        done.refused.append((None, Refusal.NOTHING))
    elif not _may_still_change(work, draft, OutboxEvent.CANCEL):
        done.refused.append((draft, Refusal.LEFT))
    else:
        done.skipped += _move(work, draft, event, now, snoozed_until=None)


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
    done.snoozed += _move(work, draft, FollowUpEvent.SNOOZED, now, snoozed_until=intent.until)


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
            _move(work, draft, FollowUpEvent.HELD, order.now) if draft.follow_up.state is FollowUpState.APPROVED else []
        )
        done.ask_back = AskBack(left_over="", hint=str(exc))
        return
    given = [address.email for address in (*draft.revision.to, *revision.to, *revision.cc)]
    stored = store_revision(work, setup, interview, draft.follow_up, revision, given=given)
    moved = _move(work, stored, FollowUpEvent.REVISED, order.now, snoozed_until=None) if stored else []
    if stored is None or not moved:
        done.refused.append((draft, Refusal.OUTDATED))
        return
    difference = describe_changes(draft.revision, stored.revision)
    if intent.send and not stored.revision.blocked:
        undo = max(setup.approval.undo, EDIT_AND_SEND_UNDO)
        _queue(work, setup, moved[0], order.now + undo, order.now, done.ordered, done)
    else:
        done.revised.append((moved[0], difference))


def _resend(work: CommandStore, key: int, now: datetime, done: Done) -> None:
    draft = _load(work, key)
    item = work.load_outbox(follow_up_id=key)
    if draft is None or item is None or not work.resend_mail(item.id, due_at=now):
        done.refused.append((draft, Refusal.LEFT))
        return
    done.resent += _move(work, draft, FollowUpEvent.APPROVED, now)


def _change_cases(
    work: CommandStore, setup: Setup, order: Order, company: str | None, event: InterviewEvent, done: Done
) -> None:
    """Close or reopen every interview of a company (without a name: the one of the letter)."""
    if company is None and order.letter is None and event is InterviewEvent.REOPENED:
        end_pause(work)
        done.lines.append("I am back at work.")
        return
    for interview in _find_cases(work, order, company):
        if allows(interview.status, event):
            after = replace(interview, status=next_status(interview.status, event))
            _save_case(work, setup, interview, after, event, order.now, done)
    if not done.changed:
        done.ask_back = AskBack(
            left_over=company or "", hint="I know no case to which that would apply; name the company as in `status`."
        )


def _find_cases(work: CommandStore, order: Order, company: str | None) -> list[Interview]:
    interviews = work.load_interviews()
    if company:
        return [interview for interview in interviews if same_company(interview.company, company)]
    letter_id = order.letter.interview_id if order.letter else None
    mine = next((interview for interview in interviews if interview.id == letter_id), None)
    if mine is None:
        return []
    return [
        one for one in interviews if one.id == mine.id or (mine.company and same_company(one.company, mine.company))
    ]


def _save_case(
    work: CommandStore,
    setup: Setup,
    before: Interview,
    after: Interview,
    event: InterviewEvent | None,
    now: datetime,
    done: Done,
) -> None:
    work.save_interview(after)
    work.add_journal(now, f"interview_{event or 'corrected'}", f"interview:{after.id}", by="owner")
    voided = tuple(replan(work, setup, after, now))
    redrafted = _redraft(work, setup, before, after, now)
    done.changed.append(ChangedCase(before=before, after=after, event=event, voided=voided))
    done.revised += [(draft, "") for draft in redrafted]


def _redraft(
    work: CommandStore, setup: Setup, before: Interview, after: Interview, now: datetime
) -> list[CurrentDraft]:
    """Write drafts that were shown anew when the facts they rest on were corrected; a yes to the old text is void."""
    facts = ("company", "role", "interviewers", "contact")
    if all(getattr(before, name) == getattr(after, name) for name in facts):
        return []
    redrafted: list[CurrentDraft] = []
    shown = (FollowUpState.WAITING, FollowUpState.APPROVED, FollowUpState.HELD)
    for follow_up in work.load_follow_ups(interview_id=after.id, states=shown):
        if not withdraw_mail(work, follow_up, OutboxEvent.HOLD):
            continue
        draft = make_draft(work, setup, after, replace(follow_up, state=FollowUpState.PLANNED))
        if draft:
            redrafted += _move(
                work, replace(draft, follow_up=follow_up), FollowUpEvent.REVISED, now, snoozed_until=None
            )
    return redrafted


def _correct(work: CommandStore, setup: Setup, order: Order, corrections: Sequence[Correction], done: Done) -> None:
    interview = work.load_interview(order.letter.interview_id) if order.letter and order.letter.interview_id else None
    if interview is None:
        done.ask_back = AskBack(left_over="", hint="Reply to a letter about the interview you mean.")
        return
    if order.reading.action is Action.CONFIRM:
        _confirm(work, setup, interview, order.now, done)
        return
    if order.reading.action is Action.DENY:
        corrections = (Correction(field="not_interview", value=""),)
    result = apply_corrections(
        interview=interview,
        corrections=corrections,
        read_moment=lambda value: read_when(value, now=order.now, zone=setup.zone, cues=setup.command_cues),
        read_date=lambda value: read_day(value, now=order.now, zone=setup.zone, cues=setup.command_cues),
    )
    if result.left:
        words = "; ".join(f"{one.field}: {one.value}" for one in result.left)
        done.ask_back = AskBack(left_over=words, hint="I could not read that value.")
    if result.after != interview:
        _save_case(work, setup, interview, result.after, result.event, order.now, done)
    elif not result.left:
        done.lines.append("That is what I had noted already; nothing changes.")


def _confirm(work: CommandStore, setup: Setup, interview: Interview, now: datetime, done: Done) -> None:
    """The owner's "yes, it is an interview": everything hangs on it from now on, if its time is known."""
    if interview.start is None:
        done.ask_back = AskBack(left_over="", hint="Tell me its time as well, for example: time: Thu 14 May 15:00")
    elif allows(interview.status, InterviewEvent.CONFIRMED):
        after = replace(interview, status=next_status(interview.status, InterviewEvent.CONFIRMED), start_options=())
        _save_case(work, setup, interview, after, InterviewEvent.CONFIRMED, now, done)


def _pause(work: CommandStore, setup: Setup, order: Order, until: datetime | None, done: Done) -> None:
    end = until or order.now + timedelta(days=7)
    pause(work, end)
    work.add_journal(order.now, "paused", "bot", until=end)
    done.lines.append(
        f"I rest until {end.astimezone(setup.zone):%A %d %B %H:%M}. Nothing leaves until then; “resume” ends it early."
    )
