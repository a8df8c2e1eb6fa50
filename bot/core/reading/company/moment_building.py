"""A moment put together of a date, a time of day and a zone, with what the words around it make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from bot.core.reading.company.bracketed import is_bracketed_aside
from bot.core.reading.company.choices import asks_for_times, is_choice, is_open_ended
from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.ends import with_open_end
from bot.core.reading.company.engaged import is_engaged
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.moment import LABELS_OF_A_TIME, Moment
from bot.core.reading.company.page import Page
from bot.core.reading.company.pairing import Pair
from bot.core.reading.company.placing import find_places
from bot.core.reading.company.scanning import Scanned, new_lines, without
from bot.core.reading.company.surroundings import (
    becomes_another,
    is_arranged,
    is_called_off,
    is_deadline,
    is_denied,
    is_left_behind,
    is_moved_away,
    is_moved_from,
    is_old,
    is_same_elsewhere,
    is_side,
    is_told_as_old,
)
from bot.core.reading.company.told_again import is_told_again
from bot.core.reading.company.wording import finds

_MOST_READINGS = 4
_Reading = tuple[datetime, datetime | None, str | None]
_EARLIEST_TALK = 5
_REACH = 60
_LONG_SPAN = 3 * 60
_POSTSCRIPT = re.compile(r"(?:p\W{0,2}p?\W{0,2}s|n\.?b)\b", re.IGNORECASE)
_JUST_NOW = timedelta(hours=1)
"""A talk that began so lately is no past one: the mail may be of it."""


def build_moment(
    page: Page, line: Scanned, clock: ClockMention, pair: Pair, options: Sequence[tuple[int, int | None]]
) -> Moment:
    """Return the moment that *clock* of *line* makes with the date and zone of *pair*. *options*: what the clock can mean, in minutes of
    the day from and to."""
    readings = _to_come(page, line, tuple(_readings(page, options, pair)))
    starts = tuple(dict.fromkeys(start for start, _, _ in readings))
    before = _clause_before(line, clock, _first(page.language, line, clock, pair), pair)
    moment = Moment(
        starts=starts[:_MOST_READINGS],
        end=readings[0][1],
        tz=readings[0][2],
        tz_stated=pair.zone is not None and pair.zone.keys != ("",),
        sentence=line.index,
        paragraph=line.sentence.paragraph,
        position=clock.start,
        old=_holds_no_longer(page.language, line, clock, pair),
        deadline=is_deadline(line, page.language, before, clock.start),
        side=_is_at_night(starts, pair)
        or _is_signed(page, line, clock, pair)
        or _is_beside(page.language, line, clock, pair),
        past=max(starts) < (page.sent_at or starts[0]) - (timedelta() if line.quoted else _JUST_NOW),
        dated=pair.own,
        tight=pair.tight,
        sure=clock.sure,
        label=line.sentence.label,
        quoted=line.quoted,
        line=line.sentence.text,
        choice=_is_put_up(page, line, clock),
        elsewhere=is_same_elsewhere(line, page.language, clock) or is_told_again(line, clock),
        implied=pair.implied,
    )
    return with_open_end(moment, line, clock)


def _to_come(page: Page, line: Scanned, readings: tuple[_Reading, ...]) -> tuple[_Reading, ...]:
    """Return *readings* without those before the mail, where others are behind it ("this evening at 7", written at nine)."""
    sent = page.sent_at
    if line.quoted or sent is None:
        return readings
    return tuple(reading for reading in readings if reading[0] >= sent) or readings


def _readings(page: Page, options: Sequence[tuple[int, int | None]], pair: Pair) -> Iterator[_Reading]:
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


def _is_signed(page: Page, line: Scanned, clock: ClockMention, pair: Pair) -> bool:
    """Return whether the time stands in the lines by which the author signs, of which none tells a day: the hours of an office."""
    if pair.own or line.quoted or line.sentence.label in LABELS_OF_A_TIME or not _signs(page, line):
        return False
    if any(end is not None and end - begin >= _LONG_SPAN for begin, end in clock.options):
        return True
    signed = [one for one in new_lines(page) if _signs(page, one)]
    return not any(mention.readings and not mention.span_of_days for one in signed for mention in one.dates)


def _signs(page: Page, line: Scanned) -> bool:
    text = line.sentence.text.strip()
    return text in page.signature and _POSTSCRIPT.match(text) is None


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


def _last(clock: ClockMention, pair: Pair) -> int:
    """Return where the moment ends."""
    return max(pair.date.end if pair.in_sentence else 0, clock.end)


def _clause_before(line: Scanned, clock: ClockMention, first: int, pair: Pair) -> str:
    """The words before a moment, from the end of the moment before it."""
    own = {pair.date.start, clock.start}
    spans: list[DateMention | ClockMention] = [*line.dates, *line.clocks]
    ends = [span.end for span in spans if span.end <= first and span.start not in own]
    return line.sentence.text[max([0, *ends]) : first]


def _holds_no_longer(language: Language, line: Scanned, clock: ClockMention, pair: Pair) -> bool:
    first, last = _first(language, line, clock, pair), _last(clock, pair)
    return (
        line.sentence.label == "old"
        or is_old(line, language, first, _clause_before(line, clock, first, pair), last)
        or is_called_off(line, language, last)
        or is_arranged(line, language, last)
        or is_moved_from(line, language, last)
        or becomes_another(line, language, clock)
        or is_left_behind(line, language, clock)
        or is_moved_away(line, language, first, clock, last)
        or is_denied(language, _between(line, clock, pair))
        or is_told_as_old(language, _between(line, clock, pair))
    )


def _is_beside(language: Language, line: Scanned, clock: ClockMention, pair: Pair) -> bool:
    if is_bracketed_aside(language, line, clock) or _is_of_every_week(line, clock, pair):
        return True
    first, last = _first(language, line, clock, pair), _last(clock, pair)
    after = without(line.sentence.text, line.zones)[last : last + _REACH]
    ends = [*(day.end for day in line.dates), *(other.end for other in line.clocks)]
    undated = max([0, *(end for end in ends if end <= clock.start)])
    if is_engaged(language, line.sentence.text[undated : clock.start], line.sentence.text[clock.end :]):
        return True
    return is_side(line, language, first, clock, _clause_before(line, clock, first, pair), after)


def _is_of_every_week(line: Scanned, clock: ClockMention, pair: Pair) -> bool:
    """Return whether a span of hours of a bare weekday stands beside one of a span of weekdays: when a house is open ("Mo-Do 9-15 Uhr,
    Fr 9-12 Uhr")."""
    spanned = all(finish is not None for _, finish in clock.options)
    bare = pair.in_sentence and not pair.date.numbered
    return spanned and bare and any(day.span_of_days and not day.numbered and not day.week for day in line.dates)


def _is_put_up(page: Page, line: Scanned, clock: ClockMention) -> bool:
    """Return whether the time is put up for choice, by itself, as when somebody begins to have time, or for the case that another fails
    ("if that's a problem, Friday at 1 would be our fallback")."""
    if finds(page.language, "fallback", line.sentence.text):
        return True
    if is_choice(line, page.language, clock):
        return True
    return is_open_ended(line, page.language, clock) and asks_for_times(page)
