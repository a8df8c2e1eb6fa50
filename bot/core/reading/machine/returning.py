"""The day on which an absent person is back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date

from bot.core.message.types import Message
from bot.core.reading.company.cues import Cues, Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.dates import find_dates
from bot.core.reading.company.page import tell_language
from bot.core.reading.company.resolving import DateSetting
from bot.core.reading.machine.wording import fold, word

_NEAR = 40
_SENTENCE_END = re.compile(r"(?<=[!?;])\s+|(?<=[^\d\s]\.)\s+|(?<=\.\d\d\.)\s+(?=[A-Z])|(?<=\d{4}\.)\s+|\n{2,}")
_CLAUSE_END = re.compile(r"[,;(]|:(?!\d)|\s[-\u2013\u2014]\s")
_BACK, _UNTIL, _RANGE, _LONE = 4, 3, 2, 1


def find_return(message: Message, text: str, cues: Cues) -> date | None:
    """Return the day stated as the first back or the last away, or None; never one before the mail was written."""
    if message.date is None:
        return None
    setting = DateSetting(today=message.date.astimezone(UTC).date())
    told = tell_language(f"{message.subject}\n{text}", cues)
    speaking = word(f"{message.subject}\n{text}", cues).languages("auto_away", "auto_back")
    for language in dict.fromkeys((told.code, *(found.code for found in speaking))):
        day = _in_language([*split_sentences(text), message.subject], cues.languages[language], setting)
        if day is not None:
            return day
    return None


def split_sentences(text: str) -> list[str]:
    """Return the sentences of *text*, spaces single; a date's points end none."""
    parts = (" ".join(part.split()) for part in _SENTENCE_END.split(text))
    return [part for part in parts if part]


def _in_language(sentences: Sequence[str], language: Language, setting: DateSetting) -> date | None:
    """Return the latest day of the surest sentence: "from 9 to 20 February, back on the 23rd" is the 23rd."""
    found = [weighed for sentence in sentences for weighed in _weighed(sentence, language, setting)]
    surest = max((weight for weight, _ in found), default=0)
    return next((day for weight, day in found if weight == surest), None) if surest else None


def _weighed(sentence: str, language: Language, setting: DateSetting) -> Iterator[tuple[int, date]]:
    folded = fold(sentence, language)
    back = language.pattern("auto_back").search(folded) is not None
    if not any(character.isdigit() for character in sentence) and not back:
        return
    if not back and not any(language.pattern(name).search(folded) for name in ("auto_away", "auto_until")):
        return
    mentions = find_dates(sentence, language, setting)
    days = []
    for number, mention in enumerate(mentions):
        ahead = [day for day in mention.readings if day >= setting.today]
        start = mentions[number - 1].end if number else 0
        end = mentions[number + 1].start if number + 1 < len(mentions) else len(sentence)
        weight = _weight(sentence, mention, language, (start, end))
        if len(ahead) == 1 and weight:
            days.append((weight, ahead[0]))
    if days:
        yield max(days)


def _weight(sentence: str, mention: DateMention, language: Language, around: tuple[int, int]) -> int:
    """Return how surely this date ends the absence; 0 for one that begins it."""
    before = fold(sentence[max(around[0], mention.start - _NEAR) : mention.start], language)
    after = fold(_rest_of_clause(sentence[mention.end : around[1]]), language)
    until, begins = _last_end(language, "auto_until", before), _last_end(language, "auto_from", before)
    if language.pattern("auto_back").search(after) or language.pattern("auto_back").search(before):
        return _BACK
    if until >= 0 and until >= begins:
        return _UNTIL
    if begins >= 0:
        return 0
    return _RANGE if mention.span_of_days else _LONE


def _rest_of_clause(text: str) -> str:
    """Return what belongs to the date before *text*, over a comma if an hour follows ("on Monday, the 24th, at 9:00 again")."""
    parts = [part for part in _CLAUSE_END.split(text) if part.strip()] or [""]
    split = _CLAUSE_END.match(text.lstrip()) is not None
    return parts[0] if not split or any(character.isdigit() for character in parts[0]) else ""


def _last_end(language: Language, name: str, text: str) -> int:
    return max((match.end() for match in language.pattern(name).finditer(text)), default=-1)
