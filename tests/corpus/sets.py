"""The three sets of labelled mail: what the reader was built against, what it was tuned on, and what is only ever counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.core.reading.company.cues import Cues
from bot.core.reading.types import Reading
from tests.corpus.labels import HERE, Label, load_labels, read_corpus

GIVEN, OWN, HELD = "given", "own", "held"
HELD_FOLDER = HERE / "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One mail of a set as it was labelled, and as it was read."""

    set: str
    label: Label
    reading: Reading


def find_sets(root: Path = HERE) -> dict[str, tuple[Path, ...]]:
    """Return the folders of labelled mail of each set under *root*; a set that is not there has none."""
    return {
        GIVEN: (root,) if (root / "labels.jsonl").is_file() else (),
        OWN: _folders(root / OWN),
        HELD: _folders(root / HELD),
    }


def read_sets(sets: Mapping[str, tuple[Path, ...]], cues: Cues, lang: str | None = None) -> Iterator[Read]:
    """Yield every mail of *sets* with its reading."""
    for name, folders in sets.items():
        for folder in folders:
            for label, reading in read_corpus(load_labels(lang, folder), cues):
                yield Read(set=name, label=label, reading=reading)


def is_held(folder: Path) -> bool:
    """Return whether *folder* lies in what is held back."""
    return folder.resolve().is_relative_to(HELD_FOLDER.resolve())


def _folders(root: Path) -> tuple[Path, ...]:
    return tuple(sorted(path.parent for path in root.glob("*/labels.jsonl")))
