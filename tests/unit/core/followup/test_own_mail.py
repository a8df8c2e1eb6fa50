"""What the owner's own mail to a company means for the plan."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.followup.intents import TouchKind
from bot.core.followup.own_mail import decide_own_mail, find_addressed
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState, ThankYouRule
from bot.core.reading.types import Person
from tests.unit.core.followup.examples import END, HOUR
from tests.unit.core.interview.examples import an_interview

JANE = Person(name="Jane Doe", email="jane@acme.example")
BOB = Person(name="Bob Ray", email="bob@acme.example")
ANA = Person(name="Ana Lima", email="ana@acme.example")
TALK = an_interview(id=7, start=END - HOUR, end=END, interviewers=(JANE, BOB), contact=ANA)


def a_follow_up(key: int, kind: FollowUpKind, person: str, state: FollowUpState) -> FollowUp:
    return FollowUp(id=key, interview_id=7, kind=kind, person=person, state=state, draft_at=END, send_at=END)


TO_JANE = a_follow_up(1, FollowUpKind.THANK_YOU, "Jane Doe", FollowUpState.WAITING)
TO_BOB = a_follow_up(2, FollowUpKind.THANK_YOU, "Bob Ray", FollowUpState.PLANNED)
CHECK = a_follow_up(3, FollowUpKind.STATUS_CHECK, "", FollowUpState.PLANNED)


@pytest.mark.parametrize(
    ("recipients", "hours", "answers", "touch", "withdrawn"),
    [
        pytest.param({"jane@acme.example"}, 3, False, TouchKind.THANK_YOU, [1], id="a thank-you of his own to one"),
        pytest.param(
            {"jane@acme.example", "bob@acme.example"}, 3, False, TouchKind.THANK_YOU, [1, 2], id="to both in one mail"
        ),
        pytest.param({"ana@acme.example"}, 3, False, TouchKind.THANK_YOU, [1, 2], id="to their contact, for all"),
        pytest.param({"jobs@acme.example"}, 3, False, TouchKind.THANK_YOU, [1, 2], id="to an address there"),
        pytest.param({"jane@acme.example"}, -1, False, None, [], id="before the talk was over"),
        pytest.param({"jane@acme.example"}, 3, True, None, [], id="a direct answer to their mail"),
        pytest.param(
            {"jane@acme.example"}, 80, False, TouchKind.OWN_MAIL, [1, 2], id="too late for a thank-you: a check"
        ),
    ],
)
def test_what_he_wrote_himself_is_not_written_again_e13(
    recipients: set[str], hours: int, answers: bool, touch: TouchKind | None, withdrawn: list[int]
) -> None:
    found = decide_own_mail(
        interview=TALK,
        follow_ups=[TO_JANE, TO_BOB, CHECK],
        recipients=recipients,
        sent_at=END + timedelta(hours=hours),
        rule=ThankYouRule(),
        answers_them=answers,
    )
    assert (found.touch, [one.id for one in found.withdrawn], found.postponed) == (touch, withdrawn, ())


def test_a_status_check_that_was_shown_is_planned_anew_e13() -> None:
    shown = a_follow_up(3, FollowUpKind.STATUS_CHECK, "", FollowUpState.APPROVED)
    sent = a_follow_up(1, FollowUpKind.THANK_YOU, "Jane Doe", FollowUpState.SENT)
    found = decide_own_mail(
        interview=TALK,
        follow_ups=[sent, shown],
        recipients={"jane@acme.example"},
        sent_at=END + 200 * HOUR,
        rule=ThankYouRule(),
        answers_them=False,
    )
    assert (found.touch, found.postponed) == (TouchKind.OWN_MAIL, (shown,))


@pytest.mark.parametrize(
    ("recipients", "thread", "found"),
    [
        ({"jane@acme.example"}, set(), [7]),
        ({"boss@mail.acme.example"}, set(), [7]),
        ({"friend@gmail.com"}, set(), []),
        ({"friend@gmail.com"}, {7}, [7]),
        ({"someone@other.example"}, set(), []),
    ],
)
def test_whom_a_mail_reaches(recipients: set[str], thread: set[int], found: list[int]) -> None:
    assert [one.id for one in find_addressed([TALK], recipients, thread)] == found
