"""Letters with texts to copy (etiquette: E7, E21, E27)."""

from __future__ import annotations

from bot.core.letter.context import Letter
from tests.unit.core.letter import examples


def words(letter: Letter) -> str:
    return " ".join(letter.text.split())


def test_every_letter_says_that_the_bot_writes_nothing_there_e7_e21() -> None:
    for write in (examples.notes_after_the_talk, examples.notes_for_a_call, examples.notes_to_keep_in_touch):
        assert "I write nothing there myself; copy it if you like." in words(write())


def test_a_request_tells_how_long_it_is_and_each_text_has_its_word_e21() -> None:
    letter = examples.notes_after_the_talk()
    assert f"Text 1 of 3: LinkedIn request to Jane Whitcombe ({len(letter.items[0].body)} of 300 characters)" in words(
        letter
    )
    assert [f"“sent {n}”: you have sent text {n}" in letter.text for n in (1, 2, 3)] == [True] * 3
    assert [item.number for item in letter.items] == [1, 2, 3]


def test_the_reminder_tells_how_it_ended_and_what_was_said_e27() -> None:
    declined = words(examples.notes_to_keep_in_touch())
    assert "They declined on Thu 14 May 2026." in declined
    assert "You talked about: the gripper roadmap; fail-safe <behaviour>" in declined
    assert "News: A second round is planned for June" in declined
    unanswered = words(examples.notes_to_keep_in_touch_unanswered())
    assert "Your last status check left on Thu 14 May 2026, and no answer came." in unanswered


def test_the_notes_for_a_call_say_why_e7() -> None:
    assert "I know no address that it could go to" in words(examples.notes_for_a_call())
    assert "they asked to be called" in words(examples.notes_for_a_wished_call())


def test_who_writes_in_another_language_gets_no_english_text_unnoticed_e7() -> None:
    assert "put it into theirs" in words(examples.notes_for_a_call())
