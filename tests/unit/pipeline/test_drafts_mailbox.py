"""Drafts in the owner's Drafts: put there, taken out, and noted as sent when he sends one himself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from bot.core.followup.types import FollowUpState
from bot.core.message.parse import parse_message
from bot.core.message.received import MailboxRole
from bot.core.message.types import Message
from bot.core.reading.types import Action, LetterKind, OwnerReading
from bot.errors import TemporaryError
from bot.pipeline.drafts_mailbox import DraftsKeeper
from tests.unit.pipeline.world import DAY, HOUR, PowerCut, World

SENT, INBOX = MailboxRole.SENT, MailboxRole.INBOX


@dataclass
class FakeDrafts:
    """A Drafts mailbox with what lies in it; *down*: it cannot be reached; *cut*: the power fails once the server took a mail."""

    raws: list[bytes] = field(default_factory=list)
    down: bool = False
    cut: bool = False
    calls: int = 0

    def find(self, message_id: str) -> bool:
        return any(mail.message_id == message_id for mail in self.mails)

    def append(self, raw: bytes, when: object, *, draft: bool = False) -> None:
        self.calls += 1
        if self.down:
            raise TemporaryError("The server cannot be reached.")
        assert draft
        self.raws.append(raw)
        if self.cut:
            raise PowerCut

    def remove(self, message_id: str, is_ours: Callable[[bytes], bool]) -> bool:
        ours = [raw for raw in self.raws if parse_message(raw).message_id == message_id and is_ours(raw)]
        self.raws = [raw for raw in self.raws if raw not in ours]
        return bool(ours)

    @property
    def mails(self) -> list[Message]:
        return [parse_message(raw) for raw in self.raws]


def keeper(world: World, drafts: FakeDrafts) -> DraftsKeeper:
    return DraftsKeeper(world.database, world.setup, drafts, clock=lambda: world.now)


@pytest.fixture
def drafts(world: World) -> FakeDrafts:
    """Drafts with the thank-you to Jane in it."""
    world.add_interview()
    world.show()
    fake = FakeDrafts()
    keeper(world, fake).keep()
    return fake


def test_what_waits_for_a_yes_lies_in_drafts_once_and_without_a_trace_of_the_program(
    world: World, drafts: FakeDrafts
) -> None:
    keeper(world, drafts).keep()
    (mail,) = drafts.mails
    assert [address.email for address in mail.to] == ["jane@acme.example"]
    assert not [name for name, _ in mail.headers if name.startswith("x-")]
    assert "bot" not in drafts.raws[0].decode().casefold()


def test_an_approved_draft_is_taken_out_and_comes_back_when_it_is_held(world: World, drafts: FakeDrafts) -> None:
    letter = world.letters(LetterKind.APPROVAL)[-1]
    world.tell(Action.APPROVE, letter)
    keeper(world, drafts).keep()
    assert drafts.raws == []
    world.tell(Action.UNDO, letter)
    keeper(world, drafts).keep()
    assert len(drafts.raws) == 1


def test_a_new_version_takes_the_place_of_the_old_one(world: World, drafts: FakeDrafts) -> None:
    letter = world.letters(LetterKind.APPROVAL)[-1]
    world.tell(OwnerReading(action=Action.EDIT, new_body="Dear Jane,\n\nthat was fun.\n\nMaya"), letter)
    keeper(world, drafts).keep()
    (mail,) = drafts.mails
    assert "that was fun" in mail.text


def test_what_the_owner_changed_there_is_left_to_him_and_approves_nothing(world: World, drafts: FakeDrafts) -> None:
    drafts.raws = [drafts.raws[0].replace(b"Maya", b"Your Maya")]
    world.wait(DAY)
    assert world.server.offered == 0
    world.tell(Action.SKIP, world.letters(LetterKind.APPROVAL)[-1])
    keeper(world, drafts).keep()
    assert len(drafts.raws) == 1


def test_what_the_owner_threw_away_does_not_come_back(world: World, drafts: FakeDrafts) -> None:
    drafts.raws.clear()
    keeper(world, drafts).keep()
    assert drafts.raws == []


@pytest.mark.parametrize("keeps_id", [True, False], ids=["its id kept", "with an id of the mail app"])
def test_a_draft_that_the_owner_changed_and_sent_is_noted_as_sent_and_never_sent_again(
    world: World, drafts: FakeDrafts, keeps_id: bool
) -> None:
    raw = drafts.raws.pop().replace(b"\r\n\r\n", b"\r\n\r\nP.S. comes first today.\r\n", 1)
    message_id = (parse_message(raw).message_id or "").encode()
    world.now += HOUR
    world.receive(raw if keeps_id else raw.replace(message_id, b"fresh@phone.example"), SENT)
    follow_up = world.follow_up()
    assert follow_up.state is FollowUpState.SENT
    (notice,) = world.letters(LetterKind.NOTICE)
    assert notice.subject == "You sent it yourself: thank-you to Jane Roe"
    world.tell(Action.APPROVE, world.letters(LetterKind.APPROVAL)[-1])
    world.wait(DAY)
    assert world.server.offered == 0
    keeper(world, drafts).keep()
    assert drafts.raws == []


def test_a_draft_that_was_approved_before_the_owner_sent_it_is_withdrawn(world: World, drafts: FakeDrafts) -> None:
    raw = drafts.raws[0]
    world.tell(Action.APPROVE, world.letters(LetterKind.APPROVAL)[-1])
    world.receive(raw, SENT)
    world.wait(DAY)
    assert world.server.offered == 0
    assert world.follow_up().state is FollowUpState.SENT


def test_the_same_mail_in_the_inbox_proves_nothing(world: World, drafts: FakeDrafts) -> None:
    world.receive(drafts.raws[0], INBOX)
    assert world.follow_up().state is FollowUpState.WAITING


def test_a_server_that_is_down_is_left_alone_for_a_while_and_told_of(world: World) -> None:
    world.add_interview()
    world.show()
    fake = FakeDrafts(down=True)
    kept = keeper(world, fake)
    for _ in range(5):
        kept.keep()
    assert fake.calls == 1
    with world.work() as work:
        (part,) = [part for part in work.load_parts() if part.name == "drafts"]
    assert part.state == "failing"
    fake.down = False
    world.now += HOUR
    kept.keep()
    assert len(fake.raws) == 1
    with world.work() as work:
        assert [part.state for part in work.load_parts() if part.name == "drafts"] == ["ok"]


def test_a_power_cut_after_the_server_took_it_makes_no_second_copy(world: World) -> None:
    world.add_interview()
    world.show()
    fake = FakeDrafts(cut=True)
    with pytest.raises(PowerCut):
        keeper(world, fake).keep()
    fake.cut = False
    keeper(world, fake).keep()
    assert len(fake.raws) == 1
