"""Which date a time of day belongs to: by standing beside it, above it, or being the only one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.heading_days import heading_date, text_before
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.scanning import Scanned
from bot.core.reading.company.surroundings import is_deadline, is_old
from bot.core.reading.company.wording import flatten, words_of
from bot.core.reading.company.zone_pairing import zone_behind, zone_for
from bot.core.reading.company.zones import ZoneMention

_TIGHT_MARKS = re.compile(r"[\s,;:@|\u00b7\u2022\u22c5()\[\]\u2013\u2014/'\u2019.-]*")
_HARDLY_MORE = 4
_WORD = re.compile(r"[^\W\d_]+")
_MOST_GAP_WORDS = 4
_FAR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What a time of day belongs to. ``tight``: date and time stand side by side; ``own``: the date is of this sentence;
    ``in_sentence``: it really stands there ("the same day" points elsewhere); ``implied``: it is the day of the mails before."""

    date: DateMention
    zone: ZoneMention | None
    tight: bool
    own: bool
    in_sentence: bool
    implied: bool = False


def pair_clock(
    clock: ClockMention, lines: Sequence[Scanned], position: int, language: Language, overall: ZoneMention | None
) -> Pair | None:
    """Return the date and zone of *clock*, which stands in the line *position*; None where it has no date that can be told."""
    line = lines[position]
    found, tight, own = _date_for(clock, lines, position, language)
    if found is None or found.span_of_days or not found.readings:
        return None
    zone = zone_behind(clock, line, language) or zone_for(clock, found, lines, position, overall)
    return Pair(date=found, zone=zone, tight=tight, own=own, in_sentence=found in line.dates)


def pair_with_day(
    clock: ClockMention, day: date, lines: Sequence[Scanned], position: int, overall: ZoneMention | None
) -> Pair:
    """Return *clock* with a *day* that stands in none of the *lines*."""
    mention = DateMention(start=clock.start, end=clock.start, readings=(day,), weekday=None, numbered=False)
    zone = zone_for(clock, mention, lines, position, overall)
    return Pair(date=mention, zone=zone, tight=False, own=False, in_sentence=False, implied=True)


def _date_for(
    clock: ClockMention, lines: Sequence[Scanned], position: int, language: Language
) -> tuple[DateMention | None, bool, bool]:
    """Return the date a time belongs to, whether they stand tightly together, and whether in one sentence."""
    line = lines[position]
    text = line.sentence.text
    before, after = _before(line, clock, language), _behind(line, clock, language)
    if before and _is_tight(text[_end(before[-1], text) : clock.start], language):
        return _pointing(before[-1], lines, position, language), True, True
    gap = text[clock.end : after[0].start] if after else ""
    if before and after and _shares_date(line, clock, before[-1], after[0], language):
        return _pointing(before[-1], lines, position, language), False, True
    if after and (_is_tight(gap, language) or _is_tight(_without_zone(gap, clock.end, line.zones), language)):
        return _pointing(after[0], lines, position, language), True, True
    if before:
        last = _of_two_days(before, clock, text, language) or before[-1]
        return _pointing(last, lines, position, language), False, True
    between = [c for c in line.clocks if after and clock.end < c.start < after[0].start]
    if after and len(gap) < _FAR and all(is_old(line, language, c.start, text[clock.end : c.start]) for c in between):
        return after[0], False, True
    return heading_date(lines, position, language), _is_row_below_date(lines, position), False


def _is_row_below_date(lines: Sequence[Scanned], position: int) -> bool:
    """Return whether a line that opens with its only time stands right below one that is a date and hardly more, and above none with
    another time: one entry in two rows."""
    line, above = lines[position], lines[position - 1] if position else None
    below = lines[position + 1] if position + 1 < len(lines) else None
    if below is not None and below.clocks and below.sentence.paragraph == line.sentence.paragraph:
        return False
    if above is None or len(above.dates) != 1 or above.clocks or len(line.clocks) != 1 or line.clocks[0].start > 0:
        return False
    bare = len(above.sentence.text) - (above.dates[0].end - above.dates[0].start) <= _HARDLY_MORE
    return bare and above.sentence.paragraph == line.sentence.paragraph and above.sentence.label == line.sentence.label


def _of_two_days(
    before: Sequence[DateMention], clock: ClockMention, text: str, language: Language
) -> DateMention | None:
    """Return the one that is meant of two days joined by "and" ("on the 10th and 11th; you are seen on the latter, at 10"): both of them
    where nothing says which; None where there are no two."""
    if len(before) < 2 or not (before[-2].numbered and before[-1].numbered):
        return None
    first, second = before[-2:]
    joined, ands = words_of(language, text[first.end : second.start]), language.vocabulary.all_of("and")
    if not joined or not set(joined) <= ands or first.readings == second.readings:
        return None
    gap = flatten(language, text[second.end : clock.start])
    if language.pattern("the_latter").search(gap):
        return second
    if language.pattern("the_former").search(gap):
        return first
    return replace(second, readings=(*first.readings, *second.readings))


def _end(mention: DateMention, text: str) -> int:
    """Return where *mention* ends, behind the point of its month or day in figures ("der 10.9. um 9 Uhr")."""
    figures = mention.numbered and text[mention.end - 1 : mention.end].isdigit()
    return mention.end + (figures and text.startswith(".", mention.end))


def _shares_date(
    line: Scanned, clock: ClockMention, before: DateMention, after: DateMention, language: Language
) -> bool:
    """Return whether "or" joins *clock* to the hour of the date *before*, and the date *after* has an hour of its own ("Thursday at 9 or
    at 2, Friday only at 9")."""
    others = [other for other in line.clocks if before.end <= other.start and other.end <= clock.start]
    if not others or not any(other.start >= after.end for other in line.clocks):
        return False
    words = words_of(language, line.sentence.text[others[-1].end : clock.start])
    joined = not language.word_set("or").isdisjoint(words) and len(words) <= _MOST_GAP_WORDS
    return joined and "," in line.sentence.text[clock.end : after.start]


def _before(line: Scanned, clock: ClockMention, language: Language) -> list[DateMention]:
    """Return the dates before *clock* in its line that it may be of."""
    usable = [d for d in line.dates if d.end <= clock.start and not _has_passed_deadline(line, d, clock, language)]
    if clock.same_time and len(usable) > 1:  # "Wednesday instead of Tuesday, and the time stays"
        usable = [d for d in usable if not _is_given_up(line, d, language)] or usable
    return _without_denied(usable, line, clock, language)


def _is_given_up(line: Scanned, mention: DateMention, language: Language) -> bool:
    """Return whether the words of its own clause say that a day holds no longer ("Thursday is off, Friday works" gives up no Friday)."""
    before = text_before(line, mention)
    return not before.rstrip().endswith(",") and is_old(line, language, mention.start, before)


def _behind(line: Scanned, clock: ClockMention, language: Language) -> list[DateMention]:
    """Return the dates behind *clock* in its line that it may be of."""
    later = (d for d in line.dates if d.start >= clock.end)
    return [d for d in later if not is_old(line, language, d.start, _lead(line, clock.end, d.start))]


def _lead(line: Scanned, start: int, end: int) -> str:
    """Return the words from *start* to *end*, from the last time of day between them ("half three rather than half two on Tuesday")."""
    ends = [clock.end for clock in line.clocks if start <= clock.start and clock.end <= end]
    return line.sentence.text[max([start, *ends]) : end]


def _without_denied(
    before: list[DateMention], line: Scanned, clock: ClockMention, language: Language
) -> list[DateMention]:
    """Return the days *before* a time without a last one that only says which day it is not ("Friday not Wednesday, at 8.30"); one behind
    an hour of its own has its hour, too ("Friday, 10.00, not Wednesday, 8.30")."""
    text = line.sentence.text
    gap = text[before[-1].end : clock.start].strip() if len(before) > 1 else ""
    if not gap.startswith(","):
        return before
    if any(before[-2].end <= other.start and other.end <= before[-1].start for other in line.clocks):
        return before
    lead = text[before[-2].end : before[-1].start]
    return before[:-1] if is_old(line, language, before[-1].start, lead) else before


def _has_passed_deadline(line: Scanned, mention: DateMention, clock: ClockMention, language: Language) -> bool:
    """Return whether a date is the day of a deadline with its own time, behind which *clock* speaks of something else ("send it by
    Tuesday, 5 pm, and be here at 1:45")."""
    own = next((other for other in line.clocks if mention.end <= other.start and other.end <= clock.start), None)
    text = line.sentence.text
    if own is None or not _is_tight(text[mention.end : own.start], language):
        return False
    return is_deadline(line, language, text[max(0, mention.start - 40) : mention.start], 0)


def _is_tight(gap: str, language: Language) -> bool:
    """Return whether only marks and words like "at", "um", "à las" stand between a date and a time."""
    words = words_of(language, gap)
    if len(words) > _MOST_GAP_WORDS or re.search(r"[.;]\s", gap):
        return False
    small = language.word_set("between_date_and_time")
    return bool(_TIGHT_MARKS.fullmatch(_WORD.sub("", gap))) and all(word in small for word in words)


def _pointing(mention: DateMention, lines: Sequence[Scanned], position: int, language: Language) -> DateMention | None:
    """Return what "the same afternoon" points at: the last date named before it."""
    if not mention.same_day:
        return mention
    earlier = [d for d in lines[position].dates if d.end <= mention.start and not d.same_day]
    return earlier[-1] if earlier else heading_date(lines, position, language)


def _without_zone(gap: str, start: int, zones: Iterable[ZoneMention]) -> str:
    for zone in zones:
        if zone.start >= start and zone.end - start <= len(gap):
            gap = gap[: zone.start - start] + gap[zone.end - start :]
    return gap
