"""Which words are judged (E8); the dictionary here knows four slips and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.draft.check import check_draft
from bot.core.draft.spelling import advise_spelling
from tests.unit.core.draft.examples import INTERVIEW, OWNER, THANK_YOU, WORDINGS, draft

SLIPS = {
    "recieved": "received",
    "thier": "their",
    "Recieved": "Received",
    "wich": "which",
    "definitly": "definitely",
    "Gesprech": "Gespräch",
}


def spell(lang, words):
    return {word: SLIPS[word] for word in words if word in SLIPS}


def advice(body, known=()):
    return [finding.words for finding in advise_spelling(body, known=known, spell=spell, wordings=WORDINGS)]


def test_a_finding_names_the_word_and_the_proposal_and_never_blocks() -> None:
    (finding,) = advise_spelling("I have recieved the plan and thank you.", known=(), spell=spell, wordings=WORDINGS)
    assert (finding.rule, finding.blocks, finding.words) == ("E8", False, "recieved")
    assert "“received”" in finding.proposal


@pytest.mark.parametrize(
    "unjudged",
    [
        "the Recieved team", "the RECIEVED flag", "https://example.org/recieved", "me@recieved.example", "recieved2", "re2cieved",
        "www.recieved.org",
    ],
)  # fmt: skip
def test_names_numbers_abbreviations_and_addresses_are_not_judged(unjudged: str) -> None:
    assert advice(f"Thank you for the plan with {unjudged} that you have.") == []


def test_at_the_beginning_of_a_sentence_a_capital_says_nothing() -> None:
    assert advice("Thank you for that. Recieved is the plan to the team.") == ["Recieved"]
    assert advice("Dear Ann,\n\nRecieved the plan and thank you for it.") == ["Recieved"]


def test_a_german_noun_is_judged() -> None:
    assert advice("Vielen Dank für das Gesprech mit Ihnen und die Zeit.") == ["Gesprech"]


def test_what_the_case_calls_so_is_right() -> None:
    assert advice("Thank you for the talk about the recieved queue.", known=("our Recieved queue",)) == []


def test_at_most_three_each_once_in_their_order() -> None:
    body = "You recieved thier mail and thier plan, wich is definitly the one."
    assert advice(body) == ["recieved", "thier", "wich"]


def test_a_text_in_no_known_language_is_left_alone() -> None:
    assert advice("recieved thier") == []


def test_the_language_is_the_texts_own() -> None:
    """A draft may be in English though their mail was in German."""
    asked = []
    list(
        advise_spelling(
            "Thank you for the talk.", known=(), spell=lambda lang, words: asked.append(lang) or {}, wordings=WORDINGS
        )
    )
    assert asked == ["en"]


@pytest.mark.parametrize(
    ("evidence", "own_words", "found"),
    [((), (), ["thier"]), (("our thier service",), (), []), ((), ("built a thier",), [])],
    ids=["nobody wrote it", "their mail says so", "the owner told it so"],
)
def test_the_check_excepts_their_words_and_the_owners(evidence, own_words, found) -> None:
    revision = replace(draft(), body=draft().body.replace("I ", "I thier ", 1))
    findings = check_draft(
        revision,
        interview=replace(INTERVIEW, evidence=evidence),
        follow_up=THANK_YOU,
        owner=OWNER,
        spell=spell,
        own_words=own_words,
        wordings=WORDINGS,
    )
    assert [finding.words for finding in findings if "did you mean" in finding.proposal] == found
    assert not any(finding.blocks for finding in findings)
