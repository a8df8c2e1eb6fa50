"""What several traits of a mail say together, which no sum of their weights can: the decision trees of ``config/cues/trees.toml``.

Each tree asks for the size of one trait after another and ends in a weight for its kind (gradient boosting, by
`python -m tests.corpus.weigh`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

Tree = float | tuple[str, float, "Tree", "Tree"]
"""A weight; or a trait, a size, and what follows where the trait is not larger, and where it is. Traits that are not there have size 0."""
_ASKS = "<="


def add_up(trees: Iterable[Tree], traits: Mapping[str, float]) -> float:
    """Return the sum of the weights that *trees* end in for a mail with *traits*."""
    total = 0.0
    for tree in trees:
        while isinstance(tree, tuple):
            trait, size, smaller, larger = tree
            tree = smaller if traits.get(trait, 0.0) <= size else larger
        total += tree
    return total


def parse_trees(text: str) -> tuple[Tree, ...]:
    """Return the trees of *text*, one a line: weights alone, questions before both their answers (``dated<=0.5 -0.1 role<=0.5 0.2 0.4``).

    Raise `ValueError` where a line is anything else.
    """
    return tuple(_parse_tree(line) for line in text.splitlines() if line)


def _parse_tree(line: str) -> Tree:
    words = iter(line.split())
    tree = _grow(words)
    if next(words, None) is not None:
        raise ValueError(line)
    return tree


def _grow(words: Iterator[str]) -> Tree:
    word = next(words, "")
    trait, asks, size = word.partition(_ASKS)
    return (trait, float(size), _grow(words), _grow(words)) if asks else float(word)


def write_tree(tree: Tree) -> str:
    """Return the line that `parse_trees` reads as *tree*."""
    if not isinstance(tree, tuple):
        return f"{tree:g}"
    trait, size, smaller, larger = tree
    return f"{trait}{_ASKS}{size:g} {write_tree(smaller)} {write_tree(larger)}"
