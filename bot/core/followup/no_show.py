"""A word after a talk to which nobody came: is all well, and shall we find another time (etiquette: E14)?"""

from __future__ import annotations

from bot.core.followup.due import find_tz, quiet_days
from bot.core.followup.hours import Closed, first_moment
from bot.core.followup.types import Cadence, FollowUp, FollowUpKind
from bot.core.interview.account import Account
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.reading.types import ContactWish


def want_no_show_word(
    *, interview: Interview, account: Account | None, cadence: Cadence, owner_tz: str, holidays: Closed
) -> FollowUp | None:
    """Return the word as it would be planned now, or None: it was not so, they have written since, they want no mail, or he wants none."""
    if account is None or interview.start is None or interview.status is not InterviewStatus.CANCELLED:
        return None
    told = account.debrief
    answered = interview.answered_at is not None and interview.answered_at > interview.start
    unwished = interview.contact_wish is ContactWish.NO_CONTACT or told.skip_thank_you
    if not told.nobody_came or answered or unwished:
        return None
    send_at = first_moment(
        cadence.thank_you.window,
        after=account.told_at,
        tz=find_tz(interview, owner_tz),
        closed=quiet_days(cadence, holidays),
    )
    return FollowUp(
        interview_id=interview.id, kind=FollowUpKind.NO_SHOW, draft_at=min(account.told_at, send_at), send_at=send_at
    )
