"""What the owner's account changes in the record."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from bot.core.interview.account import apply_debrief, merge_debriefs, stricter
from bot.core.interview.types import InterviewEvent, InterviewStatus
from bot.core.reading.debrief.types import Debrief, Outcome, Renamed
from bot.core.reading.types import ContactWish, Person
from tests.unit.core.interview.examples import JANE, an_interview

BOB = Person(name="Bob Ray", email="bob@acme.example")
PANEL = an_interview(interviewers=(JANE, BOB))


def test_who_was_absent_is_not_thanked_and_who_was_met_is_e2() -> None:
    ann = Person(name="Ann Lee", email="ann@acme.example")
    told = Debrief(interviewers_absent=("Bob",), interviewers_added=(ann,))
    assert apply_debrief(PANEL, told).after.interviewers == (JANE, ann)


def test_people_are_called_by_their_right_names_e2() -> None:
    told = Debrief(names_corrected=(Renamed(wrong="Bob", right="Robert Ray"),))
    assert [person.name for person in apply_debrief(PANEL, told).after.interviewers] == [JANE.name, "Robert Ray"]


def test_a_name_for_nobody_in_particular_is_that_of_the_only_one() -> None:
    told = Debrief(names_corrected=(Renamed(wrong=None, right="Dr. Doe"),))
    assert [one.name for one in apply_debrief(an_interview(interviewers=(JANE,)), told).after.interviewers] == [
        "Dr. Doe"
    ]
    assert apply_debrief(PANEL, told).after.interviewers == PANEL.interviewers


def test_the_day_they_named_is_kept_e19() -> None:
    day = date(2027, 5, 21)
    assert apply_debrief(PANEL, Debrief(decision_by=day)).after.decision_by == day
    known = an_interview(decision_by=day)
    assert apply_debrief(known, Debrief()).after.decision_by == day


@pytest.mark.parametrize(("one", "other"), list(product(ContactWish, repeat=2)))
def test_the_stricter_wish_holds_e18(one: ContactWish, other: ContactWish) -> None:
    order = list(ContactWish)
    assert order.index(stricter(one, other)) == max(order.index(one), order.index(other))
    assert apply_debrief(an_interview(contact_wish=one), Debrief(contact_wish=other)).after.contact_wish is stricter(
        one, other
    )


@pytest.mark.parametrize(
    ("told", "status", "event", "closed_for"),
    [
        (Debrief(happened=False), InterviewStatus.CANCELLED, InterviewEvent.CALLED_OFF, None),
        (Debrief(outcome=Outcome.REJECTED), InterviewStatus.CLOSED, InterviewEvent.CLOSED, "rejection"),
        (Debrief(outcome=Outcome.OFFER), InterviewStatus.CLOSED, InterviewEvent.CLOSED, "offer"),
        (Debrief(outcome=Outcome.WITHDREW), InterviewStatus.CLOSED, InterviewEvent.CLOSED, None),
        (Debrief(outcome=Outcome.BAD), InterviewStatus.EXPECTED, None, None),
        (Debrief(happened=True, outcome=Outcome.GOOD), InterviewStatus.EXPECTED, None, None),
    ],
)
def test_what_ended_is_ended(
    told: Debrief, status: InterviewStatus, event: InterviewEvent | None, closed_for: str | None
) -> None:
    applied = apply_debrief(PANEL, told)
    assert (applied.after.status, applied.event, applied.after.closed_for) == (status, event, closed_for)


def test_a_later_word_adds_to_an_earlier_one() -> None:
    first = Debrief(happened=True, topics=("the move",), outcome=Outcome.GOOD, lang="en")
    later = Debrief(topics=("the move", "your plans"), decision_by=date(2027, 5, 21), lang="en")
    both = merge_debriefs(first, later)
    assert both.topics == ("the move", "your plans")
    assert (both.happened, both.outcome, both.decision_by) == (True, Outcome.GOOD, date(2027, 5, 21))


def test_merging_with_nothing_changes_nothing() -> None:
    told = Debrief(
        happened=True, topics=("the move",), contact_wish=ContactWish.NO_CALLS, skip_thank_you=True, lang="de"
    )
    assert merge_debriefs(told, Debrief()) == told
