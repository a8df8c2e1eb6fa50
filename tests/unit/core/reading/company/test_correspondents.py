"""Whom to write to: the person behind a machine's mail, never a machine, never a guess."""

from __future__ import annotations

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.company.correspondents import find_contact, find_correspondents, is_machine
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.page import lay_out
from tests.unit.core.reading.company.words import CUES, ENGLISH

OWNER = Owner(name="Robin Vale", email="robin.vale@example.org", tz="Europe/Berlin")
MACHINE = "Acme Careers <no-reply@hiring-mail.example>"
MAILBOX = "Acme <acme@hiring-mail.example>"


def contact(sender: str, body: str, headers: str = "") -> str | None:
    head = f"From: {sender}\nTo: robin.vale@example.org\nSubject: -\nDate: Mon, 01 Jun 2026 10:00:00 +0200\n{headers}"
    mime = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    page = lay_out(parse_message((head + mime + body).encode()), OWNER, CUES)
    found = find_contact(page, find_correspondents(page, Invitation()), ())
    return found.email if found else None


@pytest.mark.parametrize(
    "line",
    [
        "Any questions? Please write to Jana Roth, jana.roth@acme.example.",
        "Bei Fragen wenden Sie sich gern an Jana Roth (jana.roth@acme.example).",
        "Pour toute question, vous pouvez écrire à Jana Roth : jana.roth@acme.example",
        "Si tienes dudas, escribe a Jana Roth (jana.roth@acme.example).",
        "Em caso de dúvidas, contacte Jana Roth: jana.roth@acme.example",
        "Heb je vragen? Mail naar Jana Roth via jana.roth@acme.example.",
        "Per domande può scrivere a Jana Roth, jana.roth@acme.example.",
    ],
)
def test_behind_a_machine_stands_who_is_named_for_questions(line: str) -> None:
    others = "Panel: Ann Bee, ann.bee@acme.example\n\n"
    assert contact(MACHINE, f"{others}{line}\n") == "jana.roth@acme.example"


@pytest.mark.parametrize(
    "notice",
    [
        "Hello, please do not reply to this email. It is only for you.",
        "Guten Tag, bitte antworten Sie nicht auf diese E-Mail.",
        "Bonjour, merci de ne pas répondre à ce message, nous ne pouvons vous lire.",
        "Hola, por favor no respondas a este correo, gracias.",
        "Olá, por favor não responda a este e-mail, obrigado.",
        "Hallo, dit adres wordt niet gelezen, beantwoord deze mail dus niet.",
        "Ciao, per favore non rispondere a questa e-mail, grazie.",
    ],
)
def test_a_mailbox_that_nobody_reads_is_passed_over(notice: str) -> None:
    assert contact(MAILBOX, f"{notice}\n\nJana Roth, jana.roth@acme.example\n") == "jana.roth@acme.example"


def test_the_reply_to_of_a_person_answers_for_a_machine() -> None:
    headers = "Reply-To: Jana Roth <jana.roth@acme.example>\n"
    assert contact(MACHINE, "Your interview is on Tuesday.\n", headers) == "jana.roth@acme.example"


def test_the_author_is_the_contact_of_his_own_mail() -> None:
    body = "Your interview is on Tuesday with Ann Bee (ann.bee@acme.example).\n\nJana Roth\n"
    assert contact("Jana Roth <jana.roth@acme.example>", body) == "jana.roth@acme.example"


def test_a_machine_alone_gives_nobody() -> None:
    assert contact(MACHINE, "Your interview is on Tuesday. Unsubscribe: unsubscribe@hiring-mail.example\n") is None


@pytest.mark.parametrize(
    "local",
    ["no-reply", "noreply", "nicht-antworten", "ne-pas-repondre", "no-responder", "nao-responda", "niet-beantwoorden"],
)
def test_addresses_that_nobody_reads_are_machines(local: str) -> None:
    assert is_machine(f"{local}@acme.example", ENGLISH)


def test_a_relay_with_a_token_is_no_persons_address() -> None:
    assert is_machine("reply+8f3a91bc@hire.example", ENGLISH)
