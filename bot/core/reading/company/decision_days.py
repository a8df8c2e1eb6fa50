"""The day that a piece of what they say about their answer names: the plainer ways to say it first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.decision_pieces import Piece
from bot.core.reading.company.page import holds
from bot.core.reading.company.resolving import next_weekday
from bot.core.reading.company.spans import (
    end_of_week,
    find_day_of_month,
    find_loose_span,
    find_named_day,
    find_span,
)
from bot.core.reading.company.wording import flatten, read_before

_REACH = 50
_AGAIN = 20
_MARKS = ",:(\u2013"
_CLOCK_BEHIND = re.compile(r"\W{0,3}(?:[^\W\d_]+ ){0,3}\d{1,2}(?![\d/])(?!\.\d?\d\.)")


@dataclass(frozen=True, slots=True)
class Setting:
    """What dates are told by: the language, the day of the talk, the day of the mail, and whether spans may be counted."""

    language: Language
    held: date | None
    today: date
    counted: bool


def find_firm_day(setting: Setting, piece: Piece, earlier: Sequence[Piece]) -> date | None:
    """Return the date told as the last one ("by", "at the latest"), of the talks none; the only one a given up plan is set against."""
    found = None
    for mention in _possible(setting, piece):
        before, behind = _before(setting, piece, mention), flatten(setting.language, piece.text[mention.end :])
        firm = setting.language.pattern("latest_before").search(before) and not _of_talks(setting, before)
        if firm or setting.language.pattern("latest_behind").match(behind.lstrip(" ,")) or piece.turned:
            found = _day_of(setting, piece, mention, earlier) if mention.readings[0] != setting.held else found
    return found or (None if piece.mentions else _latest_day_of_month(setting, piece))


def _latest_day_of_month(setting: Setting, piece: Piece) -> date | None:
    """Return the next day of a number without its month that is told as the last one ("by the 18th at the latest")."""
    match = setting.language.match("day_of_month", piece.flat)
    if match is None or not setting.language.pattern("latest_before").search(piece.flat[: match.start("n")].rstrip()):
        return None
    return find_day_of_month(piece.flat, setting.language, setting.today)


def find_day(setting: Setting, piece: Piece, earlier: Sequence[Piece], *, sure: bool) -> date | None:
    """Return the date of a piece, the plainer ways to say it first. *sure*: it speaks of the outcome."""
    language, held, today = setting.language, setting.held, setting.today
    return (
        _outright(setting, piece, earlier)
        or find_span(piece.flat, language, held=held, today=today, counted=setting.counted)
        or _same_day(setting, piece, earlier)
        or _mentioned(setting, piece, earlier, sure=sure)
        or _stated(setting, piece, earlier, talks=True)
        or find_loose_span(piece.flat, language, held=held, today=today)
        or _meeting(setting, piece)
    )


def find_stated_day(setting: Setting, piece: Piece, earlier: Sequence[Piece]) -> date | None:
    """Return the day named outright, or behind "by" and the like."""
    return _outright(setting, piece, earlier) or _stated(setting, piece, earlier, talks=True)


def _outright(setting: Setting, piece: Piece, earlier: Sequence[Piece]) -> date | None:
    """Return the day named outright, or behind a "by" that is not of the talks."""
    language = setting.language
    return (
        find_named_day(piece.flat, language, held=setting.held, today=setting.today)
        or _stated(setting, piece, earlier, talks=False)
        or (None if piece.mentions else find_day_of_month(piece.flat, language, setting.today))
    )


def find_numbered_day(setting: Setting, piece: Piece, earlier: Sequence[Piece]) -> date | None:
    """Return the date told by number: a bare weekday beside "no decision yet" is past."""
    numbered = replace(piece, mentions=tuple(mention for mention in piece.mentions if mention.numbered))
    return _mentioned(setting, numbered, earlier, sure=True)


def find_counted_day(setting: Setting, piece: Piece, earlier: Sequence[Piece]) -> date | None:
    """Return the day counted from that on which others decide ("the board meets on 24 March and I will call you the day after")."""
    match = setting.language.match("days_later", piece.flat)
    if match is None:
        return None
    again = [m for m in _possible(setting, piece) if m.numbered and match.end() <= m.start <= match.end() + _AGAIN]
    if again:
        return again[0].readings[0]
    anchor = _anchor(setting, piece, earlier, match.start())
    if (
        anchor is None
        and setting.held
        and setting.language.pattern("same_day_talk").search(piece.flat[: match.start()])
    ):
        return setting.held + timedelta(days=1)
    return None if anchor is None or anchor == setting.held else anchor + timedelta(days=2 if match["two"] else 1)


def _anchor(setting: Setting, piece: Piece, earlier: Sequence[Piece], end: int) -> date | None:
    """Return the last day named before the place *end*, else that on which they come together by one of the last pieces."""
    own = [m.readings[0] for m in _possible(setting, piece) if m.end <= end + 1]
    if own:
        return own[-1]
    alone = None if piece.mentions else find_day_of_month(piece.flat[:end], setting.language, setting.today)
    if alone:
        return alone
    met = [day for near in earlier[-3:] for day in _meetings(setting, near)]
    return met[-1] if met else None


def _stated(setting: Setting, piece: Piece, earlier: Sequence[Piece], *, talks: bool) -> date | None:
    """Return the date behind "by", "no later than" and the like; for "the week of" a date, that week's Friday. *talks*: even where it is
    the talks that are held until then."""
    by = None
    week = None
    for mention in _possible(setting, piece):
        before = _before(setting, piece, mention)
        if setting.language.pattern("week_of_before").search(before):
            week = end_of_week(mention.readings[0])
        elif not talks and _of_talks(setting, before):
            continue
        elif setting.language.pattern("by_before").search(before) and mention.readings[0] != setting.held:
            by = _day_of(setting, piece, mention, earlier)
    return by or week


def _of_talks(setting: Setting, before: str) -> bool:
    return setting.language.pattern("talks_before").search(before) is not None


def _possible(setting: Setting, piece: Piece) -> Iterator[DateMention]:
    """Yield the dates that are plain and not past."""
    for mention in piece.mentions:
        if len(mention.readings) == 1 and mention.readings[0] >= setting.today:
            yield mention


def _before(setting: Setting, piece: Piece, mention: DateMention) -> str:
    return read_before(setting.language, piece.text[max(0, mention.start - _REACH) : mention.start])


def _day_of(setting: Setting, piece: Piece, mention: DateMention, earlier: Sequence[Piece]) -> date:
    """Return the day of a date: of a bare weekday that which is told again by number, or that which follows the talk."""
    for other in () if mention.numbered else piece.mentions:
        if 0 <= other.start - mention.end <= _AGAIN and other.numbered and len(other.readings) == 1:
            return other.readings[0]
    if mention.numbered or mention.weekday is None:
        return mention.readings[0]
    return _weekday_of(setting, piece, mention, earlier)


def _weekday_of(setting: Setting, piece: Piece, mention: DateMention, earlier: Sequence[Piece]) -> date:
    """Return the weekday after the talk, or after the last day named, as the words around it say."""
    language, day = setting.language, mention.readings[0]
    named = [m.readings[0] for near in earlier for m in _possible(setting, near) if m.numbered]
    base = setting.held or (named[-1] if named else None)
    if base is None or mention.weekday is None:
        return day
    around = flatten(language, piece.text[max(0, mention.start - _AGAIN) : mention.end + _AGAIN])
    if (setting.held and day <= setting.held) or language.match("following_weekday", around):
        return next_weekday(base, mention.weekday)
    return day


def _same_day(setting: Setting, piece: Piece, earlier: Sequence[Piece]) -> date | None:
    """Return the day that "the same day" means: the one told just before, else that of the talk; "that day" is one told in the piece."""
    same = setting.language.pattern("same_day_talk").search(piece.flat)
    if not same and not setting.language.pattern("that_day").search(piece.flat):
        return None
    told = [m.readings[0] for near in (*(earlier[-1:] if same else ()), piece) for m in _possible(setting, near)]
    return told[-1] if told else setting.held if same else None


def _mentioned(setting: Setting, piece: Piece, earlier: Sequence[Piece], *, sure: bool) -> date | None:
    """Return the date that stands behind "on" or the like, ends the piece or is its only one, and is not of the talks; where the day
    after it is named, that."""
    found = None
    free = [
        mention
        for mention in _possible(setting, piece)
        if mention.readings[0] != setting.held and not _of_talks(setting, _before(setting, piece, mention))
    ]
    for mention in free:
        if not sure and _CLOCK_BEHIND.match(piece.text, mention.end):
            continue
        on = setting.language.pattern("on_before").search(_before(setting, piece, mention))
        stands = on or piece.text[: mention.start].rstrip()[-1:] in ",(:" or mention.end >= len(piece.text) - 2
        plain = stands and (sure or mention.numbered)
        if plain or ((stands or len(free) == 1) and _is_when(setting, piece, mention)):
            found = _day_of(setting, piece, mention, earlier)
            after = flatten(setting.language, piece.text[mention.end :])
            found += timedelta(days=bool(mention.numbered and setting.language.pattern("day_after_talk").search(after)))
    return found


def _is_when(setting: Setting, piece: Piece, mention: DateMention) -> bool:
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


def _meeting(setting: Setting, piece: Piece) -> date | None:
    """Return the day on which those who decide come together ("we know more after the board meets on Thursday")."""
    return next((day for day in _meetings(setting, piece) if day != setting.held), None)


def _meetings(setting: Setting, piece: Piece) -> Iterator[date]:
    """Yield the days on which those who decide come together."""
    for mention in _possible(setting, piece):
        if setting.language.pattern("they_meet_before").search(_before(setting, piece, mention)):
            yield mention.readings[0]
