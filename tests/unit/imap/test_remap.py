"""Finding the place again among mails that were numbered anew."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.imap.remap import ENOUGH, FEW, Seen, read_recognition

_DAY_0 = datetime(2026, 1, 1, tzinfo=UTC)


def _mails(pattern: str) -> list[Seen]:
    """One letter a mail, UID from 1, a day apart: ``k`` known, ``u`` unknown, ``l`` unknown and come last of all."""
    return [
        Seen(uid=uid, known=letter == "k", internal_date=_DAY_0 + timedelta(days=9999 if letter == "l" else uid))
        for uid, letter in enumerate(pattern, 1)
    ]


@pytest.mark.parametrize(
    ("pattern", "new", "accepted"),
    [
        pytest.param("", (), True, id="an empty mailbox needs no recognition"),
        pytest.param("uuukkk", (), True, id="what lies below the oldest known mail is old"),
        pytest.param("uukkkuu", (6, 7), True, id="what lies above the newest known mail is new"),
        pytest.param("kkkkukk", (5,), True, id="one unknown mail among many known ones is new"),
        pytest.param("kuukuuk", (2, 3, 5, 6), False, id="many unknown mails among known ones are a surprise"),
        pytest.param("uuuu", (), False, id="nothing known is a surprise"),
        pytest.param("luukk", (1,), True, id="a mail that came last is new though it has number 1"),
        pytest.param(
            "l" * (FEW + 1) + "kk",
            tuple(range(1, FEW + 2)),
            False,
            id="many such mails beside few known ones are a surprise",
        ),
    ],
)
def test_what_is_new_and_whether_that_can_be_told(pattern: str, new: tuple[int, ...], accepted: bool) -> None:
    found = read_recognition(_mails(pattern))
    assert (found.new, found.recognised >= ENOUGH) == (new, accepted)
