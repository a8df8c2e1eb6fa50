"""How a verdict on a reply is written down."""

from __future__ import annotations

from datetime import datetime

from bot.core.reading.types import Action, Correction, ItemCommand, OwnerReading, Reason

SENDING = frozenset({Action.APPROVE, Action.SEND_NOW, Action.SEND_AT, Action.EDIT_AND_SEND, Action.RESEND})
"""What lets a mail leave."""


def unclear(name: str, evidence: str = "", left_over: str = "") -> OwnerReading:
    """Return the reading that sends nothing and asks back, with the reason *name*."""
    return OwnerReading(action=Action.UNCLEAR, left_over=left_over[:400], reasons=(reason(name, evidence),))


def reason(name: str, evidence: str = "") -> Reason:
    """Return a reason of this stage; *evidence* is cut to 120 characters."""
    return Reason(name=name, weight=1.0, evidence=" ".join(evidence.split())[:120])


def command(
    action: Action,
    text: str,
    *,
    at: datetime | None = None,
    items: tuple[ItemCommand, ...] = (),
    argument: str | None = None,
    corrections: tuple[Correction, ...] = (),
) -> OwnerReading:
    return OwnerReading(
        action=action,
        at=at,
        items=items,
        argument=argument,
        corrections=corrections,
        reasons=(reason("command", text),),
    )
