"""Lines that a mail program broke in the middle of a sentence, joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.reading.company.line_labels import Layout, read_label
from bot.core.reading.company.splitting import BULLET

_CELLS = " | "
_FIELD = re.compile(r"[^\W\d_][\w'\u2019/&-]{0,20}(?: [\w'\u2019/&-]{1,20}){0,2}:\s")
"""A line like those with labels, whose label nobody knows, is no rest of a labelled one above it."""
_ADDRESS_END = re.compile(r"[(<][^\s()<>@]{1,64}@[^\s()<>@]{1,120}[)>]\s*$")
_TAIL = re.compile(r"\s{0,3}[^\W\d_A-Z]\w{0,20}\?\s")
"""The last word of a question that was broken across two lines ("… at the same / time? I …"), no label."""
_OPEN_SIGN = re.compile(r"[-–,(&]$")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s*$")
_LONG_LINE = 110
_LEAST_OPEN, _LEAST_BROKEN, _LEAST_SMALL = 30, 48, 60
"""A line of fewer letters was not broken by a program: where it ends open; at all; where the next begins with a small letter."""


def unwrap(lines: Sequence[str], layout: Layout) -> list[str]:
    """Return *lines*, those joined that were one."""
    joined: list[str] = []
    wide = any(len(line) > _LONG_LINE for line in lines)
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        on = _runs_over(before, line, layout) if wide else _goes_on(before, line, layout)
        if joined and on:
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
    return joined


def _runs_over(before: str, line: str, layout: Layout) -> bool:
    """Return whether a long line goes on in the next: it is left open, or the next begins with a small letter."""
    small = line.lstrip()[:1].islower() and len(before) >= _LEAST_SMALL and before.rstrip()[-1:].isalnum()
    broken = small and "\t" not in before + line and not BULLET.match(line) and not _is_headed(line, layout)
    return broken or _is_left_open(before, line, layout)


def _is_headed(line: str, layout: Layout) -> bool:
    return not _TAIL.match(line) and bool(read_label(line, layout)[0])


def _is_left_open(before: str, line: str, layout: Layout) -> bool:
    return len(before) >= _LEAST_OPEN and _ends_open(before, layout) and "\t" not in line and not BULLET.match(line)


def _ends_open(line: str, layout: Layout) -> bool:
    word = _LAST_WORD.search(line[-30:])
    return bool(_OPEN_SIGN.search(line)) or bool(word and word[1].lower() in layout.language.word_set("open_ends"))


def _goes_on(before: str, line: str, layout: Layout) -> bool:
    if len(before) < _LEAST_BROKEN or "\t" in before or "\t" in line or BULLET.match(line) or "://" in line[:12]:
        return _is_left_open(before, line, layout)
    if _is_headed(line, layout) or _ADDRESS_END.search(before) or (_CELLS in before and _CELLS in line):
        return False
    if _FIELD.match(line) and read_label(before, layout)[0]:
        return False
    if layout.language.pattern("time_first").match(line):
        return _ends_open(before, layout)
    return True
