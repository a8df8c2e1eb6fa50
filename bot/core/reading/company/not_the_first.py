"""Doubts about a time that stands first and may not be that of the talk: the hour of somebody else, or one the owner asked to change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.reading.company.clauses import says
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page
from bot.core.reading.company.scanning import scan_page
from bot.core.reading.company.shift import finds_shift
from bot.core.reading.company.when import When
from bot.core.reading.company.wording import read_before
from bot.core.reading.company.writers import is_by_owner

_CLAUSE = re.compile(r"[,;:.!?]\s|\s[-\u2013\u2014]\s")
_OPENS_ROW = 8


def in_doubt_of_first(page: Page, when: When, moments: Sequence[Moment]) -> When:
    """Return *when* in doubt where the first of several hours of a day is told in words that are not of the talk, and a later one in words
    that are ("the first candidate comes at 9, your interview follows at 10"); rows of a programme tell their hours otherwise."""
    first = when.moment
    if first is None or when.start is None or len(when.slots) < 2 or any(slot.end for slot in when.slots):
        return when
    told = {as_utc(slot.start) for slot in when.slots}
    here = [m for m in moments if not m.quoted and m.fits and len(m.starts) == 1 and as_utc(m.starts[0]) in told]
    rows = any(m.position <= _OPENS_ROW or m.label for m in here)
    before = page.language.plain(first.line[: first.position])
    if rows or says(page.language, "interview", before, "word", "talk", "fixed"):
        return when
    if not any(_is_of_talk(page, m, here) for m in here if m != first):
        return when
    return when.in_doubt(first, *(slot.start for slot in when.slots))


def _is_of_talk(page: Page, moment: Moment, others: Sequence[Moment]) -> bool:
    begun = max((m.position for m in others if m.line == moment.line and m.position < moment.position), default=0)
    clause = _CLAUSE.split(moment.line[begun : moment.position])[-1]
    own = page.language.pattern("own_time_before").search(read_before(page.language, clause))
    return own is not None or says(page.language, "interview", page.language.plain(clause), "word")


def in_doubt_of_wish(page: Page, when: When) -> When:
    """Return *when* in doubt where its time is of a mail that the owner answered with a wish for another day, or an earlier or later hour,
    to which the new text agrees or not."""
    moment = when.moment
    above = page.below[0] if len(page.below) > 1 else None
    if when.start is None or moment is None or above is None or not moment.quoted or when.shifted:
        return when
    if moment.sentence in above.sentences or moment.counted_out or not is_by_owner(page, above.heading):
        return when
    scanned = scan_page(page)
    lines = [scanned.quoted[number] for number in above.sentences] if scanned else []
    days = {day.weekday() for line in lines for mention in line.dates for day in mention.readings}
    wishes = any(finds_shift(page.language, line.sentence.plain) for line in lines)
    if (not days or when.start.weekday() in days) and not wishes:
        return when
    return when.in_doubt(moment, when.start)
