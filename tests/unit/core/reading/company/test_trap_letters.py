"""Letters that look like one kind and are another, in seven languages: no sure mistake that costs, and few questions."""

from __future__ import annotations

import pytest

from bot.core.reading.types import Reading
from tests.unit.core.reading.company.trap_letters import LANGUAGES, Letter, load_letters

LETTERS = [letter for lang in LANGUAGES for letter in load_letters(lang)]


@pytest.mark.parametrize("letter", [pytest.param(letter, id=letter.told) for letter in LETTERS])
def test_a_letter_is_of_its_kind_or_asked_about(letter: Letter) -> None:
    reading = letter.read()
    assert not letter.harmful(reading), reading.reasons
    assert not (letter.wrong(reading) and reading.certain), reading.reasons


def asked(reading: Reading) -> bool:
    return not reading.certain or bool(reading.ask)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_most_are_right_without_a_question(lang: str) -> None:
    readings = [(letter, letter.read()) for letter in load_letters(lang)]
    assert sum(letter.wrong(reading) for letter, reading in readings) <= 0.05 * len(readings)
    assert sum(asked(reading) for _, reading in readings) <= 0.17 * len(readings)
