"""The readable parts of a mail: text, HTML, calendars, reports; the rest by name only."""

from __future__ import annotations

import html as html_entities
import re
from dataclasses import dataclass, field

from bot.core.message.charsets import decode_base64, decode_quoted_printable, decode_text
from bot.core.message.fields import decode_field
from bot.core.message.flowed import join_flowed
from bot.core.message.html import render_html
from bot.core.message.structure import Part
from bot.core.message.types import Attachment, Body

_MOST_TEXT = 256 * 2**10
_MOST_HTML = 384 * 2**10
_MOST_TEXT_IN_ALL = 512 * 2**10
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff]")
_LINE_END = re.compile("\r\n?|\x85|\u2028|\u2029")
_REPORT_TYPES = (
    "message/delivery-status",
    "message/global-delivery-status",
    "text/rfc822-headers",
    "message/rfc822",
    "message/global",
)
_CALENDAR_TYPES = ("text/calendar", "application/ics")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What `read_content` found."""

    body: Body
    calendars: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    reports: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    """Collects in the order of the mail. ``texts``: (content type, text, whether another form of it exists). ``room``: characters left."""

    texts: list[tuple[str, str, bool]] = field(default_factory=list)
    calendars: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    room: int = _MOST_TEXT_IN_ALL

    def text_of(self, part: Part) -> str:
        text = _part_text(part)[: self.room] if self.room else ""
        self.room -= len(text)
        return text

    def add(self, part: Part) -> None:
        filename = _filename(part)
        if part.content_type in _REPORT_TYPES and "multipart/report" in part.within:
            self.reports.append(self._report(part))
        elif part.content_type in _CALENDAR_TYPES or filename.lower().endswith(".ics"):
            self.calendars.append(self.text_of(part))
        elif self._is_body(part, filename):
            self.texts.append((part.content_type, self.text_of(part), "multipart/alternative" in part.within))
        else:
            self.attachments.append(Attachment(filename=filename, content_type=part.content_type, size=part.size))

    def _is_body(self, part: Part, filename: str) -> bool:
        if part.content_type not in ("text/plain", "text/html") or _disposition(part) == "attachment":
            return False
        return not filename or not self.texts

    def _report(self, part: Part) -> str:
        """A delivery status whole; of the returned mail its header block only."""
        if part.content_type not in ("message/rfc822", "message/global"):
            return self.text_of(part)
        raw = _decoded(part)
        end = _BLANK_LINE.search(raw)
        text = _clean(decode_text(raw[: end.start()] if end else raw))[: self.room]
        self.room -= len(text)
        return text


def read_content(parts: list[Part]) -> Content:
    """Return what the parts hold, texts cut at 256 kB each (HTML 384 kB) and 512 kB in all (nobody writes more; a machine may)."""
    found = _Found()
    for part in parts:
        if not part.content_type.startswith("multipart/"):
            found.add(part)
    return Content(
        body=_body(found.texts),
        calendars=tuple(dict.fromkeys(found.calendars)),  # invitations often carry the same one twice
        attachments=tuple(found.attachments),
        reports=tuple(found.reports),
    )


def _body(texts: list[tuple[str, str, bool]]) -> Body:
    plain = [text for kind, text, _ in texts if kind == "text/plain"]
    html = [text for kind, text, _ in texts if kind == "text/html"]
    if html and plain and texts[0][0] == "text/html" and not any(alternative for _, _, alternative in texts):
        # The letter is HTML and something (a list's footer, a scanner's note) was appended as text: both are shown, in this order.
        plain, html = [], [_as_html(kind, text) for kind, text, _ in texts]
    source = "\n".join(html) if html else None
    rendered = render_html(source) if source is not None else None
    return Body(
        plain="\n\n".join(plain) if plain else None,
        html=source,
        html_text=rendered.text if rendered else None,
        html_hidden=rendered.hidden if rendered else False,
    )


def _as_html(kind: str, text: str) -> str:
    return text if kind == "text/html" else f"<pre>{html_entities.escape(text)}</pre>"


def _part_text(part: Part) -> str:
    most = _MOST_HTML if part.content_type == "text/html" else _MOST_TEXT
    text = _clean(decode_text(_decoded(part), part.parameters.get("charset", "")))[:most]
    if part.content_type == "text/plain" and part.parameters.get("format", "").lower() == "flowed":
        return join_flowed(text, delsp=part.parameters.get("delsp", "").lower() == "yes")
    return text


def _clean(text: str) -> str:
    return _CONTROL.sub("", _LINE_END.sub("\n", text))


def _decoded(part: Part) -> bytes:
    """Return the bytes of a part, at most four times the text cap (UTF-32 is the widest) after undoing the transfer encoding."""
    encoding = decode_field((part.field("content-transfer-encoding") or b"").decode("ascii", "replace")).lower()
    raw = part.content[: 12 * _MOST_TEXT]
    if encoding == "base64":
        raw = decode_base64(raw)
    elif encoding == "quoted-printable":
        raw = decode_quoted_printable(raw)
    return raw[: 4 * _MOST_TEXT]


def _disposition(part: Part) -> str:
    return part.parametrized("content-disposition").value.lower()


def _filename(part: Part) -> str:
    """Return the file name that the part gives itself, without folders; it may hold encoded words against RFC 2047 §5, as many do."""
    name = part.parametrized("content-disposition").parameters.get("filename") or part.parameters.get("name", "")
    return decode_field(name).replace("\\", "/").rpartition("/")[2].strip()
