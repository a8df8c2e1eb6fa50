"""The moments of an answer in the light of what the mails before had come to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.core.reading.company.agreement import Agreement
from bot.core.reading.company.lexicon import CONTRAST
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.scanning import new_lines
from bot.core.reading.company.shift import find_shift
from bot.core.reading.company.when import When
from bot.core.reading.company.writers import is_by_owner

_GIVES_UP = ("reschedule", "cancellation", "was_set")


def weigh_by_agreement(page: Page, moments: Sequence[Moment], agreement: Agreement) -> list[Moment]:
    """Return *moments* of the new text and the quoted mails as *agreement* lets them be understood."""
    heard = _without_declined(page, _without_unheard(page, moments, agreement), agreement)
    weighed = _with_the_new(_with_sole_proposal(heard, agreement), agreement)
    return [m if agreement.fixed or m.quoted else _of_the_nearer_week(m) for m in weighed]


def _without_unheard(page: Page, moments: Sequence[Moment], agreement: Agreement) -> list[Moment]:
    """Return *moments* without times of the day agreed before that have no day of their own and that nothing says to be of the talk
    ("the reception opens at 9")."""
    return [m for m in moments if not _of_that_day(m, agreement) or _may_replace(page, m, agreement)]


def _of_that_day(moment: Moment, agreement: Agreement) -> bool:
    beside = agreement.fixed is not None and moment.starts[0].date() == agreement.fixed.starts[0].date()
    return not (moment.quoted or moment.dated) and (moment.implied or beside)


def _may_replace(page: Page, moment: Moment, agreement: Agreement) -> bool:
    known = [m for m in (agreement.fixed, *agreement.proposed) if m is not None]
    shift = find_shift(page)
    reached = {as_utc(m.starts[0]) + by for m in known for by in (timedelta(), shift.by if shift else timedelta())}
    if as_utc(moment.starts[0]) in reached:
        return True
    lines = [s.plain for s in page.sentences[max(0, moment.sentence - 1) : moment.sentence + 1]]
    moved = any(has_cue(page.language, section, plain) for section in _GIVES_UP for plain in lines)
    return moved or has_cue(page.language, "interview", page.language.plain(moment.line))


def _without_declined(page: Page, moments: Sequence[Moment], agreement: Agreement) -> list[Moment]:
    """Return *moments*; one that the mails before had named is given up where a "but" parts it from another ("3 is tight, but 4 works")."""
    known = {as_utc(m.starts[0]) for m in (agreement.fixed, *agreement.proposed) if m is not None}
    new = [m for m in moments if not m.quoted]
    days = {m.starts[0].date() for m in agreement.proposed}
    return [
        replace(m, old=True)
        if not m.quoted
        and as_utc(m.starts[0]) in known
        and (any(_contrasted(page, m, other) for other in new) or _contrasted_with_day(page, m, days))
        else m
        for m in moments
    ]


def _contrasted_with_day(page: Page, moment: Moment, days: Collection[date]) -> bool:
    """Return whether a "but" stands between *moment* and another of the *days* proposed, behind it in its sentence with no hour of its own
    ("Wednesday at 10 is gone, but we still have Thursday")."""
    lines = [line for line in new_lines(page) if line.index == moment.sentence]
    others = [
        mention.start
        for line in lines
        for mention in line.dates
        if moment.position < mention.start
        and len(mention.readings) == 1
        and mention.readings[0] in days
        and mention.readings[0] != moment.starts[0].date()
        and not any(clock.start > mention.start for clock in line.clocks)
    ]
    between = page.language.plain(moment.line[moment.position : min(others, default=0)])
    return bool(others) and CONTRAST in page.language.line(between).senses


def _contrasted(page: Page, moment: Moment, other: Moment) -> bool:
    """Return whether a "but" stands between *moment* and *other*, a later one of its sentence or the one behind."""
    if other.starts == moment.starts or not other.fits or other.sentence - moment.sentence not in (0, 1):
        return False
    if other.sentence == moment.sentence:
        between = moment.line[moment.position : other.position]
    else:
        between = f"{moment.line[moment.position :]} {other.line[: other.position]}"
    plain = page.language.plain(between)
    parted = CONTRAST in page.language.line(plain).senses or has_cue(page.language, "cancellation", plain)
    return bool(between) and parted


def _of_the_nearer_week(moment: Moment) -> Moment:
    """Return *moment*; of two weeks in which its weekday may be meant, the nearer where no talk was fixed for the further one."""
    nearer = len(moment.starts) == 2 and timedelta(days=7) <= moment.starts[1] - moment.starts[0] <= timedelta(days=14)
    return replace(moment, starts=moment.starts[:1]) if nearer else moment


def _with_sole_proposal(moments: Sequence[Moment], agreement: Agreement) -> list[Moment]:
    """Return *moments*; the only time that the mails before proposed is no choice among several."""
    if not agreement.only_proposed or len({as_utc(m.starts[0]) for m in agreement.proposed}) != 1:
        return list(moments)
    return [replace(m, choice=False) if m in agreement.proposed else m for m in moments]


def _with_the_new(moments: Sequence[Moment], agreement: Agreement) -> list[Moment]:
    """Return *moments*; what seems given up, and is not what was fixed before, is the new time where there is no other."""
    fixed = agreement.fixed
    if fixed is None or any(m.fits and not m.quoted for m in moments):
        return list(moments)
    odd = [m for m in moments if m.old and not (m.quoted or set(m.starts) & set(fixed.starts))]
    return [replace(m, old=False) if odd == [m] else m for m in moments]


def in_doubt_beside(page: Page, when: When, agreement: Agreement, moments: Sequence[Moment]) -> When:
    """Return *when* with both readings where it tells another hour of the day agreed before, and nothing that this one moves."""
    fixed, new = agreement.fixed, when.moment
    if fixed is None or new is None or when.start is None or new.quoted or when.shifted:
        return when
    if _grants(page, new, fixed, moments):
        return when
    same_day = when.start.date() == fixed.starts[0].date() and when.start not in fixed.starts
    texts = [sentence.plain for sentence in page.sentences]
    if not same_day or any(has_cue(page.language, section, text) for section in _GIVES_UP for text in texts):
        return when
    shift = find_shift(page)
    if shift is not None and as_utc(fixed.starts[0]) + shift.by == as_utc(when.start):
        return when
    if any(m.old for m in (when.called_off,) if m is not None and not m.quoted):
        return when
    if any(CONTRAST in page.language.line(text).senses for text in texts):
        return when
    return when.in_doubt(new, fixed.starts[0], when.start)


def _grants(page: Page, new: Moment, fixed: Moment, moments: Sequence[Moment]) -> bool:
    """Return whether *new* is the time that the owner, in the mail just answered, asks for in place of the one *fixed* before."""
    above = page.below[0] if len(page.below) > 1 else None
    if above is None or fixed.sentence in above.sentences or not is_by_owner(page, above.heading):
        return False
    asked = [m for m in moments if m.quoted and m.sentence in above.sentences and not (m.old or m.deadline or m.past)]
    denied = page.language.line(page.language.plain(new.line)).denies
    return not denied and any(set(m.starts) & set(new.starts) for m in asked)
