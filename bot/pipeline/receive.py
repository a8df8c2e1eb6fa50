"""Arrow 1: from a mailbox into the store. The rows and the checkpoint that covers them are one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.clock import Clock
from bot.core.message.received import Checkpoint, FetchedMail, MailboxRole, MailState
from bot.pipeline.first_start import LOOK_BACK, is_first_start
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

    def wanted_since(self, mailbox: str) -> datetime | None:  # noqa: ARG002  all mailboxes of a role alike
        """Return from when on earlier mail is wanted: only at the very first start, and only of mail from others."""
        if self._role is not MailboxRole.INBOX:
            return None
        with self._store.transaction() as work:
            return self._clock() - LOOK_BACK if is_first_start(work) else None

    def store_old(self, mails: Sequence[FetchedMail]) -> None:
        """Store mails that came before the first start."""
        with self._store.transaction() as work:
            for mail in mails:
                work.add_mail(mail, self._role, MailState.OLD)

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
