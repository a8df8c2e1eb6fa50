"""What was found in the texts of one mail, so that nothing is searched twice; it goes with the mail and is never shared between two."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from bot.core.reading.company.acts import Act
from bot.core.reading.company.senses import Line

if TYPE_CHECKING:
    from bot.core.reading.company.date_mention import DateMention
    from bot.core.reading.company.page import Sentence
    from bot.core.reading.company.people import Named
    from bot.core.reading.company.resolving import DateSetting
    from bot.core.reading.company.scanning import ScannedPage

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(slots=True, eq=False)
class Memo:
    """By text: its ``plain`` and ``flat`` form, its ``lines`` of meanings; by all sentences, the ``acts`` of each; by name and text:
    whether a cue of a section stands there (``cues``), where a pattern is ``found``, and whether one of those without accents is
    (``leads``). ``people``: by text and the words that are nobody's. ``dates``: by text and what they are resolved against. ``scans``:
    by subject and sentences, the dates and hours in them."""

    plain: dict[str, str] = field(default_factory=dict)
    flat: dict[str, str] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    acts: dict[tuple[str, ...], tuple[Mapping[Act, float], ...]] = field(default_factory=dict)
    cues: dict[tuple[str, str], bool] = field(default_factory=dict)
    found: dict[tuple[str, str], re.Match[str] | None] = field(default_factory=dict)
    leads: dict[tuple[str, str], bool] = field(default_factory=dict)
    people: dict[tuple[str, frozenset[str]], tuple[Named, ...]] = field(default_factory=dict)
    dates: dict[tuple[str, DateSetting], tuple[DateMention, ...]] = field(default_factory=dict)
    scans: dict[tuple[str, tuple[Sentence, ...]], ScannedPage] = field(default_factory=dict)


def remembered(table: dict[K, V] | None, key: K, make: Callable[[], V]) -> V:
    """Return what *table* holds under *key*, put there by *make* if it is asked for the first time; without a table always made."""
    if table is None:
        return make()
    if key not in table:
        table[key] = make()
    return table[key]
