"""What machines answer to our mails: told to the owner where it matters, and never answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.approval.status import FollowUpEvent
from bot.core.delivery.status import OutboxEvent
from bot.core.delivery.types import OutboxItem
from bot.core.interview.types import Interview
from bot.core.letter.notice import write_notice
from bot.core.message.types import Message
from bot.core.reading.types import AutoAnswerKind, AutoReply, Bounce, BounceCause
from bot.pipeline.conclude import move_follow_up, tell_end
from bot.pipeline.draft import load_case
from bot.pipeline.plan import replan
from bot.pipeline.ports import Work
from bot.pipeline.post import new_context, post_letter
from bot.pipeline.setup import Setup

_LONGEST_ABSENCE = timedelta(days=60)
_ASK_ADDRESS = (
    "Do you know another one? Reply with “to:” and the address, and I show you the mail anew before it leaves."
)
_OTHER_ADDRESS = (
    "If you know another address, write to them yourself, or correct the record with “contact:” and their address."
)
_WHY = {
    BounceCause.WRONG_ADDRESS: "Nobody has that address there.",
    BounceCause.MAILBOX_FULL: "The mailbox is full; the address itself is right.",
    BounceCause.REFUSED: "Their mail server refused the mail itself; the address may well be right.",
    BounceCause.UNREACHABLE: "Their mail server could not be reached.",
    BounceCause.UNKNOWN: "It was not said why.",
}


def note_bounce(work: Work, setup: Setup, bounce: Bounce, now: datetime) -> str:
    """Tell the owner that one of his mails came back; bounces of other mail are not ours."""
    item = work.find_outbox([bounce.original_id]) if bounce.original_id else None
    case = load_case(work, item.follow_up_id) if item else None
    if item is None or case is None:
        return "bounce"
    interview, draft = case
    cause = bounce.cause.value
    work.add_journal(now, "bounced", item.key, permanent=bounce.permanent, cause=cause, status=bounce.status)
    if bounce.permanent and _never_arrived(work, item, bounce):
        lines = [f"Nobody has the address {item.envelope.recipients[0]}.", _ASK_ADDRESS]
        tell_end(work, setup, item, interview, draft, "Came back", lines, now)
    elif bounce.permanent:
        address = bounce.recipient or "the address"
        lines = [f"The mail server could not deliver it to {address}.", _WHY[bounce.cause], _OTHER_ADDRESS]
        headline = f"Your mail to {interview.company or address} came back"
        _tell(work, setup, interview, headline, lines, now, key=f"bounced:{item.id}")
    return "bounce: ours"


def _never_arrived(work: Work, item: OutboxItem, bounce: Bounce) -> bool:
    """Take a mail as not delivered where nobody has any of its addresses: it may go to another one, after a new yes."""
    addresses = {address.lower() for address in item.envelope.recipients}
    if bounce.cause is not BounceCause.WRONG_ADDRESS or not addresses <= {one.lower() for one in bounce.recipients}:
        return False
    return work.move_mail(item.id, OutboxEvent.BOUNCE) and move_follow_up(work, item, FollowUpEvent.REFUSED)


def note_auto_reply(work: Work, setup: Setup, message: Message, answer: AutoReply, now: datetime) -> None:
    """Keep what a responder answered to one of our mails; a dead address and a demand to prove to be a person are told to the owner."""
    answered = [message_id for message_id in (message.in_reply_to, *reversed(message.references)) if message_id]
    item = work.find_outbox(answered) if answered else None
    case = load_case(work, item.follow_up_id) if item else None
    if item is None or case is None:
        return
    interview, _ = case
    work.add_journal(now, "auto_replied", item.key, kind=answer.kind.value, returns_on=answer.returns_on)
    sender = message.sender.email if message.sender else "the address"
    if answer.kind is AutoAnswerKind.ABSENCE and answer.returns_on:
        _wait_for_return(work, setup, interview, answer.returns_on, now)
    elif answer.kind is AutoAnswerKind.LEFT:
        lines = [f"An automatic answer says that nobody reads {sender} any more.", *_stand_in(answer), _OTHER_ADDRESS]
        _tell(work, setup, interview, f"{sender} is not in use any more", lines, now, key=f"left:{item.id}")
    elif answer.kind is AutoAnswerKind.CHALLENGE:
        lines = [
            f"{sender} holds your mail back until you confirm by hand that a person sent it.",
            "I never answer such mails, nor open their links. It lies in your mailbox; if you trust it, confirm it yourself.",
        ]
        _tell(work, setup, interview, "Your mail waits for a confirmation", lines, now, key=f"held:{item.id}")


def _wait_for_return(work: Work, setup: Setup, interview: Interview, day: date, now: datetime) -> None:
    """Nobody is asked how things stand while he is away; a note that names a day long past, or far off, changes nothing."""
    today = now.astimezone(setup.zone).date()
    if not today < day <= today + _LONGEST_ABSENCE or (interview.away_until and day <= interview.away_until):
        return
    after = replace(interview, away_until=day)
    work.save_interview(after)
    work.add_journal(now, "absence_noted", f"interview:{interview.id}", until=day)
    replan(work, setup, after, now)


def _stand_in(answer: AutoReply) -> list[str]:
    person = answer.stand_in
    if person is None:
        return []
    shown = f"{person.name} <{person.email}>" if person.email and person.email != person.name else person.name
    return [f"It names instead: {shown}. I write to nobody new without your word."]


def _tell(
    work: Work,
    setup: Setup,
    interview: Interview,
    headline: str,
    lines: list[str],
    now: datetime,
    *,
    key: str,
) -> None:
    context = new_context(setup, now)
    letter = write_notice(context, headline=headline, lines=lines, interview=interview)
    post_letter(work, setup, context, letter, key=key, interview_id=interview.id)
