"""Limits before decoding."""

from __future__ import annotations

import tracemalloc

import pytest

from bot.core.message.caps import CAPS, WIDE_CAPS, exceeds_caps
from bot.core.message.parse import parse_message


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        pytest.param(b"", None, id="nothing"),
        pytest.param(b"Subject: " + b"a" * 8_192 + b"\n\nhi", None, id="a field of just 8 kB"),
        pytest.param(b"Subject: " + b"a" * 8_193 + b"\n\nhi", "a header field is larger than 8 kB", id="one byte more"),
        pytest.param(
            b"Subject: a\n" + b" b\n" * 5_000 + b"\nhi",
            "a header field is larger than 8 kB",
            id="a field grown by folding",
        ),
        pytest.param(b"A: b\n" * 200 + b"\nhi", None, id="200 fields"),
        pytest.param(b"A: b\n" * 201 + b"\nhi", "more than 200 header fields", id="201 fields"),
    ],
)
def test_caps_are_named(raw: bytes, why: str | None) -> None:
    assert exceeds_caps(raw) == why


def test_the_wide_caps_are_wider() -> None:
    raw = b"A: b\n" * 201 + b"\nhi"
    assert exceeds_caps(raw, CAPS)
    assert exceeds_caps(raw, WIDE_CAPS) is None


def test_caps_hold_within_parts() -> None:
    part = b"A: " + b"b" * 9_000 + b"\n\nhi\n"
    assert (
        exceeds_caps(b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" + part + b"--x--")
        == "a header field is larger than 8 kB"
    )


def test_an_attachment_is_held_once_beside_the_mail_itself() -> None:
    line = b"A" * 76 + b"\r\n"
    raw = (
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhello\r\n--x\r\n"
        b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + line * (12 * 2**20 // len(line))
        + b"--x--\r\n"
    )
    tracemalloc.start()
    try:
        message = parse_message(raw)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1.6 * len(raw)
    assert message.attachments[0].size == pytest.approx(len(raw) * 3 / 4, rel=0.05)
