"""Any bytes become a message or are refused; what is read holds the promises of its type."""

from __future__ import annotations

import hashlib
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.message.automatic import automatic_reasons
from bot.core.message.html import render_html
from bot.core.message.parse import parse_message
from bot.core.message.quoting import split_quoted
from bot.core.message.threading import message_ids, reply_subject
from bot.core.message.types import Message
from bot.errors import UnparsableError

LETTER = (
    b"Return-Path: <jane@acme.example>\r\nReceived: from x by y; Mon, 3 May 2027 10:00:00 +0000\r\nMessage-ID: <1@acme.example>\r\n"
    b"In-Reply-To: <0@home.example>\r\nReferences: <0@home.example>\r\nFrom: =?utf-8?B?SsOkbmUgRG9l?= <jane@acme.example>\r\n"
    b'To: "Muster, Max" <max@home.example>, Team: a@x.example;\r\nSubject: =?iso-8859-1?Q?Gespr=E4ch?=\r\n'
    b"Date: Mon, 3 May 2027 12:00:00 +0200\r\n"
    b'Content-Type: multipart/mixed; boundary="out er"\r\n\r\n--out er\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\n'
    b"Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    b"\r\nHi Max, =E2=80=93 \r\nsee you\r\n"
    b"\r\nOn 2 May 2027 Max wrote:\r\n> Hello\r\n--in\r\nContent-Type: text/html; charset=windows-1252\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\n"
    b"PHN0eWxlPi54e2Rpc3BsYXk6bm9uZX08L3N0eWxlPjxwPkhpIDxiIGNsYXNzPXg+TWF4PC9iPjwvcD4=\r\n--in--\r\n--out er\r\n"
    b"Content-Type: text/calendar; method=REQUEST; name*=utf-8''%C3%A4.ics\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n--out er--\r\n"
)
PIECES = [
    b"\r\n",
    b"\n",
    b"\r",
    b"--in",
    b"--out er--",
    b"=?",
    b"?=",
    b'"',
    b"(",
    b"<",
    b">",
    b"\\",
    b";",
    b":",
    b"\x00",
    b"\xff",
    b"=",
    b" ",
    b"<!--",
]


def read_if_possible(raw: bytes) -> Message | None:
    try:
        return parse_message(raw)
    except UnparsableError:
        return None


def check_promises(raw: bytes, message: Message) -> None:
    assert message.sha256 == hashlib.sha256(raw).hexdigest()
    assert message.date is None or message.date.tzinfo is not None
    assert len(message.headers) <= 200
    values = [
        message.subject,
        *(address.name for address in (*message.from_, *message.to)),
        *(value for _, value in message.headers),
    ]
    for value in values:
        assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in value)
        assert not any("\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069" for character in value)
    for address in (*message.from_, *message.reply_to, *message.to, *message.cc):
        assert address.email == address.email.lower()
        assert not any(character.isspace() for character in address.email)
        assert "@" in address.email
    repr(message).encode()  # no lone surrogates anywhere
    message.text.encode()
    assert "\r" not in message.text
    automatic_reasons(message)
    split_quoted(message.text)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=2_000))
def test_any_bytes(raw: bytes) -> None:
    message = read_if_possible(raw)
    assert message is not None  # so few bytes are below every cap
    check_promises(raw, message)


@settings(max_examples=250, deadline=None)
@given(st.data())
def test_a_mutated_letter(data: st.DataObject) -> None:
    raw = LETTER
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(raw)))
        end = data.draw(st.integers(start, min(len(raw), start + 40)))
        piece = data.draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8), st.just(raw[end : end + 60])))
        raw = raw[:start] + piece + raw[end:]
    message = read_if_possible(raw)
    assert message is not None
    check_promises(raw, message)


def test_the_letter_itself_is_read_whole() -> None:
    message = parse_message(LETTER)
    assert message.text == "Hi Max, – see you\n\nOn 2 May 2027 Max wrote:\n> Hello"
    assert message.body.html_text == "Hi"
    assert message.body.html_hidden
    assert message.calendars == ("BEGIN:VCALENDAR\nEND:VCALENDAR",)
    assert [str(address) for address in message.to] == ["Muster, Max <max@home.example>", "a@x.example"]


TAGS = [
    "p",
    "div",
    "table",
    "tr",
    "td",
    "blockquote",
    "li",
    "a href='https://x.example'",
    "pre",
    "br",
    "style",
    "b style='display:none'",
    "script",
    "!--",
]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS]),
            st.text(max_size=6),
        ),
        max_size=60,
    )
)
def test_any_html(pieces: list[str]) -> None:
    text = render_html("".join(pieces)).text
    text.encode()
    assert "\r" not in text
    assert "\n\n\n" not in text or "<pre>" in pieces


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_parted_without_loss(text: str) -> None:
    parted = split_quoted(text)
    assert sorted(parted.new.split() + parted.quoted.split()) == sorted(text.split())


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=100))
def test_a_reply_to_a_reply_keeps_its_subject(subject: str) -> None:
    assert reply_subject(reply_subject(subject)) == reply_subject(subject)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_ids_never_hold_what_would_break_a_header(value: str) -> None:
    for each in message_ids(value):
        assert not any(character.isspace() or character in "<>" for character in each)
