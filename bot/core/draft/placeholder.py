"""Gaps that somebody meant to fill: "[Name]", "{{ company }}", "<role>", "XXX", "TODO", "INSERT …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BRACES = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,80}%\}|\{#[^{}\n]{0,80}#\}|\$\{[^{}\n]{0,80}\}|\{[A-Za-z_][\w .-]{0,40}\}|\{\{|\}\}|\{%|%\}"
)
_SQUARE = re.compile(r"\[[^\[\]\n]{0,60}\]")
_ANGLE = re.compile(r"<[A-Za-z][^<>\n]{0,60}>|<<[^<>\n]{0,60}>>|«\s?[A-Z_]{3,40}\s?»")
_PERCENT = re.compile(r"%[A-Z][A-Z_]{1,30}%|%\([a-z_]{1,30}\)s|__[A-Z][A-Z_]{1,30}__")
_LOUD = re.compile(
    r"\b(?:X{3,}|x{4,}|TODO|TBD|TBC|TKTK|FIXME|PLACEHOLDER|Lorem ipsum)\b|\bINSERT\b(?: [A-Z]{2,20}){0,5}|_{4,}|\?{3,}"
)
_TITLE_CASE = re.compile(
    r"\b(?i:insert)\s+(?:your\s+|the\s+)?(?:name|company|role|position|date|topic|detail)s?(?:\s+here)?\b"
)
_NOT_A_GAP = re.compile(
    r"\[(?:\d{1,3}|sic|…|\.\.\.)\]|<(?:https?://|mailto:)?[^\s<>]{1,60}[@/.][^\s<>]{1,60}>", re.IGNORECASE
)


def find_placeholders(text: str, known: str = "") -> tuple[str, ...]:
    """Return every gap in *text* once, in its order. *known*: words of the record ("Analyst [Remote]"), in which a bracket is none."""
    found = dict.fromkeys(gap for gap in _gaps(text) if not _NOT_A_GAP.fullmatch(gap) and gap not in known)
    return tuple(found)


def _gaps(text: str) -> Iterator[str]:
    hits = [
        match
        for pattern in (_BRACES, _SQUARE, _ANGLE, _PERCENT, _LOUD, _TITLE_CASE)
        for match in pattern.finditer(text)
    ]
    covered = 0
    for match in sorted(hits, key=lambda match: (match.start(), -match.end())):
        if match.start() >= covered:
            covered = match.end()
            yield match.group().strip()
