"""What kind of mail a short letter is, in every language the reader knows."""

from __future__ import annotations

import pytest

from bot.core.message.types import Message
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, owner_in, read_mail
from tests.unit.core.reading.company.kind_letters import LETTERS

ZONE = "Europe/Berlin"
OWNER = owner_in(ZONE)


def read(subject: str, body: str) -> Reading:
    return read_mail(mail_of(subject, body), zone=ZONE)


def mail_of(subject: str, body: str) -> Message:
    return brief_mail(f"{body}\n\nKim Sorrell\nHarrowgate", subject=subject, sent="Tue, 09 Jun 2026 10:00:00 +0200")


@pytest.mark.parametrize(
    ("kind", "subject", "body"),
    [pytest.param(kind, subject, body, id=f"{lang} {kind}: {body[:60]}") for lang, kind, subject, body in LETTERS],
)
def test_a_short_letter_is_what_it_says(kind: str, subject: str, body: str) -> None:
    assert read(subject, body).kind is Kind(kind)


@pytest.mark.parametrize("lang", ["de", "fr", "es", "pt", "nl", "it", "en"])
def test_a_called_off_talk_is_never_taken_for_one_that_stands(lang: str) -> None:
    called_off = [(s, b) for code, kind, s, b in LETTERS if code == lang and kind == "cancellation"]
    assert called_off
    assert all(read(*letter).kind not in (Kind.INTERVIEW, Kind.OTHER) for letter in called_off)
