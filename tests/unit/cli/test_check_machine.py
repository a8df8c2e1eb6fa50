"""The parts of a check that need no server."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

from bot.cli.check_machine import check_spelling
from bot.cli.findings import Verdict
from bot.dictionaries import make_speller


@pytest.mark.parametrize(
    ("installed", "verdict", "says"),
    [(True, Verdict.OK, "en, de"), (False, Verdict.NOTE, "pip install 'followup-bot[spelling]'")],
    ids=["there", "left out"],
)
def test_one_line_says_whether_spelling_is_checked(
    monkeypatch: pytest.MonkeyPatch, installed: bool, verdict: Verdict, says: str
) -> None:
    module = ModuleType("spellchecker")
    module.__spec__ = ModuleSpec("spellchecker", None)
    monkeypatch.setitem(sys.modules, "spellchecker", module if installed else None)
    (finding,) = check_spelling()
    assert (finding.verdict, finding.code) == (verdict, 0)
    assert says in finding.text
    assert (make_speller() is not None) is installed
