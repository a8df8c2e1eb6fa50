"""Mails whose text part and HTML part tell different things: a program filled in one of them anew."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.message.types import Message
from bot.core.reading.company.moment import as_utc
from bot.core.reading.company.when import When

_LINK = re.compile(r"\S*(?:://|@|www\.)\S*")
_NUMBER = re.compile(r"(?<![\w.,:])\d{1,2}(?:[:.h]\d\d)?(?!\w)")
_MOST_TEXT = 20_000


def html_that_differs(message: Message) -> Message | None:
    """Return *message* with its HTML part alone where that and the text part each hold days or hours in figures that the other lacks."""
    body = message.body
    if not (body.plain and body.plain.strip() and body.html_text):
        return None
    plain, shown = _numbers(body.plain), _numbers(body.html_text)
    return replace(message, body=replace(body, plain=None)) if plain - shown and shown - plain else None


def in_doubt_of_part(said: When, shown: When) -> When:
    """Return *said*, the time by the text part, in doubt where the HTML part tells another one, *shown*."""
    if said.start is None or shown.start is None or said.moment is None or as_utc(said.start) == as_utc(shown.start):
        return said
    return said.in_doubt(said.moment, said.start, shown.start)


def _numbers(text: str) -> set[str]:
    return {match[0].lstrip("0") for match in _NUMBER.finditer(_LINK.sub(" ", text[:_MOST_TEXT]))}
