"""A letter as the bytes of a mail."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime

from bot.core.delivery.mime import encode_ids, encode_line, encode_mailbox, encode_text
from bot.core.letter.context import Letter
from bot.core.letter.shown import one_line
from bot.core.message.types import Address

DISPLAY_NAME = "Follow-up bot"


def build_letter_mail(
    letter: Letter,
    *,
    from_: Address,
    to: Address,
    message_id: str,
    thread_id: str | None,
    date: datetime,
    boundary: str,
    instance: str,
    mark: str,
) -> bytes:
    """Return the letter as a mail (RFC 5322, RFC 2046 §5.1.4): the same arguments give the same bytes.

    ``message_id``/``thread_id`` without brackets; the thread's id stands in In-Reply-To and References. ``date`` aware.
    ``instance``: this installation's id; ``mark``: the keyed mark by which the bot knows its own letters. Marked as automatic
    (RFC 3834 §5), so that no vacation responder answers. CRLF, quoted-printable, no line over 76 but for what is one word. The standard
    library's generator is not used: from the words of an encoded word in a name or a subject it makes header fields.
    """
    fields = [
        ("From", encode_mailbox(Address(name=DISPLAY_NAME, email=from_.email))),
        ("To", encode_mailbox(Address(name=one_line(to.name, 80), email=to.email))),
        ("Subject", encode_text(one_line(letter.subject, 250), first=len("Subject: "))),
        ("Date", format_datetime(date)),
        ("Message-ID", encode_ids((message_id,))),
        ("In-Reply-To", encode_ids((thread_id,) if thread_id else ())),
        ("References", encode_ids((thread_id,) if thread_id else ())),
        *_own_fields(letter, instance, mark),
        ("MIME-Version", "1.0"),
        ("Content-Type", f'multipart/alternative; boundary="{boundary}"'),
    ]
    parts = (_write_part("plain", letter.text), _write_part("html", letter.html))
    between = f"\r\n--{boundary}".encode("ascii")
    return _write_fields(fields) + between + between.join(parts) + between + b"--\r\n"


def _own_fields(letter: Letter, instance: str, mark: str) -> list[tuple[str, str]]:
    return [
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
        ("X-Followup-Letter", letter.kind.value),
        ("X-Followup-Instance", encode_text(instance, first=len("X-Followup-Instance: "))),
        ("X-Followup-Mark", one_line(mark, 250)),
        ("X-Followup-Topic", letter.topic.value if letter.topic else ""),
    ]


def _write_part(subtype: str, text: str) -> bytes:
    fields = [("Content-Type", f"text/{subtype}; charset=utf-8"), ("Content-Transfer-Encoding", "quoted-printable")]
    lines = (encode_line(line.encode("utf-8", "replace")) for line in text.split("\n"))
    return b"\r\n" + _write_fields(fields) + b"\r\n" + b"\r\n".join(lines)


def _write_fields(fields: list[tuple[str, str]]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in fields if value).encode("ascii", "replace")
