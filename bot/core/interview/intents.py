"""What the record stage asks for: plain data, carried out by the pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.interview.types import Interview, InterviewEvent
from bot.core.reading.types import Kind, QuestionTopic


class LeaveReason(StrEnum):
    """Why a mail changes nothing in the record."""

    NOT_ABOUT_INTERVIEW = "not_about_interview"  # its kind says nothing about a fixed talk
    AUTOMATIC = "automatic"  # a responder or a delivery report wrote it
    OWN_MAIL = "own_mail"  # the owner wrote it
    UNKNOWN_INTERVIEW = "unknown_interview"  # it calls off, or answers, what was never recorded
    ALREADY_KNOWN = "already_known"  # it repeats what the record says
    ALREADY_ASKED = "already_asked"  # the owner has the question already
    OLDER_SEQUENCE = "older_sequence"  # a newer version of the invitation is known (RFC 5546 §2.1.5)
    ALREADY_CANCELLED = "already_cancelled"
    CASE_CLOSED = "case_closed"
    DISMISSED = "dismissed"  # the owner said that it is no interview


@dataclass(frozen=True, slots=True, kw_only=True)
class AddInterview:
    """Intent: store this new interview (``id`` 0) and tell the owner (noted letter)."""

    interview: Interview


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeInterview:
    """Intent: the record becomes *after*. ``event`` None: facts only, which makes no letter."""

    before: Interview
    after: Interview
    event: InterviewEvent | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAnswer:
    """Intent: the company wrote at *at*; `bot.core.interview.record.apply_answer` turns the record, as stored by then, into the new one.
    ``wants_references``: they ask the owner for references, which he is told."""

    interview_id: int
    kind: Kind
    at: datetime
    wants_references: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOwner:
    """Intent: store this interview as it stands here (``id`` 0: a new, UNSURE one) and ask the owner."""

    topic: QuestionTopic
    interview: Interview


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Intent: nothing is to be done, and why."""

    reason: LeaveReason


RecordIntent = AddInterview | ChangeInterview | NoteAnswer | AskOwner | Leave
