"""Hours of the new text that a time taken from the mails before does not explain: then the owner is asked which of them it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.core.reading.company.engaged import is_engaged
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page
from bot.core.reading.company.picked_part import told_parts
from bot.core.reading.company.scanning import new_lines
from bot.core.reading.company.unread_hours import has_unread_hour
from bot.core.reading.company.when import When
from bot.core.reading.company.wording import finds
from bot.core.reading.company.zones import owner_zone

_HALF_DAY = 12 * 60
_NOON = 12


def in_doubt_of_hours(page: Page, when: When, moments: Sequence[Moment]) -> When:
    """Return *when* in doubt where its time, or the hour that is moved, stands in the quoted mails only, and the new text tells an hour
    that is neither this one nor one given up."""
    if when.start is None or when.moment is None or not (when.moment.quoted or when.shifted):
        return when
    others = [m.starts[0] for m in moments if _competes(m, when)]
    told = _tells_another(page, when, moments) or _is_other_part(page, when) or has_unread_hour(page)
    told = told or _is_mixed_up(page, when)
    if not others and not told:
        return when
    return when.in_doubt(when.moment, *dict.fromkeys((when.start, *others)))


def _is_other_part(page: Page, when: When) -> bool:
    """Return whether the new text names the other half of the day of *when* ("Tuesday afternoon", where only 9 was proposed)."""
    start = when.start
    return start is not None and any(
        day == start.date() and (start.hour >= _NOON) is not late for day, late in told_parts(page)
    )


def _is_mixed_up(page: Page, when: When) -> bool:
    """Return whether the new text speaks of a mistake in a sentence that names the day of *when* ("sorry for the mix-up with Friday")."""
    start = when.start
    return start is not None and any(
        finds(page.language, "mixed_up", line.sentence.plain)
        for line in new_lines(page)
        if any(start.date() in mention.readings for mention in line.dates)
    )


def _competes(moment: Moment, when: When) -> bool:
    aside = moment.old or moment.deadline or moment.past or moment.elsewhere or (moment.side and not moment.dated)
    if moment.quoted or aside or _is_counted(moment, when):
        return False
    return {as_utc(start) for start in moment.starts}.isdisjoint(as_utc(one) for one in _known(when))


def _is_counted(moment: Moment, when: When) -> bool:
    """Return whether the time of *when* is *moment* on another day, counted from the one agreed ("the day after, 1 o'clock")."""
    return (
        when.shifted and moment.implied and when.start is not None and moment.starts[0].timetz() == when.start.timetz()
    )


def _known(when: When) -> list[datetime]:
    given_up = when.called_off.starts if when.called_off else ()
    return [one for one in (when.start, when.end, *given_up) if one is not None]


def _tells_another(page: Page, when: When, moments: Sequence[Moment]) -> bool:
    """Return whether an hour stands in the new text that is, on any clock of twelve hours, there or where the owner is, neither one of
    *when* nor of a moment that competes with nothing."""
    aside = [start for m in moments if not m.quoted for start in m.starts]
    known = _known(when)
    told = [*known, *(one.astimezone(owner_zone(page.owner.tz)) for one in known), *aside]
    hours = {(one.hour * 60 + one.minute) % _HALF_DAY for one in told}
    return any(hours.isdisjoint(begin % _HALF_DAY for begin in begins) for begins in _new_hours(page))


def _new_hours(page: Page) -> Iterator[list[int]]:
    for line in new_lines(page):
        text = line.sentence.text
        for clock in line.clocks:
            begun = max([0, *(other.end for other in line.clocks if other.end <= clock.start)])
            if clock.options and not is_engaged(page.language, text[begun : clock.start], text[clock.end :]):
                yield [begin for begin, _ in clock.options]
