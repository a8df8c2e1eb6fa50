"""Answers of the owner's, changed at random: what was no yes does not become one, and a yes with one more word is none.

What has to hold, for every answer in the corpus and for every answer in the manner of every mail client:

- One foreign word put into the new text never leaves an order to send that passes the word over. Foreign is a word that no phrase of a
  yes, no time and no name of the owner's holds. An order to send a text of his own may hold it: then it stands in that text.
- Damage to the quoted letter alone (marks lost or doubled, lines broken, joined or gone) never makes an order of what was none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email.utils import parsedate_to_datetime
from functools import cache
from html import escape
from random import Random, SystemRandom

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.owner.answer import letter_from_message, read_owner_reply
from bot.core.reading.owner.cues import CommandCues
from bot.core.reading.types import Action, AnsweredLetter, OwnerReading
from tests.corpus.replies.test_replies import ROWS, ZONES, Row, _letter, _raw
from tests.properties.test_owner_reply import HARMLESS, SENDING, TIMES
from tests.unit.core.reading.owner.letters_for_tests import CLIENTS, LETTERS, NOW, OWNER, load_cues, make_message

CUES: CommandCues = load_cues()
SAID = (
    "yes", "approve", "ok send it", "go ahead", "send now", "send tomorrow 9am", "Approved, thanks.", "yes\n\nThanks,\nMaya", "👍",
    "1 approve, 2 skip", "send it monday morning, please", "approve\n\nBest regards\nMaya Okafor",
)  # fmt: skip
FOREIGN = (
    "gripper", "roadmap", "conveyor", "salary", "umbrella", "Janet", "Acme", "unless", "although", "spelling", "wrong", "shorter",
    "attachment",
    "recruiter", "nevertheless", "zqx", "qwertz", "penguins", "lawyer", "differently", "missing", "paragraph", "£5000", "b@c.example",
)  # fmt: skip


def test_the_foreign_words_are_foreign() -> None:
    assert not {word.casefold() for word in FOREIGN} & (HARMLESS | TIMES)


def passes_over(got: OwnerReading, word: str) -> bool:
    """Whether this orders something to be sent as if *word* were not there."""
    if got.action is Action.EDIT_AND_SEND:
        return word not in f"{got.new_subject} {got.new_body}"
    items = {item.action for item in got.items}
    return got.action in SENDING or bool(items & SENDING)


def put_word(chance: Random, text: str, word: str) -> str:
    """Put *word* between two words of the first paragraph, before the first, or after the last."""
    first = re.match(r"\s*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text)
    end = first.end() if first else 0
    gaps = [0, *(found.start() for found in re.finditer(r"\s", text[:end])), end]
    at = chance.choice(gaps)
    return f"{text[:at]}{chance.choice((' ', chr(10)))}{word}{chance.choice((' ', chr(10)))}{text[at:]}"


def damage(chance: Random, text: str, letter: AnsweredLetter) -> str:
    """Damage what is quoted of *letter*: no word is added, and none that is not the letter's is lost."""
    lines = text.split("\n")
    theirs = set(letter.text.split())
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines))
        line = lines[at]
        bare = line.lstrip("> ")
        if not line.startswith(">") or not bare or not set(bare.split()) <= theirs:
            continue
        cut = chance.randrange(len(bare) + 1)
        lines[at] = chance.choice((bare, f"> {line}", f">{bare}", f"> {bare[:cut]}\n> {bare[cut:]}", f"| {bare}", "> "))
    return "\n".join(lines)


def say(text: str, letter: str) -> OwnerReading:
    message = make_message(text)
    return read_owner_reply(message=message, letter=LETTERS[letter], owner=OWNER, cues=CUES, now=NOW)


@cache
def answered(lang: str) -> tuple[AnsweredLetter, Owner]:
    letter = _letter(lang)
    to = letter.to[0]
    return letter_from_message(letter), Owner(name=to.name, email=to.email, tz=ZONES[lang])


def read_row(row: Row, text: str, html: str | None) -> OwnerReading:
    letter, owner = answered(row.lang)
    message = parse_message(_raw(replace(row, text=text, html=html)))
    now = parsedate_to_datetime(row.headers["Date"])
    return read_owner_reply(message=message, letter=letter, owner=owner, cues=CUES, now=now)


def put_word_in_html(html: str, word: str) -> str:
    """Put *word* before the first word that is shown."""
    body = re.search(r"(?is)<body[^>]*>", html)
    shown = re.compile(r">(\s*)(?=[^<\s])").search(f"{html}", body.start() if body else 0)
    return html[: shown.end()] + escape(word) + " " + html[shown.end() :] if shown else f"<p>{word}</p>{html}"


def check_row(chance: Random, row: Row) -> None:
    word = chance.choice(FOREIGN)
    text = put_word(chance, row.text, word)
    html = put_word_in_html(row.html, word) if row.html is not None else None
    for case in ((text, None), (text, html), ("", html) if html else (text, None)):
        got = read_row(row, *case)
        assert not passes_over(got, word), (word, got, case)


def check_client(chance: Random) -> None:
    word, client, letter = chance.choice(FOREIGN), chance.choice(sorted(CLIENTS)), chance.choice(("approval", "two"))
    shown = LETTERS[letter]
    assert shown is not None
    text = CLIENTS[client](put_word(chance, chance.choice(SAID), word), shown)
    got = say(text, letter)
    assert not passes_over(got, word), (word, got, text)


def check_damage(chance: Random, row: Row) -> None:
    letter, _ = answered(row.lang)
    text = damage(chance, row.text, letter)
    if read_row(row, row.text, None).action not in SENDING:
        got = read_row(row, text, None)
        assert got.action not in SENDING, (got, text)


def check_all(seed: int, count: int) -> None:
    for number in range(count):
        chance = Random(f"{seed}:{number}")
        row = ROWS[number % len(ROWS)]
        try:
            check_row(chance, row)
            check_client(chance)
            check_damage(chance, row)
        except AssertionError as exc:
            pytest.fail(f"seed {seed}, number {number} ({row.note}): {exc}")


def test_a_changed_answer_is_no_yes() -> None:
    check_all(1, len(ROWS))


@pytest.mark.full
def test_many_changed_answers_are_no_yes() -> None:
    check_all(SystemRandom().randrange(2**32), 2_000)
