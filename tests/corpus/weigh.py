"""``python -m tests.corpus.weigh``: set the weights of ``config/cues/weights.toml`` anew, by all mail that is open.

Multinomial logistic regression (scikit-learn, ``deploy/requirements-weights.txt``) over the traits of every labelled mail and of the
letters of the tests; what is held back takes no part. Short letters, each written for one point, count less than mails.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.config_files import shipped_dir
from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.company.cues import Cues
from bot.core.reading.company.read import read_evidence
from bot.core.reading.company.traits import find_traits
from bot.core.reading.types import Kind
from tests.corpus.labels import load_cues, load_labels
from tests.corpus.letters import labelled_letters
from tests.corpus.sets import HELD, find_sets

_LETTER = 0.15
_STRENGTH = 0.4
"""Inverse of the regularization (C): more fits the open mails better, and unseen ones worse."""
_RARE = 8
"""A trait that fewer mails than this show gets no weight."""
_LEAST = 0.02
_HEAD = """# How much each trait of a mail speaks for each kind, as natural logarithms of odds; written by `python -m tests.corpus.weigh`.
# A trait may be weighed otherwise in your own config/cues/weights.toml: the kinds that you name there replace these.

[weights]
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A mail's traits, what it is, and how much it counts."""

    traits: Mapping[str, float]
    kind: Kind
    counts: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the weights."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.weigh", description=__doc__)
    parser.add_argument("--to", type=Path, default=shipped_dir() / "cues" / "weights.toml", help="the file to write")
    options = parser.parse_args(arguments)
    cues = load_cues()
    examples = [*_of_mails(cues), *_of_letters(cues)]
    weights = fit(examples)
    options.to.write_text(_HEAD + "".join(_line(trait, kinds) for trait, kinds in weights), encoding="utf-8")
    print(f"{len(weights)} traits weighed by {len(examples)} mails and letters, written to {options.to}.")


def fit(examples: Sequence[Example]) -> list[tuple[str, dict[str, float]]]:
    """Return trait → kind → weight, by trait."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    shown = Counter(trait for example in examples for trait in example.traits)
    rows = [
        {trait: size for trait, size in example.traits.items() if shown[trait] >= _RARE and trait != "always"}
        for example in examples
    ]
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=_STRENGTH, max_iter=5000)
    model.fit(table, [example.kind.value for example in examples], [example.counts for example in examples])
    names = [str(name) for name in vectorizer.feature_names_]
    columns = [("always", model.intercept_), *zip(names, model.coef_.T, strict=True)]
    return sorted((name, _rounded(model.classes_, column)) for name, column in columns)


def _rounded(kinds: Iterable[object], column: Iterable[float]) -> dict[str, float]:
    pairs = ((str(kind), round(float(weight), 2)) for kind, weight in zip(kinds, column, strict=True))
    return {kind: weight for kind, weight in pairs if abs(weight) >= _LEAST}


def _line(trait: str, kinds: Mapping[str, float]) -> str:
    return f'"{trait}" = {{ {", ".join(f"{kind} = {weight}" for kind, weight in kinds.items())} }}\n' if kinds else ""


def _of_mails(cues: Cues) -> Iterator[Example]:
    for name, folders in find_sets().items():
        for label in (label for folder in folders if name != HELD for label in load_labels(None, folder)):
            yield from _example(parse_message(label.path.read_bytes()), label.owner, label.kind, cues, 1.0)


def _of_letters(cues: Cues) -> Iterator[Example]:
    for kind, message, owner in labelled_letters():
        yield from _example(message, owner, kind, cues, _LETTER)


def _example(message: Message, owner: Owner, kind: Kind, cues: Cues, counts: float) -> Iterator[Example]:
    evidence = read_evidence(message=message, owner=owner, cues=cues)
    if evidence is not None and kind not in (Kind.AUTO_REPLY, Kind.BOUNCE):
        yield Example(find_traits(evidence), kind, counts)


if __name__ == "__main__":
    main()
