"""What is new in a reply: the letter is subtracted, the owner's words never."""

from __future__ import annotations

import pytest

from bot.core.reading.owner.new_text import NewText, find_new_text
from bot.core.reading.types import AnsweredLetter

from .letters_for_tests import CLIENTS, LETTERS, OWNER, load_cues

KNOWN = load_cues().frame.attribution


def _approval() -> AnsweredLetter:
    letter = LETTERS["approval"]
    assert letter is not None
    return letter


def new(text: str) -> NewText:
    return find_new_text(text, letter=_approval(), owner=OWNER, known=KNOWN)


OWN = [
    ("a line that begins with two dashes", "-- here it goes"),
    ("a line that looks like a header", "From: 10:00 I was there"),
    ("a quoted line of his own", "> as she said"),
    ("a line that looks like an attribution", "On 12 May 2025 at 10:00 she wrote:"),
    ("words of the letter", "Nothing leaves without your yes, you say. Best regards, Maya Okafor"),
    ("lines of the letter", "Dear Jane,\n\nBest regards,\nMaya Okafor"),
    ("a rule", "one\n________________\ntwo"),
]


@pytest.mark.parametrize("client", ["gmail", "outlook", "yahoo", "thunderbird es", "bare"])
@pytest.mark.parametrize("own", [row[1] for row in OWN], ids=[row[0] for row in OWN])
def test_what_the_owner_wrote_above_the_quotation_stays(own: str, client: str) -> None:
    found = new(CLIENTS[client](own, _approval()))
    assert (found.text, found.hunks) == (own, ())


ATTRIBUTIONS = [
    "On Thu, May 14, 2026 at 6:05 PM Follow-up bot <maya.okafor@example.org> wrote:",
    "Am Do., 14. Mai 2026 um 18:05 Uhr schrieb Follow-up bot <maya.okafor@example.org>:",
    "Le jeu. 14 mai 2026 à 18:05, Follow-up bot <maya.okafor@example.org> a écrit :",
    "El jue, 14 may 2026 a las 18:05, Follow-up bot (<maya.okafor@example.org>) escribió:",
    "Em qui., 14 de mai. de 2026 às 18:05, Follow-up bot <maya.okafor@example.org> escreveu:",
    "Op do 14 mei 2026 om 18:05 schreef Follow-up bot <maya.okafor@example.org>:",
    "Il giorno gio 14 mag 2026 alle ore 18:05 Follow-up bot <maya.okafor@example.org> ha scritto:",
    "2026年5月14日(木) 18:05 Follow-up bot <maya.okafor@example.org>:",
    "On 14/05/2026 18:05, Maya Okafor wrote:",
    "Follow-up bot <maya.okafor@example.org> schrieb am Do., 14. Mai 2026, 18:05:",
    "On Thursday, May 14th, 2026 at 6:05 PM, Follow-up bot <maya.okafor@example.org> wrote:",
]


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_the_attribution_line_of_the_client_is_not_the_owners(line: str) -> None:
    quoted = "\n".join(f"> {part}" for part in _approval().text.split("\n"))
    assert new(f"yes\n\n{line}\n{quoted}").text == "yes"


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_a_word_written_into_the_attribution_line_is_the_owners(line: str) -> None:
    quoted = "\n".join(f"> {part}" for part in _approval().text.split("\n"))
    assert "perhaps" in new(f"yes\n\nperhaps {line}\n{quoted}").text


@pytest.mark.parametrize("width", [20, 40, 60, 120])
def test_the_quotation_may_be_wrapped_anywhere(width: int) -> None:
    import textwrap

    wrapper = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
    lines = [part for line in _approval().text.split("\n") for part in wrapper.wrap(line) or [""]]
    quoted = "\n".join(f"> {line}" for line in lines)
    found = new(f"ok\n\nOn 14 May 2026, 18:05, Follow-up bot wrote:\n{quoted}")
    assert (found.text, found.hunks) == ("ok", ())


@pytest.mark.parametrize(
    "text",
    [
        "On " * 33_000,
        "> " * 50_000,
        "\n" * 100_000,
        "_" * 100_000,
        "________\n" * 11_000,
        "Subject: Your mail to Jane Whitcombe [K3J9X7]\n" * 2_200,
        "> Dear Jane,\n" * 8_000,
        "Dear " * 20_000,
        "the\n" * 25_000,
        "a@b " * 25_000,
        "<mailto:" * 12_500,
    ],
    ids=["on", "marks", "blank", "one rule", "rules", "headers", "quoted", "words", "lines", "addresses", "links"],
)
def test_a_hundred_kilobytes_are_read(text: str) -> None:
    found = new(text)
    assert len(found.text) <= len(text)
