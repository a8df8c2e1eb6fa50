"""By when they say they decide or get back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.core.reading.company.cues import Language
from bot.core.reading.company.dates import DateMention
from bot.core.reading.company.page import Page, Sentence, holds
from bot.core.reading.company.scanning import find_scanned_dates, mail_day
from bot.core.reading.company.spans import end_of_week, find_loose_span, find_span
from bot.core.reading.company.wording import flatten, read_before

_REACH = 50
_AGAIN = 20


def find_decision_by(page: Page, start: datetime | None) -> date | None:
    """Return the date by which they say they decide or get back; the owner's own deadlines do not count. *start*: the talk's time."""
    today = mail_day(page)
    if today is None:
        return None
    mentioned = find_scanned_dates(page)
    held = start.date() if start else None
    for number, sentence in enumerate(page.sentences):
        if not _speaks_of_answer(page.language, sentence):
            continue
        found = _date_in(page.language, sentence, mentioned[number], held, today)
        if found and found >= today:
            return found
    return None


def _speaks_of_answer(language: Language, sentence: Sentence) -> bool:
    """Return whether a sentence says when *they* answer; what they want of the owner by a date is another matter."""
    if sentence.label in ("when", "date", "time", "deadline"):
        return False
    plain = flatten(language, sentence.plain)
    names = {cue.name for cue in language.cues.get("decision", ()) if holds(cue, plain)}
    return any(name.startswith("when") for name in names) and not any(name.startswith("not") for name in names)


def _date_in(
    language: Language, sentence: Sentence, mentions: tuple[DateMention, ...], held: date | None, today: date
) -> date | None:
    """Return the date of a sentence, the plainer ways to say it first."""
    plain = flatten(language, sentence.plain)
    return (
        _stated(language, sentence, mentions, held, today)
        or find_span(plain, language, held=held, today=today)
        or _mentioned(language, sentence, mentions, held, today)
        or find_loose_span(plain, language, held=held, today=today)
    )


def _stated(
    language: Language, sentence: Sentence, mentions: tuple[DateMention, ...], held: date | None, today: date
) -> date | None:
    """Return the date behind "by", "no later than" and the like; for "the week of" a date, that week's Friday."""
    by = None
    week = None
    for mention in mentions:
        before = read_before(language, sentence.text[max(0, mention.start - _REACH) : mention.start])
        if len(mention.readings) != 1 or mention.readings[0] < today:
            continue
        if language.pattern("week_of_before").search(before):
            week = end_of_week(mention.readings[0])
        elif language.pattern("by_before").search(before) and mention.readings[0] != held:
            by = _behind_talk(_dated(mention, mentions), mention, held)
    return by or week


def _behind_talk(day: date, mention: DateMention, held: date | None) -> date:
    """Return the weekday that follows the talk, where a bare weekday falls before it ("on Tuesday the 16th ... by the Friday")."""
    if held is None or mention.numbered or mention.weekday is None or day > held:
        return day
    return held + timedelta(days=(mention.weekday - held.weekday()) % 7 or 7)


def _dated(mention: DateMention, mentions: tuple[DateMention, ...]) -> date:
    """Return the day of a date; where a bare weekday is told again by number ("Freitag der KW 29 (17.07.)"), that one's."""
    for other in () if mention.numbered else mentions:
        if 0 <= other.start - mention.end <= _AGAIN and other.numbered and len(other.readings) == 1:
            return other.readings[0]
    return mention.readings[0]


def _mentioned(
    language: Language, sentence: Sentence, mentions: tuple[DateMention, ...], held: date | None, today: date
) -> date | None:
    """Return the date that stands behind "on" or the like, ends the sentence or is its only one in full, and is not of the talks."""
    found = None
    for mention in mentions:
        if len(mention.readings) != 1 or mention.readings[0] < today or mention.readings[0] == held:
            continue
        before = read_before(language, sentence.text[max(0, mention.start - _REACH) : mention.start])
        stands = language.pattern("on_before").search(before) or sentence.text[: mention.start].rstrip()[-1:] in ",(:"
        alone = len(mentions) == 1 and mention.weekday is not None and mention.numbered
        ends = mention.end >= len(sentence.text) - 2
        if (stands or ends or alone) and not language.pattern("talks_before").search(before):
            found = mention.readings[0]
    return found
