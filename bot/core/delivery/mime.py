"""The exact bytes that leave: one plain mail of the owner's own (RFC 5322, 2045, 2047), without a trace of the program.

Written out here rather than by the standard library's generator, whose folding differs from version to version and has lost the quotes
around a display name (so that a name became a second recipient). Nothing here raises for what a hostile mail put into a name.
The bot's letters are written with the same `encode_mailbox`, `encode_text`, `encode_ids` and `encode_line`.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime

from bot.core.draft.plaintext import clean_body, clean_line, is_forbidden, is_sendable_id
from bot.core.draft.types import Revision
from bot.core.message.types import Address
from bot.errors import PermanentError

_LINE = 76
_FOLD = "\r\n "
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")


def new_message_id(random_hex: str, domain: str) -> str:
    """Return a Message-ID without brackets in the form of common mail programs, a UUID (RFC 4122) at *domain*.

    *random_hex*: at least 32 hexadecimal digits of chance. Raises PermanentError where there are fewer.
    """
    digits = random_hex.lower()[:32]
    if not re.fullmatch(r"[0-9a-f]{32}", digits):
        raise PermanentError("A Message-ID needs 32 hexadecimal digits of chance.")
    digits = f"{digits[:12]}4{digits[13:16]}{'89ab'[int(digits[16], 16) % 4]}{digits[17:]}"
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return f"{'-'.join(parts)}@{_domain(domain)}"


def build_mail(revision: Revision, *, date: datetime, message_id: str) -> bytes:
    """Return the mail as it goes on the wire: CRLF line ends, no line over 76 characters but for an unbreakable id or address.

    *date*: aware, in the owner's zone (its offset is what the reader sees); *message_id* without brackets.
    """
    body, content_type, encoding = _encode_body(clean_body(revision.body))
    fields = [
        ("Date", format_datetime(date.replace(microsecond=0))),
        ("MIME-Version", "1.0"),
        ("From", _addresses((revision.from_,))),
        ("To", _addresses(revision.to)),
        ("Cc", _addresses(revision.cc)),
        ("Subject", encode_text(revision.subject, first=len("Subject: "))),
        ("Message-ID", encode_ids((message_id,))),
        ("In-Reply-To", encode_ids((revision.in_reply_to,) if revision.in_reply_to else ())),
        ("References", encode_ids(revision.references)),
        ("Content-Type", content_type),
        ("Content-Transfer-Encoding", encoding),
    ]
    head = "".join(f"{name}: {value}\r\n" for name, value in fields if value)
    return head.encode("utf-8", "replace") + b"\r\n" + body


def _addresses(addresses: tuple[Address, ...]) -> str:
    return f",{_FOLD}".join(encode_mailbox(address) for address in addresses)


def encode_mailbox(address: Address) -> str:
    """Return one mailbox (RFC 5322 §3.4): an atom, quoted or encoded name, and the address in angle brackets."""
    local, _, domain = clean_line(address.email, 320).rpartition("@")
    email = re.sub(r"[\s<>,;:\"()\\]", "", f"{local}@{_domain(domain)}")
    name = clean_line(address.name, 200)
    phrase = _phrase(name)
    return f"{phrase}{' ' if len(phrase) + len(email) < _LINE - 10 else _FOLD}<{email}>" if name else email


def _phrase(name: str) -> str:
    if not name.isascii() or "=?" in name:
        return _FOLD.join(_encoded_words(name))
    if _ATOMS.fullmatch(name):
        return name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def encode_text(value: str, first: int) -> str:
    """Return unstructured text (RFC 5322 §2.2.1), folded before a blank; encoded words (RFC 2047 §2) where it is not plain ASCII."""
    line = clean_line(value, 500)
    words = line.split(" ")
    if not line.isascii() or "=?" in line or any(len(word) >= _LINE - first for word in words):
        return _FOLD.join(_encoded_words(line))
    rows, width = [words[0]], first + len(words[0])
    for word in words[1:]:
        if width + 1 + len(word) > _LINE:
            rows.append(f"{_FOLD}{word}")
            width = 1 + len(word)
        else:
            rows.append(f" {word}")
            width += 1 + len(word)
    return "".join(rows)


def _encoded_words(text: str) -> Iterator[str]:
    """Yield RFC 2047 encoded words of at most 64 characters, never cut inside a character."""
    chunk = b""
    for character in text:
        encoded = character.encode("utf-8", "replace")
        if len(chunk) + len(encoded) > 39:
            yield _encoded_word(chunk)
            chunk = b""
        chunk += encoded
    yield _encoded_word(chunk)


def _encoded_word(chunk: bytes) -> str:
    return f"=?UTF-8?B?{base64.b64encode(chunk).decode('ascii')}?="


def encode_ids(ids: tuple[str, ...]) -> str:
    """Return Message-IDs in angle brackets, each whole on a line (RFC 5322 §3.6.4); what cannot be sent as one is left out."""
    return _FOLD.join(f"<{value}>" for value in ids if is_sendable_id(value))


def _domain(domain: str) -> str:
    """Return *domain* in ASCII (RFC 5890 A-labels) where it can be."""
    plain = "".join(c for c in domain if not c.isspace() and not is_forbidden(c) and c not in '<>@,;"()[]\\:').lower()
    if plain.isascii():
        return plain
    try:
        return plain.encode("idna").decode("ascii")
    except UnicodeError:
        return plain


def _encode_body(text: str) -> tuple[bytes, str, str]:
    """Return (bytes with CRLF, Content-Type, Content-Transfer-Encoding): 7bit for short ASCII lines, else quoted-printable."""
    content_type = f"text/plain; charset={'us-ascii' if text.isascii() else 'utf-8'}"
    lines = text.split("\n")
    if text.isascii() and not any(len(line) > _LINE or line.startswith(("From ", ".")) for line in lines):
        return "".join(f"{line}\r\n" for line in lines).encode("ascii"), content_type, "7bit"
    encoded = b"".join(encode_line(line.encode("utf-8", "replace")) + b"\r\n" for line in lines)
    return encoded, content_type, "quoted-printable"


def encode_line(line: bytes) -> bytes:
    """Return one line (RFC 2045 §6.7), soft breaks at 76; an F of "From " and a dot that begin a row are encoded too."""
    rows, row = [], b""
    for at, byte in enumerate(line):
        token = bytes((byte,)) if 32 <= byte <= 126 and byte != 61 else b"=%02X" % byte
        if at == len(line) - 1 and byte == 32:
            token = b"=20"
        if len(row) + len(token) > _LINE - 1:
            rows.append(row + b"=")
            row = b""
        if not row and (byte == 46 or line.startswith(b"From ", at)):
            token = b"=%02X" % byte
        row += token
    return b"\r\n".join([*rows, row])
