"""One instant told by two clocks, or by the author's clock: the zones tell it, and where they do not agree nobody does."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.company.read import read_company_mail
from tests.unit.core.reading.company.clock_letters import LETTERS, ClockLetter
from tests.unit.core.reading.company.words import CUES

SUBJECTS = {
    "en": "Interview",
    "de": "Vorstellungsgespr\u00e4ch",
    "fr": "Entretien",
    "es": "Entrevista",
    "pt": "Entrevista",
    "it": "Colloquio",
    "nl": "Sollicitatiegesprek",
}
GREETINGS = {
    "en": "Dear Nora,",
    "de": "Guten Tag Frau Vogt,",
    "fr": "Bonjour Nora,",
    "es": "Hola, Nora:",
    "pt": "Ol\u00e1 Nora,",
    "it": "Gentile Nora,",
    "nl": "Beste Nora,",
}
HEAD = (
    "From: Kim Sorrell <kim.sorrell@harrowgate.example>\nTo: Nora Vogt <nora.vogt@example.org>\nSubject: {subject}\n"
    "Date: Fri, 05 Jun 2026 10:00:00 {offset}\nMessage-ID: <one@mail.example>\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\n\n{greeting}\n\n{body}\n\nKim Sorrell\nHarrowgate\n{signed}\n"
)


def read_start(letter: ClockLetter) -> datetime | None:
    text = HEAD.format(
        subject=SUBJECTS[letter.language],
        greeting=GREETINGS[letter.language],
        offset=letter.offset,
        body=letter.body,
        signed=letter.signed,
    )
    owner = Owner(name="Nora Vogt", email="nora.vogt@example.org", tz=letter.tz)
    return read_company_mail(message=parse_message(text.encode()), owner=owner, cues=CUES).start


@pytest.mark.parametrize("letter", [pytest.param(letter, id=f"{letter.language}: {letter.body}") for letter in LETTERS])
def test_the_time_is_the_instant_that_both_clocks_show(letter: ClockLetter) -> None:
    wanted = datetime.fromisoformat(letter.start) if letter.start else None
    assert read_start(letter) == wanted
