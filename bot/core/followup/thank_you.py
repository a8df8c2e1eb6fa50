"""Thank-yous: whom, and when (E1, E2)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.core.followup.due import find_tz, is_paused, quiet_days
from bot.core.followup.hours import Closed, first_moment
from bot.core.followup.types import Cadence, FollowUp, FollowUpKind, FollowUpState
from bot.core.interview.account import Account
from bot.core.interview.roles import same_person_name
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.message.automatic import is_machine_address

LEAST_TO_DECIDE: Final = timedelta(hours=8)
"""So long before the target a draft is made at the latest, for the owner to read and approve it."""

THANKED: Final = frozenset({FollowUpState.SENT, FollowUpState.SENDING, FollowUpState.UNKNOWN, FollowUpState.SKIPPED})
"""States after which this person gets no other thank-you: it left, it may have left, or the owner said no."""


def want_thank_yous(
    *,
    interview: Interview,
    stored: Sequence[FollowUp],
    cadence: Cadence,
    owner_tz: str,
    holidays: Closed,
    account: Account | None = None,
    met_again: Collection[str] = (),
) -> list[FollowUp]:
    """Return the thank-yous that there should be, as they would be planned now; an interview without a time wants none.

    *account*: what the owner has told of the talk; their drafts wait for it (E3). *met_again*: who is thanked after a later talk instead
    (`find_met_again`).
    """
    if interview.end is None:
        return []
    return [
        _plan_one(interview, person, interview.end, cadence, owner_tz, holidays, account)
        for person in choose_people(interview, stored, per_interviewer=cadence.thank_you.per_interviewer)
        if not is_among(person, met_again)
    ]


def is_among(person: str, names: Iterable[str]) -> bool:
    """Return whether *person* is one of *names*, however he is written there."""
    return any(same_person_name(person, name) for name in names)


def find_met_again(interview: Interview, others: Iterable[Interview], cadence: Cadence) -> frozenset[str]:
    """Return the names of the interviewers who take part in a later talk that ends before their thank-you would be late: a second talk of
    the day, or a panel over two days. One thank-you after the last is enough (E13)."""
    if interview.end is None:
        return frozenset()
    late = interview.end + cadence.thank_you.deadline
    addresses = {
        (person.email or "").lower()
        for other in others
        if other.status is InterviewStatus.EXPECTED and other.end is not None and interview.end < other.end <= late
        for person in other.interviewers
    }
    again = (person for person in interview.interviewers if person.email and person.email.lower() in addresses)
    return frozenset(person.name or person.email or "" for person in again)


def drafts_at(end: datetime, cadence: Cadence, account: Account | None) -> datetime:
    """Return when the drafts are made: as soon as the owner has told how it went; without his account when he has been waited for long
    enough, or the target comes near."""
    rule = cadence.debrief
    asked_at = end + rule.after
    if not rule.enabled:
        return asked_at
    if account is not None:
        return max(account.told_at, end)
    return min(asked_at + rule.wait, max(asked_at, end + cadence.thank_you.target - LEAST_TO_DECIDE))


def choose_people(interview: Interview, stored: Sequence[FollowUp], *, per_interviewer: bool) -> list[str]:
    """Return for whom there is a thank-you: each interviewer who can be written to, else ``""``, one mail to the human contact.

    ``""`` is planned even when no address is known at all: the draft stage then asks the owner whom to write to (E2). *stored*: the
    thank-yous of this interview; who was thanked under a shorter name, or through the contact, is not thanked again.
    """
    thanked = [follow_up.person for follow_up in stored if follow_up.state in THANKED]
    if "" in thanked:
        return [""]
    people = _reachable(interview) if per_interviewer else []
    if not people:
        return [] if thanked else [""]
    return [_stored_name(person, stored, thanked) for person in people]


def _reachable(interview: Interview) -> list[str]:
    """Return the interviewers with an address that a person reads, each address once."""
    by_address: dict[str, str] = {}
    for person in interview.interviewers:
        if person.email and not is_machine_address(person.email):
            by_address.setdefault(person.email.lower(), person.name or person.email)
    return list(dict.fromkeys(by_address.values()))


def _stored_name(person: str, stored: Sequence[FollowUp], thanked: Sequence[str]) -> str:
    """Return the spelling under which this person's thank-you is stored: any that was thanked, else the same letters."""
    spelled = (one.person for one in stored if one.person.casefold().split() == person.casefold().split())
    fitting = (name for name in thanked if name and same_person_name(name, person))
    return next(fitting, next(spelled, person))


def _plan_one(
    interview: Interview,
    person: str,
    end: datetime,
    cadence: Cadence,
    owner_tz: str,
    holidays: Closed,
    account: Account | None,
) -> FollowUp:
    rule = cadence.thank_you
    return FollowUp(
        interview_id=interview.id,
        kind=FollowUpKind.THANK_YOU,
        person=person,
        draft_at=drafts_at(end, cadence, account),
        send_at=_send_at(end, cadence, find_tz(interview, owner_tz), holidays),
        target_at=end + rule.target,
        deadline_at=end + rule.deadline,
    )


def _send_at(end: datetime, cadence: Cadence, tz: str, holidays: Closed) -> datetime:
    """E1: not in the first hours, then as soon as the window opens. Holidays give way where they would make it late; pauses do not."""
    rule = cadence.thank_you
    after = end + rule.earliest
    on_open_day = first_moment(rule.window, after=after, tz=tz, closed=quiet_days(cadence, holidays))
    if on_open_day <= end + rule.deadline:
        return on_open_day
    return first_moment(rule.window, after=after, tz=tz, closed=lambda day: is_paused(day, cadence))
