"""The zones a time of day can be in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from bot.core.reading.company.author_zone import author_zones, told_zone
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
    if zone is not None and zone.doubtful:
        yield from find_places(page, replace(zone, doubtful=False), wall)
        yield own, page.owner.tz
        return
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
        yield from _of_author(page, zone, own, wall)
        return
    yield from _of_keys(zone.keys, own, page.owner.tz, sender, wall)


def _of_author(page: Page, zone: ZoneMention, own: tzinfo, wall: datetime) -> Iterator[tuple[tzinfo, str | None]]:
    """Yield the zones of the author; the owner's own, too, where nothing tells it, or where "at ours" may be a place."""
    told = told_zone(page, wall)
    if told is not None:
        yield told
        return
    found = author_zones(page, wall)
    yield from found
    named = speaks_of_time(zone, page.language)
    shown = page.message.date.utcoffset() if page.message.date else None
    if not found and shown is not None and named:
        yield offset_zone(shown), None  # A Date in UTC may only be the server's: then the owner's own zone stands, too.
    here = wall.replace(tzinfo=own).utcoffset()
    if not (found and named) and all(wall.replace(tzinfo=place).utcoffset() != here for place, _ in found):
        yield own, page.owner.tz


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
