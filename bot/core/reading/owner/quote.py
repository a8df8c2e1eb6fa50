"""The lines that a mail client puts above a quotation: attribution lines and header blocks, known by what they hold, in any language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.reading.owner.words import loose

_MARKS = re.compile(r"(?:[ \t]{0,3}>)+[ \t]?")
_HEADER = re.compile(r"[ \t*]{0,8}[^\W\d_][\w \-.]{0,30}?[ \t\xa0]?\*?[:：]\*?[ \t\xa0]*(\S.*)")
_RULE = re.compile(r"[ \t]*(?:[_=]{5,}|[-–—]{2,}[ \t]*[^-\n]{0,60}?[ \t]*[-–—]{2,})[ \t]*")
_NUMBER = re.compile(r"\d+")
_ADDRESS = re.compile(r"[<\[(]*(?:mailto:)?\S+@\S+[>\])]*")
OUR_NAME = "Follow-up bot"
"""The display name of every letter: clients write it into attribution lines, often without the address."""

_MAX_GAP = 8
_MAX_HEADER_LINES = 12
_MAX_ATTRIBUTION_LINES = 4
_MAX_ATTRIBUTION_CHARS = 320
_MAX_ATTRIBUTION_WORDS = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a reply: ``depth`` quote marks before ``text``; ``raw`` is the line as it stands."""

    raw: str
    text: str
    depth: int

    @property
    def blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """How the letter may be named above a quotation: loose forms of its subject, of addresses and of names."""

    subject: str
    names: tuple[str, ...]

    def named_in(self, text: str) -> bool:
        folded = loose(text)
        return any(name in folded for name in self.names)


def split_lines(text: str) -> list[Line]:
    """Return the lines of *text* with their quote marks counted."""
    lines = []
    for raw in text.split("\n"):
        marks = _MARKS.match(raw)
        prefix = marks.group() if marks else ""
        lines.append(Line(raw, raw[len(prefix) :], prefix.count(">")))
    return lines


def introduction(lines: Sequence[Line], end: int, origin: Origin) -> int | None:
    """Return where the attribution or header block that ends just before line *end* begins; None if there is none."""
    last = end
    while last > max(0, end - _MAX_GAP) and (lines[last - 1].blank or _is_rule(lines[last - 1])):
        last -= 1
    start = _header_block(lines, last, origin)
    if start is None:
        start = _attribution(lines, last, origin)
    if start is None:
        return None
    above = start
    while above > max(0, start - _MAX_GAP) and lines[above - 1].blank:
        above -= 1
    return above - 1 if above > 0 and _is_rule(lines[above - 1]) else start


def _is_rule(line: Line) -> bool:
    return _RULE.fullmatch(line.text) is not None


def _attribution(lines: Sequence[Line], last: int, origin: Origin) -> int | None:
    for count in range(1, _MAX_ATTRIBUTION_LINES + 1):
        start = last - count
        if start < 0 or lines[start].blank:
            return None
        text = " ".join(line.text.strip() for line in lines[start:last])
        if _attributes(text, origin):
            return start
    return None


def _attributes(text: str, origin: Origin) -> bool:
    """Whether *text* tells who wrote and when, and hardly anything else."""
    if len(text) > _MAX_ATTRIBUTION_CHARS or not text.rstrip().endswith((":", "：")):
        return False
    if len(_NUMBER.findall(text)) < 2 or not origin.named_in(text):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", _ADDRESS.sub(" ", text)) if loose(word)]
    return len([word for word in words if not _part_of_name(word, origin)]) <= _MAX_ATTRIBUTION_WORDS


def _part_of_name(word: str, origin: Origin) -> bool:
    return any(loose(word) in name for name in origin.names)


def _header_block(lines: Sequence[Line], last: int, origin: Origin) -> int | None:
    start, named = last, False
    while start > max(0, last - _MAX_HEADER_LINES):
        header = _HEADER.fullmatch(lines[start - 1].text)
        if header is None or not _fits(header.group(1), origin):
            break
        named = named or origin.named_in(header.group(1)) or _is_subject(header.group(1), origin)
        start -= 1
    return start if named and last - start >= 2 else None


def _fits(value: str, origin: Origin) -> bool:
    return _is_subject(value, origin) or origin.named_in(value) or _is_date(value)


def _is_subject(value: str, origin: Origin) -> bool:
    return bool(origin.subject) and loose(value).endswith(origin.subject)


def _is_date(value: str) -> bool:
    return len(_NUMBER.findall(value)) >= 3 and len(value) <= 80
