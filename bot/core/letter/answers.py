"""The ways to answer a letter: words to reply with, and buttons that prepare such a mail (RFC 6068)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from bot.core.letter.context import LetterContext

_LONGEST_LINK = 1900
"""Some clients cut longer links."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One way to answer. ``meaning`` completes the sentence "reply COMMAND …"; ``label``: the button's words, ``""`` for no button.

    ``href``: the button's link; ``main``: the button that stands out.
    """

    command: str
    meaning: str
    label: str = ""
    href: str = ""
    main: bool = False


def make_answer(
    context: LetterContext, command: str, meaning: str, label: str = "", *, main: bool = False, text: str = ""
) -> Answer:
    """Return an answer with its link. ``text``: what the prepared mail says when it is more than the command."""
    href = mail_link(context, command, text or command) if label else ""
    if len(href) > _LONGEST_LINK:
        label = href = ""
    return Answer(command=command, meaning=meaning, label=label, href=href, main=main)


def mail_link(context: LetterContext, command: str, text: str) -> str:
    """Return a link that opens a mail to the bot with *text* and this letter's ``ref:`` line filled in."""
    body = f"{text}\n\nref: {context.token}".replace("\n", "\r\n")
    address = quote(context.letters_to, safe="@")
    return f"mailto:{address}?subject={_encode(f'bot {command}')}&body={_encode(body)}"


def _encode(text: str) -> str:
    return quote(text, safe="", errors="replace")
