"""Thank-yous: whom and when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core.followup.hours import always_open
from bot.core.followup.thank_you import choose_people, drafts_at, want_thank_yous
from bot.core.followup.types import Cadence, DebriefRule, FollowUp, FollowUpKind, FollowUpState, QuietRule
from bot.core.interview.account import Account
from bot.core.interview.types import Interview
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import Person
from tests.unit.core.followup.examples import BERLIN, END, HOUR, utc
from tests.unit.core.interview.examples import JANE, an_interview

BOB = Person(name="Bob Ray", email="bob@acme.example")
CHRISTMAS = frozenset({date(2027, 12, 24), date(2027, 12, 25), date(2027, 12, 26)})


def a_thank_you(person: str, state: FollowUpState) -> FollowUp:
    return FollowUp(
        id=1, interview_id=7, kind=FollowUpKind.THANK_YOU, person=person, state=state, draft_at=END, send_at=END
    )


def ending(local: str, **changes: object) -> Interview:
    end = utc(local)
    return an_interview(start=end - HOUR, end=end, **changes)


@pytest.mark.parametrize(
    ("interviewers", "people"),
    [
        pytest.param((JANE, BOB), ["Jane Doe", "Bob Ray"], id="each who can be written to gets one"),
        pytest.param((JANE, Person(name="Bob")), ["Jane Doe"], id="who cannot be written to gets none"),
        pytest.param((Person(name="Bob"),), [""], id="without any address: one to the contact"),
        pytest.param((), [""], id="without any name: one to the contact"),
        pytest.param((Person(name="Panel", email="no-reply@acme.example"),), [""], id="a machine is not thanked"),
        pytest.param((JANE, Person(name="Assistant", email=JANE.email)), ["Jane Doe"], id="one address gets one"),
        pytest.param((Person(name="", email="x@acme.example"),), ["x@acme.example"], id="an address without a name"),
    ],
)
def test_one_per_interviewer_e2(interviewers: tuple[Person, ...], people: list[str]) -> None:
    assert choose_people(an_interview(interviewers=interviewers), [], per_interviewer=True) == people


def test_one_for_all_where_the_policy_says_so() -> None:
    assert choose_people(an_interview(interviewers=(JANE, BOB)), [], per_interviewer=False) == [""]


@pytest.mark.parametrize(
    ("person", "state", "people"),
    [
        pytest.param("Jane", FollowUpState.SENT, ["Jane"], id="thanked by her first name: not again by her full one"),
        pytest.param("", FollowUpState.SENT, [""], id="thanked through the contact: not again"),
        pytest.param("", FollowUpState.UNKNOWN, [""], id="perhaps thanked: not again"),
        pytest.param("", FollowUpState.SKIPPED, [""], id="the owner said no: not again"),
        pytest.param("", FollowUpState.FAILED, ["Jane Doe"], id="refused: now that her address is known"),
        pytest.param("", FollowUpState.WAITING, ["Jane Doe"], id="only shown: her address is better"),
        pytest.param(
            "JANE DOE", FollowUpState.WAITING, ["JANE DOE"], id="other letters of the same name are no other person"
        ),
        pytest.param("Jane", FollowUpState.WAITING, ["Jane Doe"], id="an unsent mail takes the fuller name"),
    ],
)
def test_nobody_is_thanked_twice_e2(person: str, state: FollowUpState, people: list[str]) -> None:
    assert choose_people(an_interview(), [a_thank_you(person, state)], per_interviewer=True) == people


def test_who_lost_his_address_after_others_were_thanked_gets_no_extra_mail() -> None:
    assert (
        choose_people(an_interview(interviewers=()), [a_thank_you("Jane", FollowUpState.SENT)], per_interviewer=True)
        == []
    )


@pytest.mark.parametrize(
    ("interview", "send_at"),
    [
        pytest.param(ending("2027-05-13T12:00+02:00"), "2027-05-13T14:00+02:00", id="two hours after the end"),
        pytest.param(ending("2027-05-13T17:30+02:00"), "2027-05-14T08:30+02:00", id="past the window: next morning"),
        pytest.param(ending("2027-05-14T17:30+02:00"), "2027-05-15T08:30+02:00", id="on Saturday, so as not to be late"),
        pytest.param(ending("2027-03-27T22:00+01:00"), "2027-03-28T08:30+02:00", id="the morning after the clocks went forward"),
        pytest.param(ending("2027-10-30T22:00+02:00"), "2027-10-31T08:30+01:00", id="the morning after they went back"),
        pytest.param(
            ending("2027-05-13T12:00+02:00", tz="America/New_York"), "2027-05-13T08:30-04:00", id="in the recipient's hours"
        ),
        pytest.param(ending("2027-12-23T17:30+01:00"), "2027-12-24T08:30+01:00", id="three holidays would make it late: they give way"),
    ],
)  # fmt: skip
def test_prompt_but_not_at_once_e1(interview: Interview, send_at: str) -> None:
    (wanted,) = want_thank_yous(
        interview=interview, stored=[], cadence=Cadence(), owner_tz=BERLIN, holidays=CHRISTMAS.__contains__
    )
    assert interview.end is not None
    assert wanted.send_at == utc(send_at)
    assert wanted.draft_at == interview.end + 15 * HOUR + timedelta(minutes=30), (
        "so long the owner's account is waited for"
    )
    assert wanted.target_at == interview.end + 24 * HOUR
    assert wanted.deadline_at == interview.end + 48 * HOUR


def test_a_holiday_is_skipped_where_there_is_time() -> None:
    (wanted,) = want_thank_yous(
        interview=ending("2027-05-05T17:30+02:00"), stored=[], cadence=Cadence(), owner_tz=BERLIN,
        holidays=frozenset({date(2027, 5, 6)}).__contains__,
    )  # fmt: skip
    assert wanted.send_at == utc("2027-05-07T08:30+02:00")


def test_a_pause_of_the_owners_never_gives_way() -> None:
    rules = Cadence(quiet=QuietRule(pauses=((date(2027, 5, 13), date(2027, 5, 20)),)))
    (wanted,) = want_thank_yous(
        interview=an_interview(), stored=[], cadence=rules, owner_tz=BERLIN, holidays=always_open
    )
    assert wanted.send_at == utc("2027-05-21T08:30+02:00")


def test_without_a_time_there_is_nothing_to_thank_for() -> None:
    unknown = an_interview(start=None, end=None)
    assert want_thank_yous(interview=unknown, stored=[], cadence=Cadence(), owner_tz=BERLIN, holidays=always_open) == []


TALK = ending("2027-05-13T12:00+02:00")


def told(hours: float) -> Account:
    assert TALK.end is not None
    return Account(debrief=Debrief(topics=("the move",)), told_at=TALK.end + hours * HOUR)


@pytest.mark.parametrize(
    ("rule", "account", "hours"),
    [
        pytest.param(DebriefRule(), None, 15.5, id="nothing told: after the question and the wait"),
        pytest.param(DebriefRule(), told(3), 3, id="as soon as it was told"),
        pytest.param(DebriefRule(), told(-1), 0, id="never before the end"),
        pytest.param(DebriefRule(enabled=False), None, 0.5, id="not asked: at once"),
        pytest.param(DebriefRule(wait=40 * HOUR), None, 16, id="early enough before the target to be read and approved"),
    ],
)  # fmt: skip
def test_a_draft_waits_for_the_owners_account_e3(rule: DebriefRule, account: Account | None, hours: float) -> None:
    assert TALK.end is not None
    assert drafts_at(TALK.end, Cadence(debrief=rule), account) == TALK.end + hours * HOUR
