"""Which letter is due around a talk."""

from __future__ import annotations

from datetime import time

import pytest

from bot.core.followup.around_talk import TalkLetter, find_talk_letter
from bot.core.followup.types import DebriefRule
from bot.core.interview.types import InterviewStatus
from bot.core.reading.types import ContactWish
from tests.unit.core.followup.examples import BERLIN, HOUR, utc
from tests.unit.core.interview.examples import an_interview

START = utc("2027-05-13T10:00+02:00")
TALK = an_interview(start=START, end=START + HOUR)


def due(local: str, rule: DebriefRule | None = None, **changes: object) -> TalkLetter | None:
    return find_talk_letter(
        an_interview(**{"start": START, "end": START + HOUR, **changes}),
        rule=rule or DebriefRule(),
        prepare_at=time(18),
        deadline=48 * HOUR,
        owner_tz=BERLIN,
        now=utc(local),
    )


@pytest.mark.parametrize(
    ("local", "letter"),
    [
        pytest.param("2027-05-12T17:59+02:00", None, id="before the evening"),
        pytest.param("2027-05-12T18:00+02:00", TalkLetter.PREPARE, id="the evening before"),
        pytest.param("2027-05-13T08:59+02:00", TalkLetter.PREPARE, id="noted late, still of use"),
        pytest.param("2027-05-13T09:00+02:00", None, id="an hour before: of no use any more"),
        pytest.param("2027-05-13T11:29+02:00", None, id="hardly over"),
        pytest.param("2027-05-13T11:30+02:00", TalkLetter.DEBRIEF, id="half an hour after the end"),
        pytest.param("2027-05-15T10:59+02:00", TalkLetter.DEBRIEF, id="while a thank-you is in time"),
        pytest.param("2027-05-15T11:00+02:00", None, id="too late for a thank-you"),
    ],
)
def test_the_owner_is_prepared_and_asked_e10_e3(local: str, letter: TalkLetter | None) -> None:
    assert due(local) is letter


@pytest.mark.parametrize("status", [status for status in InterviewStatus if status is not InterviewStatus.EXPECTED])
def test_of_what_is_no_interview_nothing_is_asked(status: InterviewStatus) -> None:
    assert due("2027-05-13T12:00+02:00", status=status) is None


def test_where_no_contact_is_wished_nothing_is_asked_e18() -> None:
    assert due("2027-05-13T12:00+02:00", contact_wish=ContactWish.NO_CONTACT) is None


def test_a_question_that_is_switched_off_is_not_asked() -> None:
    assert due("2027-05-13T12:00+02:00", DebriefRule(enabled=False)) is None


def test_a_talk_without_a_time_has_no_letters() -> None:
    assert due("2027-05-13T12:00+02:00", start=None, end=None) is None
