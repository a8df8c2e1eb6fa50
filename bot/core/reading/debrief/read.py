"""The owner's answer to "how did it go?" → what it tells. The small files beside this one each read one thing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.core.message.types import Message, Owner
from bot.core.reading.company.cues import Cues
from bot.core.reading.debrief.attendance import find_absent, find_added, find_renamed
from bot.core.reading.debrief.notes import lay_out_notes
from bot.core.reading.debrief.process import find_decision_day, find_wish, wants_a_call
from bot.core.reading.debrief.remarks import find_clarifications, find_news, find_withheld
from bot.core.reading.debrief.topics import find_topics
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.debrief.verdicts import find_outcome, took_place, wants_no_thank_you
from bot.core.reading.types import Person


def read_debrief(
    text: str,
    *,
    message: Message,
    owner: Owner,
    cues: Cues,
    held: datetime | None = None,
    known: Sequence[Person] = (),
) -> Debrief:
    """Return what *text*, the new words of the reply *message*, tells of a talk; unknown is None or empty, nothing is guessed.

    *held* (aware): when the talk was to begin. *known*: who was announced. Days count from the reply's Date field.
    """
    notes = lay_out_notes(text, message, owner=owner, held=held, cues=cues)
    topics, outcome = find_topics(notes), find_outcome(notes)
    added, absent = find_added(notes, known), find_absent(notes, known)
    clarifications = find_clarifications(notes)
    happened = took_place(notes, told=bool(topics or outcome or added or clarifications))
    if happened is False:
        topics, clarifications, outcome = (), (), None
    return Debrief(
        happened=happened,
        nobody_came=happened is False and any(notes.saying("debrief_nobody_came")),
        cut_short=happened is True and any(notes.saying("debrief_cut_short")),
        topics=topics,
        clarifications=clarifications,
        news=find_news(notes),
        withheld=find_withheld(notes),
        interviewers_added=added,
        interviewers_absent=absent,
        names_corrected=find_renamed(notes, known),
        decision_by=find_decision_day(notes),
        contact_wish=find_wish(notes),
        call_wished=wants_a_call(notes),
        skip_thank_you=wants_no_thank_you(notes),
        outcome=outcome,
        lang=notes.language.code,
    )
