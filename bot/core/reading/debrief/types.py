"""What the owner tells of an interview (etiquette: E3, E11, E18 to E20, E23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.reading.types import ContactWish, Person


class Outcome(StrEnum):
    """How the talk went, as the owner sees it, or what they told him on the spot."""

    GOOD = "good"
    MIXED = "mixed"
    BAD = "bad"
    REJECTED = "rejected"  # they said no
    OFFER = "offer"  # they want the owner
    WITHDREW = "withdrew"  # the owner does not want them


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """What to call somebody. ``wrong``: as the record names the person, or None where the text does not tell."""

    wrong: str | None
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """The owner's account of one interview; what is not told is None or empty, nothing is guessed.

    ``nobody_came``: he was there, they were not. ``cut_short``: it ended before its time. ``topics``, ``clarifications`` (what he wishes
    he had said, E23) and ``news`` stand as he wrote them; ``withheld`` are words of his that he does not want in a mail.
    ``call_wished``: they asked to be called (E7). ``skip_thank_you``: he wants none, or none for now. ``decision_by``: by when they
    decide (E11, E19).
    """

    happened: bool | None = None
    nobody_came: bool = False
    cut_short: bool = False
    topics: tuple[str, ...] = ()
    clarifications: tuple[str, ...] = ()
    news: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    interviewers_added: tuple[Person, ...] = ()
    interviewers_absent: tuple[str, ...] = ()
    names_corrected: tuple[Renamed, ...] = ()
    decision_by: date | None = None
    contact_wish: ContactWish = ContactWish.NONE
    call_wished: bool = False
    skip_thank_you: bool = False
    outcome: Outcome | None = None
    lang: str = "en"

    @property
    def is_empty(self) -> bool:
        """Whether nothing was told that anything could follow from."""
        return self == Debrief(lang=self.lang)
