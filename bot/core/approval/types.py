"""The yes: what a letter asked, and what an approval is bound to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.draft.types import Revision
from bot.core.followup.notes import Note
from bot.core.followup.types import FollowUp
from bot.core.reading.types import Action, LetterKind, QuestionTopic


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRule:
    """[approval]"""

    undo: timedelta = timedelta(minutes=10)
    expires: timedelta = timedelta(days=7)
    remind_before: timedelta = timedelta(hours=6)


class Origin(StrEnum):
    """How it is known that a command is the owner's."""

    SENT_COPY = "sent_copy"  # the command was taken from the copy in Sent
    DMARC = "dmarc"  # an aligned DMARC pass, stated by the provider that the owner named
    TERMINAL = "terminal"  # typed on the machine itself


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterItem:
    """One numbered draft of a letter: the approval is bound to exactly this revision and digest. ``used_at``: when it was."""

    number: int
    follow_up_id: int
    revision: int
    digest: str
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRecord:
    """A letter as it was written to the owner. ``text``/``html_text``: what a reply may quote. ``id`` 0 before it is stored.

    ``token_sha256``: hex digest of the token that its Message-ID and buttons carry; the token itself is not kept. ``notes``: the texts to
    copy that it proposes.
    """

    id: int = 0
    kind: LetterKind
    topic: QuestionTopic | None
    interview_id: int | None
    subject: str
    text: str
    html_text: str
    token_sha256: str
    written_at: datetime
    expires_at: datetime
    items: tuple[LetterItem, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReply:
    """A reply of the owner's that was acted on, and what it was understood to say."""

    at: datetime
    action: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentDraft:
    """How a follow-up stands at this moment: its latest revision and that revision's digest."""

    follow_up: FollowUp
    revision: Revision
    digest: str
