"""A time that one sentence gives up, where a later sentence names another: the first holds no longer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page, holds, speaks_of
from bot.core.reading.company.signs import stands
from bot.core.reading.company.wording import finds, read_before

_PLAIN = 4.0
_BEFORE = 40


def settle_given_up(page: Page, moments: Sequence[Moment]) -> list[Moment]:
    """Return *moments* of the new text; those of a sentence that calls off or moves are old where a later one names another time."""
    moments = _without_ends(page, moments)
    giving = {m.sentence for m in moments if _usable(m) and _gives_up(page, m)} | _lines_from(page, moments)
    giving = {number for number in giving if len(_instants(moments, {number})) == 1}
    settled = [
        replace(moment, old=True) if moment.sentence in giving and _named_later(moment, moments, giving) else moment
        for moment in moments
    ]
    return _told_again(settled)


def _without_ends(page: Page, moments: Sequence[Moment]) -> list[Moment]:
    """Return *moments*; the hour of a line that opens with "to" is no beginning of its own below one of the same day that opens with "from"
    ("From: 10:00", "To: 11:00"), unless each names the day in a mail that moves something: it may then move to that hour."""
    ends = {
        second.sentence
        for first, second in _from_and_to(page, moments)
        if first.starts[0].date() == second.starts[0].date()
        and first.starts < second.starts
        and not (first.dated and second.dated and speaks_of(page, "reschedule"))
    }
    return [replace(m, elsewhere=True) if m.sentence in ends else m for m in moments]


def _lines_from(page: Page, moments: Sequence[Moment]) -> set[int]:
    """Return the lines that open with "from" and a day, in a mail that moves something, right above one that opens with "to" and another
    day ("De: 14/06 às 10h", "Para: 16/06 às 14h")."""
    if not speaks_of(page, "reschedule"):
        return set()
    return {
        first.sentence
        for first, second in _from_and_to(page, moments)
        if first.dated and second.dated and first.starts[0].date() != second.starts[0].date()
    }


def _from_and_to(page: Page, moments: Sequence[Moment]) -> Iterator[tuple[Moment, Moment]]:
    """Yield the moments of two lines in a row of which the first opens with "from" and the second with "to"."""
    lines = {m.sentence: m for m in moments if _usable(m) and len(m.starts) == 1}
    from_old, to_new = page.language.pattern("moved_from_before"), page.language.pattern("moved_to")
    for number, moment in lines.items():
        below = lines.get(number + 1)
        if below is None or not from_old.fullmatch(_opening(page, moment)):
            continue
        at = below.label == "time" and not below.dated  # "De : 10h", "À : 11h"
        if at or to_new.fullmatch(_opening(page, below)):
            yield moment, below


def _opening(page: Page, moment: Moment) -> str:
    """Return the first word of the line of *moment*, as patterns are written."""
    return read_before(page.language, moment.line.partition(" ")[0])


def _told_again(moments: Sequence[Moment]) -> list[Moment]:
    """Return *moments*; the very time that is given up beside a new one of its sentence is given up where it is named again, too ("make it
    3 rather than 2, at 2 I have a delivery")."""
    fitting = [m for m in moments if _usable(m) and m.fits]
    given = {
        m.starts
        for m in moments
        if _usable(m) and m.old and any(f.sentence == m.sentence and f.starts != m.starts for f in fitting)
    }
    aside = {(m.sentence, m.starts) for m in moments if m.side and not m.quoted}
    return [
        replace(m, old=m.old or (m.starts in given and _usable(m)), side=m.side or (m.sentence, m.starts) in aside)
        if not m.tight
        else replace(m, old=m.old or (m.starts in given and _usable(m)))
        for m in moments
    ]


def _usable(moment: Moment) -> bool:
    return moment.sentence >= 0 and not (moment.quoted or moment.deadline or moment.past or moment.elsewhere)


def _instants(moments: Sequence[Moment], sentences: set[int]) -> set[float]:
    return {as_utc(s).timestamp() for m in moments if _usable(m) and m.sentence in sentences for s in m.starts}


def _named_later(moment: Moment, moments: Sequence[Moment], giving: set[int]) -> bool:
    later = {m.sentence for m in moments if m.sentence > moment.sentence and m.fits} - giving
    return bool(_instants(moments, later) - _instants(moments, {moment.sentence}))


def _gives_up(page: Page, moment: Moment) -> bool:
    if moment.line.endswith("?"):
        return False
    plain = page.language.plain(moment.line)
    if _says_outright(page, "cancellation", plain):
        return True
    return not _aimed_at(page, moment) and _says_outright(page, "reschedule", plain)


def _aimed_at(page: Page, moment: Moment) -> bool:
    """Return whether the moment is what the sentence moves the talk to: behind the word of moving, or behind "to" in a language that puts
    that word last."""
    before = read_before(page.language, moment.line[max(0, moment.position - _BEFORE) : moment.position])
    moved = finds(page.language, "moved", moment.line)
    behind = moved is None or moved.start() < moment.position
    return behind or bool(page.language.pattern("moved_to_before").search(before))


def _says_outright(page: Page, section: str, plain: str) -> bool:
    """Return whether *plain* says outright what *section* is about."""
    line = page.language.line(plain)
    standing = [
        cue
        for cue in page.language.cues.get(section, ())
        if holds(cue, plain) or any(stands(sign, line, asserted=True) for sign in cue.signs)
    ]
    return any(cue.weight >= _PLAIN for cue in standing) and not any(cue.weight < 0 for cue in standing)
