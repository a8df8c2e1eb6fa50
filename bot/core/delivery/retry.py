"""When to try again, and when to stop; how long to look for a mail whose fate is unknown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)
FOLLOW_UP_PATIENCE = timedelta(hours=24)
LETTER_PATIENCE = timedelta(days=5)
"""RFC 5321 §4.5.4.1: the give-up time is generally at least 4 to 5 days; a follow-up is about its day, so the owner is asked sooner."""

LOOK_AFTER = (timedelta(0), timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15))
ASK_AFTER_LOOKS = 2


def next_attempt(*, attempts: int, first_at: datetime, now: datetime, patience: timedelta) -> datetime | None:
    """Return when to try again after *attempts* tries (doubling waits, 5 s to 1 h), or None when patience has run out."""
    if now - first_at >= patience:
        return None
    return now + min(FIRST_WAIT * (1 << min(max(attempts - 1, 0), 20)), LONGEST_WAIT)


def next_look(*, looks: int, lost_at: datetime) -> datetime | None:
    """Return when to look for the copy of an unknown mail the next time, or None after the last look (at 15 minutes)."""
    return lost_at + LOOK_AFTER[looks] if looks < len(LOOK_AFTER) else None


def over_limit(sent: Sequence[datetime], *, limit: int, span: timedelta, now: datetime) -> datetime | None:
    """Return None while fewer than *limit* of *sent* lie within the last *span*, else when the next one may leave."""
    recent = sorted(moment for moment in sent if moment > now - span)
    return None if len(recent) < limit else recent[len(recent) - limit] + span
