"""Words that are likely an hour, right beside a day, and that nothing has read as one ("Five on Tuesday's grand")."""

from __future__ import annotations

import re

from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.folding import any_of, fold
from bot.core.reading.company.page import Page
from bot.core.reading.company.scanning import Scanned, new_lines

_HOURS = range(2, 13)
_REACH = 24


def has_unread_hour(page: Page) -> bool:
    """Return whether a sentence of the new text names a day with the word of an hour beside it that was not read."""
    return any(
        _is_beside(page.language, line, mention)
        for line in new_lines(page)
        if not line.clocks
        for mention in line.dates
        if mention.readings and not mention.span_of_days and not mention.numbered
    )


def _is_beside(language: Language, line: Scanned, mention: DateMention) -> bool:
    text = fold(line.sentence.text)
    before, behind = text[max(0, mention.start - _REACH) : mention.start], text[mention.end : mention.end + _REACH]
    hour = _hour(language)
    counted = any_of(
        word for name in ("length_units", "minute_words", "counted_after") for word in language.vocabulary.all_of(name)
    )
    led = re.search(rf"(?<!\w)(?:{hour})\s(?:\w{{1,3}}\s){{0,2}}$", before)
    follows = re.match(rf"\s?,?\s(?:\w{{1,3}}\s){{0,2}}(?:{hour})(?!\w|\s(?:{counted})(?!\w))", behind)
    return led is not None or follows is not None


def _hour(language: Language) -> str:
    return any_of(word for word, number in language.numbers.items() if number in _HOURS)
