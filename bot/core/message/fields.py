"""Values of header fields as clean text (RFC 2047, RFC 2231); linear in their length, nothing here raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import unquote_to_bytes

from bot.core.message.charsets import decode_base64, decode_quoted_printable, decode_text

_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,80}+)\?([bBqQ])\?([^?]*+)\?=")
_PARAMETER = re.compile(r';\s*+([^\s=;"]++)\s*+=\s*+("(?:[^"\\]|\\.)*+"?|[^;]*+)', re.DOTALL)
_SEGMENT = re.compile(r"(.+?)(?:\*(\d{1,3}))?(\*)?", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Marks that turn the direction of writing, and characters without a width: they show another text than the one that is compared.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class Parametrized:
    """A value with parameters, such as Content-Type; parameter names are lower case, RFC 2231 pieces are joined."""

    value: str
    parameters: dict[str, str]


def raw_text(raw: bytes) -> str:
    """Return a raw field value as text; 8-bit bytes are UTF-8 (RFC 6532) or else Windows-1252."""
    return decode_text(raw)


def clean_text(text: str) -> str:
    """Return *text* on one line, without control, bidi and other invisible characters."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def decode_field(value: str) -> str:
    """Return a field value with its encoded words decoded, cleaned."""
    return clean_text("".join(_decoded_pieces(value)))


def _decoded_pieces(value: str) -> Iterator[str]:
    """Yield plain stretches and runs of encoded words; white space between two encoded words is dropped (RFC 2047 §6.2)."""
    position = 0
    run: list[tuple[str, bytes]] = []
    for match in _ENCODED_WORD.finditer(value):
        between = value[position : match.start()]
        if run and between.strip():
            yield from _decode_run(run)
            run = []
        if not run:
            yield between
        run.append((match[1].lower(), _word_bytes(match[2], match[3])))
        position = match.end()
    yield from _decode_run(run)
    yield value[position:]


def _decode_run(run: list[tuple[str, bytes]]) -> Iterator[str]:
    """Yield the text of adjacent encoded words; those of one charset are joined first, as senders split within a character."""
    for charset, words in groupby(run, key=lambda word: word[0]):
        yield decode_text(b"".join(word[1] for word in words), charset)


def _word_bytes(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    return decode_base64(raw) if encoding in "bB" else decode_quoted_printable(raw, header=True)


def parse_parametrized(value: str) -> Parametrized:
    """Return the value before the first semicolon and the parameters after it; of two with one name the first counts."""
    head, semicolon, rest = value.partition(";")
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for match in _PARAMETER.finditer(semicolon + rest):
        segment = _SEGMENT.fullmatch(match[1].lower())
        if segment:
            place = pieces.setdefault(segment[1], {})
            place.setdefault(int(segment[2] or 0), (_unquote(match[2]), bool(segment[3])))
    return Parametrized(clean_text(head), {name: _join(place) for name, place in pieces.items()})


def _unquote(text: str) -> str:
    text = text.strip()
    if text.startswith('"'):
        return _ESCAPED.sub(r"\1", text[1:].removesuffix('"'))
    return text


def _join(place: dict[int, tuple[str, bool]]) -> str:
    """Join the pieces of one parameter (RFC 2231 §3, §4)."""
    if not any(encoded for _, encoded in place.values()):
        return clean_text("".join(place[index][0] for index in sorted(place)))
    charset, raw = "", b""
    for index in sorted(place):
        text, encoded = place[index]
        if encoded and index == 0 and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        raw += unquote_to_bytes(text) if encoded else text.encode("utf-8", "replace")
    return clean_text(decode_text(raw, charset))
