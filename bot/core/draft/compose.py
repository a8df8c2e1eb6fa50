"""Composing a draft: what is known of the interview, put into the words of a template. Nothing is invented (E3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.draft import phrases, strengths
from bot.core.draft.addressing import greet
from bot.core.draft.plaintext import clean_body, clean_line, is_sendable_id, words_of
from bot.core.draft.recipient import choose_recipients, same_person
from bot.core.draft.specifics import choose_addition, choose_topics
from bot.core.draft.templates import (
    NO_SHOW,
    REJECTION_REPLY,
    STATUS_CHECK,
    STATUS_CHECK_AFTER_DATE,
    STATUS_CHECK_AGAIN,
    THANK_YOU,
    THANK_YOU_TO_CONTACT,
    DraftTemplates,
)
from bot.core.draft.types import Profile, Qualification, Revision
from bot.core.draft.values import DraftValues, Variation
from bot.core.draft.wording import Wording, possible_languages
from bot.core.followup.types import FollowUp, FollowUpKind
from bot.core.interview.types import Interview
from bot.core.message.threading import reply_references, reply_subject
from bot.core.message.types import Address, Owner
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import Person

_MAX_PANEL = 8
_BY_KIND = {FollowUpKind.REJECTION_REPLY: REJECTION_REPLY, FollowUpKind.NO_SHOW: NO_SHOW}


def compose_draft(
    *,
    follow_up: FollowUp,
    interview: Interview,
    owner: Owner,
    profile: Profile,
    templates: DraftTemplates,
    number: int,
    debrief: Debrief | None = None,
    belated: bool = False,
) -> Revision:
    """Return revision *number* of the follow-up's mail, its findings still empty (`bot.core.draft.check` makes them).

    *debrief*: what the owner has told of the talk (E3). *belated*: its time has passed, and it says so (E1).

    The same case gives the same text, two readers of one panel get different ones (E2). With a mail of theirs to answer, it is a reply in
    that conversation (RFC 5322 §3.6.4), else a mail with a subject of its own. ``to`` is empty while nobody is known.
    """
    recipients = choose_recipients(follow_up, interview, owner)
    reader = _reader(follow_up, interview, recipients)
    name = _template_name(follow_up, interview, owner, direct=_took_part(reader, interview))
    wording = templates.wording(interview.lang, name)
    spoken = in_language(profile, wording, templates.wordings)
    values = draft_values(follow_up, interview, owner, spoken, reader, debrief, wording)
    values = replace(values, belated=belated)
    variation = Variation(
        seed=f"{interview.id}/{follow_up.kind}/{follow_up.ordinal}", place=_place(follow_up, interview)
    )
    subject, body = templates.render(wording, name, values, variation)
    head = interview.head if interview.head and is_sendable_id(interview.head.message_id) else None
    return Revision(
        follow_up_id=follow_up.id,
        number=number,
        from_=Address(
            name=clean_line(owner.name, 200), email=clean_line(interview.addressed_to or owner.email).lower()
        ),
        to=recipients,
        subject=clean_line(reply_subject(head.subject)) if head and head.subject.strip() else subject,
        in_reply_to=head.message_id if head else None,
        references=reply_references(head.message_id, tuple(filter(is_sendable_id, head.references))) if head else (),
        body=body,
    )


def _template_name(follow_up: FollowUp, interview: Interview, owner: Owner, *, direct: bool) -> str:
    if follow_up.kind is FollowUpKind.THANK_YOU:
        return THANK_YOU if direct else THANK_YOU_TO_CONTACT
    if follow_up.kind in _BY_KIND:
        return _BY_KIND[follow_up.kind]
    if follow_up.ordinal > 1:
        return STATUS_CHECK_AGAIN
    sent = phrases.local_date(follow_up.send_at, interview.tz or owner.tz)
    passed = interview.decision_by is not None and interview.decision_by < sent
    return STATUS_CHECK_AFTER_DATE if passed else STATUS_CHECK


def _place(follow_up: FollowUp, interview: Interview) -> int:
    """Return the reader's place in the panel; 0 for somebody who is not of it."""
    places = (at for at, person in enumerate(interview.interviewers) if same_person(person.name, follow_up.person))
    return next(places, 0)


def _reader(follow_up: FollowUp, interview: Interview, recipients: tuple[Address, ...]) -> Person:
    """Return who will read the mail: whom the address belongs to, else (nobody known yet) whom it is meant for."""
    known = (*interview.interviewers, *((interview.contact,) if interview.contact else ()))
    for address in recipients:
        return next(
            (person for person in known if (person.email or "").lower() == address.email), Person(name=address.name)
        )
    return Person(name=follow_up.person or (interview.contact.name if interview.contact else ""))


def draft_values(
    follow_up: FollowUp,
    interview: Interview,
    owner: Owner,
    profile: Profile,
    reader: Person,
    debrief: Debrief | None,
    wording: Wording,
) -> DraftValues:
    """Return the facts that a template may name, as *reader* is told them; days are seen from the follow-up's planned moment."""
    zone = interview.tz or owner.tz
    role = clean_line(interview.role or "", 120).rstrip(".")
    company = clean_line(interview.company or "", 120)
    greeting = greet(
        reader.name, company, interview.called, wording, formal=profile.tone == "formal", familiar=interview.familiar
    )
    restated, facts = _qualifications(follow_up, interview, profile, debrief, wording)
    place, readers = _place(follow_up, interview), len(interview.interviewers) if follow_up.person else 1
    return DraftValues(
        addressee=greeting.name,
        salutation=greeting.line,
        familiar=interview.familiar,
        direct=_took_part(reader, interview),
        cut_short=debrief is not None and debrief.cut_short,
        team=phrases.is_staff(reader.name, company),
        role=role,
        the_role=phrases.role_phrase(role, wording),
        company=phrases.company_phrase(company, wording),
        at_company=phrases.at_company(company, wording),
        day=phrases.day_phrase(interview.start, follow_up.send_at, zone, wording),
        medium=interview.medium or "",
        talk=phrases.talk_phrase(interview.medium, wording),
        panel=phrases.join_names(_panel(follow_up, interview, reader), wording),
        topics=choose_topics(debrief, wording, place=place, readers=readers, familiar=interview.familiar),
        addition=choose_addition(debrief, wording, place=place),
        strengths=restated,
        facts=facts,
        headline=clean_line(profile.headline),
        availability=_availability(profile.availability, wording),
        decision_day=_decision_day(follow_up, interview, zone, wording),
        owner=clean_line(owner.name, 200),
        signature=_signature(profile, owner),
    )


def _signature(profile: Profile, owner: Owner) -> str:
    """Return the owner's name and what the profile puts under it; the name once, where the profile's lines hold it already."""
    lines = clean_body(profile.signature)[:2000].strip()
    named = set(words_of(owner.name)) <= set(words_of(lines)) or bool(
        set(words_of(owner.name)) & set(words_of(lines)[:4])
    )
    parts = (
        "" if lines and named else clean_line(owner.name, 200),
        lines,
        *(clean_line(link) for link in profile.links[:5]),
    )
    return "\n".join(part for part in parts if part)


def _decision_day(follow_up: FollowUp, interview: Interview, zone: str, wording: Wording) -> str:
    """Return the date that they named; a thank-you does not look forward to one that has passed."""
    day = interview.decision_by
    passed = day is not None and day < phrases.local_date(follow_up.send_at, zone)
    if day is None or (passed and follow_up.kind is FollowUpKind.THANK_YOU):
        return ""
    return phrases.date_phrase(day, zone, wording)


def _took_part(reader: Person, interview: Interview) -> bool:
    return any(same_person(person.name, reader.name) for person in interview.interviewers)


def _panel(follow_up: FollowUp, interview: Interview, reader: Person) -> list[str]:
    """Name those whom the reader is asked to thank: the person the mail is for, else all who are not written to themselves.

    Of several interviewers who are written to, one is asked: the one who arranged the interview, else the first.
    """
    if follow_up.person and not same_person(follow_up.person, reader.name):
        return [phrases.plain_name(follow_up.person)]
    others = [person for person in interview.interviewers if not same_person(person.name, reader.name)]
    unreachable = [person for person in others if not person.email]
    chosen = unreachable or others
    if follow_up.person:
        chosen = unreachable if same_person(_messenger(interview), reader.name) else []
    return [phrases.plain_name(person.name) for person in chosen[:_MAX_PANEL]]


def _messenger(interview: Interview) -> str:
    reachable = [person.name for person in interview.interviewers if person.email]
    arranged = [name for name in reachable if interview.contact and same_person(name, interview.contact.name)]
    return next(iter((*arranged, *reachable)), "")


def _qualifications(
    follow_up: FollowUp, interview: Interview, profile: Profile, debrief: Debrief | None, wording: Wording
) -> tuple[str, str]:
    """Return (what fits after "I would bring", sentences): one or two qualifications (E4, E6), a deed in a status check (E25)."""
    role = interview.role or ""
    words = (
        *(debrief.topics if debrief else ()),
        *interview.evidence,
        interview.head.subject if interview.head else "",
    )
    place = _place(follow_up, interview)
    thanks = follow_up.kind is FollowUpKind.THANK_YOU
    count = 2 if thanks and len(interview.interviewers) < 2 else 1
    chosen = strengths.choose(profile.qualifications, role, words, place=place, count=count)
    deeds = () if thanks and chosen else strengths.choose(profile.accomplishments, role, words, place=place, count=1)
    restated, facts = strengths.restate(chosen, wording)
    examples = (strengths.example_sentence(text, wording, again=bool(facts)) for text in deeds)
    return restated, " ".join(filter(None, (facts, *examples)))


def in_language(profile: Profile, wording: Wording, wordings: Mapping[str, Wording]) -> Profile:
    """Return *profile* with what is written in the language of *wording*, or in words of any (Kubernetes, Terraform)."""

    def fits(one: Qualification) -> bool:
        if one.lang:
            return one.lang == wording.lang
        possible = possible_languages(one.text, wordings)
        return not possible or wording.lang in possible

    return replace(
        profile,
        qualifications=tuple(filter(fits, profile.qualifications)),
        accomplishments=tuple(filter(fits, profile.accomplishments)),
    )


def _availability(availability: str, wording: Wording) -> str:
    plain = clean_line(availability).rstrip(".")
    sentence = wording.availability.find(plain)
    return (
        strengths.capitalised(sentence)
        if sentence.startswith(plain)
        else sentence.replace(plain, f"{plain[:1].lower()}{plain[1:]}")
    )
