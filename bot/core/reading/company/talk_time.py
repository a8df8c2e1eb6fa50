"""The time of a talk set into what is read of a mail: its beginning, end and length, or those it may have, or the one called off."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.reading.company.duration import find_duration
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.page import Page
from bot.core.reading.company.when import When
from bot.core.reading.types import Kind, Reading

_LONGEST_TALK_MINUTES = 12 * 60


def with_time(reading: Reading, page: Page, when: When, said: When, invitation: Invitation) -> Reading:
    """Return *reading* with the time of its talk. *when*: the time as words and calendar data tell it together; *said*: as the words
    alone do."""
    reading = replace(
        reading,
        calendar_uid=invitation.events[0].uid if invitation.events else None,
        calendar_sequence=invitation.events[0].sequence if invitation.events else None,
    )
    stated = find_duration(page)
    if reading.kind is Kind.CANCELLATION:
        return _cancelled(reading, when, said, invitation, stated)
    if reading.kind is Kind.SCHEDULING:
        return replace(reading, duration_minutes=stated or _counter_length(invitation))
    if not reading.kind.dated:
        return reading
    if when.start is None or _given_up_above(when) or (reading.kind is Kind.RESCHEDULE and _still_the_old(when)):
        options = when.options or ((when.start,) if when.start else ())
        return replace(reading, start_options=tuple(dict.fromkeys(options)), duration_minutes=stated)
    return _fixed(reading, when, when.start, stated)


def _fixed(reading: Reading, when: When, start: datetime, stated: int | None) -> Reading:
    """Set the one time of *when*, which begins at *start*."""
    length = _length(start, when.end) or stated
    told = when.end.astimezone(start.tzinfo) if when.end else None
    return replace(
        reading,
        start=start,
        end=told or (start + timedelta(minutes=length) if length else None),
        duration_minutes=length,
        tz=when.tz,
        tz_stated=when.tz_stated,
        slots=when.slots,
    )


def _still_the_old(when: When) -> bool:
    """Return whether the only time found is the very one that was fixed before, which a move gives up."""
    fixed = when.agreement.fixed
    return fixed is not None and when.start in fixed.starts


def _given_up_above(when: When) -> bool:
    """Return whether the time of the mails before is the one that the new text gives up ("Thursday, gladly. Two is too early for me.")."""
    old, found = when.called_off, when.moment
    return old is not None and found is not None and found.quoted and not old.quoted and when.start in old.starts


def _counter_length(invitation: Invitation) -> int | None:
    event = invitation.events[0] if invitation.events else None
    return _length(event.start, event.end) if event else None


def _length(start: datetime | None, end: datetime | None) -> int | None:
    if start is None or end is None:
        return None
    minutes = round((end - start).total_seconds() / 60)
    return minutes if 0 < minutes <= _LONGEST_TALK_MINUTES else None


def _cancelled(reading: Reading, when: When, said: When, invitation: Invitation, stated: int | None) -> Reading:
    """Set the time that is called off."""
    if invitation.events and when.start is not None:
        return replace(
            reading,
            start=when.start,
            end=when.end,
            duration_minutes=_length(when.start, when.end) or stated,
            tz=when.tz,
            tz_stated=when.tz_stated,
        )
    moment = said.called_off
    if moment is None or len(moment.starts) != 1:
        return replace(reading, duration_minutes=stated, start_options=moment.starts if moment else ())
    length = _length(moment.starts[0], moment.end) or stated
    return replace(
        reading,
        start=moment.starts[0],
        end=moment.end,
        duration_minutes=length,
        tz=moment.tz,
        tz_stated=moment.tz_stated,
    )
