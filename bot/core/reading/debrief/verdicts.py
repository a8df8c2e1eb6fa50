"""Whether the talk took place, how it went, and whether the owner wants a thank-you."""

from __future__ import annotations

from bot.core.reading.debrief.notes import Notes
from bot.core.reading.debrief.types import Outcome

_SETTLED = (
    ("debrief_offered", Outcome.OFFER),
    ("debrief_rejected", Outcome.REJECTED),
    ("debrief_withdrew", Outcome.WITHDREW),
)


def find_outcome(notes: Notes) -> Outcome | None:
    """Return what they told him on the spot or what he decided, else how he felt about it; None where nothing tells."""
    for section, outcome in _SETTLED:
        if any(not notes.says(f"{section}_not", sentence) for sentence in notes.saying(section)):
            return outcome
    if _feels(notes, "bad"):
        return Outcome.BAD
    if _feels(notes, "mixed"):
        return Outcome.MIXED
    if _feels(notes, "good"):
        return Outcome.GOOD
    return Outcome.MIXED if _feels(notes, "uneasy") else None


def _feels(notes: Notes, mood: str) -> bool:
    return any(True for _ in notes.saying(f"debrief_{mood}"))


def wants_no_thank_you(notes: Notes) -> bool:
    """Return whether he wants no thank-you, at all or for now; that something be sent after all outweighs it."""
    if any(True for _ in notes.saying("debrief_send")):
        return False
    return any(not notes.says("debrief_skip_not", sentence) for sentence in notes.saying("debrief_skip"))


def took_place(notes: Notes, *, told: bool) -> bool | None:
    """Return whether the talk was held; *told*: anything of it is."""
    if any(not notes.says("debrief_not_held_not", sentence) for sentence in notes.saying("debrief_not_held")):
        return False
    if told or any(True for _ in notes.saying("debrief_held")):
        return True
    return None
