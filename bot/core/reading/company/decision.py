"""By when they say they decide or get back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import Enum, auto

from bot.core.reading.company.acts import Act
from bot.core.reading.company.decision_days import (
    Setting,
    find_counted_day,
    find_day,
    find_firm_day,
    find_numbered_day,
    find_stated_day,
)
from bot.core.reading.company.decision_pieces import Piece, split_sentence
from bot.core.reading.company.moment import LABELS_OF_A_TIME
from bot.core.reading.company.page import Page, holds
from bot.core.reading.company.scanning import find_scanned_dates, mail_day
from bot.core.reading.types import Kind

_LIKELY = 0.6
_OTHER_LABELS = LABELS_OF_A_TIME | {"deadline"}


class _Certainty(Enum):
    """How plainly a piece says when they answer. ``SURE``: it speaks of the outcome. ``TOLD``: they will be in touch. ``IF_FIRM``: that
    nothing is decided, so that only a date it is set against counts. ``IF_STATED``: they will, but about the talk itself."""

    SURE = auto()
    TOLD = auto()
    IF_FIRM = auto()
    IF_STATED = auto()


_SUREST_FIRST = (_Certainty.SURE, _Certainty.TOLD, _Certainty.IF_FIRM, _Certainty.IF_STATED)


def find_decision_by(page: Page, start: datetime | None, kind: Kind | None = None) -> date | None:
    """Return the date by which they say they decide or get back; the owner's own deadlines do not count. *start*: the talk's time.
    *kind*: of the mail; in a receipt a number of days is but what they tell everybody, and who looks for a time says much else by dates.
    A date told as the last one goes before what they do until then ("the board meets on Monday; you will hear by Friday").
    """
    today = mail_day(page)
    if today is None:
        return None
    setting = Setting(page.language, start.date() if start else None, today, kind is not Kind.RECEIVED)
    pieces = list(_pieces(page, setting))
    told = [_certainty(setting, piece, kind) for piece in pieces]
    for look, certainties in ((_last_day, _SUREST_FIRST[:3]), (_any_day, _SUREST_FIRST)):
        for number, certainty in _in_order(told, certainties):
            found = look(setting, pieces[number], pieces[:number], certainty)
            if found and found >= today:
                return found
    return None


def _in_order(told: Sequence[_Certainty | None], certainties: Sequence[_Certainty]) -> Iterator[tuple[int, _Certainty]]:
    """Yield the numbers of the pieces, the surest first."""
    for wanted in certainties:
        for number, certainty in enumerate(told):
            if certainty is wanted:
                yield number, wanted


def _pieces(page: Page, setting: Setting) -> Iterator[Piece]:
    """Yield the pieces of all sentences but those that a label gives to a talk."""
    talk = setting.held
    for sentence, mentions, shares in zip(page.sentences, find_scanned_dates(page), page.acts[1:], strict=True):
        if sentence.label not in _OTHER_LABELS:
            known = shares.get(Act.DECIDE_BY, 0.0) > _LIKELY
            yield from split_sentence(setting.language, sentence.text, mentions, known=known, talk=talk)
        named = [m.readings[0] for m in mentions if m.numbered and len(m.readings) == 1]
        talk = setting.held or (named[-1] if named else talk)


def _certainty(setting: Setting, piece: Piece, kind: Kind | None) -> _Certainty | None:
    """Return how plainly it is said when *they* answer; what they want of the owner by a date is another matter, and so is what they say
    of the talk itself ("we will let you know the room on Tuesday"). That silence by a date is a refusal names the date as well."""
    names = {cue.name for cue in setting.language.cues.get("decision", ()) if holds(cue, piece.flat)}
    if "silence" in names:
        return _Certainty.SURE
    asks = piece.text.rstrip().endswith("?") and "wait" not in names
    if asks or any(name.startswith("not") for name in names):
        return None
    told = "aside" not in names and (any(name.startswith("when") for name in names) or piece.known or "wait" in names)
    if kind is Kind.CANCELLATION or ("sure" not in names and (kind is Kind.SCHEDULING or "arranging" in names)):
        return _Certainty.IF_STATED if told else None
    if "past" in names and (told or "sure" in names):
        return _Certainty.IF_FIRM
    return _Certainty.SURE if "sure" in names else _Certainty.TOLD if told else None


def _last_day(setting: Setting, piece: Piece, earlier: Sequence[Piece], _: _Certainty) -> date | None:
    """Return the day told as the last one, or counted from that on which others decide."""
    return find_counted_day(setting, piece, earlier) or find_firm_day(setting, piece, earlier)


def _any_day(setting: Setting, piece: Piece, earlier: Sequence[Piece], certainty: _Certainty) -> date | None:
    """Return the date of a piece, however it is told."""
    if certainty is _Certainty.IF_FIRM:
        return find_numbered_day(setting, piece, earlier)
    if certainty is _Certainty.IF_STATED:
        return find_stated_day(setting, piece, earlier)
    return find_day(setting, piece, earlier, sure=certainty is _Certainty.SURE)
