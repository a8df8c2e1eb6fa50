"""Words from mails, made safe to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.letter.shown import exact, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(None, "", id="nothing"),
        pytest.param(" Acme\r\n\tRobotics\u00a0Ltd ", "Acme Robotics Ltd", id="white space becomes one blank"),
        pytest.param("Ac\u202eme\u200b\ufeff\u00ad", "Acme", id="what the eye does not see is left out"),
        pytest.param("می\u200cخواهم 👩\u200d💻", "می\u200cخواهم 👩\u200d💻", id="joiners that make letters stay"),
        pytest.param("Größe & 株式会社", "Größe & 株式会社", id="every script stays"),
        pytest.param("\ud800x", "x", id="lone surrogates go"),
        pytest.param("abcdefghijklmnopqrstuvwxyz", "abcdefghi…", id="too long is cut"),
    ],
)
def test_one_line(text: str | None, shown: str) -> None:
    assert one_line(text, 10 if text and text.startswith("abc") else 60) == shown


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_one_line_is_one_short_line_that_can_be_encoded(text: str, limit: int) -> None:
    shown = one_line(text, limit)
    assert len(shown) <= limit
    assert shown.splitlines() == [shown] * bool(shown)
    shown.encode("utf-8")


def test_exact_names_what_the_eye_would_misread() -> None:
    assert exact("Dear\u202e Jane,\n\tthank\u200byou") == "Dear⟨U+202E⟩ Jane,\n\tthank⟨U+200B⟩you"
