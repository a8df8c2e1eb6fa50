from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.delivery.mime import build_mail, new_message_id
from bot.core.draft.types import Revision
from bot.core.message.types import Address
from bot.errors import PermanentError

DATE = datetime(2026, 3, 13, 9, 30, 15, 123456, tzinfo=ZoneInfo("Europe/Berlin"))
MESSAGE_ID = "5e0f6a52-3d0a-4c1e-9b44-000000000001@example.org"
PLAIN = Revision(
    follow_up_id=3,
    number=2,
    from_=Address(name="Maya Okafor", email="maya.okafor@example.org"),
    to=(Address(name="Priya Raman", email="priya.raman@brightwater.example"),),
    subject="Re: Your interview",
    in_reply_to="c3@brightwater.example",
    references=("a1@brightwater.example", "c3@brightwater.example"),
    body="Dear Priya,\n\nThank you.\n\nBest regards,\nMaya Okafor",
)


def built(**changes) -> bytes:
    return build_mail(replace(PLAIN, **changes), date=DATE, message_id=MESSAGE_ID)


def parsed(raw: bytes):
    return email.message_from_bytes(raw, policy=email.policy.default)


def test_the_exact_bytes_of_a_plain_mail():
    assert built() == (
        b"Date: Fri, 13 Mar 2026 09:30:15 +0100\r\n"
        b"MIME-Version: 1.0\r\n"
        b"From: Maya Okafor <maya.okafor@example.org>\r\n"
        b"To: Priya Raman <priya.raman@brightwater.example>\r\n"
        b"Subject: Re: Your interview\r\n"
        b"Message-ID: <5e0f6a52-3d0a-4c1e-9b44-000000000001@example.org>\r\n"
        b"In-Reply-To: <c3@brightwater.example>\r\n"
        b"References: <a1@brightwater.example>\r\n <c3@brightwater.example>\r\n"
        b"Content-Type: text/plain; charset=us-ascii\r\n"
        b"Content-Transfer-Encoding: 7bit\r\n"
        b"\r\n"
        b"Dear Priya,\r\n\r\nThank you.\r\n\r\nBest regards,\r\nMaya Okafor\r\n"
    )


def test_there_is_no_trace_of_a_program():
    raw = built(in_reply_to=None, references=())
    assert [name for name, _ in parsed(raw).items()] == [
        "Date", "MIME-Version", "From", "To", "Subject", "Message-ID", "Content-Type", "Content-Transfer-Encoding",
    ]  # fmt: skip
    assert not re.search(rb"(?i)bot|auto|followup|x-", raw)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Zoë – “so”, naïve €", id="beyond ASCII"),
        pytest.param("word " * 300 + "end", id="a long paragraph"),
        pytest.param("é" * 500, id="a long word beyond ASCII"),
        pytest.param("From here on\n.\n..\n.dot\n>From there", id="From and dots at the beginning of lines"),
        pytest.param("x" * 73 + " From x\n" + "y" * 74 + ".z", id="From and a dot at the beginning of a soft line"),
        pytest.param("a=b =20 =\n=3D", id="equals signs"),
        pytest.param("👩‍💻 日本語 עברית", id="other scripts"),
        pytest.param("", id="nothing"),
    ],
)
def test_the_text_comes_back_as_it_was_approved(body):
    raw = built(body=body)
    assert parsed(raw).get_content() == f"{body}\n".replace("\n", "\r\n")
    assert all(len(line) <= 76 for line in raw.split(b"\r\n"))
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)
    assert raw.isascii()
    assert not re.search(rb"(?m)^(From |\.)", raw.partition(b"\r\n\r\n")[2])


@pytest.mark.parametrize(
    "name",
    [
        "Jörg Weiß",
        "Lindgren, Ann",
        'Ann "Annie" Hart',
        "back\\slash",
        "evil@elsewhere.example, Priya",
        "O'Neill (Ops) <x@elsewhere.example>",
        "=?UTF-8?B?ZXZpbEBlbHNld2hlcmUuZXhhbXBsZQ==?=",
        "A very long name, with a comma, " * 5,
        "漢字" * 60,
        "",
    ],
)
def test_any_name_comes_back_and_never_becomes_an_address(name):
    mail = parsed(built(to=(Address(name=name, email="ann@x.example"), Address(email="bo@x.example"))))
    addresses = mail["To"].addresses
    assert [address.addr_spec for address in addresses] == ["ann@x.example", "bo@x.example"]
    assert addresses[0].display_name.replace(" ", "") == name.replace(
        " ", ""
    )  # some versions read a blank between encoded words


@pytest.mark.parametrize(
    "subject",
    [
        "Grüße aus Köln",
        "A long subject of plain words, " * 9,
        "x" * 300,
        "=?utf-8?q?x?=",
        "Ω" * 200,
        'Re: 3 > 2, "quoted"',
    ],
)
def test_any_subject_comes_back(subject):
    raw = built(subject=subject)
    assert parsed(raw)["Subject"] == subject.strip()
    assert all(len(line) <= 78 for line in raw.split(b"\r\n"))


@pytest.mark.parametrize(
    "hostile",
    [
        {"subject": "Hi\r\nBcc: eve@x.example"},
        {"to": (Address(name="Ann\r\nBcc: eve@x.example", email="ann@x.example"),)},
        {"to": (Address(email="ann@x.example\r\nBcc: eve@x.example"),)},
        {"to": (Address(email="ann@x.example>, <eve@x.example"),)},
        {"cc": (Address(name="\x00\u202e\ud800", email="c@x.example"),)},
        {"in_reply_to": "a@x.example>\r\nBcc: <eve@x.example"},
        {"references": ("a@x.example", "\r\nBcc: eve@x.example", "", "no at", "x" * 2000 + "@x.example")},
        {"from_": Address(name="Maya\nBcc: eve@x.example", email="maya@example.org\nBcc: eve@x.example")},
        {"body": "\x00\x1b\ud800\u202e\r\rx"},
        {"to": (Address(email="@"), Address(email=""), Address(email="a@" + "ü" * 300))},
    ],
    ids=lambda hostile: repr(hostile)[:50],
)
def test_hostile_values_neither_raise_nor_add_a_header(hostile):
    mail = parsed(built(**hostile))
    assert "Bcc" not in mail
    assert set(mail.keys()) <= {
        "Date", "MIME-Version", "From", "To", "Cc", "Subject", "Message-ID", "In-Reply-To", "References", "Content-Type",
        "Content-Transfer-Encoding",
    }  # fmt: skip
    assert len(mail.keys()) == len(set(mail.keys()))
    assert mail["Message-ID"] == f"<{MESSAGE_ID}>"


def test_copies_are_shown():
    mail = parsed(built(cc=(Address(name="Ann Hart", email="ann@x.example"),)))
    assert mail["Cc"] == "Ann Hart <ann@x.example>"


def test_a_domain_beyond_ascii_goes_in_its_ascii_form():
    raw = built(to=(Address(name="Bo", email="bo@bücher.example"),))
    assert b"<bo@xn--bcher-kva.example>" in raw


def test_the_date_shows_the_owners_clock():
    summer = datetime(2026, 7, 1, 7, 0, tzinfo=UTC).astimezone(ZoneInfo("America/New_York"))
    assert b"Date: Wed, 01 Jul 2026 03:00:00 -0400\r\n" in build_mail(PLAIN, date=summer, message_id=MESSAGE_ID)


def test_a_message_id_looks_like_any_mail_programs():
    made = new_message_id("00112233445566778899aabbccddeeff", "Example.org")
    assert made == "00112233-4455-4677-8899-aabbccddeeff@example.org"
    assert new_message_id("F" * 40, "bücher.example").endswith("@xn--bcher-kva.example")


@pytest.mark.parametrize("chance", ["", "abc", "g" * 32])
def test_a_message_id_needs_chance(chance):
    with pytest.raises(PermanentError):
        new_message_id(chance, "example.org")
