"""A day told by its distance from the one that the mails before had come to ("the day after, then, at 10")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.core.reading.company.agreement import Agreement, read_agreement
from bot.core.reading.company.clauses import says
from bot.core.reading.company.lexicon import CONTRAST
from bot.core.reading.company.moment import Moment
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.scanning import mail_day, scan_page
from bot.core.reading.company.shift import Shift, find_day_shift, shift_moment, tells_day_shift
from bot.core.reading.company.taken_up import new_days
from bot.core.reading.company.when import When, settle
from bot.core.reading.company.wording import finds

_EARLIEST_TALK = 5


def counted_from_agreed(page: Page, moments: Sequence[Moment]) -> When | None:
    """Return the time of an hour beside words that count its day from the one agreed before ("the day before, at 10"), or right behind the
    sentence that counts it, else None."""
    beside = [m for m in moments if m.implied and not m.quoted and (m.fits or _only_aside(page, m))]
    shift = find_day_shift(page, beside[0].sentence) if _is_one(beside) else None
    if shift is None:
        beside = _of_agreed_day(page, moments)
        shift = find_moved_day(page, {m.sentence for m in beside}) if _is_one(beside) else None
    if shift is not None and _is_echo(page, beside[0], moments):
        return None
    moved = shift_moment(shift, beside) if shift else None
    if moved is None or moved.starts[0].hour < _EARLIEST_TALK:
        return None
    old = next((m for m in moments if m.quoted and m.fits and m.starts[0].date() == beside[0].starts[0].date()), None)
    return replace(settle(page, [[moved]], replace(old, old=True) if old else None), shifted=True)


def _is_echo(page: Page, moment: Moment, moments: Sequence[Moment]) -> bool:
    """Return whether a quoted sentence tells the same time in such words ("half ten the day after"), which are only said again."""
    told = [m.line for m in moments if m.quoted and m.starts == moment.starts]
    return any(tells_day_shift(page.language, page.language.plain(line)) for line in told)


def _is_one(moments: Sequence[Moment]) -> bool:
    return len({start for m in moments for start in m.starts}) == 1


def _only_aside(page: Page, moment: Moment) -> bool:
    """Return whether nothing but words such as "the day before" make *moment* one beside the talk, of which its sentence is."""
    stands = replace(moment, side=False).fits
    plain = page.language.plain(moment.line)
    of_it = says(page.language, "interview", plain, "word", "fixed", "talk")
    return stands and (of_it or bool(finds(page.language, "moved", moment.line)))


def _of_agreed_day(page: Page, moments: Sequence[Moment]) -> list[Moment]:
    """Return the moments of the new text that have no day of their own and stand on the day agreed before, which is the only one that the
    new text names ("rather the day after, on Tuesday I am away. At 2, as you say")."""
    day = read_agreement(page, [m for m in moments if m.quoted]).day
    fitting = [m for m in moments if m.fits and not m.quoted]
    if day is None or not new_days(page) <= {day} or any(m.dated for m in fitting):
        return []
    return [m for m in fitting if m.starts[0].date() == day]


def find_moved_day(page: Page, sentences: set[int]) -> Shift | None:
    """Return by how many days one of *sentences*, or the one before, moves what was agreed or takes it up otherwise; None where none does,
    or several differ."""
    near = sorted(sentences | {number - 1 for number in sentences})
    found = [shift for number in near if _takes_up(page, number) and (shift := find_day_shift(page, number))]
    return found[0] if len({shift.by for shift in found}) == 1 else None


def _takes_up(page: Page, number: int) -> bool:
    if not 0 <= number < len(page.sentences):
        return False
    plain = page.sentences[number].plain
    if has_cue(page.language, "decision", plain):
        return False
    agrees = any(has_cue(page.language, section, plain) for section in ("assent", "reschedule"))
    return agrees or CONTRAST in page.language.line(plain).senses or bool(finds(page.language, "moved", plain))


def in_doubt_of_day(page: Page, when: When, agreement: Agreement) -> When:
    """Return *when* in doubt where it lies on the day agreed before, and the new text counts another from it that nothing has read."""
    day: date | None = agreement.day
    if when.start is None or when.moment is None or when.shifted or when.start.date() != day:
        return when
    if when.moment.implied and _points_at_one_of_several(page):
        return when.in_doubt(when.moment, when.start)
    shift = find_moved_day(page, set(range(len(page.sentences))))
    if shift is None or (when.moment.dated and not when.moment.quoted):
        return when
    return when.in_doubt(when.moment, when.start, when.start + shift.by)


def _points_at_one_of_several(page: Page) -> bool:
    """Return whether the new text says "that day" alone, and the mails before name several days to come, be it without an hour."""
    scanned, today = scan_page(page), mail_day(page)
    if scanned is None or today is None:
        return False
    named = {day for line in scanned.quoted for d in line.dates if d.numbered for day in d.readings if day > today}
    return len(named) > 1 and any(mention.same_day for line in scanned.new for mention in line.dates)
