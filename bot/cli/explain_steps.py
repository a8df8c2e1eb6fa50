"""What the bot would do about a mail, by the same decisions as when it comes in: the record's, then the plan's."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.cli.explain_house import House
from bot.core.followup.due import find_tz
from bot.core.followup.intents import Schedule
from bot.core.followup.plan import plan_follow_ups
from bot.core.followup.types import FollowUp, FollowUpKind
from bot.core.interview.intents import AddInterview, AskOwner, ChangeInterview, Leave, LeaveReason, NoteAnswer
from bot.core.interview.record import record_reading
from bot.core.interview.types import Interview, InterviewEvent
from bot.core.letter.facts import name_company
from bot.core.letter.plan import name_follow_up
from bot.core.letter.times import show_moment
from bot.core.message.types import Message, Owner
from bot.core.reading.types import Kind, QuestionTopic, Reading
from bot.public_holidays import make_holidays

_WITHOUT_RECORD: Final = {
    Kind.CANCELLATION: "If it knows the interview: call it off, void whatever hangs on it, and tell you.",
    Kind.REJECTION: "If it knows an interview there: close the case, cancel what was planned for it, and tell you.",
    Kind.OFFER: "If it knows an interview there: close the case, cancel what was planned for it, and tell you.",
    Kind.UPDATE: "If it knows an interview there: take over the date they name; a status check that was due is off.",
    Kind.SCHEDULING: "Nothing yet; it waits for a fixed time.",
    Kind.AUTO_REPLY: "Nothing, but a note if an address is dead.",
    Kind.BOUNCE: "If a mail of yours came back: show it as not delivered, and tell you.",
}
_LEFT: Final = {
    LeaveReason.NOT_ABOUT_INTERVIEW: "Nothing.",
    LeaveReason.AUTOMATIC: "Nothing, but a note if an address is dead.",
    LeaveReason.OWN_MAIL: "Nothing: you wrote it yourself.",
    LeaveReason.UNKNOWN_INTERVIEW: "Nothing: it knows of no such interview.",
    LeaveReason.ALREADY_KNOWN: "Nothing: it knows all of this already.",
    LeaveReason.ALREADY_ASKED: "Nothing: it has asked you already.",
    LeaveReason.OLDER_SEQUENCE: "Nothing: it knows a newer version of this invitation.",
    LeaveReason.ALREADY_CANCELLED: "Nothing: it knows that this is called off.",
    LeaveReason.CASE_CLOSED: "Nothing: the case is closed.",
    LeaveReason.DISMISSED: "Nothing: you said that it is no interview.",
}
_ASKED: Final = {
    QuestionTopic.IS_INTERVIEW: "Ask you what this is. Until you answer, nothing hangs on it.",
    QuestionTopic.WHICH_TIME: "Ask you for the time. Until you answer, nothing hangs on it.",
}


def next_steps(house: House, message: Message, reading: Reading) -> list[str]:
    """Return what would be done if the mail came in at its Date, a sentence each; the moments are those of the plan."""
    owner, now = house.owner_of(message), house.arrived_at(message)
    known = house.known.match(reading, message)
    if known is None and reading.certain and reading.kind in _WITHOUT_RECORD:
        return [_WITHOUT_RECORD[reading.kind]]
    intents = record_reading(reading=reading, message=message, received_at=now, known=known, owner=owner, now=now)
    steps: list[str] = []
    for intent in intents:
        match intent:
            case AddInterview(interview=interview):
                steps += ["Record it, and tell you in a letter.", *_planned(house, interview, owner, now)]
            case ChangeInterview(after=after, event=event):
                steps += [_changed(after, event), *(_planned(house, after, owner, now) if event else [])]
            case NoteAnswer(wants_references=asked):
                steps.append(
                    "Note that they wrote: a status check that was due is off; a refusal or an offer ends the case."
                )
                steps += ["Tell you that they ask for references."] if asked else []
            case AskOwner(topic=topic):
                steps.append(_ASKED[topic])
            case Leave(reason=reason):
                steps.append(_LEFT[reason])
    return steps


def _changed(after: Interview, event: InterviewEvent | None) -> str:
    name = f"the interview it knows with {name_company(after, 'them')}"
    match event:
        case None:
            return f"Add what is new to {name}."
        case InterviewEvent.MOVED:
            return f"Move {name} and whatever hangs on it, and tell you."
        case InterviewEvent.CALLED_OFF:
            return f"Call off {name}, void whatever hangs on it, and tell you."
        case _:
            return f"Confirm {name}, and tell you."


def _planned(house: House, interview: Interview, owner: Owner, now: datetime) -> list[str]:
    cadence = house.cadence
    intents = plan_follow_ups(
        interview=interview,
        follow_ups=(),
        others=(),
        cadence=cadence,
        owner_tz=owner.tz,
        closed=make_holidays(cadence.quiet.holidays)(find_tz(interview, owner.tz)),
        now=now,
    )
    planned = [intent.follow_up for intent in intents if isinstance(intent, Schedule)]
    asks = cadence.debrief.enabled and any(one.kind is FollowUpKind.THANK_YOU for one in planned)
    steps = [_step(one, interview, owner, now, asks=asks) for one in sorted(planned, key=lambda one: one.send_at)]
    if asks and interview.end is not None:
        asked_at = max(now, interview.end + cadence.debrief.after)
        steps.insert(0, f"Ask you how it went, on {show_moment(asked_at, owner.tz, now=now)}.")
    return steps


def _step(follow_up: FollowUp, interview: Interview, owner: Owner, now: datetime, *, asks: bool) -> str:
    name = name_follow_up(follow_up, interview)
    told = asks and follow_up.kind is FollowUpKind.THANK_YOU
    if follow_up.draft_at <= now:
        draft = "show you a draft at once"
    else:
        draft = f"show you a draft {'when you have told, else ' if told else ''}on {show_moment(follow_up.draft_at, owner.tz, now=now)}"
    leaves = show_moment(follow_up.send_at, owner.tz, interview.tz, now=now)
    return f"{name[:1].upper()}{name[1:]}: {draft}; with your yes it leaves on {leaves}."
