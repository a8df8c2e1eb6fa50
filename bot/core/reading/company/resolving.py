"""Which day a written date means, seen from the day of the mail."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_PAST_DAYS = 60  # a date without a year is of this year unless it lies further back than this
_FURTHEST_DAYS = 500
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSetting:
    """What dates are resolved against. ``today``: the mail's day where the owner is. ``day_first``: True, False, or None where nobody
    can tell. ``known``: dates named elsewhere in the thread, by which "the Wednesday" is understood."""

    today: date
    day_first: bool | None = None
    known: tuple[date, ...] = ()


def with_month(day: int, month: int, year: int | None, weekday: int | None, setting: DateSetting) -> tuple[date, ...]:
    """A day and a month. Without a year: the one in reach; where the weekday contradicts, both that date and the nearest such weekday."""
    if year:
        found = dates_of(year, month, day)
        return (
            found if weekday is None or not found or found[0].weekday() == weekday else contradicted(found[0], weekday)
        )
    today = setting.today
    options = [d for y in (today.year - 1, today.year, today.year + 1) for d in dates_of(y, month, day)]
    near = [d for d in options if -_PAST_DAYS <= (d - today).days <= 366 - _PAST_DAYS]
    if not near:
        return ()
    if weekday is None or near[0].weekday() == weekday:
        return (near[0],)
    fitting = [d for d in options if d.weekday() == weekday and abs((d - today).days) < 400]
    past = [d for d in fitting if d < today]
    if past and not [d for d in fitting if d >= today] and near[0] < today:
        return (past[0],)
    return contradicted(near[0], weekday)


def monday_of(day: date) -> date:
    """Return the Monday of the week of *day*."""
    return day - timedelta(days=day.weekday())


def dates_of(year: int, month: int, day: int) -> tuple[date, ...]:
    """Return that date, nothing where the calendar has none."""
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()


def contradicted(day: date, weekday: int) -> tuple[date, ...]:
    """Day number and weekday disagree: either may be the slip."""
    shift = (weekday - day.weekday() + 3) % 7 - 3
    return (day, day + timedelta(days=shift))


def numeric(
    numbers: tuple[int, int], year: int | None, weekday: int | None, setting: DateSetting, *, day_first_only: bool
) -> tuple[date, ...]:
    """Two numbers. Their order by what a month can be, the weekday, other dates, the author, and that hardly anybody is seen at a
    weekend; both where nobody can tell."""
    first, second = numbers
    orders = [(first, second), (second, first)]  # (day, month)
    if day_first_only:
        orders = orders[: 1 if second <= 12 else 2]
    found = [d for day, month in orders if 1 <= month <= 12 for d in with_month(day, month, year, None, setting)]
    options = list(dict.fromkeys(found))
    fitting = [d for d in options if weekday is None or d.weekday() == weekday]
    agreed = fitting or options
    if len(agreed) > 1:
        agreed = _likely(agreed, setting) or agreed
    if len(agreed) > 1 and setting.day_first is not None:
        agreed = agreed[:1] if setting.day_first else agreed[1:]
    if len(agreed) > 1:
        agreed = [d for d in agreed if d.weekday() < _SATURDAY] or agreed
    if not fitting and weekday is not None:
        return tuple(dict.fromkeys(d for day in agreed for d in contradicted(day, weekday)))
    return tuple(agreed)


def _likely(options: Sequence[date], setting: DateSetting) -> list[date]:
    """Of two orders, the ones not long past nor far ahead (invitations are for the next weeks)."""
    known = [d for d in options if d in setting.known]
    if known:
        return known
    near = [d for d in options if -7 <= (d - setting.today).days <= 75]
    return near or [d for d in options if -30 <= (d - setting.today).days <= _FURTHEST_DAYS]


def day_number(day: int, weekday: int | None, setting: DateSetting) -> tuple[date, ...]:
    """ "Friday 6th", "the 14th": the next such day of a month."""
    if not 1 <= day <= 31:
        return ()
    known = [d for d in setting.known if d.day == day and (weekday is None or d.weekday() == weekday)]
    if known:
        return (known[0],)
    ahead = [d for d in (setting.today + timedelta(days=n) for n in range(-3, 70)) if d.day == day]
    future = [d for d in ahead if d >= setting.today]
    if weekday is None:
        return tuple(future[:1])
    fitting = [d for d in ahead if d.weekday() == weekday]
    if fitting:
        return tuple(fitting[:1])
    return contradicted(future[0], weekday) if future else ()


def weekday_date(weekday: int | None, pointers: Collection[str], later: int, setting: DateSetting) -> tuple[date, ...]:
    """A bare weekday is the next one after today. "Next Friday" said early in the week has two readings, "Friday next week" one."""
    if weekday is None:
        return ()
    today = setting.today
    coming = next_weekday(today, weekday)
    monday = monday_of(today)
    if "last" in pointers:
        return (weekday_from(today, weekday) - timedelta(days=7),)
    if later:
        return (weekday_from(today, weekday) + timedelta(days=later),)
    if "after_next" in pointers:
        near = coming + timedelta(days=7)
        return (near + timedelta(days=7), near) if coming.isocalendar()[:2] == today.isocalendar()[:2] else (near,)
    for name, weeks in (("week_after_next", 2), ("next_week", 1), ("this_week", 0)):
        if name in pointers:
            return (monday + timedelta(days=7 * weeks + weekday),)
    return _coming_weekday(weekday, coming, pointers, setting)


def _coming_weekday(weekday: int, coming: date, pointers: Collection[str], setting: DateSetting) -> tuple[date, ...]:
    """A weekday of no week that is named: *coming* is the next one after today."""
    today = setting.today
    known = sorted({d for d in setting.known if d.weekday() == weekday and d >= today})
    if len(known) == 1 and not any(name in pointers for name in ("this", "next", "following")):
        return (known[0],)
    if "this" in pointers and today.weekday() == weekday:
        return (today,)
    if "following" in pointers and setting.known:
        others = (coming,) if len(setting.known) > 1 else ()
        return tuple(dict.fromkeys((next_weekday(max(setting.known), weekday), *others)))
    near = None if any(name != "the" for name in pointers if name) else _beside_known(weekday, coming, setting)
    if near is not None:
        return (near,) if "the" in pointers else (coming, near)
    same_week = coming.isocalendar()[:2] == today.isocalendar()[:2]
    # Hardly anybody calls tomorrow "next Tuesday" or "el martes que viene".
    tomorrow = (coming - today).days == 1
    far = ("next" in pointers and (same_week or tomorrow)) or ("coming" in pointers and tomorrow)
    return (coming + timedelta(days=7), coming) if far else (coming,)


def next_weekday(day: date, weekday: int) -> date:
    """Return the first *weekday* after *day*."""
    return weekday_from(day + timedelta(days=1), weekday)


def weekday_from(day: date, weekday: int) -> date:
    """Return *day*, or the first *weekday* after it."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _beside_known(weekday: int, coming: date, setting: DateSetting) -> date | None:
    """Return the *weekday* in the week of the dates known from the mails before, where all of them lie in one week after that of
    *coming*: a talk that moves from there mostly moves by a few days."""
    mondays = {monday_of(day) for day in setting.known}
    if len(mondays) != 1:
        return None
    near = mondays.pop() + timedelta(days=weekday)
    return near if timedelta(days=7) <= near - coming <= timedelta(days=14) else None


def in_week(number: int, setting: DateSetting) -> tuple[date, ...]:
    """Return Monday and Friday of a calendar week (ISO 8601), the next of that number."""
    for year in (setting.today.year, setting.today.year + 1):
        try:
            friday = date.fromisocalendar(year, number, 5)
        except ValueError:
            continue
        if friday >= setting.today - timedelta(days=_PAST_DAYS):
            return (friday - timedelta(days=4), friday)
    return ()


def weekday_of_month(first: date, weekday: int, place: int) -> date:
    """Return the weekday number *place* of the month that begins with *first*; 5 is the last."""
    day = weekday_from(first, weekday) + timedelta(days=7 * (place - 1))
    while day.month != first.month:
        day -= timedelta(days=7)
    return day


def end_of_month(day: date) -> date:
    """Return the last day of the month of *day*."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
