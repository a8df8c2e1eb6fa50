"""Before a thank-you becomes late the owner is reminded once; when it is, he is asked whether he still wants it (etiquette: E1)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.core.followup.types import FollowUp, FollowUpState

_WAITS: Final = frozenset({FollowUpState.WAITING, FollowUpState.HELD})
_LEAST_PEACE: Final = timedelta(hours=2)
"""So long after a draft was shown nobody is reminded of it."""


class Nudge(StrEnum):
    """What the owner is written about a draft that waits for him."""

    REMIND = "remind"  # it is still in time
    LATE = "late"  # its time has passed


def find_nudge(follow_up: FollowUp, *, shown_at: datetime, remind_before: timedelta, now: datetime) -> Nudge | None:
    """Return what is due at *now* (aware) about a draft last shown at *shown_at*, None where nothing is.

    He is reminded *remind_before* the target; of what was shown after that, so long before the deadline. What was shown when it was
    late already is not asked about again. Each is written once for one deadline.
    """
    deadline, target = follow_up.deadline_at, follow_up.target_at
    if follow_up.state not in _WAITS or follow_up.snoozed_until or deadline is None or target is None:
        return None
    if now >= deadline:
        return Nudge.LATE if shown_at < deadline else None
    first, last = target - remind_before, deadline - remind_before
    remind_at = first if shown_at + _LEAST_PEACE <= first else last
    return Nudge.REMIND if now >= max(remind_at, shown_at + _LEAST_PEACE) else None
