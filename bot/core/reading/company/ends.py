"""The end of a talk that is told apart from its beginning ("we have till 9.15")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.reading.company.cues import Language
from bot.core.reading.company.hours import ClockMention, find_clocks, may_hold_clock
from bot.core.reading.company.moment import Moment
from bot.core.reading.company.page import Page
from bot.core.reading.company.scanning import Scanned, page_hour_style
from bot.core.reading.company.wording import finds, flatten

_LONGEST_TALK = timedelta(hours=8)


def with_open_end(moment: Moment, line: Scanned, clock: ClockMention) -> Moment:
    """Give the moment the end that "till 9.15" states in the same sentence or one next to it (see `find_open_ends`)."""
    for other in line.clocks:
        if other.open_start and other.options and moment.end is None and other.start > clock.end:
            return replace(moment, end=end_at(moment.starts[0], [minutes for minutes, _ in other.options]))
    return moment


def end_at(start: datetime, minutes: Sequence[int]) -> datetime | None:
    """Return the first of the times of day *minutes* (or twelve hours later) that follows *start* within eight hours."""
    for minute in sorted({*minutes, *((m + 720) % 1440 for m in minutes)}):
        end = start.replace(hour=minute // 60 % 24, minute=minute % 60)
        if timedelta() < end - start <= _LONGEST_TALK:
            return end
    return None


def find_open_ends(page: Page) -> tuple[int, ...]:
    """Return the times of day that the new text names only as an end ("we have till 9.15"), in minutes."""
    found: list[int] = []
    style = page_hour_style(page)
    for sentence in page.sentences:
        until = finds(page.language, "until", sentence.text)
        if until or may_hold_clock(sentence.text, page.language):
            clocks = find_clocks(sentence.text, page.language, (), style)
            ends = [clock for clock in clocks if clock.open_start or _is_told_end(clock, sentence.text, page.language)]
            found += [minutes for clock in ends for minutes, _ in clock.options]
        if until:
            bare = page.language.pattern("until_bare").finditer(flatten(page.language, sentence.text))
            found += [int(match["n"]) * 60 for match in bare]
    return tuple(found)


def _is_told_end(clock: ClockMention, text: str, language: Language) -> bool:
    """Return whether words beside a time of day say that the talk is over by then ("done by 10.15", "Gegen 10 Uhr sind wir durch")."""
    before, after = flatten(language, text[: clock.start]).rstrip(), flatten(language, text[clock.end :])
    return bool(language.pattern("ended_before").search(before) or language.pattern("ended_after").search(after))
