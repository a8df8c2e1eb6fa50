"""``python -m tests.corpus.weigh``: set ``acts.toml``, ``weights.toml`` and ``trees.toml`` in ``config/cues`` anew, by all open mail.

First what sentences do (`tests.corpus.sentences`), then of what kind mails are: multinomial logistic regression and boosted trees
(scikit-learn, ``deploy/requirements-weights.txt``) over the traits of every labelled mail and of the letters of the tests; what is held
back takes no part. Sums and trees err on other mails: half of each errs less than either (by cross-validation, a fifth fewer wrong
kinds). Short mails and letters, each written for one point, count less than whole ones. The acts in a mail are read by weights set
without its own sentences: so the second step sees how well acts are read in mail that is new.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.config_files import shipped_dir
from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.company.acts import ALWAYS, ActWeights
from bot.core.reading.company.cues import Cues
from bot.core.reading.company.evidence import Evidence
from bot.core.reading.company.lexicon import QUESTION
from bot.core.reading.company.moving import moves
from bot.core.reading.company.read import read_evidence
from bot.core.reading.company.traits import find_traits
from bot.core.reading.company.trees import Tree, write_tree
from bot.core.reading.types import Kind
from tests.corpus.labels import load_cues, load_labels
from tests.corpus.letters import labelled_letters
from tests.corpus.sentences import LabelledSentence, fit_acts, load_sentences, source_of_letter, write_acts
from tests.corpus.sets import HELD, OWN, find_sets
from tests.corpus.short_mails import KINDS, ORDINARY, TAUGHT, TIMES, load_short_mails
from tests.corpus.trees import family_of, find_common, fit_trees, scaled

_LETTER = 0.15
_SHORT = 0.15
_TAUGHT, _ORDINARY = 0.1, 0.25
_TIMED = 0.03
_STRENGTH = 0.2
"""Inverse of the regularization (C): more fits the open mails better, and unseen ones worse."""
_LEAST = 0.02
_SWAY = {"": 2.0, "acts": 2.0, "act": 1.3, "says": 0.5, "dated": 0.5, "asked": 0.5, "topic": 0.5, "if": 0.5}
"""So much more freely than others traits of these families (what stands before the colon; "": the mail as a whole) are weighed: what a mail
is as a whole and what its sentences do holds for mail in other words, too; single meanings less so. Set by cross-validation."""
_OF_SUMS, _OF_TREES = 0.65, 0.55
"""So much of the belief in a kind rests on either: more than 1 together, for where both agree both are too timid."""
_PARTS = 5
_HEAD_OF_ACTS = """# How much each word (its first five letters), pair of words, meaning (=) and notion (@) of a sentence speaks for each
# act, as natural logarithms of odds; written by `python -m tests.corpus.weigh` from the sentences in tests/corpus/acts.
# A mark may be weighed otherwise in your own config/cues/acts.toml, under another name than "weighed": its line there replaces this one.

[acts]
weighed = '''
"""
_END_OF_ACTS = "'''\n"
_HEAD = """# How much each trait of a mail speaks for each kind, as natural logarithms of odds; written by `python -m tests.corpus.weigh`.
# A trait may be weighed otherwise in your own config/cues/weights.toml: the kinds that you name there replace these.

[weights]
"""
_HEAD_OF_TREES = """# What several traits of a mail speak for each kind together, as logarithms of odds; by `python -m tests.corpus.weigh`.
# A line is a tree: "trait<=size", then what follows where the trait is not larger, then where it is; a weight ends it.

[trees]
"""


@dataclass(frozen=True, slots=True)
class Mail:
    """What speaks for and against each kind in a mail, what it is, and how much it counts."""

    source: str
    evidence: Evidence
    kind: Kind
    counts: float


@dataclass(frozen=True, slots=True)
class Example:
    """A mail's traits, what it is, and how much it counts."""

    traits: Mapping[str, float]
    kind: Kind
    counts: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the weights."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.weigh", description=__doc__)
    parser.add_argument("--to", type=Path, default=shipped_dir() / "cues", help="the folder to write to")
    options = parser.parse_args(arguments)
    cues = load_cues()
    sentences = list(load_sentences(cues))
    acts = fit_acts(sentences)
    (options.to / "acts.toml").write_text(_HEAD_OF_ACTS + write_acts(acts) + _END_OF_ACTS, encoding="utf-8")
    examples = list(_by_others(sentences, [*_of_mails(cues), *_of_short_mails(cues), *_of_letters(cues)]))
    weights, trees = fit(examples)
    text = _HEAD + "".join(_line(trait, kinds) for trait, kinds in weights)
    (options.to / "weights.toml").write_text(text, encoding="utf-8")
    text = _HEAD_OF_TREES + "".join(_text(kind, grown) for kind, grown in trees.items())
    (options.to / "trees.toml").write_text(text, encoding="utf-8")
    print(
        f"{len(acts.by_mark)} marks weighed by {len(sentences)} sentences, {len(weights)} traits by {len(examples)} mails and letters."
    )


def _by_others(sentences: Sequence[LabelledSentence], mails: Sequence[Mail]) -> Iterator[Example]:
    """Yield the traits of each mail, its acts read by weights that none of its own sentences helped to set."""
    for part in range(_PARTS):
        acts = fit_acts([one for one in sentences if not one.source or _part_of(one.source) != part])
        for mail in (mail for mail in mails if _part_of(mail.source) == part):
            yield Example(find_traits(_read_by(acts, mail.evidence)), mail.kind, mail.counts)


def _read_by(acts: ActWeights, evidence: Evidence) -> Evidence:
    """Return the same evidence, sentences being known by *acts*."""
    return replace(evidence, page=replace(evidence.page, language=evidence.page.language.with_acts(acts)))


def _part_of(source: str) -> int:
    return zlib.crc32(source.encode()) % _PARTS


def fit(examples: Sequence[Example]) -> tuple[list[tuple[str, dict[str, float]]], dict[str, tuple[Tree, ...]]]:
    """Return trait → kind → weight, by trait; and kind → its trees. Both together are what is believed."""
    kinds, counts = [example.kind.value for example in examples], [example.counts for example in examples]
    grown = fit_trees([example.traits for example in examples], kinds, counts)
    trees = {kind: tuple(scaled(tree, _OF_TREES) for tree in trees) for kind, trees in grown.items()}
    return _fit_sums(examples, kinds, counts), trees


def _fit_sums(
    examples: Sequence[Example], kinds: Sequence[str], counts: Sequence[float]
) -> list[tuple[str, dict[str, float]]]:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    common = find_common([example.traits for example in examples])
    rows = [
        {trait: size * _sway(trait) for trait, size in example.traits.items() if trait in common}
        for example in examples
    ]
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=_STRENGTH, max_iter=5000)
    model.fit(table, kinds, counts)
    names = [str(name) for name in vectorizer.feature_names_]
    weighed = (column * _sway(name) * _OF_SUMS for name, column in zip(names, model.coef_.T, strict=True))
    columns = [(ALWAYS, model.intercept_ * _OF_SUMS), *zip(names, weighed, strict=True)]
    return sorted((name, _rounded(model.classes_, column)) for name, column in columns)


def _sway(trait: str) -> float:
    return _SWAY.get(family_of(trait), 1.0)


def _rounded(kinds: Iterable[object], column: Iterable[float]) -> dict[str, float]:
    pairs = ((str(kind), round(float(weight), 2)) for kind, weight in zip(kinds, column, strict=True))
    return {kind: weight for kind, weight in pairs if abs(weight) >= _LEAST}


def _line(trait: str, kinds: Mapping[str, float]) -> str:
    return f'"{trait}" = {{ {", ".join(f"{kind} = {weight}" for kind, weight in kinds.items())} }}\n' if kinds else ""


def _text(kind: str, trees: Iterable[Tree]) -> str:
    lines = "".join(f"{write_tree(tree)}\n" for tree in trees)
    return f"{kind} = '''\n{lines}'''\n"


def _of_mails(cues: Cues) -> Iterator[Mail]:
    for name, folders in find_sets().items():
        for label in (label for folder in folders if name != HELD for label in load_labels(None, folder)):
            evidence = _evidence_of(parse_message(label.path.read_bytes()), label.owner, label.kind, cues)
            if evidence is not None:
                yield Mail(label.path.stem, evidence, label.kind, 1.0)


def _of_letters(cues: Cues) -> Iterator[Mail]:
    for kind, message, owner in labelled_letters():
        evidence = _evidence_of(message, owner, kind, cues)
        if evidence is not None:
            yield Mail(source_of_letter(evidence.page.sentences), evidence, kind, _LETTER)


def _of_short_mails(cues: Cues) -> Iterator[Mail]:
    for folder, counts in ((KINDS / OWN, _SHORT), (TAUGHT, _TAUGHT), (ORDINARY, _ORDINARY), (TIMES / OWN, _TIMED)):
        for mail in load_short_mails(folder):
            kind = mail.kind or Kind.INTERVIEW
            evidence = _evidence_of(mail.message, mail.owner, kind, cues)
            if evidence is not None and (mail.kind or not _asks(evidence)):
                moved = mail.kind is None and (moves(evidence) or evidence.when.shifted)
                yield Mail(mail.id, evidence, Kind.RESCHEDULE if moved else kind, counts)


def _asks(evidence: Evidence) -> bool:
    """Return whether a mail asks: one that tells a time may then only propose it."""
    return any(QUESTION in line.senses for line in evidence.lines)


def _evidence_of(message: Message, owner: Owner, kind: Kind, cues: Cues) -> Evidence | None:
    if kind in (Kind.AUTO_REPLY, Kind.BOUNCE):
        return None
    return read_evidence(message=message, owner=owner, cues=cues)


if __name__ == "__main__":
    main()
