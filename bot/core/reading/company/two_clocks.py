"""One time told by two clocks ("8.30 for us in London, 4.30 in the afternoon for you"): the instant on which the zones agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.reading.company.author_zone import author_zones, told_zone
from bot.core.reading.company.clock_sides import Side, tell_side, tells_again
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page
from bot.core.reading.company.scanning import Scanned
from bot.core.reading.company.zone_pairing import zone_behind
from bot.core.reading.company.zones import owner_zone

_NEAR = 45
_DAYS = (timedelta(), timedelta(days=1), timedelta(days=-1))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A moment with its clock. ``side``: whose; ``zoned``: a zone or place of its own stands beside it; ``again``: it tells the hour before
    it once more; ``instants``: what it can be, the likelier first."""

    moment: Moment
    side: Side
    zoned: bool
    again: bool
    instants: tuple[datetime, ...]

    @property
    def known(self) -> bool:
        return self.zoned or self.side is not Side.NONE


def settle_clocks(page: Page, lines: Sequence[Scanned], moments: Sequence[Moment]) -> list[Moment]:
    """Return *moments* with those that neighbours tell by two clocks on the instant on which both agree, in doubt where they do not."""
    found = list(moments)
    by_index = {line.index: line for line in lines}
    told = [_told(page, by_index, moment) for moment in found]
    for number in range(1, len(found)):
        first, second = told[number - 1], told[number]
        if first is None or second is None or not _may_be_one(first, second):
            continue
        found[number - 1 : number + 1] = _joined(found[number - 1], found[number], first, second)
    return [_by_author(page, moment, one) if moment == one.moment else moment for moment, one in _pairs(found, told)]


def _pairs(found: Sequence[Moment], told: Sequence[_Told | None]) -> Iterator[tuple[Moment, _Told]]:
    for moment, one in zip(found, told, strict=True):
        yield moment, one or _Told(moment=moment, side=Side.NONE, zoned=True, again=False, instants=())


def _told(page: Page, lines: Mapping[int, Scanned], moment: Moment) -> _Told | None:
    """Return *moment* with its clock; None where it has several hours, or none that stands in its sentence."""
    line = lines.get(moment.sentence)
    clock = next((c for c in line.clocks if c.start == moment.position), None) if line else None
    walls = {start.replace(tzinfo=None) for start in moment.starts}
    if line is None or clock is None or len(walls) != 1 or moment.old or moment.deadline or moment.past:
        return None
    side, zone = tell_side(line, clock, page.language), zone_behind(clock, line, page.language)
    zoned = zone is not None and zone.keys not in (("",), ("sender",)) and moment.tz_stated
    if zone is not None and side is Side.NONE and not zoned:
        side = Side.YOURS if zone.keys == ("",) else Side.OURS
    again = tells_again(line, clock, page.language)
    instants = tuple(_instants(page, moment, walls.pop(), side, zoned=zoned))
    return _Told(moment=moment, side=side, zoned=zoned, again=again, instants=instants)


def _instants(page: Page, moment: Moment, wall: datetime, side: Side, *, zoned: bool) -> Iterator[datetime]:
    """Yield what the naive *wall* time can be by the clock it is told by."""
    if zoned:
        yield from moment.starts
        return
    if side in (Side.NONE, Side.THIRD) and moment.tz_stated:
        yield from moment.starts  # the zone that the mail says of all times
    if side in (Side.YOURS, Side.NONE):
        yield wall.replace(tzinfo=owner_zone(page.owner.tz))
    if side in (Side.OURS, Side.NONE):
        yield from (wall.replace(tzinfo=zone) for zone, _ in author_zones(page, wall))


def _may_be_one(first: _Told, second: _Told) -> bool:
    """Return whether *second* may tell *first* again: neighbours by different clocks."""
    near = second.moment.sentence - first.moment.sentence in (0, 1)
    differ = first.moment.starts[0].replace(tzinfo=None) != second.moment.starts[0].replace(tzinfo=None)
    by_clock = first.known or second.known or second.again
    same = first.side is second.side and first.side is not Side.NONE
    return near and differ and by_clock and not same


def _joined(first: Moment, second: Moment, one: _Told, other: _Told) -> list[Moment]:
    shared = _shared(one, other)
    if shared is not None:
        joined = [_at(first, shared), _at(second, shared)]
        return [replace(moment, choice=False) for moment in joined] if _is_remark(one, other) else joined
    if other.side is Side.THIRD and not other.zoned:
        told = other.again or one.side is Side.YOURS  # "at 10 your time, 4 pm theirs"
        return [first, replace(second, elsewhere=told or second.elsewhere)]
    if _are_side_by_side(one, other) or (other.again and other.known):
        return _in_doubt(first, second, one, other)
    return [first, second]


def _are_side_by_side(one: _Told, other: _Told) -> bool:
    """Return whether one clause tells the author's hour and the owner's."""
    gap = one.moment.line[one.moment.position : other.moment.position]
    near = one.moment.line == other.moment.line and len(gap) <= _NEAR and ";" not in gap
    return near and {one.side, other.side} == {Side.OURS, Side.YOURS}


def _is_remark(one: _Told, other: _Told) -> bool:
    """Return whether words that may part two choices ("soit", "ou") only part the two clocks of one sentence."""
    return other.again and one.moment.line == other.moment.line


def _in_doubt(first: Moment, second: Moment, one: _Told, other: _Told) -> list[Moment]:
    """Return both moments with what either tells; the owner's own clock alone counts where nobody knows the other one."""
    if not one.instants and other.side is Side.YOURS:
        return [replace(first, elsewhere=True), replace(second, elsewhere=False, rival=False)]
    if not other.instants and one.side is Side.YOURS:
        return [first, replace(second, elsewhere=True, rival=False)]
    starts = tuple({as_utc(start): start for start in (*one.instants[:1], *other.instants[:1])}.values())
    if len(starts) < 2:
        return [first, second]
    return [replace(m, starts=starts, end=None, elsewhere=False, rival=False) for m in (first, second)]


def _shared(one: _Told, other: _Told) -> datetime | None:
    """Return the instant on which both clocks agree; one without a day of its own may be of the day before or after."""
    days = _DAYS if not other.moment.dated or other.moment.line == one.moment.line else _DAYS[:1]
    for day in days:
        later = {as_utc(start + day) for start in other.instants}
        for start in one.instants:
            if as_utc(start) in later:
                return start
    return None


def _at(moment: Moment, start: datetime) -> Moment:
    end = start + (moment.end - moment.starts[0]) if moment.end else None
    return replace(moment, starts=(start,), end=end, elsewhere=False, rival=False, tz_stated=True)


def _by_author(page: Page, moment: Moment, told: _Told) -> Moment:
    """Return *moment*, which no other tells again, by the clock of its author where it is told by that; in doubt where only the Date field
    tells his zone."""
    if told.side is not Side.OURS or told.zoned or moment.tz_stated or not moment.fits or not told.instants:
        return moment
    sure = told_zone(page, told.instants[0].replace(tzinfo=None)) is not None
    if sure:
        return _at(moment, told.instants[0])
    starts = tuple({as_utc(start): start for start in (*told.instants[:1], *moment.starts)}.values())
    return replace(moment, starts=starts, end=moment.end if len(starts) == 1 else None)
