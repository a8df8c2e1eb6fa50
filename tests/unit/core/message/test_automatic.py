"""Machine-made or typed."""

from __future__ import annotations

import pytest

from bot.core.message.automatic import AutomaticReason, automatic_reason, automatic_reasons, is_machine_address
from bot.core.message.parse import parse_message

R = AutomaticReason
SIGNS = {
    "Auto-Submitted auto-replied": ("Auto-Submitted: auto-replied", R.AUTO_SUBMITTED),
    "Auto-Submitted with parameters": ("Auto-Submitted: auto-generated; owner-email=a@x.example", R.AUTO_SUBMITTED),
    "Auto-Submitted with an unknown word": ("Auto-Submitted: banana", R.AUTO_SUBMITTED),
    "Auto-Submitted without a word": ("Auto-Submitted:", R.AUTO_SUBMITTED),
    "a second Auto-Submitted": ("Auto-Submitted: no\r\nAuto-Submitted: auto-replied", R.AUTO_SUBMITTED),
    "an empty return path": ("Return-Path: <>", R.NULL_RETURN_PATH),
    "Precedence bulk": ("Precedence: bulk", R.PRECEDENCE),
    "Precedence list": ("Precedence: List", R.PRECEDENCE),
    "Precedence auto_reply": ("Precedence: auto_reply", R.PRECEDENCE),
    "a list": ("List-Id: <a.x.example>", R.LIST),
    "a list to post to": ("List-Post: <mailto:a@x.example>", R.LIST),
    "List-Unsubscribe alone": ("List-Unsubscribe: <https://x.example>", R.LIST_UNSUBSCRIBE),
    "X-Autoreply": ("X-Autoreply: yes", R.AUTO_RESPONDER),
    "X-Autorespond": ("X-Autorespond: x", R.AUTO_RESPONDER),
    "X-Mail-Autoreply": ("X-Mail-Autoreply: x", R.AUTO_RESPONDER),
    "X-Auto-Response-Suppress": ("X-Auto-Response-Suppress: All", R.SUPPRESS),
    "X-Loop": ("X-Loop: a@x.example", R.LOOP),
    "X-Failed-Recipients": ("X-Failed-Recipients: a@x.example", R.FAILED_RECIPIENTS),
    "a report": ("Content-Type: multipart/report; report-type=delivery-status; boundary=b", R.REPORT),
    "a read receipt": ("Content-Type: multipart/report; report-type=disposition-notification; boundary=b", R.REPORT),
    **{
        f"the subject {subject}": (f"Subject: {subject}", R.AUTO_SUBJECT)
        for subject in (
            "Automatic reply: Interview",
            "[EXT] Out of Office: Re: Interview",
            "Out of the office until Monday",
            "Automatische Antwort: Gespräch",
            "Abwesenheitsnotiz: Gespräch",
            "Réponse automatique : Entretien",
            "Respuesta automática: Entrevista",
            "Fuera de la oficina",
            "Resposta automática: Entrevista",
            "Automatisch antwoord: Gesprek",
            "Afwezigheidsbericht",
            "Risposta automatica: Colloquio",
            "Fuori sede",
            "Nicht im Buero: Gespraech",
            "Im Urlaub Re: Gespräch",
            "Reponse automatique : Entretien",
            "Absente jusqu'au 2 mars",
            "De vacaciones: Entrevista",
            "Ausencia temporaria: Entrevista",
            "De férias",
            "Niet op kantoor",
            "Met verlof: Gesprek",
            "Assente dall'ufficio",
            "In ferie",
        )
    },
}


@pytest.mark.parametrize(("header", "reason"), SIGNS.values(), ids=SIGNS.keys())
def test_every_sign_is_known(header: str, reason: AutomaticReason) -> None:
    assert automatic_reason(parse_message(f"From: a@x.example\r\n{header}\r\n\r\nhi".encode())) == reason


TYPED = [
    "Auto-Submitted: no",
    "Auto-Submitted: No (typed)",
    "Return-Path: <a@x.example>",
    "Precedence: first-class",
    "Subject: Re: Automatic reply: Interview",
    "Subject: Automation engineer interview",
    "Subject: Office tour",
    "Subject: Absage Ihrer Bewerbung",
    "Subject: Absences in your team: a question",
    "Subject: Vacancy for a gardener",
    "Subject: Fuori dal comune: il colloquio",
    "Subject: Leave policy",
    "X-Mailer: Autopilot",
    "Content-Type: multipart/mixed; boundary=b",
]


@pytest.mark.parametrize("header", TYPED)
def test_mail_of_people_bears_none(header: str) -> None:
    assert automatic_reason(parse_message(f"From: a@x.example\r\n{header}\r\n\r\nhi".encode())) is None


def test_the_strongest_sign_stands_first() -> None:
    message = parse_message(
        b"List-Unsubscribe: <x>\r\nPrecedence: bulk\r\nAuto-Submitted: auto-replied\r\nReturn-Path: <>\r\n\r\nhi"
    )
    assert automatic_reasons(message) == (R.NULL_RETURN_PATH, R.AUTO_SUBMITTED, R.PRECEDENCE, R.LIST_UNSUBSCRIBE)


@pytest.mark.parametrize(
    "email",
    [
        "no-reply@a.example",
        "NoReply@a.example",
        "noreply+4f2a@a.example",
        "do.not.reply@a.example",
        "do_not_reply@a.example",
        "jobs_noreply@a.example",
        "donotrespond@a.example",
        "nicht-antworten@a.example",
        "ne-pas-répondre@a.example",
        "no-responder@a.example",
        "nao-responda@a.example",
        "non.rispondere@a.example",
        "geen-antwoord@a.example",
        "mailer-daemon@a.example",
        "notifications@a.example",
        "calendar-notification@a.example",
    ],
)
def test_nobody_reads_what_is_sent_there(email: str) -> None:
    assert is_machine_address(email)


@pytest.mark.parametrize(
    "email",
    [
        "rita@a.example",
        "jobs@a.example",
        "careers@a.example",
        "norepa@a.example",
        "reply+abc123@ats.example",
        "noreen.o.reply@a.example",
        "norbert@no-reply.example",
        "responder@a.example",
    ],
)
def test_somebody_reads_what_is_sent_there(email: str) -> None:
    assert not is_machine_address(email)
