"""The time that a shift ("an hour later") makes of the one that was agreed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.day_counted import counted_from_agreed
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.moment_groups import said_again
from bot.core.reading.company.moment_score import led_in_as_new
from bot.core.reading.company.page import Page
from bot.core.reading.company.scanning import Scanned, scan_page
from bot.core.reading.company.shift import Shift, find_shift, is_behind, shift_moment
from bot.core.reading.company.surroundings import is_deadline, is_old
from bot.core.reading.company.taken_up import moves_it, new_days
from bot.core.reading.company.when import When, settle
from bot.core.reading.company.wording import finds, read_before

_DAY = timedelta(days=1)
_NEAR = 12
_MARKS = (",", ":", "\u2013", "\u2014", "-")
_REACH = 40


def apply_shift(page: Page, moments: Sequence[Moment], when: When) -> When:
    """Apply a shift ("an hour later") to the one time that was agreed. Beside a time of the new text that may be the one it makes,
    both readings stand."""
    counted = counted_from_agreed(page, moments)
    if counted is not None:
        return counted
    shift = find_shift(page)
    if shift is None:
        return when
    if when.offered:
        beside = shift.told and not shift.asked and any(m.sentence == shift.sentence for m in when.offered)
        return replace(when, shifted=True) if beside else when
    if shift.asked:
        return _asked(page, when, shift, moments)
    agreed = _granted(shift, moments) or _agreed(page, moments)
    again = said_again(agreed, [when.moment] if when.moment else [])
    if when.moment is not None and not when.moment.quoted and not again:
        return _beside(page, when, when.moment, shift, moments)
    moved = shift_moment(shift, agreed)
    if moved is None:
        return replace(when, shifted=when.start is None)
    days = _days_instead(page, shift, moved)
    if len(days) > 1:
        return replace(when, start=None, end=None, shifted=True)
    moved = _on_day(moved, days.pop()) if days else moved
    settled = replace(settle(page, [[moved]], replace(agreed[0], old=True)), shifted=True)
    if not days and _may_be_granted(page, agreed):
        return settled.in_doubt(moved, agreed[0].starts[0], moved.starts[0])
    either = not days and finds(page.language, "shift_either_way", page.sentences[shift.sentence].text)
    return settled.in_doubt(moved, *sorted({moved.starts[0], moved.starts[0] - 2 * shift.by})) if either else settled


def _asked(page: Page, when: When, shift: Shift, moments: Sequence[Moment]) -> When:
    """Return *when* where a shift is only asked for: beside the time that was agreed, the one asked for stands, unless a statement sets
    that one."""
    if _is_set(when, shift, moments):
        return replace(when, shifted=True)
    if when.moment is not None and not (when.moment.quoted or when.moment.implied):
        return _beside(page, when, when.moment, shift, moments)
    moved = shift_moment(shift, [when.moment]) if when.moment and when.start else None
    if moved is None or when.moment is None:
        return when
    return replace(when.in_doubt(when.moment, when.moment.starts[0], moved.starts[0]), shifted=True)


def _is_set(when: When, shift: Shift, moments: Sequence[Moment]) -> bool:
    """Return whether a statement of the new text tells the time to which *shift* leads from a quoted one ("later? At 10:15 then")."""
    if when.start is None or when.moment is None or when.moment.quoted or when.moment.line.endswith("?"):
        return False
    return any(m.quoted and m.fits and as_utc(m.starts[0]) + shift.by == as_utc(when.start) for m in moments)


def _days_instead(page: Page, shift: Shift, moved: Moment) -> set[date]:
    """Return the days without an hour beside a *shift* of hours, on which it is counted ("Thursday instead, an hour later")."""
    scanned = scan_page(page)
    if scanned is None or not shift.by % _DAY:
        return set()
    line = scanned.new[shift.sentence]
    return {
        mention.readings[0]
        for mention in line.dates
        if len(mention.readings) == 1
        and not mention.span_of_days
        and mention.readings[0] != moved.starts[0].date()
        and not any(clock.start >= mention.end and clock.start - mention.end < _NEAR for clock in line.clocks)
        and not _is_aside(page.language, line, mention)
    }


def _is_aside(language: Language, line: Scanned, mention: DateMention) -> bool:
    """Return whether a day is given up or the end of a term."""
    before = line.sentence.text[max(0, mention.start - _REACH) : mention.start]
    return is_old(line, language, mention.start, before) or is_deadline(line, language, before, 0)


def _on_day(moment: Moment, day: date) -> Moment:
    """Return *moment* at its time of day on *day*."""
    start = datetime.combine(day, moment.starts[0].timetz())
    end = start + (moment.end - moment.starts[0]) if moment.end else None
    return replace(moment, starts=(start,), end=end)


def _agreed(page: Page, moments: Sequence[Moment]) -> list[Moment]:
    """Return the time that a shift counts from: one of the new text that holds no longer, else those quoted of the days it names."""
    given_up = [m for m in moments if m.old and not (m.quoted or m.past or m.deadline)]
    days = new_days(page)
    return given_up or [m for m in moments if m.quoted and m.fits and (not days or m.starts[0].date() in days)]


def _granted(shift: Shift, moments: Sequence[Moment]) -> list[Moment]:
    """Return the quoted times that the mail before asks to move away from, where *shift* leads from them to what it asks for ("could we
    meet on Tuesday at 11 instead of Monday at 11?" - "Fine, a day later then"): it is told again, and does not count on top."""
    asked = {as_utc(m.starts[0]) for m in moments if m.quoted and m.fits and len(m.starts) == 1}
    old = [m for m in moments if m.quoted and m.old and len(m.starts) == 1]
    return [m for m in old if as_utc(m.starts[0]) + shift.by in asked]


def _may_be_granted(page: Page, agreed: Sequence[Moment]) -> bool:
    """Return whether a quoted time is itself one to which the mail before asks to move, so that a shift may only say that again."""
    return all(m.quoted for m in agreed) and any(
        m.line.endswith("?") and not m.old and finds(page.language, "moved", m.line) for m in agreed
    )


def _beside(page: Page, when: When, moment: Moment, shift: Shift, moments: Sequence[Moment]) -> When:
    """Return *when* shifted, where its time is the one from which the shift counts; in doubt where it may be."""
    here = shift.told and not shift.asked and moment.sentence == shift.sentence
    if here and when.start is not None:
        return _told_beside(when, when.start, shift, moments)
    if shift.told or when.start is None or moment.sentence not in (shift.sentence, shift.sentence - 1):
        return when
    if moment.sentence == shift.sentence and not shift.asked and is_behind(page.language, moment, shift):
        moved = shift_moment(shift, [moment])
        if moved is not None:
            return replace(settle(page, [[moved]], replace(moment, old=True)), shifted=True)
    if moment.sentence == shift.sentence and not shift.asked and led_in_as_new(page, moment):
        return when
    if moment.sentence == shift.sentence and not shift.asked and _comes_of(page, moment, shift):
        return replace(when, shifted=True)
    if moment.sentence != shift.sentence and abs(shift.by) < _DAY and not moves_it(page):
        return when
    was = as_utc(when.start) - shift.by
    if any(was == as_utc(start) for other in moments for start in other.starts):
        return when
    return _both_ways(when, shift)


def _comes_of(page: Page, moment: Moment, shift: Shift) -> bool:
    """Return whether *moment* stands behind a *shift* of days, behind "to" or a comma, and has the number of its day, which no other of the
    sentence has: that is where the shift leads ("put back a week, to Thursday 9 July, still at 10 am")."""
    scanned = scan_page(page)
    if scanned is None or shift.by % _DAY or not moment.dated or is_behind(page.language, moment, shift):
        return False
    numbered = [mention for mention in scanned.new[shift.sentence].dates if mention.numbered]
    if {mention.readings for mention in numbered} != {(moment.starts[0].date(),)}:
        return False
    before = moment.line[: numbered[0].start].rstrip()
    last = read_before(page.language, before).rpartition(" ")[2]
    return before[-1:] in _MARKS or page.language.pattern("moved_to").fullmatch(last) is not None


def _told_beside(when: When, start: datetime, shift: Shift, moments: Sequence[Moment]) -> When:
    """Return *when* as moved, where the new time is told beside its distance ("an hour later, so 16:30"); in doubt where the time of the
    sentence that comes first is another."""
    fitting = [m for m in moments if m.fits and m.sentence == shift.sentence and not m.quoted]
    first = min(fitting, key=lambda m: m.position, default=None)
    if first is None or as_utc(first.starts[0]) == as_utc(start):
        others = {as_utc(other) for m in moments if not m.quoted for other in m.starts} - {as_utc(start)}
        return when if others else replace(when, shifted=True)
    return replace(when.in_doubt(first, first.starts[0], start), shifted=True)


def _both_ways(when: When, shift: Shift) -> When:
    """Return *when* with its time and the one that *shift* makes of it both standing."""
    if when.start is None or when.moment is None:
        return when
    return when.in_doubt(when.moment, when.start, when.start + shift.by)
