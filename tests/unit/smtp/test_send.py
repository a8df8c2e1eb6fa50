"""The form in which a mail leaves (RFC 5321 §4.5.2)."""

from __future__ import annotations

import pytest

from bot.smtp.send import on_the_wire


@pytest.mark.parametrize(
    ("raw", "wire"),
    [
        pytest.param(b"a\r\nb\r\n", b"a\r\nb\r\n.\r\n", id="a proper mail gets the final dot"),
        pytest.param(b"a\nb\rc", b"a\r\nb\r\nc\r\n.\r\n", id="bare line ends become CRLF"),
        pytest.param(b".\r\n..x\r\ny.\r\n", b"..\r\n...x\r\ny.\r\n.\r\n", id="leading dots are doubled"),
        pytest.param(
            b"a\n.\nMAIL FROM:<x>",
            b"a\r\n..\r\nMAIL FROM:<x>\r\n.\r\n",
            id="a dot between bare line ends smuggles nothing",
        ),
        pytest.param(b"", b"\r\n.\r\n", id="an empty mail"),
    ],
)
def test_on_the_wire(raw: bytes, wire: bytes) -> None:
    assert on_the_wire(raw) == wire
