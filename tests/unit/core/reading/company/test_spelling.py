"""Which words spell a domain."""

from __future__ import annotations

import pytest

from bot.core.reading.company.spelling import spells
from tests.unit.core.reading.company.words import CUES


@pytest.mark.parametrize(
    ("name", "label", "spelled"),
    [
        ("Wattle & Stone Architects", "wattlestone", True),
        ("Wattle & Stone", "wattleandstone", True),
        ("Müller und Söhne", "mueller-und-soehne", True),
        ("Brume & Sel", "brumeetsel", True),
        ("Neue Musikschule Berlin", "nms-berlin", True),
        ("Landratsamt Untersteinach", "lra-untersteinach", True),
        ("Caja Rural del Jiloca", "crjiloca", True),
        ("Universiteit West Mark", "uwm", True),
        ("Théâtre de la Ville", "theatre-ville", True),
        ("Guten Morgen Frau Kern", "gmfk-labs", False),
        ("Nora Quist", "nordlicht", False),
        ("Berlin", "nms-berlin", False),
        ("Anna Berg", "acme", False),
        ("", "acme", False),
    ],
)
def test_words_spell_a_domain_by_their_beginnings_or_first_letters(name: str, label: str, spelled: bool) -> None:
    assert spells(name.split() or [""], label, CUES.default) is spelled
