"""What old mail says of interviews, read in one go and recorded nowhere: the look back of the first start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from bot.core.interview.intents import AddInterview, AskOwner, ChangeInterview, NoteAnswer
from bot.core.interview.known import Known
from bot.core.interview.match import same_case
from bot.core.interview.record import ENDINGS, apply_answer, record_reading
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.message.types import Message, Owner
from bot.core.reading.types import Reading

JUST_HELD: Final = timedelta(hours=48)
"""So long after its end a thank-you still makes sense (E1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The record as the mails up to here would have made it. ``mails``: interview id → the mails about it, in the order they came."""

    known: Known = field(default_factory=Known)
    mails: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """An interview that the owner may take on, and the mails that tell of it."""

    interview: Interview
    mail_ids: tuple[int, ...]


def add_to_outlook(
    outlook: Outlook, *, mail_id: int, message: Message, reading: Reading, received_at: datetime, owner: Owner
) -> Outlook:
    """Return the outlook after one more mail, by the same decisions as for new mail (`record_reading`)."""
    about = outlook.known.match(reading, message)
    intents = record_reading(
        reading=reading, message=message, received_at=received_at, known=about, owner=owner, now=received_at
    )
    for intent in intents:
        match intent:
            case AddInterview(interview=after) | AskOwner(interview=after) | ChangeInterview(after=after):
                outlook = _with_interview(outlook, after, mail_id, message)
            case NoteAnswer():
                outlook = _with_answer(outlook, intent, mail_id, message)
    return outlook


def find_prospects(outlook: Outlook, *, now: datetime) -> list[Prospect]:
    """Return what is still ahead at *now* or ended within `JUST_HELD`, the earliest first; also what the owner would be asked about."""
    found = [one for one in outlook.known.interviews if _last_moment(one) >= now]
    found.sort(key=lambda one: one.start or min(one.start_options))
    return [Prospect(interview=one, mail_ids=outlook.mails[one.id]) for one in found]


def _last_moment(interview: Interview) -> datetime:
    """Until when an interview is worth telling of."""
    if interview.status not in (InterviewStatus.EXPECTED, InterviewStatus.UNSURE):
        return _LONG_AGO
    end = interview.end or interview.start
    return end + JUST_HELD if end else max(interview.start_options, default=_LONG_AGO)


_LONG_AGO: Final = datetime.fromisoformat("0001-01-01T00:00:00+00:00")


def _with_interview(outlook: Outlook, after: Interview, mail_id: int, message: Message) -> Outlook:
    after = after if after.id else replace(after, id=len(outlook.known.interviews) + 1)
    others = tuple(one for one in outlook.known.interviews if one.id != after.id)
    ids = {message.message_id, message.in_reply_to, *message.references} - {None}
    thread = outlook.known.threads.get(after.id, frozenset()) | {one for one in ids if one}
    known = Known(interviews=(*others, after), threads={**outlook.known.threads, after.id: thread})
    mails = (*outlook.mails.get(after.id, ()), mail_id)
    return Outlook(known=known, mails={**outlook.mails, after.id: tuple(dict.fromkeys(mails))})


def _with_answer(outlook: Outlook, answer: NoteAnswer, mail_id: int, message: Message) -> Outlook:
    """Their answer belongs to its talk; one that ends the case ends it for every talk of the application."""
    interviews = outlook.known.interviews
    meant = next(one for one in interviews if one.id == answer.interview_id)
    others = same_case(meant, interviews) if answer.kind in ENDINGS else []
    for one in (meant, *others):
        outlook = _with_interview(outlook, apply_answer(one, answer), mail_id, message)
    return outlook
