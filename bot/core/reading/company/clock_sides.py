"""By whose clock an hour is told: the author's ("for us"), the owner's ("for you"), or that of a third one."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.core.reading.company.cues import Language
from bot.core.reading.company.folding import fold
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.scanning import Scanned
from bot.core.reading.company.wording import flatten, read_before

_CLAUSE_END = re.compile(r"[.;!?]\s|\s[\u2013\u2014-]\s")
_REACH = 60
_LEADS = " ,("


class Side(StrEnum):
    """Whose clock it is. ``NONE``: nobody's is told."""

    OURS = "ours"
    YOURS = "yours"
    THIRD = "third"
    NONE = "none"


def tell_side(line: Scanned, clock: ClockMention, language: Language) -> Side:
    """Return by whose clock the words right before or behind *clock* tell it."""
    number = line.clocks.index(clock)
    start = _free_from(line, number, language)
    before = _before(line, start, clock, language)
    return before if before is not Side.NONE else _behind(line, clock, language)[0]


def tells_again(line: Scanned, clock: ClockMention, language: Language) -> bool:
    """Return whether words or signs right before *clock* say that it is the hour before it, told once more ("that is", "=", "(")."""
    number = line.clocks.index(clock)
    begin = line.clocks[number - 1].end if number else 0
    gap = _undated(line, begin, clock.start)
    if number and re.search(r"[=\u2248~]\s?\w{0,3}\s?$", gap):
        return True
    return bool(language.pattern("clock_told_again").search(read_before(language, gap)))


def _free_from(line: Scanned, number: int, language: Language) -> int:
    """Return where the words before the clock *number* begin that are not of the clock before it."""
    if not number:
        return 0
    former = line.clocks[number - 1]
    if _before(line, _free_from(line, number - 1, language), former, language) is not Side.NONE:
        return former.end
    return _behind(line, former, language)[1]


def _before(line: Scanned, start: int, clock: ClockMention, language: Language) -> Side:
    lead = _CLAUSE_END.split(_undated(line, start, clock.start))[-1]
    flat = read_before(language, lead)
    for name, side in (("clock_yours_before", Side.YOURS), ("clock_ours_before", Side.OURS)):
        if language.pattern(name).search(flat):
            return side
    return Side.NONE


def _undated(line: Scanned, start: int, end: int) -> str:
    """Return the words from *start* up to an hour at *end* without the day told with it ("for you that is Wednesday, 3 June, 8 a.m.")."""
    text, place = "", start
    for mention in sorted(line.dates, key=lambda one: one.start):
        if place <= mention.start and mention.end <= end:
            text += line.sentence.text[place : mention.start].rstrip(" ,(") + " "
            rest = line.sentence.text[mention.end : end]
            place = end - len(rest.lstrip(" ,.\n"))
    return text + line.sentence.text[place:end]


def _behind(line: Scanned, clock: ClockMention, language: Language) -> tuple[Side, int]:
    """Return the side that the words right behind *clock* tell, and where they end."""
    text = line.sentence.text
    rest = text[clock.end : clock.end + _REACH]
    rest = _behind_part_of_day(rest, language)
    if rest[:2].lstrip().startswith("(") and any(char.isdigit() for char in rest.partition(")")[0]):
        return Side.NONE, clock.end
    flat = flatten(language, rest).lstrip(_LEADS if "," not in rest[:2] else " ")
    for name, side in (
        ("clock_yours_behind", Side.YOURS),
        ("clock_ours_behind", Side.OURS),
        ("clock_thirds_behind", Side.THIRD),
    ):
        match = language.pattern(name).match(flat)
        if match:
            return side, min(len(text), text.find(rest, clock.end) + match.end() + len(rest) - len(rest.lstrip(_LEADS)))
    named = language.pattern("clock_for").match(flat)
    if named and rest.lstrip(_LEADS)[named.end() :].lstrip()[:1].isupper():
        return Side.THIRD, clock.end
    return Side.NONE, clock.end


def _behind_part_of_day(rest: str, language: Language) -> str:
    """Return *rest* without the part of day that it opens with ("in the afternoon for you")."""
    if language.grammar is None:
        return rest
    parts = language.grammar.clocks.parts
    begun = rest.lstrip()
    for part in (parts.morning, parts.afternoon, parts.evening):
        match = part.match(fold(begun))
        if match:
            return begun[match.end() :]
    return rest
