"""What kind of mail an English letter is, as agencies, schools, wards, kitchens and founders write."""

from __future__ import annotations

import pytest

from bot.core.message.types import Message
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, owner_in, read_mail
from tests.unit.core.reading.company.english_letters import LETTERS

ZONE = "Europe/Berlin"
OWNER = owner_in(ZONE)
CALLS = frozenset({Kind.INTERVIEW, Kind.RESCHEDULE, Kind.CANCELLATION})


def read(subject: str, body: str) -> Reading:
    return read_mail(mail_of(subject, body), zone=ZONE)


def mail_of(subject: str, body: str) -> Message:
    return brief_mail(f"{body}\n\nKim Sorrell\nHarrowgate", subject=subject, sent="Tue, 09 Jun 2026 10:00:00 +0200")


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
