"""What a mail that the owner wrote to a company himself means for the plan (etiquette: E13)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.followup.intents import TouchKind
from bot.core.followup.thank_you import THANKED
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState, ThankYouRule
from bot.core.interview.domain import company_domain, same_domain
from bot.core.interview.types import Interview
from bot.core.reading.types import Person

_UNSENT = frozenset({FollowUpState.PLANNED, FollowUpState.WAITING, FollowUpState.APPROVED, FollowUpState.HELD})


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMail:
    """What a mail of the owner's own brings about. ``touch``: what it counts as, None for what is no touch.

    ``withdrawn``: thank-yous that he has written himself. ``postponed``: status checks that were shown or approved before it.
    """

    touch: TouchKind | None = None
    withdrawn: tuple[FollowUp, ...] = ()
    postponed: tuple[FollowUp, ...] = ()


def find_addressed(
    interviews: Iterable[Interview], recipients: Collection[str], thread: Collection[int]
) -> list[Interview]:
    """Return the interviews whose people, or whose company, a mail to *recipients* (addresses, lower case) reaches.

    *thread*: the ids of those whose conversation it goes on with. The domain of a hiring system or of free mail names no company.
    """
    domains = {domain for address in recipients if (domain := company_domain(address))}
    return [
        one for one in interviews if one.id in thread or _emails(one) & set(recipients) or _shares_domain(one, domains)
    ]


def decide_own_mail(
    *,
    interview: Interview,
    follow_ups: Sequence[FollowUp],
    recipients: Collection[str],
    sent_at: datetime,
    rule: ThankYouRule,
    answers_them: bool,
) -> OwnMail:
    """Return what the owner's mail of *sent_at* (aware) to *recipients* means for *interview*.

    Before the end of the talk, and in direct answer to a mail that they wrote after it (*answers_them*), it is no touch and changes
    nothing. In the time of a thank-you it is one: whom he wrote to is not thanked again; with one to their contact, or to an address
    there that nobody is known by, all are. Later it is a status check of his own.
    """
    if interview.end is None or sent_at < interview.end or answers_them:
        return OwnMail()
    unsent = [one for one in follow_ups if one.state in _UNSENT]
    thanks = [one for one in unsent if one.kind is FollowUpKind.THANK_YOU]
    shown = [one for one in unsent if one.kind is FollowUpKind.STATUS_CHECK and one.state is not FollowUpState.PLANNED]
    thanked = any(one.kind is FollowUpKind.THANK_YOU and one.state in THANKED for one in follow_ups)
    in_time = sent_at <= interview.end + rule.deadline
    if in_time and (thanks or not thanked):
        return OwnMail(
            touch=TouchKind.THANK_YOU,
            withdrawn=tuple(_thanked_by(interview, thanks, recipients)),
            postponed=tuple(shown),
        )
    return OwnMail(touch=TouchKind.OWN_MAIL, withdrawn=tuple(thanks), postponed=tuple(shown))


def _thanked_by(interview: Interview, thanks: Sequence[FollowUp], recipients: Collection[str]) -> list[FollowUp]:
    by_name = {person.name: (person.email or "").lower() for person in interview.interviewers}
    addressed = [one for one in thanks if by_name.get(one.person, "") in recipients]
    known = {email for email in by_name.values() if email}
    return addressed if known & set(recipients) else list(thanks)


def _emails(interview: Interview) -> set[str]:
    return {person.email.lower() for person in _people(interview) if person.email}


def _people(interview: Interview) -> tuple[Person, ...]:
    return (*interview.interviewers, *((interview.contact,) if interview.contact else ()))


def _shares_domain(interview: Interview, domains: Collection[str]) -> bool:
    own = {company_domain(email) for email in _emails(interview)}
    return any(same_domain(one, other) for one in own for other in domains)
