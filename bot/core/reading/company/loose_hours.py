"""Hours that the words put in the place of the one found, or beside it: "at 10 (edit: 11!)", "we shut at 5.30, so 6", "at 2 or 3"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.core.reading.company.folding import fold
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page
from bot.core.reading.company.scanning import READ, Scanned, new_lines, without
from bot.core.reading.company.told_aside import is_outcome
from bot.core.reading.company.when import When

_HALF_DAY = 12
_HOUR = timedelta(hours=1)
_MOST = 4


def in_doubt_of_loose_hours(page: Page, when: When, moments: Sequence[Moment]) -> When:
    """Return *when* in doubt where the sentence of its time, or the one behind it, puts another hour in its place or beside it."""
    moment = when.moment
    if when.start is None or moment is None or moment.quoted or when.shifted:
        return when
    others = [*_loose(page, when.start, moment), *(_outcomes(page, when, moments) if len(when.slots) < 2 else ())]
    known = {as_utc(one) for one in (when.start, when.end) if one is not None}
    options = [one for one in dict.fromkeys(others) if as_utc(one) not in known]
    if not options:
        return when
    return when.in_doubt(moment, *(when.start, *options)[:_MOST])


def _loose(page: Page, start: datetime, moment: Moment) -> Iterator[datetime]:
    """Yield *start* at the bare numbers that nothing has read as hours, and that are of no hour that was."""
    for line in new_lines(page):
        if line.index - moment.sentence not in (0, 1):
            continue
        read = {
            minutes // 60 % _HALF_DAY for clock in line.clocks for pair in clock.options for minutes in pair if minutes
        }
        for match in page.language.matches("loose_hour", _unread(line)):
            hour = int(match["n"])
            if hour % _HALF_DAY not in read:
                yield start + ((hour - start.hour + 6) % _HALF_DAY - 6) * _HOUR


def _unread(line: Scanned) -> str:
    """Return the text of *line*, folded, with marks for the days and hours that were read."""
    return without(fold(line.sentence.text), (*line.dates, *line.clocks), READ)


def _outcomes(page: Page, when: When, moments: Sequence[Moment]) -> Iterator[datetime]:
    """Yield the hours, told behind that of *when*, that words right before name as what comes out ("so make it 11")."""
    chosen = when.moment
    for moment in moments:
        if chosen is None or moment.quoted or not moment.fits or moment.sentence < chosen.sentence or moment.label:
            continue
        if is_outcome(page, moment):
            yield moment.starts[0]
