"""Dates beside each other: two writings of one day, or the first and last day of a range."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from bot.core.reading.company.date_mention import DateLine, DateMention
from bot.core.reading.company.month_weeks import days_in_week
from bot.core.reading.company.resolving import contradicted

_ENDS_OF_A_WEEK = 2
"""A week is read as its Monday and its Friday, or what of them lies in the month that it is counted in."""
_OF_THE_WEEK = re.compile(r"[\s,;:(\u2013-]{0,3}(?:(?:[^\W\d_]{1,3}|della)\s){0,2}")


def join_same_days(line: DateLine, mentions: list[DateMention]) -> list[DateMention]:
    """Join what names one day twice: "04/06/2026 (Thursday)", "6th July, Monday", "tomorrow, Tuesday 3 May"."""
    joined: list[DateMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        gap = line.folded[before.end : mention.start] if before else ""
        if before is not None and (before.span_of_days or mention.span_of_days):
            day = _in_that_week(before, mention) if _OF_THE_WEEK.fullmatch(gap) else None
            joined[-1:] = [day] if day else [before, mention]
        elif before is not None and (day := _told_by_number(line, before, mention, gap)):
            joined[-1] = day
        elif before is None or not line.forms.signs.explains.fullmatch(gap):
            joined.append(mention)
        elif before.numbered and before.weekday is None and mention.weekday is not None and not mention.numbered:
            fitting = tuple(day for day in before.readings if day.weekday() == mention.weekday)
            other = tuple(dict.fromkeys(d for day in before.readings for d in contradicted(day, mention.weekday)))
            joined[-1] = replace(before, end=mention.end, weekday=mention.weekday, readings=fitting or other)
        elif _names_same(before, mention):
            both = tuple(d for d in before.readings if d in mention.readings) or tuple(
                dict.fromkeys((*mention.readings, *before.readings))
            )
            joined[-1] = replace(mention, start=before.start, readings=both)
        else:
            joined.append(mention)
    return joined


def _in_that_week(before: DateMention, mention: DateMention) -> DateMention | None:
    """Return the day that a calendar week and a weekday name together ("KW 39, Dienstag", "Tuesday (week 39)"), or the date
    that is told again by its week ("26 May (week 22)"), else None."""
    week, day = (before, mention) if before.span_of_days else (mention, before)
    if not week.week or len(week.readings) != _ENDS_OF_A_WEEK or day.span_of_days or day.same_day:
        return None
    first, last = week.readings
    if day.numbered:
        inside = len(day.readings) == 1 and first <= day.readings[0] <= last + timedelta(days=2)
        return replace(day, start=before.start, end=mention.end) if inside else None
    if day.weekday is None:
        return None
    return replace(
        day,
        start=before.start,
        end=mention.end,
        readings=days_in_week(week, day.weekday),
        numbered=True,
        pointed=False,
    )


def _told_by_number(line: DateLine, before: DateMention, mention: DateMention, gap: str) -> DateMention | None:
    """Return the one day that is named by its weekday and month and then by its number ("the last Friday of May, the 29th"), else None."""
    if not (before.numbered and mention.numbered and before.weekday is not None and mention.weekday is None):
        return None
    same = {day.day for day in before.readings} == {day.day for day in mention.readings}
    return replace(before, end=mention.end) if same and line.forms.signs.explains.fullmatch(gap) else None


def _names_same(before: DateMention, mention: DateMention) -> bool:
    """Return whether two neighbours name one day: "tomorrow, Tuesday", "on Tuesday (3 May)", "next week, on Tuesday 3 May"."""
    if before.numbered or not before.readings or not mention.readings or before.same_day or mention.same_day:
        return False
    if before.weekday is None:
        return mention.numbered or mention.weekday is not None
    return (
        mention.numbered
        and (mention.weekday is None or mention.weekday == before.weekday)
        and (mention.weekday is not None or any(d.weekday() == before.weekday for d in mention.readings))
    )


def mark_ranges(line: DateLine, mentions: list[DateMention]) -> tuple[DateMention, ...]:
    """Mark "between June 1 and June 3" and "June 1 - June 3" as a range of days."""
    marked = list(mentions)
    forms = line.forms
    for number in range(len(mentions) - 1):
        left, right = mentions[number], mentions[number + 1]
        gap = line.folded[left.end : right.start]
        before = line.before(left.start, 100)
        dash = gap.strip(" ,") in ("-", "\u2013", "\u2014")
        if not dash and forms.ranges.gap_to.fullmatch(gap) and forms.ranges.moved_from.search(before):
            continue
        between = forms.ranges.gap_and.fullmatch(gap) and forms.ranges.between_before.search(before)
        to = forms.ranges.gap_to.fullmatch(gap) and ("/" not in gap or any(sign.isalpha() for sign in gap))
        if between or to or _is_week(line, left, right, gap):
            marked[number] = replace(marked[number], span_of_days=True)
            marked[number + 1] = replace(right, span_of_days=True)
    return tuple(marked)


def _is_week(line: DateLine, left: DateMention, right: DateMention, gap: str) -> bool:
    """Return whether two bare weekdays are a span of every week ("Monday to Friday, 8 to 16"), in a line that moves nothing."""
    bare = not (left.numbered or right.numbered) and None not in (left.weekday, right.weekday)
    return bare and bool(line.forms.ranges.days_to.fullmatch(gap)) and not line.forms.signs.moves.search(line.folded)
