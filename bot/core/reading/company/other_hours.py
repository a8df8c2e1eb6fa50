"""Hours of the day of a talk that are not its beginning: when to be there, the turns of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.reading.company.clauses import names_the_talk, says
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page
from bot.core.reading.company.told_aside import names_interview
from bot.core.reading.company.wording import finds, read_before

_LONGEST_WAIT = timedelta(hours=1)
_OPENS_ROW = 8
_PROGRAMME = 3
"""So many rows of hours are the programme of a day, which begins with its first."""
_SHORTLY = 40
_PAST_A_DATE = 80
_BEHIND_HOUR = re.compile(r"\d\s?[^\W\d_]{0,4}\.?[\s(]*$")
"""An hour whose zone is "your time" and no time of the owner's own: "at 10 am your time, 4 pm theirs"."""
_PART = re.compile(r"[,;:.]\s")


def without_arrival(page: Page, groups: Sequence[list[Moment]]) -> list[list[Moment]]:
    """Return *groups* without a time shortly before that of the talk in a sentence that is not of the talk: when to be there."""
    in_order = sorted(groups, key=lambda group: as_utc(group[0].starts[0]))
    if len(in_order) < 2 or any(len(group[0].starts) > 1 for group in in_order):
        return list(groups)
    first, second = in_order[0][0], in_order[1][0]
    lead = as_utc(second.starts[0]) - as_utc(first.starts[0])
    arrives = _tells_arrival(page, first, second) or _bids_come(page, first, second)
    shared = first.end == second.end and first.sentence == second.sentence
    rows = len({group[0].sentence for group in in_order}) >= _PROGRAMME and first.position <= _OPENS_ROW
    if lead <= _LONGEST_WAIT and (first.end is None or shared) and not (first.label or rows) and arrives:
        return in_order[1:]
    of_others = _of_the_talk(page, second) and not _speaks_of_owner(page, first)
    told = first.end is None or of_others
    named = _of_the_talk(page, first) if first.end is None else names_interview(page, first)
    aside = told and not (first.dated or first.label or named) and first.position > _OPENS_ROW
    if aside and first.sentence != second.sentence and lead <= _LONGEST_WAIT and _of_the_talk(page, second):
        return in_order[1:]
    if aside and first.sentence > second.sentence and second.dated and second.tight:
        return in_order[1:]  # "Tuesday 19 May at 10. The lift runs from 9."
    return list(groups)


def only_arrival(page: Page, moments: Sequence[Moment]) -> list[Moment]:
    """Return the one of *moments* at which the owner is to be there, where the new text answers nothing and tells no other hour: then the
    talk begins so ("your interview is on 11 February. Please present yourself at the office at 9")."""
    of_day = [m for m in moments if replace(m, side=False).fits]
    bids = [m for m in of_day if finds(page.language, "shift_aside", _clause_of(m.line[: m.position]))]
    alone = len({m.starts for m in of_day}) == 1 and len(bids) == len(of_day)
    named = any(names_the_talk(page.language, sentence.plain) for sentence in page.sentences)
    return [replace(m, side=False) for m in bids] if alone and named and not page.answers else []


def without_preparation(page: Page, groups: Sequence[list[Moment]]) -> list[list[Moment]]:
    """Return *groups* without the hours of another day at which somebody only prepares the owner for the talk ("I ring you on Wednesday
    at 7 to go through everything")."""
    told = [group for group in groups if not any(finds(page.language, "prep_talk", moment.line) for moment in group)]
    days = {group[0].starts[0].date() for group in told}
    apart = all(group[0].starts[0].date() not in days for group in groups if group not in told)
    return told if told and apart else list(groups)


def from_own(page: Page, groups: Sequence[list[Moment]]) -> list[list[Moment]]:
    """Return *groups* without the hours of a day that lie before the owner's own ("we interview from 9.00; you are on at 11.20")."""
    own = [as_utc(m.starts[0]) for group in groups for m in group if len(m.starts) == 1 and is_own(page, m)]
    if len(set(own)) != 1:
        return list(groups)
    day = next(m.starts[0].date() for group in groups for m in group if as_utc(m.starts[0]) == own[0])
    return [group for group in groups if group[0].starts[0].date() != day or as_utc(group[0].starts[0]) >= own[0]]


def is_own(page: Page, moment: Moment) -> bool:
    """Return whether the words right before *moment* say that it is the owner's among those of others ("you are on at 11.20")."""
    before = read_before(page.language, moment.line[max(0, moment.position - _SHORTLY) : moment.position])
    own = page.language.pattern("own_time_before").search(before)
    return own is not None and not _BEHIND_HOUR.search(before[: own.start()])


def _tells_arrival(page: Page, moment: Moment, following: Moment) -> bool:
    """Return whether the words right before *moment* tell when to be there ("arrival is from 9, you will be seen at 9.15"); a whole
    date may stand between where the clause of the *following* hour names the talk ("be there on Monday 4 May at 8; the talk begins
    at 8.30")."""
    if _tells_arrival_behind(page, moment, following):
        return True
    reach = _PAST_A_DATE if _begins_the_talk(page, following) and not _begins_the_talk(page, moment) else _SHORTLY
    before = moment.line[max(0, moment.position - reach) : moment.position]
    return bool(finds(page.language, "shift_aside", _clause_of(before)))


def _clause_of(before: str) -> str:
    """Return the clause that an hour behind the words *before* is of, be it the label of a row ("Meldezeit: ")."""
    return _PART.split(before.rstrip(" :"))[-1]


def _tells_arrival_behind(page: Page, moment: Moment, following: Moment) -> bool:
    """Return whether the words right behind *moment* tell when to be there, and those of the *following* hour name the talk ("9:30 arrival
    and coffee", "9:45 interview")."""
    shared = moment.sentence == following.sentence
    end = following.position if shared else moment.position + _SHORTLY
    behind = _PART.split(moment.line[moment.position : end])[0]
    if not finds(page.language, "shift_aside", behind) or names_the_talk(page.language, behind):
        return False
    before = _PART.split(following.line[max(0, following.position - _PAST_A_DATE) : following.position])[-1]
    return names_the_talk(page.language, before if shared else following.line)


def _begins_the_talk(page: Page, moment: Moment) -> bool:
    """Return whether the clause right before *moment* names the talk."""
    before = _PART.split(moment.line[max(0, moment.position - _PAST_A_DATE) : moment.position])[-1]
    return says(page.language, "interview", page.language.plain(before), "word")


def _speaks_of_owner(page: Page, moment: Moment) -> bool:
    """Return whether the words before *moment* speak of the owner ("you are with us from 9 to 3", not "we serve lunch from 12 to 2")."""
    return "you" in page.language.line(page.language.plain(moment.line[: moment.position])).senses


def _bids_come(page: Page, first: Moment, second: Moment) -> bool:
    """Return whether *first* only tells when to come, and *second*, behind it, when the talk begins ("come at 9.45, the talk is at 10")."""
    before = read_before(page.language, first.line[: first.position])
    if not page.language.pattern("arrive_before").search(before):
        return False
    words = second.line[: second.position]
    if first.sentence == second.sentence:
        words = words[first.position :] if first.position < second.position else ""
    elif second.sentence < first.sentence:
        return False
    return names_the_talk(page.language, words)


def _of_the_talk(page: Page, moment: Moment) -> bool:
    """Return whether the sentence of *moment* names the talk; that something is fixed is said of much else."""
    return names_the_talk(page.language, moment.line)
