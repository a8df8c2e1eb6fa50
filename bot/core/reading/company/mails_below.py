"""The mails quoted below a new text: which sentences are of which, and what stands over each."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.reading.company.line_labels import Layout
from bot.core.reading.company.quoted import part_mails
from bot.core.reading.company.sentences import find_sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Below:
    """A run of ``sentences`` of one mail in the quoted text. ``heading``: what stands over that mail, with who wrote it and when."""

    heading: str
    sentences: range


def find_mails_below(quoted: str, count: int, layout: Layout) -> tuple[Below, ...]:
    """Return the runs of the *count* sentences of *quoted* by the mail they are of; none where they cannot be told apart."""
    found: list[Below] = []
    begun = 0
    for heading, words in part_mails(quoted, layout.language) if count else ():
        length = sum(1 for _ in find_sentences(words, layout))
        found.append(Below(heading=heading, sentences=range(begun, begun + length)))
        begun += length
    return tuple(found) if begun == count else ()
