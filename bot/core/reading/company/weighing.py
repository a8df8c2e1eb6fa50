"""How much each trait of a mail speaks for each kind: the weights of ``config/cues/weights.toml`` and what the trees of ``trees.toml`` say
of several together, added up.

They are set like the scores of a mail filter's rules: all at once, so that together they fit the labelled mails of the corpus
(``python -m tests.corpus.weigh``). So a word that often goes with another kind than its own counts little, and no single one decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp

from bot.core.reading.company.acts import ALWAYS
from bot.core.reading.company.cue_values import read_table
from bot.core.reading.company.trees import Tree, add_up, parse_trees
from bot.core.reading.types import Kind


@dataclass(frozen=True, slots=True)
class Weights:
    """``by_trait``: trait → kind → weight, as natural logarithms of odds; ``trees``: kind → its trees, which end in such weights."""

    by_trait: Mapping[str, Mapping[Kind, float]] = field(default_factory=dict)
    trees: Mapping[Kind, tuple[Tree, ...]] = field(default_factory=dict)

    def weigh(self, traits: Mapping[str, float]) -> dict[Kind, float]:
        """Return the share of belief in each kind, 0 to 1, together 1."""
        sums = {kind: add_up(self.trees.get(kind, ()), traits) for kind in _KINDS}
        for trait, size in traits.items():
            for kind, weight in self.by_trait.get(trait, {}).items():
                sums[kind] += weight * size
        most = max(sums.values())
        odds = {kind: exp(total - most) for kind, total in sums.items()}
        whole = sum(odds.values())
        return {kind: share / whole for kind, share in odds.items()}

    def heaviest(self, traits: Mapping[str, float], kind: Kind, count: int) -> tuple[tuple[str, float], ...]:
        """Return the *count* traits that speak loudest for *kind* or against it, with their weights."""
        shown = ((trait, size) for trait, size in traits.items() if trait != ALWAYS)
        said = ((trait, self.by_trait.get(trait, {}).get(kind, 0.0) * size) for trait, size in shown)
        loudest = sorted(((trait, weight) for trait, weight in said if weight), key=lambda entry: -abs(entry[1]))
        return tuple(loudest[:count])


_KINDS: tuple[Kind, ...] = tuple(kind for kind in Kind if kind not in (Kind.AUTO_REPLY, Kind.BOUNCE))
"""Mail of machines is told apart by its headers and form before anything is weighed."""
_BY_NAME: Mapping[object, Kind] = {kind.value: kind for kind in _KINDS}


def parse_weights(value: object, place: str, problems: list[str]) -> dict[str, dict[Kind, float]]:
    """Return the weights by trait in the table ``[weights]``; what is wrong with them is added to *problems*."""
    found: dict[str, dict[Kind, float]] = {}
    for trait, kinds in read_table(value, place, problems).items():
        if not isinstance(kinds, dict) or not all(_is_weight(name, weight) for name, weight in kinds.items()):
            problems.append(f'{place}: "{trait}" must hold a number for each kind that it names.')
            continue
        found[trait] = {_BY_NAME[name]: float(weight) for name, weight in kinds.items()}
    return found


def parse_kind_trees(value: object, place: str, problems: list[str]) -> dict[Kind, tuple[Tree, ...]]:
    """Return the trees of each kind in the table ``[trees]`` (see `parse_trees`); what is wrong with them is added to *problems*."""
    found: dict[Kind, tuple[Tree, ...]] = {}
    for name, text in read_table(value, place, problems).items():
        try:
            found[_BY_NAME[name]] = parse_trees(str(text))
        except (KeyError, ValueError, RecursionError):
            problems.append(f'{place}: "{name}" must be a kind with trees, one a line ("dated<=0.5 -0.1 0.2").')
    return found


def _is_weight(name: object, weight: object) -> bool:
    return name in _BY_NAME and isinstance(weight, int | float) and not isinstance(weight, bool)
