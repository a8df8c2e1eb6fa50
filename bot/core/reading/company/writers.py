"""Who wrote each sentence of the mails below or in a mail, and so whose clock "my time" means there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.reading.company.page import Page
from bot.core.reading.company.zones import UNKNOWN, ZoneMention

_OWN, _SENDER = ("",), ("sender",)
_TURNED: dict[tuple[str, ...], tuple[str, ...]] = {_OWN: _SENDER, _SENDER: _OWN}
_Zones = tuple[ZoneMention, ...]


def zones_below(page: Page, zones: Sequence[_Zones]) -> list[_Zones]:
    """Return the *zones* of each quoted sentence; where the owner wrote it, "my time" is the owner's and "your time" the sender's."""
    own = {number for mail in page.below if is_by_owner(page, mail.heading) for number in mail.sentences}
    return [tuple(_turned(here)) if number in own else here for number, here in enumerate(zones)]


def _turned(zones: _Zones) -> Iterator[ZoneMention]:
    for zone in zones:
        yield replace(zone, keys=_TURNED.get(zone.keys, zone.keys))


def is_by_owner(page: Page, heading: str) -> bool:
    """Return whether *heading* names the owner, and before the sender: header lines name first who wrote and then who got the mail."""
    text, sender = heading.lower(), page.message.sender
    mine = _first(text, [*page.owner.addresses, page.owner.name.lower()])
    theirs = _first(text, [sender.email, (sender.name or "").lower()] if sender else [])
    return mine is not None and (theirs is None or mine < theirs)


def _first(text: str, names: Sequence[str]) -> int | None:
    return min((text.find(name) for name in names if name and name in text), default=None)


def zones_passed_on(page: Page, zones: Sequence[_Zones]) -> list[_Zones]:
    """Return the *zones* of each sentence of the new text; in a mail passed on from another house, "our time" is of the zone that the
    sender names above it, else of one that nobody can tell."""
    if not page.passed_on or _is_one_house(page):
        return list(zones)
    above = zones[: page.passed_on_from]
    named = {(zone.keys, zone.offset): zone for here in above for zone in here if zone.keys not in _TURNED}
    told = next(iter(named.values())) if len(named) == 1 else None
    return [*above, *(tuple(_as_told(here, told)) for here in zones[page.passed_on_from :])]


def _as_told(zones: _Zones, told: ZoneMention | None) -> Iterator[ZoneMention]:
    for zone in zones:
        if zone.keys != _SENDER:
            yield zone
        elif told is not None:
            yield replace(zone, keys=told.keys, offset=told.offset, text=told.text)
        else:
            yield replace(zone, keys=UNKNOWN)


def _is_one_house(page: Page) -> bool:
    sender, author = page.message.sender, page.author
    return sender is None or author is None or sender.email.rpartition("@")[2] == author.email.rpartition("@")[2]
