"""The plan in words: what is to be written, when, and how that was reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from bot.core.followup.account import explain_plan
from bot.core.followup.due import approved_moment, find_window
from bot.core.followup.hours import zone
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState, StopReason
from bot.core.interview.types import Interview
from bot.core.letter.context import LetterContext
from bot.core.letter.shown import one_line
from bot.core.letter.times import show_day, show_length, show_moment

_KIND = {
    FollowUpKind.THANK_YOU: "thank-you",
    FollowUpKind.STATUS_CHECK: "status check",
    FollowUpKind.REJECTION_REPLY: "answer to their refusal",
    FollowUpKind.NO_SHOW: "word about the talk to which nobody came",
}
_DROPPED_IF_THEY_WRITE = {
    FollowUpKind.THANK_YOU: "",
    FollowUpKind.STATUS_CHECK: "If they write before, I drop it.",
    FollowUpKind.REJECTION_REPLY: "",
    FollowUpKind.NO_SHOW: "If they write before, I drop it.",
}
_DROPPED = (FollowUpState.SKIPPED, FollowUpState.CANCELLED, FollowUpState.EXPIRED, FollowUpState.FAILED)
_STOPPED = {
    StopReason.INTERVIEW_CANCELLED: "the interview is called off",
    StopReason.INTERVIEW_MOVED: "the interview has moved",
    StopReason.NOT_AN_INTERVIEW: "you said that it is no interview",
    StopReason.COMPANY_ANSWERED: "they have written to you",
    StopReason.REJECTED: "they declined",
    StopReason.OFFERED: "they made an offer",
    StopReason.CONTACT_UNWISHED: "they ask not to be contacted",
    StopReason.OWNER_STOPPED: "you stopped it",
    StopReason.OWNER_WROTE: "you wrote to them yourself",
    StopReason.THANKS_UNWANTED: "you want no thank-you",
    StopReason.THANKED_LATER: "you meet again soon; one thank-you follows after that",
    StopReason.RECIPIENT_CHANGED: "it goes to somebody else now",
    StopReason.LIMIT_REACHED: "they have had as many status checks as your policy allows",
}


def name_kind(kind: FollowUpKind) -> str:
    """Return what such a mail is called."""
    return _KIND[kind]


def name_reason(reason: StopReason) -> str:
    """Return why a mail is not to be written any more, as the end of a sentence."""
    return _STOPPED[reason]


def name_follow_up(follow_up: FollowUp, interview: Interview | None = None) -> str:
    """Return what it is and for whom: ``thank-you to Jane Whitcombe``, ``second status check``."""
    kind = _KIND[follow_up.kind]
    if follow_up.ordinal > 1:
        kind = f"second {kind}" if follow_up.ordinal == 2 else f"further {kind}"
    person = one_line(follow_up.person, 60)
    if not person and interview and interview.contact:
        person = one_line(interview.contact.name, 60)
    return f"{kind} to {person}" if person else kind


def show_plan(context: LetterContext, interview: Interview, follow_ups: Sequence[FollowUp]) -> list[str]:
    """Return one paragraph for each follow-up that is still to come, the first to leave first; those that differ in nothing
    but the person are told together."""
    ahead = [follow_up for follow_up in follow_ups if follow_up.state not in _DROPPED]
    ahead.sort(key=lambda step: (step.send_at, step.draft_at, step.kind, step.ordinal, step.id))
    groups = [list(group) for _, group in groupby(ahead, key=_timing)]
    return [_show_steps(context, interview, group, follow_ups) for group in groups]


def show_dropped(context: LetterContext, interview: Interview, voided: Sequence[FollowUp]) -> list[str]:
    """Return one line for each follow-up that is not to be written any more, with the reason."""
    return [_show_dropped(context, interview, follow_up) for follow_up in voided]


def leaves_soon(context: LetterContext, follow_up: FollowUp, tz: str | None) -> bool:
    """Return whether a yes at this moment lets it leave when the undo window is over."""
    return find_leaving(context, follow_up, tz) <= context.now + context.undo


def find_leaving(context: LetterContext, follow_up: FollowUp, tz: str | None) -> datetime:
    """Return when it leaves if the owner says yes at this moment: not outside the hours for such mails."""
    cadence = context.cadence
    if cadence is None or follow_up.state is FollowUpState.APPROVED:
        return follow_up.send_at
    there = zone(tz, context.owner.tz).key
    return approved_moment(
        follow_up,
        approved_at=context.now,
        undo=context.undo,
        window=find_window(follow_up.kind, cadence),
        tz=there,
        closed=context.closed(there),
    )


def show_leaving(context: LetterContext, follow_up: FollowUp, tz: str | None) -> str:
    """Return when it leaves with the owner's yes."""
    if leaves_soon(context, follow_up, tz):
        return f"as soon as you approve, after {show_length(context.undo)} in which you can undo it"
    return show_moment(find_leaving(context, follow_up, tz), context.owner.tz, tz, now=context.now)


def show_late(context: LetterContext, interview: Interview, follow_up: FollowUp, tz: str | None) -> str:
    """Return after which moment it is late and how that was reckoned, or ``""`` for what is never late."""
    if follow_up.deadline_at is None:
        return ""
    late = show_moment(follow_up.deadline_at, context.owner.tz, tz, now=context.now)
    return f"{late}, {_after(follow_up.deadline_at, interview)}" if interview.end else late


def show_reckoning(
    context: LetterContext, interview: Interview, follow_up: FollowUp, others: Sequence[FollowUp] = ()
) -> str:
    """Return the sum behind the planned moment (E1, E11, E12), or ``""`` where the letter has not what it takes to show it."""
    before = [other for other in others if other.kind is follow_up.kind and other.ordinal == follow_up.ordinal - 1]
    if context.cadence is None or (follow_up.ordinal > 1 and not before):
        return ""
    steps = explain_plan(
        follow_up=follow_up,
        interview=interview,
        cadence=context.cadence,
        owner_tz=context.owner.tz,
        previous=before[0] if before else None,
    )
    return one_line("; ".join(steps), 600)


def _timing(follow_up: FollowUp) -> tuple[object, ...]:
    return (follow_up.kind, follow_up.ordinal, follow_up.draft_at, follow_up.send_at, follow_up.deadline_at)


def _show_steps(
    context: LetterContext, interview: Interview, group: Sequence[FollowUp], follow_ups: Sequence[FollowUp]
) -> str:
    first = group[0]
    reckoning = show_reckoning(context, interview, first, follow_ups)
    parts = [
        f"{_name_group(group, interview)}:",
        _show_draft(context, interview, first),
        _show_send(context, interview, first),
    ]
    if reckoning:
        parts += [_DROPPED_IF_THEY_WRITE[first.kind], f"How that is reckoned: {reckoning}."]
    else:
        parts += [_show_wait(interview, first), _DROPPED_IF_THEY_WRITE[first.kind]]
        parts += [_show_late_sentence(context, interview, first)]
    return " ".join(part for part in parts if part)


def _name_group(group: Sequence[FollowUp], interview: Interview) -> str:
    name = name_follow_up(group[0], interview)
    shown = f"{name[:1].upper()}{name[1:]}"
    others = [one_line(follow_up.person, 60) or "their contact" for follow_up in group[1:]]
    if not others:
        return shown
    people = f" {', '.join(others[:-1])} and {others[-1]}" if len(others) > 1 else f" and {others[0]}"
    return f"{shown}{',' if len(others) > 1 else ''}{people}, one mail each"


def _show_draft(context: LetterContext, interview: Interview, follow_up: FollowUp) -> str:
    if follow_up.draft_at <= context.now:
        return "I show you the draft in a moment."
    drafted = show_moment(follow_up.draft_at, context.owner.tz, now=context.now)
    rule = context.cadence.debrief if context.cadence else None
    if rule is None or not rule.enabled or follow_up.kind is not FollowUpKind.THANK_YOU or interview.end is None:
        return f"I show you a draft on {drafted}."
    asked_at = interview.end + rule.after
    asked = f"I ask you how it went on {show_moment(asked_at, context.owner.tz, now=context.now)}. "
    return f"{asked if asked_at > context.now else ''}I show you a draft when you have told me how it went, else on {drafted}."


def _show_send(context: LetterContext, interview: Interview, follow_up: FollowUp) -> str:
    if leaves_soon(context, follow_up, interview.tz):
        return f"With your yes it leaves after {show_length(context.undo)}, in which you can undo it."
    leaving = find_leaving(context, follow_up, interview.tz)
    moment = show_moment(leaving, context.owner.tz, interview.tz, now=context.now)
    ends = interview.end
    after = f", {_after(leaving, interview)}" if ends and ends < leaving else ""
    return f"With your yes it leaves on {moment}{after}."


def _show_wait(interview: Interview, follow_up: FollowUp) -> str:
    if follow_up.kind is not FollowUpKind.STATUS_CHECK or follow_up.ordinal > 1:
        return ""
    if interview.decision_by:
        return f"They named {show_day(interview.decision_by)} for their decision, so I wait until that day has passed."
    return "They named no date for their decision, so I give them this time."


def _show_late_sentence(context: LetterContext, interview: Interview, follow_up: FollowUp) -> str:
    late = show_late(context, interview, follow_up, None)
    return f"It would be late after {late}." if late else ""


def _show_dropped(context: LetterContext, interview: Interview, follow_up: FollowUp) -> str:
    name = name_follow_up(follow_up, interview)
    planned = show_moment(follow_up.send_at, context.owner.tz, now=context.now)
    reason = f", because {_STOPPED[follow_up.stop_reason]}" if follow_up.stop_reason else ""
    return f"{name[:1].upper()}{name[1:]}, planned for {planned}{reason}."


def _after(moment: datetime, interview: Interview) -> str:
    end = interview.end or moment
    return f"{show_length(moment - end)} after the interview ends"
