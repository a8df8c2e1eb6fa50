"""The letters around a talk: the evening before it, and after its end (etiquette: E10, E3)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from bot.core.followup.hours import at_wall_clock
from bot.core.followup.types import DebriefRule
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.reading.types import ContactWish

_SHORTLY_BEFORE: Final = timedelta(hours=1)
"""A letter to prepare by is of no use later than this."""


class TalkLetter(StrEnum):
    """What is written to the owner around a talk."""

    PREPARE = "prepare"  # the evening before: what is known, what to ask
    DEBRIEF = "debrief"  # after it: how did it go?


def find_talk_letter(
    interview: Interview, *, rule: DebriefRule, prepare_at: time, deadline: timedelta, owner_tz: str, now: datetime
) -> TalkLetter | None:
    """Return which letter about *interview* is due at *now* (aware), None where none is. Each is written once for one time of the talk.

    *prepare_at*: the owner's wall clock on the evening before. *deadline*: so long after the end nobody is asked any more (E1).
    """
    if interview.status is not InterviewStatus.EXPECTED or interview.start is None or interview.end is None:
        return None
    if _evening_before(interview.start, prepare_at, owner_tz) <= now < interview.start - _SHORTLY_BEFORE:
        return TalkLetter.PREPARE
    asked = interview.contact_wish is not ContactWish.NO_CONTACT and rule.enabled
    if asked and interview.end + rule.after <= now < interview.end + deadline:
        return TalkLetter.DEBRIEF
    return None


def next_talk_letter(
    interview: Interview, *, rule: DebriefRule, prepare_at: time, owner_tz: str, now: datetime
) -> datetime | None:
    """Return when after *now* the next letter about *interview* may be due (aware UTC), None where none is to come."""
    if interview.status is not InterviewStatus.EXPECTED or interview.start is None or interview.end is None:
        return None
    moments = (_evening_before(interview.start, prepare_at, owner_tz), interview.end + rule.after)
    return min((moment for moment in moments if moment > now), default=None)


def _evening_before(start: datetime, clock: time, owner_tz: str) -> datetime:
    place = ZoneInfo(owner_tz)
    return at_wall_clock(start.astimezone(place).date() - timedelta(days=1), clock, place).astimezone(UTC)
