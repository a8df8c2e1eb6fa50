"""Sentences whose acts are told (``acts/<lang>.tsv``), and the weights by which sentences like them are known.

A line is ``acts<TAB>source<TAB>sentence``: the acts parted by commas, and the mail it stands in (the stem of its file, `source_of_letter`
for a letter of the tests, nothing for a sentence that stands alone).
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from bot.core.reading.company.acts import ALONE, ALWAYS, Act, ActWeights, Context, contexts_in, find_marks, length_of
from bot.core.reading.company.cues import LANGUAGES, Cues, Language
from bot.core.reading.company.page import Sentence
from bot.core.reading.company.senses import Line
from tests.corpus.labels import HERE
from tests.corpus.sets import OWN
from tests.corpus.short_mails import KINDS, ORDINARY, TAUGHT, load_short_mails

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

FOLDER = HERE / "acts"
_STRENGTH = 20.0
"""Inverse of the regularization (C)."""
_ALONE = 0.5
"""So much counts a sentence that stands alone: those in mails have neighbours, and are as people write."""
_RARE = 3
"""A mark that fewer sentences than this show gets no weight."""
_LEAST = 0.9
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence by its meanings, what it does, where it stands, and what stands around it (nothing around one that stands alone)."""

    acts: frozenset[Act]
    source: str
    line: Line
    context: Context = ALONE


def load_sentences(cues: Cues) -> Iterator[LabelledSentence]:
    """Yield every labelled sentence, those of the open short mails and of those that only teach among them."""
    for code in LANGUAGES:
        language = cues.languages[code]
        rows = (FOLDER / f"{code}.tsv").read_text(encoding="utf-8").splitlines()
        yield from _beside(_labelled(*row.split("\t"), language) for row in rows)
    for mail in (mail for folder in (KINDS / OWN, TAUGHT, ORDINARY) for mail in load_short_mails(folder)):
        yield from _beside(_labelled(acts, mail.id, text, cues.languages[mail.lang]) for acts, text in mail.sentences)


def _beside(sentences: Iterable[LabelledSentence]) -> Iterator[LabelledSentence]:
    """Yield *sentences*, those of one source in their order, each with what stands around it."""
    for source, group in groupby(sentences, key=lambda one: one.source):
        here = list(group)
        for one, context in zip(here, contexts_in([one.line for one in here]), strict=True):
            yield replace(one, context=context) if source else one


def _labelled(acts: str, source: str, text: str, language: Language) -> LabelledSentence:
    return LabelledSentence(frozenset(map(Act, acts.split(","))), source, language.line(language.plain(text)))


def source_of_letter(sentences: Iterable[Sentence]) -> str:
    """Return the source of the sentences of a letter of the tests, which has no file: a sum over its text."""
    text = "\n".join(sentence.text[:_LONGEST] for sentence in sentences)
    return f"letter-{zlib.crc32(text.encode()):08x}"


def fit_acts(sentences: Sequence[LabelledSentence]) -> ActWeights:
    """Return the weights by which *sentences* are known: for each act one logistic regression, told apart from all that do not do it."""
    from joblib import Parallel, delayed
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction import DictVectorizer

    shown = [find_marks(one.line, one.context) for one in sentences]
    often = {mark for mark, count in Counter(mark for marks in shown for mark in marks).items() if count >= _RARE}
    vectorizer = DictVectorizer()
    rows = [_scaled(marks, often) for marks in shown]
    table = csr_matrix(vectorizer.fit_transform(rows))
    table.indices, table.indptr = table.indices.astype("int32"), table.indptr.astype("int32")
    counts = [1.0 if one.source else _ALONE for one in sentences]
    fit = _fit_act(table, [str(name) for name in vectorizer.feature_names_], counts)
    found = Parallel(n_jobs=-1)(delayed(fit)([act in one.acts for one in sentences]) for act in Act)
    by_mark: dict[str, list[str]] = {}
    for act, weights in zip(Act, found, strict=True):
        for mark, weight in weights.items():
            by_mark.setdefault(mark, []).append(f"{act} {weight:g}")
    return ActWeights({mark: " ".join(acts) for mark, acts in by_mark.items()})


def _scaled(marks: Mapping[str, float], often: Container[str]) -> dict[str, float]:
    length = length_of(marks)
    return {mark: size / length for mark, size in marks.items() if mark in often}


def _fit_act(
    table: csr_matrix, marks: Sequence[str], counts: Sequence[float]
) -> Callable[[Sequence[bool]], dict[str, float]]:
    from sklearn.linear_model import LogisticRegression

    def fit(does: Sequence[bool]) -> dict[str, float]:
        model = LogisticRegression(C=_STRENGTH, solver="liblinear", max_iter=100, tol=1e-3)
        model.fit(table, does, counts)
        weights = zip((ALWAYS, *marks), map(float, (model.intercept_[0], *model.coef_[0])), strict=True)
        return {mark: round(weight, 1) for mark, weight in weights if abs(weight) >= _LEAST}

    return fit


def write_acts(weights: ActWeights) -> str:
    """Return the rows of ``config/cues/acts.toml``, by mark."""
    return "".join(f"{mark}: {row}\n" for mark, row in sorted(weights.by_mark.items()))
