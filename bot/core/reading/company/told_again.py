"""A time told again by the clock of another place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.scanning import Scanned

_BEHIND = 12
_TOLD_AGAIN = re.compile(r"\s?[/|=(\[,\u2248~\u2013\u2014-]{1,2}\s?[=(]?")
_NO_ZONE = (("",), ("sender",))


def settle_elsewhere(moment: Moment, moments: Sequence[Moment]) -> Moment:
    """Return *moment* with the one of its readings that the sentence tells by another clock, too ("at 9 here (8 in Manaus)")."""
    if len(moment.starts) < 2:
        return moment
    told = {
        as_utc(s)
        for other in moments
        if (other.side or other.elsewhere) and other.sentence == moment.sentence
        for s in other.starts
    }
    shared = [start for start in moment.starts if as_utc(start) in told]
    if len(shared) != 1:
        return moment
    length = moment.end - moment.starts[0] if moment.end else None
    return replace(
        moment,
        starts=(shared[0],),
        end=shared[0] + length if length else None,
        tz=moment.tz if shared[0] == moment.starts[0] else None,
        tz_stated=True,
    )


def is_told_again(line: Scanned, clock: ClockMention) -> bool:
    """Return whether a time with its zone stands right behind another with its own ("4 pm CEST / 10 am EDT")."""
    if not _has_own_zone(line, clock):
        return False
    text = line.sentence.text
    before = [zone for zone in line.zones if zone.keys not in _NO_ZONE and zone.end <= clock.start]
    beside = [zone for zone in before if _TOLD_AGAIN.fullmatch(text[zone.end : clock.start])]
    return any(0 <= zone.start - other.end <= _BEHIND for zone in beside for other in line.clocks)


def _has_own_zone(line: Scanned, clock: ClockMention) -> bool:
    """Return whether a zone named in so many words stands right behind the time."""
    return any(0 <= zone.start - clock.end <= _BEHIND and zone.keys not in _NO_ZONE for zone in line.zones)


def _is_for_owner(line: Scanned, clock: ClockMention) -> bool:
    """Return whether "your time" stands right behind the time."""
    return any(0 <= zone.start - clock.end <= _BEHIND and zone.keys == ("",) for zone in line.zones)


def with_rivals(line: Scanned, moments: Sequence[Moment]) -> Iterator[Moment]:
    """Yield the *moments* of *line*; one told again in a second zone that does not agree with the first stands against it."""
    told = {as_utc(start) for moment in moments if moment.fits for start in moment.starts}
    zoned = {clock.start for clock in line.clocks if _has_own_zone(line, clock) or _is_for_owner(line, clock)}
    for moment in moments:
        agrees = not told or not told.isdisjoint(as_utc(start) for start in moment.starts)
        doubtful = moment.elsewhere and moment.position in zoned and not agrees
        yield replace(moment, elsewhere=False, rival=True) if doubtful else moment
