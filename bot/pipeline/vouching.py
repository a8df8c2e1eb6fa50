"""Whether the word of the owner's mail server can be relied upon: only one that judges every mail also removes what others forged."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.message.authentication import is_unjudged
from bot.core.message.types import Message
from bot.pipeline.ports import Installation
from bot.pipeline.setup import Setup

_FACT = "unjudged_at"
_REMEMBERED = timedelta(days=30)


def note_unjudged(work: Installation, setup: Setup, message: Message, now: datetime) -> None:
    """Remember that a mail of others came in without the verdict of the server that the owner named."""
    if setup.authserv_id and is_unjudged(message, setup.authserv_id):
        work.save_fact(_FACT, now.isoformat())


def find_vouching_server(work: Installation, setup: Setup, now: datetime) -> str | None:
    """Return whose Authentication-Results are believed, None where that server has lately let a mail in without any (RFC 8601 §5)."""
    unjudged_at = work.load_fact(_FACT)
    lately = unjudged_at is not None and now - datetime.fromisoformat(unjudged_at) < _REMEMBERED
    return None if lately else setup.authserv_id
