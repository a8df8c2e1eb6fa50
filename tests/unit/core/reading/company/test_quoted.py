"""What mail programs write around quoted mails, whatever the language."""

from __future__ import annotations

import pytest

from bot.core.message.types import Address
from bot.core.reading.company.quoted import is_answer, is_forward, quoted_author, without_headers
from tests.unit.core.reading.company.words import ENGLISH


@pytest.mark.parametrize(
    "block",
    [
        "From: Ann Bee <ann@acme.example>\nSent: Monday\nTo: Robin\nSubject: Interview",
        "Von: Ann Bee <ann@acme.example>\nGesendet: Montag, 1. Juni 2026\nAn: Robin\nBetreff: Termin",
        "De : Ann Bee <ann@acme.example>\nEnvoyé : lundi 1 juin 2026\nÀ : Robin\nObjet : Entretien",
        "De: Ann Bee <ann@acme.example>\nEnviado el: lunes\nPara: Robin\nAsunto: Entrevista",
        "De: Ann Bee <ann@acme.example>\nEnviada em: segunda\nPara: Robin\nAssunto: Entrevista",
        "Van: Ann Bee <ann@acme.example>\nVerzonden: maandag\nAan: Robin\nOnderwerp: Gesprek",
        "Da: Ann Bee <ann@acme.example>\nInviato: lunedì\nA: Robin\nOggetto: Colloquio",
    ],
)
def test_header_lines_are_read_and_left_out(block: str) -> None:
    quoted = f"{block}\n\nTime: 10:00"
    assert quoted_author(quoted, ENGLISH) == Address(name="Ann Bee", email="ann@acme.example")
    assert without_headers(quoted, ENGLISH).strip() == "Time: 10:00"


@pytest.mark.parametrize(
    "line",
    [
        "On Mon, 1 Jun 2026 at 10:00, Ann Bee <ann@acme.example> wrote:",
        "Am 01.06.2026 um 10:00 schrieb Ann Bee:",
        "Le lun. 1 juin 2026 à 10:00, Ann Bee a écrit :",
        "El lun, 1 jun 2026 a las 10:00, Ann Bee escribió:",
        "Em seg., 1 de jun. de 2026 às 10:00, Ann Bee escreveu:",
        "Op ma 1 jun 2026 om 10:00 schreef Ann Bee:",
        "Il giorno lun 1 giu 2026 alle 10:00 Ann Bee\nha scritto:",
    ],
)
def test_attributions_are_left_out(line: str) -> None:
    assert without_headers(f"{line}\n> Hello", ENGLISH).strip() == "Hello"


@pytest.mark.parametrize("subject", ["Fwd: x", "WG: x", "TR : x", "RV: x", "ENC: x", "Doorst: x", "I: x"])
def test_prefixes_of_forwards_are_known(subject: str) -> None:
    assert is_forward(subject, ENGLISH)
    assert not is_answer(subject, ENGLISH)


@pytest.mark.parametrize("subject", ["Re: x", "AW: x", "RE[2]: x", "RES: x", "Antw: x", "R: x", "RIF: x"])
def test_prefixes_of_answers_are_known(subject: str) -> None:
    assert is_answer(subject, ENGLISH)
    assert not is_forward(subject, ENGLISH)


def test_a_word_before_a_colon_is_no_prefix() -> None:
    assert not is_answer("Interview: Monday", ENGLISH)
    assert not is_forward("Interview: Monday", ENGLISH)
