"""A time told by its distance from the one that was agreed ("we start an hour later")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice

from bot.core.reading.company.cues import Language
from bot.core.reading.company.duration import find_lengths
from bot.core.reading.company.moments import Moment, as_utc
from bot.core.reading.company.page import Page
from bot.core.reading.company.wording import finds, flatten

_LEAST, _MOST = timedelta(minutes=15), timedelta(hours=5)
_REACH = 40
_MOST_SHIFTS = 4
_MOST_BETWEEN = 4
_SIGNS = ("later_word", "later_verb", "earlier_word", "earlier_verb")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """``by``: how much later (earlier: negative). ``sentence``: where it stands. ``told``: the new time is said beside it ("than")."""

    by: timedelta
    sentence: int
    told: bool


def find_shift(page: Page) -> Shift | None:
    """Return by how much the new text moves the time of day; None where it does not say so outright, or says several."""
    found: list[Shift] = []
    for number, sentence in enumerate(page.sentences):
        if not sentence.text.endswith("?") and len(found) < _MOST_SHIFTS:
            found += _shifts(page.language, flatten(page.language, sentence.plain), number)
    return found[0] if len({shift.by for shift in found}) == 1 else None


def _shifts(language: Language, flat: str, number: int) -> list[Shift]:
    if not any(finds(language, name, flat) for name in _SIGNS) or finds(language, "shift_aside", flat):
        return []
    return [
        Shift(by=by, sentence=number, told=language.pattern("shift_than").search(after[:_REACH]) is not None)
        for way, sign in (("later", 1), ("earlier", -1))
        for minutes, after in (*_before_word(language, way, flat), *_behind_verb(language, way, flat))
        if _LEAST <= abs(by := timedelta(minutes=sign * minutes)) <= _MOST
    ]


def _before_word(language: Language, way: str, flat: str) -> Iterator[tuple[int, str]]:
    """Yield the minutes of each length right before a word such as "later", and what follows the word."""
    for word in islice(language.pattern(f"{way}_word").finditer(flat), _MOST_SHIFTS):
        lead = flat[max(0, word.start() - _REACH) : word.start()].rstrip()
        lengths = [
            (m.start(), minutes) for m, minutes in find_lengths(language, lead) if m.end() == len(lead) and minutes
        ]
        if lengths:
            yield min(lengths)[1], flat[word.end() :]


def _behind_verb(language: Language, way: str, flat: str) -> Iterator[tuple[int, str]]:
    """Yield the minutes of each length behind words such as "delayed", and what follows it."""
    for verb in islice(language.pattern(f"{way}_verb").finditer(flat), _MOST_SHIFTS):
        rest = flat[verb.end() : verb.end() + _REACH].lstrip()
        lengths = [(m.start(), -m.end(), minutes) for m, minutes in find_lengths(language, rest) if minutes]
        if lengths and len(rest[: min(lengths)[0]].split()) <= _MOST_BETWEEN:
            yield min(lengths)[2], rest[-min(lengths)[1] :]


def shift_moment(shift: Shift, agreed: Sequence[Moment]) -> Moment | None:
    """Return the moment that *shift* makes of the one that was agreed; None where that is not one instant."""
    instants = {as_utc(start) for moment in agreed for start in moment.starts}
    if len(instants) != 1:
        return None
    moment = agreed[0]
    end = moment.end + shift.by if moment.end else None
    return replace(
        moment, starts=(moment.starts[0] + shift.by,), end=end, quoted=False, old=False, sentence=shift.sentence
    )
