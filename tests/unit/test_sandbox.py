"""Mail over the caps, in a process of its own."""

from __future__ import annotations

import pytest

from bot.core.message.parse import parse_message
from bot.errors import UnparsableError
from bot.sandbox import parse_guarded

MANY_RECIPIENTS = (
    b"From: =?utf-8?Q?J=C3=A4ne?= <jane@x.example>\r\nDate: Tue, 4 May 2027 14:00:00 +0200\r\nSubject: Interview\r\nTo: "
    + b",\r\n ".join(b"someone%d@y.example" % number for number in range(900))
    + b"\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nMonday\r\n"
    b"--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n--b--"
)


def test_mail_within_the_caps_is_parsed_as_always() -> None:
    raw = b"From: jane@x.example\r\n\r\nhi"
    assert parse_guarded(raw) == parse_message(raw)


def test_an_odd_mail_of_a_real_sender_is_read_in_full() -> None:
    message = parse_guarded(MANY_RECIPIENTS, timeout_s=60)
    assert len(message.to) == 900
    assert message.sender is not None
    assert message.sender.name == "Jäne"
    assert message.date is not None
    assert message.date.isoformat() == "2027-05-04T14:00:00+02:00"
    assert message.text == "Monday"
    assert [attachment.filename for attachment in message.attachments] == ["a.pdf"]


HOSTILE = {
    "1,000 levels": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(1_000)
    ),
    "References of 1.2 MB": b"References: " + b"<a@b.example>\r\n " * 80_000 + b"\r\n\r\nhi",
    "a header without end": b"A: b\r\n" * 500_000,
    "more than 50 MB": b"A: b\r\n\r\n" + b"x" * 51 * 2**20,
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_mail_is_given_up_in_one_sentence(raw: bytes) -> None:
    with pytest.raises(UnparsableError) as caught:
        parse_guarded(raw)
    assert "\n" not in str(caught.value)


def test_a_child_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(UnparsableError):
        parse_guarded(MANY_RECIPIENTS, timeout_s=0.0)
