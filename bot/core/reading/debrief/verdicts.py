"""Whether the talk took place, how it went, and whether the owner wants a thank-you."""

from __future__ import annotations

from bot.core.reading.company.folding import fold
from bot.core.reading.company.page import Sentence
from bot.core.reading.debrief.notes import Notes
from bot.core.reading.debrief.types import Outcome

_SETTLED = (
    ("debrief_offered", Outcome.OFFER),
    ("debrief_rejected", Outcome.REJECTED),
    ("debrief_withdrew", Outcome.WITHDREW),
)
_NOT_HELD = ("debrief_not_held", "debrief_nobody_came")
_MOODS = (
    ("debrief_bad", Outcome.BAD),
    ("debrief_mixed", Outcome.MIXED),
    ("debrief_good", Outcome.GOOD),
)


def find_outcome(notes: Notes) -> Outcome | None:
    """Return what they told him on the spot or what he decided, else how he felt about it; None where nothing tells."""
    for section, outcome in _SETTLED:
        if any(not notes.says(f"{section}_not", sentence) for sentence in notes.saying(section)):
            return outcome
    return _verdict(notes) or (Outcome.MIXED if any(True for _ in notes.saying("debrief_uneasy")) else None)


def _verdict(notes: Notes) -> Outcome | None:
    """Return what a sentence on the whole of it says, else the first that tells; a talk that was good and bad is mixed."""
    told = [(sentence, mood) for sentence in notes.sentences if (mood := _mood(notes, sentence))]
    whole = [mood for sentence, mood in told if notes.language.match("on_the_whole", fold(sentence.text))]
    if whole:
        return whole[-1]
    first = told[0][1] if told else None
    turned = first is Outcome.GOOD and any(mood is Outcome.BAD for _, mood in told)
    return Outcome.MIXED if turned else first


def _mood(notes: Notes, sentence: Sentence) -> Outcome | None:
    """Return how a sentence says that it went; a question says nothing."""
    if sentence.text.rstrip().endswith("?"):
        return None
    return next((mood for section, mood in _MOODS if notes.says(section, sentence)), None)


def wants_no_thank_you(notes: Notes) -> bool:
    """Return whether he wants no thank-you, at all or for now; that something be sent after all outweighs it."""
    if any(True for _ in notes.saying("debrief_send")):
        return False
    return any(not notes.says("debrief_skip_not", sentence) for sentence in notes.saying("debrief_skip"))


def took_place(notes: Notes, *, told: bool) -> bool | None:
    """Return whether the talk was held; *told*: anything of it is."""
    refuted = (sentence for section in _NOT_HELD for sentence in notes.saying(section))
    if any(not notes.says("debrief_not_held_not", sentence) for sentence in refuted):
        return False
    if told or any(True for _ in notes.saying("debrief_held")):
        return True
    return None
