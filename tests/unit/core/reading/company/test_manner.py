"""How they speak to the owner, and by which titles they call people (E2)."""

from __future__ import annotations

import pytest

from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail


@pytest.mark.parametrize(
    ("text", "familiar"),
    [
        ("Sehr geehrte Frau Vogt, wir laden Sie zum Gespräch am 9. Juni um 10 Uhr ein.", None),
        ("Hallo Nora, wir laden dich zum Gespräch am 9. Juni um 10 Uhr ein.", True),
        ("Bonjour, nous vous proposons un entretien le 9 juin à 10h.", False),
        ("Salut Nora, on te propose un entretien le 9 juin à 10h, ça te va ?", True),
        ("Hola Nora, te esperamos el 9 de junio a las 10 para la entrevista.", True),
        ("Estimada Nora, la esperamos a usted el 9 de junio a las 10 para la entrevista.", False),
        ("Ciao Nora, ti aspettiamo per il colloquio il 9 giugno alle 10.", True),
        ("Beste Nora, we nodigen je uit voor een gesprek op 9 juni om 10 uur.", True),
        ("Geachte mevrouw Vogt, wij nodigen u uit voor een gesprek op 9 juni om 10 uur.", False),
        ("Dear Nora, we invite you to an interview on 9 June at 10 am.", None),
    ],
)
def test_whether_they_speak_as_friends_do(text: str, familiar: bool | None) -> None:
    assert read_known_mail(brief_mail(text), zone="Europe/Berlin").familiar is familiar


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Das Gespräch am 9. Juni um 10 Uhr führt Frau Dr. Jana Weber.", ("Frau Dr. Weber",)),
        ("Your interview on 9 June at 10 am is with Ms Jana Weber.", ("Ms Weber",)),
        ("Your interview on 9 June at 10 am is with Jana Weber.", ()),
    ],
)
def test_by_which_titles_they_call_people(text: str, called: tuple[str, ...]) -> None:
    assert read_known_mail(brief_mail(text), zone="Europe/Berlin").called == called
