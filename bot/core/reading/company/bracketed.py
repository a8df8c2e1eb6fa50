"""Hours in the brackets of a labelled line ("Time: 9.40 (preparation from 9)"): of something before or beside the talk."""

from __future__ import annotations

import re

from bot.core.reading.company.clauses import names_the_talk
from bot.core.reading.company.cues import Language
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.moment import LABELS_OF_A_TIME
from bot.core.reading.company.scanning import Scanned

_BRACKET = re.compile(r"\(([^()]{1,80})\)?")
_TOLD = re.compile(r"[^\W\d_]{4,}")


def is_bracketed_aside(language: Language, line: Scanned, clock: ClockMention) -> bool:
    """Return whether *clock* stands in a bracket behind the hour that a label tells, with words of its own that name neither the talk nor
    a zone: those may tell the hour itself again."""
    if line.sentence.label not in LABELS_OF_A_TIME:
        return False
    text = line.sentence.text
    inside = next((m for m in _BRACKET.finditer(text) if m.start() < clock.start < m.end()), None)
    if inside is None or not any(other.end <= inside.start() for other in line.clocks):
        return False
    if any(inside.start() < zone.start < inside.end() for zone in line.zones):
        return False
    own = text[inside.start() : clock.start] + " " + text[clock.end : inside.end()]
    return bool(_TOLD.search(own)) and not names_the_talk(language, own)
