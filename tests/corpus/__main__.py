"""``python -m tests.corpus``: how well the labelled mails are read, by set, language, class and field, and against the baseline."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.corpus.baseline import BASELINE, Baseline, compare, judge, load_baseline, save_baseline
from tests.corpus.labels import Label, load_cues
from tests.corpus.score import Score, score_readings
from tests.corpus.sets import HELD, OWN, Read, find_sets, is_held, read_sets
from tests.corpus.short_mails import KINDS, TIMES, count, load_short_mails

_COLUMNS = {
    "mails": "mails", "silent_miss": "miss", "harmful": "harm", "start_wrong": "wrong", "asked": "asked", "kind": "kind", "start": "start",
    "tz_stated": "zone", "duration": "dur", "medium": "medium", "company": "comp", "role": "role", "interviewers_f1": "who",
    "interviewer_email": "email", "recipient": "recip", "contact": "contact", "decision_by": "decide", "no_contact": "wish",
}  # fmt: skip
_WIDTH = 8


def main(
    arguments: Sequence[str] | None = None,
    *,
    sets: Mapping[str, tuple[Path, ...]] | None = None,
    baseline: Path = BASELINE,
) -> None:
    """Print the figures, then what was gained and lost."""
    options = _parse(arguments)
    chosen = _choose(options, dict(sets if sets is not None else find_sets()))
    reads = list(read_sets(chosen, load_cues(), options.lang))
    _print_head()
    for name in chosen:
        _print_set(name, [read for read in reads if read.set == name], errors=options.errors)
    if HELD in chosen and sets is None:
        _print_short_mails()
    before, now = load_baseline(baseline), judge(reads)
    _print_changes(before, now)
    if options.keep:
        save_baseline(Baseline(mails=now.mails, held=now.held or before.held), baseline)
        print(f"Kept in {baseline.name}.")


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument("--lang", help="one language only, such as en (leaves out what is held back)")
    parser.add_argument("--folder", type=Path, help="one folder of labelled mail only, such as tests/corpus/own/en")
    parser.add_argument("--errors", action="store_true", help="list every miss (never of what is held back)")
    parser.add_argument("--open", action="store_true", help="leave out what is held back")
    parser.add_argument("--keep", action="store_true", help="keep these readings as the new baseline")
    options = parser.parse_args(arguments)
    if options.folder and is_held(options.folder):
        parser.error("what is held back is only ever counted as a whole")
    if options.keep and (options.lang or options.folder):
        parser.error("only all of it can be kept")
    return options


def _choose(options: argparse.Namespace, sets: dict[str, tuple[Path, ...]]) -> dict[str, tuple[Path, ...]]:
    if options.folder:
        return dict.fromkeys((_set_of(options.folder, sets),), (options.folder,))
    if options.lang or options.errors or options.open:
        sets.pop(HELD, None)
    return {name: folders for name, folders in sets.items() if folders}


def _set_of(folder: Path, sets: Mapping[str, tuple[Path, ...]]) -> str:
    found = (name for name, folders in sets.items() if folder.resolve() in {one.resolve() for one in folders})
    return next(found, OWN)


def _print_set(name: str, reads: Sequence[Read], *, errors: bool) -> None:
    everything = _score(reads)
    if errors and name != HELD:
        for error in everything.errors:
            print("\t".join((name, *error)))
    _print(name, everything)
    invented = [f"{key} {count}" for key, count in sorted(everything.counts.items()) if key.endswith("_invented")]
    if name == HELD:
        return
    if invented:
        print(f"{'':<22}{', '.join(invented)}")
    for key in (_lang, _kind):
        for group in sorted({key(read.label) for read in reads}):
            _print(f"  {group}", _score([read for read in reads if key(read.label) == group]))


def _print_short_mails() -> None:
    cues = load_cues()
    for told, folder in (("times", TIMES), ("kinds", KINDS)):
        for name in (OWN, HELD):
            counts = count(list(load_short_mails(folder / name)), cues)
            print(f"{f'short {told}, {name}':<22}{', '.join(f'{key} {number}' for key, number in counts.items())}")


def _score(reads: Sequence[Read]) -> Score:
    return score_readings((read.label, read.reading) for read in reads)


def _lang(label: Label) -> str:
    return label.lang


def _kind(label: Label) -> str:
    return label.kind.value


def _print_head() -> None:
    print(f"{'% right':<22}{''.join(f'{column:>{_WIDTH}}' for column in _COLUMNS.values())}")


def _print(title: str, score: Score) -> None:
    figures = score.figures()
    print(f"{title:<22}{''.join(f'{_cell(figures[name]):>{_WIDTH}}' for name in _COLUMNS)}")


def _cell(value: float | int | None) -> str:
    if value is None:
        return "·"
    return f"{100 * value:.1f}" if isinstance(value, float) else str(value)


def _print_changes(before: Baseline, now: Baseline) -> None:
    if not before.mails:
        print("\nThere is no baseline yet; --keep writes one.")
        return
    changes = compare(before, now)
    gained = sum(change.gained for change in changes)
    new = len(set(now.mails) - set(before.mails))
    print(
        f"\nAgainst the baseline: {gained} gained, {len(changes) - gained} lost" + (f", {new} new mails" if new else "")
    )
    for change in changes:
        print(f"  {'gained' if change.gained else 'LOST  '}  {change.set}  {change.file}  {change.field}")
    if now.held and before.held:
        names = sorted(name for name in {*before.held, *now.held} if before.held.get(name, 0) != now.held.get(name, 0))
        shown = [f"{name} {before.held.get(name, 0)} → {now.held.get(name, 0)}" for name in names]
        print(f"  held back: {', '.join(shown) or 'the same counts'}")


if __name__ == "__main__":
    main()
