"""The plan of one interview, compared with what is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from bot.core.followup.intents import Cancel, Move, Restart, Schedule, Touch, TouchKind
from bot.core.followup.types import (
    Cadence,
    FollowUp,
    FollowUpKind,
    FollowUpState,
    StatusCheckRule,
    StopReason,
    ThankYouRule,
)
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.reading.types import ContactWish, Person
from tests.unit.core.followup.examples import (
    DAY,
    END,
    HOUR,
    carry_out,
    in_state,
    of_kind,
    only,
    plan,
    planned,
    utc,
)
from tests.unit.core.interview.examples import JANE, an_interview

THANK_YOU, STATUS_CHECK = FollowUpKind.THANK_YOU, FollowUpKind.STATUS_CHECK
BOB = Person(name="Bob Ray", email="bob@acme.example")
UNSENT = (FollowUpState.PLANNED, FollowUpState.WAITING, FollowUpState.APPROVED, FollowUpState.HELD)
ENDED = (
    FollowUpState.SENT,
    FollowUpState.SKIPPED,
    FollowUpState.UNKNOWN,
    FollowUpState.FAILED,
    FollowUpState.EXPIRED,
    FollowUpState.SENDING,
)
WEEK = 7 * DAY


def moved_by(interview: Interview, shift: timedelta) -> Interview:
    assert interview.start is not None
    assert interview.end is not None
    return replace(interview, start=interview.start + shift, end=interview.end + shift)


def in_all_states(state: FollowUpState, interview: Interview | None = None) -> list[FollowUp]:
    return [replace(one, state=state) for one in planned(interview or an_interview())]


def test_a_new_interview_gets_a_thank_you_and_one_status_check() -> None:
    stored = planned(an_interview())
    assert [(one.kind, one.person, one.ordinal) for one in stored] == [
        (THANK_YOU, "Jane Doe", 1),
        (STATUS_CHECK, "", 1),
    ]


def test_a_panel_gets_one_each_e2() -> None:
    stored = of_kind(planned(an_interview(interviewers=(JANE, BOB))), THANK_YOU)
    assert [one.person for one in stored] == ["Jane Doe", "Bob Ray"]


def test_planning_again_changes_nothing() -> None:
    assert plan(an_interview(), planned(an_interview())) == []


def test_an_unsure_interview_plans_nothing() -> None:
    unsure = an_interview(status=InterviewStatus.UNSURE)
    assert plan(unsure) == []
    assert plan(an_interview(start=None, end=None)) == []


class TestEnd:
    """What ends a case cancels what was not sent, and touches nothing else."""

    CASES = (
        (an_interview(status=InterviewStatus.CANCELLED), StopReason.INTERVIEW_CANCELLED),
        (an_interview(status=InterviewStatus.DISMISSED), StopReason.NOT_AN_INTERVIEW),
        (an_interview(status=InterviewStatus.CLOSED), StopReason.REJECTED),
        (an_interview(contact_wish=ContactWish.NO_CONTACT), StopReason.CONTACT_UNWISHED),
    )

    @pytest.mark.parametrize(("case", "state"), list(product(CASES, UNSENT)))
    def test_all_unsent_are_cancelled(self, case: tuple[Interview, StopReason], state: FollowUpState) -> None:
        interview, reason = case
        intents = plan(interview, in_all_states(state), closed_for=StopReason.REJECTED)
        assert intents == [Cancel(follow_up_id=1, reason=reason), Cancel(follow_up_id=2, reason=reason)]
        assert plan(interview, carry_out(in_all_states(state), intents), closed_for=StopReason.REJECTED) == []

    @pytest.mark.parametrize(("case", "state"), list(product(CASES, ENDED)))
    def test_what_has_ended_is_never_touched(self, case: tuple[Interview, StopReason], state: FollowUpState) -> None:
        assert plan(case[0], in_all_states(state)) == []

    def test_nothing_new_is_planned(self) -> None:
        for interview, _ in self.CASES:
            assert plan(interview) == []

    def test_what_was_cancelled_comes_back_with_the_interview(self) -> None:
        cancelled, _ = self.CASES[0]
        stored = carry_out(planned(an_interview()), plan(cancelled, planned(an_interview())))
        back = plan(an_interview(), stored)
        assert [type(intent) for intent in back] == [Restart, Restart]
        assert carry_out(stored, back) == planned(an_interview())

    def test_what_the_owner_wrote_himself_does_not_come_back(self) -> None:
        stored = [
            replace(one, state=FollowUpState.CANCELLED, stop_reason=StopReason.OWNER_WROTE)
            for one in planned(an_interview())
        ]
        assert plan(an_interview(), stored) == []


class TestAnswer:
    """E26, E18: their word, or their wish, stops the chasing, not the thanks."""

    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            pytest.param({"answered_at": END + DAY}, StopReason.COMPANY_ANSWERED, id="they answered"),
            pytest.param(
                {"contact_wish": ContactWish.NO_CHASING}, StopReason.CONTACT_UNWISHED, id="they will be in touch"
            ),
        ],
    )
    def test_status_checks_stop_and_the_thank_you_stays_e18(
        self, change: dict[str, object], reason: StopReason
    ) -> None:
        stored = planned(an_interview())
        check = only(stored, STATUS_CHECK)
        assert plan(an_interview(**change), stored) == [Cancel(follow_up_id=check.id, reason=reason)]
        assert [one.kind for one in planned(an_interview(**change))] == [THANK_YOU]

    def test_a_pending_second_check_stops_too(self) -> None:
        stored = in_state(planned(an_interview()), STATUS_CHECK, FollowUpState.SENT, sent_at=END + 10 * DAY)
        stored = carry_out(stored, plan(an_interview(), stored))
        second = of_kind(stored, STATUS_CHECK)[1]
        answered = an_interview(answered_at=END + 11 * DAY)
        assert plan(answered, stored) == [Cancel(follow_up_id=second.id, reason=StopReason.COMPANY_ANSWERED)]

    def test_resuming_the_case_brings_the_check_back(self) -> None:
        stored = planned(an_interview())
        stored = carry_out(stored, plan(an_interview(answered_at=END + DAY), stored))
        (intent,) = plan(an_interview(), stored)
        assert isinstance(intent, Restart)


class TestMoved:
    """Another time moves what hung on the old one, and voids what was shown for it."""

    def test_before_any_draft_all_moments_move(self) -> None:
        stored = planned(an_interview())
        later = moved_by(an_interview(), WEEK)
        intents = plan(later, stored)
        assert [type(intent) for intent in intents] == [Move, Move]
        assert carry_out(stored, intents) == planned(later)

    @pytest.mark.parametrize("state", [FollowUpState.WAITING, FollowUpState.APPROVED, FollowUpState.HELD])
    def test_a_draft_that_was_shown_is_made_anew(self, state: FollowUpState) -> None:
        stored = in_state(planned(an_interview()), THANK_YOU, state)
        later = moved_by(an_interview(), WEEK)
        intents = plan(later, stored, now=END + HOUR)
        assert isinstance(intents[0], Restart)
        assert intents[0].reason is StopReason.INTERVIEW_MOVED
        assert carry_out(stored, intents) == planned(later)
        assert plan(later, carry_out(stored, intents), now=END + HOUR) == []

    def test_a_draft_is_made_anew_when_the_talk_moves_to_later_that_day(self) -> None:
        stored = in_state(planned(an_interview()), THANK_YOU, FollowUpState.WAITING)
        intents = plan(moved_by(an_interview(), 3 * HOUR), stored, now=END + HOUR)
        assert isinstance(intents[0], Restart)

    def test_a_status_check_that_was_shown_is_made_anew_too(self) -> None:
        stored = in_state(planned(an_interview()), STATUS_CHECK, FollowUpState.WAITING)
        intents = plan(moved_by(an_interview(), 3 * WEEK), stored, now=END + 12 * DAY)
        assert [type(intent) for intent in intents] == [Move, Restart]

    def test_a_draft_of_another_day_is_made_anew_even_after_both(self) -> None:
        stored = in_state(planned(an_interview()), THANK_YOU, FollowUpState.WAITING)
        intents = plan(moved_by(an_interview(), -DAY), stored, now=END + HOUR)
        assert isinstance(intents[0], Restart)

    def test_an_end_of_the_same_day_moves_the_moments_and_keeps_the_draft(self) -> None:
        stored = in_state(planned(an_interview()), THANK_YOU, FollowUpState.WAITING)
        shorter = an_interview(end=END - timedelta(minutes=15))
        intents = plan(shorter, stored, now=END + HOUR)
        assert isinstance(intents[0], Move)
        assert intents[0].follow_up.state is FollowUpState.WAITING
        assert intents[0].follow_up.draft_at == stored[0].draft_at, "it was made already"

    @pytest.mark.parametrize("state", ENDED)
    def test_after_sending_nothing_is_touched(self, state: FollowUpState) -> None:
        stored = in_all_states(state)
        later = plan(moved_by(an_interview(), WEEK), stored, now=END + HOUR)
        assert not any(isinstance(intent, Move | Restart | Cancel) for intent in later)
        assert all(isinstance(intent, Schedule) and intent.follow_up.ordinal == 2 for intent in later)

    def test_an_answer_from_before_the_new_time_is_none(self) -> None:
        later = moved_by(an_interview(answered_at=END + DAY), WEEK)
        assert [one.kind for one in planned(later)] == [THANK_YOU, STATUS_CHECK]


def test_what_the_owner_approved_keeps_its_moment() -> None:
    at = utc("2027-05-13T20:00+02:00")
    stored = in_state(planned(an_interview()), THANK_YOU, FollowUpState.APPROVED, send_at=at)
    assert plan(an_interview(), stored, now=END + HOUR) == []


def test_a_snoozed_draft_stays_snoozed() -> None:
    until = END + 20 * HOUR
    stored = in_state(planned(an_interview()), THANK_YOU, FollowUpState.WAITING, snoozed_until=until)
    intents = plan(an_interview(end=END - timedelta(minutes=15)), stored, now=END + HOUR)
    assert isinstance(intents[0], Move)
    assert intents[0].follow_up.snoozed_until == until


def test_a_change_of_the_policy_moves_moments_but_voids_no_draft() -> None:
    stored = in_state(planned(an_interview()), THANK_YOU, FollowUpState.WAITING)
    rules = Cadence(thank_you=ThankYouRule(deadline=timedelta(hours=72)))
    (intent,) = plan(an_interview(), stored, cadence=rules, now=END + HOUR)
    assert isinstance(intent, Move)
    assert intent.follow_up.deadline_at == END + 72 * HOUR


class TestRecipient:
    """E2: who is written to may change until the mail has left."""

    BY_CONTACT = an_interview(interviewers=(Person(name="Jane"),))

    def test_her_address_is_learned(self) -> None:
        stored = planned(self.BY_CONTACT)
        first, second = plan(an_interview(), stored)
        assert first == Cancel(follow_up_id=only(stored, THANK_YOU).id, reason=StopReason.RECIPIENT_CHANGED)
        assert isinstance(second, Schedule)
        assert second.follow_up.person == "Jane Doe"

    def test_and_forgotten_again(self) -> None:
        stored = planned(self.BY_CONTACT)
        stored = carry_out(stored, plan(an_interview(), stored))
        back = plan(self.BY_CONTACT, stored)
        assert [type(intent) for intent in back] == [Cancel, Restart]
        assert plan(self.BY_CONTACT, carry_out(stored, back)) == []

    def test_not_after_the_contact_has_passed_the_thanks_on_e2(self) -> None:
        stored = in_state(planned(self.BY_CONTACT), THANK_YOU, FollowUpState.SENT, sent_at=END + 3 * HOUR)
        assert plan(an_interview(), stored, now=END + 4 * HOUR) == []

    def test_a_second_interviewer_gets_a_mail_of_his_own(self) -> None:
        stored = in_state(planned(an_interview()), THANK_YOU, FollowUpState.SENT, sent_at=END + 3 * HOUR)
        (intent,) = plan(an_interview(interviewers=(JANE, BOB)), stored, now=END + 4 * HOUR)
        assert isinstance(intent, Schedule)
        assert intent.follow_up.person == "Bob Ray"


class TestPast:
    """What was first seen too late is not begun; what was begun in time is kept (then the owner is asked)."""

    @pytest.mark.parametrize(
        ("seen_after", "kinds"),
        [
            pytest.param(HOUR, [THANK_YOU, STATUS_CHECK], id="an hour after it ended"),
            pytest.param(48 * HOUR, [THANK_YOU, STATUS_CHECK], id="at the deadline"),
            pytest.param(49 * HOUR, [STATUS_CHECK], id="after the deadline: no thank-you (E1)"),
            pytest.param(14 * DAY, [STATUS_CHECK], id="a few days after the status check was due"),
            pytest.param(40 * DAY, [], id="long after"),
        ],
    )
    def test_first_seen(self, seen_after: timedelta, kinds: list[FollowUpKind]) -> None:
        assert [one.kind for one in planned(an_interview(), now=END + seen_after)] == kinds

    def test_downtime_past_the_deadline_cancels_nothing_e1(self) -> None:
        stored = planned(an_interview())
        assert plan(an_interview(), stored, now=END + 5 * DAY) == []

    def test_a_late_thank_you_is_not_brought_back(self) -> None:
        stored = carry_out(
            planned(an_interview()), plan(an_interview(status=InterviewStatus.CANCELLED), planned(an_interview()))
        )
        assert [one.kind for one in of_kind(stored, THANK_YOU)] == [THANK_YOU]
        (intent,) = plan(an_interview(), stored, now=END + 5 * DAY)
        assert isinstance(intent, Restart)
        assert intent.follow_up.kind is STATUS_CHECK


class TestCompany:
    """E13: counted per company, over all interviews and the owner's own mails."""

    def touches(self, *days: int) -> list[Touch]:
        return [Touch(company="acme", at=END + day * DAY, kind=TouchKind.STATUS_CHECK, interview_id=8) for day in days]

    def test_another_interviews_mail_moves_the_pending_check_e13(self) -> None:
        stored = in_state(planned(an_interview()), STATUS_CHECK, FollowUpState.WAITING)
        (intent,) = plan(an_interview(), stored, others=self.touches(10), now=END + 10 * DAY)
        assert isinstance(intent, Move)
        assert intent.follow_up.send_at >= END + 13 * DAY
        assert intent.follow_up.state is FollowUpState.WAITING

    def test_two_mails_of_other_interviews_end_it_e13(self) -> None:
        stored = planned(an_interview())
        (intent,) = plan(an_interview(), stored, others=self.touches(3, 8))
        assert intent == Cancel(follow_up_id=only(stored, STATUS_CHECK).id, reason=StopReason.LIMIT_REACHED)

    def test_never_more_than_the_maximum_e13(self) -> None:
        rules = Cadence(status_check=StatusCheckRule(max=3))
        stored, now = planned(an_interview(), cadence=rules), END
        for _ in range(6):
            now += 20 * DAY
            stored = in_state(stored, STATUS_CHECK, FollowUpState.SENT, sent_at=now)
            stored = carry_out(stored, plan(an_interview(), stored, cadence=rules, now=now))
        assert [one.ordinal for one in of_kind(stored, STATUS_CHECK)] == [1, 2, 3]


def test_two_interviews_at_one_company_on_one_day_each_have_their_thank_you() -> None:
    morning, noon = an_interview(), an_interview(id=8, start=END + HOUR, end=END + 2 * HOUR)
    theirs = [Touch(company="Acme", at=END + 2 * HOUR, kind=TouchKind.THANK_YOU, interview_id=7)]
    stored = [*planned(morning), *(replace(one, id=one.id + 10) for one in planned(noon, others=theirs))]
    assert [one.interview_id for one in of_kind(stored, THANK_YOU)] == [7, 8]
    assert plan(noon, stored, others=theirs) == [], "follow-ups of others are left alone"


def test_a_decision_date_that_is_learned_moves_the_status_check_e11() -> None:
    stored = planned(an_interview())
    (intent,) = plan(an_interview(decision_by=date(2027, 6, 10)), stored)
    assert isinstance(intent, Move)
    assert intent.follow_up.send_at == utc("2027-06-11T09:00+02:00")


class TestMetAgain:
    """A second talk of the day, or a panel over two days: who takes part in both is thanked once, after the last (E13)."""

    PANEL = an_interview(interviewers=(JANE, BOB))
    NEXT_DAY = an_interview(id=8, start=END + 20 * HOUR, end=END + 21 * HOUR, interviewers=(BOB,))

    def thanked(self, *case: Interview, interview: Interview = PANEL) -> list[str]:
        return [one.person for one in of_kind(carry_out([], plan(interview, case=case)), THANK_YOU)]

    def test_who_takes_part_in_both_is_thanked_after_the_last(self) -> None:
        assert self.thanked(self.NEXT_DAY) == ["Jane Doe"]
        assert self.thanked(self.PANEL, interview=self.NEXT_DAY) == ["Bob Ray"]

    def test_nobody_else_is_thanked_in_his_place(self) -> None:
        alone = an_interview(interviewers=(BOB,))
        assert self.thanked(self.NEXT_DAY, interview=alone) == []

    @pytest.mark.parametrize(
        "later",
        [
            replace(NEXT_DAY, status=InterviewStatus.CANCELLED),
            replace(NEXT_DAY, interviewers=(replace(BOB, email=None),)),
            moved_by(NEXT_DAY, 3 * DAY),
            replace(NEXT_DAY, start=None, end=None),
        ],
        ids=["called off", "perhaps somebody else", "too late for these thanks", "no time yet"],
    )
    def test_a_later_talk_that_cannot_carry_the_thanks_changes_nothing(self, later: Interview) -> None:
        assert self.thanked(later) == ["Jane Doe", "Bob Ray"]

    def test_a_draft_that_waits_is_put_off_with_the_reason_and_comes_back(self) -> None:
        stored = in_state(planned(self.PANEL), THANK_YOU, FollowUpState.WAITING)
        intents = plan(self.PANEL, stored, case=[self.NEXT_DAY], now=END + HOUR)
        bob = next(one for one in stored if one.person == "Bob Ray")
        assert intents == [Cancel(follow_up_id=bob.id, reason=StopReason.THANKED_LATER)]
        stored = carry_out(stored, intents)
        assert plan(self.PANEL, stored, case=[self.NEXT_DAY], now=END + HOUR) == []
        (back,) = plan(self.PANEL, stored, now=END + HOUR)
        assert isinstance(back, Restart)
        assert back.follow_up.person == "Bob Ray"
