"""Tables in a mail: the heads of the columns are the labels of the cells below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.reading.company.folding import fold, key
from bot.core.reading.company.line_labels import Layout

_CELL_TIME = re.compile(r"\d{1,2}(?:[:.h]\d\d)? ?(?P<unit>[^\W\d_]{0,4}\.?(?:m\.?)?)")
_HEAD_REMARK = re.compile(r"\s?\([^()]{1,30}\)$")


def with_row_labels(text: str, layout: Layout) -> str:
    """Return *text* with the heads of a table's columns written before each cell of the rows below them, a line each; a column of
    beginnings and one of ends beside it are one span."""
    if "\t" not in text:
        return text
    lines: list[str] = []
    heads: list[str] = []
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.split("\t")]
        known = sum(_known(cell, layout) or _heads_span(cell, layout) for cell in cells)
        if len(cells) > 2 and known >= len(cells) - 1:
            heads = cells
        elif heads and len(cells) == len(heads):
            lines += _row(heads, cells, layout)
        else:
            heads = heads if 1 < len(cells) < len(heads) else []
            lines.append(line)
    return "\n".join(lines)


def _row(heads: Sequence[str], cells: Sequence[str], layout: Layout) -> list[str]:
    row: list[str] = []
    for number, (head, cell) in enumerate(zip(heads, cells, strict=True)):
        before = cells[number - 1] if number else ""
        if _ends_span(head, layout) and _is_time(before, layout) and _is_time(cell, layout):
            row[-1] = f"{before} - {cell}"
        else:
            row.append(_under(head, cell))
    return row


def _is_time(cell: str, layout: Layout) -> bool:
    """Return whether a cell holds a time of day, or a bare hour, and nothing else."""
    match = _CELL_TIME.fullmatch(cell)
    units = layout.language.vocabulary.all_of("hour_units", "am", "pm")
    return match is not None and (not match["unit"] or key(fold(match["unit"])) in {key(unit) for unit in units})


def _ends_span(head: str, layout: Layout) -> bool:
    return head.lower().rstrip(" :") in layout.language.word_set("column_ends")


def _heads_span(head: str, layout: Layout) -> bool:
    return _ends_span(head, layout) or head.lower().rstrip(" :") in layout.language.word_set("column_beginnings")


def _known(cell: str, layout: Layout) -> bool:
    return _HEAD_REMARK.sub("", cell).lower().rstrip(" :") in layout.labels


def _under(head: str, cell: str) -> str:
    """Return a cell as a labelled line; what stands in brackets in the head is said of each cell ("Time (ET)")."""
    remark = _HEAD_REMARK.search(head)
    bare = _HEAD_REMARK.sub("", head).rstrip(" :")
    return f"{bare}: {cell} {remark[0].strip()}" if remark and cell else f"{bare}: {cell}"
