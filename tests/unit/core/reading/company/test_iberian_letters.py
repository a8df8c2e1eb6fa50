"""What is read out of whole mails in Spanish, Portuguese and Italian."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Message
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.iberian_letters import LETTERS, Letter
from tests.unit.core.reading.company.romance_letters import LETTERS as MORE_LETTERS
from tests.unit.core.reading.company.words import CUES


def read(letter: Letter) -> Reading:
    return read_company_mail(message=mail_of(letter), owner=letter.owner, cues=CUES)


def mail_of(letter: Letter) -> Message:
    head = f"From: {letter.sender}\nTo: {letter.owner.name} <{letter.owner.email}>\nSubject: {letter.subject}\n"
    head += f"Date: {letter.date}\n{letter.headers}Message-ID: <one@mail.example>\nMIME-Version: 1.0\n"
    mime = "Content-Type: text/plain; charset=utf-8\n\n"
    return parse_message((head + mime + letter.body).encode())


@pytest.mark.parametrize(
    "letter", [pytest.param(letter, id=f"{letter.name}: {letter.body[:60]!r}") for letter in (*LETTERS, *MORE_LETTERS)]
)
def test_a_letter_is_read_as_a_careful_person_reads_it(letter: Letter) -> None:
    reading = read(letter)
    assert reading.kind is Kind(letter.kind), reading.reasons
    if letter.start is not None:
        assert reading.start == datetime.fromisoformat(letter.start).replace(tzinfo=ZoneInfo(letter.owner.tz))
    found = {
        "minutes": reading.duration_minutes,
        "medium": reading.medium and str(reading.medium),
        "company": reading.company,
        "role": reading.role,
        "contact": reading.contact and reading.contact.email,
        "decision_by": reading.decision_by and str(reading.decision_by),
    }
    wanted = {name: getattr(letter, name) for name in found if getattr(letter, name) is not None}
    assert {name: found[name] for name in wanted} == wanted
    if letter.people is not None:
        assert sorted(person.name for person in reading.interviewers) == sorted(letter.people)
