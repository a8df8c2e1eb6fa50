"""Corrections of the record, by labels ("time: Friday 15:00"), and the order to add an interview."""

from __future__ import annotations

import re

from bot.core.reading.owner.cues import CommandCues
from bot.core.reading.owner.edit import parse_label
from bot.core.reading.owner.grammar import Context, cut
from bot.core.reading.owner.moment import read_moment
from bot.core.reading.owner.phrases import Role
from bot.core.reading.owner.verdict import reason, unclear
from bot.core.reading.owner.words import tokenise
from bot.core.reading.types import Action, AnsweredLetter, Correction, OwnerReading, QuestionTopic

_FIELDS = frozenset({"time", "company", "role", "who", "contact", "decide", "happened", "take"})
_ACCOUNTED = frozenset({Role.POLITE, Role.GREETING, Role.THANKS, Role.NO, Role.NOT_AN_INTERVIEW, Role.ACK})
_POLITE = frozenset({Role.POLITE, Role.GREETING, Role.THANKS})
_MAX_LINES = 60
ALL = "all"
_BOT = re.compile(r"\s*bot\b[\s:,.\-]*", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,2}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s+)\d{1,2})*")
_ADDRESS = re.compile(r"(?:[^<>@\n]{0,80}<)?[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}>?")


def read_corrections(text: str, letter: AnsweredLetter, context: Context) -> OwnerReading | None:
    """Return the corrections that *text* makes; every line has to be one, or accounted for. None if it makes none."""
    if letter.topic is QuestionTopic.RECIPIENT and _ADDRESS.fullmatch(text.strip()):
        return OwnerReading(action=Action.EDIT, new_to=text.strip(), reasons=(reason("recipient", text),))
    if letter.topic is QuestionTopic.WHICH_TIME and _is_time(text, context):
        return _corrected([Correction(field="time", value=text.strip())], text)
    if text.count("\n") > _MAX_LINES:
        return None
    found: list[Correction] = []
    left: list[str] = []
    for line in (line.strip() for line in text.split("\n") if line.strip()):
        correction = _correction(line, letter, context)
        if correction:
            found.append(correction)
        elif not _is_accounted(line, context):
            left.append(line)
    if not found:
        return None
    return unclear("left_over", " … ".join(left), " … ".join(left)) if left else _corrected(found, text)


def read_order_to_add(text: str, context: Context) -> OwnerReading | None:
    """Return the order ``add: …``, also ``bot add``; its text is everything behind the word."""
    first, _newline, rest = text.strip().partition("\n")
    value = behind_add(first, context.cues)
    if value is None:
        return None
    argument = f"{value}\n{rest}".strip()
    return OwnerReading(action=Action.ADD, argument=argument, reasons=(reason("command", first),))


def behind_add(line: str, cues: CommandCues) -> str | None:
    """Return what stands behind "add:" in *line*, ``""`` where the word stands alone, None for any other line."""
    said = _BOT.sub("", line, count=1).strip()
    label = parse_label(said, cues)
    if label is not None:
        return label.value if label.meaning == "add" else None
    words = tuple(token.text for token in tokenise(said) if token.is_word)
    return "" if cues.labels.get(words) == "add" else None


def _corrected(found: list[Correction], text: str) -> OwnerReading:
    return OwnerReading(action=Action.CORRECT, corrections=tuple(found), reasons=(reason("command", text),))


def _correction(line: str, letter: AnsweredLetter, context: Context) -> Correction | None:
    label = parse_label(line, context.cues)
    if label and label.meaning in _FIELDS and label.value:
        return Correction(field=label.meaning, value=label.value)
    if label and label.meaning == "to" and label.value and _ADDRESS.fullmatch(label.value):
        return Correction(field="contact", value=label.value)
    if taken := _taken(line, letter, context):
        return Correction(field="take", value=taken)
    pieces = cut(line, context)
    if any(piece.role is Role.NOT_AN_INTERVIEW for piece in pieces) and _is_accounted(line, context):
        return Correction(field="not_interview", value="yes")
    return None


def _taken(line: str, letter: AnsweredLetter, context: Context) -> str:
    """Return what a line without a colon takes on ("take 1, 3"), or ``""``; the letter that asks for it needs no "take"."""
    said, asked = line.rstrip(" .!"), letter.topic is QuestionTopic.TAKE
    first, _, rest = said.partition(" ")
    takes = context.cues.labels.get((first.lower(),)) == "take"
    named = rest.strip() if takes else said
    if not (takes or asked):
        return ""
    if asked and {piece.role for piece in cut(named, context) if not piece.pause} - _POLITE == {Role.APPROVE_ALL}:
        return ALL
    return named if _NUMBERS.fullmatch(named) else ""


def _is_accounted(line: str, context: Context) -> bool:
    pieces = cut(line, context)
    return all(piece.pause or (piece.role is not None and piece.role in _ACCOUNTED) for piece in pieces)


def _is_time(text: str, context: Context) -> bool:
    words = [token.text for token in tokenise(text.strip())]
    moment = read_moment(words, 0, now=context.now, zone=context.zone, known=context.cues.time)
    return moment is not None and all(word in (".", "!") for word in words[moment.end :])
