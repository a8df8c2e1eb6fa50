"""The times of the quoted mails that the new text can agree to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.core.reading.company.agreement import read_agreement
from bot.core.reading.company.clauses import says
from bot.core.reading.company.moment import Moment
from bot.core.reading.company.naming import pick_by_name
from bot.core.reading.company.ordinal import pick_by_ordinal
from bot.core.reading.company.page import Page, speaks_of
from bot.core.reading.company.scanning import new_lines, says_same_time, takes_your_time


def taken_from_quoted(page: Page, moments: Sequence[Moment]) -> list[Moment]:
    """Return the moments of the quoted mails that the new text can agree to: the one it counts out, else those of the days it names."""
    days = new_days(page)
    picked = pick_by_ordinal(page, [m for m in moments if m.quoted], days)
    if picked is not None:
        return [replace(picked, choice=False, counted_out=True)]
    quoted = [m for m in moments if m.quoted]
    held = not read_agreement(page, quoted).only_proposed  # what was only proposed can be taken up, but not moved
    if _calls_off(page) or (held and moves_it(page)):
        return []
    named = pick_by_name(page, quoted)
    if named is None and moves_it(page):
        return []
    if named is not None:
        return [replace(named, choice=False)]
    offered = takes_your_time(page) and bool(days)
    usable = [replace(m, choice=False) if offered else m for m in moments if m.quoted]
    return [m for m in usable if m.fits and (not days or m.starts[0].date() in days)]


def moves_it(page: Page) -> bool:
    """Return whether the new text moves what was agreed to another time of day, so that no quoted time holds any more."""
    if any(says_same_time(page, sentence.plain) for sentence in page.sentences):
        return False
    return speaks_of(page, "reschedule")


def _calls_off(page: Page) -> bool:
    """Return whether the new text calls something off outright: what was agreed before holds no more."""
    return any(says(page.language, "cancellation", sentence.plain, "called_off") for sentence in page.sentences)


def new_days(page: Page) -> set[date]:
    """Return the days that the new text names; a quoted time of another day is not what it agrees to."""
    return {day for line in new_lines(page) for d in line.dates if not d.span_of_days for day in d.readings}
