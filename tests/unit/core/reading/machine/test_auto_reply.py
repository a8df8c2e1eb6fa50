"""Answers that no person typed."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

from datetime import date

import pytest

from bot.core.message.parse import parse_message
from bot.core.reading.machine.auto_reply import AutoReply, read_auto_reply
from tests.unit.core.reading.company.words import CUES


def auto_reply(head: str, body: str) -> AutoReply | None:
    text = f"From: Gwen Tran <gwen@corp.example>\nTo: nora@example.org\nDate: Thu, 12 Feb 2026 23:40:21 +0000\n{head}\n\n{body}\n"
    return read_auto_reply(parse_message(text.encode()), CUES)


AWAY = "Subject: Automatic reply: Thank you\nAuto-Submitted: auto-replied\nIn-Reply-To: <ours@mail.example.org>"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("I'm away through Tuesday, February 17 with patchy email.", date(2026, 2, 17)),
        ("I am out of the office until 2 March 2026.", date(2026, 3, 2)),
        ("I'm off the grid from Feb 13 and back on Feb 20.", date(2026, 2, 20)),
        ("I am currently out of the office.", None),
    ],
)
def test_the_day_of_return_is_read_where_it_is_stated(body: str, day: date | None) -> None:
    found = auto_reply(AWAY, body)
    assert found is not None
    assert found.returns_on == day


def test_somebody_who_left_names_another_address() -> None:
    found = auto_reply(
        "Subject: Re: Thank you\nReturn-Path: <>\nPrecedence: junk\nX-Autorespond: yes",
        "Paul no longer works here. Messages to this address are not read. Please contact office@corp.example.",
    )
    assert found is not None
    assert found.address_is_dead
    assert found.instead == "office@corp.example"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        pytest.param("Subject: Your upcoming interview\nAuto-Submitted: auto-generated", "Your interview is on Monday at 3pm.", id="a notice nobody asked for"),
        pytest.param("Subject: We got it\nAuto-Submitted: auto-replied\nIn-Reply-To: <a@b.example>", "We have received your application for Planner.", id="the receipt of an application"),
        pytest.param("Subject: Re: Thanks", "I was out of the office last week, sorry.", id="a person tells of an absence"),
    ],
)  # fmt: skip
def test_other_mail_is_no_automatic_answer(head: str, body: str) -> None:
    assert auto_reply(head, body) is None


def test_a_ticket_receipt_is_one() -> None:
    head = "Subject: [Request received] Which building?\nAuto-Submitted: auto-generated\nIn-Reply-To: <ours@mail.example.org>"
    assert auto_reply(head, "Your request (48213) has been received.") is not None
