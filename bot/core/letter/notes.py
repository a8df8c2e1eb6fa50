"""Texts for the owner to copy: LinkedIn, a card, a call, keeping in touch (etiquette: E7, E21, E27)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.core.draft.templates import LONGEST_LINKEDIN_NOTE
from bot.core.followup.notes import Note, NoteKind
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.letter.answers import Answer, make_answer
from bot.core.letter.compose import compose_letter
from bot.core.letter.context import Letter, LetterContext
from bot.core.letter.facts import name_company, short_facts
from bot.core.letter.shown import exact, one_line
from bot.core.letter.templates import Part
from bot.core.letter.times import find_zone, show_day
from bot.core.letter.told import show_told
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import LetterKind, ShownItem

_NAMES: Final = {
    NoteKind.LINKEDIN: "LinkedIn request",
    NoteKind.CARD: "handwritten card",
    NoteKind.CALL: "notes for a call",
    NoteKind.KEEP_IN_TOUCH: "a few words to keep in touch",
}


_NO_ADDRESS: Final = "A status check is due, and I know no address that it could go to. If you have a telephone number,"
_ASKED_TO_BE_CALLED: Final = "A status check is due, and they asked to be called:"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNote:
    """A note with its text, ready to copy."""

    note: Note
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A text as the templates show it."""

    heading: str
    body: str


def write_notes(
    context: LetterContext,
    *,
    interview: Interview,
    notes: Sequence[ShownNote],
    told: Debrief | None,
    ended_at: datetime | None = None,
    foreign: bool = False,
) -> Letter:
    """Return one letter with the texts to copy, at least one. *told*: the owner's account. *ended_at*: since when the case is at an end.

    *foreign*: they write in another language than the texts are in.
    """
    kind = notes[0].note.kind
    lines = _lines(context, interview, kind, told, ended_at)
    if foreign:
        lines.append("They write in a language in which I have no texts yet; put it into theirs.")
    said = show_told(Debrief(topics=told.topics, news=told.news)) if told and kind is NoteKind.KEEP_IN_TOUCH else []
    return compose_letter(
        context,
        part=Part.NOTES,
        kind=LetterKind.NOTES,
        subject=_subject(interview, notes),
        values={
            "lines": lines,
            "facts": [*short_facts(context, interview), *said],
            "texts": [NoteView(heading=_heading(one, of=len(notes)), body=exact(one.text)) for one in notes],
            "answers": _answers(context, notes),
        },
        items=tuple(ShownItem(number=one.note.number, subject="", body=one.text) for one in notes),
    )


def _subject(interview: Interview, notes: Sequence[ShownNote]) -> str:
    company = name_company(interview)
    match notes[0].note.kind:
        case NoteKind.CALL:
            return f"To call, if you like: how things stand, {company}"
        case NoteKind.KEEP_IN_TOUCH:
            return f"Keep in touch: {company}"
    what = _name(notes[0].note) if len(notes) == 1 else f"{len(notes)} texts"
    return f"To copy, if you like: {what}, {company}"


def _lines(
    context: LetterContext, interview: Interview, kind: NoteKind, told: Debrief | None, ended_at: datetime | None
) -> list[str]:
    match kind:
        case NoteKind.CALL:
            asked = told is not None and told.call_wished
            why = _ASKED_TO_BE_CALLED if asked else _NO_ADDRESS
            return [f"{why} a short call can do the same: three points and one question. I call nobody myself."]
        case NoteKind.KEEP_IN_TOUCH:
            day = show_day((ended_at or context.now).astimezone(find_zone(context.owner.tz)).date())
            ended = "They declined" if interview.status is InterviewStatus.CLOSED else "Your last status check left"
            unanswered = "" if interview.status is InterviewStatus.CLOSED else ", and no answer came"
            return [f"{ended} on {day}{unanswered}. A few friendly words now keep the door open; they ask for nothing."]
    return ["The thank-you is settled. Something personal can stand beside it, light and short."]


def _name(note: Note) -> str:
    person = one_line(note.person, 60)
    return f"{_NAMES[note.kind]} to {person}" if person else _NAMES[note.kind]


def _heading(shown: ShownNote, *, of: int) -> str:
    number = f"Text {shown.note.number} of {of}" if of > 1 else "The text"
    length = f" ({len(shown.text)} of {LONGEST_LINKEDIN_NOTE} characters)"
    return f"{number}: {_name(shown.note)}{length if shown.note.kind is NoteKind.LINKEDIN else ''}"


def _answers(context: LetterContext, notes: Sequence[ShownNote]) -> list[Answer]:
    later = "4w" if notes[0].note.kind is NoteKind.KEEP_IN_TOUCH else "2d"
    rest = [
        make_answer(context, f"snooze {later}", "I show it again then", "Later"),
        make_answer(context, "skip", "I do not come back to it", "Skip"),
    ]
    if len(notes) == 1:
        called = notes[0].note.kind is NoteKind.CALL
        return [make_answer(context, "done", "you have called" if called else "you have sent it", "Done"), *rest]
    sent = (
        make_answer(
            context, f"sent {one.note.number}", f"you have sent text {one.note.number}", f"Sent {one.note.number}"
        )
        for one in notes
    )
    return [*sent, make_answer(context, "sent all", "you have sent them all"), *rest]
