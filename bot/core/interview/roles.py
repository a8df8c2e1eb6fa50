"""Whether two wordings name one role, or one person."""

from __future__ import annotations

import re
from typing import Final

from bot.core.interview.company import word_set
from bot.core.message.accents import without_accents

MAX_WORDS: Final = 30

_NOT_TELLING: Final = word_set(
    "a an and at d das de der des di die du e el en et f fmd for fur gender h in la le m mfd mwd mwx of or position role stelle the und"
    " w wmd x y you your full time part remote hybrid"
)


def compatible_roles(one: str | None, other: str | None) -> bool:
    """Return False only where both are known and neither is the other with more words ("Engineer" and "Data Engineer" are compatible)."""
    a, b = _telling_words(one), _telling_words(other)
    return not a or not b or a <= b or b <= a


def same_person_name(one: str, other: str) -> bool:
    """Return whether two names can be one person: every word of the shorter stands in the longer, an initial for a name included."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and all(any(_matches(word, word_of_long) for word_of_long in long) for word in short)


def _matches(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _telling_words(text: str | None) -> set[str]:
    return set(_words(text or "")) - _NOT_TELLING


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", without_accents(text[:400].casefold()))[:MAX_WORDS]
