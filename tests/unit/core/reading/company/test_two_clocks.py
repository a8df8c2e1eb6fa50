"""One instant told by two clocks, or by the author's clock: the zones tell it, and where they do not agree nobody does."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail
from tests.unit.core.reading.company.clock_letters import LETTERS, ClockLetter

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


def read_start(letter: ClockLetter) -> datetime | None:
    mail = brief_mail(
        f"{GREETINGS[letter.language]}\n\n{letter.body}\n\nKim Sorrell\nHarrowgate\n{letter.signed}",
        subject=SUBJECTS[letter.language],
        sent=f"Fri, 05 Jun 2026 10:00:00 {letter.offset}",
    )
    return read_known_mail(mail, zone=letter.tz).start


@pytest.mark.parametrize("letter", [pytest.param(letter, id=f"{letter.language}: {letter.body}") for letter in LETTERS])
def test_the_time_is_the_instant_that_both_clocks_show(letter: ClockLetter) -> None:
    wanted = datetime.fromisoformat(letter.start) if letter.start else None
    assert read_start(letter) == wanted
