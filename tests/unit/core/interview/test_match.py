"""Which known interview a mail is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.core.interview.match import find_on_record, match_interview, same_case
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.message.types import Message
from bot.core.reading.types import Kind, Person, Reading
from tests.unit.core.interview.examples import JANE, START, a_message, a_reading, an_interview

DAY = timedelta(days=1)
LATER = START + 7 * DAY
AFTER = START + 2 * DAY
ACME = an_interview()
BETA = an_interview(id=8, company="Beta", interviewers=(Person(name="Bo", email="bo@beta.example"),), contact=None)
SECOND = an_interview(id=9, start=LATER, end=LATER + timedelta(hours=1))
INVITED = an_interview(calendar_uid="u1", calendar_sequence=0)
CANCELLED = an_interview(status=InterviewStatus.CANCELLED)
UNSURE = an_interview(status=InterviewStatus.UNSURE, start=None, end=None, start_options=(START, LATER))
STRANGER = "news@else.example"
ATS = "reply@us.greenhouse-mail.io"


@dataclass
class Case:
    reading: Reading
    message: Message
    interviews: list[Interview]
    expected: Interview | None
    threads: dict[int, frozenset[str]] = field(default_factory=dict)


CASES = {
    "the UID of the invitation names the event, whatever else changed": Case(
        a_reading(start=LATER, company="Renamed", calendar_uid="u1"),
        a_message(sender=STRANGER),
        [ACME, INVITED],
        INVITED,
    ),
    "a reply in the conversation is about its interview": Case(
        a_reading(Kind.UPDATE, company=None),
        a_message(sender=STRANGER, in_reply_to="t1"),
        [BETA, ACME],
        ACME,
        {7: frozenset({"t1"})},
    ),
    "References link as In-Reply-To does": Case(
        a_reading(Kind.OTHER, company=None),
        a_message(sender=STRANGER, references=("x", "t1")),
        [ACME],
        ACME,
        {7: frozenset({"t1"})},
    ),
    "another time in the conversation, before the talk, moves it": Case(
        a_reading(start=LATER), a_message(in_reply_to="t1"), [ACME], ACME, {7: frozenset({"t1"})}
    ),
    "another time in the conversation, after the talk, is the next round": Case(
        a_reading(start=LATER), a_message(in_reply_to="t1", date=AFTER), [ACME], None, {7: frozenset({"t1"})}
    ),
    "another event of one conversation is another interview": Case(
        a_reading(start=LATER, calendar_uid="u2"), a_message(in_reply_to="t1"), [INVITED], None, {7: frozenset({"t1"})}
    ),
    "one conversation about two clients: the named company counts": Case(
        a_reading(Kind.REJECTION, company="Beta"),
        a_message(in_reply_to="t1"),
        [ACME, BETA],
        BETA,
        {7: frozenset({"t1"})},
    ),
    "a new client in the same conversation is a new interview": Case(
        a_reading(start=LATER, company="Gamma"), a_message(in_reply_to="t1"), [ACME], None, {7: frozenset({"t1"})}
    ),
    "the same company at the same time is the same interview": Case(
        a_reading(company="ACME Inc."), a_message(sender=ATS), [SECOND, ACME], ACME
    ),
    "the same company at another time is a new interview": Case(a_reading(start=LATER), a_message(), [ACME], None),
    "two interviews at one company on one day stay two": Case(
        a_reading(start=START + timedelta(hours=3)), a_message(), [ACME], None
    ),
    "a reschedule without a link moves the one that lies ahead": Case(
        a_reading(Kind.RESCHEDULE, start=LATER + DAY), a_message(date=AFTER), [ACME, SECOND], SECOND
    ),
    "a reschedule may revive what was called off": Case(
        a_reading(Kind.RESCHEDULE, start=LATER), a_message(), [CANCELLED], CANCELLED
    ),
    "a cancellation without a time calls off the next": Case(
        a_reading(Kind.CANCELLATION, start=None), a_message(date=AFTER), [ACME, SECOND], SECOND
    ),
    "a cancellation with a time calls off that one": Case(
        a_reading(Kind.CANCELLATION), a_message(), [ACME, SECOND], ACME
    ),
    "a cancellation of a time far from any known is about none": Case(
        a_reading(Kind.CANCELLATION, start=LATER + 9 * DAY), a_message(), [ACME, SECOND], None
    ),
    "calling off an old event does not touch the one that replaced it": Case(
        a_reading(Kind.CANCELLATION, calendar_uid="u0"), a_message(), [INVITED], None
    ),
    "another role at the company is another application": Case(
        a_reading(Kind.REJECTION, role="Product Manager"), a_message(), [ACME], None
    ),
    "a rejection is about the last talk that was held": Case(
        a_reading(Kind.REJECTION), a_message(date=AFTER, sender=ATS), [ACME, SECOND], ACME
    ),
    "a time that was in doubt is told": Case(a_reading(start=LATER + DAY), a_message(), [UNSURE], UNSURE),
    "one of two readings of a time settles the doubt": Case(a_reading(start=LATER), a_message(), [UNSURE], UNSURE),
    "a colleague at the company's domain": Case(
        a_reading(Kind.UPDATE, company=None, role=None), a_message(sender="hr@mail.acme.example"), [BETA, ACME], ACME
    ),
    "the domain spells the company": Case(
        a_reading(Kind.UPDATE, company=None, role=None),
        a_message(sender="hr@acme.example"),
        [an_interview(interviewers=(), contact=None)],
        an_interview(interviewers=(), contact=None),
    ),
    "a hiring system's domain matches no other company": Case(
        a_reading(Kind.REJECTION, company="Gamma"),
        a_message(sender=ATS),
        [an_interview(contact=Person(name="A", email=ATS))],
        None,
    ),
    "a hiring system's domain alone matches nothing": Case(
        a_reading(Kind.REJECTION, company=None, role=None),
        a_message(sender="other@us.greenhouse-mail.io"),
        [an_interview(contact=Person(name="A", email=ATS))],
        None,
    ),
    "free mail matches nothing by its domain": Case(
        a_reading(Kind.UPDATE, company=None, role=None),
        a_message(sender="someone@gmail.com"),
        [an_interview(contact=Person(name="A", email="rec@gmail.com"))],
        None,
    ),
    "the very person matches, on free mail too": Case(
        a_reading(Kind.UPDATE, company=None, role=None),
        a_message(sender="rec@gmail.com"),
        [an_interview(contact=Person(name="A", email="rec@gmail.com"))],
        an_interview(contact=Person(name="A", email="rec@gmail.com")),
    ),
    "an agency's domain with two clients says nothing": Case(
        a_reading(Kind.UPDATE, company=None, role=None),
        a_message(sender="third@agency.example"),
        [
            an_interview(contact=Person(name="A", email="a@agency.example")),
            an_interview(id=8, company="Beta", contact=Person(name="B", email="b@agency.example")),
        ],
        None,
    ),
    "a longer name from the same domain is the same company": Case(
        a_reading(Kind.REJECTION, company="Acme Robotics"), a_message(sender="hr@acme.example"), [ACME], ACME
    ),
    "a longer name from elsewhere is not": Case(
        a_reading(Kind.REJECTION, company="Acme Robotics"), a_message(sender=STRANGER), [ACME], None
    ),
    "mail of the company that is about nothing leaves the record alone": Case(
        a_reading(Kind.OTHER), a_message(sender="newsletter@acme.example"), [ACME], None
    ),
    "a word of its interviewer is about it, of whatever kind": Case(
        a_reading(Kind.OTHER), a_message(sender=JANE.email), [ACME], ACME
    ),
    "nothing is known yet": Case(a_reading(), a_message(), [], None),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_match(case: Case) -> None:
    found = match_interview(
        reading=case.reading, message=case.message, interviews=case.interviews, threads=case.threads
    )
    assert found == case.expected
    assert (
        match_interview(
            reading=case.reading, message=case.message, interviews=case.interviews[::-1], threads=case.threads
        )
        == found
    ), "the order of the record decides nothing"


def test_a_case_is_one_company_and_one_role() -> None:
    other_role = an_interview(id=10, role="Product Manager")
    assert same_case(ACME, [ACME, BETA, SECOND, other_role]) == [SECOND]


def test_a_mail_without_a_date_is_still_matched() -> None:
    mail = a_message(date=None)
    assert (
        match_interview(reading=a_reading(Kind.REJECTION), message=mail, interviews=[ACME, SECOND], threads={})
        == SECOND
    )


def test_a_conversation_on_record_is_told_in_words() -> None:
    threads = {7: frozenset({"m0@acme.example"})}
    answer = a_message(in_reply_to="m0@acme.example")
    assert (
        find_on_record(answer, [an_interview()], threads)
        == "a known interview: Data Engineer, Acme, 2027-05-13 09:00 UTC"
    )
    assert find_on_record(a_message(), [an_interview()], threads) is None
    assert find_on_record(answer, [an_interview(status=InterviewStatus.DISMISSED)], threads) is None
