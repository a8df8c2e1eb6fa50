"""The drafts as they also lie in the owner's Drafts, where he may change and send one himself; an edit there approves nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.approval.types import CurrentDraft
from bot.core.draft.plaintext import words_of
from bot.core.draft.types import Revision
from bot.core.followup.types import FollowUpState
from bot.core.message.types import Message

WAITS = frozenset({FollowUpState.WAITING, FollowUpState.HELD})
"""The states whose drafts lie in Drafts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCopy:
    """A draft in the owner's Drafts. ``message_id`` without brackets; ``placed``: the server has taken it."""

    follow_up_id: int
    revision: int
    message_id: str
    placed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCopy:
    """Intent: the draft is to lie in Drafts. ``copy``: as it was begun before, None for a new one."""

    draft: CurrentDraft
    copy: DraftCopy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCopy:
    """Intent: the copy is outdated, or the bot sends it itself."""

    copy: DraftCopy


def plan_copies(drafts: Iterable[CurrentDraft], copies: Sequence[DraftCopy]) -> list[PlaceCopy | RemoveCopy]:
    """Return what has to change in Drafts; nothing when nothing has.

    Only what waits for a yes and has no error against it lies there. What the owner threw away is not put there again.
    """
    wanted = {
        draft.follow_up.id: draft for draft in drafts if draft.follow_up.state in WAITS and not draft.revision.blocked
    }
    current = {copy.follow_up_id: copy for copy in copies if _shows(copy, wanted.get(copy.follow_up_id))}
    removed: list[PlaceCopy | RemoveCopy] = [
        RemoveCopy(copy=copy) for copy in copies if copy.follow_up_id not in current
    ]
    return removed + [
        PlaceCopy(draft=draft, copy=current.get(key))
        for key, draft in wanted.items()
        if key not in current or not current[key].placed
    ]


def _shows(copy: DraftCopy, draft: CurrentDraft | None) -> bool:
    return draft is not None and copy.revision == draft.revision.number


def is_untouched(message: Message, revision: Revision) -> bool:
    """Return whether a mail in Drafts still says what the bot put there: what the owner has changed is his, and stays."""
    same_subject = words_of(message.subject) == words_of(revision.subject)
    return same_subject and words_of(message.text) == words_of(revision.body)


def is_sent_copy(message: Message, copy: DraftCopy, revision: Revision) -> bool:
    """Return whether a mail in Sent is this draft, sent by the owner from Drafts, perhaps changed before.

    Some mail apps keep the Message-ID; by any other it is known by its recipients and its subject.
    """
    if message.message_id == copy.message_id:
        return True
    same_people = {address.email for address in message.to} == {address.email.lower() for address in revision.to}
    return same_people and words_of(message.subject) == words_of(revision.subject)
