"""The owner's corrections."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core.interview.correct import Corrected, apply_corrections, read_people
from bot.core.interview.types import Interview, InterviewEvent, InterviewStatus
from bot.core.reading.types import Correction, Person
from tests.unit.core.interview.examples import JANE, START, an_interview

LATER = START + timedelta(days=1)
MOMENTS = {"tomorrow 11:00": LATER, "as known": START, "tomorrow 11:45": LATER + timedelta(minutes=45)}
DATES = {"friday": date(2027, 5, 21)}


def correct(interview: Interview, *pairs: tuple[str, str]) -> Corrected:
    return apply_corrections(
        interview=interview,
        corrections=[Correction(field=field, value=value) for field, value in pairs],
        read_moment=MOMENTS.get,
        read_date=DATES.get,
    )


def test_facts_are_replaced_as_written_without_an_event() -> None:
    result = correct(
        an_interview(), ("company", "Beta"), ("role", "Lead"), ("decide", "friday"), ("contact", "Tom <tom@b.example>")
    )
    assert (result.event, result.left) == (None, ())
    assert (result.after.company, result.after.role) == ("Beta", "Lead")
    assert result.after.decision_by == date(2027, 5, 21)
    assert result.after.contact == Person(name="Tom", email="tom@b.example")


def test_who_replaces_the_people_and_keeps_known_addresses() -> None:
    assert correct(an_interview(), ("who", "Jane Doe, Ana Lund")).after.interviewers == (JANE, Person(name="Ana Lund"))
    assert correct(an_interview(contact=JANE), ("who", "Jane")).after.interviewers == (JANE,)
    assert correct(an_interview(), ("who", "nobody")).after.interviewers == ()


@pytest.mark.parametrize(
    ("interview", "pair", "event", "status"),
    [
        pytest.param(an_interview(), ("not_interview", ""), InterviewEvent.DISMISSED, InterviewStatus.DISMISSED, id="it is no interview"),
        pytest.param(an_interview(), ("time", "tomorrow 11:00"), InterviewEvent.MOVED, InterviewStatus.EXPECTED, id="another time"),
        pytest.param(
            an_interview(status=InterviewStatus.UNSURE, start=None, end=None), ("time", "as known"),
            InterviewEvent.CONFIRMED, InterviewStatus.EXPECTED, id="the time in doubt",
        ),
        pytest.param(
            an_interview(status=InterviewStatus.DISMISSED), ("time", "as known"),
            InterviewEvent.CONFIRMED, InterviewStatus.EXPECTED, id="an interview after all",
        ),
        pytest.param(an_interview(), ("happened", "No"), InterviewEvent.CALLED_OFF, InterviewStatus.CANCELLED, id="it did not take place"),
        pytest.param(an_interview(), ("happened", "yes"), None, InterviewStatus.EXPECTED, id="it did"),
        pytest.param(
            an_interview(status=InterviewStatus.CANCELLED), ("happened", "ja"),
            InterviewEvent.CONFIRMED, InterviewStatus.EXPECTED, id="it did although it was called off",
        ),
        pytest.param(
            an_interview(status=InterviewStatus.DISMISSED), ("not_interview", ""), None, InterviewStatus.DISMISSED,
            id="said twice, meant once",
        ),
        pytest.param(
            an_interview(status=InterviewStatus.CLOSED), ("time", "tomorrow 11:00"), None, InterviewStatus.CLOSED,
            id="a closed case stays closed",
        ),
    ],
)  # fmt: skip
def test_the_owners_word_counts(
    interview: Interview, pair: tuple[str, str], event: InterviewEvent | None, status: InterviewStatus
) -> None:
    result = correct(interview, pair)
    assert (result.event, result.after.status) == (event, status)


@pytest.mark.parametrize("value", ["tomorrow 11:00-11:45", "tomorrow 11:00 to 11:45", "tomorrow 11:00 – 11:45"])
def test_a_time_may_name_its_end(value: str) -> None:
    after = correct(an_interview(), ("time", value)).after
    assert (after.start, after.end) == (LATER, LATER + timedelta(minutes=45))


def test_a_moved_talk_keeps_its_length() -> None:
    moved = correct(an_interview(end=START + timedelta(minutes=25)), ("time", "tomorrow 11:00")).after
    assert (moved.start, moved.end) == (LATER, LATER + timedelta(minutes=25))


@pytest.mark.parametrize(
    "pair",
    [
        ("time", "some day"),
        ("decide", "?"),
        ("who", ""),
        ("contact", "nobody"),
        ("company", " "),
        ("happened", "well"),
        ("happened", "yes and no"),
        ("take", "1, 3"),
        ("unheard-of", "x"),
    ],
)
def test_what_cannot_be_read_is_handed_back_and_changes_nothing(pair: tuple[str, str]) -> None:
    result = correct(an_interview(), pair)
    assert result.after == an_interview()
    assert result.left == (Correction(field=pair[0], value=pair[1]),)


def test_one_unreadable_value_does_not_stop_the_others() -> None:
    result = correct(an_interview(), ("time", "some day"), ("role", "Lead"))
    assert result.after.role == "Lead"
    assert [one.field for one in result.left] == ["time"]


@pytest.mark.parametrize(
    ("value", "people"),
    [
        ("Jane Doe <jane@acme.example> and Bob", (JANE, Person(name="Bob"))),
        ("jane@acme.example", (Person(name="", email="jane@acme.example"),)),
        (
            '"Doe" (jane@acme.example); Ana Lund',
            (Person(name="Doe", email="jane@acme.example"), Person(name="Ana Lund")),
        ),
        ("niemand", ()),
        (" , ;", None),
    ],
)
def test_people_are_read_as_written(value: str, people: tuple[Person, ...] | None) -> None:
    assert read_people(value) == people


def test_a_long_value_costs_nothing() -> None:
    assert read_people("a" * 1_000_000) is not None
