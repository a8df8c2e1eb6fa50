"""Pieces of visible text into lines, as a browser would set them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SPACE = re.compile(r"[ \t\r\n\f\xa0\u2002-\u200a\u202f\u205f\u3000]+")
_ZERO_WIDTH = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
# Tables nested deeper are set as plain blocks: each level is copied once into the next one.
_DEEPEST_TABLE = 30
_DEEPEST_QUOTE = 20
_MOST_CELL_LINES = 3
_WIDEST_CELL = 160


@dataclass(slots=True)
class _Frame:
    """A stretch of lines: the page, or one cell. ``line``: the line in the making; ``filled``: it holds a blank that does not collapse;
    ``gap``: blank line wanted before the next words; ``quotes``: depth of the last line."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    filled: bool = False
    gap: bool = False
    bullet: bool = False
    quotes: int = 0


@dataclass(slots=True)
class _Row:
    """A table row in the making; each cell is its lines."""

    cells: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """Collects text, breaks and table rows. ``quotes``: depth of blockquote; ``pre``: depth of preformatted text."""

    frames: list[_Frame] = field(default_factory=lambda: [_Frame()])
    rows: list[_Row] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)
    quotes: int = 0
    pre: int = 0

    def text(self) -> str:
        """Return everything that was set; blank lines never double."""
        while self.open_tags:
            self._close_innermost()
        self.break_line(soft=True)
        return "\n".join(self.frames[0].lines).strip("\n")

    def add_text(self, data: str) -> None:
        """Add words; white space collapses unless preformatted."""
        data = _ZERO_WIDTH.sub("", data)
        if self.pre:
            self._add_preformatted(data)
            return
        words = _SPACE.sub(" ", data)
        line = self.frames[-1].line
        self.frames[-1].filled |= "\xa0" in data
        if words.startswith(" ") and (not line or line[-1].endswith(" ")):
            words = words[1:]
        if words:
            line.append(words)

    def _add_preformatted(self, data: str) -> None:
        first, *others = data.split("\n")
        self.frames[-1].line.append(first)
        for other in others:
            self.break_line()
            self.frames[-1].line.append(other)

    def break_line(self, *, soft: bool = False) -> None:
        """End the line; *soft*: only if it holds anything (a block begins or ends)."""
        frame = self.frames[-1]
        line = "".join(frame.line).rstrip()
        frame.line.clear()
        if line.strip():
            self._set(frame, line)
        elif frame.filled or not soft:
            frame.gap = True
        frame.filled = False

    def _set(self, frame: _Frame, line: str) -> None:
        self._close_gap(frame)
        bullet = "- " if frame.bullet else ""
        frame.bullet = False
        frame.lines.append(f"{_mark(self.quotes)}{bullet}{line}")

    def _close_gap(self, frame: _Frame) -> None:
        """Set the blank line that is wanted; between two depths of quotation it belongs to the outer one."""
        if frame.gap and frame.lines and frame.lines[-1].strip("> "):
            frame.lines.append(_mark(min(frame.quotes, self.quotes)).rstrip())
        frame.gap = False
        frame.quotes = self.quotes

    def open_block(self, tag: str, *, paragraph: bool) -> None:
        """Begin a block; a *paragraph* has a blank line before it."""
        self.break_line(soft=True)
        self.frames[-1].gap |= paragraph and not self.frames[-1].bullet
        self.frames[-1].bullet |= tag == "li"
        self.quotes += tag == "blockquote"
        self.pre += tag == "pre"

    def close_block(self, tag: str, *, paragraph: bool) -> None:
        """End a block; a *paragraph* has a blank line after it."""
        self.break_line(soft=True)
        self.frames[-1].gap |= paragraph
        if tag == "li":
            self.frames[-1].bullet = False
        self.quotes -= tag == "blockquote" and self.quotes > 0
        self.pre -= tag == "pre" and self.pre > 0

    def open_table(self, tag: str) -> None:
        """Begin a table, row or cell."""
        self.break_line(soft=True)
        if len(self.open_tags) >= 3 * _DEEPEST_TABLE:
            return
        if tag == "tr":
            self.open_tags.append("tr")
            self.rows.append(_Row())
        elif tag in ("td", "th") and self.rows and self.open_tags[-1] == "tr":
            self.open_tags.append("td")
            self.frames.append(_Frame())

    def close_table(self, tag: str) -> None:
        """End a table, row or cell."""
        self.break_line(soft=True)
        wanted = {"th": "td"}.get(tag, tag)
        if self.open_tags and self.open_tags[-1] == wanted:
            self._close_innermost()

    def _close_innermost(self) -> None:
        self.break_line(soft=True)
        if self.open_tags.pop() == "td":
            self.rows[-1].cells.append(self.frames.pop().lines)
        else:
            self._set_row(self.rows.pop())

    def _set_row(self, row: _Row) -> None:
        """Set the cells side by side if they read as a row, else one below the other (a table that only arranges the page)."""
        frame = self.frames[-1]
        cells = [cell for cell in row.cells if any(line.strip("> ") for line in cell)]
        if len(cells) > 1 and all(_is_narrow(cell) for cell in cells[:-1]):
            mark = _mark(self.quotes)
            label = [" ".join(line.removeprefix(mark) for line in cell if line) for cell in cells[:-1]]
            cells = [[mark + "\t".join([*label, cells[-1][0].removeprefix(mark)]), *cells[-1][1:]]]
        for cell in cells:
            self._close_gap(frame)
            frame.lines.extend(cell)


def _mark(quotes: int) -> str:
    return "> " * min(quotes, _DEEPEST_QUOTE)


def _is_narrow(cell: list[str]) -> bool:
    return len(cell) <= _MOST_CELL_LINES and sum(map(len, cell)) <= _WIDEST_CELL
