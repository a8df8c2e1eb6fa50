"""Times told beside the one that is settled: of other days ("the committee meets on the 9th at 10"), or as the reason for it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.reading.company.acts import Act
from bot.core.reading.company.clauses import names_the_talk, says
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page
from bot.core.reading.company.wording import finds, read_before

_SETTLING = (Act.FIX, Act.AGREE, Act.REMIND, Act.INVITE, Act.MOVED)
_TELLING = (*_SETTLING, Act.PROPOSE)
"""A time that is proposed may be the talk's; which hours somebody has is proposed as well, so that it settles none."""
_SURELY = 0.5
_SURELY_NAMED = 0.3
"""So much is enough of a sentence that names the interview."""
_HARDLY = 0.3


def settles(page: Page, moment: Moment) -> bool:
    """Return whether the sentence of *moment* surely settles the day and hour of a talk, which it names."""
    if not moment.dated or moment.quoted or len(moment.starts) > 1:
        return False
    return _share(page, moment, _SETTLING) >= (_SURELY_NAMED if names_interview(page, moment) else _SURELY)


def names_interview(page: Page, moment: Moment) -> bool:
    """Return whether the sentence of *moment* names the interview."""
    return says(page.language, "interview", page.language.plain(moment.line), "word")


def without_other_days(page: Page, fitting: Sequence[Moment]) -> list[Moment]:
    """Return *fitting* without the times on days of which no sentence settles anything, where one settles another day."""
    days = {m.starts[0].date() for m in fitting if settles(page, m)}
    return [m for m in fitting if not days or m.quoted or m.starts[0].date() in days or not _is_aside(page, m)]


def without_reasons(page: Page, fitting: Sequence[Moment]) -> list[Moment]:
    """Return *fitting* without the hours that only give the reason for one behind them ("the bus gets in at 2, so let's say 2:30")."""
    outcomes = [m for m in fitting if is_outcome(page, m)]
    return [m for m in fitting if not any(_is_reason(page, m, outcome) for outcome in outcomes)]


def is_outcome(page: Page, moment: Moment) -> bool:
    """Return whether the words right before *moment* name it as what comes out of those before, and not as when to be there."""
    before = read_before(page.language, moment.line[: moment.position])
    comes = page.language.pattern("outcome_before").search(before)
    arrives = page.language.pattern("arrive_before").search(before) or finds(page.language, "shift_aside", before)
    return comes is not None and not arrives


def _is_reason(page: Page, moment: Moment, outcome: Moment) -> bool:
    behind = moment.sentence == outcome.sentence and moment.position < outcome.position
    return behind and not names_the_talk(page.language, moment.line[: moment.position])


def without_later_asides(page: Page, groups: Sequence[list[Moment]]) -> list[list[Moment]]:
    """Return *groups* without the later hours of the day that is settled that are told only in sentences that settle nothing."""
    settled = [as_utc(group[0].starts[0]) for group in groups if any(settles(page, m) for m in group)]
    if len(settled) != 1:
        return list(groups)
    return [
        group
        for group in groups
        if as_utc(group[0].starts[0]) <= settled[0] or not all(_is_aside(page, m) for m in group)
    ]


def _is_aside(page: Page, moment: Moment) -> bool:
    """Return whether the sentence of *moment* hardly tells a time of the talk; of an event, the whole mail may be."""
    if _share(page, moment, (Act.EVENT,)) >= _SURELY:
        return False
    hardly = not moment.quoted and not moment.label and _share(page, moment, _TELLING) <= _HARDLY
    return hardly and (not names_interview(page, moment) or _share(page, moment, (Act.PAST,)) >= _SURELY)


def _share(page: Page, moment: Moment, acts: Sequence[Act]) -> float:
    """Return how likely the sentence of *moment* does the likeliest of *acts*, 0 to 1."""
    shares = page.acts[moment.sentence + 1]
    return max(shares.get(act, 0.0) for act in acts)
