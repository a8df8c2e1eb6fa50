"""The owner's changes to a draft."""

from __future__ import annotations

from bot.core.draft.types import Revision


def revise_draft(
    *, revision: Revision, new_body: str | None = None, new_subject: str | None = None, new_to: str | None = None
) -> Revision:
    """Return the next revision with the changes; PermanentError, one sentence, where a change cannot be made. Its findings are empty."""
    raise NotImplementedError


def describe_changes(before: Revision, after: Revision) -> str:
    """Return the changes in readable plain text, word by word; ``""`` when nothing changed."""
    raise NotImplementedError
