"""The zones a time of day can be in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, tzinfo

from bot.core.reading.company.page import Page
from bot.core.reading.company.zones import (
    UNKNOWN,
    ZoneMention,
    load_zone,
    offset_zone,
    owner_zone,
    speaks_of_time,
)


def find_places(page: Page, zone: ZoneMention | None, wall: datetime) -> Iterator[tuple[tzinfo, str | None]]:
    """Yield the zones the naive *wall* time can be in with their IANA names, the likelier first; one in most cases."""
    own = owner_zone(page.owner.tz)
    if zone is None or zone.keys == ("",):
        yield own, page.owner.tz
        return
    if zone.offset is not None:
        yield offset_zone(zone.offset), None
        return
    if zone.text == wall.replace(tzinfo=own).tzname():
        yield (
            own,
            page.owner.tz,
        )  # what "MST" says in summer depends on whose clock it is: Phoenix keeps it, Denver does not
        return
    sender = page.message.date.utcoffset() if page.message.date else None
    if zone.keys == UNKNOWN:
        yield from _of_unknown(own, page.owner.tz, sender, wall)
        return
    if zone.keys == ("sender",):
        # A Date in UTC may only be the server's: then the owner's own zone stands, too, alone where "at ours" may be a place.
        if sender or (sender is not None and speaks_of_time(zone, page.language)):
            yield offset_zone(sender), None
        if not sender or wall.replace(tzinfo=own).utcoffset() != sender:
            yield own, page.owner.tz
        return
    yield from _of_keys(zone.keys, own, page.owner.tz, sender, wall)


def _of_unknown(
    own: tzinfo, own_key: str, sender: timedelta | None, wall: datetime
) -> Iterator[tuple[tzinfo, str | None]]:
    """Yield two zones, since nobody can tell which is meant: the owner's, and the sender's or UTC."""
    here = wall.replace(tzinfo=own).utcoffset()
    yield own, own_key
    other = sender if sender != here else timedelta()
    yield offset_zone(other if other is not None and other != here else timedelta(hours=1)), None


def _of_keys(
    keys: Sequence[str], own: tzinfo, own_key: str, sender: timedelta | None, wall: datetime
) -> Iterator[tuple[tzinfo, str | None]]:
    zones = [(place, key) for key in keys if (place := load_zone(key)) is not None]
    if len(zones) > 1:
        mine = [
            (place, key)
            for place, key in zones
            if key == own_key or wall.replace(tzinfo=place).utcoffset() == wall.replace(tzinfo=own).utcoffset()
        ]
        theirs = [(place, key) for place, key in zones if sender and wall.replace(tzinfo=place).utcoffset() == sender]
        zones = mine[:1] or theirs[:1] or zones
    yield from zones
