"""The record: what is known of one interview, and what may happen to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.core.reading.types import ContactWish, Medium, Person


class InterviewStatus(StrEnum):
    """Where an interview stands."""

    UNSURE = "unsure"  # the owner has been asked whether it is one, or when it is; nothing hangs on it
    EXPECTED = "expected"  # a time is fixed; follow-ups hang on it
    CANCELLED = "cancelled"  # called off by them
    CLOSED = "closed"  # the case has ended (rejection, offer, the owner's stop)
    DISMISSED = "dismissed"  # the owner said that it is no interview


class InterviewEvent(StrEnum):
    """What can happen to an interview."""

    CONFIRMED = "confirmed"  # a mail or the owner fixed a time
    MOVED = "moved"  # another time
    CALLED_OFF = "called_off"
    CLOSED = "closed"  # rejection, offer, or the owner's stop
    REOPENED = "reopened"  # the owner's resume
    DISMISSED = "dismissed"  # the owner: not an interview


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadHead:
    """The latest mail of the company in the conversation: what a reply to it has to carry (RFC 5322 §3.6.4). Ids without brackets.

    ``at``: when it was written or received, so that a mail that arrives late never takes its place; None where that is unknown.
    """

    message_id: str
    references: tuple[str, ...] = ()
    subject: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One interview of the owner's. ``id`` is 0 before it is stored.

    ``start``/``end`` aware UTC; ``end`` is the stated end, else start + the default length. ``tz``: the other side's IANA zone where
    known. ``addressed_to``: the owner's address that the company wrote to, the From of every follow-up. ``head``: the company's latest
    mail. ``answered_at``: when a human there last wrote after the interview. ``away_until``: the day on which whoever is written to is
    back, by their own absence note. ``evidence``: the words it rests on, for letters.
    ``familiar``: they say "du", "tu" or "je" to the owner. ``called``: how their mails call people ("Frau Dr. Weber", "Ms Raman").
    ``closed_for``: the kind of mail that ended the case (rejection, offer), None while it is open or where the owner ended it.
    """

    id: int = 0
    status: InterviewStatus
    company: str | None = None
    role: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    start_options: tuple[datetime, ...] = ()
    tz: str | None = None
    medium: Medium | None = None
    location: str | None = None
    meeting_url: str | None = None
    interviewers: tuple[Person, ...] = ()
    contact: Person | None = None
    addressed_to: str
    decision_by: date | None = None
    contact_wish: ContactWish = ContactWish.NONE
    lang: str = "en"
    familiar: bool = False
    called: tuple[str, ...] = ()
    calendar_uid: str | None = None
    calendar_sequence: int | None = None
    head: ThreadHead | None = None
    answered_at: datetime | None = None
    away_until: date | None = None
    evidence: tuple[str, ...] = ()
    closed_for: str | None = None
