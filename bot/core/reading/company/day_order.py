"""Whether an author writes the day before the month."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.reading.company.cues import Language

_SLASHED = re.compile(r"(?<![\w/.])(\d{1,2})/(\d{1,2})(?:/(?:20)?\d\d)?(?![\w/])")


def tell_day_order(texts: Sequence[str], language: Language, hints: Sequence[bool]) -> bool | None:
    """Return whether this author writes the day first: by a date that admits one order only, else by the language where it always does,
    else by *hints* if they agree."""
    for text in texts:
        for match in _SLASHED.finditer(text):
            first, second = int(match[1]), int(match[2])
            if (first > 12) != (second > 12) and max(first, second) <= 31 and min(first, second) > 0:
                return first > 12
    if language.day_first:
        return True
    return hints[0] if hints and all(hint == hints[0] for hint in hints) else None
