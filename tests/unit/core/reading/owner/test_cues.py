"""The tables of command words: complete, without double meanings, and every mistake in them told at once."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterator

import pytest

from bot.core.reading.owner.cues import CommandCues, parse_command_cues
from bot.core.reading.owner.grammar import settle
from bot.core.reading.owner.phrases import Role, Step, unfold
from bot.errors import ConfigurationError

from .letters_for_tests import CUES_FILE, load_cues


def _phrases(step: Step, cues: CommandCues, said: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Role]]:
    yield from ((said, role) for role in step.roles)
    for word, following in step.words.items():
        yield from _phrases(following, cues, (*said, word))
    for name, following in step.lists.items():
        entries = list(itertools.chain.from_iterable(cues.phrases.lists[name].values()))
        # Two of each list: all of them, for lists beside lists, are millions.
        for entry in {entries[0], entries[len(" ".join(said)) % len(entries)]}:
            yield from _phrases(following, cues, (*said, *entry))


def test_no_phrase_has_two_meanings_that_do_not_agree() -> None:
    cues = load_cues()
    found = ((words, cues.phrases.match(words, 0)) for words, _role in _phrases(cues.phrases.root, cues))
    assert not {(words, *match[1]) for words, match in found if match and settle(match[1]) is None}


def test_every_role_has_words() -> None:
    cues = load_cues()
    assert {role for _words, role in _phrases(cues.phrases.root, cues)} == set(Role)


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("send", ["send"]),
        ("(go|do) it", ["go it", "do it"]),
        ("send [it]", ["send it", "send "]),
        ("[(a|b) ]c", ["a c", "b c", "c"]),
        (":)", [":)"]),
    ],
)
def test_brackets_stand_for_their_choices(pattern: str, phrases: list[str]) -> None:
    assert unfold(pattern) == phrases


@pytest.mark.parametrize("pattern", ["send (it", "send it)", "a|b", "[a"])
def test_a_wrong_bracket_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        unfold(pattern)


def test_every_problem_is_told_at_once() -> None:
    table = tomllib.loads(CUES_FILE.read_text(encoding="utf-8"))
    table["phrases"]["maybe"] = ["perhaps"]
    table["phrases"]["yes"] = ["yes (", 3]
    table["phrases"]["no"] = ["{nothing}"]
    table["time"]["parts"]["dawn"] = "dawn"
    table["extra"] = {}
    with pytest.raises(ConfigurationError) as told:
        parse_command_cues({"en": table})
    assert len(told.value.problems) == 5, told.value.problems


def test_a_list_that_holds_itself_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="holds itself"):
        parse_command_cues({"en": {"lists": {"a": ["{a} x"]}, "phrases": {"yes": ["{a}"]}}})
