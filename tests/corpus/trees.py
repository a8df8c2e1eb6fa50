"""The trees of ``config/cues/trees.toml``: gradient boosting (scikit-learn) over what a mail is as a whole and what its sentences do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from bot.core.reading.company.acts import ALWAYS
from bot.core.reading.company.trees import Tree

if TYPE_CHECKING:
    import numpy as np

_FAMILIES = frozenset({"", "acts", "act", "topic_act", "dated_act", "quoted_act", "heaviest", "heard", "method"})
"""Only traits of these families are asked for (what stands before the colon): single words and meanings would be learned by heart."""
_ROUNDS = 120
_RATE = 0.08
_LEAVES = 8
_LEAST_MAILS = 15
_BINS = 32
_RARE = 8
"""A trait that fewer mails than this show is not weighed."""


def fit_trees(
    traits: Sequence[Mapping[str, float]], kinds: Sequence[str], counts: Sequence[float]
) -> dict[str, tuple[Tree, ...]]:
    """Return kind → its trees, the first a weight alone; together they know a kind by its traits without any other weights."""
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.feature_extraction import DictVectorizer

    asked = {name for name in find_common(traits) if family_of(name) in _FAMILIES}
    vectorizer = DictVectorizer(sparse=False, dtype=np.float32)
    table = vectorizer.fit_transform([{name: shown[name] for name in shown.keys() & asked} for shown in traits])
    names = [str(name) for name in vectorizer.feature_names_]
    model = HistGradientBoostingClassifier(
        max_leaf_nodes=_LEAVES,
        learning_rate=_RATE,
        max_iter=_ROUNDS,
        l2_regularization=1.0,
        min_samples_leaf=_LEAST_MAILS,
        max_bins=_BINS,
        early_stopping=False,
        random_state=0,
    )
    model.fit(table, kinds, counts)
    # The library has no public way to its trees; its version is locked.
    rounds, start = model._predictors, model._baseline_prediction.ravel()
    return {
        str(kind): (round(float(start[at]), 3), *(_tree(one[at].nodes, names) for one in rounds))
        for at, kind in enumerate(model.classes_)
    }


def scaled(tree: Tree, by: float) -> Tree:
    """Return *tree* with weights *by* so much as large."""
    if not isinstance(tree, tuple):
        return round(tree * by, 3)
    trait, size, smaller, larger = tree
    return trait, size, scaled(smaller, by), scaled(larger, by)


def find_common(traits: Iterable[Mapping[str, float]]) -> set[str]:
    """Return the traits that enough mails show to be weighed."""
    shown = Counter(trait for one in traits for trait in one)
    return {trait for trait, count in shown.items() if count >= _RARE and trait != ALWAYS}


def family_of(trait: str) -> str:
    """Return what stands before the colon of *trait*; nothing for what a mail is as a whole."""
    return trait.partition(":")[0] if ":" in trait else ""


def _tree(nodes: np.ndarray, names: Sequence[str], at: int = 0) -> Tree:
    node = nodes[at]
    if node["is_leaf"]:
        return float(node["value"])
    size = float(f"{node['num_threshold']:.4g}")
    return names[node["feature_idx"]], size, _tree(nodes, names, node["left"]), _tree(nodes, names, node["right"])
