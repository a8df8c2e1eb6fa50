"""How much speaks for a moment being the time of the talk."""

from __future__ import annotations

import re

from bot.core.reading.company.moment import LABELS_OF_A_TIME, Moment
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.wording import finds, read_before

_LED_BY = 50
_LEADS_IN = re.compile(r":\s|\s[-\u2013\u2014]\s")


def score_moment(page: Page, moment: Moment) -> float:
    """Return how much speaks for *moment* being the time of the talk."""
    score = 0.0
    if moment.label in LABELS_OF_A_TIME:
        score += 3.0
    plain = page.language.plain(moment.line)
    near = _neighbours(page, moment)
    if has_cue(page.language, "interview", plain):
        score += 2.0
    elif has_cue(page.language, "interview", near):
        score += 1.0
    score += 1.5 if moment.tight else 1.0 if moment.dated else 0.0
    score += 0.5 if moment.sure else 0.0
    score += 2.5 if _moved_to(page, moment) else 0.0
    score += 0.5 if moment.tz_stated else 0.0
    return score


def _moved_to(page: Page, moment: Moment) -> bool:
    """Return whether the sentence says that the talk moves to this moment."""
    plain = page.language.plain(moment.line)
    moves = has_cue(page.language, "reschedule", plain) or bool(finds(page.language, "moved", plain))
    return moves and _named_as_new(page, moment)


def _named_as_new(page: Page, moment: Moment) -> bool:
    """Return whether the words right before the moment say that it is the new time, of whatever length the way to it is said to be."""
    before = read_before(page.language, moment.line[max(0, moment.position - 40) : moment.position])
    return bool(page.language.pattern("new_before").search(before))


def led_in_as_new(page: Page, moment: Moment) -> bool:
    """Return whether a day and hour stand behind a colon or dash, as the outcome of the words before ("a week later: Wed 11, 10 am")."""
    led = _LEADS_IN.search(moment.line[max(0, moment.position - _LED_BY) : moment.position])
    return (moment.dated and led is not None) or _named_as_new(page, moment)


def _neighbours(page: Page, moment: Moment) -> str:
    lines = page.quoted if moment.quoted else page.sentences
    low, high = max(0, moment.sentence - 1), moment.sentence + 2
    return "\n".join(line.plain for line in lines[low:high]) + "\n" + page.language.plain(page.topic)
