"""Whether a number or a word is a time of day by itself, outside of any range."""

from __future__ import annotations

import re

from bot.core.reading.company.clock_line import ClockLine
from bot.core.reading.company.halves import Hit

_EARLIEST_ALONE = 5  # "7h30" on a line of its own
_EARLIEST_PLAIN = 8  # "2 heures" alone is a length; "14 heures" and "9 heures" hardly ever are
_EARLIEST_HALF = 4
_LATEST_BARE, _LATEST = 19, 23
_REACH = 30
_MARK_BEFORE = re.compile(r"[,:(\u2013-]\s$")
_MARK_BEHIND = re.compile(r"\s?(?:$|[,;)!?]|\.(?:\s|$))")
_ENDS = re.compile(r"\s?(?:$|[,.;!?)\u2013\u2014-](?!\d))")
_YEARS = re.compile(r"19|20")
_REACH_BEHIND = 20
_LONGEST_OPENING = 120
_FIRST_HOUR, _FIRST_NAMED = 1, 2  # "one is fine" is any of them
_CLAUSE = re.compile(r"[,;:.!?()\u2013\u2014]|\s-\s")


def stands_alone(hit: Hit, line: ClockLine) -> bool:
    """Return whether *hit* can only be a time of day where it stands."""
    if hit.kind in ("same", "meridiem") or line.forms.signs.same_before.search(line.before(hit.start, _REACH)):
        return True
    if hit.kind in ("dot", "bare", "name") and line.forms.signs.numbered_before.search(line.before(hit.start)):
        return False
    if hit.kind in ("bare", "name") and (_is_agreed_to(hit, line) or _is_told_with_day(hit, line)):
        return True
    if hit.doubtful or hit.kind == "name":
        return _word_stands(hit, line)
    if hit.kind == "dot":
        return _dot_stands(hit, line)
    if hit.kind == "bare":
        return _bare_stands(hit, line)
    if hit.kind == "figures":
        led = line.forms.signs.figures_lead.search(line.before(hit.start)) or _is_beside_date(hit, line)
        return bool(led) and line.may_end_bare(hit)
    return True


def _is_told_with_day(hit: Hit, line: ClockLine) -> bool:
    """Return whether a mere number stands with a day as only an hour does: behind it and "at", whatever follows but what it may count
    ("Samstag um neun klingeln Sie bitte"); as the first word of a clause before it, or behind "for" ("Ten on Friday then", "be there for 8
    on Saturday"); as a word right behind it, or in digits behind one that has a number itself ("Friday, seven", "Monday 3 August, 11")."""
    if not _FIRST_NAMED <= hit.hour <= _LATEST_BARE or line.forms.signs.counted_behind.match(line.folded, hit.end):
        return False
    if line.follows_led_date(hit):
        return line.may_end_bare(hit) or line.counts_nothing(hit)
    if line.precedes_date(hit):
        before = line.before(hit.start)
        return not _CLAUSE.split(before)[-1].strip() or line.forms.signs.loose_lead.search(before) is not None
    return line.follows_date(hit, numbered=hit.kind == "bare") and _ENDS.match(line.folded, hit.end) is not None


def _is_beside_date(hit: Hit, line: ClockLine) -> bool:
    """Return whether four figures stand beside a day, and behind one with its number are no year ("rue du 8 mai 1945")."""
    if _YEARS.match(line.folded, hit.start) and line.follows_date(hit, numbered=True):
        return False
    return line.follows_date(hit) or line.precedes_date(hit)


def _is_agreed_to(hit: Hit, line: ClockLine) -> bool:
    """Return whether a mere number is what a clause agrees to, or asks for ("10 suits us", "yes, 3 is fine", "would 3 be possible",
    "let's do 3")."""
    least = _FIRST_HOUR if hit.kind == "bare" else _FIRST_NAMED
    if not least <= hit.hour <= _LATEST_BARE or line.forms.signs.counted_behind.match(line.folded, hit.end):
        return False
    before, signs = line.folded[max(0, hit.start - _LONGEST_OPENING) : hit.start], line.forms.signs
    opens = signs.agreed_opening.fullmatch(_CLAUSE.split(before)[-1])
    if opens and signs.agreed_behind.match(line.folded, hit.end):
        return True
    return bool(signs.agreed_lead.search(before[-_REACH:])) and line.may_end_bare(hit)


def _dot_stands(hit: Hit, line: ClockLine) -> bool:
    """Return whether "10.30" without a sign of hours is a time: where a language has such signs, only behind "at" or a date."""
    before = line.before(hit.start)
    if not before.strip() or line.forms.signs.loose_lead.search(before):
        return True
    if _names_the_talk(hit, line):
        return True
    if line.forms.signs.points_are_usual and (
        line.forms.signs.dot_before.search(before) or line.forms.signs.dot_behind.match(line.folded, hit.end)
    ):
        return True
    return line.follows_date(hit, ".") or line.precedes_date(hit) or _stands_apart(hit, line)


def _names_the_talk(hit: Hit, line: ClockLine) -> bool:
    """Return whether "4.30" stands for a talk in a sentence with a day ("the 4.30 with him tomorrow", "your 10.15 slot on Monday")."""
    signs = line.forms.signs
    named = signs.name_before.search(line.before(hit.start)) and signs.name_behind.match(line.folded, hit.end)
    return bool(named and line.dates) and hit.minute % 5 == 0 and hit.hour <= _LATEST_BARE


def _stands_apart(hit: Hit, line: ClockLine) -> bool:
    """Return whether "10.15" stands between marks in a sentence with a day, and can be no price and no chapter ("see you on Friday for
    the interview, 10.15")."""
    plain = _EARLIEST_PLAIN - 1 <= hit.hour <= _LATEST_BARE and hit.minute % 5 == 0
    marks = _MARK_BEFORE.search(line.before(hit.start)) and _MARK_BEHIND.match(line.folded, hit.end)
    return bool(plain and marks and line.dates)


def _word_stands(hit: Hit, line: ClockLine) -> bool:
    """Return whether "drei Uhr", "2h", "deux heures" or "half ten" is an hour and no length."""
    if hit.kind == "name" and line.forms.ranges.gap_to_word.match(line.folded, hit.end):
        return False
    if line.is_led(hit, opens_range=False):
        return hit.kind != "name" or line.may_end_bare(hit)
    if hit.kind == "name":
        return False
    counted = line.forms.signs.counted_behind.match(line.folded, hit.end)
    if _is_halved(hit, line) or (hit.kind == "word" and not (hit.with_unit or counted) and line.follows_date(hit)):
        return True
    if hit.minute and line.precedes_date(hit):
        return True  # "set for 10h30 on Wednesday"
    before = line.before(hit.start, _REACH)
    if line.forms.signs.length_before.search(before) or line.forms.signs.length_behind.match(line.folded, hit.end):
        return False
    if hit.with_unit and line.forms.signs.plain_lengths.fullmatch(line.folded[hit.start : hit.end]):
        return False
    if hit.with_unit:
        alone = hit.hour >= _EARLIEST_ALONE and hit.minute > 0 and not before.strip()
        if alone or hit.hour >= _EARLIEST_PLAIN or line.forms.ranges.until_before.search(before):
            return True
        half = hit.hour >= _EARLIEST_HALF and hit.minute > 0  # "mardi cinq heures et demie"
        at_once = hit.hour >= _EARLIEST_ALONE and line.folded[: hit.start].endswith(" ")  # "donderdag zes uur"
        return line.follows_date(hit) and (half or at_once or _is_on_part_of_day(before, line))
    return line.may_end_bare(hit)


def _is_halved(hit: Hit, line: ClockLine) -> bool:
    """Return whether *hit* opens with such words as "halb" or "ten past", which make an hour of the number behind them before anything
    that is not counted ("auf halb elf ausweichen")."""
    return hit.counted_on and not line.forms.signs.counted_behind.match(line.folded, hit.end)


def _is_on_part_of_day(before: str, line: ClockLine) -> bool:
    """Return whether the words *before* name a part of the day ("Tuesday evening 19 May, seven hours")."""
    parts = (line.forms.parts.morning, line.forms.parts.afternoon, line.forms.parts.evening)
    return any(part.search(before) for part in parts)


def _bare_stands(hit: Hit, line: ClockLine) -> bool:
    before = line.before(hit.start)
    led = line.forms.signs.lead.search(before) and not line.forms.signs.length_before.search(before)
    if not led and 1 <= hit.hour <= 12 and _names_part_of_day(hit, line):
        return True
    if hit.half and (not before.strip() or line.follows_date(hit)):
        return line.may_end_bare(hit)  # "2p" alone in its line
    latest = _LATEST if line.forms.signs.sure_lead.search(before) else _LATEST_BARE
    return bool(led) and 1 <= hit.hour <= latest and line.may_end_bare(hit)


def _names_part_of_day(hit: Hit, line: ClockLine) -> bool:
    """Return whether words such as "in the afternoon" ("de la tarde") follow, which make a bare number an hour."""
    behind = line.folded[hit.end : hit.end + _REACH_BEHIND].lstrip(" ,")
    parts = (line.forms.parts.morning, line.forms.parts.afternoon, line.forms.parts.evening)
    return any(" " in found[0].strip() for part in parts if (found := part.match(behind)))
