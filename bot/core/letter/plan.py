"""The plan in words: what is to be written, when, and how that was reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState, StopReason
from bot.core.interview.types import Interview
from bot.core.letter.context import LetterContext
from bot.core.letter.shown import one_line
from bot.core.letter.times import show_day, show_length, show_moment

_KIND = {FollowUpKind.THANK_YOU: "thank-you", FollowUpKind.STATUS_CHECK: "status check"}
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
    StopReason.RECIPIENT_CHANGED: "it goes to somebody else now",
}


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
    """Return one paragraph for each follow-up that is still to come, the first to leave first."""
    ahead = [follow_up for follow_up in follow_ups if follow_up.state not in _DROPPED]
    return [_show_step(context, interview, step) for step in sorted(ahead, key=lambda step: (step.send_at, step.id))]


def show_dropped(context: LetterContext, interview: Interview, voided: Sequence[FollowUp]) -> list[str]:
    """Return one line for each follow-up that is not to be written any more, with the reason."""
    return [_show_dropped(context, interview, follow_up) for follow_up in voided]


def leaves_soon(context: LetterContext, follow_up: FollowUp) -> bool:
    """Return whether its planned moment would be over before the undo window is."""
    return follow_up.send_at <= context.now + context.undo


def show_leaving(context: LetterContext, follow_up: FollowUp, tz: str | None) -> str:
    """Return when it leaves with the owner's yes."""
    if leaves_soon(context, follow_up):
        return f"as soon as you approve, after {show_length(context.undo)} in which you can undo it"
    return show_moment(follow_up.send_at, context.owner.tz, tz)


def show_late(context: LetterContext, interview: Interview, follow_up: FollowUp, tz: str | None) -> str:
    """Return after which moment it is late and how that was reckoned, or ``""`` for what is never late."""
    if follow_up.deadline_at is None:
        return ""
    late = show_moment(follow_up.deadline_at, context.owner.tz, tz)
    return f"{late}, {_after(follow_up.deadline_at, interview)}" if interview.end else late


def _show_step(context: LetterContext, interview: Interview, follow_up: FollowUp) -> str:
    tz, theirs = context.owner.tz, interview.tz
    name = name_follow_up(follow_up, interview)
    parts = [f"{name[:1].upper()}{name[1:]}:"]
    if follow_up.draft_at <= context.now:
        parts.append("I show you the draft in a moment.")
    else:
        parts.append(
            f"I show you a draft on {show_moment(follow_up.draft_at, tz)}{_reckoned(follow_up.draft_at, interview)}."
        )
    parts.append(_show_send(context, interview, follow_up, theirs))
    parts.append(_show_wait(interview, follow_up))
    late = show_late(context, interview, follow_up, None)
    if late:
        parts.append(f"It would be late after {late}.")
    return " ".join(part for part in parts if part)


def _show_send(context: LetterContext, interview: Interview, follow_up: FollowUp, theirs: str | None) -> str:
    if leaves_soon(context, follow_up):
        return f"With your yes it leaves after {show_length(context.undo)}, in which you can undo it."
    moment = show_moment(follow_up.send_at, context.owner.tz, theirs)
    return f"With your yes it leaves on {moment}{_reckoned(follow_up.send_at, interview)}."


def _show_wait(interview: Interview, follow_up: FollowUp) -> str:
    if follow_up.kind is not FollowUpKind.STATUS_CHECK or follow_up.ordinal > 1:
        return ""
    if interview.decision_by:
        return f"They named {show_day(interview.decision_by)} for their decision, so I wait until that day has passed."
    return "They named no date for their decision, so I give them this time. If they write before, I drop it."


def _show_dropped(context: LetterContext, interview: Interview, follow_up: FollowUp) -> str:
    name = name_follow_up(follow_up, interview)
    planned = show_moment(follow_up.send_at, context.owner.tz)
    reason = f", because {_STOPPED[follow_up.stop_reason]}" if follow_up.stop_reason else ""
    return f"{name[:1].upper()}{name[1:]}, planned for {planned}{reason}."


def _reckoned(moment: datetime, interview: Interview) -> str:
    return f", {_after(moment, interview)}" if interview.end and moment > interview.end else ""


def _after(moment: datetime, interview: Interview) -> str:
    end = interview.end or moment
    return f"{show_length(moment - end)} after the interview ends"
