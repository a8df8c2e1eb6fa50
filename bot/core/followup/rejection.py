"""The answer to a rejection: thanks, and an open door; not before the owner has had time to think (etiquette: E22)."""

from __future__ import annotations

from bot.core.followup.due import find_tz, quiet_days
from bot.core.followup.hours import Closed, first_moment
from bot.core.followup.status_check import DRAFT_LEAD
from bot.core.followup.types import Cadence, FollowUp, FollowUpKind, StopReason
from bot.core.interview.account import Account
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.reading.types import ContactWish


def want_rejection_reply(
    *,
    interview: Interview,
    closed_for: StopReason,
    account: Account | None,
    cadence: Cadence,
    owner_tz: str,
    holidays: Closed,
) -> FollowUp | None:
    """Return the answer to their rejection as it would be planned now, or None: they did not decline after a talk, they want no mail, or
    the owner wants none. It answers a mail of theirs, and is no touch (E13).
    """
    rule, told = cadence.rejection_reply, account.debrief if account else None
    declined_at = interview.answered_at or (account.told_at if account else None)
    declined = interview.status is InterviewStatus.CLOSED and closed_for is StopReason.REJECTED
    unwished = interview.contact_wish is ContactWish.NO_CONTACT or (told is not None and told.skip_thank_you)
    if not (rule.enabled and declined and declined_at and interview.end) or unwished or declined_at < interview.end:
        return None
    send_at = first_moment(
        cadence.thank_you.window,
        after=declined_at + rule.earliest,
        tz=find_tz(interview, owner_tz),
        closed=quiet_days(cadence, holidays),
    )
    return FollowUp(
        interview_id=interview.id,
        kind=FollowUpKind.REJECTION_REPLY,
        draft_at=send_at - DRAFT_LEAD,
        send_at=send_at,
    )
