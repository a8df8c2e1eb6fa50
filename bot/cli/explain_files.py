"""The files that ``explain`` is given: each is read when its turn comes, and only as far as a mail can be long."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import IO

from bot.core.message.types import Message
from bot.errors import UnparsableError
from bot.sandbox import parse_guarded

STDIN = Path("-")

_MOST_BYTES = 60 * 2**20
_MBOX = re.compile(rb"\n\r?\nFrom \S{1,320} {1,2}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} ")


class UnreadableError(Exception):
    """A file that is no mail one can read; the text says why, and what to do, in one line."""


def load_mail(path: Path) -> Message:
    """Return the mail in a file (``-``: standard input); raises `UnreadableError`, and nothing else."""
    raw = _read(path)
    if raw.startswith(b"From ") and _MBOX.search(raw):
        raise UnreadableError("holds several mails (mbox); save the one you mean as a file of its own.")
    try:
        message = parse_guarded(raw)
    except UnparsableError as exc:
        raise UnreadableError(f"cannot be parsed: {exc}") from exc
    if not message.headers:
        raise UnreadableError("is no mail, for it has no header; save the mail itself (.eml), not its text.")
    return message


def _read(path: Path) -> bytes:
    try:
        if path == STDIN:
            return _read_bounded(sys.stdin.buffer)
        if path.is_dir():
            raise UnreadableError(f"is a folder; name the mails in it, such as {path}/*.eml")
        with path.open("rb") as file:
            return _read_bounded(file)
    except OSError as exc:
        raise UnreadableError(f"cannot be read ({exc.strerror}).") from exc
    except ValueError as exc:
        raise UnreadableError("cannot be read (no such name is possible).") from exc


def _read_bounded(file: IO[bytes]) -> bytes:
    raw = file.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise UnreadableError("larger than 60 MB; no mail is.")
    if not raw:
        raise UnreadableError("is empty.")
    return raw
