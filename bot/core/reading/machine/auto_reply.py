"""Answers that no person typed (RFC 3834): out-of-office notes, "no longer works here", ticket receipts, challenges to the sender."""

from __future__ import annotations

import re
from enum import IntEnum

from bot.core.message.automatic import AutomaticReason, automatic_reasons
from bot.core.message.quoting import split_quoted
from bot.core.message.types import Message
from bot.core.reading.company.cues import ENGLISH, Cues
from bot.core.reading.machine.returning import find_return, split_sentences
from bot.core.reading.machine.stand_in import find_stand_in
from bot.core.reading.machine.wording import Wording, word
from bot.core.reading.types import AutoAnswerKind, AutoReply

_MOST_TEXT = 5_000
_OPENING = 400
_LONGEST_HEADING = 60
_CLOCK = re.compile(
    r"(?<![\d.:])(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d(?![\d.])|\s?(?:[ap]\.?m\b|h\b|uhr\b|uur\b))", re.IGNORECASE
)
_ANSWERING = ("auto-replied", "auto_replied", "auto-notified")
_RESPONDING = ("auto_reply", "auto-reply", "autoreply")


class _Sign(IntEnum):
    """How surely the header says that a responder wrote this."""

    NONE = 0  # nothing, but it answers a mail
    NOTICE = 1  # a program's mail, asked for or not
    SUBJECT = 2  # the subject as responders write it
    RESPONDER = 3  # a responder's own field


def read_auto_reply(message: Message, cues: Cues) -> AutoReply | None:
    """Return what an automatic answer says, or None if the mail is none.

    None are: a program's notice that nobody's mail called forth, the receipt of an application, and whatever fixes a time to meet,
    however it is marked (calendar and hiring systems mark what they send as automatic, RFC 3834 §5).
    """
    sign = _sign(message)
    if sign is None or message.calendars:
        return None
    text = _new_text(message, cues)
    stems = cues.tongues[ENGLISH].word_set("auto_stems")
    if sign is _Sign.NONE and not any(stem in f"{message.subject}\n{text}".lower() for stem in stems):
        return None
    kind = _kind(message, text, sign, cues)
    if kind is None:
        return None
    back = find_return(message, text, cues) if kind in (AutoAnswerKind.ABSENCE, AutoAnswerKind.RECEIPT) else None
    if back is not None:
        kind = AutoAnswerKind.ABSENCE
    away = kind in (AutoAnswerKind.ABSENCE, AutoAnswerKind.LEFT)
    return AutoReply(
        kind=kind,
        returns_on=back,
        stand_in=find_stand_in(message, text, cues, has_left=kind is AutoAnswerKind.LEFT) if away else None,
        evidence=(message.subject or text)[:120],
    )


def _new_text(message: Message, cues: Cues) -> str:
    """Return what the responder says, without the mail it answers: ticket systems quote that below a heading, without marks."""
    lines = split_quoted(message.text[: 4 * _MOST_TEXT]).new[:_MOST_TEXT].split("\n")
    for number, line in enumerate(lines):
        if number and len(line) < _LONGEST_HEADING and line.rstrip(" *_").endswith(":"):
            heading = word(line.strip(" *_:-#"), cues)
            if any(language.pattern("auto_quoted").fullmatch(bare) for language, bare in heading.voices):
                return "\n".join(lines[:number])
    return "\n".join(lines)


def _sign(message: Message) -> _Sign | None:
    reasons = automatic_reasons(message)
    submitted = (message.header("auto-submitted") or "").strip().lower()
    precedence = (message.header("precedence") or "").strip().lower()
    if (
        submitted.startswith(_ANSWERING)
        or AutomaticReason.AUTO_RESPONDER in reasons
        or precedence.startswith(_RESPONDING)
    ):
        return _Sign.RESPONDER
    if AutomaticReason.AUTO_SUBJECT in reasons:
        return _Sign.RESPONDER if AutomaticReason.AUTO_SUBMITTED in reasons else _Sign.SUBJECT
    answers = bool(message.in_reply_to or message.references)
    if AutomaticReason.AUTO_SUBMITTED in reasons or AutomaticReason.NULL_RETURN_PATH in reasons:
        return _Sign.NOTICE if answers or AutomaticReason.NULL_RETURN_PATH in reasons else None
    return _Sign.NONE if answers else None


def _kind(message: Message, text: str, sign: _Sign, cues: Cues) -> AutoAnswerKind | None:
    subject, body = word(message.subject, cues), word(text, cues)
    opening = word(f"{message.subject}\n{text[:_OPENING]}", cues)
    if _is_challenge(subject, body):
        return AutoAnswerKind.CHALLENGE
    if sign is _Sign.NONE and not opening.says("auto_answer"):
        return None
    opens_away = opening.says("auto_away")
    marked = sign is _Sign.RESPONDER and subject.says("auto_answer")
    fixes = body.says("auto_talk") and _names_hour(text, cues)
    if fixes and not marked and (sign < _Sign.RESPONDER or not opens_away):
        return None
    if sign is _Sign.NOTICE and not opens_away and body.says("auto_application"):
        return None
    away = opens_away or body.says("auto_away")
    if body.says("auto_left") or (body.says("auto_closed") and not away):
        return AutoAnswerKind.LEFT
    if away:
        return AutoAnswerKind.ABSENCE
    return AutoAnswerKind.RECEIPT if subject.says("auto_ticket") else _receipt(body, opening, sign)


def _names_hour(text: str, cues: Cues) -> bool:
    """Return whether an hour stands in it that is not the one of a return."""
    sentences = (sentence for sentence in split_sentences(text) if _CLOCK.search(sentence))
    return any(not word(sentence, cues).says("auto_back", "auto_away") for sentence in sentences)


def _is_challenge(subject: Wording, body: Wording) -> bool:
    return body.says("auto_prove") and (body.says("auto_held") or subject.says("auto_prove"))


def _receipt(body: Wording, opening: Wording, sign: _Sign) -> AutoAnswerKind | None:
    """What remains says that a message came in, or nothing that is known; of an application it is no answer of this kind."""
    if body.says("auto_application"):
        return None
    if body.says("auto_ticket") or opening.says("auto_answer"):
        return AutoAnswerKind.RECEIPT
    responder = sign >= _Sign.SUBJECT and not body.says("auto_talk")
    return AutoAnswerKind.RECEIPT if responder else None
