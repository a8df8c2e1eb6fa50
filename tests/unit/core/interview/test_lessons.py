"""What the owner's corrections do to later mail: of the conversation, of the sender, and never too much."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.core.interview.domain import domain_suits_company, is_agency_domain, is_relay
from bot.core.interview.heed import apply_lessons
from bot.core.interview.lessons import (
    LEARNED,
    Author,
    Lesson,
    LessonTopic,
    Taught,
    learn_lessons,
)
from bot.core.interview.types import Interview, InterviewEvent, InterviewStatus
from bot.core.message.types import Message
from bot.core.reading.types import Correction, Kind, Person, Reading, Reason
from tests.unit.core.interview.examples import RITA, a_message, a_reading, an_interview

SAID = datetime(2027, 5, 11, 8, 0, tzinfo=UTC)
THREAD = frozenset({"m1@acme.example"})
IN_THREAD = {"message_id": "m2@acme.example", "references": ("m1@acme.example",)}
ELSEWHERE = {"message_id": "m9@acme.example"}
CALENDAR = {"calendars": ("BEGIN:VCALENDAR",)}
JOB = Reason(name="candidacy.application", weight=2.0, evidence="your application")


def a_lesson(topic: LessonTopic, **changes: Any) -> Lesson:
    values: dict[str, Any] = {
        "taught": Taught(topic=topic, **{k: changes.pop(k) for k in ("value", "email", "replaced") if k in changes}),
        "interview": an_interview(id=7, role=None, calendar_uid=None),
        "said_at": SAID,
        "thread": THREAD,
        "authors": (Author(email="rita@acme.example", kind=Kind.INTERVIEW),),
    }
    return Lesson(**(values | changes))


def apply(
    reading: Reading,
    message: Message,
    *lessons: Lesson,
    known: tuple[Interview, ...] = (),
    threads: dict[int, frozenset[str]] | None = None,
) -> Reading:
    return apply_lessons(reading=reading, message=message, lessons=lessons, interviews=known, threads=threads or {})


def learned(reading: Reading) -> list[str]:
    return [reason.evidence for reason in reading.reasons if reason.name == LEARNED]


def no_interview(**changes: Any) -> Lesson:
    dismissed = an_interview(id=7, status=InterviewStatus.DISMISSED, company="Night Radio", role=None)
    return a_lesson(LessonTopic.NOT_INTERVIEW, **({"interview": dismissed} | changes))


# Not an interview.

TALK = a_reading(company="Night Radio", role=None)
DOUBTFUL = replace(TALK, certain=False, ask=("kind",))

HIDDEN = {
    "the same conversation, surely taken for an interview": (TALK, IN_THREAD),
    "the same conversation, moved": (replace(TALK, kind=Kind.RESCHEDULE), IN_THREAD),
    "the same conversation, doubtful": (DOUBTFUL, IN_THREAD),
    "the same conversation, though a job is named": (replace(TALK, reasons=(JOB,)), IN_THREAD),
    "the very calendar event in a mail of its own": (
        replace(TALK, role="Host", calendar_uid="u1"),
        {**ELSEWHERE, **CALENDAR, "sender": "no-reply@calendly.example"},
    ),
    "the same sender in another conversation": (DOUBTFUL, ELSEWHERE),
    "the same sender, surely taken for an interview without a job": (TALK, ELSEWHERE),
    "the same sender moves it": (replace(TALK, kind=Kind.RESCHEDULE), ELSEWHERE),
    "a calendar invitation of the same sender that speaks of no job": (DOUBTFUL, {**ELSEWHERE, **CALENDAR}),
}


@pytest.mark.parametrize(("reading", "mail"), HIDDEN.values(), ids=HIDDEN)
def test_what_was_dismissed_is_passed_over(reading: Reading, mail: dict[str, Any]) -> None:
    lesson = no_interview(interview=replace(no_interview().interview, calendar_uid="u1"))
    found = apply(reading, a_message(**mail), lesson)
    assert (found.kind, found.certain, found.ask, found.start, found.company) == (Kind.OTHER, True, (), None, None)
    assert [evidence[:23] for evidence in learned(found)] == ["on 2027-05-11 you said "]


ASKED = {
    "an invitation for a job in the same conversation": (
        replace(TALK, role="Data Engineer"),
        {**IN_THREAD, **CALENDAR},
    ),
    "another application in the same conversation": (replace(TALK, company="Acme"), IN_THREAD),
    "another application in the words": (TALK, {**IN_THREAD, "subject": "Your interview with ACME Inc."}),
    "the same sender with a job": (replace(TALK, role="Data Engineer"), ELSEWHERE),
    "the same sender with an application": (replace(TALK, reasons=(JOB,)), ELSEWHERE),
    "the same sender with an application, doubtful": (replace(DOUBTFUL, reasons=(JOB,)), ELSEWHERE),
    "the same sender with an invitation for a job": (replace(TALK, role="Host"), {**ELSEWHERE, **CALENDAR}),
}


@pytest.mark.parametrize(("reading", "mail"), ASKED.values(), ids=ASKED)
def test_what_may_be_a_real_interview_is_asked_not_hidden(reading: Reading, mail: dict[str, Any]) -> None:
    found = apply(reading, a_message(**mail), no_interview(), known=(an_interview(id=1, company="Acme Inc"),))
    assert (found.kind, found.certain, found.ask) == (reading.kind, False, ("kind",))
    assert (found.start, found.role) == (reading.start, reading.role)
    assert "; but this" in learned(found)[0]


UNTOUCHED = {
    "another sender": (TALK, {**ELSEWHERE, "sender": "jane@acme.example"}),
    "the same domain, another person": (TALK, {**ELSEWHERE, "sender": "lou@acme.example"}),
    "another kind of mail of the same sender": (replace(DOUBTFUL, kind=Kind.OFFER), ELSEWHERE),
    "a rejection in the same conversation": (a_reading(Kind.REJECTION), IN_THREAD),
    "an automatic answer": (a_reading(Kind.AUTO_REPLY, company=None), IN_THREAD),
    "a certain scheduling mail": (a_reading(Kind.SCHEDULING), IN_THREAD),
}


@pytest.mark.parametrize(("reading", "mail"), UNTOUCHED.values(), ids=UNTOUCHED)
def test_not_an_interview_says_nothing_about(reading: Reading, mail: dict[str, Any]) -> None:
    assert apply(reading, a_message(**mail), no_interview()) == reading


@pytest.mark.parametrize("email", ["no-reply@acme.example", "notifications@acme.example", "anna@greenhouse.io"])
def test_a_machine_that_writes_for_many_is_never_dismissed_as_a_sender(email: str) -> None:
    lesson = no_interview(authors=(Author(email=email, kind=Kind.INTERVIEW),))
    assert apply(TALK, a_message(sender=email, **ELSEWHERE), lesson) == TALK
    assert apply(TALK, a_message(sender=email, **IN_THREAD), lesson).kind is Kind.OTHER


def test_the_conversation_about_a_known_interview_hears_nothing_of_what_was_said_of_the_sender() -> None:
    known, threads = (an_interview(id=1, company="Bluefield"),), {1: frozenset({"b1@acme.example"})}
    answer = a_message(message_id="b2@acme.example", in_reply_to="b1@acme.example")
    moved = a_reading(Kind.RESCHEDULE, company=None, role=None)
    lessons = (no_interview(), company("Nordwind", "Talent"))
    assert apply(moved, answer, *lessons, known=known, threads=threads) == moved
    dismissed = (replace(known[0], status=InterviewStatus.DISMISSED),)
    assert apply(moved, answer, *lessons, known=dismissed, threads=threads).kind is Kind.OTHER


def test_a_dismissed_conversation_that_is_about_a_live_interview_too_is_asked_about() -> None:
    live = (an_interview(id=1, company="Bluefield"),)
    found = apply(TALK, a_message(**IN_THREAD), no_interview(), known=live, threads={1: THREAD})
    assert (found.kind, found.certain, found.ask) == (Kind.INTERVIEW, False, ("kind",))


def test_a_later_contrary_word_wins() -> None:
    said = no_interview()
    taken_back = a_lesson(LessonTopic.INTERVIEW, said_at=SAID + timedelta(hours=1))
    again = no_interview(said_at=SAID + timedelta(hours=2))
    message = a_message(**IN_THREAD)
    assert apply(TALK, message, said, taken_back) == TALK
    assert apply(TALK, message, again, taken_back, said).kind is Kind.OTHER


def test_the_conversation_counts_more_than_the_sender() -> None:
    other = a_lesson(LessonTopic.INTERVIEW, thread=frozenset({"x@acme.example"}), said_at=SAID + timedelta(hours=1))
    assert apply(TALK, a_message(**IN_THREAD), no_interview(), other).kind is Kind.OTHER


# Company.


def company(value: str, replaced: str | None, **changes: Any) -> Lesson:
    return a_lesson(LessonTopic.COMPANY, value=value, replaced=replaced, **changes)


def by(email: str) -> dict[str, Any]:
    return {"authors": (Author(email=email, kind=Kind.INTERVIEW),)}


NAMED = {
    "in the conversation, where none is read": (None, "x@acme.example", IN_THREAD, "Nordwind"),
    "in the conversation, where the same wrong one is read": ("Talent Group", "x@acme.example", IN_THREAD, "Nordwind"),
    "in the conversation, where part of it is read": ("Nordwind Energie", "x@acme.example", IN_THREAD, "Nordwind"),
    "not over a third name: one conversation may be about two clients": (
        "Bluefield",
        "x@talent.example",
        IN_THREAD,
        "Bluefield",
    ),
    "over a third name from the company's own domain": ("Hiring Team", "x@nordwind.example", IN_THREAD, "Nordwind"),
    "of the same sender from the company's domain": (None, "anna@nordwind.example", ELSEWHERE, "Nordwind"),
    "of the same sender, whose domain tells nothing": ("Talent", "anna@nw.example", ELSEWHERE, "Nordwind"),
    "not of an agency's sender, by the name that was read": (None, "anna@talent.example", ELSEWHERE, None),
    "not of an agency's sender, by its domain": (None, "anna@bestrecruiters.example", ELSEWHERE, None),
    "not of one who writes for another known company": (None, "anna@many.example", ELSEWHERE, None),
    "not of a hiring system": ("Talent", "anna@greenhouse.io", ELSEWHERE, "Talent"),
    "not of another sender": (None, "bob@nordwind.example", ELSEWHERE, None),
}


@pytest.mark.parametrize(("read", "email", "mail", "wanted"), NAMED.values(), ids=NAMED)
def test_a_taught_company_is_named(read: str | None, email: str, mail: dict[str, Any], wanted: str | None) -> None:
    lesson = company("Nordwind", "Talent", **by(email.replace("bob@", "anna@")))
    other = an_interview(id=2, company="Bluefield", contact=Person(name="", email="x@many.example"), interviewers=())
    found = apply(a_reading(company=read), a_message(sender=email, **mail), lesson, known=(other,))
    assert found.company == wanted
    assert bool(learned(found)) == (found.company != read)


def test_a_company_corrected_anew_wins() -> None:
    first = company("Nordwind", "Talent")
    later = company("Nordwind Energie", "Talent", said_at=SAID + timedelta(days=1))
    assert apply(a_reading(company="Talent"), a_message(**IN_THREAD), first, later).company == "Nordwind Energie"


# Contact.

CONTACTS = {
    "in the conversation, over another one": (
        Person(name="Bo", email="bo@acme.example"),
        IN_THREAD,
        "jane@acme.example",
    ),
    "for the company, where nobody is named": (None, ELSEWHERE, "jane@acme.example"),
    "for the company, where a machine is named": (
        Person(name="", email="no-reply@acme.example"),
        ELSEWHERE,
        "jane@acme.example",
    ),
    "for the company, where the wrong one is named again": (RITA, ELSEWHERE, "jane@acme.example"),
    "not over a person who is new": (Person(name="Bo", email="bo@acme.example"), ELSEWHERE, "bo@acme.example"),
}


@pytest.mark.parametrize(("read", "mail", "wanted"), CONTACTS.values(), ids=CONTACTS)
def test_a_taught_contact_is_written_to(read: Person | None, mail: dict[str, Any], wanted: str) -> None:
    lesson = a_lesson(LessonTopic.CONTACT, value="Jane Doe", email="jane@acme.example", replaced=RITA.email)
    found = apply(a_reading(contact=read), a_message(**mail), lesson)
    assert found.contact is not None
    assert found.contact.email == wanted


def test_a_taught_contact_of_another_company_is_not_written_to() -> None:
    lesson = a_lesson(LessonTopic.CONTACT, value="Jane Doe", email="jane@acme.example")
    assert apply(a_reading(company="Bluefield", contact=None), a_message(**ELSEWHERE), lesson).contact is None


# What is learned.

BEFORE = an_interview(company="Talent", contact=RITA)
TAUGHT = {
    "not an interview": (
        BEFORE,
        replace(BEFORE, status=InterviewStatus.DISMISSED),
        InterviewEvent.DISMISSED,
        ("not_interview",),
        [Taught(topic=LessonTopic.NOT_INTERVIEW)],
    ),
    "a yes to a doubt": (
        replace(BEFORE, status=InterviewStatus.UNSURE),
        BEFORE,
        InterviewEvent.CONFIRMED,
        (),
        [Taught(topic=LessonTopic.INTERVIEW)],
    ),
    "a time takes back a dismissal": (
        replace(BEFORE, status=InterviewStatus.DISMISSED),
        BEFORE,
        InterviewEvent.CONFIRMED,
        ("time",),
        [Taught(topic=LessonTopic.INTERVIEW)],
    ),
    "company and contact": (
        BEFORE,
        replace(BEFORE, company="Acme", contact=Person(name="Jane", email="jane@acme.example")),
        None,
        ("company", "contact"),
        [
            Taught(topic=LessonTopic.COMPANY, value="Acme", replaced="Talent"),
            Taught(topic=LessonTopic.CONTACT, value="Jane", email="jane@acme.example", replaced="rita@acme.example"),
        ],
    ),
    "nothing from a time that moves": (BEFORE, BEFORE, InterviewEvent.MOVED, ("time",), []),
    "nothing from a role": (BEFORE, replace(BEFORE, role="Host"), None, ("role",), []),
}


@pytest.mark.parametrize(("before", "after", "event", "fields", "taught"), TAUGHT.values(), ids=TAUGHT)
def test_a_correction_teaches(
    before: Interview, after: Interview, event: InterviewEvent | None, fields: tuple[str, ...], taught: list[Taught]
) -> None:
    corrections = [Correction(field=field, value="") for field in fields]
    assert learn_lessons(before=before, after=after, event=event, corrections=corrections) == taught


@pytest.mark.parametrize(
    ("domain", "suits"),
    [
        ("bluefield.example", True),
        ("bluefield-energy.example", True),
        ("mail.bluefieldenergy.example", True),
        ("bfe.example", False),
        ("energy.example", False),
        ("", False),
    ],
)
def test_a_domain_suits_a_company(domain: str, suits: bool) -> None:
    assert domain_suits_company(domain, "Bluefield Energy GmbH") is suits
    assert domain_suits_company("nws.example", "Nord West Strom")


def test_agencies_and_relays_are_known_by_their_domains() -> None:
    assert is_agency_domain("best-recruiters.example")
    assert not is_agency_domain("nordwind.example")
    assert is_relay("no-reply@greenhouse.io")
    assert not is_relay("anna@gmail.com")
    assert not is_relay("anna@nordwind.example")
