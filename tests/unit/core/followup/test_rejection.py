"""The answer to a rejection (E22)."""

from __future__ import annotations

import pytest

from bot.core.followup.hours import always_open
from bot.core.followup.rejection import want_rejection_reply
from bot.core.followup.types import Cadence, FollowUp, FollowUpKind, RejectionReplyRule, StopReason
from bot.core.interview.account import Account
from bot.core.interview.types import InterviewStatus
from bot.core.reading.debrief.types import Debrief, Outcome
from bot.core.reading.types import ContactWish
from tests.unit.core.followup.examples import BERLIN, HOUR, utc
from tests.unit.core.interview.examples import an_interview

END = utc("2027-05-10T12:00+02:00")
DECLINED = utc("2027-05-13T11:00+02:00")


def wanted(
    *,
    closed_for: StopReason = StopReason.REJECTED,
    account: Account | None = None,
    enabled: bool = True,
    **changes: object,
) -> FollowUp | None:
    facts = {
        "start": END - HOUR, "end": END, "status": InterviewStatus.CLOSED, "answered_at": DECLINED, "tz": BERLIN, **changes
    }  # fmt: skip
    return want_rejection_reply(
        interview=an_interview(**facts),
        closed_for=closed_for,
        account=account,
        cadence=Cadence(rejection_reply=RejectionReplyRule(enabled=enabled)),
        owner_tz=BERLIN,
        holidays=always_open,
    )


def test_it_comes_with_time_to_think_in_their_hours_e22() -> None:
    reply = wanted()
    assert reply is not None
    assert reply.kind is FollowUpKind.REJECTION_REPLY
    assert reply.send_at == utc("2027-05-14T08:30+02:00"), "twelve hours later is night"
    assert reply.deadline_at is None, "there is no hurry"


def test_what_they_said_on_the_spot_counts_too_e22() -> None:
    told = Account(debrief=Debrief(happened=True, outcome=Outcome.REJECTED), told_at=utc("2027-05-10T20:00+02:00"))
    reply = wanted(account=told, answered_at=None)
    assert reply is not None
    assert reply.send_at == utc("2027-05-11T08:30+02:00")


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"enabled": False}, id="switched off"),
        pytest.param({"closed_for": StopReason.OFFERED}, id="they made an offer"),
        pytest.param({"closed_for": StopReason.OWNER_STOPPED}, id="the owner stopped it"),
        pytest.param({"status": InterviewStatus.EXPECTED}, id="taken up again"),
        pytest.param({"contact_wish": ContactWish.NO_CONTACT}, id="they want no mail (E18)"),
        pytest.param({"answered_at": END - 2 * HOUR}, id="declined before the talk"),
        pytest.param({"answered_at": None}, id="nobody knows when"),
        pytest.param(
            {"account": Account(debrief=Debrief(skip_thank_you=True), told_at=DECLINED)}, id="the owner wants none"
        ),
    ],
)
def test_otherwise_there_is_none(changes: dict[str, object]) -> None:
    assert wanted(**changes) is None  # type: ignore[arg-type]
