"""What machines answer to a mail of ours: told to the owner where it matters, and never answered."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.followup.types import FollowUpKind, FollowUpState
from bot.core.message.received import MailboxRole
from bot.core.reading.types import Action, LetterKind
from tests.unit.core.reading.machine.bounce_cases import REPORT
from tests.unit.pipeline.mails import a_reply
from tests.unit.pipeline.world import HOUR, MINUTE, World


def send(world: World) -> str:
    """Let a thank-you leave; return its Message-ID."""
    world.add_interview()
    world.tell(Action.APPROVE, world.show())
    world.now += 10 * MINUTE
    world.deliver()
    assert world.outbox().message_id
    return world.outbox().message_id or ""


def bounced(message_id: str, *, action: str = "failed", status: str = "5.1.1") -> str:
    fields = f"\nFinal-Recipient: rfc822; jane@acme.example\nAction: {action}\nStatus: {status}"
    report = REPORT.format(kind="delivery-status", subject="Undeliverable", text="It failed.", fields=fields)
    return report.replace("ours@mail.example.org", message_id)


def answered(message_id: str, body: str) -> str:
    head = (
        "From: Jane <jane@acme.example>\nTo: nora@example.org\nSubject: Automatic reply: Thank you"
        "\nAuto-Submitted: auto-replied\nDate: Thu, 12 Dec 2030 10:00:00 +0000"
    )
    return f"{head}\nMessage-ID: <auto-1@acme.example>\nIn-Reply-To: <{message_id}>\n\n{body}\n"


def notices(world: World) -> list[str]:
    return [letter.subject for letter in world.letters(LetterKind.NOTICE)]


def text_of(world: World) -> str:
    return world.letter_mail(world.letters(LetterKind.NOTICE)[-1]).text


@pytest.mark.parametrize(
    ("status", "words"),
    [("5.2.2", "The mailbox is full"), ("5.7.1", "refused the mail itself")],
)
def test_a_mail_that_came_back_is_told_with_its_cause(world: World, status: str, words: str) -> None:
    world.receive(bounced(send(world), status=status))
    assert ["came back" in subject for subject in notices(world)] == [True]
    assert words in " ".join(text_of(world).split())
    assert "bounced" in world.events()


def test_a_mail_to_an_address_that_nobody_has_may_go_to_another_after_a_new_yes(world: World) -> None:
    world.receive(bounced(send(world)))
    assert world.follow_up().state is FollowUpState.FAILED
    letter = world.letters(LetterKind.RECEIPT)[-1]
    assert "Nobody has the address jane@acme.example" in " ".join(world.letter_mail(letter).text.split())
    world.deliver()
    assert world.follow_up().state is FollowUpState.FAILED  # nothing by itself

    world.receive(a_reply(world.letter_mail(letter), "to: jane.roe@acme.example", number=8), MailboxRole.SENT)
    shown = world.letters(LetterKind.APPROVAL)[-1]
    assert "jane.roe@acme.example" in world.letter_mail(shown).text
    assert world.follow_up().state is FollowUpState.WAITING
    world.receive(a_reply(world.letter_mail(shown), "approve", number=9), MailboxRole.SENT)
    world.now = world.follow_up().send_at + HOUR
    world.deliver()
    assert world.follow_up().state is FollowUpState.SENT
    assert world.outbox().envelope.recipients == ("jane.roe@acme.example",)


def test_a_mail_that_is_still_tried_is_noted_and_not_told(world: World) -> None:
    world.receive(bounced(send(world), action="delayed", status="4.4.1"))
    assert notices(world) == []
    assert "bounced" in world.events()


def test_a_bounce_of_another_mail_is_nothing(world: World) -> None:
    send(world)
    world.receive(bounced("another@mail.example.org"))
    assert notices(world) == []
    assert "bounced" not in world.events()


def test_an_absence_is_kept_with_its_day_and_not_told(world: World) -> None:
    world.receive(answered(send(world), "I am out of the office until 30 December 2030."))
    assert notices(world) == []
    (entry,) = [entry for entry in world.journal() if entry.event == "auto_replied"]
    assert (entry.detail["kind"], entry.detail["returns_on"]) == ("absence", "2030-12-30")


def test_the_status_check_waits_for_the_return_e13(world: World) -> None:
    message_id = send(world)
    before = world.follow_up(FollowUpKind.STATUS_CHECK).send_at
    back = before.date() + timedelta(days=6)
    note = answered(message_id, f"I am out of the office until {back:%d %B %Y}.")
    world.receive(note.replace("Thu, 12 Dec 2030 10:00:00", "Thu, 13 May 2027 12:30:00"))
    assert world.follow_up(FollowUpKind.STATUS_CHECK).send_at.date() >= back


def test_an_absence_of_half_a_year_changes_nothing(world: World) -> None:
    message_id = send(world)
    before = world.follow_up(FollowUpKind.STATUS_CHECK).send_at
    world.receive(answered(message_id, "I am out of the office until 30 December 2030."))
    assert world.follow_up(FollowUpKind.STATUS_CHECK).send_at == before


def test_a_dead_address_is_told_with_who_is_named_instead(world: World) -> None:
    world.receive(answered(send(world), "Jane has left the company. Please contact Lee Moss, lee.moss@acme.example."))
    assert ["jane@acme.example" in subject for subject in notices(world)] == [True]
    assert "Lee Moss <lee.moss@acme.example>" in " ".join(text_of(world).split())


def test_a_challenge_is_told_and_never_answered(world: World) -> None:
    body = "Your message is being held. Click the link to confirm that you are a human, and it will be delivered."
    message_id = send(world)
    mails = len(world.at_jane)
    world.receive(answered(message_id, body))
    world.deliver(times=3)
    assert ["waits for a confirmation" in subject for subject in notices(world)] == [True]
    assert len(world.at_jane) == mails
