"""The days that a mail gives up, and the others that it names to meet on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from bot.core.reading.company.cues import Language
from bot.core.reading.company.evidence import Evidence
from bot.core.reading.company.moving import slips
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.scanning import find_scanned_dates, mail_day, scan_page
from bot.core.reading.company.wording import finds, has_sign

_LATER = ("day_later", "day_later_word")
_PART = re.compile(r"[,;:\u2013\u2014]\s?|\s-\s")


def names_another_day(evidence: Evidence) -> bool:
    """Return whether, once a day is called off, another one is named to meet on, be it without a time of day ("come on Monday then")."""
    language = evidence.page.language
    given_up: set[date] = set()
    begun = False
    for part, rest, days, hours in _days_of_parts(evidence.page):
        plain, here = language.plain(rest), language.plain(part)
        off = has_cue(language, "cancellation", plain)
        if off or not begun:
            given_up |= days
        elif days - given_up and has_cue(language, "interview", plain) and not has_cue(language, "update", here):
            return True
        begun = begun or off
        if hours and begun and not off and _comes_later(language, rest, here):
            return True
    return False


def _comes_later(language: Language, rest: str, here: str) -> bool:
    """Return whether the words tell a day by its distance, for nothing beside the talk ("a week later ... then we meet at half past")."""
    return any(finds(language, sign, rest) for sign in _LATER) and not has_sign(language, "side", here)


def takes_the_place(evidence: Evidence) -> bool:
    """Return whether the time stands in a mail whose earlier words give up another day, one that the mails before had settled on."""
    moment, page = evidence.when.moment, evidence.page
    if (
        moment is None
        or moment.quoted
        or moment.sentence < 0
        or not evidence.human
        or not evidence.hits["cancellation"]
    ):
        return False
    if slips(evidence):
        return False
    language, day = page.language, moment.starts[0].date()
    given_up = {
        other
        for part, _, days, _ in _days_of_parts(page)
        if days and has_cue(language, "cancellation", language.plain(part))
        for other in days
    }
    if day in given_up or not given_up:
        return False
    return not page.answers or given_up == _days_before(page)


def _days_before(page: Page) -> set[date]:
    """Return the days that the quoted mails name."""
    scanned = scan_page(page)
    lines = scanned.quoted if scanned else ()
    return {m.readings[0] for line in lines for m in line.dates if m.readings and not m.span_of_days}


def _days_of_parts(page: Page) -> Iterator[tuple[str, str, set[date], bool]]:
    """Yield the parts of every sentence, between commas and such, with the rest of it, the days to come that the part names, and
    whether it names an hour."""
    today, scanned = mail_day(page), scan_page(page)
    if scanned is None:
        return
    for line, mentions in zip(scanned.new, find_scanned_dates(page), strict=True):
        sentence = line.sentence
        single = [m for m in mentions if m.readings and not m.span_of_days and (today is None or m.readings[0] > today)]
        ends = [
            m.start() for m in _PART.finditer(sentence.text) if not any(d.start < m.start() < d.end for d in single)
        ]
        for start, end in pairwise([0, *ends, len(sentence.text)]):
            yield (
                sentence.text[start:end],
                sentence.text[start:],
                {d.readings[0] for d in single if start <= d.start < end},
                bool(line.clocks),
            )
