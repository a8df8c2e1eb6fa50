"""What the plan stage asks for: plain data, carried out by the pipeline. Also what it is told about other mails to a company."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.followup.types import FollowUp, StopReason


class TouchKind(StrEnum):
    """What reached a company."""

    THANK_YOU = "thank_you"
    STATUS_CHECK = "status_check"
    OWN_MAIL = (
        "own_mail"  # written by the owner himself, seen in Sent (a direct answer to a mail of theirs is no touch)
    )
    NOTE = (
        "note"  # a text that the owner copied: LinkedIn, a card, keeping in touch (all of one interview are one touch)
    )
    CALL = "call"  # the owner asked by telephone how things stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """A mail to a company that left, or is approved to leave, at *at* (aware UTC).

    ``interview_id``: the interview whose follow-up it is; those of the interview being planned are taken from its follow-ups instead.
    ``by_owner``: he wrote it himself.
    """

    company: str | None
    at: datetime
    kind: TouchKind
    interview_id: int | None = None
    by_owner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Intent: store this new follow-up (``id`` 0)."""

    follow_up: FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Intent: the stored follow-up gets these moments; its state, and a draft that was shown, stay as they are."""

    follow_up: FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Restart:
    """Intent: back to PLANNED with these moments under the same id; a draft that was shown, its approval and its token become void.

    ``reason``: why a draft that was shown is void; None where none was (the plan had cancelled it before).
    """

    follow_up: FollowUp
    reason: StopReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Intent: this follow-up is not to be written any more."""

    follow_up_id: int
    reason: StopReason


PlanIntent = Schedule | Move | Restart | Cancel
