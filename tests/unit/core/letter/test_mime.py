"""A letter as a mail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from bot.core.letter.context import Letter
from bot.core.letter.mime import build_letter_mail
from bot.core.message.types import Address
from tests.unit.core.letter import examples as x

MESSAGE_ID = f"{x.TOKEN}@{'very-long-label-' * 3}mail.example.org"
MARK = "ab" * 40


def build(letter: Letter, *, thread_id: str | None = f"first.{MESSAGE_ID}", to: Address | None = None) -> bytes:
    return build_letter_mail(
        letter,
        from_=Address(name="Maya Okafor", email="maya.okafor@example.org"),
        to=to or Address(name="Maya Okafor", email="maya.okafor@example.org"),
        message_id=MESSAGE_ID,
        thread_id=thread_id,
        date=datetime(2026, 5, 14, 14, 40, tzinfo=UTC),
        boundary="=_b7f1",
        instance="home-1",
        mark=MARK,
    )


def parse(raw: bytes) -> EmailMessage:
    mail = message_from_bytes(raw, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


@pytest.mark.parametrize("write", x.ALL.values(), ids=x.ALL.keys())
def test_every_letter_is_a_valid_mail_that_holds_both_parts(write: Callable[[], Letter]) -> None:
    letter = write()
    raw = build(letter)
    mail = parse(raw)
    parts = list(mail.iter_parts())
    assert mail.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
    assert [part.get_content().replace("\r\n", "\n") for part in parts] == [
        letter.text,
        letter.html + "\n" * (not letter.html.endswith("\n")),
    ]
    assert [part.defects for part in (mail, *parts)] == [[], [], []]
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert raw.isascii()


def test_header_fields_say_what_it_is() -> None:
    mail = parse(build(x.question_kind()))
    assert {name: str(value) for name, value in mail.items() if name.startswith(("X-", "Auto-"))} == {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "X-Followup-Letter": "question",
        "X-Followup-Topic": "is_interview",
        "X-Followup-Instance": "home-1",
        "X-Followup-Mark": MARK,
    }
    assert str(mail["From"]) == "Follow-up bot <maya.okafor@example.org>"
    assert str(mail["To"]) == "Maya Okafor <maya.okafor@example.org>"
    assert mail["Date"].datetime == datetime(2026, 5, 14, 14, 40, tzinfo=UTC)
    assert mail["Subject"] == x.question_kind().subject


def test_a_letter_without_a_topic_has_no_such_field() -> None:
    assert parse(build(x.noted()))["X-Followup-Topic"] is None


def test_ids_are_whole_and_plain_on_the_wire() -> None:
    raw = build(x.noted())
    assert f"Message-ID: <{MESSAGE_ID}>\r\n".encode() in raw
    assert f"In-Reply-To: <first.{MESSAGE_ID}>\r\n".encode() in raw
    assert f"References: <first.{MESSAGE_ID}>\r\n".encode() in raw


def test_the_first_letter_of_a_thread_answers_nothing() -> None:
    mail = parse(build(x.noted(), thread_id=None))
    assert (mail["In-Reply-To"], mail["References"]) == (None, None)


def test_the_same_arguments_give_the_same_bytes() -> None:
    assert build(x.approval()) == build(x.approval())


def test_a_subject_in_any_script_comes_back() -> None:
    letter = replace(x.noted(), subject="Noted: interview with Hansekontor Größe & 株式会社アクメ, Thu 14 May, 15:00")
    assert parse(build(letter))["Subject"] == letter.subject


def test_a_subject_with_line_breaks_becomes_one_line() -> None:
    letter = replace(x.noted(), subject="Noted\r\nBcc: victim@corp.example\u202e")
    mail = parse(build(letter))
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Noted Bcc: victim@corp.example"
