"""What the owner's corrections teach: they hold for the record, and for later mail of the same conversation or sender."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.core.interview.company import Likeness, company_key, compare_companies, same_company
from bot.core.interview.conversation import is_machine_address
from bot.core.interview.domain import company_domain, domain_suits_company, is_agency_domain, is_relay, same_domain
from bot.core.interview.roles import compatible_roles
from bot.core.interview.types import Interview, InterviewEvent, InterviewStatus
from bot.core.message.types import Message
from bot.core.reading.types import Correction, Kind, Person, Reading, Reason

LEARNED: Final = "learned"
"""The name of the reason that a lesson leaves in a reading."""

_WEIGHT: Final = 10.0
_MAX_TEXT: Final = 20_000
_TALKS: Final = frozenset({Kind.INTERVIEW, Kind.RESCHEDULE})
_MACHINES: Final = frozenset({Kind.AUTO_REPLY, Kind.BOUNCE})
_TAKEN_BACK: Final = frozenset({InterviewStatus.UNSURE, InterviewStatus.DISMISSED})
_JOB: Final = ("candidacy.job", "candidacy.application")


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


def apply_lessons(
    *,
    reading: Reading,
    message: Message,
    lessons: Sequence[Lesson],
    interviews: Sequence[Interview],
    threads: Mapping[int, frozenset[str]],
) -> Reading:
    """Return *reading* as the owner's corrections want it, with a reason `LEARNED` for each that changed something.

    ``interviews``: every known one; ``threads``: interview id → Message-IDs of its conversation. The latest word about the conversation
    counts, else the latest about the sender (a person's or a mailbox's own address), where this is no conversation about a known
    interview. "Not an interview" never hides in silence what carries calendar data for a job, names another
    application of the owner's or, from a sender that was dismissed in another conversation, names a job: then the kind is asked.
    """
    if reading.kind in _MACHINES or not lessons:
        return reading
    ids = frozenset({message.message_id, message.in_reply_to, *message.references} - {None})
    known = any(
        ids & threads.get(one.id, frozenset()) for one in interviews if one.status is not InterviewStatus.DISMISSED
    )
    case = _Case(
        reading=reading, message=message, ids=ids, known=known, lessons=tuple(lessons), interviews=tuple(interviews)
    )
    judged = case.judge()
    if judged.kind is Kind.OTHER and judged.certain:
        return judged
    named = replace(case, reading=judged).name_company()
    return replace(case, reading=named).name_contact()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One mail before its lessons. ``ids``: its Message-ID and those it refers to; ``known``: it is of a known interview's conversation."""

    reading: Reading
    message: Message
    ids: frozenset[str | None]
    known: bool
    lessons: tuple[Lesson, ...]
    interviews: tuple[Interview, ...]

    def judge(self) -> Reading:
        reading = self.reading
        if reading.certain and reading.kind not in _TALKS:
            return reading
        topics = (LessonTopic.NOT_INTERVIEW, LessonTopic.INTERVIEW)
        lesson = self._of_thread(*topics)
        in_thread = lesson is not None
        lesson = lesson or self._of_sender(self._same_kind, *topics)
        if lesson is None or lesson.taught.topic is LessonTopic.INTERVIEW:
            return reading
        doubt = self._doubt(lesson, in_thread=in_thread)
        said = _said(lesson, "not an interview", in_thread=in_thread)
        if doubt:
            asked = reading.ask if "kind" in reading.ask else ("kind", *reading.ask)
            return _with_reason(replace(reading, certain=False, ask=asked), f"{said}; but {doubt}", 0.0)
        hidden = Reading(kind=Kind.OTHER, lang=reading.lang, score=_WEIGHT, reasons=reading.reasons)
        return _with_reason(replace(hidden, calendar_uid=reading.calendar_uid), said, _WEIGHT)

    def name_company(self) -> Reading:
        reading = self.reading
        lesson = self._of_thread(LessonTopic.COMPANY)
        in_thread = lesson is not None
        lesson = lesson or self._of_sender(self._speaks_for_company, LessonTopic.COMPANY)
        if lesson is None or same_company(reading.company, lesson.taught.value) or not self._yields(lesson):
            return reading
        changed = replace(reading, company=lesson.taught.value, ask=tuple(f for f in reading.ask if f != "company"))
        return _with_reason(changed, _said(lesson, f"company: {lesson.taught.value}", in_thread=in_thread), _WEIGHT)

    def name_contact(self) -> Reading:
        reading = self.reading
        lesson = self._of_thread(LessonTopic.CONTACT)
        in_thread = lesson is not None
        lesson = lesson or _latest([one for one in self._about(LessonTopic.CONTACT) if self._lacks_contact(one)])
        if lesson is None:
            return reading
        person = Person(name=lesson.taught.value or lesson.taught.email or "", email=lesson.taught.email)
        if reading.contact is not None and reading.contact.email == person.email:
            return reading
        words = f"contact: {person.email or person.name}"
        return _with_reason(replace(reading, contact=person), _said(lesson, words, in_thread=in_thread), _WEIGHT)

    def _about(self, *topics: LessonTopic) -> list[Lesson]:
        return [lesson for lesson in self.lessons if lesson.taught.topic in topics]

    def _of_thread(self, *topics: LessonTopic) -> Lesson | None:
        """Return the latest lesson of this conversation, or of this very calendar event."""
        uid = self.reading.calendar_uid
        return _latest(
            [
                lesson
                for lesson in self._about(*topics)
                if self.ids & lesson.thread or (uid and uid == lesson.interview.calendar_uid)
            ]
        )

    def _of_sender(self, suits: Callable[[Lesson, Author], bool], *topics: LessonTopic) -> Lesson | None:
        """Return the latest lesson that mail of this very address taught; a machine that writes for many teaches nothing."""
        sender = self.message.sender
        if self.known or sender is None or is_machine_address(sender.email) or is_relay(sender.email):
            return None
        return _latest(
            [
                lesson
                for lesson in self._about(*topics)
                if any(author.email == sender.email and suits(lesson, author) for author in lesson.authors)
            ]
        )

    def _same_kind(self, _lesson: Lesson, author: Author) -> bool:
        return author.kind is self.reading.kind or {author.kind, self.reading.kind} <= _TALKS

    def _speaks_for_company(self, lesson: Lesson, author: Author) -> bool:
        """Whether whoever writes from there speaks for this one company: not an agency that places people with several."""
        domain, taught = company_domain(author.email), lesson.taught
        if domain_suits_company(domain, taught.value):
            return True
        if not domain:  # free mail: a person, who may still recruit for many
            return taught.replaced is not None
        others = [one for one in self.interviews if compare_companies(one.company, taught.value) is Likeness.DIFFERENT]
        return not (
            domain_suits_company(domain, taught.replaced)
            or is_agency_domain(domain)
            or any(same_domain(domain, company_domain(email)) for one in others for email in _addresses(one))
        )

    def _yields(self, lesson: Lesson) -> bool:
        """Whether the name that was read gives way: the one corrected before, part of the right one, any from their own domain."""
        read, taught = self.reading.company, lesson.taught
        if compare_companies(read, taught.value) is not Likeness.DIFFERENT:
            return True
        sender = self.message.sender
        own = sender is not None and domain_suits_company(company_domain(sender.email), taught.value)
        return own or compare_companies(read, taught.replaced) in (Likeness.SAME, Likeness.RELATED)

    def _lacks_contact(self, lesson: Lesson) -> bool:
        """Whether the mail is the same company's, and names nobody to write to but the one who was corrected, or a machine."""
        read = self.reading.contact
        if not same_company(self.reading.company, lesson.interview.company):
            return False
        return read is None or not read.email or read.email == lesson.taught.replaced or is_machine_address(read.email)

    def _doubt(self, lesson: Lesson, *, in_thread: bool) -> str:
        """Return why the mail must not be passed over in silence, or ``""``."""
        reading, dismissed = self.reading, lesson.interview
        if reading.calendar_uid and reading.calendar_uid == dismissed.calendar_uid:
            return ""  # the very event that was dismissed
        new_job = self._names_job(dismissed)
        if self.message.calendars and (new_job or reading.role):
            return "this is an invitation that speaks of a job"
        if application := self._names_application(dismissed):
            return f"this names {application}"
        return "this speaks of a job" if new_job and not in_thread else ""

    def _names_job(self, dismissed: Interview) -> bool:
        """Whether it tells of a job what the dismissed mail did not; a reading that is certain needs less."""
        reading = self.reading
        if reading.role and (dismissed.role is None or not compatible_roles(reading.role, dismissed.role)):
            return True
        return any(
            reason.weight > 0
            and (reason.name in _JOB or (reading.certain and reason.name.startswith("candidacy.")))
            and reason.evidence not in dismissed.evidence
            for reason in reading.reasons
        )

    def _names_application(self, dismissed: Interview) -> str:
        """Return the company of another interview of the owner's that the mail names, or ``""``."""
        live = [
            one for one in self.interviews if one.id != dismissed.id and one.status is not InterviewStatus.DISMISSED
        ]
        text = f" {_plain(f'{self.message.subject} {self.message.text[:_MAX_TEXT]}')} "
        for one in live:
            key = company_key(one.company)
            if same_company(self.reading.company, one.company) or (len(key) > 2 and f" {key} " in text):
                return one.company or ""
        return ""


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w+]+", text.casefold()))


def _addresses(interview: Interview) -> list[str]:
    people = (*interview.interviewers, *((interview.contact,) if interview.contact else ()))
    return [person.email for person in people if person.email]


def _latest(lessons: Sequence[Lesson]) -> Lesson | None:
    return max(lessons, key=lambda lesson: (lesson.said_at, lesson.interview.id), default=None)


def _said(lesson: Lesson, words: str, *, in_thread: bool) -> str:
    about = "this conversation" if in_thread else "an earlier mail of theirs"
    return f"on {lesson.said_at:%Y-%m-%d} you said of {about} “{words[:50]}”"


def _with_reason(reading: Reading, evidence: str, weight: float) -> Reading:
    reason = Reason(name=LEARNED, weight=weight, evidence=evidence[:120])
    return replace(reading, reasons=(reason, *reading.reasons))
