"""From facts to a letter: the one place where a part's template is rendered."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.letter.context import Letter, LetterContext
from bot.core.letter.shown import one_line
from bot.core.letter.templates import Part
from bot.core.reading.types import LetterKind, QuestionTopic, ShownItem

MAX_SUBJECT = 120


def compose_letter(
    context: LetterContext,
    *,
    part: Part,
    kind: LetterKind,
    subject: str,
    values: Mapping[str, object],
    topic: QuestionTopic | None = None,
    items: tuple[ShownItem, ...] = (),
) -> Letter:
    """Return the letter of *part* with *values* filled in, as text and HTML."""
    shown = one_line(subject, MAX_SUBJECT)
    text, html = context.templates.render(part, subject=shown, token=context.token, values=values)
    return Letter(kind=kind, topic=topic, subject=shown, text=text, html=html, items=items)
