"""The programme of a day: rows of hours, of which the first is when the day begins, whatever it is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.core.reading.company.moment import Moment
from bot.core.reading.company.page import Page
from bot.core.reading.company.wording import finds

_OPENS_ROW = 8
_FEWEST = 3


def settle_programme(page: Page, moments: Sequence[Moment]) -> list[Moment]:
    """Return *moments* of the new text; the first of three rows or more, each of which begins where the one above ends, is of the talk,
    unless it only tells when to arrive."""
    rows = [m for m in moments if m.position <= _OPENS_ROW and m.end is not None and not m.label and len(m.starts) == 1]
    firsts = [
        row for row in rows if row.side and _opens(row, rows) and not finds(page.language, "shift_aside", row.line)
    ]
    return [replace(m, side=False) if m in firsts else m for m in moments]


def _opens(first: Moment, rows: Sequence[Moment]) -> bool:
    """Return whether *first* is the top of a run of rows that follow on each other without a gap."""
    if any(row.end == first.starts[0] for row in rows):
        return False
    run = 1
    for above, below in pairwise(rows[rows.index(first) :]):
        if below.starts[0] != above.end:
            break
        run += 1
    return run >= _FEWEST
