"""A mail read by one who knows the owner's record: its conversation, and what was corrected before. The daemon and ``explain`` read so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.interview.heed import apply_lessons
from bot.core.interview.lessons import Lesson
from bot.core.interview.match import find_on_record, match_interview
from bot.core.interview.types import Interview
from bot.core.message.types import Message, Owner
from bot.core.reading.company.cues import Cues
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the record holds. ``threads``: interview id → Message-IDs of its conversation. ``lessons``: the latest first."""

    interviews: tuple[Interview, ...] = ()
    threads: Mapping[int, frozenset[str]] = field(default_factory=dict)
    lessons: tuple[Lesson, ...] = ()

    def match(self, reading: Reading, message: Message) -> Interview | None:
        """Return the interview that the mail is about, or None (see `match_interview`)."""
        return match_interview(reading=reading, message=message, interviews=self.interviews, threads=self.threads)


def read_known_mail(
    *, message: Message, owner: Owner, cues: Cues, known: Known, received_at: datetime | None = None
) -> Reading:
    """Return the reading of a mail from outside as the owner's corrections want it (see `read_company_mail`, `apply_lessons`)."""
    reading = read_company_mail(
        message=message,
        owner=owner,
        cues=cues,
        received_at=received_at,
        on_record=find_on_record(message, known.interviews, known.threads),
    )
    return apply_lessons(
        reading=reading,
        message=message,
        lessons=known.lessons,
        interviews=known.interviews,
        threads=known.threads,
    )
