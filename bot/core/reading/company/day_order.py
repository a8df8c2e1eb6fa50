"""Whether an author writes the day before the month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.core.reading.company.cues import Language
from bot.core.reading.company.page import Page
from bot.core.reading.company.zones import find_zones

_SLASHED = re.compile(r"(?<![\w/.])(\d{1,2})/(\d{1,2})(?:/(?:20)?\d\d)?(?![\w/])")
_MONTHS = 12
_MONTH_FIRST = (
    "New_York",
    "Chicago",
    "Denver",
    "Los_Angeles",
    "Phoenix",
    "Anchorage",
    "Detroit",
    "Boise",
    "Honolulu",
    "Indianapolis",
)


def page_day_order(page: Page) -> bool | None:
    """Return whether the author of *page* writes the day first, None where nobody can tell."""
    texts = (page.text, page.subject)
    return tell_day_order(texts, page.language, _hints(page, texts))


def tell_day_order(texts: Sequence[str], language: Language, hints: Sequence[bool]) -> bool | None:
    """Return whether this author writes the day first: by a date that admits one order only, else by the language where it always does,
    else by *hints* if they agree."""
    for first, second in _slashed(texts):
        if (first > _MONTHS) != (second > _MONTHS) and max(first, second) <= 31 and min(first, second) > 0:
            return first > _MONTHS
    if language.day_first:
        return True
    return hints[0] if hints and all(hint == hints[0] for hint in hints) else None


def _slashed(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    return ((int(match[1]), int(match[2])) for text in texts for match in _SLASHED.finditer(text))


def _hints(page: Page, texts: Sequence[str]) -> list[bool]:
    """Return for each sign of where the author writes whether the day stands first there: the owner's zone, the offset of the mail, the
    zones that it names. Where the mail was sent from one of those, the author sits there, wherever the owner does."""
    if page.language.day_first:
        return [True]
    owners = [_day_first_in(page.owner.tz)] if "/" in page.owner.tz else []
    offset = page.message.date.utcoffset() if page.message.date else None
    sent = [not timedelta(hours=-10) <= offset <= timedelta(hours=-4)] if offset else []
    ambiguous = any(first != second and max(first, second) <= _MONTHS for first, second in _slashed(texts))
    named = _named_orders(page) if ambiguous else set()
    return sent if named.intersection(sent) else [*owners, *sent, *(named if len(named) == 1 else ())]


def _named_orders(page: Page) -> set[bool]:
    """Return the orders of the places whose clocks the new text names."""
    zones = (zone for sentence in page.sentences for zone in find_zones(sentence.text, page.language))
    return {_day_first_in(key) for zone in zones for key in zone.keys if "/" in key}


def _day_first_in(key: str) -> bool:
    return not key.endswith(_MONTH_FIRST)
