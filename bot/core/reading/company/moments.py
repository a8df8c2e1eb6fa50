"""Every moment a mail names: date, time of day and zone put together, with what the words around it make of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from bot.core.reading.company.agreement import read_agreement
from bot.core.reading.company.choices import find_listed_choices
from bot.core.reading.company.corrected import settle_corrections
from bot.core.reading.company.given_up import settle_given_up
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.moment import Moment
from bot.core.reading.company.moment_building import build_moment
from bot.core.reading.company.page import Page
from bot.core.reading.company.pairing import Pair, pair_clock, pair_with_day
from bot.core.reading.company.part_of_day import in_half_told, in_part_of_day
from bot.core.reading.company.programme import settle_programme
from bot.core.reading.company.scanning import Scanned, ScannedPage, scan_page
from bot.core.reading.company.shift import tells_day_shift
from bot.core.reading.company.told_again import settle_elsewhere, with_rivals
from bot.core.reading.company.two_clocks import settle_clocks
from bot.core.reading.company.zone_pairing import overall_zone, zone_of_all
from bot.core.reading.company.zones import ZoneMention

_MOST_IN_SENTENCE = 12
_MOST_MOMENTS = 80


def find_moments(page: Page, marked: date | None = None) -> tuple[Moment, ...]:
    """Return every moment of the new text and the subject, then those of the quoted text. *marked*: the day that calendar data marks as a
    whole; hours are of it where no day is named."""
    scanned = scan_page(page)
    if scanned is None:
        return ()
    said = zone_of_all((scanned.topic, *scanned.new), page.language)
    quoted = list(islice(_moments(page, scanned, scanned.quoted, (), said), _MOST_MOMENTS))
    lines = scanned.new if page.answers else (scanned.topic, *scanned.new)
    new = settle_corrections(
        page, lines, list(islice(_moments(page, scanned, lines, quoted, marked=marked), _MOST_MOMENTS))
    )
    new = settle_programme(page, settle_clocks(page, lines, settle_given_up(page, new)))
    return (*(settle_elsewhere(moment, new) for moment in new), *quoted)


def _moments(
    page: Page,
    scanned: ScannedPage,
    lines: Sequence[Scanned],
    quoted: Sequence[Moment],
    said: ZoneMention | None = None,
    marked: date | None = None,
) -> Iterator[Moment]:
    """Yield the moments of *lines*; *quoted* are those of the mails before, where *lines* are new, and *said* is the zone that the new text
    says of all times where they are those of the mails before."""
    listed = find_listed_choices(lines, page.language)
    agreed = read_agreement(page, quoted).day
    dated = any(mention.readings for line in lines for mention in line.dates)
    day, marked = (None, None) if dated else (agreed, marked)
    unsigned = [line for line in lines if line.sentence.text.strip() not in page.signature]
    overall = said or overall_zone(unsigned, page.language)
    found: list[Moment] = []
    for position, line in enumerate(lines):
        here: list[Moment] = []
        for clock in (clock for clock in line.clocks[:_MOST_IN_SENTENCE] if not clock.open_start):
            options = clock.options or _same_time(quoted) or _same_time([*found, *here])
            pair = _pair(page, clock, lines, position, agreed if _counts_day(line) else day, agreed, overall)
            pair = pair or _on_marked_day(clock, marked, lines, position, overall)
            if pair is not None and options:
                options = in_part_of_day(options, pair, (scanned.topic, *lines), page.language)
                options = in_half_told(options, scanned.lines)
                moment = build_moment(page, line, clock, pair, options)
                here.append(replace(moment, choice=moment.choice or position in listed))
        settled = list(with_rivals(line, here))
        found += settled
        yield from settled


def _pair(
    page: Page,
    clock: ClockMention,
    lines: Sequence[Scanned],
    position: int,
    day: date | None,
    agreed: date | None,
    overall: ZoneMention | None,
) -> Pair | None:
    """Return the date and zone of *clock*; where none can be told, the *day* of the mails before. *agreed*: that day, be it that the new
    text names others, from which a sentence may count."""
    pair = pair_clock(clock, lines, position, page.language, overall)
    line = lines[position]
    if day is None and agreed is not None and not line.dates and tells_day_shift(page.language, line.sentence.plain):
        pair, day = None, agreed  # "we move to the day after, same time. On the 14th I am away."
    return pair_with_day(clock, day, lines, position, overall) if pair is None and day is not None else pair


def _on_marked_day(
    clock: ClockMention,
    marked: date | None,
    lines: Sequence[Scanned],
    position: int,
    overall: ZoneMention | None,
) -> Pair | None:
    """Return *clock* on the day *marked* by the calendar, if there is one."""
    if marked is None:
        return None
    return replace(pair_with_day(clock, marked, lines, position, overall), implied=False)


def _counts_day(line: Scanned) -> bool:
    """Return whether the only day that *line* names counts from another ("the day after, 1 o'clock")."""
    return bool(line.dates) and not any(mention.readings or mention.same_day for mention in line.dates)


def _same_time(named: Sequence[Moment]) -> tuple[tuple[int, int | None], ...]:
    """Return the one time of day of the moments *named* before, for "same time"."""
    times = {
        (m.starts[0].hour * 60 + m.starts[0].minute)
        for m in named
        if len(m.starts) == 1 and not m.deadline and not m.past
    }
    return ((times.pop(), None),) if len(times) == 1 else ()
