"""Which of several proposed moments an answer picks out: "the second one", "Option 3", "der letzte Termin", "Thursday, the earlier one"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.naming import pick_by_name
from bot.core.reading.company.page import Page
from bot.core.reading.company.picked_part import agreed_parts, pick_by_part
from bot.core.reading.company.wording import finds

_PLACES = ("first", "second", "third", "fourth", "fifth")
_LAST = "last"
_MIDDLE = "middle"
_NOON = 12


def pick_by_ordinal(page: Page, proposed: Sequence[Moment], days: Collection[date]) -> Moment | None:
    """Return the one of the *proposed* moments, in the order they stand, that the new text counts out, or tells by where it lies among
    those of the *days* that it names (of all, where it names none); None where it does neither."""
    usable = [m for m in proposed if not (m.old or m.deadline or m.side or m.past)]
    in_order = list({as_utc(m.starts[0]): m for m in reversed(usable) if len(m.starts) == 1}.values())[::-1]
    number = _counted(page)
    if len(in_order) < 2:
        return None
    if number is not None:
        return in_order[number] if number < len(in_order) else None
    if len(in_order) % 2 and _says(page, _MIDDLE):
        return in_order[len(in_order) // 2]
    return _by_place(page, [m for m in in_order if not days or m.starts[0].date() in days])


def picks_quoted(page: Page, moments: Sequence[Moment]) -> bool:
    """Return whether an answer counts out, or names, one of the moments that the quoted mails propose."""
    quoted = [m for m in moments if m.quoted]
    return page.answers and (pick_by_ordinal(page, quoted, ()) is not None or pick_by_name(page, quoted) is not None)


def _counted(page: Page) -> int | None:
    """Return the index that the new text names (-1: the last); None where it names none or several."""
    found = {n for n, name in enumerate(_PLACES) if _says(page, name)}
    if _says(page, _LAST):
        found.add(-1)
    return found.pop() if len(found) == 1 else None


def _by_place(page: Page, moments: Sequence[Moment]) -> Moment | None:
    """Return the earlier or the later of *moments*, or the only one before or after noon, as the new text says."""
    earlier, later = _says(page, "earlier"), _says(page, "later")
    if len(moments) > 1 and earlier is not later:
        return (min if earlier else max)(moments, key=lambda m: as_utc(m.starts[0]))
    by_part = pick_by_part(page, moments)
    if by_part is not None:
        return by_part
    halves = {"morning": False, "afternoon": True}
    said = [after_noon for name, after_noon in halves.items() if _says(page, name)] or agreed_parts(page)
    fitting = [m for m in moments if len(said) == 1 and (m.starts[0].hour >= _NOON) is said[0]]
    return fitting[0] if len(fitting) == 1 else None


def _says(page: Page, name: str) -> bool:
    return any(finds(page.language, f"pick_{name}", sentence.plain) for sentence in page.sentences)
