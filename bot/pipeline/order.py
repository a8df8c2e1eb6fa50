"""An order of the owner's, and what it has brought about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.core.approval.decide import AskBack, Refusal
from bot.core.approval.types import CurrentDraft, LetterRecord
from bot.core.followup.types import FollowUp
from bot.core.interview.account import Account
from bot.core.interview.types import Interview, InterviewEvent
from bot.core.message.types import Message
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import Action, OwnerReading
from bot.pipeline.plan import PlanStore
from bot.pipeline.ports import Installation, MailStore
from bot.pipeline.post import PostStore


class CommandStore(MailStore, PlanStore, PostStore, Installation, Protocol):
    """What commands need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedCase:
    """What became of one interview: before, after, and which shown drafts became void."""

    before: Interview
    after: Interview
    event: InterviewEvent | None
    voided: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of the owner's account of a talk: the record before and after it, and all that he has told of it."""

    before: Interview
    after: Interview
    account: Account
    event: InterviewEvent | None
    voided: tuple[FollowUp, ...]


@dataclass(slots=True)
class Done:
    """What a command has brought about, gathered for the one letter (or the lines in the terminal) that says so."""

    approved: list[CurrentDraft] = field(default_factory=list)
    ordered: list[CurrentDraft] = field(default_factory=list)
    skipped: list[CurrentDraft] = field(default_factory=list)
    snoozed: list[CurrentDraft] = field(default_factory=list)
    held: list[CurrentDraft] = field(default_factory=list)
    revised: list[tuple[CurrentDraft, str]] = field(default_factory=list)
    refused: list[tuple[CurrentDraft | None, Refusal]] = field(default_factory=list)
    resent: list[CurrentDraft] = field(default_factory=list)
    changed: list[ChangedCase] = field(default_factory=list)
    told: Told | None = None
    why_held: str = ""
    ask_back: AskBack | None = None
    tell: Action | None = None
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A command of the owner's on its way to be carried out. ``letter``: what he answered, None for the terminal or a mail to himself.

    ``debrief``: what his account of an interview tells. ``said_at``: when he said it, where that may be long before ``now`` (a reply
    that lay there while nothing ran). ``forwarded``: the mail that he passes on with ``add``.
    """

    letter: LetterRecord | None
    reading: OwnerReading
    now: datetime
    said_at: datetime | None = None
    debrief: Debrief | None = None
    forwarded: Message | None = None
