"""Rows on screens of every kind."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from bot.cli.screen import print_rows

HEADINGS = ("ID", "Company", "When", "Next")
ROWS = [
    ("3", "Acme Robotics [Berlin], Data Analyst", "Thu 14 May 2026 15:00", "your yes: thank-you to Jane Whitcombe, Fri 15 May 2026 09:00"),
    ("3.1", "  thank-you to Jane Whitcombe", "Fri 15 May 2026 09:00", ""),
]  # fmt: skip


def shown(width: int, *, terminal: bool) -> str:
    out = StringIO()
    print_rows(
        HEADINGS, ROWS, Console(file=out, width=width, force_terminal=terminal, color_system=None, highlight=False)
    )
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("terminal", [True, False])
def test_every_word_is_there_whole_and_nothing_is_read_as_markup(width: int, terminal: bool) -> None:
    words = set(shown(width, terminal=terminal).replace("\x1b[0m", " ").split())
    assert {word for row in ROWS for value in row for word in value.split()} <= words | {"3", "3.1"}


@pytest.mark.parametrize("width", [24, 40, 60, 80, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(cell_len(line) for line in shown(width, terminal=True).splitlines()) <= width


def test_what_is_piped_has_no_colours_and_no_boxes_and_one_line_a_row() -> None:
    text = shown(80, terminal=False)
    assert text.isascii()
    assert "\x1b" not in text
    assert len(text.splitlines()) == 1 + len(ROWS)


def test_what_would_move_the_cursor_is_left_out() -> None:
    out = StringIO()
    print_rows(("ID", "Company"), [("1", "Ac\x1b[2Jme\u202e")], Console(file=out, width=100))
    assert out.getvalue().split() == ["ID", "Company", "1", "Ac[2Jme"]
