"""The lines that a mail client puts above a quotation: attribution lines and header blocks, known by what they hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.core.reading.owner.words import loose

_MARKS = re.compile(r"(?:[ \t]{0,3}>)+[ \t]?")
_HEADER = re.compile(r"[ \t*]{0,8}([^\W\d_][\w \-.]{0,30}?)[ \t\xa0]?\*?[:：]\*?[ \t\xa0]*(\S.*)")
_RULE = re.compile(r"[ \t]*(?:[_=]{5,}|[-–—]{2,}[ \t]*[^-\n]{0,60}?[ \t]*[-–—]{2,})[ \t]*")
_NUMBER = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
OUR_NAME = "Follow-up bot"
"""The display name of every letter: clients write it into attribution lines, often without the address."""

_MAX_GAP = 8
_MAX_HEADER_LINES = 12
_MAX_ATTRIBUTION_LINES = 4
_MAX_ATTRIBUTION_CHARS = 320
_MAX_PREFIX = 4
_COLONS = (":", "：")


class Line(NamedTuple):
    """One line of a reply: ``depth`` quote marks before ``text``; ``raw`` is the line as it stands."""

    raw: str
    text: str
    depth: int

    @property
    def blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """How the letter may be named above a quotation.

    ``subject``, ``addresses``, ``names``: loose forms; ``words``: every word that may stand there beside figures (parts of names, months,
    "wrote", "Subject", in every language that the tables know). One word more, and the line is not taken for the client's.
    """

    subject: str
    addresses: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]

    def named_in(self, text: str) -> bool:
        folded = loose(text)
        return any(name in folded for name in self.names | self.addresses)

    def accounts_for(self, text: str) -> bool:
        """Whether *text* holds nothing but what a client writes above a quotation."""
        parts = text.split()
        addresses = [part for part in parts if "@" in part]
        return all(map(self._is_address, addresses)) and self._are_known(" ".join(p for p in parts if "@" not in p))

    def _is_address(self, part: str) -> bool:
        rest = loose(part.replace("mailto:", " "))
        for address in self.addresses:
            rest = rest.replace(address, "")
        return not rest

    def _are_known(self, text: str) -> bool:
        words = ["", *(word for found in _LETTERS.findall(text) if (word := loose(found))), ""]
        return all(
            word in self.words
            or _is_foreign_script(word)
            or not self.words.isdisjoint((f"{before} {word}", f"{word} {after}"))
            for before, word, after in zip(words, words[1:], words[2:], strict=False)
        )


def _is_foreign_script(word: str) -> bool:
    return "LATIN" not in unicodedata.name(word[0], "LATIN")


def split_lines(text: str) -> list[Line]:
    """Return the lines of *text* with their quote marks counted."""
    lines = []
    for raw in text.split("\n"):
        if ">" not in raw[:4]:
            lines.append(Line(raw, raw, 0))
            continue
        marks = _MARKS.match(raw)
        prefix = marks.group() if marks else ""
        lines.append(Line(raw, raw[len(prefix) :], prefix.count(">")))
    return lines


def introduction(lines: Sequence[Line], end: int, origin: Origin) -> int | None:
    """Return where the attribution or header block that ends just before line *end* begins; None if there is none."""
    last = end
    while last > max(0, end - _MAX_GAP) and (lines[last - 1].blank or _is_rule(lines[last - 1], origin)):
        last -= 1
    if not last or not any(colon in lines[last - 1].text for colon in _COLONS):
        return None
    start = _header_block(lines, last, origin)
    if start is None:
        start = _attribution(lines, last, origin)
    if start is None:
        return None
    above = start
    while above > max(0, start - _MAX_GAP) and lines[above - 1].blank:
        above -= 1
    return above - 1 if above > 0 and _is_rule(lines[above - 1], origin) else start


def _is_rule(line: Line, origin: Origin) -> bool:
    return _RULE.fullmatch(line.text) is not None and origin.accounts_for(line.text)


def _attribution(lines: Sequence[Line], last: int, origin: Origin) -> int | None:
    if not last or not lines[last - 1].text.rstrip().endswith(_COLONS):
        return None
    dateless: int | None = None  # some programs name the address and no day
    for count in range(1, _MAX_ATTRIBUTION_LINES + 1):
        start = last - count
        if start < 0 or lines[start].blank:
            break
        text = " ".join(line.text.strip() for line in lines[start:last])
        if not _attributes(text, origin):
            continue
        if _tells_when(text):
            return start
        if dateless is None and any(address in loose(text) for address in origin.addresses):
            dateless = start
    return dateless


def _attributes(text: str, origin: Origin) -> bool:
    """Whether *text*, which ends in a colon, tells who wrote, and nothing but that and when."""
    return len(text) <= _MAX_ATTRIBUTION_CHARS and origin.named_in(text) and origin.accounts_for(text)


def _tells_when(text: str) -> bool:
    return len(_NUMBER.findall(text)) >= 2


def _header_block(lines: Sequence[Line], last: int, origin: Origin) -> int | None:
    start, named = last, False
    while start > max(0, last - _MAX_HEADER_LINES):
        header = _HEADER.fullmatch(lines[start - 1].text)
        if header is None or not (origin.accounts_for(header.group(1)) and _fits(header.group(2), origin)):
            break
        named = named or origin.named_in(header.group(2)) or _is_subject(header.group(2), origin)
        start -= 1
    return start if named and last - start >= 2 else None


def _fits(value: str, origin: Origin) -> bool:
    return _is_subject(value, origin) or (
        origin.accounts_for(value) and (origin.named_in(value) or len(_NUMBER.findall(value)) >= 3)
    )


def _is_subject(value: str, origin: Origin) -> bool:
    """Whether *value* is the letter's subject, perhaps with a "Re:" before it."""
    subject = loose(value)
    return (
        bool(origin.subject) and subject.endswith(origin.subject) and len(subject) - len(origin.subject) <= _MAX_PREFIX
    )
