"""Logs: one line per event on standard error, ``delivery_sent id=7 reply=250``, as text or as JSON; never content.

Modules log with ``logging.getLogger(__name__).info("delivery_sent id=%d reply=%d", ...)``; values with spaces stand in double quotes.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from typing import TextIO

_PAIR = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|\S*)')
_LIBRARIES = (
    "imapclient",
    "aiosmtplib",
    "apscheduler",
    "alembic",
    "sqlalchemy",
    "asyncio",
    "mail",
    "pymap",
    "aiosmtpd",
)


def start_logging(level: str, form: str, stream: TextIO | None = None) -> None:
    """Send the program's events from *level* on (debug, info, warning, error) to *stream* (None: standard error) as *form* (text, json).

    Libraries are heard from WARNING on whatever *level* says: on DEBUG imapclient would print whole mails.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("bot").setLevel(level.upper())
    logging.captureWarnings(True)


class TextLines(logging.Formatter):
    """``2027-03-01T09:00:00Z INFO bot.pipeline.deliver delivery_sent id=7 reply=250``"""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        words = [_moment(record), record.levelname, record.name, one_line(record.getMessage())]
        return " ".join((*words, *(f"{key}={value}" for key, value in _failure(record).items())))


class JsonLines(logging.Formatter):
    """One JSON object a line: at, level, logger, event, and the event's pairs (numbers as numbers)."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        message = one_line(record.getMessage())
        pairs = {key: _value(text) for key, text in _PAIR.findall(message)}
        event = _PAIR.sub("", message).strip()
        fixed = {"at": _moment(record), "level": record.levelname.lower(), "logger": record.name, "event": event}
        return json.dumps({**pairs, **_failure(record), **fixed}, ensure_ascii=False)


def one_line(text: str) -> str:
    """Return *text* with every control character escaped, so that nothing from outside can forge a line."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _value(text: str) -> str | int:
    if text.isascii() and text.isdigit():
        return int(text)
    return text[1:-1].replace('\\"', '"') if text.startswith('"') else text


def _failure(record: logging.LogRecord) -> dict[str, str]:
    """What an exception is and where it was raised; its text may hold words of a mail, and shows on DEBUG alone."""
    if not record.exc_info or record.exc_info[1] is None:
        return {}
    error = record.exc_info[1]
    frames = traceback.extract_tb(error.__traceback__)
    found = {
        "error": type(error).__name__,
        **({"where": f"{frames[-1].filename}:{frames[-1].lineno}"} if frames else {}),
    }
    if logging.getLogger("bot").isEnabledFor(logging.DEBUG):
        found["trace"] = one_line("".join(traceback.format_exception(error)))
    return found
