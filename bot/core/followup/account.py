"""The plan as arithmetic that the owner can follow, line by line, in a letter."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.core.followup.due import find_tz, find_window
from bot.core.followup.status_check import stated_decision
from bot.core.followup.types import Cadence, Delay, FollowUp, FollowUpKind, Window
from bot.core.interview.types import Interview

# Own tables: strftime follows the locale of the machine.
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def explain_plan(
    *, follow_up: FollowUp, interview: Interview, cadence: Cadence, owner_tz: str, previous: FollowUp | None = None
) -> list[str]:
    """Return the sum behind *follow_up*, one step a line, all wall clocks in the recipient's zone (named where it matters).

    ``previous``: the status check before it, for an ordinal above 1. ``[]`` for an interview without a time.
    """
    if interview.end is None:
        return []
    place = ZoneInfo(find_tz(interview, owner_tz))
    steps = [f"ended {format_moment(interview.end, place)}"]
    if follow_up.kind is FollowUpKind.THANK_YOU:
        not_before = interview.end + cadence.thank_you.earliest
        steps.append(
            f"not before +{format_span(cadence.thank_you.earliest)} = {format_moment(not_before, place, seen=interview.end)}"
        )
    elif follow_up.kind is FollowUpKind.REJECTION_REPLY:
        earliest = format_span(cadence.rejection_reply.earliest)
        steps = [f"they declined; not before +{earliest}, so that you have time to think"]
    elif follow_up.kind is FollowUpKind.NO_SHOW:
        steps = ["nobody came; you wait for no longer than it takes you to agree"]
    else:
        steps.extend(_waits(interview, cadence, place, previous))
        if interview.away_until:
            steps.append(f"they are away until {format_day(interview.away_until)}")
    steps.append(_format_window(find_window(follow_up.kind, cadence), place))
    steps.append(
        f"planned {format_moment(follow_up.send_at, place)}{_in_owner_zone(follow_up.send_at, place, owner_tz)}"
    )
    if follow_up.deadline_at is not None:
        steps.append(f"late after {format_moment(follow_up.deadline_at, place)}")
    return steps


def format_moment(moment: datetime, place: ZoneInfo, *, seen: datetime | None = None) -> str:
    """Return ``Thu 14 May 11:00``; only ``11:00`` where *seen*, the moment named just before, lies on the same day."""
    local = moment.astimezone(place)
    clock = f"{local:%H:%M}"
    same_day = seen is not None and seen.astimezone(place).date() == local.date()
    return clock if same_day else f"{format_day(local.date())} {clock}"


def format_day(day: date) -> str:
    """Return ``Thu 14 May``."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def format_span(span: timedelta) -> str:
    """Return ``2 h``, ``30 min``, ``2 h 30 min`` or ``3 days``."""
    minutes = round(span.total_seconds() / 60)
    if minutes and minutes % 1440 == 0:
        return _plural(minutes // 1440, "day")
    hours, rest = divmod(minutes, 60)
    return " ".join(([f"{hours} h"] if hours else []) + ([f"{rest} min"] if rest or not hours else []))


def format_delay(delay: Delay) -> str:
    """Return ``7 business days``, or an elapsed time."""
    return _plural(delay.business_days, "business day") if delay.business_days else format_span(delay.elapsed)


def _waits(interview: Interview, cadence: Cadence, place: ZoneInfo, previous: FollowUp | None) -> list[str]:
    rule, gap = (
        cadence.status_check,
        f"at least {format_delay(cadence.status_check.min_gap)} after the last mail to this company",
    )
    if previous is not None:
        sent = format_moment(previous.sent_at or previous.send_at, place)
        return [f"status check {previous.ordinal} sent {sent}", f"+{format_delay(rule.again_after)}", gap]
    decision_by = stated_decision(interview, place.key)
    if decision_by is None:
        return [f"no date was named: +{format_delay(rule.without_timeline)}", gap]
    return [f"they decide by {format_day(decision_by)}", f"+{format_delay(rule.after_timeline)}", gap]


def _format_window(window: Window, place: ZoneInfo) -> str:
    days = "" if window.weekends else ", Monday to Friday"
    return f"window {window.start:%H:%M}-{_format_end(window)} in {_format_place(place)}{days}"


def _format_end(window: Window) -> str:
    return "24:00" if window.end.hour == 23 and window.end.minute == 59 else f"{window.end:%H:%M}"


def _format_place(place: ZoneInfo) -> str:
    return place.key.rpartition("/")[2].replace("_", " ")


def _in_owner_zone(moment: datetime, place: ZoneInfo, owner_tz: str) -> str:
    """Return the same moment on the owner's wall clock where that differs."""
    own = ZoneInfo(owner_tz)
    if moment.astimezone(own).replace(tzinfo=None) == moment.astimezone(place).replace(tzinfo=None):
        return ""
    return f" ({format_moment(moment, own, seen=None)} in {_format_place(own)})"


def _plural(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
