"""When an approved mail leaves, and where and in which hours it does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from bot.core.followup.hours import Closed, first_moment, zone
from bot.core.followup.types import Cadence, FollowUp, FollowUpKind, Window
from bot.core.interview.types import Interview


def approved_moment(
    follow_up: FollowUp, *, approved_at: datetime, undo: timedelta, window: Window, tz: str, closed: Closed
) -> datetime:
    """Return when a mail approved at *approved_at* leaves, aware UTC: in the window, not before the undo time is over nor before its
    planned moment. A closed day on which the plan itself put it (E1: nothing later was in time) counts as open.
    """
    chosen = follow_up.send_at.astimezone(zone(tz, "UTC")).date()
    ready = max(approved_at.astimezone(UTC) + undo, follow_up.send_at)
    return first_moment(window, after=ready, tz=tz, closed=lambda day: day != chosen and closed(day))


def find_window(kind: FollowUpKind, cadence: Cadence) -> Window:
    """Return the hours in which mails of this kind may leave."""
    return cadence.status_check.window if kind is FollowUpKind.STATUS_CHECK else cadence.thank_you.window


def find_tz(interview: Interview, owner_tz: str) -> str:
    """Return the zone that the windows are in: the recipient's where it is known, else the owner's."""
    return zone(interview.tz, owner_tz).key


def quiet_days(cadence: Cadence, holidays: Closed) -> Closed:
    """Return the days on which nothing leaves: holidays, and the owner's pauses."""
    return lambda day: is_paused(day, cadence) or holidays(day)


def is_paused(day: date, cadence: Cadence) -> bool:
    """Return whether the owner has paused everything on *day* (first and last day of a pause included)."""
    return any(first <= day <= last for first, last in cadence.quiet.pauses)
