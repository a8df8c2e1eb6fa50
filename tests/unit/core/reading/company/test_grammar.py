"""Letters are compared without marks, and every character keeps its place."""

from __future__ import annotations

import pytest

from bot.core.reading.company.folding import any_of, fold, spellings


@pytest.mark.parametrize("text", ["Übermorgen", "terça-feira às 10h", "İstanbul’a", "ǅ ﬁ ß", "a\u00a0b"])
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_marks_capitals_and_curly_apostrophes_are_left_out() -> None:
    assert fold("Aujourd’hui à MIDI, café") == "aujourd'hui a midi, cafe"


def test_umlauts_are_known_without_and_spelled_out() -> None:
    assert set(spellings("übermorgen")) == {"ubermorgen", "uebermorgen"}


def test_the_longest_word_is_tried_first() -> None:
    assert any_of(["mar", "mardi"]).split("|") == ["mardi", "mar"]
