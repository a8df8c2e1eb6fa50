"""Circuit breakers: a mail loop or a responder that hides what it is gets no endless answers (RFC 3834 §2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.core.approval.types import LetterRecord, PastReply
from bot.core.reading.types import Action

REPLIES_SPAN: Final = timedelta(days=1)
"""So far back the replies are looked at."""
_HOUR: Final = timedelta(hours=1)
_MOST_REPLIES: Final = 30
"""Nobody types more commands within an hour."""
_MOST_QUESTIONS: Final = 4
"""So many questions in a row may stay without an answer that is understood; whoever reads them has answered by then."""


def is_storm(replies: Sequence[PastReply], now: datetime) -> bool:
    """Return whether *replies*, with the one at hand, come faster than a person writes: then its words are nothing but doubt."""
    return sum(now - reply.at < _HOUR for reply in replies) >= _MOST_REPLIES


def may_ask_again(replies: Sequence[PastReply]) -> bool:
    """Return whether one more question makes sense. *replies*: those of `REPLIES_SPAN`, newest first, with the one at hand."""
    latest = replies[: _MOST_QUESTIONS + 1]
    return len(latest) <= _MOST_QUESTIONS or any(reply.action is not Action.UNCLEAR for reply in latest)


def waits_for_answer(letter: LetterRecord) -> bool:
    """Return whether a reply to this letter can be worth a letter of its own when it is refused: the letter asked for something."""
    return bool(letter.items or letter.notes or letter.topic)
