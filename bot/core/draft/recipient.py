"""Whom a follow-up is written to (E2): the interviewer himself, else the human who arranges things, else nobody yet."""

from __future__ import annotations

from bot.core.draft.plaintext import clean_line, words_of
from bot.core.followup.types import FollowUp, FollowUpKind
from bot.core.interview.types import Interview
from bot.core.message.automatic import is_machine_address
from bot.core.message.types import Address, Owner
from bot.core.reading.types import Person


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: the words of one are all in the other ("Tamsin", "Okoye, Tamsin"), folded."""
    words, others = set(words_of(one)), set(words_of(other))
    return bool(words and others) and (words <= others or others <= words)


def find_interviewer(interview: Interview, name: str) -> Person | None:
    """Return the interviewer called *name*: written so, else the only one it can mean, or None."""
    exact = [person for person in interview.interviewers if words_of(person.name) == words_of(name)]
    possible = exact or [person for person in interview.interviewers if same_person(person.name, name)]
    return possible[0] if exact or len(possible) == 1 else None


def choose_recipients(follow_up: FollowUp, interview: Interview, owner: Owner) -> tuple[Address, ...]:
    """Return whom the mail goes to, at most one address; ``()`` when none is known (then the owner is asked).

    A mail for a person goes to that person, else to the human contact. A mail for nobody in particular goes to the contact, and other mail
    than thanks without a contact to the first interviewer who can be written to. Never to a machine, never to the owner himself.
    """
    for person in _candidates(follow_up, interview):
        if person is not None and (address := _address_of(person, owner)) is not None:
            return (address,)
    return ()


def _candidates(follow_up: FollowUp, interview: Interview) -> tuple[Person | None, ...]:
    if follow_up.person:
        return (find_interviewer(interview, follow_up.person), interview.contact)
    alone = (
        interview.interviewers
        if follow_up.kind is not FollowUpKind.THANK_YOU or len(interview.interviewers) == 1
        else ()
    )
    return (interview.contact, *alone)


def _address_of(person: Person, owner: Owner) -> Address | None:
    email = clean_line(person.email or "").lower()
    if "@" not in email or email in owner.addresses or is_machine_address(email):
        return None
    name = clean_line(person.name)
    return Address(name="" if "@" in name else name, email=email)
