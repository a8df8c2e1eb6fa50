"""The etiquette check: what has to be mended before a draft may leave, and what could be better."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.draft.types import Finding, Revision
from bot.core.followup.types import FollowUp
from bot.core.interview.types import Interview
from bot.core.message.types import Owner


def check_draft(
    revision: Revision,
    *,
    interview: Interview,
    follow_up: FollowUp,
    owner: Owner,
    others: Sequence[str] = (),
    given: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """Return the findings, errors first. *others*: other employers' names; *given*: addresses that the owner himself named for this mail."""
    raise NotImplementedError
