"""The real dictionaries: slips are found with their right form, and right texts are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.draft.spelling import advise_spelling
from bot.dictionaries import LANGUAGES, find_misspelled
from tests.unit.core.draft.examples import WORDINGS

pytest.importorskip("spellchecker", reason="the extra `spelling` is not installed")

HERE = Path(__file__).parent
SLIPS = {
    "en": {"recieved": "received", "experiance": "experience", "thier": "their", "enviroment": "environment", "definitly": "definitely"},
    "de": {"Gesprech": "Gespräch", "vieleicht": "vielleicht", "nähmlich": "nämlich", "Möglichkiet": "Möglichkeit", "herzich": "herzlich"},
    "fr": {"recontre": "rencontre", "entretein": "entretien", "développment": "développement", "conaissances": "connaissances"},
    "es": {"oportunindad": "oportunidad", "experencia": "experiencia", "conversacion": "conversación", "desarollo": "desarrollo"},
    "pt": {"entervista": "entrevista", "responsabildade": "responsabilidade", "interesante": "interessante"},
    "nl": {"gespek": "gesprek", "mogelijkeid": "mogelijkheid", "interesant": "interessant", "ontwikkelling": "ontwikkeling"},
    "it": {"coloquio": "colloquio", "proggetto": "progetto", "responsabiltà": "responsabilità", "oportunità": "opportunità"},
}  # fmt: skip
LETTERS = {
    lang: (HERE / "right_sentences" / f"{lang}.txt").read_text("utf-8").splitlines() for lang in LANGUAGES
}  # fmt: skip
APPROVED = sorted((HERE / "core" / "draft" / "approved").glob("*.txt"))


def advice(body: str) -> list[tuple[str, str]]:
    return [
        (one.words, one.proposal) for one in advise_spelling(body, known=(), spell=find_misspelled, wordings=WORDINGS)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_right_sentences_give_no_finding(lang: str) -> None:
    assert len(LETTERS[lang]) >= 30
    pages = ["\n".join(LETTERS[lang][at : at + 6]) for at in range(0, 30, 6)]
    assert [advice(page) for page in pages] == [[]] * 5


@pytest.mark.parametrize(
    ("lang", "wrong", "right"), [(lang, *pair) for lang, pairs in SLIPS.items() for pair in pairs.items()]
)
def test_a_slip_is_found_with_its_right_form(lang: str, wrong: str, right: str) -> None:
    page = "\n".join([*LETTERS[lang][:5], f"{LETTERS[lang][5].rstrip('.')} {wrong}."])
    assert advice(page) == [(wrong, f"did you mean “{right}”?")]


@pytest.mark.parametrize("file", APPROVED, ids=lambda file: file.stem)
def test_the_programs_own_drafts_give_no_finding(file: Path) -> None:
    assert advice(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "word", ["organisation", "colour", "travelling", "centres", "programme", "enrolment", "analysed", "licence"]
)
def test_british_words_are_right(word: str) -> None:
    assert find_misspelled("en", [word]) == {}


@pytest.mark.parametrize("word", ["Grüsse", "Strasse", "ausserdem"])
def test_swiss_words_are_right(word: str) -> None:
    assert find_misspelled("de", [word]) == {}


def test_nothing_is_said_of_another_language_or_of_what_is_unknown_throughout() -> None:
    assert find_misspelled("sv", ["recieved"]) == {}
    assert find_misspelled("en", ["gesprek", "mogelijkheid", "recieved", "verpleegkundigen"]) == {}
