"""The language of short mail."""

from __future__ import annotations

import pytest

from bot.core.reading.company.tongue import tell_first, tell_language
from tests.unit.core.reading.company.words import CUES


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Hi, Thursday at 10 works for us."),
        ("de", "Hallo, passt Donnerstag um 10 Uhr? Viele Gruesse"),
        ("fr", "Bonjour, je confirme jeudi a 10h. Merci"),
        ("es", "Hola, te confirmo la entrevista del jueves a las 10. Saludos"),
        ("pt", "Ola Ana, confirmado para quinta as 10h. Ate la, obrigado!"),
        ("nl", "Hoi, donderdag om 10 uur past prima. Groet"),
        ("it", "Ciao, confermo il colloquio di giovedi alle 10"),
        ("en", "Confirmed! Interview Tues 11/24 1-1:45 ET. Panel: Lou, Dee."),
        ("fr", "BONJOUR, VOTRE RENDEZ-VOUS EST JEUDI A 10H ET DURE UNE HEURE"),
    ],
)
def test_few_words_tell_the_language(code: str, text: str) -> None:
    assert tell_language(text, CUES).code == code


def test_the_authors_own_text_tells_before_what_stands_below() -> None:
    below = "This message is confidential. If you are not the addressee, please delete it and let us know. " * 5
    own = "Hallo Robin, wir freuen uns auf Sie am Dienstag."
    assert tell_first([own, f"{own}\n{below}"], CUES).code == "de"


def test_nothing_tells_is_english() -> None:
    assert tell_language("10:00 https://meet.example/abc", CUES).code == "en"
