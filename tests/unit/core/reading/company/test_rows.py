"""Rows of a long text, found by the name that each begins with."""

from __future__ import annotations

import pytest

from bot.core.reading.company.rows import Rows

ROWS = Rows(["confi: fix 1\nconfirm: no 2\na: one\n\n=matter:flat: off 1\nalone", "confi: no 3\n"])


@pytest.mark.parametrize(
    ("name", "row"),
    [
        pytest.param("confi", "no 3", id="the later of two"),
        pytest.param("confirm", "no 2", id="a longer name"),
        pytest.param("a", "one", id="a short name"),
        pytest.param("=matter:flat", "off 1", id="a name with a colon"),
        pytest.param("alone", "", id="a name alone"),
    ],
)
def test_a_row_is_found_by_its_name(name: str, row: str) -> None:
    assert ROWS[name] == row


@pytest.mark.parametrize("name", ["conf", "confir", "matter", "one", "", "=matter"])
def test_nothing_else_is_found(name: str) -> None:
    assert ROWS.get(name) is None


def test_each_name_is_told_once() -> None:
    assert sorted(ROWS) == ["=matter:flat", "a", "alone", "confi", "confirm"]
    assert len(ROWS) == 5


def test_rows_are_something_if_there_is_one() -> None:
    assert Rows(["a: b"])
    assert not Rows(["", "\n"])
