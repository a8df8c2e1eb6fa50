"""Where a command comes from: only the owner's own session, or his provider's word, makes a mail his.

A spoofer can put mail into INBOX; only an authenticated session can put it into Sent. So the command is taken from that copy. Where no
such copy appears in time, an aligned DMARC pass (RFC 9989) stated by the provider that the owner named counts for the INBOX copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.approval.types import Origin
from bot.core.message.authentication import aligned_dmarc_pass, read_authentication
from bot.core.message.received import MailboxRole
from bot.core.message.types import Message, Owner

SENT_COPY_WAIT = timedelta(minutes=5)
"""How long an INBOX copy waits for its twin in Sent before anything else is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """The command is the owner's."""

    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Not proven yet; look again at ``until``."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """It cannot be shown that the owner wrote it."""

    reason: str


OriginVerdict = Proven | Wait | Refused


def is_from_owner(message: Message, owner: Owner) -> bool:
    """Return whether the From field names the owner, and him alone (Reply-To and Sender are never believed)."""
    sender = message.sender
    return sender is not None and sender.email in owner.addresses


def decide_origin(
    *, role: MailboxRole, message: Message, owner: Owner, authserv_id: str | None, received_at: datetime, now: datetime
) -> OriginVerdict:
    """Return whether a command mail is proven to be the owner's, refused, or has to wait for its copy in Sent."""
    if not is_from_owner(message, owner):
        return Refused(reason="the From field does not name the owner alone")
    if role is MailboxRole.SENT:
        return Proven(origin=Origin.SENT_COPY)
    until = received_at + SENT_COPY_WAIT
    if now < until:
        return Wait(until=until)
    if authserv_id and _passes_dmarc(message, authserv_id):
        return Proven(origin=Origin.DMARC)
    return Refused(reason="no copy of it lies in Sent, and no trusted server vouches for the sender")


def _passes_dmarc(message: Message, authserv_id: str) -> bool:
    sender = message.sender
    domain = sender.email.rpartition("@")[2] if sender else ""
    return bool(domain) and aligned_dmarc_pass(read_authentication(message, authserv_id), domain)
