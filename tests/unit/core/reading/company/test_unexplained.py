"""Hours that one time of a talk does not explain: then several stand, and none is chosen."""

from __future__ import annotations

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Reading
from tests.unit.core.reading.company.words import CUES

OWNER = Owner(name="Nora Vogt", email="nora.vogt@example.org", tz="Europe/Berlin")
HEAD = (
    "From: Kim Sorrell <kim.sorrell@harrowgate.example>\nTo: Nora Vogt <nora.vogt@example.org>\nSubject: {}\n"
    "Date: Fri, 05 Jun 2026 10:00:00 +0200\nMessage-ID: <one@mail.example>\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\n\n{}\n\nKim Sorrell\nHarrowgate\n"
)
AGREED = "\n\nOn 4 June 2026 Nora Vogt wrote:\n> Tuesday 9 June at 3 pm is fine for the interview (warehouse job).\n"


def read(subject: str, body: str) -> Reading:
    return read_company_mail(message=parse_message(HEAD.format(subject, body).encode()), owner=OWNER, cues=CUES)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Perfect, Tuesday works, so we say hello to the team at 1." + AGREED, id="en: another hour"),
    ],
)
def test_an_hour_beside_the_one_agreed_is_never_passed_over(body: str) -> None:
    reading = read("Re: interview", body)
    assert reading.start is None or (reading.ask or not reading.certain)


def test_a_day_counted_from_the_one_agreed_is_read() -> None:
    reading = read("Re: interview", "Same place, just make it the day after, 1 o'clock not 3." + AGREED)
    assert reading.start is not None
    assert reading.start.isoformat() == "2026-06-10T13:00:00+02:00"


def test_the_hour_agreed_stands_where_the_new_text_names_it_too() -> None:
    reading = read("Re: interview", "Perfect, Tuesday at three it is. See you at the interview." + AGREED)
    assert reading.start is not None
    assert reading.start.isoformat() == "2026-06-09T15:00:00+02:00"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("Your interview is on Tuesday 9 June, 8.30 for us, 4.30 for you.", None, id="two clocks, no zone"),
        pytest.param("Interview: Tuesday 9 June, 9.40 (case handed out 9.00).", "09:40", id="an hour before the talk"),
        pytest.param(
            "Your interview is on Tuesday 9 June at 10:00 CEST (9:00 for the panel).", "10:00", id="a zone is told"
        ),
        pytest.param(
            "Your interview day, Tuesday 9 June: 9:00 talk with Ann Byrne, then 10:30 talk with Joe Pike.",
            "09:00",
            id="in turn",
        ),
    ],
)
def test_two_hours_of_one_sentence_stand_both_unless_words_part_them(body: str, expected: str | None) -> None:
    start = read("Interview for the warehouse job", body).start
    assert (start.strftime("%H:%M") if start else None) == expected
