"""Which texts to copy are due, and when (etiquette: E7, E21, E27)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.core.followup.hours import always_open
from bot.core.followup.intents import Touch, TouchKind
from bot.core.followup.notes import Note, NoteCase, NoteKind, find_due_notes, may_be_due
from bot.core.followup.status_check import count_checks, want_status_check
from bot.core.followup.types import Cadence, FollowUp, FollowUpKind, FollowUpState, NetworkRule, StopReason
from bot.core.interview.account import Account
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import ContactWish, Person
from tests.unit.core.followup.examples import BERLIN, DAY, END, HOUR
from tests.unit.core.interview.examples import an_interview

ALL_ON = NetworkRule(linkedin="on", handwritten_for=("Acme",), keep_in_touch=timedelta(weeks=12))
WEEK = timedelta(weeks=1)
PANEL = (Person(name="Jane Roe", email="jane@acme.example"), Person(name="Bob Ray"))


def talk(**changes: Any) -> Interview:
    return replace(an_interview(), id=7, company="Acme", interviewers=PANEL, **changes)


def mail(
    kind: FollowUpKind = FollowUpKind.THANK_YOU, state: FollowUpState = FollowUpState.SENT, **changes: Any
) -> FollowUp:
    sent_at = END + DAY if state is FollowUpState.SENT else None
    plain = FollowUp(id=1, interview_id=7, kind=kind, state=state, draft_at=END, send_at=END + DAY, sent_at=sent_at)
    return replace(plain, **changes)


def due(
    interview: Interview | None = None,
    *follow_ups: FollowUp,
    now: datetime = END + 2 * DAY,
    rule: NetworkRule = ALL_ON,
    **case: Any,
) -> list[tuple[NoteKind, str]]:
    letters = find_due_notes(
        NoteCase(interview=interview or talk(), follow_ups=follow_ups or (mail(),), **case), rule=rule, now=now
    )
    assert len(letters) <= 1
    return [(note.kind, note.person) for letter in letters for note in letter]


AFTER_TALK = [(NoteKind.LINKEDIN, "Jane Roe"), (NoteKind.LINKEDIN, "Bob Ray"), (NoteKind.CARD, "")]
CARD = [(NoteKind.CARD, "")]
KEEP = [(NoteKind.KEEP_IN_TOUCH, "")]
CALL = [(NoteKind.CALL, "")]


@pytest.mark.parametrize(
    ("thanks", "expected"),
    [
        pytest.param([mail()], AFTER_TALK, id="when the thank-you was sent"),
        pytest.param([mail(state=FollowUpState.SKIPPED)], AFTER_TALK, id="when it was skipped"),
        pytest.param(
            [mail(state=FollowUpState.CANCELLED, stop_reason=StopReason.OWNER_WROTE)],
            AFTER_TALK,
            id="when the owner wrote his own",
        ),
        pytest.param([mail(), mail(state=FollowUpState.WAITING, id=2)], [], id="not while another one waits"),
        pytest.param([mail(state=FollowUpState.APPROVED)], [], id="not while it has not left"),
        pytest.param([mail(state=FollowUpState.UNKNOWN)], [], id="not while nobody knows whether it left"),
        pytest.param([mail(state=FollowUpState.EXPIRED)], [], id="not when the owner did not answer at all"),
    ],
)
def test_notes_stand_beside_a_thank_you_that_is_settled_e7_e21(
    thanks: list[FollowUp], expected: list[tuple[NoteKind, str]]
) -> None:
    assert due(talk(), *thanks) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param(NetworkRule(), [], id="nothing unless switched on"),
        pytest.param(NetworkRule(linkedin="on"), AFTER_TALK[:2], id="requests alone"),
        pytest.param(NetworkRule(handwritten_for=("ACME GmbH",)), CARD, id="a card alone, by the company's name"),
        pytest.param(NetworkRule(handwritten_for=("Other",)), [], id="no card for another company"),
    ],
)
def test_each_note_is_off_until_the_policy_asks_for_it_e7_e21(
    rule: NetworkRule, expected: list[tuple[NoteKind, str]]
) -> None:
    assert due(rule=rule) == expected


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        pytest.param(ContactWish.NO_CALLS, AFTER_TALK, id="no calls: a request is none"),
        pytest.param(ContactWish.NO_CHASING, CARD, id="they get in touch: a card is thanks, a request is not"),
        pytest.param(ContactWish.NO_CONTACT, [], id="no contact: nothing"),
    ],
)
def test_notes_obey_the_wish_e18_e21(wish: ContactWish, expected: list[tuple[NoteKind, str]]) -> None:
    assert due(talk(contact_wish=wish)) == expected


def test_notes_are_not_begun_before_the_end_nor_a_week_after_nor_for_a_closed_case_e21() -> None:
    assert due(now=END - HOUR) == []
    assert due(now=END + WEEK) == []
    assert due(talk(status=InterviewStatus.CLOSED)) == []


def test_whoever_was_proposed_at_this_company_is_not_proposed_again_e21() -> None:
    before = Note(interview_id=6, kind=NoteKind.LINKEDIN, person="Jane")
    assert due(proposed=(before,)) == AFTER_TALK[1:]


def test_one_letter_for_each_interview_and_what_was_put_off_comes_again_once_e21() -> None:
    first = Note(interview_id=7, kind=NoteKind.LINKEDIN, person="Jane Roe")
    put_off = replace(first, again_at=END + 3 * DAY)
    assert due(proposed=(first,)) == []
    assert due(proposed=(put_off,)) == []
    assert due(proposed=(put_off,), now=END + 3 * DAY) == AFTER_TALK[:1]
    assert due(proposed=(put_off, first), now=END + 3 * DAY) == [], "it was shown again"
    assert due(proposed=(replace(put_off, settled_at=END + 2 * DAY),), now=END + 3 * DAY) == []


CHECK = mail(FollowUpKind.STATUS_CHECK, FollowUpState.WAITING, id=5)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        pytest.param(ContactWish.NONE, CALL, id="nothing was asked"),
        pytest.param(ContactWish.NO_CALLS, [], id="no calls"),
        pytest.param(ContactWish.NO_CHASING, [], id="they get in touch"),
        pytest.param(ContactWish.NO_CONTACT, [], id="no contact"),
    ],
)
def test_a_call_is_proposed_where_a_status_check_has_no_address_unless_they_asked_for_none_e7_e18(
    wish: ContactWish, expected: list[tuple[NoteKind, str]]
) -> None:
    assert due(talk(contact_wish=wish), CHECK, unreachable={5}, rule=NetworkRule()) == expected


def test_a_call_is_proposed_where_they_asked_for_one_unless_they_said_otherwise_e7_e18() -> None:
    account = Account(debrief=Debrief(call_wished=True), told_at=END)
    assert due(talk(), CHECK, account=account, rule=NetworkRule()) == CALL
    assert due(talk(contact_wish=ContactWish.NO_CALLS), CHECK, account=account, rule=NetworkRule()) == []
    assert due(talk(), mail(), account=account, rule=NetworkRule()) == [], "not before a status check is due"


def test_no_call_is_proposed_where_there_is_an_address_or_nothing_waits_e7() -> None:
    assert due(talk(), CHECK, rule=NetworkRule()) == []
    assert due(talk(), replace(CHECK, state=FollowUpState.PLANNED), unreachable={5}, rule=NetworkRule()) == []
    before = Note(interview_id=7, kind=NoteKind.CALL)
    assert due(talk(), CHECK, unreachable={5}, proposed=(before,), rule=NetworkRule()) == []


DECLINED = talk(status=InterviewStatus.CLOSED, closed_for="rejection", answered_at=END + 10 * DAY)
THAT_DAY = END + 10 * DAY + 12 * WEEK


def test_on_the_day_after_a_rejection_one_letter_reminds_of_the_company_e27() -> None:
    assert due(DECLINED, now=THAT_DAY - HOUR) == []
    assert due(DECLINED, now=THAT_DAY) == KEEP
    assert due(DECLINED, now=THAT_DAY, rule=NetworkRule(linkedin="on")) == []
    assert due(DECLINED, now=THAT_DAY + 2 * WEEK) == [], "an old case that was over before this was switched on"
    assert due(DECLINED, now=THAT_DAY, touched_at=END + 20 * DAY) == [], "they heard of the owner later than that"


def test_the_day_counts_from_the_last_status_check_that_was_not_answered_e27() -> None:
    checks = [mail(FollowUpKind.STATUS_CHECK, id=at, ordinal=at, sent_at=END + at * 10 * DAY) for at in (1, 2)]
    day = END + 20 * DAY + 12 * WEEK
    assert due(talk(), *checks, now=day) == KEEP
    assert due(talk(), *checks, now=day - HOUR) == []
    assert due(talk(answered_at=END + 21 * DAY), *checks, now=day) == [], "they answered"
    assert due(talk(), *checks, mail(FollowUpKind.STATUS_CHECK, FollowUpState.PLANNED, id=3), now=day) == []
    assert due(talk(), mail(), now=day) == [], "nobody was asked"


@pytest.mark.parametrize(
    "interview",
    [
        pytest.param(replace(DECLINED, contact_wish=ContactWish.NO_CONTACT), id="they want no contact"),
        pytest.param(replace(DECLINED, closed_for=None), id="the owner stopped it"),
        pytest.param(replace(DECLINED, closed_for="offer"), id="they made an offer"),
        pytest.param(replace(DECLINED, status=InterviewStatus.DISMISSED), id="it was no interview"),
        pytest.param(replace(DECLINED, company=None), id="nobody knows which company"),
    ],
)
def test_nothing_reminds_of_a_case_that_ended_otherwise_e27(interview: Interview) -> None:
    assert due(interview, now=THAT_DAY) == []


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param({"status": InterviewStatus.EXPECTED, "later": True}, [], id="a later talk is open"),
        pytest.param(
            {"status": InterviewStatus.CLOSED, "closed_for": "offer"}, [], id="an earlier one brought an offer"
        ),
        pytest.param({"status": InterviewStatus.CLOSED, "closed_for": None}, [], id="the owner stopped another one"),
        pytest.param(
            {"status": InterviewStatus.CLOSED, "closed_for": "rejection", "later": True}, [], id="the later one reminds"
        ),
        pytest.param(
            {"status": InterviewStatus.CLOSED, "closed_for": "rejection"}, KEEP, id="an earlier round of the same"
        ),
        pytest.param({"status": InterviewStatus.CANCELLED, "later": True}, KEEP, id="a later one was called off"),
    ],
)
def test_of_several_talks_with_a_company_the_last_one_reminds_e27(
    other: dict[str, Any], expected: list[tuple[NoteKind, str]]
) -> None:
    assert DECLINED.start
    start = DECLINED.start + (DAY if other.pop("later", False) else -DAY)
    assert due(DECLINED, now=THAT_DAY, others=(replace(DECLINED, id=6, start=start, **other),)) == expected


def test_the_quick_look_misses_nothing_that_is_due_e21_e27() -> None:
    assert may_be_due(talk(), ALL_ON, END + 2 * DAY)
    assert may_be_due(DECLINED, ALL_ON, THAT_DAY)
    assert not may_be_due(talk(), NetworkRule(), END + 2 * DAY)


def a_touch(kind: TouchKind, at: datetime = END + 2 * DAY) -> Touch:
    return Touch(company="Acme", at=at, kind=kind, interview_id=7, by_owner=True)


@pytest.mark.parametrize(
    ("kinds", "count"),
    [
        pytest.param([TouchKind.NOTE], 1, id="a note"),
        pytest.param([TouchKind.NOTE, TouchKind.NOTE], 1, id="all notes of one interview are one touch"),
        pytest.param([TouchKind.NOTE, TouchKind.CALL], 2, id="a call is another"),
    ],
)
def test_what_the_owner_has_sent_counts_in_the_maximum_e13_e21(kinds: list[TouchKind], count: int) -> None:
    assert count_checks(talk(), (), [a_touch(kind) for kind in kinds]) == count


def test_the_next_status_check_keeps_its_distance_from_a_note_e13_e21() -> None:
    late = a_touch(TouchKind.NOTE, END + 60 * DAY)
    check = want_status_check(
        interview=talk(), stored=(), others=(late,), cadence=Cadence(), owner_tz=BERLIN, holidays=always_open
    )
    assert check
    assert check.send_at >= late.at + 3 * DAY
