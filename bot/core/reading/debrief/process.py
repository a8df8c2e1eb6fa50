"""What comes next, as the owner was told: by when they decide (E11, E19), and whether they want to be left in peace (E18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.core.reading.company.decision_days import Setting, find_counted_day, find_day, find_firm_day
from bot.core.reading.company.decision_pieces import Piece, split_sentence
from bot.core.reading.company.page import Sentence, holds
from bot.core.reading.company.scanning import find_scanned_dates, mail_day, without
from bot.core.reading.debrief.notes import Notes
from bot.core.reading.types import ContactWish

_WISHES = (
    ("debrief_no_contact", ContactWish.NO_CONTACT),
    ("debrief_no_chasing", ContactWish.NO_CHASING),
    ("debrief_no_calls", ContactWish.NO_CALLS),
)


def find_decision_day(notes: Notes) -> date | None:
    """Return the day by which they decide or get back; the owner's own deadlines, and dates of further talks, do not count."""
    today = mail_day(notes.page)
    if today is None:
        return None
    setting = Setting(notes.language, notes.held.date() if notes.held else None, today, counted=True)
    pieces = list(_pieces(notes, setting))
    for wanted in (_tells_decision, _is_day_alone):
        for number, (sentence, piece) in enumerate(pieces):
            if not wanted(notes, sentence, piece):
                continue
            before = [earlier for _, earlier in pieces[:number]]
            day = (
                find_counted_day(setting, piece, before)
                or find_firm_day(setting, piece, before)
                or find_day(setting, piece, before, sure=True)
            )
            if day and day >= today:
                return day
    return None


def _pieces(notes: Notes, setting: Setting) -> Iterator[tuple[Sentence, Piece]]:
    for sentence, mentions in zip(notes.sentences, find_scanned_dates(notes.page), strict=True):
        for piece in split_sentence(setting.language, sentence.text, mentions, known=False, talk=setting.held):
            yield sentence, piece


def _tells_decision(notes: Notes, _sentence: Sentence, piece: Piece) -> bool:
    names = {cue.name for cue in notes.language.cues.get("debrief_decision", ()) if holds(cue, piece.flat)}
    if "not" in names:
        return False
    if "told" in names:
        return True
    company = {cue.name for cue in notes.language.cues.get("decision", ()) if holds(cue, piece.flat)}
    return "sure" in company and not any(name.startswith("not") for name in company)


def _is_day_alone(notes: Notes, sentence: Sentence, piece: Piece) -> bool:
    """Return whether a line is an answer to "when will they decide?": hardly a word beside the day."""
    if len(notes.sentences) < 2 or sentence.text.count(" ") > 6:
        return False
    rest = re.findall(r"[^\W\d_]{3,}", without(piece.text, piece.mentions))
    spare = notes.language.word_set("beside_a_day")
    return all(word.lower() in spare for word in rest)


def find_wish(notes: Notes) -> ContactWish:
    """Return what they asked the owner not to do; what he himself does not want sent is no wish of theirs."""
    for section, wish in _WISHES:
        if any(not notes.says("debrief_wish_not", sentence) for sentence in notes.saying(section)):
            return wish
    return ContactWish.NONE
