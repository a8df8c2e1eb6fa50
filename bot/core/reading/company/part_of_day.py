"""The half of the day of an hour that leaves it open, by what stands elsewhere ("Thursday evening. We start at 7", "see you at 6pm")."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.reading.company.cues import Language
from bot.core.reading.company.folding import fold
from bot.core.reading.company.pairing import Pair
from bot.core.reading.company.scanning import Scanned

_NOON = 12 * 60
_BEHIND = 24
_HOUR = 60

Options = tuple[tuple[int, int | None], ...]


def in_part_of_day(options: Options, pair: Pair, lines: Iterable[Scanned], language: Language) -> Options:
    """Return those of *options*, which are of both halves of the day, that lie in the one named beside the day of *pair* wherever *lines*,
    the subject and the new text, name it; all where none is, or both."""
    if len(options) < 2 or language.grammar is None:
        return options
    parts = language.grammar.clocks.parts
    near = [
        fold(line.sentence.text[mention.start : mention.end + _BEHIND])
        for line in lines
        for mention in line.dates
        if mention.readings == pair.date.readings
    ]
    early = any(parts.morning.search(text) for text in near)
    late = any(parts.afternoon.search(text) or parts.evening.search(text) for text in near)
    if early == late:
        return options
    return tuple(option for option in options if (option[0] >= _NOON) == late) or options


def in_half_told(options: Options, lines: Iterable[Scanned]) -> Options:
    """Return the one of *options*, which are of both halves of the day, that *lines*, all of the mail, tell elsewhere with its half, those
    of the mails before at least within an hour; all where neither or both are told so."""
    if len(options) < 2:
        return options
    told = [
        (begin, _HOUR if line.quoted else 0)
        for line in lines
        for clock in line.clocks
        if len(clock.options) == 1
        for begin, _ in clock.options
    ]
    found = tuple(option for option in options if any(abs(option[0] - begin) <= reach for begin, reach in told))
    return found if len(found) == 1 else options
