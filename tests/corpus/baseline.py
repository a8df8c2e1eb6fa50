"""How each mail was read when that was last kept, so that a change shows what it gained and what it lost.

``baseline.jsonl`` holds a line for each given and own mail with the fields that were right and those that were wrong (what was invented
counts as wrong), and one line of counts for all that is held back: which of those mails went wrong is nobody's business.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.corpus.labels import HERE
from tests.corpus.score import score_readings
from tests.corpus.sets import HELD, Read

BASELINE = HERE / "baseline.jsonl"
GATES = ("silent_miss", "harmful", "start_wrong")
"""What must not get worse on any mail."""

_FLAWS = (*GATES, "asked")

Key = tuple[str, str]
"""Set and file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was right and what was wrong in the reading of one mail."""

    lang: str
    right: frozenset[str]
    wrong: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The verdicts by set and file, and the counts of what is held back (empty where none were kept)."""

    mails: Mapping[Key, Verdict] = field(default_factory=dict)
    held: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of one mail that is read otherwise than before."""

    set: str
    file: str
    field: str
    gained: bool


def judge(reads: Iterable[Read]) -> Baseline:
    """Return the verdict on every mail; of those held back, nothing but counts."""
    reads = list(reads)
    held = [(read.label, read.reading) for read in reads if read.set == HELD]
    return Baseline(
        mails={(read.set, read.label.file): _judge_mail(read) for read in reads if read.set != HELD},
        held=dict(sorted(score_readings(held).counts.items())) if held else {},
    )


def compare(before: Baseline, after: Baseline) -> list[Change]:
    """Return what changed on the mails that both hold, the losses first; a field that is not scored any more is neither."""
    changes = [
        Change(set=key[0], file=key[1], field=name, gained=gained)
        for key, now in after.mails.items()
        if (old := before.mails.get(key)) is not None
        for name, gained in _differences(old, now)
    ]
    return sorted(changes, key=lambda change: (change.gained, change.set, change.file, change.field))


def count_right(baseline: Baseline, set_: str) -> Counter[tuple[str, str]]:
    """Return how many mails of a set are right, by language and field."""
    return Counter(
        (verdict.lang, name)
        for (name_, _), verdict in baseline.mails.items()
        if name_ == set_
        for name in verdict.right
    )


def load_baseline(path: Path = BASELINE) -> Baseline:
    """Return what was kept; nothing where nothing was."""
    if not path.is_file():
        return Baseline()
    mails: dict[Key, Verdict] = {}
    held: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["set"] == HELD:
            held = row["counts"]
        else:
            verdict = Verdict(lang=row["lang"], right=frozenset(row["right"]), wrong=frozenset(row["wrong"]))
            mails[row["set"], row["file"]] = verdict
    return Baseline(mails=mails, held=held)


def save_baseline(baseline: Baseline, path: Path = BASELINE) -> None:
    """Write a line for each mail, sorted, so that a change is easy to read."""
    rows: list[dict[str, object]] = [
        {"set": set_, "lang": one.lang, "file": file, "right": sorted(one.right), "wrong": sorted(one.wrong)}
        for (set_, file), one in sorted(baseline.mails.items())
    ]
    if baseline.held:
        rows.append({"set": HELD, "counts": dict(baseline.held)})
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _judge_mail(read: Read) -> Verdict:
    counts = score_readings([(read.label, read.reading)]).counts
    scored = {name.removesuffix("_of") for name in counts if name.endswith("_of")}
    wrong = {name for name in scored if counts[name] < counts[f"{name}_of"]}
    wrong |= {name for name in counts if name.endswith("_invented")}
    wrong |= {name for name in _FLAWS if counts[name]}
    if counts["person_miss"] or counts["person_false"]:
        wrong.add("interviewers")
    elif counts["person_hit"]:
        scored.add("interviewers")
    return Verdict(lang=read.label.lang, right=frozenset(scored - wrong), wrong=frozenset(wrong))


def _differences(old: Verdict, now: Verdict) -> list[tuple[str, bool]]:
    lost = [(name, False) for name in sorted(now.wrong - old.wrong)]
    return lost + [(name, True) for name in sorted(old.wrong - now.wrong)]
