"""What comes next, as the owner was told: by when they decide (E11, E19), and whether they want to be left in peace (E18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from bot.core.reading.company.cues import Language
from bot.core.reading.company.decision_days import Setting, find_counted_day, find_day, find_firm_day
from bot.core.reading.company.decision_pieces import Piece, split_sentence
from bot.core.reading.company.folding import fold
from bot.core.reading.company.page import Sentence, holds
from bot.core.reading.company.scanning import find_scanned_dates, mail_day, without
from bot.core.reading.company.wording import flatten
from bot.core.reading.debrief.notes import Notes
from bot.core.reading.types import ContactWish

_WISHES = (
    ("debrief_no_contact", ContactWish.NO_CONTACT),
    ("debrief_no_chasing", ContactWish.NO_CHASING),
    ("debrief_no_calls", ContactWish.NO_CALLS),
)
_LEAST_SENTENCES, _MOST_BLANKS, _MOST_DAYS = 2, 6, 70
_WIDE, _MIDDLE, _WEDNESDAY, _HALF_A_YEAR = 2, 15, 2, 183
_LAST_WEEK, _FRIDAY = 52, 5


def find_decision_day(notes: Notes) -> date | None:
    """Return the day by which they decide or get back; the owner's own deadlines, and dates of further talks, do not count."""
    today = mail_day(notes.page)
    if today is None:
        return None
    setting = Setting(notes.language, notes.held.date() if notes.held else None, today, counted=True)
    pieces = list(_pieces(notes, setting))
    for narrow in (_telling, _naming_a_day_alone):
        for number, (sentence, whole) in enumerate(pieces):
            piece = narrow(notes, sentence, whole)
            day = _day_of(setting, piece, [earlier for _, earlier in pieces[:number]]) if piece else None
            if day and day >= today:
                return day
    return None


def _day_of(setting: Setting, piece: Piece, before: list[Piece]) -> date | None:
    return (
        find_counted_day(setting, piece, before)
        or _wide_day(piece)
        or find_firm_day(setting, piece, before)
        or find_day(setting, piece, before, sure=True)
        or _counted_day(setting, piece)
        or _middle_day(setting, piece)
        or _numbered_day(setting, piece)
        or _end_of_numbered_week(setting, piece)
        or _last_of_two(setting, piece)
    )


def _wide_day(piece: Piece) -> date | None:
    """Return the only day named, where its name is of three words or more ("Friday in a week"): a span in it is no other day."""
    if len(piece.mentions) != 1:
        return None
    (mention,) = piece.mentions
    wide = piece.text[mention.start : mention.end].count(" ") >= _WIDE and not mention.span_of_days
    return mention.readings[0] if wide and len(mention.readings) == 1 else None


def _middle_day(setting: Setting, piece: Piece) -> date | None:
    """Return the fifteenth for "mid-June", and the Wednesday for "mid next week"."""
    match = setting.language.match("debrief_middle", piece.flat)
    if match is None:
        return None
    if match["week"]:
        return setting.today + timedelta(days=7 - setting.today.weekday() + _WEDNESDAY)
    months = {fold(name): number for name, number in setting.language.vocabulary.months.items()}
    month = months.get(match["month"])
    return _next(setting.today, _MIDDLE, month) if month else None


def _numbered_day(setting: Setting, piece: Piece) -> date | None:
    """Return the day told by a number with hardly a word beside it ("by 24th", "Entscheidung: 31.05.")."""
    match = setting.language.match("debrief_number", piece.flat)
    if match is None or piece.mentions:
        return None
    return _next(setting.today, int(match["day"]), int(match["month"]) if match["month"] else None)


def _end_of_numbered_week(setting: Setting, piece: Piece) -> date | None:
    """Return the Friday of the calendar week that is told by its number ("KW 12", ISO 8601), of the next such week."""
    match = setting.language.match("debrief_week_number", piece.flat)
    if match is None or not 1 <= int(match["week"]) <= _LAST_WEEK:
        return None
    years = (setting.today.year, setting.today.year + 1)
    fridays = (date.fromisocalendar(year, int(match["week"]), _FRIDAY) for year in years)
    return next((friday for friday in fridays if friday >= setting.today), None)


def _next(today: date, day: int, month: int | None) -> date | None:
    """Return the next such day, of any month where none is named; None where there is none, or none within half a year."""
    ahead = (today + timedelta(days=days) for days in range(_HALF_A_YEAR))
    return next((one for one in ahead if one.day == day and month in (None, one.month)), None)


def _last_of_two(setting: Setting, piece: Piece) -> date | None:
    """Return the later of two days in one breath: they meet on the first, and tell on the other."""
    days = [mention.readings[0] for mention in piece.mentions if len(mention.readings) == 1]
    return max(days) if len(days) == len(piece.mentions) == 2 and setting.today <= min(days) else None


def _counted_day(setting: Setting, piece: Piece) -> date | None:
    """Return the day that is counted without "in" or "within" ("they take a week", "he said give it ten days")."""
    match = setting.language.match("debrief_span", piece.flat)
    if match is None:
        return None
    days = _number(setting.language, match["n"]) * (7 if match["week"] else 1)
    return setting.today + timedelta(days=days) if 0 < days <= _MOST_DAYS else None


def _number(language: Language, word: str) -> int:
    if word.isdecimal():
        return int(word)
    named = {fold(name): number for name, number in language.numbers.items()}
    return named.get(word, 1 if word in language.word_set("one") else 0)


def _pieces(notes: Notes, setting: Setting) -> Iterator[tuple[Sentence, Piece]]:
    for sentence, mentions in zip(notes.sentences, find_scanned_dates(notes.page), strict=True):
        for piece in split_sentence(setting.language, sentence.text, mentions, known=False, talk=setting.held):
            yield from ((sentence, clause) for clause in _clauses(setting.language, piece))


def _clauses(language: Language, piece: Piece) -> Iterator[Piece]:
    """Yield the clauses of *piece*: in one breath people tell by when they themselves have to answer, and by when they are answered."""
    breaks = [match.start() for match in language.pattern("clause_break").finditer(fold(piece.text))]
    for start, end in pairwise([0, *breaks, len(piece.text)]):
        text = piece.text[start:end]
        own = tuple(
            replace(mention, start=mention.start - start, end=mention.end - start)
            for mention in piece.mentions
            if start <= mention.start and mention.end <= end
        )
        yield replace(piece, text=text, flat=flatten(language, text), mentions=own)


def _telling(notes: Notes, _sentence: Sentence, piece: Piece) -> Piece | None:
    """Return *piece* where it says that they decide or get back."""
    names = {cue.name for cue in notes.language.cues.get("debrief_decision", ()) if holds(cue, piece.flat)}
    if "not" in names:
        return None
    if "told" in names:
        return piece
    company = {cue.name for cue in notes.language.cues.get("decision", ()) if holds(cue, piece.flat)}
    return piece if "sure" in company and not any(name.startswith("not") for name in company) else None


def _naming_a_day_alone(notes: Notes, sentence: Sentence, piece: Piece) -> Piece | None:
    """Return the opening of a line that answers "when will they decide?": a day and hardly a word beside it."""
    if len(notes.sentences) < _LEAST_SENTENCES or not sentence.text.startswith(piece.text):
        return None
    text = piece.text.partition(",")[0]
    opening = Piece(
        text, flatten(notes.language, text), tuple(m for m in piece.mentions if m.end <= len(text)), known=False
    )
    rest = re.findall(r"[^\W\d_]{3,}", without(text, opening.mentions))
    spare = notes.language.word_set("beside_a_day")
    short = text.count(" ") <= _MOST_BLANKS
    return opening if short and all(fold(word) in spare for word in rest) else None


def wants_a_call(notes: Notes) -> bool:
    """Return whether they asked the owner to call them (E7)."""
    return any(True for _ in notes.saying("debrief_call_us"))


def find_wish(notes: Notes) -> ContactWish:
    """Return what they asked the owner not to do; what he himself does not want sent is no wish of theirs."""
    for section, wish in _WISHES:
        if any(not notes.says("debrief_wish_not", sentence) for sentence in notes.saying(section)):
            return wish
    return ContactWish.NONE
