"""From a mailbox into the store, and how the watching shows in ``status``."""

from __future__ import annotations

from bot.core.message.received import Checkpoint, MailboxRole
from bot.core.reading.types import LetterKind
from bot.pipeline.receive import Receiver
from bot.pipeline.watching import note_watch_event
from tests.unit.pipeline.world import World


def test_a_mailbox_that_was_numbered_anew_is_told_once_and_works_again(world: World) -> None:
    receiver = Receiver(world.database, MailboxRole.INBOX, clock=lambda: world.now, ring=lambda: None)
    receiver.mailbox_reset(Checkpoint(mailbox="INBOX", uidvalidity=2, uid=7), 0.4)
    for event in ("mailbox_reset", "connected"):
        with world.work() as work:
            note_watch_event(work, world.setup, "INBOX", event, "40% were recognised", now=world.now)
    with world.work() as work:
        parts = {part.name: part.state for part in work.load_parts()}
    assert set(parts.values()) == {"ok"}
    assert len(world.letters(LetterKind.NOTICE)) == 1
