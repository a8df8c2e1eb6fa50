"""The words as they are loaded: the shipped ones quickly, the user's own looked through."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config_files import ConfigFiles
from bot.errors import ConfigurationError
from bot.words import has_own_words, load_command_cues, load_cues


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
