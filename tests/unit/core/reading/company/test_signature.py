"""The lines by which an author signs."""

from __future__ import annotations

import pytest

from bot.core.message.types import Address
from bot.core.reading.company.signature import find_signature
from tests.unit.core.reading.company.words import CUES


@pytest.mark.parametrize(
    ("code", "closing"),
    [
        ("en", "Best regards,"),
        ("de", "Mit freundlichen Grüßen aus Hamburg"),
        ("de", "Mit freundlichen Gruessen"),
        ("fr", "Bien cordialement,"),
        ("es", "Un cordial saludo,"),
        ("pt", "Com os melhores cumprimentos,"),
        ("nl", "Met vriendelijke groet / Kind regards"),
        ("it", "Cordiali saluti"),
    ],
)
def test_a_signature_stands_below_a_closing_word(code: str, closing: str) -> None:
    lines = ["Text of the mail.", "", closing, "", "Ann Bee", "Head of Design"]
    assert find_signature(lines, None, CUES.languages[code]) == ("Ann Bee", "Head of Design")


def test_thanks_for_something_close_nothing() -> None:
    assert find_signature(["Thanks for your application", "We read it"], None, CUES.default) == ()


def test_the_authors_name_opens_a_signature() -> None:
    author = Address(name="Ann Bee", email="ann@acme.example")
    assert find_signature(["Text", "Ann Bee, CTO"], author, CUES.default) == ("Ann Bee, CTO",)
