"""The etiquette check: what has to be mended before a draft may leave (errors), and what could be better (advice, see `tone`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.core.draft.employer import differing_company, misspelled_company, other_employers
from bot.core.draft.placeholder import find_placeholders
from bot.core.draft.plaintext import clean_line, is_forbidden
from bot.core.draft.salutation import greeted, means
from bot.core.draft.spelling import Speller, advise_spelling
from bot.core.draft.tone import advise
from bot.core.draft.types import Finding, Revision
from bot.core.draft.wording import Wording
from bot.core.followup.types import FollowUp, FollowUpKind
from bot.core.interview.types import Interview
from bot.core.message.automatic import is_machine_address
from bot.core.message.threading import base_subject
from bot.core.message.types import Address, Owner
from bot.core.reading.types import Person

MAX_CHECKED = 20_000


def check_draft(
    revision: Revision,
    *,
    interview: Interview,
    follow_up: FollowUp,
    owner: Owner,
    wordings: Mapping[str, Wording],
    others: Sequence[str] = (),
    given: Sequence[str] = (),
    spell: Speller | None = None,
    own_words: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """Return the findings, errors first; works on texts of the program's and of the owner's alike, by the words of each language.

    *others*: names of other employers in the records; *given*: addresses that the owner himself named for this mail. *spell*: judges
    words, None leaves spelling out; *own_words*: what the owner wrote of himself and of the talk, whose words are right as they are.
    """
    body = revision.body[:MAX_CHECKED]
    names = _names(interview, owner, revision)
    subject = "" if _is_theirs(revision.subject, interview) else revision.subject
    errors = (
        *_recipients(revision, interview, owner, {address.lower() for address in given}),
        *_emptiness(revision),
        *_gaps(subject, body, " ".join(names)),
        *_invisible(revision, body),
        *_salutation(revision, interview, follow_up, body),
        *_employers(revision, interview, f"{subject}\n{body}", others, names),
    )
    if not body.strip():
        return errors
    thanks, parting = follow_up.kind is FollowUpKind.THANK_YOU, follow_up.kind is FollowUpKind.REJECTION_REPLY
    advice = advise(body, thanks=thanks, interest=not parting, names=names, wordings=wordings)
    known = (*names, revision.subject, interview.location or "", *interview.evidence, *own_words)
    spelling = advise_spelling(body, known=known, spell=spell, wordings=wordings) if spell else ()
    return (*errors, *advice, *spelling)


def _is_theirs(subject: str, interview: Interview) -> bool:
    """Whether the subject is the conversation's own ("Re: [Ref 12] Your interview"), which is not ours to mend."""
    return (
        interview.head is not None and base_subject(subject) == base_subject(clean_line(interview.head.subject)) != ""
    )


def _people(interview: Interview) -> tuple[Person, ...]:
    return (*interview.interviewers, *((interview.contact,) if interview.contact else ()))


def _names(interview: Interview, owner: Owner, revision: Revision) -> tuple[str, ...]:
    """Return the names that belong to the case: people, role and company."""
    people = [person.name for person in _people(interview)]
    return tuple(
        filter(None, (interview.company, interview.role, owner.name, *people, *(one.name for one in revision.to)))
    )


def _recipients(revision: Revision, interview: Interview, owner: Owner, given: Collection[str]) -> Iterator[Finding]:
    known = {person.email.lower() for person in _people(interview) if person.email} | set(given)
    if not revision.to:
        yield _error("E2", "To", "nobody is known to write to; answer with to: and the address")
    for address in (*revision.to, *revision.cc):
        email = address.email.lower()
        if email in owner.addresses or email == interview.addressed_to.lower():
            yield _error("E2", address.email, "this is your own address; answer with to: and theirs")
        elif is_machine_address(email):
            yield _error("E2", address.email, "nobody reads what is sent there; answer with to: and a person's address")
        elif email not in known:
            yield _error("E2", address.email, "this address is not of this interview; answer with to: if you mean it")


def _emptiness(revision: Revision) -> Iterator[Finding]:
    if not revision.subject.strip():
        yield _error("E8", "Subject", "it is empty; answer with subject: and its words")
    if not revision.body.strip():
        yield _error("E8", "text", "it is empty; answer with the text that you want")


def _gaps(subject: str, body: str, known: str) -> Iterator[Finding]:
    for gap in find_placeholders(f"{subject}\n{body}", known)[:10]:
        yield _error("E8", gap, "fill in or take out what was left open")


def _invisible(revision: Revision, body: str) -> Iterator[Finding]:
    addresses = " ".join(str(address) for address in (revision.from_, *revision.to, *revision.cc))
    if any(is_forbidden(c) for c in body.replace("\n", "")) or any(
        is_forbidden(c) for c in revision.subject + addresses
    ):
        yield _error("E8", "invisible characters", "send the text again without them")


def _salutation(revision: Revision, interview: Interview, follow_up: FollowUp, body: str) -> Iterator[Finding]:
    readers = [name for address in revision.to for name in _called(address, interview, follow_up)]
    for name in greeted(body) if readers else ():
        if not means(name, [*readers, interview.company or ""]):
            yield _error("E2", name, f"the mail goes to {', '.join(map(str, revision.to))}; greet the one who reads it")


def _called(address: Address, interview: Interview, follow_up: FollowUp) -> tuple[str, ...]:
    """Return the full names that the reader at *address* may have; an address that the records do not name may be any interviewer's."""
    recorded = [
        person.name for person in _people(interview) if person.email and person.email.lower() == address.email.lower()
    ]
    certain = [name for name in (address.name, *recorded) if name and "@" not in name]
    possible = certain or [follow_up.person, *(person.name for person in _people(interview))]
    return tuple(name for name in possible if name)


def _employers(
    revision: Revision, interview: Interview, text: str, others: Sequence[str], names: Sequence[str]
) -> Iterator[Finding]:
    company = interview.company or ""
    for name in other_employers(text, company, others, names):
        yield _error("E8", name, "this is another employer's name")
    if not company:
        return
    domains = [part for address in revision.to for part in address.email.partition("@")[2].split(".")[:-1]]
    for name in misspelled_company(text, company):
        yield _error(
            "E8",
            name,
            f"the company is {company} in the record; mend the text, or answer with company: and the right name",
        )
    for name in differing_company(text, company, [*names, *domains]):
        yield _error(
            "E8",
            name,
            f"the company is {company} in the record; mend the text, or answer with company: and the right name",
        )


def _error(rule: str, words: str, proposal: str) -> Finding:
    return Finding(rule=rule, blocks=True, words=words, proposal=proposal)
