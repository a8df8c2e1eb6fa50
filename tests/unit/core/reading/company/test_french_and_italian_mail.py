"""Whole mails in French and Italian: what each is, and when the talk is."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company import french_letters, italian_letters
from tests.unit.core.reading.company.words import CUES

ALIX = Owner(name="Alix Morand", email="alix.morand@example.net", tz="Europe/Paris")
MARTA = Owner(name="Marta Donati", email="marta.donati@example.net", tz="Europe/Rome")
LETTERS = [
    *(("fr", ALIX, *letter) for letter in french_letters.LETTERS),
    *(("it", MARTA, *letter) for letter in italian_letters.LETTERS),
]


def read(owner: Owner, sender: str, subject: str, body: str) -> Reading:
    return read_company_mail(message=mail_of(owner, sender, subject, body), owner=owner, cues=CUES)


def mail_of(owner: Owner, sender: str, subject: str, body: str) -> Message:
    head = (
        f"From: {sender}\nTo: {owner.name} <{owner.email}>\nSubject: {subject}\nDate: Tue, 09 Jun 2026 10:00:00 +0200\n"
    )
    mime = "Message-ID: <one@mail.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    return parse_message((head + mime + body + "\n").encode())


@pytest.mark.parametrize(
    ("owner", "kind", "start", "sender", "subject", "body"),
    [pytest.param(*letter, id=f"{lang} {letter[1]}: {letter[4]} ({letter[3]})") for lang, *letter in LETTERS],
)
def test_a_mail_is_what_it_says_at_the_time_it_says(
    owner: Owner, kind: str, start: str, sender: str, subject: str, body: str
) -> None:
    reading = read(owner, sender, subject, body)
    assert (reading.kind, reading.certain) == (Kind(kind), True)
    if start:
        assert reading.start is not None
        assert reading.start.astimezone(ZoneInfo(owner.tz)).strftime("%m-%dT%H:%M") == start
