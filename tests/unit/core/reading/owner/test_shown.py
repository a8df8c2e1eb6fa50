"""A letter is rebuilt from its mail: its kind, and each draft that it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Address
from bot.core.reading.owner.shown import letter_from_message
from bot.core.reading.types import LetterKind, Person, QuestionTopic

from .letters_for_tests import JANE, LETTERS, OMAR, make_message


def _letter(name: str, kind: str, topic: str = "") -> str:
    letter = LETTERS[name]
    assert letter is not None
    return letter.text


def test_every_draft_between_markers_is_an_item() -> None:
    message = make_message(_letter("two", "approval"), headers=(("x-followup-letter", "approval"),))
    items = letter_from_message(message).items
    assert [(item.number, item.subject, item.body) for item in items] == [
        (1, "Thank you for this afternoon", JANE),
        (2, "Thank you for the test rig questions", OMAR),
    ]


def test_an_older_letter_shows_one_draft_from_greeting_to_name() -> None:
    text = f"Draft thank-you to Jane Whitcombe\n\n{JANE}\n\nPlanned for Friday. Reply SEND, SKIP, LATER, or write another text."
    letter = letter_from_message(make_message(text, headers=(("x-followup-letter", "approval"),)))
    assert [item.body for item in letter.items] == [JANE]


@pytest.mark.parametrize(
    ("value", "kind"), [("approval", LetterKind.APPROVAL), ("Digest", LetterKind.DIGEST), ("x", LetterKind.NOTICE)]
)
def test_the_kind_stands_in_the_header(value: str, kind: LetterKind) -> None:
    assert letter_from_message(make_message("text", headers=(("x-followup-letter", value),))).kind is kind


def test_the_topic_stands_in_the_header() -> None:
    headers = (("x-followup-letter", "question"), ("x-followup-topic", "late"))
    assert letter_from_message(make_message("text", headers=headers)).topic is QuestionTopic.LATE


def test_a_receipt_shows_nothing_that_is_pending() -> None:
    message = make_message(_letter("receipt", "receipt"), headers=(("x-followup-letter", "receipt"),))
    assert [item.pending for item in letter_from_message(message).items] == [False]


def test_senders_are_known_by_address_and_name() -> None:
    message = replace(make_message("text"), from_=(Address(name="Follow-up bot", email="maya@example.org"),))
    assert letter_from_message(message).addresses == ("maya@example.org", "Follow-up bot")


def test_a_debrief_letter_names_who_was_to_be_there() -> None:
    letter = parse_message(
        b"From: bot@x.example\nX-Followup-Letter: debrief\nSubject: How did it go?\n\n"
        b"Tell me.\n\nCompany: Acme\nWith: Jane Doe <jane@acme.example>, Bob\n  Ray, Dr. Ann Lee <ann@acme.example> and 2 more\n"
        b"Where: by phone\n"
    )
    assert letter_from_message(letter).announced == (
        Person(name="Jane Doe", email="jane@acme.example"),
        Person(name="Bob Ray"),
        Person(name="Dr. Ann Lee", email="ann@acme.example"),
    )
