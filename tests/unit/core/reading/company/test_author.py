"""Whether the author holds the talk, in seven languages."""

from __future__ import annotations

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.company.author import find_talking_author
from bot.core.reading.company.correspondents import find_correspondents
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.page import lay_out
from tests.unit.core.reading.company.words import CUES

OWNER = Owner(name="Robin Vale", email="robin.vale@example.org", tz="Europe/Berlin")


def talks(body: str) -> bool:
    head = "From: Jana Roth <jana.roth@acme.example>\nTo: robin.vale@example.org\nSubject: -\n"
    mime = "Date: Mon, 01 Jun 2026 10:00:00 +0200\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    page = lay_out(parse_message((head + mime + body).encode()), OWNER, CUES)
    return find_talking_author(page, find_correspondents(page, Invitation()), (), ()) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Hi Robin, I'll call you on Tuesday at 10.",
        "Hi Robin, you will meet Ann Bee and me on Tuesday.",
        "Hallo Robin, ich rufe Sie am Dienstag um 10 Uhr an.",
        "Hallo Robin, ich freue mich auf unser Gespräch am Dienstag.",
        "Hallo Robin, Sie sprechen mit Herrn Weber und mir.",
        "Bonjour Robin, je vous appellerai mardi à 10h.",
        "Bonjour Robin, je serai ravie d'échanger avec vous mardi.",
        "Hola Robin, te llamo el martes a las 10.",
        "Hola Robin, estaremos Marta Ruiz y yo en la entrevista.",
        "Olá Robin, eu ligo-lhe na terça, vamos conversar; a entrevista é comigo.",
        "Hoi Robin, ik bel je dinsdag om 10 uur.",
        "Beste Robin, we spreken elkaar dinsdag om 10 uur.",
        "Ciao Robin, ti chiamo martedì alle 10 per il colloquio.",
        "Ciao Robin, il colloquio sarà con me e con Sara Neri.",
    ],
)
def test_an_author_who_says_so_holds_the_talk(text: str) -> None:
    assert talks(f"{text}\n\nJana Roth\nHead of Design\n")


@pytest.mark.parametrize(
    "text",
    [
        "Hi Robin, your interview is on Tuesday. I will send the link beforehand.",
        "Guten Tag Robin Vale, Ihr Gespräch ist am Dienstag. Ich schicke Ihnen den Link.",
        "Guten Tag, Ihr Gespräch ist am Dienstag; ich selbst bin nicht dabei, wir sehen uns.",
        "Bonjour Robin, votre entretien est mardi. Je vous envoie le lien.",
        "Hola Robin, tu entrevista es el martes. Te envío el enlace.",
        "Olá Robin, a sua entrevista é na terça. Envio-lhe o link.",
        "Beste Robin, je gesprek is dinsdag. Ik stuur je de link.",
        "Ciao Robin, il tuo colloquio è martedì. Ti mando il link.",
    ],
)
def test_an_author_who_only_arranges_it_does_not(text: str) -> None:
    assert not talks(f"{text}\n\nJana Roth\nRecruiting\n")
