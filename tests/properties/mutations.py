"""Ways to break a mail, each a pure function of chance and bytes; the same seed and number give the same mail.

``python -m tests.properties.mutations SEED NUMBER`` writes one of them to standard output.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
MOST = 1_000_000
"""No mutation makes a mail of more bytes than this (a little over the caps of what is parsed without a child process)."""

TOKENS = (
    b"=?utf-8?q?", b"?=", b"=?utf-8?b?////?=", b"<", b">", b"> ", b"(", b")", b'"', b"\\", b",", b";", b":", b"@", b"--", b"-- \r\n",
    b"\r\n",
    b"\r", b"\n ", b"\t", b"\x00", b"\xff", b"\xe2\x80\x8b", b"\xe2\x80\xae", b"=\r\n", b"=3D", b"On ", b"wrote:\r\n", b"From: a\r\n",
    b"1:", b"10am ", b"10-11 ", b"May 3 ", b"at 9 or ", b"1.2.", b"https://", b"a@b.example ", b"Jane Roe, ", b"<p>", b"<blockquote>",
    b"<table><tr><td>", b"<!--", b"&#", b"BEGIN:VEVENT\r\n", b"BEGIN:VCALENDAR\r\n", b"RRULE:FREQ=SECONDLY\r\n",
    b"ATTENDEE:mailto:a@b.example\r\n",
    b"yes ", b"approve\r\n", b"edit: ", b"change a to b ", b"not ", b"interview ", b"Mr. ", b"e\xcc\x81",
)  # fmt: skip
CHARSETS = (
    b"utf-7",
    b"utf-16",
    b"utf-32",
    b"us-ascii",
    b"iso-2022-jp",
    b"big5",
    b"hz",
    b"idna",
    b"rot13",
    b"hex",
    b"no-such",
    b"x" * 300,
)
FIELDS = (
    b"From", b"To", b"Subject", b"Date", b"Message-ID", b"References", b"In-Reply-To", b"Content-Type", b"Content-Transfer-Encoding",
    b"Auto-Submitted", b"Return-Path", b"Reply-To", b"Received",
)  # fmt: skip
Mutation = Callable[[Random, bytes, Sequence[bytes]], bytes]


def flip_bytes(chance: Random, raw: bytes, _others: Sequence[bytes]) -> bytes:
    """Change single bytes."""
    broken = bytearray(raw or b"x")
    for _ in range(chance.randint(1, 12)):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def delete_span(chance: Random, raw: bytes, _others: Sequence[bytes]) -> bytes:
    """Leave a span out."""
    start, end = _span(chance, raw)
    return raw[:start] + raw[end:]


def repeat_span(chance: Random, raw: bytes, _others: Sequence[bytes]) -> bytes:
    """Say a span again, a few times."""
    start, end = _span(chance, raw)
    return raw[:start] + raw[start:end] * chance.randint(2, 20) + raw[end:]


def repeat_hugely(chance: Random, raw: bytes, _others: Sequence[bytes]) -> bytes:
    """Put a short piece in, a great many times: what is quadratic shows here."""
    start = chance.randrange(len(raw) + 1)
    piece = chance.choice(TOKENS) if chance.random() < 0.7 else raw[start : start + chance.randint(1, 60)]
    size = chance.choice((2_000, 20_000, 100_000))
    return raw[:start] + piece * (size // max(1, len(piece))) + raw[start:]


def splice(chance: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """Go on with the rest of another mail."""
    other = chance.choice(others)
    return raw[: chance.randrange(len(raw) + 1)] + other[chance.randrange(len(other) + 1) :]


def nest(chance: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """Wrap the mail into others, as an attached message or as parts in parts."""
    for _ in range(chance.choice((1, 2, 30, 200))):
        kind = chance.choice((b"message/rfc822", b"multipart/mixed; boundary=n", b"multipart/alternative; boundary=n"))
        raw = b"Content-Type: " + kind + b"\r\n\r\n" + (b"--n\r\n" if b"=n" in kind else b"") + raw
    return raw.split(b"\r\n", 1)[0].join((b"From: a@b.example\r\n", b"\r\n" + raw.split(b"\r\n", 1)[-1]))


def repeat_field(chance: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """Say a header field again, with another mail's value or a broken one."""
    value = _field(chance.choice(others), name := chance.choice(FIELDS)) or chance.choice(TOKENS)
    return (name + b": " + value + b"\r\n") * chance.choice((1, 2, 300)) + raw


def break_boundary(chance: Random, raw: bytes, _others: Sequence[bytes]) -> bytes:
    """Spoil the lines between the parts of a mail: some or all of them, or what the header says of them."""
    found = re.search(rb'boundary="?([^"\r\n;]+)', raw)
    if not found:
        return b'Content-Type: multipart/mixed; boundary="' + chance.choice(TOKENS) + b'"\r\n' + raw
    mark = b"--" + found[1]
    return raw.replace(
        mark, chance.choice((b"", b"--", mark + b"--", mark + b" ", mark + mark)), chance.choice((1, 2, -1))
    )


def lie_about_charset(chance: Random, raw: bytes, _others: Sequence[bytes]) -> bytes:
    """Name another charset than the one that is used."""
    return re.sub(rb'(?i)charset="?[^";\s]+"?', lambda _found: b"charset=" + chance.choice(CHARSETS), raw)


def lie_about_encoding(chance: Random, raw: bytes, _others: Sequence[bytes]) -> bytes:
    """Name another transfer encoding than the one that is used."""
    encoding = chance.choice((b"base64", b"quoted-printable", b"8bit", b"x-uuencode", b"7bit; a", b"binary"))
    return re.sub(rb"(?i)(content-transfer-encoding:\s*)[^\r\n]+", lambda found: found[1] + encoding, raw)


def shuffle_lines(chance: Random, raw: bytes, _others: Sequence[bytes]) -> bytes:
    """Put some lines elsewhere."""
    lines = raw.split(b"\n")
    for _ in range(chance.randint(1, 8)):
        lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return b"\n".join(lines)


def put_tokens(chance: Random, raw: bytes, _others: Sequence[bytes]) -> bytes:
    """Put words of the formats where they do not belong."""
    for _ in range(chance.randint(1, 10)):
        start = chance.randrange(len(raw) + 1)
        raw = raw[:start] + chance.choice(TOKENS) + raw[start:]
    return raw


MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes, delete_span, repeat_span, repeat_hugely, splice, nest, repeat_field, break_boundary, lie_about_charset, lie_about_encoding,
    shuffle_lines, put_tokens,
)  # fmt: skip


def mutate(seed: int, number: int, mails: Sequence[bytes]) -> bytes:
    """Return the *number*-th broken mail of a seed: one of *mails*, broken in one to four ways."""
    chance = Random(f"{seed}:{number}")
    raw = chance.choice(mails)
    for _ in range(chance.choice((1, 1, 2, 4))):
        raw = chance.choice(MUTATIONS)(chance, raw, mails)[:MOST]
    return raw


@cache
def load_mails() -> tuple[bytes, ...]:
    """Return the labelled mails, the letters, and the answers to them, as bytes."""
    from tests.corpus.replies.test_replies import ROWS, _raw

    paths = [*sorted((CORPUS / "mail").glob("*.eml")), *sorted((CORPUS / "replies" / "letters").glob("*.eml"))]
    return (*(path.read_bytes() for path in paths), *(_raw(row) for row in ROWS))


def _span(chance: Random, raw: bytes) -> tuple[int, int]:
    start = chance.randrange(len(raw) + 1)
    return start, min(len(raw), start + chance.choice((1, 4, 40, 400, 4_000)))


def _field(raw: bytes, name: bytes) -> bytes:
    found = re.search(rb"(?im)^" + re.escape(name) + rb":\s*([^\r\n]*)", raw)
    return found[1] if found else b""


if __name__ == "__main__":
    sys.stdout.buffer.write(mutate(int(sys.argv[1]), int(sys.argv[2]), load_mails()))
