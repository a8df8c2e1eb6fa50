"""Whatever stands in a reply: no exception, and a yes stays a yes only among words that are known to be harmless."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from unicodedata import combining, normalize

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.reading.owner.answer import letter_from_message, read_owner_reply
from bot.core.reading.owner.new_text import find_new_text
from bot.core.reading.owner.phrases import Role, unfold
from bot.core.reading.owner.words import loose
from bot.core.reading.types import Action, OwnerReading
from tests.unit.core.reading.owner.letters_for_tests import (
    CLIENTS,
    CUES_FILE,
    LETTERS,
    NOW,
    OWNER,
    load_cues,
    make_message,
    reply,
)

CUES = load_cues()
SENDING = {Action.APPROVE, Action.SEND_NOW, Action.SEND_AT, Action.EDIT_AND_SEND, Action.RESEND}
YES = ["approve", "yes", "ok send it", "go ahead", "send", "👍"]

_TABLES = [tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(CUES_FILE.parent.glob("*.toml"))]
_HARMLESS_ROLES = (
    Role.POLITE,
    Role.THANKS,
    Role.GREETING,
    Role.YES,
    Role.ACK,
    Role.CONSENT,
    Role.APPROVE,
    Role.APPROVE_ALL,
    Role.NOW,
    Role.REMARK,
)


def _words(texts: Iterable[str]) -> set[str]:
    """Return the words of *texts*, with and without accents."""
    found = {word for text in texts for word in re.findall(r"[\w']+", text.casefold())}
    plain = ("".join(char for char in normalize("NFKD", word) if not combining(char)) for word in found)
    return found | set(plain) | {word.translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})) for word in found}


HARMLESS = {"maya", "okafor"}
TIMES: set[str] = set()
for _table in _TABLES:
    _patterns = [pattern for role in _HARMLESS_ROLES for pattern in _table["phrases"].get(role, [])]
    HARMLESS |= _words(phrase for pattern in _patterns for phrase in unfold(pattern))
    HARMLESS |= _words(entry for entries in _table["lists"].values() for entry in entries)
    HARMLESS |= _words([*_table["texts"]["valedictions"], *_table["small"].get("yes_before_pause", [])])
    TIMES |= _words(word for words in _table["time"].values() for word in words)

plain_words = st.from_regex(r"[a-z]{1,9}", fullmatch=True)
telling = st.sampled_from(
    [
        "not",
        "never",
        "no",
        "don't",
        "but",
        "if",
        "unless",
        "until",
        "when",
        "after",
        "before",
        "wait",
        "hold",
        "stop",
        "skip",
        "fix",
        "change",
        "wrong",
        "instead",
        "first",
        "only",
        "once",
        "maybe",
        "perhaps",
        "later",
        "tomorrow",
        "almost",
        "nearly",
        "shorter",
        "without",
        "except",
        "cancel",
        "undo",
        "why",
        "who",
        "other",
        "another",
        "half",
    ]
)
inserted = st.lists(st.one_of(plain_words, telling), min_size=1, max_size=4)


def read(text: str, letter: str = "approval", client: str = "bare") -> OwnerReading:
    return read_owner_reply(
        message=reply(text, letter, client), letter=LETTERS[letter], owner=OWNER, cues=CUES, now=NOW
    )


@settings(max_examples=400, deadline=None)
@given(
    yes=st.sampled_from(YES),
    words=inserted,
    at=st.integers(0, 4),
    separator=st.sampled_from([" ", ", ", "\n", ". ", "\n\n"]),
)
def test_a_yes_with_a_foreign_word_is_no_yes(yes: str, words: list[str], at: int, separator: str) -> None:
    parts = yes.split(" ")
    at = min(at, len(parts))
    text = separator.join(part for part in (" ".join(parts[:at]), " ".join(words), " ".join(parts[at:])) if part)
    got = read(text)
    if got.action in SENDING:
        assert all(word in HARMLESS | TIMES for word in words), (text, got)


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=400), client=st.sampled_from(sorted(CLIENTS)), letter=st.sampled_from(sorted(LETTERS)))
def test_any_text_has_a_reading(text: str, client: str, letter: str) -> None:
    assert isinstance(read(text, letter, client), OwnerReading)


alphabet = st.sampled_from(
    [
        "yes",
        "no",
        ">",
        "--",
        "\n",
        "\n\n",
        "On",
        "wrote:",
        "9",
        ":",
        "am",
        "2026-05-20",
        "18",
        "may",
        "edit:",
        "subject:",
        "to:",
        "1",
        "2",
        ",",
        ".",
        "?",
        "approve",
        "skip",
        "change",
        "Jane",
        "to",
        "Janet",
        '"',
        "From:",
        "<maya.okafor@example.org>",
        "Maya",
        "Dear",
        "Jane,",
        "tomorrow",
        "until",
        "in",
        "2",
        "hours",
        "99",
        "0",
    ]
)


@settings(max_examples=400, deadline=None)
@given(parts=st.lists(alphabet, max_size=30), letter=st.sampled_from(sorted(LETTERS)))
def test_any_row_of_command_words_has_a_reading(parts: list[str], letter: str) -> None:
    assert isinstance(read(" ".join(parts), letter, "gmail" if LETTERS[letter] else "bare"), OwnerReading)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(
    words=st.lists(st.from_regex(r"[a-zA-Z]{3,10}", fullmatch=True), min_size=1, max_size=30),
    client=st.sampled_from(sorted(set(CLIENTS) - {"mutt", "apple", "samsung"})),
)
def test_no_word_of_the_owner_is_lost(words: list[str], client: str) -> None:
    letter = LETTERS["approval"]
    assert letter is not None
    own = " ".join(f"zz{word}" for word in words)
    new = find_new_text(CLIENTS[client](own, letter), letter=letter, owner=OWNER, known=CUES.frame.attribution)
    assert new.words == loose(own)


@settings(max_examples=100, deadline=None)
@given(
    at=st.integers(0, 2000),
    client=st.sampled_from(["gmail", "outlook", "thunderbird below", "yahoo", "bare"]),
    word=plain_words,
)
def test_a_word_put_anywhere_into_an_answer_makes_it_no_yes(at: int, client: str, word: str) -> None:
    letter = LETTERS["approval"]
    assert letter is not None
    text = CLIENTS[client]("yes", letter)
    at = min(at, len(text))
    foreign = f" zq{word} "
    message = make_message(text[:at] + foreign + text[at:])
    got = read_owner_reply(message=message, letter=letter, owner=OWNER, cues=CUES, now=NOW)
    assert got.action not in SENDING, (text[:at] + foreign + text[at:], got)


def test_the_rebuilt_letter_of_any_message_is_a_letter() -> None:
    assert letter_from_message(make_message("nothing of ours")).items == ()
