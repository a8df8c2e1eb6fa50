"""Bytes of a mail into a `Message`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.core.message.addresses import parse_addresses, parse_authors
from bot.core.message.body import read_content
from bot.core.message.caps import CAPS
from bot.core.message.fields import clean_text, decode_field, raw_text
from bot.core.message.structure import Caps, Part, split_parts
from bot.core.message.threading import message_ids
from bot.core.message.types import Address, Message
from bot.errors import UnparsableError

_VERDICT = "authentication-results"
_MOST_HEADERS = 200
_MOST_REFERENCES = 200
_MOST_IN_DATE = 100


def parse_message(raw: bytes, caps: Caps = CAPS) -> Message:
    """Return what the mail says; raise `UnparsableError` for what cannot be read or goes over the caps, and nothing else.

    For what goes over the caps it is an `OverCapsError`. No decoding begins before the caps are known to be kept.
    """
    try:
        return _read_message(raw, split_parts(raw, caps))
    except UnparsableError:
        raise
    except Exception as exc:  # the parser of hostile bytes: whatever happens, this one mail is put aside
        raise UnparsableError(f"The mail could not be read ({type(exc).__name__}).") from exc


def _read_message(raw: bytes, parts: list[Part]) -> Message:
    root = parts[0]
    content = read_content(parts)
    in_reply_to = _ids(root, "in-reply-to")
    return Message(
        message_id=next(iter(_ids(root, "message-id")), None),
        in_reply_to=next(iter(in_reply_to), None),
        references=_ids(root, "references")[-_MOST_REFERENCES:],
        from_=parse_authors(_values(root, "from")),
        from_fields=sum(1 for _ in _values(root, "from")),
        reply_to=_addresses(root, "reply-to"),
        to=_addresses(root, "to"),
        cc=_addresses(root, "cc"),
        subject=decode_field(next(_values(root, "subject"), "")),
        date=_date(next(_values(root, "date"), "")),
        body=content.body,
        calendars=content.calendars,
        attachments=content.attachments,
        headers=tuple((name, _header(name, value)) for name, value in root.fields[:_MOST_HEADERS]),
        sha256=hashlib.sha256(raw).hexdigest(),
        reports=content.reports,
    )


def _values(part: Part, name: str) -> Iterator[str]:
    return (raw_text(value) for key, value in part.fields if key == name)


def _header(name: str, value: bytes) -> str:
    """Return the value decoded. A server's verdict has no encoded words (RFC 8601 §2.2), and nobody may hide one in them."""
    return clean_text(raw_text(value)) if name == _VERDICT else decode_field(raw_text(value))


def _ids(part: Part, name: str) -> tuple[str, ...]:
    """Return the ids of the first field of that name."""
    return message_ids(decode_field(next(_values(part, name), "")))


def _addresses(part: Part, name: str) -> tuple[Address, ...]:
    return tuple(address for value in _values(part, name) for address in parse_addresses(value).addresses)


def _date(value: str) -> datetime | None:
    """Return the moment of a Date field (RFC 5322 §3.3, §4.3), or None; without a zone, or with ``-0000``, it is UTC."""
    try:
        moment = parsedate_to_datetime(decode_field(value)[:_MOST_IN_DATE])
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        aware.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return aware
