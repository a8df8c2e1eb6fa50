"""Which date and which zone a time of day belongs to: by standing beside it, above it, or being the only one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.reading.company.dates import DateMention
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.page import Sentence
from bot.core.reading.company.zones import ZoneMention

_TIGHT = re.compile(
    r"[\s,;:@|\u00b7\u2022\u22c5()\[\]\u2013\u2014/-]*(?:\b(?:at|from|on|the|around|this|next|starting"
    r"|kick-?off|beginning|is|of|morning|afternoon|evening|between)\b[\s,:(]*){0,3}",
    re.IGNORECASE,
)
_OLD_BEFORE = re.compile(
    r"\b(?:instead of|rather than|in place of|originally|previously|formerly|earlier|was|were|not|no longer"
    r"|from|replaces?|replacing|former|original|old|mentioned|planned|pencilled|penciled|floated|moved)\b[^,;]{0,30}$",
    re.IGNORECASE,
)
DEADLINE_BEFORE = re.compile(
    r"(?<!stop )(?<!come )(?<!drop )(?<!swing )(?<!pop )\b(?:by|before|no later than|not later than|until"
    r"|till|til|due|deadline|latest|closes?(?: on| at)?|expires?(?: on)?|ends?(?: on)?|valid (?:until|through)"
    r"|window:?|through|as of|since)[\s,:]{1,2}(?:(?:the|on|at|end of|close of business|cob|eod|\w+day)[\s,]{1,2}){0,3}$",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\b(?:mov|push|shift|slid|bump|chang|switch|swap|reschedul|instead|postpon|pull|put|brought|bring)\w*",
    re.IGNORECASE,
)
_HEADING_REACH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """A sentence with what was found in it."""

    sentence: Sentence
    index: int
    dates: tuple[DateMention, ...]
    clocks: tuple[ClockMention, ...]
    zones: tuple[ZoneMention, ...]
    quoted: bool


def date_for(
    clock: ClockMention, line: Scanned, lines: Sequence[Scanned], position: int
) -> tuple[DateMention | None, bool, bool]:
    """Return the date a time belongs to, whether they stand tightly together, and whether in one sentence."""
    text = line.sentence.text
    before = [d for d in line.dates if d.end <= clock.start]
    after = [d for d in line.dates if d.start >= clock.end]
    if before and _TIGHT.fullmatch(text[before[-1].end : clock.start]):
        return _pointing(before[-1], line, lines, position), True, True
    gap = text[clock.end : after[0].start] if after else ""
    if after and (_TIGHT.fullmatch(gap) or _TIGHT.fullmatch(_without_zone(gap, clock.end, line.zones))):
        return _pointing(after[0], line, lines, position), True, True
    if before:
        return _pointing(before[-1], line, lines, position), False, True
    if after and len(gap) < 60 and not any(clock.end < c.start < after[0].start for c in line.clocks):
        return after[0], False, True
    return _heading_date(lines, position), False, False


def _pointing(mention: DateMention, line: Scanned, lines: Sequence[Scanned], position: int) -> DateMention | None:
    """Return what "the same afternoon" points at: the last date named before it."""
    if not mention.same_day:
        return mention
    earlier = [d for d in line.dates if d.end <= mention.start and not d.same_day]
    return earlier[-1] if earlier else _heading_date(lines, position)


def _without_zone(gap: str, start: int, zones: Iterable[ZoneMention]) -> str:
    for zone in zones:
        if zone.start >= start and zone.end - start <= len(gap):
            gap = gap[: zone.start - start] + gap[zone.end - start :]
    return gap


def _heading_date(lines: Sequence[Scanned], position: int) -> DateMention | None:
    """Return the date that stands over a time: the nearest above (the subject last), else one on the next labelled line, else the only
    date of the mail that is to come."""
    for back in range(1, _HEADING_REACH + 1):
        if position - back < 0:
            break
        line = lines[position - back]
        usable = [
            d
            for d in line.dates
            if not d.span_of_days and d.readings and not d.same_day and not _is_old_or_deadline(line, d)
        ]
        if usable:
            return usable[-1] if line.sentence.label != "old" or lines[position].sentence.label == "old" else None
    following = lines[position + 1] if position + 1 < len(lines) else None
    if (
        following
        and following.dates
        and not following.clocks
        and following.sentence.paragraph == lines[position].sentence.paragraph
    ):
        return following.dates[0]
    return _only_date(lines)


def _only_date(lines: Sequence[Scanned]) -> DateMention | None:
    found = {}
    for line in lines:
        for mention in line.dates:
            if (
                mention.readings
                and mention.numbered
                and not mention.span_of_days
                and not _is_old_or_deadline(line, mention)
            ):
                found[mention.readings] = mention
    return next(iter(found.values())) if len(found) == 1 else None


def _is_old_or_deadline(line: Scanned, mention: DateMention) -> bool:
    before = line.sentence.text[max(0, mention.start - 40) : mention.start]
    return bool(DEADLINE_BEFORE.search(before) or is_old(line, mention.start, before))


def is_old(line: Scanned, start: int, before: str) -> bool:
    match = _OLD_BEFORE.search(before)
    if not match:
        return False
    word = match[0].split()[0].lower()
    if word in ("from", "moved", "planned"):
        return bool(MOVED.search(line.sentence.text[:start])) and bool(re.search(r"\bto\b", line.sentence.text[start:]))
    if word in ("was", "were", "earlier", "not", "mentioned") and len(match[0]) > 22:
        return word in ("earlier", "mentioned")
    return True


def overall_zone(lines: Sequence[Scanned]) -> ZoneMention | None:
    """Return the zone said of all times, else the only one named in so many words."""
    named = [zone for line in lines for zone in line.zones if zone.keys != ("",) and zone.keys != ("sender",)]
    for zone in named:
        if zone.for_all:
            return zone
    distinct = {(zone.keys, zone.offset) for zone in named}
    return named[0] if len(distinct) == 1 else None


def zone_for(
    clock: ClockMention,
    found: DateMention,
    line: Scanned,
    lines: Sequence[Scanned],
    position: int,
    overall: ZoneMention | None,
) -> ZoneMention | None:
    text = line.sentence.text
    for zone in line.zones:
        if zone.start >= clock.end and re.fullmatch(r"[\s,;(\[\u2013\u2014-]{0,4}", text[clock.end : zone.start]):
            return zone
    for zone in line.zones:
        if found in line.dates and found.start >= clock.end and 0 <= zone.start - found.end <= 4:
            return zone
    others = [zone for zone in line.zones if zone.keys != ("",)]
    clocks_between = [c for c in line.clocks if c is not clock]
    if len(others) == 1 and not any(
        0 <= others[0].start - c.end <= 4
        for c in clocks_between
        if c.start < others[0].start and c is not clock and _names_other(others[0], line)
    ):
        return others[0]
    if not line.zones:
        for near in (position + 1, position - 1):
            if (
                0 <= near < len(lines)
                and len(lines[near].zones) == 1
                and not lines[near].clocks
                and lines[near].sentence.paragraph == line.sentence.paragraph
            ):
                return lines[near].zones[0]
    return overall


def _names_other(zone: ZoneMention, line: Scanned) -> bool:
    """Return whether another zone ("your time") stands in the same sentence, so that this one is not for all of its times."""
    return any(other is not zone for other in line.zones)
