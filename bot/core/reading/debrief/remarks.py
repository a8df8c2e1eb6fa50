"""What else the owner wants known: what he wishes he had said (E23), news of the process, what must not be mentioned."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.reading.company.folding import fold
from bot.core.reading.debrief.notes import Notes

_MOST = 6
_LONGEST = 300
_TRIM = " \t,;:-–—."


def find_clarifications(notes: Notes) -> tuple[str, ...]:
    """Return what he wishes he had said, or wants to add or put right, as it stands."""
    return _told(notes, "clarify_lead", "clarify_stop")


def find_withheld(notes: Notes) -> tuple[str, ...]:
    """Return what he does not want in a mail ("don't mention the second round")."""
    return _told(notes, "withhold_lead", "withhold_stop")


def find_news(notes: Notes) -> tuple[str, ...]:
    """Return the sentences that tell of the process what no other field holds: a next round, a trial day, the pay."""
    return tuple(
        sentence.text[:_LONGEST].strip(_TRIM)
        for sentence in notes.saying("debrief_news")
        if not notes.says("debrief_news_not", sentence)
    )[:_MOST]


def _told(notes: Notes, lead: str, stop: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_behind(notes, lead, stop)))[:_MOST]


def _behind(notes: Notes, lead: str, stop: str) -> Iterator[str]:
    """Yield what stands behind the words *lead*, up to the end of the sentence or *stop*."""
    for sentence in notes.sentences:
        flat = fold(sentence.text)
        found = notes.language.match(lead, flat)
        if found is None:
            continue
        end = notes.language.pattern(stop).search(flat, found.end())
        told = sentence.text[found.end() : end.start() if end else len(flat)][:_LONGEST].strip(_TRIM)
        if told:
            yield told
