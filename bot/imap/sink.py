"""What watching needs from outside: a place to put mails, and to remember how far it came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.core.message.received import Checkpoint, FetchedMail


class MailSink(Protocol):
    """Where fetched mails go."""

    def load_checkpoint(self, mailbox: str) -> Checkpoint | None:
        """Return what was stored last, or None for a mailbox that was never watched."""

    def store_batch(self, mails: Sequence[FetchedMail], checkpoint: Checkpoint) -> None:
        """Store *mails*, then *checkpoint*, in one transaction. A mail that is there already (same UID) is no error."""

    def wanted_since(self, mailbox: str) -> datetime | None:
        """Return from when on mail that lay there before the first start is wanted as well; None for none of it."""

    def store_old(self, mails: Sequence[FetchedMail]) -> None:
        """Store such mails; the checkpoint stays. A mail that is there already is no error."""

    def known_headers(self, header_sha256s: Sequence[str], mailbox: str) -> set[str]:
        """Return those of *header_sha256s* that belong to a stored mail of *mailbox*."""

    def mailbox_reset(self, checkpoint: Checkpoint, recognised: float) -> None:
        """Store *checkpoint* for a mailbox that was numbered anew beyond recognition, and tell the owner. *recognised*: 0 to 1."""
