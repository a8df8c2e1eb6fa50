"""Mail that no person typed → what it means; whatever is none of it is left to the reader of companies' mail."""

from __future__ import annotations

from bot.core.message.types import Message
from bot.core.reading.company.cues import Cues
from bot.core.reading.machine.auto_reply import read_auto_reply
from bot.core.reading.machine.bounce import is_receipt, read_bounce
from bot.core.reading.types import AutoReply, Bounce, Kind, Reading, Reason

_SURE = 10.0


def read_machine_mail(message: Message, cues: Cues, *, owners: frozenset[str]) -> Reading | None:
    """Return the reading of a delivery report, of a receipt that a mail was seen, or of an automatic answer, or None.

    *owners*: the owner's addresses; what he sends himself is no answer to him. The company of an automatic answer is not told here.
    """
    bounce = read_bounce(message, cues)
    if bounce is not None:
        return Reading(kind=Kind.BOUNCE, score=_SURE, reasons=_bounce_reasons(bounce), bounce=bounce)
    if is_receipt(message):
        seen = Reason(name="delivery_receipt", weight=_SURE, evidence=message.subject[:120])
        return Reading(kind=Kind.OTHER, score=_SURE, reasons=(seen,))
    if message.sender is not None and message.sender.email in owners:
        return None
    answer = read_auto_reply(message, cues)
    if answer is None:
        return None
    return Reading(kind=Kind.AUTO_REPLY, score=_SURE, reasons=_answer_reasons(answer), auto_reply=answer)


def _bounce_reasons(bounce: Bounce) -> tuple[Reason, ...]:
    end = "permanent" if bounce.permanent else "still tried"
    words = " ".join(part for part in (end, bounce.cause.value, bounce.status or "", *bounce.recipients) if part)
    return (
        Reason(name="delivery_report", weight=_SURE, evidence=bounce.evidence),
        Reason(name="delivery", weight=0.0, evidence=words[:120]),
    )


def _answer_reasons(answer: AutoReply) -> tuple[Reason, ...]:
    found = [Reason(name="automatic_answer", weight=_SURE, evidence=answer.evidence)]
    found.append(Reason(name=answer.kind.value, weight=0.0, evidence=answer.evidence))
    if answer.returns_on:
        found.append(Reason(name="returns_on", weight=0.0, evidence=answer.returns_on.isoformat()))
    if answer.stand_in:
        words = dict.fromkeys((answer.stand_in.name, answer.stand_in.email or ""))
        found.append(Reason(name="stand_in", weight=0.0, evidence=" ".join(filter(None, words))[:120]))
    return tuple(found)
