"""Status checks: whether, which one, when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from bot.core.followup.intents import Touch, TouchKind
from bot.core.followup.status_check import count_checks, find_status_stop, want_status_check
from bot.core.followup.types import Cadence, Delay, FollowUp, FollowUpKind, FollowUpState, StatusCheckRule, StopReason
from bot.core.interview.types import Interview
from bot.core.reading.types import ContactWish
from tests.unit.core.followup.examples import BERLIN, DAY, END, HOUR, utc
from tests.unit.core.interview.examples import an_interview

LATE = END + 30 * DAY


def want(
    interview: Interview,
    stored: Sequence[FollowUp] = (),
    others: Sequence[Touch] = (),
    cadence: Cadence | None = None,
    holidays: frozenset[date] = frozenset(),
) -> FollowUp | None:
    return want_status_check(
        interview=interview,
        stored=stored,
        others=others,
        cadence=cadence or Cadence(),
        owner_tz=BERLIN,
        holidays=holidays.__contains__,
    )


def planned_for(*args: object, **given: object) -> datetime:
    check = want(*args, **given)  # type: ignore[arg-type]
    assert check is not None
    return check.send_at


def a_check(ordinal: int, state: FollowUpState, at: datetime = LATE) -> FollowUp:
    return FollowUp(
        id=ordinal, interview_id=7, kind=FollowUpKind.STATUS_CHECK, ordinal=ordinal, state=state,
        draft_at=at, send_at=at, sent_at=at if state is FollowUpState.SENT else None,
    )  # fmt: skip


def a_thank_you(state: FollowUpState, at: datetime) -> FollowUp:
    return FollowUp(
        id=9, interview_id=7, kind=FollowUpKind.THANK_YOU, person="Jane Doe", state=state, draft_at=at, send_at=at
    )


def touch(
    at: datetime, kind: TouchKind = TouchKind.STATUS_CHECK, company: str = "ACME GmbH", of: int | None = 8
) -> Touch:
    return Touch(company=company, at=at, kind=kind, interview_id=of)


@pytest.mark.parametrize(
    ("decision_by", "send_at"),
    [
        pytest.param(date(2027, 5, 20), "2027-05-21T09:00+02:00", id="Thursday: on Friday"),
        pytest.param(date(2027, 5, 21), "2027-05-24T09:00+02:00", id="Friday: on Monday"),
        pytest.param(date(2027, 5, 22), "2027-05-24T09:00+02:00", id="Saturday: on Monday"),
        pytest.param(date(2027, 5, 13), "2027-05-14T09:00+02:00", id="the very day of the talk: on the next"),
        pytest.param(
            date(2027, 5, 1), "2027-05-24T12:00+02:00", id="before the talk: it was about something else, so E12"
        ),
        pytest.param(None, "2027-05-24T12:00+02:00", id="none: seven business days (E12)"),
    ],
)
def test_obey_the_timeline_e11(decision_by: date | None, send_at: str) -> None:
    assert planned_for(an_interview(decision_by=decision_by)) == utc(send_at)


def test_a_holiday_does_not_count_as_a_day_of_waiting_e11() -> None:
    holidays = frozenset({date(2027, 5, 21)})
    assert planned_for(an_interview(decision_by=date(2027, 5, 20)), holidays=holidays) == utc("2027-05-24T09:00+02:00")


def test_the_stated_day_is_theirs_to_its_end_e11() -> None:
    rules = Cadence(status_check=StatusCheckRule(after_timeline=Delay(elapsed=10 * HOUR)))
    assert planned_for(an_interview(decision_by=date(2027, 5, 20)), cadence=rules) == utc("2027-05-21T10:00+02:00")


def test_the_hours_are_those_of_the_recipient() -> None:
    interview = an_interview(decision_by=date(2027, 5, 20), tz="America/New_York")
    assert planned_for(interview) == utc("2027-05-21T09:00-04:00")


def test_the_draft_is_shown_on_the_morning_of_its_day() -> None:
    check = want(an_interview(decision_by=date(2027, 5, 20)))
    assert check is not None
    assert check.draft_at == utc("2027-05-21T07:30+02:00")
    assert (check.target_at, check.deadline_at) == (None, None)


class TestGap:
    """E13: at least three days apart, over everything that reaches the company."""

    SOON = an_interview(decision_by=date(2027, 5, 13))

    @pytest.mark.parametrize(
        ("stored", "others", "send_at"),
        [
            pytest.param([], [], "2027-05-14T09:00+02:00", id="nothing reached them yet"),
            pytest.param([a_thank_you(FollowUpState.SENT, END)], [], "2027-05-17T09:00+02:00", id="after the thank-you, not on Sunday"),
            pytest.param([a_thank_you(FollowUpState.PLANNED, END)], [], "2027-05-17T09:00+02:00", id="after a thank-you that is planned"),
            pytest.param([a_thank_you(FollowUpState.SKIPPED, END)], [], "2027-05-14T09:00+02:00", id="a skipped one reached nobody"),
            pytest.param([], [touch(utc("2027-05-18T15:00"))], "2027-05-24T09:00+02:00", id="after another interview's mail, in hours"),
            pytest.param(
                [], [touch(utc("2027-05-18T10:00"), TouchKind.OWN_MAIL, of=None)], "2027-05-21T12:00+02:00", id="after the owner's own"
            ),
            pytest.param([], [touch(utc("2027-05-18T10:00"), company="Beta")], "2027-05-14T09:00+02:00", id="another company is no matter"),
            pytest.param([], [touch(utc("2027-05-18T10:00"), of=7)], "2027-05-14T09:00+02:00", id="its own are known from its follow-ups"),
        ],
    )  # fmt: skip
    def test_gap_e13(self, stored: list[FollowUp], others: list[Touch], send_at: str) -> None:
        assert planned_for(self.SOON, stored, others) == utc(send_at)


class TestMaximum:
    """E13: never more than the set number, per company."""

    @pytest.mark.parametrize(
        ("stored", "others", "count"),
        [
            pytest.param([], [], 0, id="none"),
            pytest.param(
                [a_check(1, FollowUpState.SENT), a_thank_you(FollowUpState.SENT, END)],
                [],
                1,
                id="thank-yous do not count",
            ),
            pytest.param([a_check(1, FollowUpState.UNKNOWN)], [], 1, id="what may have left counts"),
            pytest.param([a_check(1, FollowUpState.WAITING)], [], 0, id="what has not left does not"),
            pytest.param([], [touch(END), touch(LATE)], 2, id="other interviews of the company count"),
            pytest.param([], [touch(END, TouchKind.THANK_YOU)], 0, id="their thank-yous do not"),
            pytest.param(
                [], [touch(LATE, TouchKind.OWN_MAIL, of=None)], 1, id="the owner's own mail since the talk counts"
            ),
            pytest.param([], [touch(END - DAY, TouchKind.OWN_MAIL, of=None)], 0, id="one from before does not"),
            pytest.param([], [touch(END, company="Beta")], 0, id="another company does not"),
        ],
    )
    def test_counted_over_the_company_e13(self, stored: list[FollowUp], others: list[Touch], count: int) -> None:
        assert count_checks(an_interview(), stored, others) == count

    def test_reached_e13(self) -> None:
        def stop(checks: int, most: int) -> StopReason | None:
            rules = Cadence(status_check=StatusCheckRule(max=most))
            return find_status_stop(interview=an_interview(), stored=[], others=[touch(LATE)] * checks, cadence=rules)

        assert [stop(1, 2), stop(2, 2), stop(0, 0)] == [None, StopReason.LIMIT_REACHED, StopReason.LIMIT_REACHED]


class TestNext:
    """The next one only when the last one went out."""

    @pytest.mark.parametrize("state", sorted(set(FollowUpState) - {FollowUpState.SENT}))
    def test_no_second_before_the_first_was_sent(self, state: FollowUpState) -> None:
        check = want(an_interview(), [a_check(1, state)])
        assert check is None or check.ordinal == 1

    @pytest.mark.parametrize(
        "state", [FollowUpState.SKIPPED, FollowUpState.EXPIRED, FollowUpState.FAILED, FollowUpState.UNKNOWN]
    )
    def test_a_first_that_ended_otherwise_ends_the_matter(self, state: FollowUpState) -> None:
        assert want(an_interview(), [a_check(1, state)]) is None

    def test_the_second_waits_from_the_sending_of_the_first(self) -> None:
        sent = utc("2027-05-26T14:00")
        check = want(an_interview(), [a_check(1, FollowUpState.SENT, sent)])
        assert check is not None
        assert (check.ordinal, check.send_at) == (2, utc("2027-06-04T14:00"))


@pytest.mark.parametrize(
    ("interview", "reason"),
    [
        pytest.param(an_interview(), None, id="nothing speaks against it"),
        pytest.param(an_interview(contact_wish=ContactWish.NO_CALLS), None, id="no calls: a mail is none"),
        pytest.param(
            an_interview(contact_wish=ContactWish.NO_CHASING), StopReason.CONTACT_UNWISHED, id="we will contact you"
        ),
        pytest.param(an_interview(answered_at=END + DAY), StopReason.COMPANY_ANSWERED, id="they wrote"),
        pytest.param(an_interview(answered_at=END - 9 * DAY), None, id="they wrote before the talk: no answer"),
    ],
)
def test_told_not_to_e18(interview: Interview, reason: StopReason | None) -> None:
    assert find_status_stop(interview=interview, stored=[], others=[], cadence=Cadence()) is reason


def test_an_interview_without_a_time_has_none() -> None:
    assert want(an_interview(start=None, end=None)) is None
