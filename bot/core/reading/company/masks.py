"""Sentences with the names in them masked, as the phrases about people are written: ``_who_``, and ``_other_`` for anybody else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.reading.company.cues import Language
from bot.core.reading.company.page import Page
from bot.core.reading.company.people import Named, find_people

WHO = " _who_ "
OTHER = " _other_ "
_MARKS = re.compile(r"[,()\"\u201e\u201c\u201d\u00ab\u00bb*\[\]!?]+|\.(?=\s|$)")
_APPOSITION = re.compile(
    r"\s?\([^()]{0,90}\)|,\s[^,.;:()]{2,70}?(?=,\s)|\s[-\u2013\u2014]\s[^,.;:()\u2013\u2014]{2,60}\s[-\u2013\u2014](?=\s)"
)


def masked(text: str, page: Page) -> str:
    """Return *text* as phrases are written, each name in it as ``_other_``, without commas, brackets and quotation marks."""
    people = find_people(text, page.language)
    return written_plain(put_in_place(text, [(p.start, p.end, OTHER) for p in people]), page.language)


def views_of(text: str, groups: Sequence[Sequence[Named]], number: int, language: Language) -> list[str]:
    """Return *text* with the group *number* as ``_who_`` and the others as ``_other_``: as it stands, and without what is put in behind."""
    spans = [(g[0].start, g[-1].end, WHO if n == number else OTHER) for n, g in enumerate(groups)]
    views = [written_plain(put_in_place(text, spans), language)]
    start, end, _ = spans[number]
    put_in = _APPOSITION.match(text, end)
    if put_in:
        wider = [(start, put_in.end(), WHO) if n == number else span for n, span in enumerate(spans)]
        kept = [span for n, span in enumerate(wider) if n <= number or span[0] >= put_in.end()]
        views.append(written_plain(put_in_place(text, kept), language))
    return views


def put_in_place(text: str, spans: Sequence[tuple[int, int, str]]) -> str:
    """Return *text* with each of *spans* (from, up to, word), in order, as its word."""
    pieces: list[str] = []
    position = 0
    for start, end, word in spans:
        pieces += [text[position:start], word]
        position = max(position, end)
    return "".join([*pieces, text[position:]])


def written_plain(text: str, language: Language) -> str:
    """Return *text* as phrases about people are written: plain, no marks but colons and semicolons, which stand alone."""
    bare = _MARKS.sub(" ", language.plain(text)).replace(":", " : ").replace(";", " ; ")
    return " ".join(bare.split())
