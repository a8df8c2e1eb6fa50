"""Answers that no person typed."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

from datetime import date

import pytest

from bot.core.message.parse import parse_message
from bot.core.reading.machine.auto_reply import read_auto_reply
from bot.core.reading.types import AutoAnswerKind, AutoReply
from tests.unit.core.reading.company.words import CUES
from tests.unit.core.reading.machine.auto_reply_cases import ALL, Case

CASES = [
    pytest.param(case, id=f"{lang} {number}: {case.subject}")
    for lang, cases in ALL.items()
    for number, case in enumerate(cases, 1)
]


def auto_reply(head: str, body: str) -> AutoReply | None:
    text = f"From: Gwen Tran <gwen@corp.example>\nTo: nora@example.org\nDate: Thu, 12 Feb 2026 23:40:21 +0000\nContent-Type: text/plain; charset=utf-8\n{head}\n\n{body}\n"
    return read_auto_reply(parse_message(text.encode()), CUES)


@pytest.mark.parametrize("case", CASES)
def test_automatic_answers_are_told_in_every_language(case: Case) -> None:
    found = auto_reply(f"Subject: {case.subject}\n{case.head}", case.body)
    assert (found.kind if found else None) == case.kind


@pytest.mark.parametrize("case", [case for case in CASES if case.values[0].kind is not None])  # type: ignore[union-attr]
def test_the_day_of_return_and_the_stand_in_are_read_in_every_language(case: Case) -> None:
    found = auto_reply(f"Subject: {case.subject}\n{case.head}", case.body)
    assert found is not None
    stand_in = found.stand_in
    assert (found.returns_on, stand_in.email if stand_in else None) == (case.back, case.to)
    assert stand_in is None or stand_in.name == (case.name or case.to)


AWAY = "Subject: Automatic reply: Thank you\nAuto-Submitted: auto-replied\nIn-Reply-To: <ours@mail.example.org>"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("I'm away through Tuesday, February 17 with patchy email.", date(2026, 2, 17)),
        ("I am out of the office until 2 March 2026.", date(2026, 3, 2)),
        ("I'm off the grid from Feb 13 and back on Feb 20.", date(2026, 2, 20)),
        ("I am currently out of the office.", None),
        ("I am out of the office from 13 February.", None),
        ("Ich bin im Sommerurlaub und ab Montag, den 23.02.2026, um 9:00 Uhr wieder für Sie da.", date(2026, 2, 23)),
        ("Ich bin ab dem 13.02. im Urlaub und am 20.02. wieder da.", date(2026, 2, 20)),
        (
            "Ich bin bis einschließlich 27.02.2026 nicht im Haus. Vorstellungstermine ab dem 10.03. bleiben bestehen.",
            date(2026, 2, 27),
        ),
        ("Je suis en congés à partir du 16 février, de retour le 2 mars.", date(2026, 3, 2)),
        ("Estaré fuera de la oficina del 16 al 20 de febrero; vuelvo el 23 de febrero.", date(2026, 2, 23)),
        ("Ik ben afwezig vanaf 16 februari.", None),
        ("Sono in ferie dal 16 febbraio e torno il 2 marzo.", date(2026, 3, 2)),
        ("I was away until 2 February and am slowly catching up.", None),
    ],
)
def test_the_day_of_return_is_read_where_it_is_stated(body: str, day: date | None) -> None:
    found = auto_reply(AWAY, body)
    assert found is not None
    assert found.returns_on == day


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("I am away until 2 March. In urgent cases please contact Lena Ortiz.", "Lena Ortiz"),
        (
            "Ich bin im Urlaub. In Bewerbungsangelegenheiten wenden Sie sich bitte an Frau Thiele (Durchwahl -212).",
            "Thiele",
        ),
        ("Je suis en congés. En cas d'urgence, veuillez contacter Mme Inès Caron au standard.", "Inès Caron"),
        (
            "Estoy de vacaciones. Si es urgente, escribid a Lourdes Arrizabalaga; si no, espero a mi vuelta.",
            "Lourdes Arrizabalaga",
        ),
        ("Estou de férias. Por favor contacte Nuno Faria na minha ausência.", "Nuno Faria"),
        ("Ik ben met vakantie. Neem voor dringende zaken contact op met Noor Visser.", "Noor Visser"),
        ("Sono in ferie. Potete contattare Giorgio Neri al centralino.", "Giorgio Neri"),
        ("I am away. Please contact Human Resources or the Hiring Team.", None),
        ("Ich bin im Urlaub. Bitte wenden Sie sich an die Personalabteilung.", None),
        ("Ask Ann Lee or Bo Diaz.", None),
    ],
)
def test_a_stand_in_may_be_named_without_an_address(body: str, name: str | None) -> None:
    found = auto_reply(AWAY, body)
    assert found is not None
    assert (found.stand_in.name if found.stand_in else None) == name
    assert found.stand_in is None or found.stand_in.email is None


def test_an_invitation_is_never_taken_for_an_automatic_answer() -> None:
    calendar = "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR"
    head = "From: Gwen Tran <gwen@corp.example>\nTo: nora@example.org\nSubject: Automatic reply: Interview\nAuto-Submitted: auto-replied\nContent-Type: multipart/mixed; boundary=b"
    raw = f"{head}\n\n--b\nContent-Type: text/plain\n\nI am out of the office.\n--b\n{calendar}\n--b--\n"
    assert read_auto_reply(parse_message(raw.encode()), CUES) is None


def test_somebody_who_left_names_another_address() -> None:
    found = auto_reply(
        "Subject: Re: Thank you\nReturn-Path: <>\nPrecedence: junk\nX-Autorespond: yes",
        "Paul no longer works here. Messages to this address are not read. Please contact office@corp.example.",
    )
    assert found is not None
    assert found.kind is AutoAnswerKind.LEFT
    assert found.stand_in is not None
    assert found.stand_in.email == "office@corp.example"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        pytest.param("Subject: Your upcoming interview\nAuto-Submitted: auto-generated", "Your interview is on Monday at 3pm.", id="a notice nobody asked for"),
        pytest.param("Subject: We got it\nAuto-Submitted: auto-replied\nIn-Reply-To: <a@b.example>", "We have received your application for Planner.", id="the receipt of an application"),
        pytest.param("Subject: Re: Thanks", "I was out of the office last week, sorry.", id="a person tells of an absence"),
        pytest.param("Subject: Confirm your subscription\nPrecedence: bulk", "Please click to confirm your email address.", id="a newsletter wants a confirmation"),
    ],
)  # fmt: skip
def test_other_mail_is_no_automatic_answer(head: str, body: str) -> None:
    assert auto_reply(head, body) is None


def test_a_ticket_receipt_is_one() -> None:
    head = "Subject: [Request received] Which building?\nAuto-Submitted: auto-generated\nIn-Reply-To: <ours@mail.example.org>"
    found = auto_reply(head, "Your request (48213) has been received.")
    assert found is not None
    assert found.kind is AutoAnswerKind.RECEIPT
