"""One mail from outside → what it means. The small files beside this one each read one thing; here they are put together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.core.message.types import Message, Owner
from bot.core.reading.company.calendar_matters import narrow_block, without_other_matters
from bot.core.reading.company.calendar_time import settle_with_calendar
from bot.core.reading.company.choosing import choose_when
from bot.core.reading.company.company_name import find_company
from bot.core.reading.company.contact_wish import find_contact_wish
from bot.core.reading.company.correspondents import find_contact, find_correspondents
from bot.core.reading.company.cues import Cues
from bot.core.reading.company.decision import find_decision_by
from bot.core.reading.company.evidence import Evidence, Verdict
from bot.core.reading.company.gathering import gather_evidence
from bot.core.reading.company.invitation import Invitation, read_invitation
from bot.core.reading.company.kind import answers_yes, judge_kind
from bot.core.reading.company.manner import find_called, is_familiar
from bot.core.reading.company.marked import read_marked
from bot.core.reading.company.medium import find_setting
from bot.core.reading.company.moments import find_moments
from bot.core.reading.company.ordinal import picks_quoted
from bot.core.reading.company.other_part import html_that_differs, in_doubt_of_part
from bot.core.reading.company.page import Page, lay_out
from bot.core.reading.company.references import find_reference_request
from bot.core.reading.company.role import find_role, find_titled_role
from bot.core.reading.company.scanning import says_same_time, takes_your_time
from bot.core.reading.company.talk_time import with_time
from bot.core.reading.company.weighing import Weights
from bot.core.reading.company.when import When
from bot.core.reading.company.who import find_interviewers
from bot.core.reading.machine.read import read_machine_mail
from bot.core.reading.types import ContactWish, Kind, Reading, Reason

_SETTLED = frozenset({Kind.REJECTION, Kind.OFFER, Kind.OTHER})


def read_company_mail(
    *,
    message: Message,
    owner: Owner,
    cues: Cues,
    received_at: datetime | None = None,
    on_record: str | None = None,
) -> Reading:
    """Return what a mail from outside means to *owner* as a candidate; unknown is None, nothing is guessed. Never raises.

    *received_at* (aware) stands in for a Date field that is missing. *on_record*: the interview known to the owner's record that this
    conversation is about, in words for the reasons; None where it is about none.
    """
    machine = read_machine_mail(message, cues, owners=owner.addresses)
    if machine is not None and machine.kind is not Kind.AUTO_REPLY:
        return machine
    page = lay_out(message, owner, cues, received_at)
    if machine is not None:
        return _with_company(machine, page)
    other = html_that_differs(message)
    return _read(page, cues.weights, on_record, lay_out(other, owner, cues, received_at) if other else None)


def read_evidence(*, message: Message, owner: Owner, cues: Cues) -> Evidence | None:
    """Return what speaks for and against each kind in a mail, None for a machine's: by this the weights are set."""
    if read_machine_mail(message, cues, owners=owner.addresses) is not None:
        return None
    return _look(lay_out(message, owner, cues), None)[0]


def _with_company(reading: Reading, page: Page) -> Reading:
    who = find_correspondents(page, Invitation())
    company = find_company(page, who, Invitation())
    return replace(reading, company=company.name, lang=page.language.code)


def _look(page: Page, on_record: str | None, shown: Page | None = None) -> tuple[Evidence, When]:
    """Return the evidence, and the times as the words alone tell them. *shown*: the HTML part, where it tells anything else."""
    invitation = _invitation(page)
    who = find_correspondents(page, invitation)
    said = _said(page, invitation)
    said = in_doubt_of_part(said, _said(shown, invitation)) if shown else said
    invitation = without_other_matters(page, invitation, said)
    when = settle_with_calendar(said, narrow_block(page, invitation, said), page.owner)
    return gather_evidence(page, who, invitation, when, find_titled_role(page, invitation), on_record), said


def _said(page: Page, invitation: Invitation) -> When:
    """Return the time of the talk as the words of *page* tell it."""
    moments = find_moments(page, invitation.whole_day)
    same_time = any(says_same_time(page, sentence.plain) for sentence in page.sentences)
    agreed = answers_yes(page) or same_time or picks_quoted(page, moments) or takes_your_time(page)
    return choose_when(page, moments, answered=agreed)


def _read(page: Page, weights: Weights, on_record: str | None, shown: Page | None = None) -> Reading:
    evidence, said = _look(page, on_record, shown)
    verdict = judge_kind(evidence, weights)
    request = find_reference_request(page)
    reading = Reading(
        kind=verdict.kind,
        certain=verdict.certain,
        wants_references=request is not None,
        lang=page.language.code,
        score=verdict.score,
        reasons=(*_reasons(verdict, evidence.invitation, page), *([request] if request else ())),
    )
    if verdict.kind is Kind.OTHER and verdict.certain:
        return replace(reading, contact_wish=_wish(page)) if page.answers or on_record else reading
    reading = _with_parties(reading, page, evidence)
    reading = _with_manner(reading, page)
    reading = with_time(reading, page, evidence.when, said, evidence.invitation)
    return replace(reading, decision_by=_decision_by(reading, page), ask=_doubts(reading))


def _with_parties(reading: Reading, page: Page, evidence: Evidence) -> Reading:
    """Set the company, the role, the people, and how and where one meets them."""
    invitation, who = evidence.invitation, evidence.who
    talk = reading.kind.dated or reading.kind is Kind.SCHEDULING
    company = find_company(page, who, invitation)
    role = find_role(page, invitation, company.name)
    people = find_interviewers(page, invitation, who, company.words, role=role, agency=company.agency) if talk else ()
    setting = find_setting(page, invitation)
    return replace(
        reading,
        company=company.name,
        role=role,
        interviewers=people,
        contact=find_contact(page, who, people),
        medium=setting.medium if talk else None,
        location=setting.location if talk else None,
        meeting_url=setting.url if talk else None,
        contact_wish=_wish(page),
    )


def _with_manner(reading: Reading, page: Page) -> Reading:
    people = (*reading.interviewers, *((reading.contact,) if reading.contact else ()))
    return replace(reading, familiar=is_familiar(page), called=find_called(page, people))


def _decision_by(reading: Reading, page: Page) -> date | None:
    if not page.language.known or reading.kind in _SETTLED:
        return None
    return find_decision_by(page, reading.start if reading.kind.dated else None, reading.kind)


def _wish(page: Page) -> ContactWish:
    return find_contact_wish(page) if page.language.known else ContactWish.NONE


def _invitation(page: Page) -> Invitation:
    """Return what the calendar data says; only where there is none, what the markup says."""
    invitation = read_invitation(page.message.calendars, page.owner.tz)
    return invitation if invitation.events or invitation.problem else read_marked(page)


def _reasons(verdict: Verdict, invitation: Invitation, page: Page) -> tuple[Reason, ...]:
    extra: list[Reason] = []
    if invitation.events:
        words = f"METHOD:{invitation.method or 'none'} {invitation.events[0].summary}"
        name, weight = ("markup", 1.0) if invitation.marked else ("calendar", 3.0)
        extra.append(Reason(name=name, weight=weight, evidence=words[:120]))
    if invitation.problem:
        extra.append(Reason(name="calendar_ignored", weight=0.0, evidence=invitation.problem[:120]))
    if page.message.sender is None:
        extra.append(Reason(name="no_single_author", weight=-2.0, evidence=str(page.message.from_fields)))
    return (*extra, *verdict.reasons)[:24]


def _doubts(reading: Reading) -> tuple[str, ...]:
    """Return the fields to ask about: the kind where it is unsure, the time where none or two stand."""
    found = [] if reading.certain else ["kind"]
    if reading.kind.fixes and reading.start is None:
        found.append("start")
    return tuple(found)
