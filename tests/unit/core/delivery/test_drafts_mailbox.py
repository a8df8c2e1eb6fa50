"""What lies in the owner's Drafts, and how a mail sent from there is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.approval.types import CurrentDraft
from bot.core.delivery.drafts_mailbox import DraftCopy, PlaceCopy, RemoveCopy, is_sent_copy, is_untouched, plan_copies
from bot.core.delivery.mime import build_mail
from bot.core.draft.types import Finding, Revision
from bot.core.followup.types import FollowUpState
from bot.core.message.parse import parse_message
from bot.core.message.types import Address, Message
from tests.unit.core.letter.examples import NOW, REVISION, THANKS

REV = replace(REVISION, number=2, findings=())
COPY = DraftCopy(follow_up_id=THANKS.id, revision=2, message_id="d1@home.example", placed=True)


def a_draft(state: FollowUpState = FollowUpState.WAITING, revision: Revision = REV) -> CurrentDraft:
    return CurrentDraft(follow_up=replace(THANKS, state=state), revision=revision, digest="d")


def a_mail(revision: Revision, message_id: str = "other@mail.example") -> Message:
    return parse_message(build_mail(revision, date=NOW, message_id=message_id))


@pytest.mark.parametrize("state", FollowUpState)
def test_only_what_waits_for_a_yes_lies_in_drafts(state: FollowUpState) -> None:
    waits = state in (FollowUpState.WAITING, FollowUpState.HELD)
    draft = a_draft(state)
    assert plan_copies([draft], []) == ([PlaceCopy(draft=draft)] if waits else [])
    assert plan_copies([draft], [COPY]) == ([] if waits else [RemoveCopy(copy=COPY)])


def test_a_draft_with_an_error_against_it_is_not_put_there() -> None:
    error = Finding(rule="E8", blocks=True, words="{{topic}}", proposal="Mend it.")
    assert plan_copies([a_draft(revision=replace(REV, findings=(error,)))], []) == []


def test_a_new_version_takes_the_place_of_the_old_one() -> None:
    draft = a_draft(revision=replace(REV, number=3))
    assert plan_copies([draft], [COPY]) == [RemoveCopy(copy=COPY), PlaceCopy(draft=draft)]


def test_what_a_crash_left_half_done_is_taken_up() -> None:
    begun = replace(COPY, placed=False)
    assert plan_copies([a_draft()], [begun]) == [PlaceCopy(draft=a_draft(), copy=begun)]


@pytest.mark.parametrize(
    ("changed", "untouched"),
    [
        pytest.param({}, True, id="as it was put there"),
        pytest.param({"body": REV.body.replace("gripper", "arm")}, False, id="another word"),
        pytest.param({"subject": "Thank you"}, False, id="another subject"),
    ],
)
def test_what_the_owner_has_changed_is_his(changed: dict[str, str], untouched: bool) -> None:
    assert is_untouched(a_mail(replace(REV, **changed)), REV) is untouched  # type: ignore[arg-type]


OTHER = Address(name="Ana Lima", email="ana.lima@acme.example")


@pytest.mark.parametrize(
    ("revision", "message_id", "ours"),
    [
        pytest.param(
            replace(REV, body="Dear Jane, thanks. Maya", subject="Thanks"), COPY.message_id, True, id="its id"
        ),
        pytest.param(
            replace(REV, body="Dear Jane,\n\nthanks.\n\nMaya"), "x@y.example", True, id="its people and subject"
        ),
        pytest.param(replace(REV, subject="Lunch?"), "x@y.example", False, id="another subject"),
        pytest.param(replace(REV, to=(OTHER,)), "x@y.example", False, id="another reader"),
    ],
)
def test_a_draft_is_known_when_the_owner_sent_it(revision: Revision, message_id: str, ours: bool) -> None:
    assert is_sent_copy(a_mail(revision, message_id), COPY, REV) is ours
