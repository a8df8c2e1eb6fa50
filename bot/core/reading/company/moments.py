"""Every moment a mail names: date, time of day and zone put together, with what the words around it make of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from bot.core.reading.company.agreement import read_agreement
from bot.core.reading.company.choices import asks_for_times, find_listed_choices, is_choice, is_open_ended
from bot.core.reading.company.corrected import settle_corrections
from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.ends import with_open_end
from bot.core.reading.company.given_up import settle_given_up
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.moment import Moment
from bot.core.reading.company.page import Page
from bot.core.reading.company.pairing import Pair, pair_clock, pair_with_day
from bot.core.reading.company.placing import find_places
from bot.core.reading.company.scanning import Scanned, scan_page
from bot.core.reading.company.surroundings import (
    is_arranged,
    is_called_off,
    is_deadline,
    is_denied,
    is_moved_away,
    is_moved_from,
    is_old,
    is_same_elsewhere,
    is_side,
)
from bot.core.reading.company.told_again import has_own_zone, is_told_again, settle_elsewhere, with_rivals
from bot.core.reading.company.wording import finds
from bot.core.reading.company.zone_pairing import overall_zone

_MOST_IN_SENTENCE = 12
_MOST_MOMENTS = 80
_MOST_READINGS = 4
_EARLIEST_TALK = 5


def find_moments(page: Page) -> tuple[Moment, ...]:
    """Return every moment of the new text and the subject, then those of the quoted text."""
    scanned = scan_page(page)
    if scanned is None:
        return ()
    quoted = list(islice(_moments(page, scanned.quoted, ()), _MOST_MOMENTS))
    lines = scanned.new if page.answers else (scanned.topic, *scanned.new)
    new = settle_corrections(page, lines, list(islice(_moments(page, lines, quoted), _MOST_MOMENTS)))
    new = settle_given_up(page, new)
    return (*(settle_elsewhere(moment, new) for moment in new), *quoted)


def _moments(page: Page, lines: Sequence[Scanned], quoted: Sequence[Moment]) -> Iterator[Moment]:
    overall = overall_zone(lines)
    listed = find_listed_choices(lines)
    found: list[Moment] = []
    day = _day_before(page, lines, quoted)
    for position, line in enumerate(lines):
        here: list[tuple[Moment, bool]] = []
        for clock in line.clocks[:_MOST_IN_SENTENCE]:
            if clock.open_start:
                continue
            options = clock.options or _same_time(quoted) or _same_time([*found, *(moment for moment, _ in here)])
            pair = pair_clock(clock, lines, position, page.language, overall)
            implied = pair is None and day is not None
            if pair is None and day is not None:
                pair = pair_with_day(clock, day, lines, position, overall)
            if pair is not None and options:
                moment = with_open_end(_build(page, clock, options, pair, line), line, clock)
                moment = replace(
                    moment,
                    implied=implied,
                    choice=moment.choice or position in listed,
                    elsewhere=moment.elsewhere or is_told_again(line, clock),
                )
                here.append((moment, has_own_zone(line, clock)))
        settled = list(with_rivals(here))
        found += settled
        yield from settled


def _day_before(page: Page, lines: Sequence[Scanned], quoted: Sequence[Moment]) -> date | None:
    """Return the one day of the mails before, where the new text, an answer, names none: its times are of that day."""
    if not page.answers or any(mention.readings for line in lines for mention in line.dates):
        return None
    return read_agreement(page, quoted).day


def _same_time(named: Sequence[Moment]) -> tuple[tuple[int, int | None], ...]:
    """Return the one time of day of the moments *named* before, for "same time"."""
    times = {
        (m.starts[0].hour * 60 + m.starts[0].minute)
        for m in named
        if len(m.starts) == 1 and not m.deadline and not m.past
    }
    return ((times.pop(), None),) if len(times) == 1 else ()


def _build(
    page: Page, clock: ClockMention, options: Sequence[tuple[int, int | None]], pair: Pair, line: Scanned
) -> Moment:
    readings = tuple(_readings(page, options, pair))
    starts = tuple(dict.fromkeys(start for start, _, _ in readings))
    _, end, tz = readings[0]
    first = _first(page.language, line, clock, pair)
    before = _clause_before(line, first, {pair.date.start, clock.start})
    last = max(pair.date.end if pair.in_sentence else 0, clock.end)
    sent = page.sent_at or starts[0]
    return Moment(
        starts=starts[:_MOST_READINGS],
        end=end,
        tz=tz,
        tz_stated=pair.zone is not None and pair.zone.keys != ("",),
        sentence=line.index,
        paragraph=line.sentence.paragraph,
        position=clock.start,
        old=_holds_no_longer(page, line, first, before, last)
        or is_moved_away(line, page.language, first, last)
        or is_denied(page.language, _between(line, clock, pair)),
        deadline=is_deadline(line, page.language, before, clock.start),
        side=_is_at_night(starts, pair)
        or is_side(line, page.language, first, clock, before, line.sentence.text[last : last + 60]),
        past=max(starts) < sent - (timedelta() if line.quoted else timedelta(hours=1)),
        dated=pair.own,
        tight=pair.tight,
        sure=clock.sure,
        label=line.sentence.label,
        quoted=line.quoted,
        line=line.sentence.text,
        choice=is_choice(line, page.language, clock)
        or (is_open_ended(line, page.language, clock) and asks_for_times(page)),
        elsewhere=is_same_elsewhere(line, page.language, clock),
    )


def _readings(
    page: Page, options: Sequence[tuple[int, int | None]], pair: Pair
) -> Iterator[tuple[datetime, datetime | None, str | None]]:
    """Yield what a moment can be: (start, end, IANA name)."""
    for day in pair.date.readings:
        for begin, finish in options:
            wall = datetime.combine(day, time(begin // 60 % 24, begin % 60))
            for place, key in find_places(page, pair.zone, wall):
                start = wall.replace(tzinfo=place)
                yield start, start + timedelta(minutes=finish - begin) if finish is not None else None, key


def _is_at_night(starts: Sequence[datetime], pair: Pair) -> bool:
    """Return whether every reading lies before five in the morning, with no zone that would explain it: never the hour of a talk."""
    return pair.zone is None and all(start.hour < _EARLIEST_TALK for start in starts)


def _first(language: Language, line: Scanned, clock: ClockMention, pair: Pair) -> int:
    """Return where the moment begins: at its date, unless the date serves another time before."""
    if not pair.in_sentence or not pair.own:
        return clock.start
    second = any(pair.date.start <= other.start and other.end <= clock.start for other in line.clocks)
    if not pair.tight and finds(language, "moved", line.sentence.text[pair.date.end : clock.start]):
        return clock.start  # "Thursday's talk moves to 12": the day stays
    return clock.start if second else min(pair.date.start, clock.start)


def _between(line: Scanned, clock: ClockMention, pair: Pair) -> str:
    """The words between the date and its time of day, from the end of the time before it."""
    if not pair.in_sentence or pair.tight or pair.date.end > clock.start:
        return ""
    ends = [other.end for other in line.clocks if other.end <= clock.start]
    return line.sentence.text[max([pair.date.end, *ends]) : clock.start]


def _holds_no_longer(page: Page, line: Scanned, first: int, before: str, last: int) -> bool:
    language = page.language
    return (
        line.sentence.label == "old"
        or is_old(line, language, first, before)
        or is_called_off(line, language, last)
        or is_arranged(line, language, last)
        or is_moved_from(line, language, last)
    )


def _clause_before(line: Scanned, first: int, own: set[int]) -> str:
    """The words before a moment, from the end of the moment before it."""
    spans: list[DateMention | ClockMention] = [*line.dates, *line.clocks]
    ends = [span.end for span in spans if span.end <= first and span.start not in own]
    return line.sentence.text[max([0, *ends]) : first]
