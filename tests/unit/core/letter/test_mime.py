"""A letter as a mail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from bot.core.letter.approval import write_approval
from bot.core.letter.context import Letter
from bot.core.letter.mime import build_letter_mail
from bot.core.letter.noted import write_noted
from bot.core.message.types import Address
from bot.core.reading.types import Person
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


def header_faults(raw: bytes) -> list[str]:
    """Return what is wrong with the header: RFC 5322 §2.1.1 (78 characters), §3.6 (each field once), a value that does not parse.

    A field of one word that is too long stays whole: ids and the mark are not folded (RFC 5322 §2.2.3 folds at blanks).
    """
    mail, header = parse(raw), raw.partition(b"\r\n\r\n")[0].decode()
    faults = [f"long: {line}" for line in header.split("\r\n") if len(line) > 78 and len(line.split()) > 2]
    faults += [f"{name}: {value.defects}" for name, value in mail.items() if value.defects]
    names = [name.lower() for name in mail.keys()]  # noqa: SIM118 - with a mail, in tells another thing
    faults += [f"{name} twice" for name in set(names) if names.count(name) > 1]
    needed = ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "X-Followup-Letter")
    return faults + [f"no {name}" for name in needed if not mail[name]]


def body_faults(raw: bytes) -> list[str]:
    """Return what is wrong with the parts: RFC 2045 §6.7 (quoted-printable in lines of 76), text first (RFC 2046 §5.1.4)."""
    parts = list(parse(raw).iter_parts())
    faults = [f"defects: {part.defects}" for part in parts if part.defects]
    faults += [] if [part.get_content_type() for part in parts] == ["text/plain", "text/html"] else ["order"]
    faults += [str(part["Content-Type"]) for part in parts if part.get_content_charset() != "utf-8"]
    encodings = {str(part["Content-Transfer-Encoding"]) for part in parts}
    faults += [f"encoding: {one}" for one in encodings - {"quoted-printable", "7bit"}]
    lines = [line for part in parts for line in part.get_payload(decode=False).splitlines()]  # type: ignore[union-attr]
    return faults + [f"line: {line!r}" for line in lines if len(line) > 76 or line != line.rstrip()]


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
        letter.html,
    ]
    assert [part.defects for part in (mail, *parts)] == [[], [], []]
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert raw.isascii()
    assert header_faults(raw) == []
    assert body_faults(raw) == []


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


WORDS = {
    "one long word": "Donaudampfschifffahrtsgesellschaft" * 9,
    "many words": "Department of Applied Robotics and Automation " * 9,
    "emoji": "🤖👩‍🚀 Robots 🦾 & Söhne 🇩🇪 " * 4,
    "right to left": "شركة الروبوتات המרכז לרובוטיקה " * 4,
    "right to left by force": "Acme \u202esctoboR\u202c \u2066x\u2069",
    "new lines": "Acme\r\nBcc: victim@corp.example\r\n\r\n<b>yes</b>\n.\n--=_b7f1\nFrom me\n--=_b7f1--",
    "encoded new lines": "=?utf-8?q?Acme=0D=0ABcc:_victim@corp.example?= Robotics",
    "control characters": "Acme\x00\x1b[31m\x7f\x85\u2028 Robotics\t",
    "lone surrogates": "Acme \ud83e\udd16 \udd16 Robotics",
    "quotes and commas": '"Acme", (Robotics); <x@y.example>, \\',
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS.keys())
def test_the_mail_is_valid_whatever_the_words(words: str) -> None:
    person = Person(name=words, email="jane@acme.example")
    interview = replace(x.INTERVIEW, company=words, role=words, location=words, interviewers=(person,))
    for letter in (
        write_noted(x.context(), interview=interview, follow_ups=x.PLAN, reasons=x.REASONS),
        write_approval(
            x.context(now=x.AFTER),
            drafts=[
                replace(
                    x.DRAFT,
                    revision=replace(x.REVISION, subject=words, body=f"Dear {words}"),
                    interview=interview,
                )
            ],
        ),
        replace(x.notice(), subject=words),
    ):
        raw = build(letter, to=Address(name=words, email="maya.okafor@example.org"))
        assert header_faults(raw) == []
        assert body_faults(raw) == []
        mail = parse(raw)
        assert mail["Bcc"] is None
        assert [address.addr_spec for address in mail["To"].addresses] == ["maya.okafor@example.org"]
        assert raw.isascii()
        assert max(map(len, raw.split(b"\r\n"))) <= 998
