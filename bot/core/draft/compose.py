"""Composing a draft: what is known of the interview, put into the words of a template."""

from __future__ import annotations

from bot.core.draft.templates import DraftTemplates
from bot.core.draft.types import Profile, Revision
from bot.core.followup.types import FollowUp
from bot.core.interview.types import Interview
from bot.core.message.types import Owner


def compose_draft(
    *, follow_up: FollowUp, interview: Interview, owner: Owner, profile: Profile, templates: DraftTemplates, number: int
) -> Revision:
    """Return revision *number* of the follow-up's mail, its findings still empty (`bot.core.draft.check` fills them)."""
    raise NotImplementedError
