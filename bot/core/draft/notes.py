"""The texts that the owner copies himself: the facts of the case in the words of a template. Nothing is invented (E3, E7, E21, E27)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.core.draft import phrases
from bot.core.draft.addressing import greet_together
from bot.core.draft.compose import draft_values, in_language
from bot.core.draft.templates import (
    CALL_NOTES,
    HANDWRITTEN_CARD,
    KEEP_IN_TOUCH,
    LINKEDIN_NOTE,
    LONGEST_LINKEDIN_NOTE,
    DraftTemplates,
)
from bot.core.draft.types import Profile
from bot.core.draft.values import DraftValues, Variation
from bot.core.draft.wording import Wording
from bot.core.followup.notes import Note, NoteKind
from bot.core.followup.types import FollowUp, FollowUpKind
from bot.core.interview.types import Interview
from bot.core.message.types import Owner
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import Person

_FILES: Final = {
    NoteKind.LINKEDIN: LINKEDIN_NOTE,
    NoteKind.CARD: HANDWRITTEN_CARD,
    NoteKind.CALL: CALL_NOTES,
    NoteKind.KEEP_IN_TOUCH: KEEP_IN_TOUCH,
}
_GIVEN_UP_FIRST: Final = ("addition", "strengths", "facts", "headline", "topics", "day", "at_company", "company")
"""What a text that has to be short can do without, in this order."""
_MOST_ADDRESSED: Final = 3


def compose_note(
    note: Note,
    *,
    interview: Interview,
    owner: Owner,
    profile: Profile,
    templates: DraftTemplates,
    debrief: Debrief | None,
    now: datetime,
) -> str:
    """Return the text of *note*, in their language where there are templates for it, else in English; ``""`` for a LinkedIn request to
    a desk, or one that cannot be brought below its 300 characters.

    *debrief*: what the owner told of the talk; its topics are named where they are in the language of the text (E3). *now*: aware; days
    are named as seen from it.
    """
    if note.kind is NoteKind.LINKEDIN and phrases.is_staff(note.person, interview.company or ""):
        return ""
    wording = templates.wording(interview.lang, _FILES[note.kind])
    spoken = in_language(profile, wording, templates.wordings)
    values = _values(note, interview, owner, spoken, debrief, wording, now)
    variation = Variation(seed=f"{interview.id}/{note.kind}", place=_place(note, interview))
    texts = (
        templates.render(wording, _FILES[note.kind], one, variation)[1] for one in _shorter_and_shorter(values, wording)
    )
    if note.kind is NoteKind.LINKEDIN:
        return next((text for text in texts if len(text) <= LONGEST_LINKEDIN_NOTE), "")
    return next(texts)


def _values(
    note: Note,
    interview: Interview,
    owner: Owner,
    profile: Profile,
    debrief: Debrief | None,
    wording: Wording,
    now: datetime,
) -> DraftValues:
    """Return the facts as a mail to the same person has them."""
    kind = FollowUpKind.STATUS_CHECK if note.kind is NoteKind.CALL else FollowUpKind.THANK_YOU
    as_mail = FollowUp(interview_id=interview.id, kind=kind, person=note.person, draft_at=now, send_at=now)
    reader = Person(name=note.person) if note.person else _first_known(interview)
    values = draft_values(as_mail, interview, owner, profile, reader, debrief, wording)
    return _to_everybody(values, interview, profile, wording) if note.kind is NoteKind.CARD else values


def _first_known(interview: Interview) -> Person:
    known = (*interview.interviewers, *((interview.contact,) if interview.contact else ()))
    return known[0] if known else Person(name="")


def _to_everybody(values: DraftValues, interview: Interview, profile: Profile, wording: Wording) -> DraftValues:
    """Return *values* for a text that greets those who were there, as far as they are known by name."""
    company = interview.company or ""
    names = [one.name for one in interview.interviewers if not phrases.is_staff(one.name, company)][:_MOST_ADDRESSED]
    if not names:
        return values
    formal, familiar = profile.tone == "formal", interview.familiar
    greeting = greet_together(names, company, interview.called, wording, formal=formal, familiar=familiar)
    return replace(values, addressee=greeting.name, salutation=greeting.line, team=len(names) > 1)


def _place(note: Note, interview: Interview) -> int:
    places = (at for at, person in enumerate(interview.interviewers) if person.name == note.person)
    return next(places, 0)


def _shorter_and_shorter(values: DraftValues, wording: Wording) -> Iterator[DraftValues]:
    """Yield all facts first, then fewer and fewer."""
    yield values
    for name in _GIVEN_UP_FIRST:
        if getattr(values, name):
            values = replace(values, **{name: ""})  # type: ignore[arg-type]
            yield values
    yield replace(values, role="", the_role=wording.role_unknown)
