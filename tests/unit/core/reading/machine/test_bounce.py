"""Delivery reports and their older forms."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

import pytest

from bot.core.message.parse import parse_message
from bot.core.reading.machine.bounce import is_receipt, read_bounce
from bot.core.reading.types import Bounce, BounceCause
from tests.unit.core.reading.company.words import CUES
from tests.unit.core.reading.machine.bounce_cases import OURS, PLAIN, REPORT, TO, Case


def bounce(text: str) -> Bounce | None:
    return read_bounce(parse_message(text.encode()), CUES)


def report(*fields: str, text: str = "It failed.", kind: str = "delivery-status", subject: str = "Report") -> str:
    return REPORT.format(kind=kind, subject=subject, text=text, fields="\n\n".join(("", *fields)))


def plain(case: Case) -> str:
    head = f"From: Mail Delivery Subsystem <{case.sender}>\nTo: nora@example.org\nDate: Thu, 12 Feb 2026 23:40:21 +0000\nSubject: {case.subject}"
    return f"{head}\n{case.head}\nContent-Type: text/plain; charset=utf-8\n\n{case.body}\n"


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in PLAIN.items()])
def test_the_plain_forms_are_understood_in_every_language(case: Case) -> None:
    found = bounce(plain(case))
    assert found is not None
    assert (found.permanent, found.cause, found.recipient, found.original_id, found.status) == (
        case.permanent,
        case.cause,
        case.recipient,
        case.original_id,
        case.status,
    )


@pytest.mark.parametrize(
    ("action", "status", "permanent", "cause"),
    [
        pytest.param("failed", "5.1.1", True, BounceCause.WRONG_ADDRESS, id="no such user"),
        pytest.param("failed", "5.2.2", True, BounceCause.MAILBOX_FULL, id="mailbox full: the address is right"),
        pytest.param("failed", "4.4.7", True, BounceCause.UNREACHABLE, id="given up after days"),
        pytest.param("delayed", "4.4.1", False, BounceCause.UNREACHABLE, id="still tried"),
        pytest.param("delayed", "4.2.2", False, BounceCause.MAILBOX_FULL, id="full, still tried"),
        pytest.param("failed", "5.7.1", True, BounceCause.REFUSED, id="refused"),
        pytest.param("Failed (really)", "5.0.0", True, BounceCause.UNKNOWN, id="a general status and no words"),
    ],
)
def test_a_report_says_what_failed(action: str, status: str, permanent: bool, cause: BounceCause) -> None:
    found = bounce(
        report(f"Final-Recipient: rfc822; Paul.Denton@bluefield.example\nAction: {action}\nStatus: {status}")
    )
    assert found == Bounce(
        recipients=(TO,), permanent=permanent, cause=cause, original_id=OURS, status=status, evidence="Report"
    )


@pytest.mark.parametrize(
    ("diagnostic", "cause"),
    [
        ("smtp; 550 5.5.0 Requested action not taken: mailbox unavailable", BounceCause.WRONG_ADDRESS),
        ("smtp; 554 delivery error: dd This user doesn't have an account", BounceCause.WRONG_ADDRESS),
        ("smtp; 552 over quota", BounceCause.MAILBOX_FULL),
        ("smtp; 554 Message rejected: listed at a dnsbl", BounceCause.REFUSED),
    ],
)
def test_a_general_status_is_explained_by_what_the_server_said(diagnostic: str, cause: BounceCause) -> None:
    fields = f"Final-Recipient: rfc822; {TO}\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: {diagnostic}"
    found = bounce(report(fields))
    assert found is not None
    assert found.cause is cause


def test_a_directory_that_refuses_unknown_recipients_means_the_address() -> None:
    fields = f"Final-Recipient: rfc822; {TO}\nAction: failed\nStatus: 5.4.1\nDiagnostic-Code: smtp;550 5.4.1 Recipient address rejected: Access denied"
    found = bounce(report(fields))
    assert found is not None
    assert found.cause is BounceCause.WRONG_ADDRESS


def test_of_several_recipients_those_that_failed_are_named() -> None:
    found = bounce(
        report(
            "Final-Recipient: rfc822; a@x.example\nAction: relayed\nStatus: 2.0.0",
            "Final-Recipient: rfc822; b@x.example\nAction: delayed\nStatus: 4.4.1",
            "Final-Recipient: rfc822; c@x.example\nAction: failed\nStatus: 5.1.1",
            "Original-Recipient: rfc822;d+2Bjobs@x.example\nFinal-Recipient: rfc822; e@y.example\nAction: failed\nStatus: 5.2.2",
        )
    )
    assert found is not None
    assert (found.recipients, found.permanent, found.status) == (("c@x.example", "d+jobs@x.example"), True, "5.1.1")


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_of_success_is_no_bounce(action: str) -> None:
    text = report(f"Final-Recipient: rfc822; {TO}\nAction: {action}\nStatus: 2.0.0")
    assert bounce(text) is None
    assert is_receipt(parse_message(text.encode()))


def test_a_report_that_a_mail_was_read_is_no_bounce() -> None:
    text = report(
        kind="disposition-notification", subject="Read: Interview", text="Your message was read on Thursday at 3pm."
    )
    assert bounce(text) is None
    assert is_receipt(parse_message(text.encode()))


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param("Final-Recipient:\nAction:\nStatus:", id="empty fields"),
        pytest.param("Final-Recipient: rfc822; nobody\nAction: failed", id="no address"),
        pytest.param("Action: failed\n" * 400, id="the same field for ever"),
        pytest.param(
            "\n\n".join(f"Final-Recipient: rfc822; a{n}@x.example" for n in range(5000)), id="thousands of recipients"
        ),
        pytest.param("Final-Recipient: " + "a" * 70_000 + "@x.example", id="an endless address"),
        pytest.param("Final-Recipient: rfc822; \u00fc@\u00fc.example\nAction: \u2028\nStatus: 9.9.9", id="odd letters"),
    ],
)
def test_odd_reports_are_survived(fields: str) -> None:
    found = bounce(report(fields, subject="Undeliverable"))
    assert found is None or len(found.recipients) <= 50


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("From: a@b.example\nSubject: Delivery failed to impress me\n\nHello\n", id="words in a subject"),
        pytest.param("From: recruiter@b.example\nReturn-Path: <recruiter@b.example>\nSubject: Interview\n\nYour last mail could not be delivered, here again: ...\n", id="a person tells of it"),
        pytest.param("From: recruiter@b.example\nIn-Reply-To: <a@x.example>\nSubject: Undeliverable: Thank you\n\nYour mail to paul@b.example could not be delivered (550 5.1.1), so I pass it on. Speak on Monday at 3pm?\n", id="a person passes on a bounce"),
        pytest.param("From: Paketdienst <noreply@paket.example>\nReturn-Path: <x@paket.example>\nAuto-Submitted: auto-generated\nSubject: Zustellung fehlgeschlagen\n\nIhr Paket konnte nicht zugestellt werden.\n", id="a parcel"),
        pytest.param("From: Mail Admin <it@phish.example>\nReturn-Path: <it@phish.example>\nSubject: Undelivered messages\n\n5 messages could not be delivered to nora@example.org. Click to release them.\n", id="phishing with held mail"),
        pytest.param("From: complaints@isp.example\nSubject: Email Feedback Report\nReturn-Path: <>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nThis message was rejected.\n--b--\n", id="a complaint"),
    ],
)  # fmt: skip
def test_other_mail_is_no_bounce(text: str) -> None:
    assert bounce(text) is None
