"""Later mail is read as the owner's corrections want it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.core.interview.company import Likeness, company_key, compare_companies, same_company
from bot.core.interview.domain import company_domain, domain_suits_company, is_agency_domain, is_relay, same_domain
from bot.core.interview.lessons import LEARNED, Author, Lesson, LessonTopic
from bot.core.interview.roles import compatible_roles
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.message.automatic import is_machine_address
from bot.core.message.types import Message
from bot.core.reading.types import Kind, Person, Reading, Reason

_WEIGHT: Final = 10.0
_MAX_TEXT: Final = 20_000
_TALKS: Final = frozenset({Kind.INTERVIEW, Kind.RESCHEDULE})
_MACHINES: Final = frozenset({Kind.AUTO_REPLY, Kind.BOUNCE})
_JOB: Final = ("candidacy.job", "candidacy.application")


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
        asked = _TALKS | {Kind.OTHER}  # an unsure "other" was asked about because it may be a talk
        return author.kind is self.reading.kind or {author.kind, self.reading.kind} <= asked

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
        if in_thread and self.known:
            return "this conversation is about another interview, too"
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
