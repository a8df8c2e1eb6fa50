"""The raw bytes of a mail as its header fields and MIME parts (RFC 5322 §2.2, RFC 2046 §5.1), counted while they are split.

No recursion, and a bounded number of passes over the bytes: limits are checked by the very code that finds the parts, so that nothing
which counts differently can slip below them. A message/rfc822 part is a leaf: what somebody forwards is not what he says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.core.message.fields import Parametrized, parse_parametrized, raw_text
from bot.errors import UnparsableError

_FIELD_NAME = re.compile(rb"([!-9;-~]{1,998})[ \t]*:")
_DEFAULT_TYPE = {"multipart/digest": "message/rfc822"}
MOST_CONTENT = 4 * 2**20
"""Nothing reads further into one part; an attachment is not held a second time."""
_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """Limits in bytes (``raw``, ``header_block``, ``field``) or numbers; ``depth`` counts multiparts one inside the other;
    ``false_delimiters``: lines that begin like a boundary and are none."""

    raw: int
    header_block: int
    field: int
    fields: int
    parts: int
    depth: int
    false_delimiters: int


class OverCapsError(UnparsableError):
    """The mail goes over a cap; the text says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One entity. ``fields``: (lower-case name, unfolded raw value); ``within``: types of the multiparts around it, outermost first;
    ``content`` is the still encoded body of a leaf, cut at `MOST_CONTENT` bytes, ``b""`` for a multipart; ``size``: bytes of the whole
    once decoded, about."""

    fields: tuple[tuple[str, bytes], ...]
    content_type: str
    parameters: dict[str, str]
    within: tuple[str, ...]
    content: bytes
    size: int

    def field(self, name: str) -> bytes | None:
        """Return the first raw value of the field *name* (lower case), or None."""
        return next((value for key, value in self.fields if key == name), None)

    def parametrized(self, name: str) -> Parametrized:
        """Return the field *name* as value and parameters; an absent field is an empty value."""
        return parse_parametrized(raw_text(self.field(name) or b""))


def split_parts(raw: bytes, caps: Caps) -> list[Part]:
    """Return the message itself and then every part in the order of the mail; raise `OverCapsError`."""
    if len(raw) > caps.raw:
        raise OverCapsError(f"the mail is larger than {caps.raw >> 20} MB")
    parts: list[Part] = []
    waiting: list[tuple[bytes, tuple[str, ...]]] = [(raw, ())]
    while waiting:
        entity, within = waiting.pop()
        part, start = _read_entity(entity, within, caps)
        parts.append(part)
        if part.content_type.startswith("multipart/"):
            children = list(_children(entity, start, part.parameters["boundary"], caps))
            waiting.extend((child, (*within, part.content_type)) for child in reversed(children))
            if not children:  # no delimiter at all: what stands there is still to be read
                parts[-1] = replace(part, content_type="text/plain", content=entity[start : start + MOST_CONTENT])
        _check(len(parts) + len(waiting) - 1, caps.parts, "parts")
    return parts


def _read_entity(entity: bytes, within: tuple[str, ...], caps: Caps) -> tuple[Part, int]:
    """Return the part and the offset of its body."""
    fields, start = split_fields(entity, caps)
    content_type, parameters = _content_type(fields, within)
    multipart = content_type.startswith("multipart/")
    if multipart:
        _check(len(within) + 1, caps.depth, "levels of nested parts")
    part = Part(
        fields=fields,
        content_type=content_type,
        parameters=parameters,
        within=within,
        content=b"" if multipart else entity[start : start + MOST_CONTENT],
        size=_decoded_size(entity, start, fields),
    )
    return part, start


def _decoded_size(entity: bytes, start: int, fields: tuple[tuple[str, bytes], ...]) -> int:
    size = len(entity) - start
    if next((value for key, value in fields if key == "content-transfer-encoding"), b"").strip().lower() == b"base64":
        return (size - entity.count(b"\n", start) - entity.count(b"\r", start)) * 3 // 4
    return size


def _content_type(fields: tuple[tuple[str, bytes], ...], within: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    value = next((value for key, value in fields if key == "content-type"), None)
    default = _DEFAULT_TYPE.get(within[-1] if within else "", "text/plain")
    if value is None:
        return default, {}
    parsed = parse_parametrized(raw_text(value))
    stated = parsed.value.lower()
    if not _TYPE.fullmatch(stated):
        stated = default
    if stated.startswith("multipart/") and not parsed.parameters.get("boundary"):
        stated = "text/plain"  # RFC 2046 §5.1.1: without a boundary there are no parts
    return stated, parsed.parameters


def split_fields(entity: bytes, caps: Caps) -> tuple[tuple[tuple[str, bytes], ...], int]:
    """Return the header fields and the offset of the body; a line that is no field ends the header and begins the body."""
    fields: list[tuple[str, bytearray]] = []
    position = 0
    while position < len(entity):
        line, after = _line(entity, position, caps)
        if not line:
            position = after
            break
        if line[:1] in b" \t":
            if fields:
                fields[-1][1].extend(b" " + line.strip())
        elif match := _FIELD_NAME.match(line):
            fields.append((match[1].decode("ascii").lower(), bytearray(line[match.end() :].strip())))
            _check(len(fields), caps.fields, "header fields")
        elif position or not line.startswith(b"From "):  # an mbox line may stand at the very top
            break
        if fields and len(fields[-1][1]) > caps.field:
            raise OverCapsError(f"a header field is larger than {caps.field >> 10} kB")
        position = after
        if position > caps.header_block:
            raise OverCapsError(f"the header is larger than {caps.header_block >> 10} kB")
    return tuple((name, bytes(value)) for name, value in fields), position


def _line(entity: bytes, position: int, caps: Caps) -> tuple[bytes, int]:
    end = entity.find(b"\n", position, position + caps.header_block + 2)
    if end < 0:
        end = min(len(entity), position + caps.header_block + 2)
    return entity[position:end].removesuffix(b"\r"), end + 1


def _children(entity: bytes, body: int, boundary: str, caps: Caps) -> Iterator[bytes]:
    """Yield the bytes between the delimiter lines after the offset *body*; the last part of a multipart that is not closed goes to
    its end. The line end before a delimiter belongs to the delimiter."""
    start: int | None = None
    delimiters = _delimiters(entity, body, boundary.encode("utf-8", "replace"), caps)
    for count, (at, after, closing) in enumerate(delimiters, start=1):
        if start is not None:
            yield entity[start : max(start, _before_line_end(entity, at))]
        start = None if closing else after
        if closing:
            return
        _check(count, caps.parts, "parts")
    if start is not None:
        yield entity[start:]


def _delimiters(entity: bytes, body: int, boundary: bytes, caps: Caps) -> Iterator[tuple[int, int, bool]]:
    """Yield (start of line, start of the next line, whether it closes) of every delimiter line (RFC 2046 §5.1.1)."""
    mark = b"--" + boundary
    false = 0
    at = entity.find(mark, body)
    while at >= 0:
        end = entity.find(b"\n", at)
        end = len(entity) if end < 0 else end
        rest = entity[at + len(mark) : min(end, at + len(mark) + 100)].rstrip(b" \t\r")
        if (at == body or entity[at - 1 : at] == b"\n") and rest in (b"", b"--"):
            yield at, end + 1, rest == b"--"
        else:
            false += 1
            _check(false, caps.false_delimiters, "lines that look like a boundary")
        at = entity.find(mark, end)


def _before_line_end(entity: bytes, at: int) -> int:
    """Return the offset before the line end that stands before the offset *at*."""
    at -= entity[at - 1 : at] == b"\n"
    return at - (entity[at - 1 : at] == b"\r")


def _check(number: int, limit: int, what: str) -> None:
    if number > limit:
        raise OverCapsError(f"more than {limit} {what}")
