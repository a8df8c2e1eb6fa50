"""Whether two times of day are the beginning and the end of one talk."""

from __future__ import annotations

import re

from bot.core.reading.company.clock_line import ClockLine
from bot.core.reading.company.halves import Hit, all_minutes

_ZONE_AFTER = re.compile(r"\s?\(?(?:[A-Z]{1,4}T|GMT|UTC|BST|MESZ?)\b")
_LONGEST_BARE = 4  # hours between two bare numbers that are a time and its end
_EARLIEST_PLAIN = 8  # "2 heures bis 3 heures" are lengths; "14 heures" and "9 heures" hardly ever are
_LATEST_BARE = 19
_MOVE_REACH = 45
_PLAIN = ("bare", "name")


def is_range(first: Hit, second: Hit, line: ClockLine) -> bool:
    """Return whether *first* and *second*, which follow one another, are a span of time."""
    if "same" in (first.kind, second.kind):
        return False
    ranges, gap = line.forms.ranges, line.folded[first.end : second.start]
    to, both = ranges.gap_to.fullmatch(gap), ranges.gap_and.fullmatch(gap)
    if first.kind in _PLAIN and second.kind in _PLAIN:
        return _bare_range(first, second, line, spans=bool(to or both))
    if both and ranges.between_before.search(line.before(first.start)):
        return True
    if not to:
        return False
    if second.kind in _PLAIN:
        return _ends_bare(first, second, line)
    if first.kind in _PLAIN:
        return _may_open(first, line, gap)
    short = all(hit.doubtful and hit.hour < _EARLIEST_PLAIN for hit in (first, second))
    return not short or line.is_led(first)


def _ends_bare(first: Hit, second: Hit, line: ClockLine) -> bool:
    """Return whether a bare number is the end of a time ("14:30-16", "3pm to 4")."""
    gap = line.folded[first.end : second.start]
    close = first.kind == "colon" and 0 < (second.hour - first.hour) % 12 * 60 - first.minute <= _LONGEST_BARE * 60
    led = close or second.half or line.forms.ranges.gap_to_word.fullmatch(gap)
    return bool(led) and (line.may_end_bare(second) or bool(_ZONE_AFTER.match(line.text, second.end)))


def _bare_range(first: Hit, second: Hit, line: ClockLine, *, spans: bool) -> bool:
    """Two bare hours are a range behind "from" or "at", or before a zone."""
    if not spans or second.hour > 23 or first.hour < 1:
        return False
    if first.half and second.half:
        return True
    before, signs = line.before(first.start), line.forms.signs
    if line.forms.ranges.from_before.search(before) or signs.lead.search(before):
        return line.may_end_bare(second) and second.hour >= 1
    named = line.follows_date(first)
    if named and _is_close(first, second) and line.may_end_bare(second):
        return True
    dash = line.folded[first.end : second.start].strip() in ("-", "\u2013")
    dated = named or bool(signs.dot_before.search(before))
    return dash and dated and second.hour <= _LATEST_BARE and bool(_ZONE_AFTER.match(line.text, second.end))


def _is_close(first: Hit, second: Hit) -> bool:
    """Return whether two hours of the day are as far apart as a talk lasts ("Wednesday 2 to 3", "Friday 11-1")."""
    return first.hour <= _LATEST_BARE and 1 <= (second.hour - first.hour) % 12 <= _LONGEST_BARE


def _may_open(first: Hit, line: ClockLine, gap: str) -> bool:
    """Return whether a bare number opens a range ("10 - 11 Uhr") and does not belong to the word before it ("Raum 3 - 10 Uhr")."""
    before = line.before(first.start)
    if not gap.startswith(" ") or not before.rstrip()[-1:].isalpha():
        return True
    return bool(line.forms.signs.loose_lead.search(before) or line.forms.signs.dot_before.search(before))


def is_move(first: Hit, second: Hit, line: ClockLine) -> bool:
    """Return whether "2:30 to 4pm" is a move from one time to another rather than a range."""
    word = line.forms.ranges.gap_to_word.fullmatch(line.folded[first.end : second.start])
    backwards = max(all_minutes(second)) < min(all_minutes(first))
    reach = first.start if backwards else _MOVE_REACH
    return bool(word and line.forms.ranges.moving.search(line.before(first.start, reach)))
