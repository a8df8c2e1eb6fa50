"""Which of several proposed moments an answer picks by counting: "the second one", "Option 3", "der letzte Termin"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page
from bot.core.reading.company.wording import finds

_PLACES = ("first", "second", "third", "fourth", "fifth")
_LAST = "last"


def pick_by_ordinal(page: Page, proposed: Sequence[Moment]) -> Moment | None:
    """Return the one of the *proposed* moments, in the order they stand, that the new text counts out; None where it counts none."""
    usable = [m for m in proposed if not (m.old or m.deadline or m.side or m.past)]
    in_order = list({as_utc(m.starts[0]): m for m in reversed(usable) if len(m.starts) == 1}.values())[::-1]
    number = _counted(page)
    if len(in_order) < 2 or number is None or number >= len(in_order):
        return None
    return in_order[number]


def _counted(page: Page) -> int | None:
    """Return the index that the new text names (-1: the last); None where it names none or several."""
    found = set()
    for sentence in page.sentences:
        found |= {n for n, name in enumerate(_PLACES) if finds(page.language, f"pick_{name}", sentence.plain)}
        if finds(page.language, f"pick_{_LAST}", sentence.plain):
            found.add(-1)
    return found.pop() if len(found) == 1 else None
