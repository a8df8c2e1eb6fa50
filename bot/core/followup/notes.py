"""Beyond mail: texts that the owner copies himself, to LinkedIn, onto a card, for a call, to keep in touch (etiquette: E7, E21, E27)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.core.followup.intents import TouchKind
from bot.core.followup.plan import UNSENT
from bot.core.followup.status_check import is_answered
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState, NetworkRule, StopReason
from bot.core.interview.account import Account
from bot.core.interview.company import same_company
from bot.core.interview.roles import same_person_name
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.reading.types import ContactWish, Kind

MAX_REQUESTS: Final = 8
"""A panel of more gets no more LinkedIn requests than that."""

TALK_STALE_AFTER: Final = timedelta(days=7)
"""So long after a talk no note about it is begun."""

REMINDER_STALE_AFTER: Final = timedelta(days=14)
"""A day to keep in touch that has passed for so long is let go: who switches it on is not told of every old case."""

REMIND_AGAIN_AFTER: Final = timedelta(weeks=4)
"""So long a day to keep in touch is put off where the owner names no other."""

_LEAVING: Final = UNSENT | {FollowUpState.SENDING, FollowUpState.UNKNOWN}
_ENDED_BY_OWNER: Final = frozenset({StopReason.OWNER_WROTE, StopReason.THANKS_UNWANTED})


class NoteKind(StrEnum):
    """Where the text is to be copied to."""

    LINKEDIN = "linkedin"  # a request to one interviewer (E21)
    CARD = "card"  # a handwritten card (E7)
    CALL = "call"  # what to say on the telephone (E7)
    KEEP_IN_TOUCH = "keep_in_touch"  # a short mail, long after the case has ended (E27)

    @property
    def touch(self) -> TouchKind:
        """What it counts as once the owner has sent it (E13)."""
        return TouchKind.CALL if self is NoteKind.CALL else TouchKind.NOTE


_AFTER_TALK: Final = frozenset({NoteKind.LINKEDIN, NoteKind.CARD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A text proposed to the owner. ``person``: whom it is for, ``""`` for nobody in particular. ``number``: its place in the letter,
    from 1. ``settled_at``: when the owner said that it is sent, or not wanted. ``again_at``: he has put it off until then. Both aware UTC.
    """

    interview_id: int
    kind: NoteKind
    person: str = ""
    number: int = 1
    settled_at: datetime | None = None
    again_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCase:
    """An interview, and what else decides about its notes.

    ``follow_ups``: its own. ``unreachable``: the ids of those that were shown without anybody to write to. ``others``: all other
    interviews of its company. ``proposed``: what was proposed before, for this one and those, the earliest first. ``touched_at``: when
    the company last got something.
    """

    interview: Interview
    follow_ups: Sequence[FollowUp] = ()
    unreachable: Collection[int] = ()
    account: Account | None = None
    others: Sequence[Interview] = ()
    proposed: Sequence[Note] = ()
    touched_at: datetime | None = None


def find_due_notes(case: NoteCase, *, rule: NetworkRule, now: datetime) -> list[tuple[Note, ...]]:
    """Return the notes that are due at *now* (aware), those of one letter together, numbered from 1.

    Each is proposed once; what the owner has put off, again when that time has come.
    """
    letters = (
        _due(case, _AFTER_TALK, _after_talk(case, rule, now), now) if _follows_talk(case.interview) else (),
        _due(case, {NoteKind.CALL}, _new(case, NoteKind.CALL), now) if _has_to_call(case) else (),
        _due(case, {NoteKind.KEEP_IN_TOUCH}, _reminder(case, rule, now), now) if find_end(case) else (),
    )
    return [tuple(replace(note, number=at) for at, note in enumerate(notes, 1)) for notes in letters if notes]


def may_be_due(interview: Interview, rule: NetworkRule, now: datetime) -> bool:
    """Return whether the record alone leaves it possible that a note after the talk, or long after the end, is due for the first time."""
    end = interview.end
    if end is None:
        return False
    beside_thanks = rule.linkedin == "on" or bool(rule.handwritten_for)
    if beside_thanks and _follows_talk(interview) and end <= now < end + TALK_STALE_AFTER:
        return True
    may_be_over = interview.status in (InterviewStatus.CLOSED, InterviewStatus.EXPECTED)
    return rule.keep_in_touch is not None and may_be_over and end + rule.keep_in_touch <= now


def find_end(case: NoteCase) -> datetime | None:
    """Return since when the case has been at an end with the door still open: they declined, or did not answer the last status check (E27).

    None where it goes on, was stopped by the owner, ended with an offer, where they wish no contact, or where another talk with the
    company says so.
    """
    interview = case.interview
    if not interview.company or interview.contact_wish is ContactWish.NO_CONTACT:
        return None
    if any(_speaks_against(other, interview) for other in case.others):
        return None
    if interview.status is InterviewStatus.CLOSED:
        declined = interview.closed_for == Kind.REJECTION
        return (interview.answered_at or (case.account.told_at if case.account else None)) if declined else None
    return _last_unanswered_check(case)


def _due(case: NoteCase, kinds: Collection[NoteKind], fresh: Sequence[Note], now: datetime) -> tuple[Note, ...]:
    own = [note for note in case.proposed if note.interview_id == case.interview.id and note.kind in kinds]
    if not own:
        return tuple(fresh)
    last = {(note.kind, note.person): note for note in own}.values()
    waits = (note for note in last if note.again_at is not None and note.settled_at is None and note.again_at <= now)
    return tuple(Note(interview_id=note.interview_id, kind=note.kind, person=note.person) for note in waits)


def _new(case: NoteCase, kind: NoteKind, person: str = "") -> tuple[Note, ...]:
    return (Note(interview_id=case.interview.id, kind=kind, person=person),)


def _follows_talk(interview: Interview) -> bool:
    return interview.status is InterviewStatus.EXPECTED and interview.contact_wish is not ContactWish.NO_CONTACT


def _after_talk(case: NoteCase, rule: NetworkRule, now: datetime) -> list[Note]:
    """Return the notes beside a thank-you, once that is done with (E7, E21)."""
    end = case.interview.end
    if end is None or not end <= now < end + TALK_STALE_AFTER or not _is_thanked(case.follow_ups):
        return []
    requests = list(_requests(case))[:MAX_REQUESTS] if rule.linkedin == "on" else []
    by_hand = any(same_company(name, case.interview.company) for name in rule.handwritten_for)
    return [*requests, *(_new(case, NoteKind.CARD) if by_hand else ())]


def _requests(case: NoteCase) -> Iterator[Note]:
    """Yield a request for each interviewer who was not proposed before; none where they said that they will get in touch (E18)."""
    if case.interview.contact_wish is ContactWish.NO_CHASING:
        return
    before = [note.person for note in case.proposed if note.kind is NoteKind.LINKEDIN]
    for person in case.interview.interviewers:
        if person.name and not any(same_person_name(person.name, name) for name in before):
            yield from _new(case, NoteKind.LINKEDIN, person.name)


def _is_thanked(follow_ups: Sequence[FollowUp]) -> bool:
    """Whether every thank-you has left or is not wanted, and there was one."""
    thanks = [one for one in follow_ups if one.kind is FollowUpKind.THANK_YOU]
    if any(one.state in _LEAVING for one in thanks):
        return False
    done = (FollowUpState.SENT, FollowUpState.SKIPPED)
    return any(one.state in done or one.stop_reason in _ENDED_BY_OWNER for one in thanks)


def _has_to_call(case: NoteCase) -> bool:
    """Whether a status check waits that can be written to nobody, or whom it goes to asked to be called; never where they asked for no
    calls (E18)."""
    interview = case.interview
    allowed = interview.status is InterviewStatus.EXPECTED and interview.contact_wish is ContactWish.NONE
    waits = (FollowUpState.WAITING, FollowUpState.HELD)
    asked = case.account is not None and case.account.debrief.call_wished
    return allowed and any(
        one.kind is FollowUpKind.STATUS_CHECK and one.state in waits and (asked or one.id in case.unreachable)
        for one in case.follow_ups
    )


def _reminder(case: NoteCase, rule: NetworkRule, now: datetime) -> tuple[Note, ...]:
    """Return the note of the day to keep in touch; it is counted from the last that they heard of the owner, where that is later."""
    ended_at = find_end(case)
    if rule.keep_in_touch is None or ended_at is None:
        return ()
    day = max(filter(None, (ended_at, case.touched_at))) + rule.keep_in_touch
    return _new(case, NoteKind.KEEP_IN_TOUCH) if day <= now < day + REMINDER_STALE_AFTER else ()


def _speaks_against(other: Interview, interview: Interview) -> bool:
    """Whether another talk with the same company is the one to go by: a later one, one that is still open, or one that ended otherwise."""
    if other.status in (InterviewStatus.DISMISSED, InterviewStatus.CANCELLED):
        return False
    if other.status is InterviewStatus.CLOSED and other.closed_for != Kind.REJECTION:
        return True
    return other.start is None or interview.start is None or (other.start, other.id) > (interview.start, interview.id)


def _last_unanswered_check(case: NoteCase) -> datetime | None:
    checks = [one for one in case.follow_ups if one.kind is FollowUpKind.STATUS_CHECK]
    over = case.interview.status is InterviewStatus.EXPECTED and not is_answered(case.interview)
    if not over or any(one.state in _LEAVING for one in checks):
        return None
    return max((one.sent_at for one in checks if one.state is FollowUpState.SENT and one.sent_at), default=None)
