"""Which zone a time of day is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.folding import fold
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.scanning import Scanned
from bot.core.reading.company.wording import flatten
from bot.core.reading.company.zones import ZoneMention

_MARKS = re.compile(r"[\s,;(\[\u2013\u2014-]{0,4}")
_SIGN = re.compile(r"[(/=\u2248]\s?(?:[^\W\d_]{1,4}\s|l')?$")
_SHORT_GAP = 24
_BEHIND_DATE = 6
_MOST_WORDS = 4
_FEW_WORDS = 6
_FEW_BESIDE = 3


def zone_of_all(lines: Sequence[Scanned], language: Language) -> ZoneMention | None:
    """Return the zone that *lines* say of all times ("all times are Brasília time"), in doubt where it may be of another list of times."""
    return next(
        (
            _in_doubt(zone)
            if language.pattern("zone_of_other").search(flatten(language, line.sentence.plain))
            else zone
            for line in lines
            for zone in line.zones
            if zone.for_all and zone.keys != ("",)
        ),
        None,
    )


def overall_zone(lines: Sequence[Scanned], language: Language) -> ZoneMention | None:
    """Return the zone said of all times, else the only one named in so many words; in doubt where no day or hour stands beside it in a
    sentence that may be of something else ("the team works on Pacific time")."""
    said = zone_of_all(lines, language)
    if said is not None:
        return said
    named = [(line, zone) for line in lines for zone in line.zones if zone.keys != ("",) and zone.keys != ("sender",)]
    if len({(zone.keys, zone.offset) for _, zone in named}) != 1:
        return None
    beside = any(line.clocks or line.dates or _is_note(line, zone) for line, zone in named)
    return named[0][1] if beside else _in_doubt(named[0][1])


def _in_doubt(zone: ZoneMention) -> ZoneMention:
    return replace(zone, doubtful=True)


def _is_note(line: Scanned, zone: ZoneMention) -> bool:
    """Return whether *line* is a label with its value, or but a few words beside the name of the *zone* ("Time zone: (GMT-05:00)
    Central Time (US & Canada)")."""
    text = line.sentence.text
    return bool(line.sentence.label) or len(text.split()) <= _FEW_WORDS or len(_beside(text, zone)) <= _FEW_BESIDE


def _beside(text: str, zone: ZoneMention) -> list[str]:
    """Return the words of *text* that are not of the name of *zone*."""
    return [*text[: zone.start].split(), *text[zone.end :].split()]


def zone_for(
    clock: ClockMention,
    found: DateMention,
    lines: Sequence[Scanned],
    position: int,
    overall: ZoneMention | None,
) -> ZoneMention | None:
    line = lines[position]
    for zone in line.zones:
        if found in line.dates and found.start >= clock.end and 0 <= zone.start - found.end <= 4:
            return zone
    if not line.zones and found not in line.dates and (heading := _zone_of_heading(found, lines)):
        return heading
    others = [zone for zone in line.zones if zone.keys != ("",)]
    if len(others) == 1 and not any(
        0 <= others[0].start - other.end <= 4
        for other in line.clocks
        if other.start < others[0].start
        and other is not clock
        and (_names_other(others[0], line) or _is_told_again(line, clock, other))
    ):
        return others[0]
    if not line.zones:
        return _zone_beside(lines, position) or overall
    return overall


def _zone_of_heading(found: DateMention, lines: Sequence[Scanned]) -> ZoneMention | None:
    """Return the zone right behind the date that stands over other lines ("Wednesday 11/4 (Eastern)"), where no hour stands beside it."""
    for line in (line for line in lines if any(mention is found for mention in line.dates) and not line.clocks):
        return next((zone for zone in line.zones if 0 <= zone.start - found.end <= _BEHIND_DATE), None)
    return None


def zone_behind(clock: ClockMention, line: Scanned, language: Language) -> ZoneMention | None:
    """Return the zone right behind a time, or behind the part of day that follows it ("1:30 in the afternoon over there")."""
    text = line.sentence.text
    behind = (
        (zone, text[clock.end : zone.start]) for zone in line.zones if zone.start > clock.start and zone.end > clock.end
    )
    found = next((zone for zone, gap in behind if _may_part(gap, language)), None)
    return _place_of(found, line) if found is not None and found.keys == ("sender",) else found


def _may_part(gap: str, language: Language) -> bool:
    """Return whether *gap* may part an hour from its zone: marks, a part of day, or words such as "over here, "."""
    if _MARKS.fullmatch(gap) or _is_part_of_day(gap, language):
        return True
    words = flatten(language, gap).strip(" ,(-\u2013\u2014") if len(gap) <= _SHORT_GAP else ""
    sides = ("clock_ours_behind", "clock_yours_behind")
    return bool(words) and any(language.pattern(side).fullmatch(words) for side in sides)


def _place_of(zone: ZoneMention, line: Scanned) -> ZoneMention:
    """Return the zone of the place that follows "our time" ("10 Uhr unserer Zeit (Chicago)"), else *zone* itself."""
    behind = (other for other in line.zones if other.start >= zone.end and other.keys not in {("",), zone.keys})
    text = line.sentence.text
    return next((other for other in behind if _MARKS.fullmatch(text[zone.end : other.start])), zone)


def _is_part_of_day(gap: str, language: Language) -> bool:
    if language.grammar is None or len(gap) > _SHORT_GAP or not gap.strip().replace(" ", "").isalpha():
        return False
    of_day = language.grammar.clocks.parts
    parts = (of_day.morning, of_day.afternoon, of_day.evening)
    return len(gap.split()) <= _MOST_WORDS and any(part.search(fold(gap)) for part in parts)


def _zone_beside(lines: Sequence[Scanned], position: int) -> ZoneMention | None:
    """Return the zone of the line below or above, where that names no time of its own ("Time zone: CET")."""
    for near in (position + 1, position - 1):
        if (
            0 <= near < len(lines)
            and len(lines[near].zones) == 1
            and not lines[near].clocks
            and (lines[near].dates or _is_note(lines[near], lines[near].zones[0]))
            and lines[near].sentence.paragraph == lines[position].sentence.paragraph
        ):
            return lines[near].zones[0]
    return None


def _is_told_again(line: Scanned, clock: ClockMention, other: ClockMention) -> bool:
    """Return whether a sign right before *other* says that it is *clock* told again, by its own zone alone ("at 15:30 (14:30 in Portugal)",
    "at 15:00 / 8 am CT")."""
    return other.start >= clock.end and _SIGN.search(line.sentence.text[clock.end : other.start]) is not None


def _names_other(zone: ZoneMention, line: Scanned) -> bool:
    """Return whether another zone ("your time") stands in the same sentence, so that this one is not for all of its times."""
    return any(other is not zone for other in line.zones)
