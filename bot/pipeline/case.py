"""Commands about a case as a whole: close, reopen, correct, confirm, pause."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.approval.decide import AskBack
from bot.core.approval.status import FollowUpEvent
from bot.core.approval.types import CurrentDraft
from bot.core.delivery.status import OutboxEvent
from bot.core.followup.types import FollowUpKind, FollowUpState
from bot.core.interview.company import same_company
from bot.core.interview.correct import apply_corrections
from bot.core.interview.lessons import learn_lessons
from bot.core.interview.status import allows, next_status
from bot.core.interview.types import Interview, InterviewEvent, InterviewStatus
from bot.core.reading.owner.value import read_day, read_when
from bot.core.reading.types import Action, Correction, QuestionTopic
from bot.pipeline.draft import make_draft, move_draft
from bot.pipeline.first_start import take_interviews
from bot.pipeline.order import ChangedCase, CommandStore, Done, Order
from bot.pipeline.pause import end_pause, pause
from bot.pipeline.plan import replan, withdraw_mail
from bot.pipeline.setup import Setup


def change_cases(
    work: CommandStore, setup: Setup, order: Order, company: str | None, event: InterviewEvent, done: Done
) -> None:
    """Close or reopen every interview of a company (without a name: the one of the letter)."""
    if company is None and order.letter is None and event is InterviewEvent.REOPENED:
        end_pause(work)
        done.lines.append("I am back at work.")
        return
    for interview in _find_cases(work, order, company):
        if allows(interview.status, event) or _ends_for_good(interview, event):
            after = replace(interview, status=_status_after(interview, event), closed_for=None)
            _learn(work, interview, after, event, (), order.now)
            _save_case(work, setup, interview, after, event, order.now, done)
    if not done.changed:
        done.ask_back = AskBack(
            left_over=company or "", hint="I know no case to which that would apply; name the company as in `status`."
        )


def _ends_for_good(interview: Interview, event: InterviewEvent) -> bool:
    """Whether the owner stops what they have ended: nothing more is written about it either (E22, E27)."""
    return event is InterviewEvent.CLOSED and interview.status is InterviewStatus.CLOSED and bool(interview.closed_for)


def _status_after(interview: Interview, event: InterviewEvent) -> InterviewStatus:
    return interview.status if _ends_for_good(interview, event) else next_status(interview.status, event)


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
    facts = ("company", "role", "interviewers", "contact")
    if all(getattr(before, name) == getattr(after, name) for name in facts):
        return []
    return redraft(work, setup, after, now)


def redraft(
    work: CommandStore,
    setup: Setup,
    after: Interview,
    now: datetime,
    kinds: Collection[FollowUpKind] = tuple(FollowUpKind),
) -> list[CurrentDraft]:
    """Write drafts that were shown anew when the facts they rest on have changed; a yes to the old text is void."""
    redrafted: list[CurrentDraft] = []
    shown = (FollowUpState.WAITING, FollowUpState.APPROVED, FollowUpState.HELD)
    for follow_up in work.load_follow_ups(interview_id=after.id, states=shown):
        if follow_up.kind not in kinds or not withdraw_mail(work, follow_up, OutboxEvent.HOLD):
            continue
        draft = make_draft(work, setup, after, replace(follow_up, state=FollowUpState.PLANNED), now)
        if draft:
            redrafted += move_draft(
                work, replace(draft, follow_up=follow_up), FollowUpEvent.REVISED, now, snoozed_until=None
            )
    return redrafted


_EXAMPLES = {
    "who": "who: Jane Doe <jane@example.com>",
    "contact": "contact: Jane Doe <jane@example.com>",
    "decide": "decide: Fri 29 May",
    "happened": "happened: no",
}


def correct_case(work: CommandStore, setup: Setup, order: Order, corrections: Sequence[Correction], done: Done) -> None:
    named = bool(corrections) and all(one.field == "take" for one in corrections)
    if order.letter.topic is QuestionTopic.TAKE if order.letter else named:  # there is only one such letter
        take_interviews(work, setup, order.now, corrections, done)
        return
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
        done.ask_back = AskBack(
            left_over=words,
            hint=f"I could not read that; write it like: {_EXAMPLES.get(result.left[0].field, 'time: 14 May 15:00')}",
        )
    carried_out = [correction for correction in corrections if correction not in result.left]
    _learn(work, interview, result.after, result.event, carried_out, order.now)
    if result.after != interview:
        _save_case(work, setup, interview, result.after, result.event, order.now, done)
    elif not result.left:
        done.lines.append("That is what I had noted already; nothing changes.")


def _learn(
    work: CommandStore,
    before: Interview,
    after: Interview,
    event: InterviewEvent | None,
    corrections: Sequence[Correction],
    now: datetime,
) -> None:
    """Keep what the correction says of later mail: of this conversation, and of its sender."""
    for taught in learn_lessons(before=before, after=after, event=event, corrections=corrections):
        work.save_lesson(after.id, taught, said_at=now)
        work.add_journal(now, "lesson_learned", f"interview:{after.id}", topic=taught.topic)


def _confirm(work: CommandStore, setup: Setup, interview: Interview, now: datetime, done: Done) -> None:
    """The owner's "yes, it is an interview": everything hangs on it from now on, if its time is known."""
    if interview.start is None:
        done.ask_back = AskBack(left_over="", hint="Tell me its time as well, for example: time: 14 May 15:00")
    elif allows(interview.status, InterviewEvent.CONFIRMED):
        after = replace(interview, status=next_status(interview.status, InterviewEvent.CONFIRMED), start_options=())
        _learn(work, interview, after, InterviewEvent.CONFIRMED, (), now)
        _save_case(work, setup, interview, after, InterviewEvent.CONFIRMED, now, done)


def pause_bot(work: CommandStore, setup: Setup, order: Order, until: datetime | None, done: Done) -> None:
    end = until or order.now + timedelta(days=7)
    pause(work, end)
    work.add_journal(order.now, "paused", "bot", until=end)
    done.lines.append(
        f"I rest until {end.astimezone(setup.zone):%A %d %B %H:%M}. Nothing leaves until then; “resume” ends it early."
    )
