"""By when they say they decide or get back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum, auto

from bot.core.reading.company.acts import Act
from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.moment import LABELS_OF_A_TIME
from bot.core.reading.company.page import Page, Sentence, holds
from bot.core.reading.company.scanning import find_scanned_dates, mail_day
from bot.core.reading.company.spans import end_of_week, find_day_of_month, find_loose_span, find_named_day, find_span
from bot.core.reading.company.wording import flatten, read_before
from bot.core.reading.types import Kind

_REACH = 50
_AGAIN = 20
_LIKELY = 0.75
_MARKS = ",:(\u2013"
_CLOCK_BEHIND = re.compile(r"\W{0,3}(?:[^\W\d_]+ ){0,3}\d{1,2}(?![\d/])(?!\.\d?\d\.)")
_OTHER_LABELS = LABELS_OF_A_TIME | {"deadline"}


def find_decision_by(page: Page, start: datetime | None, kind: Kind | None = None) -> date | None:
    """Return the date by which they say they decide or get back; the owner's own deadlines do not count. *start*: the talk's time.
    *kind*: of the mail; in a receipt a number of days is but what they tell everybody, and who looks for a time says much else by dates.
    """
    today = mail_day(page)
    if today is None:
        return None
    mentioned = find_scanned_dates(page)
    setting = _Setting(page.language, start.date() if start else None, today, kind is not Kind.RECEIVED)
    sentences = [
        (sentence, mentions, shares.get(Act.DECIDE_BY, 0.0) > _LIKELY)
        for sentence, mentions, shares in zip(page.sentences, mentioned, page.acts[1:], strict=True)
        if sentence.label not in _OTHER_LABELS
    ]
    pieces = [piece for one in sentences for piece in _pieces(setting, *one)]
    told = [(_certainty(setting, piece, kind), number) for number, piece in enumerate(pieces)]
    for wanted in _SUREST_FIRST:
        for certainty, number in told:
            found = _date_in(setting, pieces[number], pieces[:number], certainty) if certainty is wanted else None
            if found and found >= today:
                return found
    return None


class _Certainty(Enum):
    """How plainly a piece says when they answer. ``SURE``: it speaks of the outcome. ``TOLD``: they will be in touch.
    ``IF_STATED``: they will, but about the talk itself, so that only a date behind "by" is when."""

    SURE = auto()
    TOLD = auto()
    IF_STATED = auto()


_SUREST_FIRST = (_Certainty.SURE, _Certainty.TOLD, _Certainty.IF_STATED)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What dates are told by: the language, the day of the talk, the day of the mail, and whether spans may be counted."""

    language: Language
    held: date | None
    today: date
    counted: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence, or what stands between its semicolons, with the dates in it; ``flat`` is without accents. ``known``: by all its words
    together the sentence says when they answer."""

    text: str
    flat: str
    mentions: tuple[DateMention, ...]
    known: bool


def _pieces(setting: _Setting, sentence: Sentence, mentions: tuple[DateMention, ...], known: bool) -> Iterator[_Piece]:
    """Yield the parts of a sentence that say something of their own, each with its dates."""
    at = 0
    for text in sentence.text.split(";"):
        own = tuple(
            replace(m, start=m.start - at, end=m.end - at)
            for m in mentions
            if at <= m.start and m.end <= at + len(text)
        )
        yield _Piece(text, flatten(setting.language, text), own, known)
        at += len(text) + 1


def _certainty(setting: _Setting, piece: _Piece, kind: Kind | None) -> _Certainty | None:
    """Return how plainly it is said when *they* answer; what they want of the owner by a date is another matter, and so is what they say
    of the talk itself ("we will let you know the room on Tuesday"). That silence by a date is a refusal names the date as well."""
    language = setting.language
    names = {cue.name for cue in language.cues.get("decision", ()) if holds(cue, piece.flat)}
    if "silence" in names:
        return _Certainty.SURE
    if piece.text.rstrip().endswith("?") or any(name.startswith("not") for name in names):
        return None
    told = "aside" not in names and (any(name.startswith("when") for name in names) or piece.known)
    if kind is Kind.CANCELLATION or ("sure" not in names and (kind is Kind.SCHEDULING or "arranging" in names)):
        return _Certainty.IF_STATED if told else None
    return _Certainty.SURE if "sure" in names else _Certainty.TOLD if told else None


def _date_in(setting: _Setting, piece: _Piece, earlier: Sequence[_Piece], certainty: _Certainty) -> date | None:
    """Return the date of a piece, the plainer ways to say it first."""
    language, held, today = setting.language, setting.held, setting.today
    stated = (
        find_named_day(piece.flat, language, held=held, today=today)
        or _stated(setting, piece)
        or (None if piece.mentions else find_day_of_month(piece.flat, language, today))
    )
    if stated or certainty is _Certainty.IF_STATED:
        return stated
    return (
        find_span(piece.flat, language, held=held, today=today, counted=setting.counted)
        or _same_day(setting, piece, earlier)
        or _mentioned(setting, piece, certainty)
        or find_loose_span(piece.flat, language, held=held, today=today)
        or _meeting(setting, piece)
    )


def _stated(setting: _Setting, piece: _Piece) -> date | None:
    """Return the date behind "by", "no later than" and the like; for "the week of" a date, that week's Friday."""
    by = None
    week = None
    for mention in _possible(setting, piece):
        before = _before(setting, piece, mention)
        if setting.language.pattern("week_of_before").search(before):
            week = end_of_week(mention.readings[0])
        elif setting.language.pattern("by_before").search(before) and mention.readings[0] != setting.held:
            by = _behind_talk(_dated(mention, piece.mentions), mention, setting.held)
    return by or week


def _possible(setting: _Setting, piece: _Piece) -> Iterator[DateMention]:
    """Yield the dates that are plain and not past."""
    for mention in piece.mentions:
        if len(mention.readings) == 1 and mention.readings[0] >= setting.today:
            yield mention


def _before(setting: _Setting, piece: _Piece, mention: DateMention) -> str:
    return read_before(setting.language, piece.text[max(0, mention.start - _REACH) : mention.start])


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


def _same_day(setting: _Setting, piece: _Piece, earlier: Sequence[_Piece]) -> date | None:
    """Return the day that "the same day" means: the one told just before, else that of the talk."""
    if not setting.language.pattern("same_day_talk").search(piece.flat):
        return None
    told = [m.readings[0] for near in (*earlier[-1:], piece) for m in _possible(setting, near)]
    return told[-1] if told else setting.held


def _mentioned(setting: _Setting, piece: _Piece, certainty: _Certainty) -> date | None:
    """Return the date that stands behind "on" or the like, ends the piece or is its only one, and is not of the talks; where the day
    after it is named, that."""
    found = None
    free = [
        mention
        for mention in _possible(setting, piece)
        if mention.readings[0] != setting.held
        and not setting.language.pattern("talks_before").search(_before(setting, piece, mention))
    ]
    for mention in free:
        if certainty is not _Certainty.SURE and _CLOCK_BEHIND.match(piece.text, mention.end):
            continue
        on = setting.language.pattern("on_before").search(_before(setting, piece, mention))
        stands = on or piece.text[: mention.start].rstrip()[-1:] in ",(:" or mention.end >= len(piece.text) - 2
        plain = stands and (certainty is _Certainty.SURE or mention.numbered)
        if plain or ((stands or len(free) == 1) and _is_when(setting, piece, mention)):
            found = _behind_talk(mention.readings[0], mention, setting.held)
            after = flatten(setting.language, piece.text[mention.end :])
            found += timedelta(days=bool(mention.numbered and setting.language.pattern("day_after_talk").search(after)))
    return found


def _is_when(setting: _Setting, piece: _Piece, mention: DateMention) -> bool:
    """Return whether a date that no word leads to is when they answer: it is to come, no "a Friday", and beside the words that tell it."""
    before = _before(setting, piece, mention).split()
    if mention.readings[0] == setting.today or (
        not mention.numbered and before and before[-1] in setting.language.word_set("one") and not mention.pointed
    ):
        return False
    left = max(piece.text.rfind(mark, 0, mention.start) for mark in _MARKS) + 1
    rights = (piece.text.find(mark, mention.end) for mark in _MARKS)
    right = min((place for place in rights if place >= 0), default=len(piece.text))
    clause = flatten(setting.language, piece.text[left:right])
    return any(
        holds(cue, clause)
        for cue in setting.language.cues.get("decision", ())
        if cue.name == "sure" or cue.name.startswith("when")
    )


def _meeting(setting: _Setting, piece: _Piece) -> date | None:
    """Return the day on which those who decide come together ("we know more after the board meets on Thursday")."""
    for mention in _possible(setting, piece):
        before = _before(setting, piece, mention)
        if mention.readings[0] != setting.held and setting.language.pattern("they_meet_before").search(before):
            return mention.readings[0]
    return None
