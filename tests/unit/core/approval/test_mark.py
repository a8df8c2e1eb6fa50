"""The mark by which the program knows its own letters."""

from __future__ import annotations

import pytest

from bot.core.approval.mark import make_mark, read_mark
from tests.unit.core.approval.examples import a_mail

KEY = bytes(range(32))
MARK = make_mark(KEY, kind="approval", nonce="0f1e2d3c")


def test_a_letter_with_its_mark_is_known() -> None:
    assert read_mark(a_mail("X-Followup-Letter: approval", f"X-Followup-Mark: {MARK}"), KEY) == "0f1e2d3c"


def test_the_two_letters_of_one_kind_bear_different_marks() -> None:
    assert make_mark(KEY, kind="approval", nonce="a") != make_mark(KEY, kind="approval", nonce="b")


def test_the_mark_does_not_show_the_key() -> None:
    assert KEY.hex()[:16] not in MARK
    assert len(MARK.partition(".")[2]) == 32


UNKNOWN = {
    "no field at all": (),
    "the kind alone": ("X-Followup-Letter: approval",),
    "the mark alone": (f"X-Followup-Mark: {MARK}",),
    "an empty mark": ("X-Followup-Letter: approval", "X-Followup-Mark: "),
    "a mark without a signature": ("X-Followup-Letter: approval", "X-Followup-Mark: 0f1e2d3c"),
    "a mark with an empty signature": ("X-Followup-Letter: approval", "X-Followup-Mark: 0f1e2d3c."),
    "the mark of another kind of letter": ("X-Followup-Letter: receipt", f"X-Followup-Mark: {MARK}"),
    "another nonce under the same signature": ("X-Followup-Letter: approval", f"X-Followup-Mark: ffff{MARK[4:]}"),
    "a mark of another installation": (
        "X-Followup-Letter: approval",
        f"X-Followup-Mark: {make_mark(b'other', kind='approval', nonce='0f1e2d3c')}",
    ),
    "a mark with letters beyond ASCII": ("X-Followup-Letter: approval", "X-Followup-Mark: 0f1e2d3c.ü" + "0" * 31),
}


@pytest.mark.parametrize("fields", UNKNOWN.values(), ids=UNKNOWN)
def test_a_mail_is_no_letter_of_ours_with(fields: tuple[str, ...]) -> None:
    assert read_mark(a_mail(*fields), KEY) is None
