"""The zone in which the author of a mail sits: told by its distance, by the place in the signature, or by the offset of the Date field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, tzinfo

from bot.core.reading.company.page import Page
from bot.core.reading.company.wording import count_of, flatten
from bot.core.reading.company.zones import find_place, known_keys, load_zone, offset_zone, owner_zone

_PARTS = re.compile(r"[,|\u00b7\u2022/;()\u2013\u2014]|\s-\s|\s{2,}")
_CODE = re.compile(r"^[\s\W]*(?:[A-Z]{1,2}-?)?\d{3,6}\s+|\s+\d{4,6}$")
_SERVERS = frozenset({timedelta(hours=-7), timedelta(hours=-8)})
"""What the servers of a large mail service write where the author's own clock is not known."""
_FURTHEST = 14
_DIFFERENCES = (("clock_we_ahead", 1), ("clock_you_behind", 1), ("clock_we_behind", -1), ("clock_you_ahead", -1))
Place = tuple[tzinfo, str | None]


def author_zones(page: Page, wall: datetime) -> tuple[Place, ...]:
    """Return the zones the author can sit in at the naive *wall* time, the likelier first; none where nothing tells."""
    told = told_zone(page, wall)
    if told is not None:
        return (told,)
    own, shown = owner_zone(page.owner.tz), _shown_offset(page)
    if shown is None:
        return ()
    differing = _by_difference(page, wall) if _offset_at(own, page.sent_at) != shown else None
    return (*_of_offset(page, own, shown, wall), *([differing] if differing else ()))


def told_zone(page: Page, wall: datetime) -> Place | None:
    """Return the zone of the author that the words tell: by how much it differs from the owner's, or the place in the signature, if the
    Date field does not contradict it."""
    shown = _shown_offset(page)
    differing = _by_difference(page, wall)
    if differing is not None and shown in (None, wall.replace(tzinfo=differing[0]).utcoffset()):
        return differing
    places = [place for place in _signed_places(page) if shown is None or _offset_at(place[0], page.sent_at) == shown]
    return places[0] if len({wall.replace(tzinfo=zone).utcoffset() for zone, _ in places}) == 1 else None


def _by_difference(page: Page, wall: datetime) -> Place | None:
    ahead = told_difference(page)
    if ahead is None:
        return None
    here = wall.replace(tzinfo=owner_zone(page.owner.tz)).utcoffset() or timedelta()
    return offset_zone(here + ahead), None


def told_difference(page: Page) -> timedelta | None:
    """Return by how much the author's clock is before the owner's, where the new text says so ("we are an hour ahead of you")."""
    found = {
        timedelta(hours=sign * count)
        for sentence in page.sentences
        for name, sign in _DIFFERENCES
        if (match := page.language.pattern(name).search(flatten(page.language, sentence.plain)))
        and (count := count_of(page.language, match["n"] or "") or 0)
        and count <= _FURTHEST
    }
    return found.pop() if len(found) == 1 else None


def _shown_offset(page: Page) -> timedelta | None:
    """Return the offset of the Date field where it is the author's own: a server often writes UTC."""
    shown = page.message.date.utcoffset() if page.message.date else None
    return shown if shown and shown not in _SERVERS else None


def _signed_places(page: Page) -> Iterator[Place]:
    """Yield the zones of the places that stand by themselves in the lines of the signature ("Hospital Austral, Punta Arenas")."""
    for line in page.signature:
        for part in _PARTS.split(line):
            for key in find_place(_CODE.sub("", part).strip(" .*_"), page.language):
                zone = load_zone(key)
                if zone is not None:
                    yield zone, key


def _of_offset(page: Page, own: tzinfo, shown: timedelta, wall: datetime) -> Iterator[Place]:
    """Yield a zone for each offset that those have at *wall* that had the offset *shown* when the mail was sent."""
    if _offset_at(own, page.sent_at) == shown:
        yield own, page.owner.tz
        return
    offsets = dict.fromkeys([shown])
    if page.sent_at is not None and wall.date() > page.sent_at.date():
        offsets = _offsets_then(known_keys(page.language), shown, page.sent_at, wall) or offsets
    for offset in offsets:
        yield offset_zone(offset), None


def _offsets_then(keys: Sequence[str], shown: timedelta, sent: datetime, wall: datetime) -> dict[timedelta, None]:
    """Return the offsets at *wall* of those of the zones *keys* that had the offset *shown* when the mail was *sent*."""
    zones = (zone for key in keys if (zone := load_zone(key)) is not None and _offset_at(zone, sent) == shown)
    later = (wall.replace(tzinfo=zone).utcoffset() for zone in zones)
    return dict.fromkeys(offset for offset in later if offset is not None)


def _offset_at(zone: tzinfo, moment: datetime | None) -> timedelta | None:
    return moment.astimezone(zone).utcoffset() if moment is not None else None
