"""A mail that the owner passes on to the bot: attached (message/rfc822, RFC 2046 §5.2.1), or below header lines in the text."""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace

from bot.core.message.addresses import parse_addresses
from bot.core.message.caps import CAPS
from bot.core.message.quoting import read_header_block
from bot.core.message.structure import Part, split_parts
from bot.core.message.types import Address, Body, Message, Owner


def find_attached_mail(raw: bytes) -> bytes | None:
    """Return the bytes of the first mail that is attached to *raw*, or None; raises UnparsableError like `parse_message`."""
    parts = (part for part in split_parts(raw, CAPS) if part.content_type == "message/rfc822")
    return next((_decoded(part) for part in parts), None)


def find_passed_on(message: Message, owner: Owner) -> Message | None:
    """Return *message* as its author's whose words it passes on, told by the header lines above them; None where there are none.

    Calendars that are attached come with it; of the threading fields those stay that a mail program took over from the first mail.
    """
    block = read_header_block(message.text)
    author = _author(block["from"]) if block else None
    if author is None or author.email in owner.addresses:
        return None
    return replace(
        message,
        from_=(author,),
        from_fields=1,
        reply_to=(),
        to=tuple(message.to),
        subject=f"Fwd: {block['subject']}",
        body=Body(plain=block["text"]),
    )


def _author(value: str) -> Address | None:
    """Return the address of a From line, also as Outlook writes it ("Jane Doe [mailto:jane@acme.example]")."""
    found = parse_addresses(value.replace("[mailto:", "<").replace("]", ">")).addresses
    return found[0] if found else None


def _decoded(part: Part) -> bytes:
    if (part.field("content-transfer-encoding") or b"").strip().lower() != b"base64":
        return part.content
    try:
        return base64.b64decode(part.content, validate=False)
    except binascii.Error:
        return part.content
