"""Log lines: one event each, nothing forged, nothing of content."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import start_logging


@pytest.fixture(autouse=True)
def loggers_as_before() -> Iterator[None]:
    root, bot = logging.getLogger(), logging.getLogger("bot")
    before = (root.handlers[:], root.level, bot.level)
    yield
    root.handlers[:], root.level, bot.level = before
    logging.captureWarnings(False)


def written(form: str, level: str = "info") -> io.StringIO:
    stream = io.StringIO()
    start_logging(level, form, stream)
    return stream


def test_an_event_is_one_line_of_text() -> None:
    stream = written("text")
    logging.getLogger("bot.pipeline").info("delivery_sent id=%d reply=%d", 7, 250)
    assert stream.getvalue().endswith("INFO bot.pipeline delivery_sent id=7 reply=250\n")


def test_an_event_is_one_json_object_with_its_pairs() -> None:
    stream = written("json")
    logging.getLogger("bot.pipeline").warning('login_refused host=imap.example.org tries=2 text="not now"')
    line = json.loads(stream.getvalue())
    assert line.pop("at").endswith("Z")
    assert line == {
        "event": "login_refused",
        "host": "imap.example.org",
        "tries": 2,
        "text": "not now",
        "level": "warning",
        "logger": "bot.pipeline",
    }


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_value_from_outside_cannot_forge_a_line(form: str) -> None:
    stream = written(form)
    logging.getLogger("bot").info("mail_shunted id=%s", "x\n2027 INFO bot approved\r\x1b[2J\u202e")
    assert stream.getvalue().count("\n") == 1
    assert "\x1b" not in stream.getvalue()


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_words_of_an_exception_are_for_debug_alone(form: str) -> None:
    for level, shown in (("info", False), ("debug", True)):
        stream = written(form, level)
        try:
            raise ValueError("Dear Jane")
        except ValueError:
            logging.getLogger("bot").exception("item_failed id=1")
        assert "ValueError" in stream.getvalue()
        assert ("Dear Jane" in stream.getvalue()) is shown


def test_libraries_are_quiet_even_on_debug() -> None:
    stream = written("text", "debug")
    for name in ("imapclient.imaplib", "aiosmtplib", "some.library"):
        logging.getLogger(name).debug("Subject: secret")
        logging.getLogger(name).info("Subject: secret")
    assert stream.getvalue() == ""
