"""What has to hold at the end of every case."""

from __future__ import annotations

from datetime import timedelta

from bot.core.approval.provenance import SENT_COPY_WAIT
from bot.core.delivery.types import OutboxState
from bot.core.followup.types import FollowUpState
from bot.core.message.received import MailboxRole
from bot.core.reading.types import LetterKind
from tests.unit.pipeline.world import HOUR, World

INBOX, SENT = MailboxRole.INBOX, MailboxRole.SENT


def arrive(world: World, raw: bytes, *roles: MailboxRole) -> None:
    """Let a mail come into these mailboxes, one after the other; each copy is looked at."""
    for role in roles:
        world.fetch(raw, role)
        assert world.understand() >= 1


def let_time_pass(world: World, span: timedelta = 20 * HOUR) -> None:
    """Let the wait for the copy in Sent go by, then the undo window and the planned time; what is due is read, and delivered."""
    world.now += SENT_COPY_WAIT
    world.understand()
    world.now += span - SENT_COPY_WAIT
    world.understand()
    world.deliver()


def assert_nothing_was_sent(world: World) -> None:
    """No server was offered anything, and nothing waits to be."""
    let_time_pass(world)
    assert world.server.offered == 0
    assert world.outbox_state() in (None, OutboxState.HELD, OutboxState.CANCELLED)


def assert_nothing_came_of_it(world: World) -> None:
    """Nothing was sent, and the owner's yes is still to be given: none of the false ones has used it up."""
    assert_nothing_was_sent(world)
    assert world.outbox_state() is None
    assert world.follow_up().state is FollowUpState.WAITING
    assert [item.used_at for item in world.letters(LetterKind.APPROVAL)[0].items] == [None]


def assert_sent_once(world: World) -> None:
    """The mail was offered once, and lies in the interviewer's mailbox."""
    let_time_pass(world)
    assert (world.server.offered, len(world.at_jane)) == (1, 1)
