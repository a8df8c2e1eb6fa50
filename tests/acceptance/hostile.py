"""Mails made to break a reader. Each is a whole mail as bytes; whatever is done with it, it may not cost the others anything."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable

HEAD = (
    b"From: Jane Doe <jane@hostile.example>\r\nTo: Robin Park <robin@example.org>\r\nSubject: Interview\r\n"
    b"Date: Mon, 05 Oct 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\n"
)
TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\nYour interview is on Friday at 10:00.\r\n"
CALENDAR = b"Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\r\n"


def _nested(depth: int = 2_000) -> bytes:
    lines = [HEAD]
    lines += [b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(depth)]
    return b"".join([*lines, TEXT, *(b"\r\n--b%d--\r\n" % n for n in reversed(range(depth)))])


def _forwarded_in_each_other(depth: int = 3_000) -> bytes:
    return HEAD + b"Content-Type: message/rfc822\r\n\r\n" * depth + TEXT


def _subject() -> bytes:
    words = b"\r\n ".join([b"=?utf-8?Q?=C3=A4=E2=82?="] * 40_000)
    return HEAD.replace(b"Subject: Interview", b"Subject: " + words) + TEXT


def _charsets() -> bytes:
    parts = [
        (b"utf-16-but-not-really", b"\xff\xfe\x00"),
        (b"x-unknown", b"\x80\x81\xfe\xff Your interview is tomorrow."),
        (b"rot13", b"Lbhe vagreivrj"),
        (b"idna", b"\xc3\x28" * 5_000),
        (b'utf-8"; charset="utf-7', b"+AGkAbgB0AGUAcgB2AGkAZQB3"),
    ]
    body = b"".join(
        b"--b\r\nContent-Type: text/plain; charset=%s\r\nContent-Transfer-Encoding: %s\r\n\r\n%s\r\n"
        % (name, (b"base64", b"8bit", b"quoted-printable")[number % 3], content)
        for number, (name, content) in enumerate(parts)
    )
    return HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + body + b"--b--\r\n"


def _parentheses() -> bytes:
    nest = b"(" * 2_000
    head = b"From: %s jane@hostile.example\r\nTo: %s\r\nDate: %s\r\nMessage-ID: %s\r\nContent-Type: text/plain %s\r\n"
    return head % ((nest,) * 5) + b"Subject: " + nest + b"\r\n\r\n" + nest


def _events() -> bytes:
    event = (
        b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:20261001T100000Z\r\nRRULE:FREQ=SECONDLY;COUNT=999999999\r\nEND:VEVENT\r\n"
    )
    events = b"".join(event % number for number in range(10_000))
    return HEAD + CALENDAR + b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n" + events + b"END:VCALENDAR\r\n"


def _dates() -> bytes:
    event = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VTIMEZONE\r\nTZID:Nowhere\r\nBEGIN:STANDARD\r\n"
        b"DTSTART:00010101T000000\r\nTZOFFSETFROM:+9999\r\nTZOFFSETTO:-9999\r\nRRULE:FREQ=YEARLY;BYMONTH=13;BYDAY=99SU\r\n"
        b"END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:bad\r\nSEQUENCE:99999999999999999999\r\n"
        b"DTSTART;TZID=Nowhere:99991231T235959\r\nDURATION:P999999999W\r\nRRULE:FREQ=YEARLY;INTERVAL=0;BYMONTHDAY=31;BYMONTH=2\r\n"
        b"SUMMARY:Interview\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    return HEAD + CALENDAR + event


def _html() -> bytes:
    nest = b"<div><table><tr><td>" * 25_000
    return HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>Interview on Friday</p>" + nest


def _recipients() -> bytes:
    many = b",\r\n ".join(b'"(,;:<@" <u%d@hostile.example>' % number for number in range(20_000))
    chain = b"\r\n ".join(b"<%d@hostile.example>" % number for number in range(40_000))
    return HEAD + b"Cc: " + many + b"\r\nReferences: " + chain + b"\r\n" + TEXT


HOSTILE: dict[str, Callable[[], bytes]] = {
    "parts nested two thousand deep": _nested,
    "mails within mails": _forwarded_in_each_other,
    "a subject of forty thousand encoded words": _subject,
    "charsets that do not exist, and bytes that are not theirs": _charsets,
    "no Message-ID": lambda: HEAD + TEXT,
    "an empty Message-ID": lambda: HEAD + b"Message-ID: <>\r\nIn-Reply-To: <\r\nReferences: <><>,;\r\n" + TEXT,
    "two thousand parentheses in every field": _parentheses,
    "two From fields": lambda: b"From: robin@example.org\r\n" + HEAD + TEXT,
    "zero bytes and garbage": lambda: HEAD.replace(b"Interview", b"Inter\0view") + bytes(range(256)) * 400,
    "nothing at all": lambda: b"\r\n",
    "ten thousand events that recur each second": _events,
    "dates outside of time": _dates,
    "a hundred thousand nested elements": _html,
    "twenty thousand recipients and a long chain of references": _recipients,
    "a part that never ends, in base64": lambda: (
        HEAD + b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64encode(b"<" * 150_000)
    ),
}
"""What is wrong with it → the mail."""
