"""Mails that answer the approval letter: the honest reply, and what differs from it in each case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from bot.core.message.parse import parse_message
from bot.core.message.types import Message

OURS = "mx.home.example"
"""The authserv-id that the owner named."""
PASS = f"Authentication-Results: {OURS}; dmarc=pass header.from=home.example"
Value = str | None | Sequence[str]


class Letter:
    """An approval letter as it lies in the owner's mailbox."""

    def __init__(self, raw: bytes, before: bytes) -> None:
        self.raw = raw
        self.before = parse_message(before)
        """The letter that came before: it tells that the interview was noted."""

    @cached_property
    def mail(self) -> Message:
        return parse_message(self.raw)

    @property
    def id(self) -> str:
        return self.mail.message_id or ""

    @property
    def token(self) -> str:
        return self.id.partition("@")[0]

    @property
    def quoted(self) -> str:
        """The letter as a mail program quotes it."""
        lines = "\n".join(f"> {line}" for line in self.mail.text.splitlines())
        return f"On Thu, 13 May 2027 at 14:00, Follow-up bot <maya@home.example> wrote:\n\n{lines}\n"


def a_mail(
    letter: Letter,
    words: str = "approve",
    *,
    fields: Mapping[str, Value] = {},
    top: Sequence[str] = (),
    quote: bool = True,
    content: str | None = None,
) -> bytes:
    """Return the honest reply to *letter*, but for what is named.

    *fields*: other values of header fields (None: without it; several: the field several times). *top*: whole fields above all others.
    *content*: the whole body below the header in place of words and quote.
    """
    text = f"{words}\n\n{letter.quoted}" if quote else f"{words}\n"
    head: dict[str, Value] = {
        "From": "Maya Okafor <maya@home.example>",
        "To": "Follow-up bot <maya@home.example>",
        "Subject": f"Re: {letter.mail.subject}",
        "Date": "Thu, 13 May 2027 12:01:00 +0000",
        "Message-ID": "<answer@phone.example>",
        "In-Reply-To": f"<{letter.id}>",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        **fields,
    }
    return "\r\n".join([*top, *_lines(head), "", *(text if content is None else content).split("\n")]).encode()


def _lines(head: Mapping[str, Value]) -> list[str]:
    values = {name: [value] if isinstance(value, str) else value or () for name, value in head.items()}
    return [f"{name}: {value}" for name, several in values.items() for value in several]


def a_multipart(
    letter: Letter,
    kind: str,
    *parts: tuple[str, str],
    fields: Mapping[str, Value] = {},
    top: Sequence[str] = (),
) -> bytes:
    """Return a reply of several parts; each is (its header fields, what it holds)."""
    inner = "".join(f"--b\n{head}\n\n{content}\n" for head, content in parts)
    typed = {"Content-Type": f'{kind}; boundary="b"', **fields}
    return a_mail(letter, fields=typed, top=top, content=f"{inner}--b--\n")
