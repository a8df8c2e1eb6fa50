"""Times that what their sentence does makes those of the talk, though single words in it speak of something else ("I'll collect you from
the gate at 4pm on Friday")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.reading.company.acts import Act
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page
from bot.core.reading.company.scanning import new_lines
from bot.core.reading.company.wording import finds

_TELLS = (Act.FIX, Act.AGREE, Act.REMIND, Act.MOVED)
_GIVES_UP = (Act.MOVED, Act.CANT, Act.OFF)
_LIKELY, _HARDLY = 0.5, 0.25
_LONGEST = timedelta(hours=5)


def told_by_act(page: Page, moments: Sequence[Moment]) -> list[Moment]:
    """Return those of *moments* of which none fits by its words, where what their sentences do is to tell the time of the talk, and where
    they all are of one instant."""
    told = [m for m in moments if not (m.past or m.choice or m.elsewhere or m.quoted)]
    likely = [replace(m, side=False, deadline=False, old=False) for m in told if _tells(page, m)]
    instants = {as_utc(start) for m in told for start in m.starts[:1]}
    return likely if len(instants) == 1 else []


def _tells(page: Page, moment: Moment) -> bool:
    hours = next((len(line.clocks) for line in new_lines(page) if line.index == moment.sentence), 1)
    shares = page.acts[moment.sentence + 1]
    if hours > 1:
        return False
    if finds(page.language, "only_afterwards", moment.line[moment.position :]):
        return False  # "we close at 1, then there is time for the talk"
    if moment.old and max(shares.get(act, 0.0) for act in _GIVES_UP) > _HARDLY:
        return False
    return max(shares.get(act, 0.0) for act in _TELLS) >= _LIKELY
