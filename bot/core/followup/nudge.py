"""Before a thank-you becomes late the owner is reminded once; when it is, he is asked whether he still wants it (etiquette: E1)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.core.followup.types import FollowUp, FollowUpState

_WAITS: Final = frozenset({FollowUpState.WAITING, FollowUpState.HELD})
_LEAST_PEACE: Final = timedelta(hours=2)
"""So long after a draft was shown nobody is reminded of it."""
_SAME_REMINDER: Final = timedelta(days=1)
"""A reminder of several mails is the only one for what would be due so soon after it."""


class Nudge(StrEnum):
    """What the owner is written about a draft that waits for him."""

    REMIND = "remind"  # it is still in time
    LATE = "late"  # its time has passed


def find_nudge(
    follow_up: FollowUp,
    *,
    shown_at: datetime,
    reminded_at: datetime | None = None,
    remind_before: timedelta,
    now: datetime,
) -> Nudge | None:
    """Return what is due at *now* (aware) about a draft last shown at *shown_at*, None where nothing is.

    He is reminded *remind_before* the target; of what was shown after that, so long before the deadline. A letter about something
    else that showed it at most a day before (*reminded_at*) was its reminder. What was shown when it was late already is not asked
    about again. Each is written once for one deadline.
    """
    deadline, target = follow_up.deadline_at, follow_up.target_at
    if not _waits(follow_up) or deadline is None or target is None:
        return None
    if now >= deadline:
        return Nudge.LATE if shown_at < deadline else None
    first, last = target - remind_before, deadline - remind_before
    if reminded_at and reminded_at >= first - _SAME_REMINDER:
        return None
    remind_at = first if shown_at + _LEAST_PEACE <= first else last
    return Nudge.REMIND if now >= remind_at and may_remind(follow_up, shown_at=shown_at, now=now) else None


def may_remind(follow_up: FollowUp, *, shown_at: datetime, now: datetime) -> bool:
    """Whether a draft may stand in a reminder of others: it waits in time, was not put off, and was not shown only just now."""
    in_time = follow_up.deadline_at is None or now < follow_up.deadline_at
    return _waits(follow_up) and in_time and now >= shown_at + _LEAST_PEACE


def _waits(follow_up: FollowUp) -> bool:
    return follow_up.state in _WAITS and not follow_up.snoozed_until
