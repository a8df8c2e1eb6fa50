"""What a mail is about, by the words of the fields of life in it: a flat, a clinic, a podcast, or the owner's own candidacy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.core.reading.company.senses import Line

WORK = "work"
TRADE = "trade"
"""Words of trades and workplaces (a clinic, customers, an accountant): what employers speak of in mail to candidates, too."""
PREFIX = "matter_"
"""How the meanings are named that are fields of life."""
_STEM = 5
"""Words that share so many letters are one ("tenant", "tenancy")."""


@dataclass(frozen=True, slots=True)
class Matters:
    """``words``: field of life (`WORK` is the owner's candidacy) → the words of it that stand in the mail, each stem once."""

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def work(self) -> int:
        """How many words speak of a candidacy."""
        return len(self.words.get(WORK, ()))

    @property
    def other(self) -> tuple[str, tuple[str, ...]]:
        """The field of life with the most words, and these; neither work nor trade is one."""
        fields = [(name, words) for name, words in self.words.items() if name not in (WORK, TRADE)]
        return max(fields, key=lambda entry: len(entry[1]), default=("", ()))


def find_matters(lines: Iterable[Line]) -> Matters:
    """Return the fields of life that *lines* speak of."""
    found: dict[str, dict[str, str]] = {}
    for line in lines:
        for meaning, senses in line.senses.items():
            if meaning.startswith(PREFIX):
                stems = found.setdefault(meaning.removeprefix(PREFIX), {})
                for sense in senses:
                    words = " ".join(line.words[sense.start : sense.end])
                    stems.setdefault(words[:_STEM], words)
    return Matters({name: tuple(stems.values()) for name, stems in found.items()})
