"""Delivery reports and their older forms."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

import pytest

from bot.core.message.parse import parse_message
from bot.core.reading.machine.bounce import Bounce, read_bounce

RFC_3464 = """\
Return-Path: <>
From: MAILER-DAEMON@mail.example.org
To: nora@example.org
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; Paul.Denton@bluefield.example
Action: {action}
Status: {status}

--b
Content-Type: text/rfc822-headers

Message-ID: <ours@mail.example.org>
Subject: Thank you

--b--
"""
PLAIN = """\
Return-Path: <>
From: Mail Delivery System <Mailer-Daemon@mail.example.org>
To: nora@example.org
Subject: Mail delivery failed: returning message to sender

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  paul.denton@bluefield.example
    550 5.1.1 User unknown

------ This is a copy of the message, including all the headers. ------

Message-ID: <ours@mail.example.org>
From: nora@example.org
"""


def bounce(text: str) -> Bounce | None:
    return read_bounce(parse_message(text.encode()))


@pytest.mark.parametrize(
    ("action", "status", "permanent", "wrong"),
    [
        pytest.param("failed", "5.1.1", True, True, id="no such user"),
        pytest.param("failed", "5.2.2", True, False, id="mailbox full: the address is right"),
        pytest.param("failed", "4.4.7", True, False, id="given up after days"),
        pytest.param("delayed", "4.4.1", False, False, id="still tried"),
    ],
)
def test_a_report_says_what_failed(action: str, status: str, permanent: bool, wrong: bool) -> None:
    found = bounce(RFC_3464.format(action=action, status=status))
    assert found is not None
    assert (found.recipient, found.original_id, found.status) == (
        "paul.denton@bluefield.example",
        "ours@mail.example.org",
        status,
    )
    assert (found.permanent, found.address_is_wrong) == (permanent, wrong)


def test_a_report_of_success_is_no_bounce() -> None:
    assert bounce(RFC_3464.format(action="delivered", status="2.0.0")) is None


def test_the_plain_form_is_understood() -> None:
    found = bounce(PLAIN)
    assert found is not None
    assert (found.recipient, found.original_id) == ("paul.denton@bluefield.example", "ours@mail.example.org")
    assert found.permanent
    assert found.address_is_wrong


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("From: a@b.example\nSubject: Delivery failed to impress me\n\nHello\n", id="words in a subject"),
        pytest.param("From: recruiter@b.example\nSubject: Interview\n\nYour last mail could not be delivered, here again: ...\n", id="a person tells of it"),
    ],
)  # fmt: skip
def test_a_persons_mail_is_no_bounce(text: str) -> None:
    assert bounce(text) is None
