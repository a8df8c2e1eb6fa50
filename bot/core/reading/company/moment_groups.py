"""Moments that mean one instant, and whether those of one day are put up for choice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page
from bot.core.reading.company.wording import finds

_LONGEST_DAY = timedelta(hours=11)
_BARE = re.compile(r"[^A-Z\u00c0-\u00de]+$")


def same_instants(moments: Iterable[Moment]) -> list[list[Moment]]:
    """Group moments that share a reading; a group's readings are those that all of it share."""
    groups: list[list[Moment]] = []
    for moment in sorted(moments, key=lambda m: (len(m.starts), m.sentence < 0, m.sentence, m.position)):
        instants = {as_utc(s) for s in moment.starts}
        for group in groups:
            if instants & {as_utc(s) for s in group[0].starts}:
                group.append(moment)
                break
        else:
            groups.append([moment])
    return groups


def said_again(fitting: Sequence[Moment], best: Sequence[Moment]) -> list[Moment]:
    """Return those of *fitting* that only say again when one of *best* begins: one of them may tell its end or zone."""
    instants = {as_utc(m.starts[0]) for m in best if len(m.starts) == 1}
    return [m for m in fitting if m not in best and len(m.starts) == 1 and as_utc(m.starts[0]) in instants]


def days_of(groups: Sequence[Sequence[Moment]]) -> set[date]:
    return {group[0].starts[0].date() for group in groups}


def are_alternatives(page: Page, groups: Sequence[Sequence[Moment]]) -> bool:
    """Return whether times of one day are put up for choice rather than an agenda."""
    firsts = [group[0] for group in groups]
    if any(len(m.starts) > 1 or m.rival for m in firsts):
        return True
    if any(m.sentence < 0 for m in firsts) and len(firsts) == 2:
        return True
    spread = max(as_utc(m.starts[0]) for m in firsts) - min(as_utc(m.starts[0]) for m in firsts)
    if spread > _LONGEST_DAY:
        return True
    if _side_by_side(page, firsts) or _goes_back(firsts):
        return True
    lines = {m.line for m in firsts}
    if any(finds(page.language, "either", line) for line in lines if sum(m.line == line for m in firsts) > 1):
        return True
    listed = len(lines) == len(firsts) and len(firsts) > 1
    return listed and all(m.dated for m in firsts) and not any(m.end for m in firsts)


def _goes_back(moments: Sequence[Moment]) -> bool:
    """Return whether an hour without a day beside it begins before the one told first: a programme does not begin with its second part
    ("the talk is at 5. In Boise it is 9 then.")."""
    told = sorted(moments, key=lambda m: (m.sentence, m.position))
    return any(not later.tight and as_utc(later.starts[0]) < as_utc(told[0].starts[0]) for later in told[1:])


def _side_by_side(page: Page, moments: Sequence[Moment]) -> bool:
    """Return whether a sentence tells just two hours, with no end, no zone and no word that one comes after the other: as likely one time
    on two clocks, or when to be there, as two talks. What a bracket tells again without a place is of others."""
    for line in {m.line for m in moments}:
        here = sorted((m for m in moments if m.line == line), key=lambda m: m.position)
        if len(here) == 2 and not any(m.end for m in here) and not here[0].tz_stated:
            between = line[here[0].position : here[1].position]
            bracket = line[here[1].position :].partition(")")[0] if between.rstrip().endswith("(") else ""
            if not finds(page.language, "and_then", page.language.plain(between)) and not _BARE.match(bracket):
                return True
    return False
