"""Hours that one time of a talk does not explain: then several stand, and none is chosen."""

from __future__ import annotations

import pytest

from bot.core.reading.types import Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

AGREED = "On 4 June 2026 Nora Vogt wrote:\nTuesday 9 June at 3 pm is fine for the interview (warehouse job)."


def read(subject: str, body: str, quoted: str = "") -> Reading:
    mail = brief_mail(f"{body}\n\nKim Sorrell\nHarrowgate", quoted=quoted, subject=subject)
    return read_known_mail(mail, zone="Europe/Berlin")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Perfect, Tuesday works, so we say hello to the team at 1.", id="en: another hour"),
    ],
)
def test_an_hour_beside_the_one_agreed_is_never_passed_over(body: str) -> None:
    reading = read("Re: interview", body, AGREED)
    assert reading.start is None or (reading.ask or not reading.certain)


def test_a_day_counted_from_the_one_agreed_is_read() -> None:
    reading = read("Re: interview", "Same place, just make it the day after, 1 o'clock not 3.", AGREED)
    assert reading.start is not None
    assert reading.start.isoformat() == "2026-06-10T13:00:00+02:00"


def test_the_hour_agreed_stands_where_the_new_text_names_it_too() -> None:
    reading = read("Re: interview", "Perfect, Tuesday at three it is. See you at the interview.", AGREED)
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
