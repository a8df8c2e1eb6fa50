"""Arrow 1: from a mailbox into the store. The rows and the checkpoint that covers them are one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.clock import Clock
from bot.core.message.received import Checkpoint, FetchedMail, MailboxRole
from bot.pipeline.ports import Store


class Receiver:
    """Where one watched mailbox delivers; called from its own thread."""

    def __init__(self, store: Store, role: MailboxRole, *, clock: Clock, ring: Callable[[], None]) -> None:
        self._store = store
        self._role = role
        self._clock = clock
        self._ring = ring

    def load_checkpoint(self, mailbox: str) -> Checkpoint | None:
        """Return how far the mailbox is handled; None at the first start."""
        with self._store.transaction() as work:
            return work.load_checkpoint(mailbox)

    def store_batch(self, mails: Sequence[FetchedMail], checkpoint: Checkpoint) -> None:
        """Store what was fetched, move the checkpoint, and ring."""
        with self._store.transaction() as work:
            new = [work.add_mail(mail, self._role) for mail in mails]
            work.save_checkpoint(checkpoint)
        if any(new):
            self._ring()

    def known_headers(self, header_sha256s: Sequence[str], mailbox: str) -> set[str]:
        """Return which of these header digests are known."""
        with self._store.transaction() as work:
            return work.load_known_headers(mailbox, header_sha256s)

    def mailbox_reset(self, checkpoint: Checkpoint, recognised: float) -> None:
        """Begin at now in a mailbox that the server has renumbered beyond recognition; the watching tells the owner."""
        with self._store.transaction() as work:
            work.save_checkpoint(checkpoint)
            share = f"{recognised:.0%}"
            work.add_journal(self._clock(), "mailbox_reset", f"mailbox:{checkpoint.mailbox}", recognised=share)
        self._ring()
