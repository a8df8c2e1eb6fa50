"""Ninety days with twenty companies: the diary reads sensibly, and every mail in it keeps the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.followup.types import Cadence, FollowUpKind
from bot.core.reading.types import ContactWish
from tests.simulation.diary import Diary, Left, check, keep_diary
from tests.unit.pipeline.conftest import empty_database

__all__ = ["empty_database"]

APPROVED = Path(__file__).parent / "approved" / "diary.txt"


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Diary:
    return keep_diary(tmp_path_factory.mktemp("diary") / "bot.db", empty_database)


def test_the_diary_reads_as_it_was_approved(diary: Diary) -> None:
    """To approve another one, delete the file and run this again; then read it, and say in the commit why it changed."""
    text = "\n".join(diary.lines).strip() + "\n"
    if not APPROVED.exists():
        APPROVED.write_text(text, "utf-8")
    assert text == APPROVED.read_text("utf-8")


def test_every_sort_of_mail_has_left(diary: Diary) -> None:
    assert {left.follow_up.kind for left in diary.left} == set(FollowUpKind)
    assert len({left.interview.company for left in diary.left}) > 10


@pytest.mark.parametrize(
    ("rule", "spoil"),
    [
        ("promise 1", lambda left: replace(left, follow_up=replace(left.follow_up, id=10_000))),
        ("E1", lambda left: replace(left, at=left.interview.end + timedelta(hours=1))),
        ("E18", lambda left: replace(left, interview=replace(left.interview, contact_wish=ContactWish.NO_CONTACT))),
    ],
)
def test_the_rules_can_be_broken(diary: Diary, rule: str, spoil) -> None:
    thanks = next(one for one in diary.left if one.follow_up.kind is FollowUpKind.THANK_YOU)
    with pytest.raises(AssertionError, match=rule):
        check(spoil(thanks), [], Cadence(), approved=diary.approved)


def test_two_mails_too_close_break_the_rules(diary: Diary) -> None:
    one = next(one for one in diary.left if one.follow_up.kind is FollowUpKind.STATUS_CHECK)
    near: Left = replace(one, at=one.at - timedelta(days=1))
    with pytest.raises(AssertionError, match="E13"):
        check(one, [near], Cadence(), approved=diary.approved)
