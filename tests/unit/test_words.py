"""The words as they are loaded: the shipped ones quickly, the user's own looked through."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.config_files import ConfigFiles
from bot.core.reading.company.cues import LANGUAGES, Cues
from bot.errors import ConfigurationError
from bot.words import has_own_words, load_command_cues, load_cues
from tests.unit.core.reading.company.words import CUES


@cache
def all_at_once() -> Cues:
    return load_cues(ConfigFiles(None), thorough=False)


@pytest.fixture
def with_fault(tmp_path: Path) -> ConfigFiles:
    """Files among which the user's own hold an expression that does not compile."""
    (tmp_path / "cues").mkdir()
    (tmp_path / "cues" / "en.toml").write_text('[patterns]\nbroken = ["(?P<1>x)"]\n', "utf-8")
    return ConfigFiles(tmp_path)


def test_the_shipped_words_are_read_in_every_language() -> None:
    files = ConfigFiles(None)
    assert not has_own_words(files)
    assert {"en", "de", "fr", "es", "pt", "nl", "it"} <= set(load_cues(files).languages)
    assert load_command_cues(files).labels


def test_words_of_the_user_are_looked_through(with_fault: ConfigFiles) -> None:
    assert has_own_words(with_fault)
    with pytest.raises(ConfigurationError, match="broken"):
        load_cues(with_fault)


def test_nothing_is_looked_through_that_need_not_be(with_fault: ConfigFiles) -> None:
    assert load_cues(with_fault, thorough=False).languages


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_read_as_they_are_needed_are_those_read_at_once(code: str) -> None:
    as_needed, at_once = CUES, all_at_once()
    assert list(as_needed.languages) == list(at_once.languages)
    assert as_needed.languages[code] == at_once.languages[code]
    assert as_needed.weights == at_once.weights


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_a_mail_is_looked_at_in_before_its_language_is_known_is_the_same_afterwards(code: str) -> None:
    tongue, language = CUES.tongues[code], CUES.languages[code]
    assert tongue.stopwords == language.stopwords
    assert tongue.contractions == language.contractions
    assert tongue.labels == language.labels
    assert tongue.patterns.items() <= language.patterns.items()
    assert tongue.word_set("own_letters") == language.word_set("own_letters")
    assert tongue.word_set("auto_stems") == language.word_set("auto_stems")
    assert tongue.word_set("auto_not_names") == language.word_set("auto_not_names")


def test_a_language_that_is_not_there_is_none() -> None:
    assert "xx" not in CUES.languages
