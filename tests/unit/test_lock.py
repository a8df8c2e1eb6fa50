"""One instance per data directory. (The lock is the kernel's: another open file is another instance, even in one process.)"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.errors import OperatorError, TemporaryError
from bot.lock import DataDirLock


def test_the_second_is_told_who_was_first(tmp_path: Path) -> None:
    with DataDirLock(tmp_path), pytest.raises(TemporaryError, match=rf"process {os.getpid()}\b"), DataDirLock(tmp_path):
        pass


def test_after_the_first_the_next_may_run(tmp_path: Path) -> None:
    for _ in range(2):
        with DataDirLock(tmp_path):
            pass


def test_the_second_does_not_disturb_the_first(tmp_path: Path) -> None:
    with DataDirLock(tmp_path):
        for _ in range(2):
            with pytest.raises(TemporaryError), DataDirLock(tmp_path):
                pass


def test_the_directory_is_made_for_the_owner_alone(tmp_path: Path) -> None:
    with DataDirLock(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


def test_a_place_that_cannot_hold_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OperatorError, match="BOT_DATA_DIR"), DataDirLock(tmp_path / "file"):
        pass
