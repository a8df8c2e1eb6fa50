"""The answer to a command: one letter that says what came of it, and never more than that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from bot.core.approval.decide import Refusal
from bot.core.approval.storm import REPLIES_SPAN, may_ask_again
from bot.core.approval.types import CurrentDraft, Origin
from bot.core.followup.types import FollowUp, FollowUpState
from bot.core.interview.types import Interview, InterviewEvent, InterviewStatus
from bot.core.letter.approval import write_approval
from bot.core.letter.context import Letter, LetterContext, PendingRow, StatusRow
from bot.core.letter.noted import write_noted
from bot.core.letter.notice import write_notice
from bot.core.letter.overview import write_help, write_pending, write_status
from bot.core.letter.plan import show_dropped, show_plan
from bot.core.letter.question import write_question
from bot.core.letter.receipt import write_receipt
from bot.core.letter.shown import one_line
from bot.core.letter.told import write_told
from bot.core.reading.types import Action, QuestionTopic
from bot.pipeline.ask import APPROVABLE, letter_items, number_across, number_drafts
from bot.pipeline.draft import load_current
from bot.pipeline.order import ChangedCase, CommandStore, Done, Order, Told
from bot.pipeline.pause import paused_until
from bot.pipeline.post import new_context, post_letter
from bot.pipeline.setup import Setup

WHY: Mapping[Refusal, str] = {
    Refusal.ALREADY_USED: "You approved this before; nothing changes, and it will not be sent twice.",
    Refusal.OUTDATED: "That letter is outdated: a newer version was shown since, or the interview moved. "
    "Please answer the latest letter about it.",
    Refusal.EXPIRED: "That letter has expired. Ask for `pending` to see what still waits for you.",
    Refusal.BLOCKED: "It cannot be approved before the errors named in the letter are mended.",
    Refusal.LEFT: "It has left already; it cannot be called back, and nothing is sent again.",
    Refusal.UNKNOWN_FATE: "It may have left already, so I send nothing. See my question about it.",
    Refusal.OVER: "It is no longer planned, so there is nothing to do.",
    Refusal.NOTHING: "Nothing waits there that this could apply to.",
}
_ORIGINS = {
    Origin.SENT_COPY: "I know it is your word by the copy in your Sent mailbox.",
    Origin.DMARC: "I know it is your word because your mail provider vouches for the sender (DMARC).",
    Origin.TERMINAL: "You said so in the terminal.",
}
_ENDS = {
    InterviewEvent.CLOSED: "Closed, as you said",
    InterviewEvent.DISMISSED: "Noted: this is not an interview",
    InterviewEvent.CALLED_OFF: "Noted: it did not take place",
}
_LIMITED = {
    "letters_per_hour": "Letters to you wait",
    "sends_per_day": "Mails to companies wait",
}
_OPEN = (InterviewStatus.UNSURE, InterviewStatus.EXPECTED)
_RECENT = timedelta(days=30)


def tell_done(work: CommandStore, setup: Setup, order: Order, done: Done, *, origin: Origin, key: str) -> None:
    """Write what came of a command: what needs a new yes is shown again, what was unclear is asked, the rest gets a receipt."""
    if done.ask_back and (
        origin is Origin.TERMINAL or may_ask_again(work.load_replies(since=order.now - REPLIES_SPAN))
    ):
        _ask_back(work, setup, order, done, key)
        return
    if done.ask_back:
        _ask_no_more(work, setup, order)
        return
    _tell_receipts(work, setup, order, done, origin, key)
    _tell_shown_again(work, setup, order, done, key)
    _tell_cases(work, setup, order, done, key)
    _tell_told(work, setup, order, done, key)
    _tell_rest(work, setup, order, done, key)


def _ask_back(work: CommandStore, setup: Setup, order: Order, done: Done, key: str) -> None:
    """One clear question; what was held, and what still waits, is shown again and can be approved from this letter."""
    assert done.ask_back  # noqa: S101  the caller looked
    drafts = [
        *done.held,
        *(draft for draft in _still_waiting(work, order) if draft.follow_up.id not in _ids(done.held)),
    ]
    interviews = _interviews_of(work, drafts)
    interview = _interview_of(work, order, drafts) if len(interviews) < 2 else None
    is_held = any(draft.follow_up.state is FollowUpState.HELD for draft in drafts)
    otherwise = "The rest of what you wrote is done. " if done.changed else "I have done nothing. "
    held = "I hold what you had approved; nothing of it leaves. " if is_held else otherwise
    question = f"{held}{done.ask_back.hint or 'Your reply was not clear to me.'}"
    context = new_context(setup, order.now)
    letter = write_question(
        context,
        topic=QuestionTopic.UNCLEAR_REPLY,
        interview=interview,
        question=question,
        quoted=done.ask_back.left_over,
        drafts=number_across(interviews, drafts),
        choices=(),
    )
    interview_id, items = interview.id if interview else None, letter_items(drafts)
    post_letter(work, setup, context, letter, key=f"{key}:ask", interview_id=interview_id, items=items)


def _ask_no_more(work: CommandStore, setup: Setup, order: Order) -> None:
    """Nobody answers the questions: perhaps a machine does. The owner is told once a day; the rest is silence."""
    work.add_journal(order.now, "question_withheld", f"letter:{order.letter.id if order.letter else 0}")
    context = new_context(setup, order.now)
    lines = [
        "Several replies in a row came that I could not understand; perhaps an automatic answer from your account. I ask no more about"
        " such replies, and what you had approved is held.",
        "One reply that I understand, such as “pending”, and I ask again as usual. The command line works in any case.",
    ]
    letter = write_notice(context, headline="I stop asking about replies that I do not understand", lines=lines)
    post_letter(work, setup, context, letter, key=f"ask_no_more:{order.now:%Y-%m-%d}")


def _still_waiting(work: CommandStore, order: Order) -> list[CurrentDraft]:
    """The letter's drafts that a yes would still mean something for."""
    follow_ups = [work.load_follow_up(item.follow_up_id) for item in (order.letter.items if order.letter else ())]
    waiting = (FollowUpState.WAITING, FollowUpState.HELD)
    drafts = [load_current(work, follow_up) for follow_up in follow_ups if follow_up and follow_up.state in waiting]
    return [draft for draft in drafts if draft]


def _tell_receipts(work: CommandStore, setup: Setup, order: Order, done: Done, origin: Origin, key: str) -> None:
    origin_line = _ORIGINS[origin]
    refused = [f"{_name(draft)}{WHY[why]}" for draft, why in done.refused]
    approved = [*done.lines, *refused, *_digests(done.approved), origin_line]
    _receipt(work, setup, order.now, "Approved", done.approved, approved, f"{key}:approved", can_undo=True)
    ordered = [
        "You wrote this text yourself and asked me to send it; here it is in full.",
        *_digests(done.ordered),
        origin_line,
    ]
    _receipt(work, setup, order.now, "Will be sent", done.ordered, ordered, f"{key}:ordered", can_undo=True, full=True)
    _receipt(
        work,
        setup,
        order.now,
        "Skipped",
        done.skipped,
        ["It will not be sent, and I do not ask about it again.", origin_line],
        f"{key}:skipped",
    )
    for draft in done.snoozed:
        until = draft.follow_up.snoozed_until
        shown = f"{until.astimezone(setup.zone):%A %d %B, %H:%M}" if until else "later"
        lines = [f"I ask you again on {shown}. Until then nothing of it leaves.", origin_line]
        _receipt(work, setup, order.now, "Snoozed", [draft], lines, f"{key}:snoozed:{draft.follow_up.id}")
    lines = [
        "You asked me to send the same mail again, with the same id, so that their server can tell it is the same.",
        origin_line,
    ]
    _receipt(work, setup, order.now, "Sent again", done.resent, lines, f"{key}:resent")


def _digests(drafts: Sequence[CurrentDraft]) -> list[str]:
    return [
        f"What you approved bears the mark {draft.digest[:12]}; any change would need your yes again."
        for draft in drafts
    ]


def _receipt(
    work: CommandStore,
    setup: Setup,
    now: datetime,
    headline: str,
    drafts: Sequence[CurrentDraft],
    lines: Sequence[str],
    key: str,
    *,
    can_undo: bool = False,
    full: bool = False,
) -> None:
    for interview_id, group in groupby(drafts, key=lambda draft: draft.follow_up.interview_id):
        members, interview = list(group), work.load_interview(interview_id)
        if interview is None:
            continue
        context = new_context(setup, now)
        letter = write_receipt(
            context,
            interview=interview,
            headline=headline,
            drafts=number_drafts(interview, members),
            lines=lines,
            can_undo=can_undo,
            full=full,
        )
        items = letter_items(members)
        post_letter(work, setup, context, letter, key=f"{key}:{interview_id}", interview_id=interview_id, items=items)


def _tell_shown_again(work: CommandStore, setup: Setup, order: Order, done: Done, key: str) -> None:
    """What needs a new yes: held mails, and new revisions with their differences."""
    diffs = {draft.follow_up.id: difference for draft, difference in done.revised}
    drafts = [*done.held, *(draft for draft, _ in done.revised)]
    remark = (
        f"Held because {done.why_held}. Nothing has left."
        if done.held
        else "Written anew with what you told me. Nothing has left."
        if done.told
        else "Changed as you said. Nothing has left."
    )
    if order.reading.left_over and done.revised:
        remark += f" What you wrote besides I could not place: “{one_line(order.reading.left_over, 300)}”."
    for interview_id, group in groupby(drafts, key=lambda draft: draft.follow_up.interview_id):
        members, interview = list(group), work.load_interview(interview_id)
        if interview is None:
            continue
        context = new_context(setup, order.now)
        account = work.load_account(interview_id)
        letter = write_approval(
            context,
            drafts=number_drafts(interview, members, diffs),
            remark=remark,
            told=account.debrief if account else None,
        )
        items = letter_items(members)
        post_letter(
            work, setup, context, letter, key=f"{key}:again:{interview_id}", interview_id=interview_id, items=items
        )


def _tell_cases(work: CommandStore, setup: Setup, order: Order, done: Done, key: str) -> None:
    for case in done.changed:
        context = new_context(setup, order.now)
        letter = _case_letter(work, context, case)
        post_letter(work, setup, context, letter, key=f"{key}:case:{case.after.id}", interview_id=case.after.id)


def _tell_told(work: CommandStore, setup: Setup, order: Order, done: Done, key: str) -> None:
    """What was understood of an account is shown with the drafts; where none follows at once, in a letter of its own."""
    if done.told is None or done.revised:
        return
    interview, told = done.told.after, done.told.account.debrief
    follow_ups = work.load_follow_ups(interview_id=interview.id)
    if any(one.state is FollowUpState.PLANNED and one.draft_at <= order.now for one in follow_ups):
        return
    context = new_context(setup, order.now)
    lines = _told_lines(context, done.told, follow_ups)
    letter = write_told(context, interview=interview, debrief=told, lines=lines)
    post_letter(work, setup, context, letter, key=f"{key}:told", interview_id=interview.id)


def _told_lines(context: LetterContext, told: Told, follow_ups: Sequence[FollowUp]) -> list[str]:
    """Return what comes of the account: why nothing more is written, or what is planned."""
    voided = show_dropped(context, told.after, told.voided)
    plan = show_plan(context, told.after, follow_ups)
    if told.event:
        lines = [_ENDS_BY_ACCOUNT[told.event], "“resume” takes it up again."]
    elif told.account.debrief.is_empty:
        lines = [
            "I found nothing in your answer that I could use. Write as you would tell a friend, whenever you like."
        ]
    else:
        lines = ["Thank you, I keep that in mind."]
    return [*lines, *voided, *plan]


_ENDS_BY_ACCOUNT = {
    InterviewEvent.CALLED_OFF: "It did not take place, as you say, so I write nothing about it.",
    InterviewEvent.CLOSED: "That is settled, as you say, so I write nothing more to them.",
}


def _case_letter(work: CommandStore, context: LetterContext, case: ChangedCase) -> Letter:
    """What the owner's word made of an interview: an end, or the corrected record with its plan."""
    headline = _ENDS.get(case.event) if case.event else None
    if headline is None:
        follow_ups = work.load_follow_ups(interview_id=case.after.id)
        return write_noted(context, interview=case.after, follow_ups=follow_ups, reasons=(), by_owner=True)
    lines = ["Nothing more is written about it."]
    if case.voided:
        lines.append(f"Drafts that were waiting and are dropped: {len(case.voided)}.")
    lines.append("“resume” takes it up again.")
    return write_notice(context, headline=headline, lines=lines, interview=case.after)


def _tell_rest(work: CommandStore, setup: Setup, order: Order, done: Done, key: str) -> None:
    """Refusals and remarks that no other letter carries, and answers about the whole."""
    context = new_context(setup, order.now)
    if done.tell:
        post_letter(work, setup, context, _overview(work, setup, order, done.tell), key=f"{key}:{done.tell}")
        return
    lines = [*done.lines, *(f"{_name(draft)}{WHY[why]}" for draft, why in done.refused)]
    if not lines or done.approved:
        return
    interview = _interview_of(work, order, [draft for draft, _ in done.refused if draft])
    headline = "Nothing was changed" if done.refused else "Done as you said"
    letter = write_notice(context, headline=headline, lines=lines, interview=interview)
    post_letter(work, setup, context, letter, key=f"{key}:rest", interview_id=interview.id if interview else None)


def _overview(work: CommandStore, setup: Setup, order: Order, about: Action) -> Letter:
    context = new_context(setup, order.now)
    match about:
        case Action.STATUS:
            return write_status(context, rows=status_rows(work, order.now), lines=status_lines(work, setup, order.now))
        case Action.PENDING:
            return write_pending(context, rows=pending_rows(work))
    return write_help(context)


def status_rows(work: CommandStore, now: datetime) -> list[StatusRow]:
    """Return the interviews that matter now: open ones, and what happened within 30 days, the latest first."""
    interviews = [
        one for one in work.load_interviews() if one.status in _OPEN or (one.start and one.start > now - _RECENT)
    ]
    interviews.sort(key=lambda one: one.start or now, reverse=True)
    return [
        StatusRow(interview=interview, follow_ups=tuple(work.load_follow_ups(interview_id=interview.id)))
        for interview in interviews
    ]


def status_lines(work: CommandStore, setup: Setup, now: datetime) -> list[str]:
    """Return what is to be said about the bot itself: a pause, a part that does not work."""
    lines = [
        f"{part.name} does not work since {part.since.astimezone(setup.zone):%d %B %H:%M}: {part.detail}"
        for part in work.load_parts()
        if part.state != "ok"
    ]
    until = paused_until(work, now)
    if until:
        lines.append(f"I rest until {until.astimezone(setup.zone):%A %d %B %H:%M}; “resume” ends it.")
    return lines + _limit_lines(work, setup, now)


def _limit_lines(work: CommandStore, setup: Setup, now: datetime) -> list[str]:
    """What a limit of the policy keeps back at this moment; the journal has it."""
    until: dict[str, datetime] = {}
    for entry in work.load_journal(limit=200):
        if entry.event == "limit_reached" and datetime.fromisoformat(entry.detail["until"]) > now:
            name = "letters_per_hour" if entry.subject.startswith("letter:") else "sends_per_day"
            until.setdefault(name, datetime.fromisoformat(entry.detail["until"]))
    return [
        f"{_LIMITED[name]} until {moment.astimezone(setup.zone):%d %B %H:%M}, since {name} in policy.toml is reached."
        for name, moment in until.items()
    ]


def pending_rows(work: CommandStore) -> list[PendingRow]:
    """Return the drafts that wait for the owner."""
    rows: list[PendingRow] = []
    for follow_up in work.load_follow_ups(states=(FollowUpState.WAITING, FollowUpState.HELD)):
        draft, interview = load_current(work, follow_up), work.load_interview(follow_up.interview_id)
        letter = work.load_last_letter(follow_up.id, APPROVABLE)
        if draft and interview:
            shown = number_drafts(interview, [draft])[0]
            rows.append(PendingRow(interview=interview, draft=shown, letter_subject=letter.subject if letter else ""))
    return rows


def _interviews_of(work: CommandStore, drafts: Sequence[CurrentDraft]) -> dict[int, Interview]:
    found = (work.load_interview(draft.follow_up.interview_id) for draft in drafts)
    return {interview.id: interview for interview in found if interview}


def _interview_of(work: CommandStore, order: Order, drafts: Sequence[CurrentDraft]) -> Interview | None:
    if drafts:
        return work.load_interview(drafts[0].follow_up.interview_id)
    interview_id = order.letter.interview_id if order.letter else None
    return work.load_interview(interview_id) if interview_id is not None else None


def _ids(drafts: Sequence[CurrentDraft]) -> set[int]:
    return {draft.follow_up.id for draft in drafts}


def _name(draft: CurrentDraft | None) -> str:
    return f"“{draft.revision.subject}”: " if draft else ""
