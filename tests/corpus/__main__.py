"""``python -m tests.corpus``: how well the labelled mails are read, in all, by language and by class."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.corpus.labels import HERE, Label, load_cues, load_labels, read_corpus
from tests.corpus.score import Score, score_readings


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument("--lang", help="one language only, such as en")
    parser.add_argument(
        "--folder", type=Path, default=HERE, help="another folder of labelled mail, such as tests/corpus/own/en"
    )
    parser.add_argument("--errors", action="store_true", help="list every miss")
    options = parser.parse_args()
    pairs = list(read_corpus(load_labels(options.lang, options.folder), load_cues()))
    everything = score_readings(pairs)
    if options.errors:
        for error in everything.errors:
            print("\t".join(error))
    _print("all", everything)
    for title, key in (("language", _lang), ("class", _kind)):
        for group in sorted({key(label) for label, _ in pairs}):
            _print(f"{title} {group}", score_readings(pair for pair in pairs if key(pair[0]) == group))


def _lang(label: Label) -> str:
    return label.lang


def _kind(label: Label) -> str:
    return label.kind.value


def _print(title: str, score: Score) -> None:
    shown = (f"{name}={value}" for name, value in score.figures().items() if value is not None)
    print(f"{title:<22} {'  '.join(shown)}")


if __name__ == "__main__":
    main()
