"""Letters without accents: marks go, letters and their case stay."""

from __future__ import annotations

import pytest

from bot.core.message.accents import without_accents


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("Marta Ruiz-2", "Marta Ruiz-2", id="plain text stays as it is"),
        pytest.param("Jürgen Peña Gonçalves", "Jurgen Pena Goncalves", id="a mark goes, the case stays"),
        pytest.param("Zoe\u0308", "Zoe", id="a mark written by itself goes as well"),
        pytest.param("ﬁxe Ⅳ", "fixe IV", id="ligatures and signs become their letters"),
        pytest.param("Søren Strauß Łukasz", "Søren Strauß Łukasz", id="letters of their own stay"),
        pytest.param("", "", id="nothing stays nothing"),
    ],
)
def test_marks_go_and_letters_stay(text: str, plain: str) -> None:
    assert without_accents(text) == plain
