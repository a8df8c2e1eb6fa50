"""Meanings that meet in a sentence, in whatever order and form."""

from __future__ import annotations

import time

import pytest

from bot.core.reading.company.lexicon import Lexicon, Meanings, compile_lexicon
from bot.core.reading.company.senses import Line, read_line
from bot.core.reading.company.signs import parse_sign, stands
from bot.core.reading.company.thesaurus import Thesaurus

MEANINGS = {
    "negation": ["nicht", "kein"],
    "no_negation": ["nicht nur"],
    "condition": ["falls"],
    "contrast": ["aber"],
    "cancel": ["absag~", "fällt * aus"],
    "interview": ["~gespräch~"],
    "go_on": ["weiter~", "berücksichtig~"],
    "offer_job": ["angebot machen"],
    "part": ["setzen ** fort", "am * anfangen"],
}
LEXICON = compile_lexicon(Meanings(lists=MEANINGS, reach=7, umlauts=True))


def line(text: str, lexicon: Lexicon = LEXICON) -> Line:
    return read_line(lexicon, Thesaurus(), text.lower())


@pytest.mark.parametrize(
    ("sign", "text", "found"),
    [
        pytest.param(
            "cancel interview", "leider muss ich das Vorstellungsgespräch absagen", True, id="the verb at the end"
        ),
        pytest.param("cancel interview", "Absage: unser Gespräch", True, id="a noun first, a mark between"),
        pytest.param("cancel interview", "wir sagen das Gespräch zu", False, id="another verb"),
        pytest.param(
            "cancel interview",
            "das Vorstellungsgespraech faellt leider aus",
            True,
            id="umlauts spelled out, words between",
        ),
        pytest.param("cancel interview", "das Gespräch müssen wir nicht absagen", False, id="not said"),
        pytest.param("cancel", "falls Sie absagen müssen, rufen Sie an", False, id="only under a condition"),
        pytest.param("cancel", "falls es schneit, müssen wir absagen", False, id="what a condition governs"),
        pytest.param("-go_on", "wir können Sie nicht weiter berücksichtigen", True, id="denied before the verb"),
        pytest.param("-go_on", "wir berücksichtigen Sie nicht", True, id="denied after the verb"),
        pytest.param("-go_on", "nicht nur berücksichtigen wir Sie", False, id="not only"),
        pytest.param(
            "-go_on", "das war nicht leicht, aber wir berücksichtigen Sie", False, id="the not of another clause"
        ),
        pytest.param("cancel !interview", "wir müssen absagen", True, id="what must not stand does not"),
        pytest.param("cancel !interview", "das Gespräch absagen", False, id="what must not stand stands"),
        pytest.param("interview|offer_job question", "ein Gespräch?", True, id="a question"),
        pytest.param("offer_job", "ein Angebot machen", True, id="several words"),
        pytest.param("offer_job", "Angebot. Machen", False, id="several words, in two sentences"),
        pytest.param(
            "part", "wir setzen das Verfahren heute mit anderen fort", True, id="a verb in two parts, far apart"
        ),
        pytest.param("part", "wir setzen es mit Ihnen nicht fort", False, id="a not between the two parts denies it"),
        pytest.param("-part", "wir setzen es mit Ihnen nicht fort", True, id="what is denied between its two parts"),
        pytest.param("part", "wir setzen uns hin, dann geht es fort", False, id="the two parts in two clauses"),
        pytest.param("part", "Sie können am 16. anfangen", True, id="the point of an ordinal ends no clause"),
    ],
)
def test_a_sign_stands_where_its_meanings_meet(sign: str, text: str, found: bool) -> None:
    assert (stands(parse_sign(sign), line(text), asserted=True) is not None) is found


def test_a_condition_does_not_hinder_what_need_not_be_asserted() -> None:
    said = line("falls Sie absagen müssen")
    assert stands(parse_sign("cancel"), said, asserted=False) is not None


def test_words_far_apart_do_not_meet() -> None:
    assert stands(parse_sign("cancel interview"), line("absagen " + "und so " * 12 + "gespräch"), asserted=True) is None


@pytest.mark.parametrize(
    "text",
    ["nicht " * 4000, "a" * 100_000, "falls " * 4000, "gespräch" * 5000],
    ids=["not", "one word", "if", "inside"],
)
def test_any_text_is_read_in_little_time(text: str) -> None:
    began = time.process_time()
    line(text)
    assert time.process_time() - began < 0.5
