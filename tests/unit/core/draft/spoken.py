"""What an owner tells and is, in each language that drafts are written in: the same case told seven times."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.draft.types import Profile, Qualification
from bot.core.reading.debrief.types import Debrief


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """``called``: how their mails name Priya Raman and Ann Lindgren."""

    called: tuple[str, ...]
    topics: tuple[str, ...]
    addition: str
    strength: str
    deed: str
    availability: str

    def debrief(self, lang: str) -> Debrief:
        return Debrief(topics=self.topics, clarifications=(self.addition,), lang=lang)

    @property
    def profile(self) -> Profile:
        return Profile(
            signature="+44 20 7946 0000",
            qualifications=(Qualification(text=self.strength, keywords=("data",)),),
            accomplishments=(Qualification(text=self.deed, keywords=("data",)),),
            availability=self.availability,
        )


SPOKEN = {
    "de": Spoken(
        called=("Frau Raman", "Herr Dr. Lindgren"),
        topics=("den Umzug des Lagers", "Datenqualität", "ihre Pläne für das neue Team"),
        addition="dass ich schon zwei solche Umzüge begleitet habe",
        strength="sechs Jahre Erfahrung mit SQL und dbt",
        deed="habe den nächtlichen Lauf von sechs Stunden auf vierzig Minuten gebracht",
        availability="ab 1. Juni",
    ),
}
