"""Whether they ask the owner for references: people, or letters, that speak for him."""

from __future__ import annotations

from bot.core.reading.company.clauses import speaks
from bot.core.reading.company.page import Page
from bot.core.reading.types import Reason


def find_reference_request(page: Page) -> Reason | None:
    """Return the sentence that asks the owner for references; None where none does, or where the owner is to speak for somebody else
    or for himself as a tenant."""
    cues = page.language.cues.get("references", ())
    asks = [cue for cue in cues if cue.weight > 0]
    other = [cue for cue in cues if cue.weight < 0]
    other += [cue for cue in page.language.cues.get("elsewhere", ()) if cue.name == "reference"]
    if any(speaks(page.language, other, sentence.plain) for sentence in page.sentences):
        return None
    for sentence in page.sentences:
        hit = next((cue for cue in asks if speaks(page.language, [cue], sentence.plain)), None)
        if hit is not None:
            return Reason(name=f"{hit.section}.{hit.name}", weight=hit.weight, evidence=sentence.text[:120])
    return None
