"""The owner writes to a company himself: what he has done is not done again."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime

from bot.core.followup.types import FollowUpKind, FollowUpState, StopReason
from bot.core.message.received import MailboxRole
from bot.core.reading.types import Action
from tests.unit.pipeline.world import DAY, HOUR, NOW, World

SENT = MailboxRole.SENT


def own_mail(
    to: str = "jane@acme.example",
    *,
    at: datetime = NOW,
    body: str = "Dear Jane,\n\nthank you for the talk.\n\nMaya",
    answered: str = "",
    number: int = 1,
) -> str:
    fields = f"In-Reply-To: <{answered}>\nReferences: <{answered}>\n" if answered else ""
    return (
        f"From: Maya Okafor <maya@home.example>\nTo: {to}\nSubject: Thank you\nDate: {format_datetime(at)}\n"
        f"Message-ID: <own{number}@phone.example>\n{fields}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"
    )


def test_his_own_thank_you_withdraws_the_draft_and_says_so_e13(world: World) -> None:
    world.add_interview()
    world.show()
    world.receive(own_mail(), SENT)
    assert (world.follow_up().state, world.follow_up().stop_reason) == (FollowUpState.CANCELLED, StopReason.OWNER_WROTE)
    told = " ".join(world.letters()[-1].text.split())
    assert "You wrote to Acme yourself" in told
    assert "thank-you to Jane Roe" in told
    world.wait(3 * DAY)
    assert world.at_jane == []


def test_an_approved_thank_you_does_not_follow_his_own_e13(world: World) -> None:
    world.add_interview()
    letter = world.show()
    world.tell(Action.APPROVE, letter)
    world.receive(own_mail(), SENT)
    world.wait(3 * DAY)
    assert world.at_jane == []


def test_the_copy_of_our_own_mail_under_another_message_id_is_none_of_his(world: World) -> None:
    world.add_interview()
    letter = world.show()
    world.tell(Action.SEND_NOW, letter)
    world.wait(HOUR)
    (sent,) = world.at_jane
    world.receive(own_mail(at=world.now, body=sent.text, number=9), SENT)
    assert world.follow_up().state is FollowUpState.SENT
    assert "owner_wrote" not in world.events()
    with world.work() as work:
        (known,) = work.load_threads().values()
    assert "own9@phone.example" in known, "their answer will name this id"


def test_a_mail_to_somebody_else_changes_nothing(world: World) -> None:
    world.add_interview()
    world.show()
    world.receive(own_mail("friend@elsewhere.example"), SENT)
    assert world.follow_up().state is FollowUpState.WAITING


def test_a_question_before_the_talk_changes_nothing(world: World) -> None:
    world.add_interview()
    world.show()
    world.receive(own_mail(at=NOW - 5 * HOUR), SENT)
    assert world.follow_up().state is FollowUpState.WAITING


def test_after_a_mail_of_his_own_the_status_check_keeps_its_distance_e13(world: World) -> None:
    world.add_interview()
    before = world.follow_up(FollowUpKind.STATUS_CHECK).send_at
    world.now = before - HOUR
    world.receive(own_mail(at=world.now, body="Dear Jane,\n\nany news?\n\nMaya"), SENT)
    check = world.follow_up(FollowUpKind.STATUS_CHECK)
    assert check.send_at >= world.now + 3 * DAY


def test_the_same_mail_seen_twice_counts_once(world: World) -> None:
    world.add_interview()
    for _ in range(2):
        world.receive(own_mail(), SENT)
    assert world.events().count("owner_wrote") == 1
