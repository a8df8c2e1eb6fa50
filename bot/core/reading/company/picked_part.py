"""The part of the day beside a day of the new text ("Tuesday, the afternoon one"), which picks among the hours that were proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.folding import fold
from bot.core.reading.company.moment import Moment
from bot.core.reading.company.naming import agrees, doubts
from bot.core.reading.company.page import Page
from bot.core.reading.company.scanning import Scanned, new_lines

_NOON = 12
_REACH = 44
_MOST_BETWEEN = 5
_END = re.compile(r"[.;!?:]\s")


def pick_by_part(page: Page, proposed: Sequence[Moment]) -> Moment | None:
    """Return the only one of the *proposed* moments that lies on a day that the new text names, in the part of it that is named beside it;
    None where there is none, or several."""
    found = {m.starts for day, late in told_parts(page) for m in proposed if _lies_in(m, day, late=late)}
    return next(m for m in proposed if m.starts in found) if len(found) == 1 else None


def told_parts(page: Page) -> Iterator[tuple[date, bool]]:
    """Yield each day of the new text with a part of it, True for one behind noon, in a sentence that tells no hour and denies nothing."""
    for line in new_lines(page):
        if line.clocks or doubts(page, line):
            continue
        for mention in line.dates:
            late = _part_beside(page, line, mention)
            if late is not None and len(mention.readings) == 1 and not mention.span_of_days:
                yield mention.readings[0], late


def agreed_parts(page: Page) -> list[bool]:
    """Return the parts of the day, True for one behind noon, that sentences of the new text agree to which name no day and no hour ("the
    afternoon works better")."""
    grammar = page.language.grammar
    if grammar is None:
        return []
    parts = grammar.clocks.parts
    found = set()
    for line in new_lines(page):
        text = fold(line.sentence.text)
        early, late = _named(parts.morning, text, page), _named(parts.afternoon, text, page)
        if early is not late and not (line.dates or line.clocks) and agrees(page, line):
            found.add(late)
    return sorted(found)


def _named(part: re.Pattern[str], text: str, page: Page) -> bool:
    """Return whether a word of *part* stands in *text* other than in a greeting ("good morning", "goedemiddag")."""
    wishes = tuple(page.language.word_set("wished_well"))
    return any(
        not found[0].startswith(wishes) and (text[: found.start()].split() or [""])[-1] not in wishes
        for found in part.finditer(text)
    )


def _lies_in(moment: Moment, day: date, *, late: bool) -> bool:
    start = moment.starts[0]
    return start.date() == day and (start.hour >= _NOON) is late


def _part_beside(page: Page, line: Scanned, mention: DateMention) -> bool | None:
    """Return whether the one part of the day in *mention*, or a few words behind it, is behind noon; None where none or both are named."""
    grammar = page.language.grammar
    if grammar is None:
        return None
    parts = grammar.clocks.parts
    rest = _END.split(line.sentence.text[mention.start : mention.end + _REACH])[0]
    near = fold(" ".join(rest.split(" ")[: _words(line, mention) + _MOST_BETWEEN]))
    early = parts.morning.search(near) is not None
    late = parts.afternoon.search(near) is not None or parts.evening.search(near) is not None
    return late if early is not late else None


def _words(line: Scanned, mention: DateMention) -> int:
    return len(line.sentence.text[mention.start : mention.end].split(" "))
