"""Who wrote a mail, to which of the owner's addresses, and what an answer to it has to carry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from bot.core.interview.types import ThreadHead
from bot.core.message.automatic import AutomaticReason, automatic_reasons, is_machine_address
from bot.core.message.types import Message, Owner

MAX_REFERENCES: Final = 20

_RESPONDER: Final = frozenset(
    {
        AutomaticReason.REPORT,
        AutomaticReason.FAILED_RECIPIENTS,
        AutomaticReason.NULL_RETURN_PATH,
        AutomaticReason.AUTO_RESPONDER,
        AutomaticReason.AUTO_SUBJECT,
    }
)


def is_own(message: Message, owner: Owner) -> bool:
    """Return whether the owner stands as author of the mail."""
    return any(address.email in owner.addresses for address in message.from_)


def is_human(message: Message, owner: Owner) -> bool:
    """Return whether a person on the other side wrote the mail (through a hiring system too): no responder, no report, no no-reply.

    List-Unsubscribe, Precedence and X-Auto-Response-Suppress alone do not count: hiring systems and Outlook add them to people's mails.
    """
    reasons = set(automatic_reasons(message))
    if reasons & _RESPONDER or _from_list(reasons):
        return False
    if AutomaticReason.AUTO_SUBMITTED in reasons:
        return False
    return _person_wrote(message, owner)


def is_answerable(message: Message, owner: Owner) -> bool:
    """Return whether a follow-up may be a reply to this mail: a person's, or an invitation that a calendar sent in a person's name."""
    if is_human(message, owner):
        return True
    reasons = set(automatic_reasons(message))
    return (
        bool(message.calendars)
        and not reasons & _RESPONDER
        and not _from_list(reasons)
        and _person_wrote(message, owner)
    )


def find_addressed_to(message: Message, owner: Owner) -> str | None:
    """Return the owner's address that the mail was sent to (To, then Cc, then the delivery fields), or None where none is named."""
    delivered = (*message.header_all("delivered-to"), *message.header_all("x-original-to"))
    named: Iterable[str] = (*(a.email for a in message.to), *(a.email for a in message.cc), *delivered)
    wanted = (email.strip().strip("<>").lower() for email in named)
    return next((email for email in wanted if email in owner.addresses), None)


def next_head(message: Message, *, known: ThreadHead | None, owner: Owner, received_at: datetime) -> ThreadHead | None:
    """Return the head of the conversation after this mail: it, if a reply to it makes sense and it is not older than *known*."""
    if not message.message_id or not is_answerable(message, owner):
        return known
    at = _written_at(message, received_at)
    head = ThreadHead(message_id=message.message_id, references=_references(message), subject=message.subject, at=at)
    if known is None:
        return head
    return known if _is_older(head, known) else head


def _written_at(message: Message, received_at: datetime) -> datetime:
    """Return when the mail was written; a date in the future is a wrong clock, and would shut out every later mail."""
    return min(message.date, received_at) if message.date else received_at


def _is_older(head: ThreadHead, known: ThreadHead) -> bool:
    if head.message_id == known.message_id or head.message_id in known.references:
        return True
    if known.message_id in head.references:
        return False
    return known.at is not None and head.at is not None and head.at < known.at


def _references(message: Message) -> tuple[str, ...]:
    """Return the ancestors, oldest first (RFC 5322 §3.6.4: In-Reply-To where there are no References), bounded."""
    ids = message.references or ((message.in_reply_to,) if message.in_reply_to else ())
    return ids if len(ids) <= MAX_REFERENCES else (ids[0], *ids[1 - MAX_REFERENCES :])


def _from_list(reasons: set[AutomaticReason]) -> bool:
    return AutomaticReason.LIST in reasons


def _person_wrote(message: Message, owner: Owner) -> bool:
    sender = message.sender
    return sender is not None and not is_own(message, owner) and not is_machine_address(sender.email)
