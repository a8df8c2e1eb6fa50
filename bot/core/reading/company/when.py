"""The time of a talk, as the moments make it that a mail names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.core.reading.company.agreement import Agreement
from bot.core.reading.company.ends import end_at, find_open_ends
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page
from bot.core.reading.company.wording import finds
from bot.core.reading.types import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """``start``/``end`` of the talk, aware; several talks of a day are its ``slots``. ``options``: the readings that stand where none
    can be chosen. ``offered``: different moments put up for choice. ``moment``: the one chosen. ``called_off``: the moment that is given
    up or moved, where the mail names it. ``shifted``: the new time is told by its distance from the old. ``to_come``: the new text
    names any moment to come, whatever it is of. ``agreement``: what the mails before had come to."""

    start: datetime | None = None
    end: datetime | None = None
    tz: str | None = None
    tz_stated: bool = False
    slots: tuple[Slot, ...] = ()
    options: tuple[datetime, ...] = ()
    offered: tuple[Moment, ...] = ()
    moment: Moment | None = None
    called_off: Moment | None = None
    to_come: bool = False
    shifted: bool = False
    agreement: Agreement = field(default_factory=Agreement)

    def in_doubt(self, moment: Moment, *options: datetime) -> When:
        """Return the same without a time: *options* are the readings that stand, and *moment* is offered."""
        return replace(self, start=None, end=None, options=options, offered=(moment,), slots=())


def settle(page: Page, groups: Sequence[Sequence[Moment]], called_off: Moment | None) -> When:
    """Return the time that *groups* of moments, each of one instant, make: one talk, or several of a day."""
    if len(groups) == 1 and len(groups[0][0].starts) > 1:
        return When(options=groups[0][0].starts, offered=(groups[0][0],), called_off=called_off)
    firsts = sorted((group[0] for group in groups), key=lambda m: as_utc(m.starts[0]))
    first = firsts[0]
    stated = next((m for group in groups for m in group if m.tz_stated), first)
    end = _end_of(page, groups, firsts) or end_at(first.starts[0], find_open_ends(page))
    slots = tuple(Slot(start=m.starts[0], end=m.end) for m in firsts) if len(firsts) > 1 else ()
    return When(
        start=first.starts[0],
        end=end,
        tz=first.tz if first.tz_stated or not stated.tz_stated else stated.tz,
        tz_stated=any(m.tz_stated for group in groups for m in group),
        slots=tuple(s for s in slots if not (s.end is None and end is not None and as_utc(s.start) == as_utc(end))),
        moment=first,
        called_off=called_off,
    )


def _end_of(page: Page, groups: Sequence[Sequence[Moment]], firsts: Sequence[Moment]) -> datetime | None:
    """Return the end that *groups* state, of which *firsts* are the talks in their order: none before the last of them begins."""
    ends = [end for group in groups for m in group if (end := _end_in(m, group)) is not None]
    end = max(ends, key=as_utc) if ends else None
    if len(firsts) == 1:
        return end
    begins = as_utc(firsts[-1].starts[0])
    if (end is None or as_utc(end) < begins) and finds(page.language, "finish", firsts[-1].line):
        return firsts[-1].starts[0]
    return end if end is not None and as_utc(end) > begins else None


def _end_in(moment: Moment, group: Sequence[Moment]) -> datetime | None:
    """Return the end of *moment*, which is given for its first reading, for the reading that its group shares."""
    if moment.end is None or len(moment.starts) == 1:
        return moment.end
    return group[0].starts[0] + (moment.end - moment.starts[0])
