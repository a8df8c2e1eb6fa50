"""What it costs to understand a mail: CPU beside the standard library's full parse of the same mails, and memory over 10,000 of them."""

from __future__ import annotations

import email
import email.policy
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import cycle, islice
from pathlib import Path

from bot.core.message.parse import parse_message
from bot.core.reading.company.cues import LANGUAGES, Cues
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind
from tests.bench.figures import Figure
from tests.bench.process import cpu_s, memory_mb
from tests.corpus.labels import HERE, Label, load_cues, load_labels

_PROGRAM = Path(sys.executable).with_name("followup-bot")
_UNRELATED = frozenset({Kind.OTHER, Kind.BOUNCE, Kind.AUTO_REPLY})
_MAILS = 10_000
_FIRST = 1_000
_HOW = "parse and read, from the bytes; floor: email.message_from_bytes (policy default), every header, every part's content"
_HOW_MANY = f"followup-bot explain --json of {_MAILS} files in one run, resident memory; floor: after the first {_FIRST} of them"


def measure(samples: int = 5) -> list[Figure]:
    """Mean CPU per mail of a class, *samples* times, by turns with the floor; the first turn does not count."""
    cues = load_cues()
    labels = _open_labels()
    figures = []
    for name, aim, chosen in (
        ("mail not about interviews", "ratio 3", [label for label in labels if label.kind in _UNRELATED]),
        ("mail about interviews", "ratio 10", [label for label in labels if label.kind not in _UNRELATED]),
    ):
        taken = [_turn(chosen, cues) for _ in range(samples + 1)][1:]
        ours, floor = [turn[0] for turn in taken], [turn[1] for turn in taken]
        details = {"mails": len(chosen), "slowest ms": max(turn[2] for turn in taken)}
        figures.append(Figure(name=name, unit="ms", ours=ours, floor=floor, aim=aim, how=_HOW, details=details))
    return figures


def measure_many(samples: int = 1) -> list[Figure]:
    """Memory of one ``explain`` after 1,000 and after 10,000 mails, *samples* times."""
    runs = [_explain_many() for _ in range(max(samples, 1))]
    return [
        Figure(
            name=f"explain of {_MAILS} mails",
            unit="MB",
            ours=[run["after all"] for run in runs],
            floor=[run["after first"] for run in runs],
            aim="ratio 1.0",
            how=_HOW_MANY,
            details={"CPU ms a mail": runs[0]["cpu"], "peak MB": runs[0]["peak"]},
        )
    ]


def _open_labels() -> list[Label]:
    folders = (HERE, *(HERE / "own" / lang for lang in LANGUAGES))
    return [label for folder in folders for label in load_labels(folder=folder)]


def _turn(labels: Iterable[Label], cues: Cues) -> tuple[float, float, float]:
    """Return the mean CPU of ours and of the floor, and ours of the slowest mail, in ms."""
    ours: list[float] = []
    floor: list[float] = []
    for label in labels:
        raw = label.path.read_bytes()
        began = time.process_time_ns()
        read_company_mail(message=parse_message(raw), owner=label.owner, cues=cues)
        between = time.process_time_ns()
        parse_fully(raw)
        ours.append((between - began) / 1e6)
        floor.append((time.process_time_ns() - between) / 1e6)
    return sum(ours) / len(ours), sum(floor) / len(floor), max(ours)


def parse_fully(raw: bytes) -> int:
    """Decode everything that the standard library can; return how much it was."""
    size = 0
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for part in message.walk():
        size += sum(len(str(value)) for value in part.values())
        if part.is_multipart():
            continue
        try:
            size += len(part.get_content())
        except (KeyError, LookupError, UnicodeError):  # a type or charset that it does not know
            size += len(part.get_payload(decode=True) or b"")
    return size


def _explain_many() -> dict[str, float]:
    """Run ``explain`` on the corpus again and again; two pipes among its files hold it still while its memory is read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mails = _spread(folder)
        for pipe in ("first", "all"):
            os.mkfifo(folder / pipe)
        files = [*mails[:_FIRST], "first", *mails[_FIRST:], "all"]
        with subprocess.Popen(
            [_PROGRAM, "explain", "--json", *files],
            cwd=folder,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            return _watch(process, folder)


def _watch(process: subprocess.Popen[bytes], folder: Path) -> dict[str, float]:
    assert process.stdout is not None
    _read_lines(process.stdout, _FIRST)
    taken = {"after first": memory_mb(process.pid)["rss"]}
    (folder / "first").write_bytes(b"Subject: go on\n\n\n")
    _read_lines(process.stdout, 1 + _MAILS - _FIRST)
    taken["after all"] = memory_mb(process.pid)["rss"]
    taken["cpu"] = cpu_s(process.pid) * 1000 / _MAILS
    taken["peak"] = _peak_mb(process.pid)
    (folder / "all").write_bytes(b"Subject: the end\n\n\n")
    process.stdout.read()
    return taken


def _read_lines(stdout: Iterable[bytes], count: int) -> None:
    got = sum(1 for _ in islice(stdout, count))
    assert got == count, f"explain ended after {got} of {count} mails"


def _peak_mb(pid: int) -> float:
    found = re.search(r"^VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    assert found
    return int(found[1]) / 1024


def _spread(folder: Path) -> list[str]:
    """Write the corpus as so many files; return their names."""
    sources = [label.path.read_bytes() for label in _open_labels()]
    names = [f"{number:05}.eml" for number in range(_MAILS)]
    for name, raw in zip(names, cycle(sources), strict=False):
        (folder / name).write_bytes(raw)
    return names
