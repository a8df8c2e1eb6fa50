"""What kind of mail an English letter is, as agencies, schools, wards, kitchens and founders write."""

from __future__ import annotations

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.english_letters import LETTERS
from tests.unit.core.reading.company.words import CUES

OWNER = Owner(name="Nora Vogt", email="nora.vogt@example.org", tz="Europe/Berlin")
CALLS = frozenset({Kind.INTERVIEW, Kind.RESCHEDULE, Kind.CANCELLATION})
HEAD = (
    "From: Kim Sorrell <kim.sorrell@harrowgate.example>\nTo: Nora Vogt <nora.vogt@example.org>\nSubject: {}\n"
    "Date: Tue, 09 Jun 2026 10:00:00 +0200\nMessage-ID: <one@mail.example>\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\n\n{}\n\nKim Sorrell\nHarrowgate\n"
)


def read(subject: str, body: str) -> Reading:
    return read_company_mail(message=mail_of(subject, body), owner=OWNER, cues=CUES)


def mail_of(subject: str, body: str) -> Message:
    return parse_message(HEAD.format(subject, body).encode())


@pytest.mark.parametrize(
    ("kind", "subject", "body"),
    [pytest.param(kind, subject, body, id=f"{kind}: {subject}, {body[:60]}") for kind, subject, body in LETTERS],
)
def test_a_letter_is_what_it_says(kind: str, subject: str, body: str) -> None:
    assert read(subject, body).kind is Kind(kind)


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        pytest.param(subject, body, id=f"{subject}, {body[:60]}")
        for kind, subject, body in LETTERS
        if Kind(kind) in CALLS
    ],
)
def test_a_talk_fixed_moved_or_called_off_is_never_passed_over(subject: str, body: str) -> None:
    reading = read(subject, body)
    assert reading.kind in CALLS or not reading.certain
