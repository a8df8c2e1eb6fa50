"""What the owner's corrections teach: kept with the record, for later mail of the same conversation or sender."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.core.interview.types import Interview, InterviewEvent, InterviewStatus
from bot.core.reading.types import Correction, Kind

LEARNED: Final = "learned"
"""The name of the reason that a lesson leaves in a reading."""

_TAKEN_BACK: Final = frozenset({InterviewStatus.UNSURE, InterviewStatus.DISMISSED})


class LessonTopic(StrEnum):
    """What a correction was about."""

    NOT_INTERVIEW = "not_interview"  # the mail was about something else
    INTERVIEW = "interview"  # it was one after all: takes back the former
    COMPANY = "company"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote a mail about an interview (lower case), and what kind of mail it was taken for."""

    email: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What one correction teaches. ``value``: the company, or the contact's name; ``email``: the contact's address.

    ``replaced``: the company, or the contact's address, that stood there before: what the reader makes of such mail by itself.
    """

    topic: LessonTopic
    value: str = ""
    email: str | None = None
    replaced: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What was taught, with what it was taught about. ``thread``: the Message-IDs of that conversation; ``said_at`` aware UTC."""

    taught: Taught
    interview: Interview
    said_at: datetime
    thread: frozenset[str] = frozenset()
    authors: tuple[Author, ...] = ()


def learn_lessons(
    *, before: Interview, after: Interview, event: InterviewEvent | None, corrections: Sequence[Correction]
) -> list[Taught]:
    """Return what the owner's corrections of one interview teach; ``corrections``: those that were carried out."""
    fields = {correction.field for correction in corrections}
    found: list[Taught] = []
    if "not_interview" in fields or event is InterviewEvent.DISMISSED:
        found.append(Taught(topic=LessonTopic.NOT_INTERVIEW))
    elif before.status in _TAKEN_BACK and event in (InterviewEvent.CONFIRMED, InterviewEvent.REOPENED):
        found.append(Taught(topic=LessonTopic.INTERVIEW))
    if "company" in fields and after.company:
        found.append(Taught(topic=LessonTopic.COMPANY, value=after.company, replaced=before.company))
    if "contact" in fields and after.contact:
        stood = before.contact.email if before.contact else None
        person = after.contact
        found.append(Taught(topic=LessonTopic.CONTACT, value=person.name, email=person.email, replaced=stood))
    return found
