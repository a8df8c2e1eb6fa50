"""Hours and days: the first moment in a window, business days, waits. Wall clocks are zoneinfo's; results are aware UTC."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.core.followup.types import Delay, Window

Closed = Callable[[date], bool]
"""Whether a day is a holiday or a pause (``some_frozenset.__contains__`` does)."""

HolidaysOf = Callable[[str], Closed]
"""IANA zone → the public holidays there."""

HORIZON_DAYS = 3660
"""How far an open day is looked for: ten years of closed days are a mistake in the policy, not a plan."""

_DAY = timedelta(days=1)


def always_open(day: date) -> bool:  # noqa: ARG001 - a `Closed`
    """No holidays, no pauses."""
    return False


def no_holidays(tz: str) -> Closed:  # noqa: ARG001 - a `HolidaysOf`
    """No holidays anywhere."""
    return always_open


def zone(name: str | None, default: str) -> ZoneInfo:
    """Return the zone *name*, or *default* where it is unknown (a zone read out of a mail may be anything)."""
    if name:
        try:
            return ZoneInfo(name)
        except (ValueError, OSError, KeyError):
            pass
    return ZoneInfo(default)


def first_moment(window: Window, *, after: datetime, tz: str, closed: Closed) -> datetime:
    """Return the first moment inside *window* at or after *after*, on an open day of the zone *tz*; aware UTC.

    ``start == end`` means the whole day, and so does 00:00 to 00:00 or to 23:59:59 and more; ``end < start`` runs over midnight and
    belongs to the day on which it opens. A wall clock that a DST change skips counts as the moment right after the gap; one that comes
    twice, as the first of the two at the opening and the second at the end.

    Raises:
        ValueError: no day is open within `HORIZON_DAYS`.
    """
    place = ZoneInfo(tz)
    after = after.astimezone(UTC)
    first_day = after.astimezone(place).date() - _DAY  # a window over midnight may have opened yesterday
    for day in _days(first_day):
        if _is_open(day, window, closed):
            opens, ends = _span(window, day, place)
            if max(opens, after) < ends:
                return max(opens, after)
    raise ValueError("No day is open: holidays and pauses cover ten years.")


def is_inside(moment: datetime, window: Window, *, tz: str, closed: Closed) -> bool:
    """Return whether *moment* lies in *window* on an open day."""
    return first_moment(window, after=moment, tz=tz, closed=closed) == moment


def is_business_day(day: date, closed: Closed) -> bool:
    """Return whether *day* is Monday to Friday and not closed."""
    return day.weekday() < 5 and not closed(day)


def add_business_days(day: date, n: int, closed: Closed) -> date:
    """Return the *n*-th business day after *day*; *day* itself for 0.

    Raises:
        ValueError: there are not so many within `HORIZON_DAYS`.
    """
    if n <= 0:
        return day
    for later in _days(day + _DAY):
        if is_business_day(later, closed):
            n -= 1
            if n == 0:
                return later
    raise ValueError("No business day: holidays and pauses cover ten years.")


def after_delay(start: datetime, delay: Delay, *, tz: str, closed: Closed) -> datetime:
    """Return *start* + *delay*, aware UTC: elapsed time, or business days at the same wall clock in *tz*."""
    if not delay.business_days:
        return start.astimezone(UTC) + delay.elapsed
    place = ZoneInfo(tz)
    local = start.astimezone(place)
    return at_wall_clock(add_business_days(local.date(), delay.business_days, closed), local.time(), place)


def at_wall_clock(day: date, clock: time, place: ZoneInfo, *, fold: int = 0) -> datetime:
    """Return *clock* on *day* in *place* as aware UTC; in a DST gap the moment right after the gap.

    ``fold`` 0 takes the first of two equal wall clocks, 1 the second (PEP 495).
    """
    wall = datetime.combine(day, clock.replace(tzinfo=None, fold=fold), tzinfo=place)
    moment = wall.astimezone(UTC)
    if moment.astimezone(place).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return moment
    return _end_of_gap(wall)


def _end_of_gap(wall: datetime) -> datetime:
    """Return the change itself for a wall clock that it skips: found by halving, as zoneinfo tells no changes."""
    offset = wall.replace(fold=0).utcoffset() or timedelta()
    low = wall.replace(fold=1).astimezone(UTC)  # read with the later offset: before the change
    high = wall.replace(fold=0).astimezone(UTC)  # read with the earlier offset: after it
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(wall.tzinfo).utcoffset() == offset:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)


def _days(first: date) -> Iterator[date]:
    for n in count():
        if n > HORIZON_DAYS:
            return
        yield first + n * _DAY


def _is_open(day: date, window: Window, closed: Closed) -> bool:
    return (window.weekends or day.weekday() < 5) and not closed(day)


def _span(window: Window, day: date, place: ZoneInfo) -> tuple[datetime, datetime]:
    """Return opening and end of *window* on *day*."""
    last_day = day if window.start < window.end else day + _DAY
    opens = at_wall_clock(day, window.start, place)
    if window.end >= time(23, 59):  # "24:00" as policy files write it, and what time() can hold of it
        return opens, at_wall_clock(day + _DAY, time(0), place)
    return opens, at_wall_clock(last_day, window.end, place, fold=1)
