"""Rows on the screen: a table where there is room, else one entry below the other; piped, plain text without colours or boxes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

_NARROW = 80
_PIPED = 140
"""What reads a pipe does not wrap."""


def print_rows(headings: Sequence[str], rows: Iterable[Sequence[str]], console: Console | None = None) -> None:
    """Print *rows*, each as long as *headings*. *console*: where to, None for the standard output."""
    console = console or Console(highlight=False)
    rows = [[_printable(value) for value in row] for row in rows]
    if not console.is_terminal:
        console.width = max(console.width, _PIPED)
    if console.width < _NARROW:
        _print_entries(console, headings, rows)
    else:
        console.print(_table(headings, rows))


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold", no_wrap=heading == "ID")
    for row in rows:
        table.add_row(*(Text(value, style=_style(value)) for value in row))
    return table


def _print_entries(console: Console, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """The first two values head an entry, the others follow with their names."""
    for name, title, *values in rows:
        _print_wrapped(console, f"{name}  {title.strip()}", "  ", "bold")
        for heading, value in zip(headings[2:], values, strict=True):
            if value:
                _print_wrapped(console, f"  {heading}: {value}", "    ", _style(value))


def _print_wrapped(console: Console, line: str, hanging: str, style: str) -> None:
    for part in textwrap.wrap(line, max(console.width, 20), subsequent_indent=hanging):
        console.print(Text(part, style=style), soft_wrap=True)


def _printable(value: str) -> str:
    """What comes from mails may hold what moves the cursor or turns the writing round."""
    return "".join(char for char in value if char.isprintable())


def _style(value: str) -> str:
    return "bold yellow" if value.startswith("your ") else ""
