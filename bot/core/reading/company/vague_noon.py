"""Noon as a part of the day beside the hour that is meant: "at midday, 12.30", "las doce y media del mediod\u00eda"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.core.reading.company.clock_line import ClockLine
from bot.core.reading.company.halves import Hit

_FIRST, _LAST = 11, 15
"""The hours that are called noon by people who eat late."""


def without_vague_noon(hits: Sequence[Hit], line: ClockLine) -> list[Hit]:
    """Return *hits* without a noon that only tells the part of the day of the hour right before or behind it."""
    vague = {
        id(noon)
        for first, second in pairwise(hits)
        for noon, hour in ((first, second), (second, first))
        if _is_noon(noon, line)
        and not _is_noon(hour, line)
        and _is_about_noon(hour)
        and _is_beside(first, second, line)
    }
    return [hit for hit in hits if id(hit) not in vague]


def _is_noon(hit: Hit, line: ClockLine) -> bool:
    return line.forms.signs.noon.fullmatch(line.folded, hit.start, hit.end) is not None


def _is_about_noon(hit: Hit) -> bool:
    return hit.half != "a" and hit.kind != "same" and (_FIRST <= hit.hour <= _LAST or 1 <= hit.hour <= _LAST - 12)


def _is_beside(first: Hit, second: Hit, line: ClockLine) -> bool:
    """Return whether only marks and words such as "at" or "of" stand between the two, and no word of a range."""
    gap = line.folded[first.end : second.start]
    if _is_noon(second, line):
        return bool(line.forms.signs.noon_of.fullmatch(gap))
    return not line.forms.ranges.gap_to.fullmatch(gap) and bool(line.forms.signs.noon_at.fullmatch(gap))
