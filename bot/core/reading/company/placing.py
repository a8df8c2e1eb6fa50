"""The zones a time of day can be in."""

from __future__ import annotations

from collections.abc import Iterator
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

_LONGEST_ABBREVIATION = 4
_Place = tuple[tzinfo, str | None]


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
    sender = page.message.date.utcoffset() if page.message.date else None
    if zone.keys == UNKNOWN:
        yield from _of_unknown(own, page.owner.tz, sender, wall)
        return
    if zone.keys == ("sender",):
        yield from _of_author(page, zone, own, wall)
        return
    yield from _of_keys(page, zone, own, wall)


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


def _of_keys(page: Page, zone: ZoneMention, own: tzinfo, wall: datetime) -> Iterator[_Place]:
    """Yield what the name of a zone means: of several zones the owner's own, else the sender's; both where each has one of its own ("CST"
    in Chicago and in Shanghai), all where neither has."""
    named: list[_Place] = [(place, key) for key in zone.keys if (place := load_zone(key)) is not None]
    if zone.text == wall.replace(tzinfo=own).tzname() and page.owner.tz not in zone.keys:
        # What "MST" says in summer depends on whose clock it is: Phoenix keeps it, Denver does not.
        named.insert(0, (own, page.owner.tz))
    named = [(place, key) for place, key in named if _may_be_called(zone.text, place, wall)] or named
    if len(named) > 1:
        mine = [(place, key) for place, key in named if key == page.owner.tz or _agrees(zone.text, own, place, wall)]
        theirs = [(place, key) for place, key in named if _is_of_sender(page, place)]
        named = [*mine[:1], *theirs[:1]] or named
    yield from named


def _may_be_called(name: str, place: tzinfo, wall: datetime) -> bool:
    """Return whether people at *place* give their clock the *name* at the *wall* time: an abbreviation they have then, or that of winter,
    which many keep in summer ("EST"); never that of summer in winter ("IST" in Dublin)."""
    if not _is_abbreviation(name):
        return True
    names = [moment.replace(tzinfo=place).tzname() or "" for moment in (wall, wall.replace(month=1, day=1))]
    return name in names or not names[0].isalpha()


def _agrees(name: str, own: tzinfo, place: tzinfo, wall: datetime) -> bool:
    """Return whether the owner's clock shows the same as that of *place* and is called so, too, at some time of the year."""
    if wall.replace(tzinfo=place).utcoffset() != wall.replace(tzinfo=own).utcoffset():
        return False
    return not _is_abbreviation(name) or _may_be_called(name, own, wall)


def _is_of_sender(page: Page, place: tzinfo) -> bool:
    shown = page.message.date.utcoffset() if page.message.date else None
    return bool(shown) and page.sent_at is not None and page.sent_at.astimezone(place).utcoffset() == shown


def _is_abbreviation(name: str) -> bool:
    return name.isalpha() and name.isupper() and len(name) <= _LONGEST_ABBREVIATION
