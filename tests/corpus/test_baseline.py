"""The command and its baseline: what a change gained and lost is told, and of what is held back nothing but counts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.reading.types import Kind, Reading
from tests.corpus.__main__ import main
from tests.corpus.baseline import Baseline, Change, Verdict, compare, count_right, judge, load_baseline, save_baseline
from tests.corpus.labels import HERE, Label, load_labels
from tests.corpus.sets import GIVEN, HELD, HELD_FOLDER, OWN, Read, find_sets

FILE = "d060.eml"
"""An English confirmation with a time, a company, a role and people."""


@pytest.fixture(scope="module")
def label() -> Label:
    return next(label for label in load_labels() if label.file == FILE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small corpus of the three sets, each with one mail; the one held back is labelled wrongly."""
    row = next(json.loads(line) for line in (HERE / "labels.jsonl").read_text().splitlines() if f'"{FILE}"' in line)
    for folder, file, kind in (
        (tmp_path, "a.eml", row["kind"]),
        (tmp_path / "own" / "en", "b.eml", row["kind"]),
        (tmp_path / "held" / "en", "secret.eml", "cancellation"),
    ):
        (folder / "mail").mkdir(parents=True)
        (folder / "mail" / file).write_bytes((HERE / "mail" / FILE).read_bytes())
        (folder / "labels.jsonl").write_text(json.dumps(row | {"file": file, "kind": kind}) + "\n")
    return tmp_path


def run(root: Path, *arguments: str) -> None:
    main(arguments, sets=find_sets(root), baseline=root / "baseline.jsonl")


def verdict(right: str = "", wrong: str = "") -> Verdict:
    return Verdict(lang="en", right=frozenset(right.split()), wrong=frozenset(wrong.split()))


# The command.


def test_one_command_tells_every_set_and_what_is_held_back_as_a_total(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(root)
    lines = capsys.readouterr().out.splitlines()
    titles = [line[:22].rstrip() for line in lines if line and not line.startswith("%")]
    assert titles[:7] == ["given", "  en", "  interview", "own", "  en", "  interview", "held"]
    assert titles[7:] == ["There is no baseline y"]


@pytest.mark.parametrize("arguments", [[], ["--errors"], ["--lang", "en"], ["--open"]], ids=" ".join)
def test_no_mail_that_is_held_back_is_ever_named(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    run(root, "--keep")
    run(root, *arguments)
    out = capsys.readouterr().out
    assert "secret" not in out
    assert "cancellation" not in out
    assert "secret" not in (root / "baseline.jsonl").read_text()


@pytest.mark.parametrize(
    "arguments",
    [["--folder", str(HELD_FOLDER / "en"), "--errors"], ["--keep", "--lang", "en"], ["--keep", "--folder", "x"]],
    ids=["errors of what is held back", "a language as the baseline", "a folder as the baseline"],
)
def test_wrong_use_is_refused(root: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(root, *arguments)
    assert caught.value.code == 2
    assert not (root / "baseline.jsonl").exists()


def test_errors_are_listed_with_their_set(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labels = root / "labels.jsonl"
    labels.write_text(labels.read_text().replace('"kind": "interview"', '"kind": "rejection"'))
    run(root, "--errors")
    assert "given\ta.eml\tkind\trejection\tinterview\n" in capsys.readouterr().out


def test_a_change_tells_what_it_gained_and_lost(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(root, "--keep")
    before = (root / "baseline.jsonl").read_text()
    assert "Kept in baseline.jsonl." in capsys.readouterr().out
    rows = [json.loads(line) for line in before.splitlines()]
    assert [row["set"] for row in rows] == ["given", "own", "held"]
    rows[0]["right"].remove("company")
    rows[0]["wrong"].append("company")
    rows[2]["counts"]["kind"] = 7
    (root / "baseline.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    labels = root / "own" / "en" / "labels.jsonl"
    labels.write_text(labels.read_text().replace('"kind": "interview"', '"kind": "rejection"'))
    run(root)
    told = capsys.readouterr().out.partition("Against the baseline: ")[2]
    assert "  gained  given  a.eml  company\n" in told
    assert "  LOST    own  b.eml  kind\n" in told
    assert "  LOST    own  b.eml  harmful\n" in told
    assert "  held back: kind 7 → 0\n" in told
    run(root, "--open", "--keep")
    assert load_baseline(root / "baseline.jsonl").held["kind"] == 7


# Verdicts.


def test_a_mail_is_judged_field_by_field(label: Label) -> None:
    right = Reading(kind=Kind.INTERVIEW, start=label.start, company=label.company, role="Pastry Chef", lang="en")
    read = Read(set=GIVEN, label=replace(label, contact=None), reading=right)
    found = judge([read]).mails[GIVEN, FILE]
    assert found.right >= {"kind", "start", "company"}
    assert found.wrong >= {"role", "interviewers"}
    assert not found.right & found.wrong


@pytest.mark.parametrize(
    ("reading", "gates"),
    [
        pytest.param(Reading(kind=Kind.OTHER), {"silent_miss", "harmful"}, id="passed over"),
        pytest.param(Reading(kind=Kind.OTHER, certain=False), {"asked"}, id="asked about"),
        pytest.param(Reading(kind=Kind.REJECTION), {"harmful"}, id="taken for a rejection"),
    ],
)
def test_what_must_not_happen_counts_as_wrong(label: Label, reading: Reading, gates: set[str]) -> None:
    found = judge([Read(set=GIVEN, label=label, reading=reading)]).mails[GIVEN, FILE]
    assert found.wrong & {"silent_miss", "harmful", "start_wrong", "asked"} == gates


def test_a_wrong_time_is_told_from_none(label: Label) -> None:
    assert label.start is not None
    wrong = Reading(kind=Kind.INTERVIEW, start=label.start.replace(hour=3))
    for reading, gates in ((wrong, {"start_wrong"}), (Reading(kind=Kind.INTERVIEW), set())):
        found = judge([Read(set=OWN, label=label, reading=reading)]).mails[OWN, FILE]
        assert "start" in found.wrong
        assert found.wrong & {"start_wrong"} == gates


def test_of_what_is_held_back_only_counts_are_kept(label: Label) -> None:
    found = judge([Read(set=HELD, label=label, reading=Reading(kind=Kind.OTHER))])
    assert found.mails == {}
    assert (found.held["mails"], found.held["silent_miss"]) == (1, 1)


COMPARED = {
    "right before, wrong now": (verdict("kind"), verdict(wrong="kind"), [("kind", False)]),
    "wrong before, right now": (verdict(wrong="kind"), verdict("kind"), [("kind", True)]),
    "a flaw that is new": (verdict("kind"), verdict("kind", "harmful"), [("harmful", False)]),
    "a flaw that is gone": (verdict("kind", "asked"), verdict("kind"), [("asked", True)]),
    "the same": (verdict("kind", "role"), verdict("kind", "role"), []),
}


@pytest.mark.parametrize(("old", "new", "wanted"), COMPARED.values(), ids=COMPARED)
def test_a_mail_is_compared_with_what_was_kept(old: Verdict, new: Verdict, wanted: list[tuple[str, bool]]) -> None:
    key = (OWN, "x.eml")
    found = compare(Baseline(mails={key: old}), Baseline(mails={key: new, (OWN, "new.eml"): new}))
    assert found == [Change(set=OWN, file="x.eml", field=name, gained=gained) for name, gained in wanted]


def test_right_values_are_counted_by_language_and_field() -> None:
    mails = {(OWN, "a"): verdict("kind start"), (OWN, "b"): verdict("kind"), (GIVEN, "c"): verdict("role")}
    assert count_right(Baseline(mails=mails), OWN) == {("en", "kind"): 2, ("en", "start"): 1}


def test_a_baseline_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    kept = Baseline(mails={(OWN, "ü.eml"): verdict("kind start", "asked")}, held={"kind": 3})
    save_baseline(kept, tmp_path / "baseline.jsonl")
    assert load_baseline(tmp_path / "baseline.jsonl") == kept
    assert load_baseline(tmp_path / "none.jsonl") == Baseline()
