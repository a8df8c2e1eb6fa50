"""What a big mail is made of: read BODYSTRUCTURE, choose the parts worth fetching, rebuild a mail from them (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from bot.errors import UnparsableError

MAX_DEPTH = 20
MAX_PARTS = 100
MAX_WANTED = 24
"""Parts fetched of one mail, at most."""

_WANTED_TYPES = frozenset(
    {
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
        "text/rfc822-headers",
        "message/delivery-status",
        "message/global-delivery-status",
    }
)
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}")
_MIME_FIELDS = (b"content-type:", b"content-transfer-encoding:")

Params = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One node of the MIME tree. ``section``: its IMAP number (``"1.2"``, RFC 9051 §6.4.5); types and names are lower case."""

    section: str
    content_type: str
    params: Params = ()
    encoding: str = ""
    disposition: str = ""
    disposition_params: Params = ()
    children: tuple[Part, ...] = ()

    @property
    def is_multipart(self) -> bool:
        return self.content_type.startswith("multipart/")

    @property
    def filename(self) -> str:
        """The name it was sent under, or ``""``."""
        names = (*self.disposition_params, *self.params)
        return next((value for key, value in names if key.rstrip("*") in ("filename", "name")), "")


def parse_structure(value: object) -> Part:
    """Read *value*, BODYSTRUCTURE as imapclient gives it, into a tree.

    Raises UnparsableError for more than 20 levels or 100 parts, and for anything that is no BODYSTRUCTURE.
    """
    try:
        return _parse(value, "", 0, iter(range(MAX_PARTS)))
    except StopIteration:
        raise UnparsableError(f"more than {MAX_PARTS} parts") from None
    except (IndexError, TypeError, ValueError, KeyError) as exc:
        raise UnparsableError("the server's BODYSTRUCTURE cannot be read") from exc


def _parse(value: object, section: str, depth: int, budget: Iterator[int]) -> Part:
    if depth > MAX_DEPTH:
        raise UnparsableError(f"more than {MAX_DEPTH} levels of parts")
    if not isinstance(value, tuple):
        raise TypeError("not a body")
    next(budget)
    if isinstance(value[0], list):
        return _parse_multipart(value, section, depth, budget)
    kind = f"{_token(value[0], 'application')}/{_token(value[1], 'octet-stream')}"
    # Fixed fields end after the size; text adds its lines, message/rfc822 envelope, body and lines (RFC 9051 §7.5.2).
    fixed = 8 if kind.startswith("text/") else 10 if kind in ("message/rfc822", "message/global") else 7
    disposition, disposition_params = _disposition(value, fixed + 1)
    return Part(
        section=section or "1",
        content_type=kind,
        params=_params(value[2]),
        encoding=_token(value[5], ""),
        disposition=disposition,
        disposition_params=disposition_params,
    )


def _parse_multipart(value: tuple[object, ...], section: str, depth: int, budget: Iterator[int]) -> Part:
    prefix = f"{section}." if section else ""
    parts = value[0]
    assert isinstance(parts, list)  # noqa: S101 - told by the caller
    children = [_parse(child, f"{prefix}{number}", depth + 1, budget) for number, child in enumerate(parts, 1)]
    params = _params(value[2]) if len(value) > 2 else ()
    return Part(
        section=section, content_type=f"multipart/{_token(value[1], 'mixed')}", params=params, children=tuple(children)
    )


def _token(value: object, default: str) -> str:
    text = _text(value).lower()
    return text if _TOKEN.fullmatch(text) else default


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return "".join(char for char in value[:1000].decode("utf-8", "replace") if char.isprintable())
    return str(value) if isinstance(value, int) else ""


def _params(value: object) -> Params:
    if not isinstance(value, tuple):
        return ()
    pairs = zip(value[0:40:2], value[1:40:2], strict=False)
    return tuple((_token(key, ""), _text(word)) for key, word in pairs if _token(key, ""))


def _disposition(value: tuple[object, ...], index: int) -> tuple[str, Params]:
    field = value[index] if len(value) > index else None
    if not isinstance(field, tuple) or len(field) < 2:
        return "", ()
    return _token(field[0], ""), _params(field[1])


def leaves(part: Part) -> Iterator[Part]:
    """Every part that is no multipart, in the order of the mail."""
    if not part.is_multipart:
        yield part
    for child in part.children:
        yield from leaves(child)


def wanted_sections(root: Part) -> list[str]:
    """Return the sections worth fetching: words, calendars, delivery reports; of an enclosed mail its header only."""
    sections = [section for part in leaves(root) if (section := _wanted(part)) is not None]
    return sections[:MAX_WANTED]


def _wanted(part: Part) -> str | None:
    if part.content_type == "message/rfc822":
        return f"{part.section}.HEADER"
    if part.content_type in _WANTED_TYPES or part.filename.lower().endswith(".ics"):
        return part.section
    return None


def rebuild(header: bytes, root: Part, contents: Mapping[str, bytes]) -> bytes:
    """Return a mail of the same shape: *header* as it was, the parts in *contents* (by section), the others empty.

    Only Content-Type and Content-Transfer-Encoding of a multipart's header are written anew, for a boundary that
    occurs in no part.
    """
    if not root.is_multipart:
        return _closed(header) + contents.get(_wanted(root) or "", b"")
    boundary = _free_boundary(contents.values())
    fields = _without_mime(header).strip(b"\r\n")
    return (fields and fields + b"\r\n") + b"".join(_multipart(root, contents, boundary))


def _multipart(part: Part, contents: Mapping[str, bytes], boundary: str) -> Iterator[bytes]:
    mark = f"{boundary}.{part.section}" if part.section else boundary
    params = (*((key, value) for key, value in part.params if not key.startswith("boundary")), ("boundary", mark))
    yield _field("Content-Type", part.content_type, params) + b"\r\n"
    for child in part.children:
        yield f"--{mark}\r\n".encode()
        if child.is_multipart:
            yield from _multipart(child, contents, boundary)
        else:
            yield _leaf(child, contents)
        yield b"\r\n"
    yield f"--{mark}--\r\n".encode()


def _leaf(part: Part, contents: Mapping[str, bytes]) -> bytes:
    head = _field("Content-Type", part.content_type, part.params)
    if part.encoding:
        head += _field("Content-Transfer-Encoding", part.encoding, ())
    if part.disposition:
        head += _field("Content-Disposition", part.disposition, part.disposition_params)
    return head + b"\r\n" + contents.get(_wanted(part) or "", b"")


def _field(name: str, value: str, params: Params) -> bytes:
    words = [f"{name}: {value}"]
    for key, word in params:
        plain = key.endswith("*") and _TOKEN.fullmatch(word)  # RFC 2231 values stand without quotes
        words.append(
            f"{key}={word}" if plain else '{}="{}"'.format(key, word.replace("\\", "\\\\").replace('"', '\\"'))
        )
    return ";\r\n ".join(words).encode("utf-8", "replace") + b"\r\n"


def _free_boundary(texts: Iterable[bytes]) -> str:
    """A mark made of the texts' own digest: no text can hold it."""
    return "part-" + sha256(b"\n".join(texts)).hexdigest()[:32]


def _without_mime(header: bytes) -> bytes:
    kept: list[bytes] = []
    dropping = False
    for line in header.splitlines(keepends=True):
        if not line.startswith((b" ", b"\t")):
            dropping = line.lower().startswith(_MIME_FIELDS)
        if not dropping:
            kept.append(line)
    return b"".join(kept)


def _closed(header: bytes) -> bytes:
    """*header* with exactly one empty line at its end."""
    return header.rstrip(b"\r\n") + b"\r\n\r\n"
