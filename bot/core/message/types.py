"""What a mail says, decoded: the only form in which the rest of the program sees one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One mailbox of a header field (RFC 5322 §3.4); ``email`` is lower case, ``name`` is ``""`` when there is none."""

    name: str = ""
    email: str

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>" if self.name else self.email


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose mailbox it is. ``aliases`` are further addresses of his, lower case; ``tz`` is an IANA zone name."""

    name: str
    email: str
    aliases: tuple[str, ...] = ()
    tz: str = "UTC"

    @property
    def addresses(self) -> frozenset[str]:
        """Every address that is the owner's own, lower case."""
        return frozenset((self.email.lower(), *self.aliases))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A part that is not read: its name and type only (its bytes are never fetched)."""

    filename: str
    content_type: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The readable parts. ``plain``: text/plain parts joined, decoded, LF line ends, or None where the mail has none.

    ``html``: the decoded HTML source, or None. ``html_text``: that HTML as text a person would see (hidden elements
    left out, one table row per line with cells parted by a tab, ``<br>``/blocks as line breaks), or None.
    ``html_hidden``: the HTML holds words that a person would not see.
    """

    plain: str | None = None
    html: str | None = None
    html_text: str | None = None
    html_hidden: bool = False

    @property
    def text(self) -> str:
        """The text to read: text/plain where it has words, else the rendered HTML, else ``""``."""
        if self.plain and self.plain.strip():
            return self.plain
        return self.html_text or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One mail. Ids stand without angle brackets; control and bidi characters are stripped from every header value.

    ``from_fields``: number of From header fields (anything but 1 is suspicious). ``date``: the Date field, aware, or None.
    ``calendars``: decoded text/calendar parts. ``headers``: (lower-case name, unfolded decoded value) in the order of the mail,
    at most 200. ``sha256``: hex digest of the raw bytes. ``reports``: decoded message/delivery-status parts and returned header blocks
    of a multipart/report (RFC 3464, RFC 6522), in the order of the mail.
    """

    message_id: str | None
    in_reply_to: str | None
    references: tuple[str, ...]
    from_: tuple[Address, ...]
    from_fields: int
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    date: datetime | None
    body: Body
    calendars: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    headers: tuple[tuple[str, str], ...]
    sha256: str
    reports: tuple[str, ...] = ()

    @property
    def sender(self) -> Address | None:
        """The one author, or None where the From field does not name exactly one."""
        return self.from_[0] if self.from_fields == 1 and len(self.from_) == 1 else None

    @property
    def text(self) -> str:
        """The text to read (see `Body.text`)."""
        return self.body.text

    def header(self, name: str) -> str | None:
        """Return the first value of the field *name* (lower case), or None."""
        return next((value for key, value in self.headers if key == name), None)

    def header_all(self, name: str) -> tuple[str, ...]:
        """Return every value of the field *name* (lower case), topmost first."""
        return tuple(value for key, value in self.headers if key == name)
