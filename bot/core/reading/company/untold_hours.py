"""Signs of an hour that the new text tells only in part, or by more than was read of it: then the time found is in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.scanning import READ, Scanned, new_lines, says_same_time, scan_page, without
from bot.core.reading.company.when import When
from bot.core.reading.company.wording import finds


def in_doubt_of_untold(page: Page, when: When) -> When:
    """Return *when* in doubt where minutes without their hour stand in the new text ("lieber Viertel nach"), where an hour taken from the
    mails before stands beside another that is only a number ("lieber zehn als neun"), and where the hour is to stay and not the day."""
    if when.start is None or when.moment is None:
        return when
    taken = when.moment.quoted or page.answers
    doubt = any(_is_partly_told(page, text, taken=taken) for text in _unread(page)) or _stays_on_its_day(page, when)
    if not doubt:
        return when
    return when.in_doubt(when.moment, when.start)


def _unread(page: Page) -> Iterator[str]:
    """Yield the sentences of the new text with marks for the times of day that were read."""
    for line in new_lines(page):
        yield without(line.sentence.text, line.clocks, READ)


def _is_partly_told(page: Page, text: str, *, taken: bool) -> bool:
    return bool(
        finds(page.language, "minutes_alone", text) or (taken and finds(page.language, "number_preferred", text))
    )


def _stays_on_its_day(page: Page, when: When) -> bool:
    """Return whether a sentence keeps the hour ("same time") and names another day than that of *when*, or moves the talk, and *when* is
    nothing but the time that was known."""
    scanned, moment, start = scan_page(page), when.moment, when.start
    if scanned is None or moment is None or start is None or when.shifted:
        return False
    kept = [line for line in scanned.new if says_same_time(page, line.sentence.plain)]
    return any(_moves_to_another(page, line, start.date(), known=moment.quoted) for line in kept)


def _moves_to_another(page: Page, line: Scanned, day: date, *, known: bool) -> bool:
    named = {reading for mention in line.dates if not mention.span_of_days for reading in mention.readings}
    if known:
        return bool(named - {day})
    kept = next((clock.start for clock in line.clocks if clock.same_time), 0)
    told = [clock.end for clock in line.clocks if clock.end <= kept]
    apart = not told or ";" in line.sentence.text[told[-1] : kept]
    return not apart and named == {day} and has_cue(page.language, "reschedule", line.sentence.plain)
