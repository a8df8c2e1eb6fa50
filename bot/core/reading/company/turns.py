"""Lists of all who are heard on a day, a row each with a name and an hour: only the owner's own row is the talk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.reading.company.folding import fold
from bot.core.reading.company.halves import HourStyle
from bot.core.reading.company.hours import find_clocks
from bot.core.reading.company.moment import Moment
from bot.core.reading.company.page import Page
from bot.core.reading.company.wording import finds

_FEWEST = 3
_MOST_ROWS = 60
_LONGEST_ROW = 110
_MOST_WORDS = 8
_MOST_INITIALS = 4
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Row:
    """``words``: what stands beside the hour, folded; ``minutes``: what the hour can be, of the day. ``named``: two words or more
    that are written as names are, or initials."""

    words: tuple[str, ...]
    minutes: frozenset[int]
    named: bool


def own_turn(page: Page, groups: Sequence[list[Moment]]) -> list[list[Moment]] | None:
    """Return those of *groups* at the hour of the owner's row, where the new text lists names with their hours; all where it lists none;
    None where it lists the turns of several and none is the owner's."""
    rows = list(_rows(page)) if len(groups) > 1 else []
    if len(rows) < _FEWEST or sum(row.named for row in rows) < _FEWEST:
        return list(groups)
    own = [row for row in rows if _is_owner(page, row)]
    hours = {minute for row in own for minute in row.minutes}
    kept = [g for g in groups if any(m.starts[0].hour * 60 + m.starts[0].minute in hours for m in g)]
    if len(own) == 1 and kept:
        return kept
    if any(m.end for group in groups for m in group):
        return list(groups)  # a programme of the owner's own: turns are told by when they begin
    told = any(finds(page.language, "in_turn", sentence.plain) for sentence in page.sentences)
    return None if told else list(groups)


def _rows(page: Page) -> Iterator[Row]:
    """Yield the lines that hold one hour and few words, up to the quoted text."""
    for text in page.text.split("\n")[:_MOST_ROWS]:
        if text.startswith(">") or len(text) > _LONGEST_ROW:
            continue
        clocks = find_clocks(text, page.language, (), HourStyle())
        rest = text[: clocks[0].start] + " " + text[clocks[0].end :] if len(clocks) == 1 else ""
        words = _WORD.findall(rest)
        if 0 < len(words) <= _MOST_WORDS:
            minutes = frozenset(begin for begin, _ in clocks[0].options)
            full = len(words) > 1 and all(word[0].isupper() for word in words if len(word) > _FEWEST)
            named = full or len("".join(words)) < _MOST_INITIALS
            yield Row(tuple(fold(word) for word in words), minutes, named)


def _is_owner(page: Page, row: Row) -> bool:
    """Return whether *row* holds the first and the last of the owner's names, or nothing but the initials."""
    names = [fold(word) for word in _WORD.findall(page.owner.name)]
    if len(names) < 2:
        return bool(names) and names[0] in row.words
    letters = "".join(row.words)
    initials = names[0][0] + names[-1][0]
    return {names[0], names[-1]} <= set(row.words) or (len(letters) < _MOST_INITIALS and letters == initials)
