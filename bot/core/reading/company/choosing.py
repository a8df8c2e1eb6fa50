"""Which of the moments a mail names is the talk. A wrong time is worse than none: where two stand, both are given and none is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.reading.company.acted import told_by_act
from bot.core.reading.company.after_agreement import in_doubt_beside, weigh_by_agreement
from bot.core.reading.company.agreement import read_agreement
from bot.core.reading.company.choices import asks_for_times
from bot.core.reading.company.day_counted import in_doubt_of_day
from bot.core.reading.company.loose_hours import in_doubt_of_loose_hours
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.moment_groups import are_alternatives, days_of, said_again, same_instants
from bot.core.reading.company.moment_score import score_moment
from bot.core.reading.company.not_the_first import in_doubt_of_first, in_doubt_of_wish
from bot.core.reading.company.other_hours import from_own, only_arrival, without_arrival, without_preparation
from bot.core.reading.company.page import Page, speaks_of
from bot.core.reading.company.shifted import apply_shift
from bot.core.reading.company.taken_up import moves_it, taken_from_quoted
from bot.core.reading.company.told_aside import (
    settles,
    without_later_asides,
    without_other_days,
    without_reasons,
)
from bot.core.reading.company.turns import own_turn
from bot.core.reading.company.unexplained import in_doubt_of_hours
from bot.core.reading.company.untold_hours import in_doubt_of_untold
from bot.core.reading.company.when import When, settle

_SURE_MARGIN = 2.0
_MOST_OPTIONS = 6
_MADE_WITHIN = timedelta(minutes=2)


def choose_when(page: Page, moments: Sequence[Moment], *, answered: bool) -> When:
    """Return the time of the talk. *answered*: the new text agrees to something, so that the quoted text may hold the time."""
    to_come = any(not m.quoted and not m.past for m in moments)
    agreement = read_agreement(page, [m for m in moments if m.quoted])
    weighed = weigh_by_agreement(page, moments, agreement)
    agreed = agreement.only_proposed and speaks_of(page, "assent")
    when = apply_shift(page, weighed, _choose(page, weighed, answered=answered or agreed))
    when = in_doubt_of_hours(page, in_doubt_beside(page, when, agreement, weighed), moments)
    when = in_doubt_of_untold(page, in_doubt_of_day(page, when, agreement))
    when = in_doubt_of_loose_hours(page, in_doubt_of_first(page, when, weighed), weighed)
    when = in_doubt_of_wish(page, when)
    undated = when.moment is not None and not when.moment.dated  # "the time remains", where no other day is read
    when = _without_given_up(when, weighed) if undated or moves_it(page) else when
    return replace(when, to_come=to_come, agreement=agreement)


def _choose(page: Page, moments: Sequence[Moment], *, answered: bool) -> When:
    new = [m for m in moments if not m.quoted]
    called_off = _called_off(page, moments)
    fitting = [m for m in new if m.fits] or (taken_from_quoted(page, moments) if answered else [])
    fitting = fitting or only_arrival(page, new) or told_by_act(page, new)
    offered = tuple(m for m in new if m.choice and not (m.old or m.deadline or m.past))
    fitting = _yet_to_begin(page, fitting)
    if not fitting or _among_choices(page, fitting, offered):
        return When(offered=(*fitting, *offered) if offered else (), called_off=called_off)
    fitting = without_other_days(page, without_reasons(page, fitting))
    scored = sorted(((score_moment(page, m), m) for m in fitting), key=lambda pair: -pair[0])
    best = [pair for pair in scored if pair[0] >= scored[0][0] - _SURE_MARGIN]
    groups = same_instants([*(m for _, m in best), *said_again([m for _, m in scored], [m for _, m in best])])
    turns = own_turn(page, groups)
    groups = without_preparation(page, from_own(page, without_arrival(page, turns or groups)))
    days = days_of(groups)
    if len(days) == 1 and turns is not None and are_alternatives(page, groups):
        groups = without_later_asides(page, groups)
    if len(groups) == 1 or (len(days) == 1 and turns is not None and not are_alternatives(page, groups)):
        return settle(page, groups, called_off)
    firsts = tuple(group[0] for group in groups)
    return When(
        options=tuple(m.starts[0] for m in firsts)[:_MOST_OPTIONS],
        offered=firsts[:1] if any(m.rival for m in firsts) else firsts,
        called_off=called_off,
    )


def _yet_to_begin(page: Page, fitting: Sequence[Moment]) -> list[Moment]:
    """Return those of *fitting* that had not begun when the mail was written, where there are any: beside one to come, what has just
    begun is mostly when the mail itself was made ("sent on 9 June 2026 at 10:02")."""
    sent = page.sent_at
    ahead = [m for m in fitting if sent is not None and as_utc(max(m.starts)) > as_utc(sent) + _MADE_WITHIN]
    return ahead or list(fitting)


def _among_choices(page: Page, fitting: Sequence[Moment], offered: Sequence[Moment]) -> bool:
    """Return whether every time that could stand is listed beside times to choose from, in a mail that asks which one suits."""
    if any(settles(page, moment) for moment in fitting):
        return False
    paragraphs = {m.paragraph for m in offered if not m.quoted}
    beside = all(not m.quoted and m.paragraph in paragraphs for m in fitting)
    return bool(paragraphs) and beside and asks_for_times(page)


def _without_given_up(when: When, moments: Sequence[Moment]) -> When:
    """Return *when* in doubt where its time is the very one that the new text gives up."""
    old = {as_utc(start) for m in moments if m.old and not m.quoted and len(m.starts) == 1 for start in m.starts}
    if when.start is None or when.moment is None or len(when.slots) > 1 or as_utc(when.start) not in old:
        return when
    return when.in_doubt(when.moment, when.start)


def _called_off(page: Page, moments: Sequence[Moment]) -> Moment | None:
    """Return the moment that is given up: named as old, else the only one there is."""
    usable = [m for m in moments if not m.deadline and not m.past]
    old = [m for m in usable if m.old and not m.quoted]
    if old:
        return old[0]
    fresh = [m for m in usable if not m.quoted]
    new = [group[0] for group in same_instants([m for m in fresh if not m.side] or fresh)]
    if new:
        best = max(score_moment(page, moment) for moment in new)
        likely = [moment for moment in new if score_moment(page, moment) == best]
    else:
        likely = [group[0] for group in same_instants([m for m in usable if m.quoted])]
    return likely[0] if len(likely) == 1 else None
