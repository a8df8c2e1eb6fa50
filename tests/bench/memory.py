"""How much memory the idle daemon holds after a start that is not its first, beside a process that only imports the same libraries."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.house import Mailbox, confirmation, hand_in, is_noted, mail_server, owner_at
from tests.bench.process import memory_mb

_MAILS = 20
_SETTLE_S = 2.0
_RECORD = """
import atexit, os, sys
atexit.register(lambda: open(os.environ["BENCH_MODULES"], "w").write("\\n".join(sorted(sys.modules))))
"""
_IMPORT = """
import importlib, sys
for name in sys.stdin.read().split():
    try:
        importlib.import_module(name)
    except ImportError:
        pass
print("ready", flush=True)
import time
time.sleep(600)
"""
_HOW = {
    "top-level": "floor: imports the libraries by their top-level names, from the daemon's own sys.modules",
    "all modules": "floor: imports each of their modules that the daemon had imported, submodules too",
}


def measure(samples: int = 1) -> list[Figure]:
    """The daemon after its start and after 20 mails, *samples* times; both kinds of floor, as often."""
    taken: dict[str, list[dict[str, float]]] = {"start": [], f"{_MAILS} mails": []}
    floors: dict[str, list[dict[str, float]]] = {name: [] for name in _HOW}
    for _ in range(max(samples, 1)):
        with _recorded() as modules_file:
            for moment, memory in _daemon():
                taken[moment].append(memory)
            libraries = [name for name in modules_file.read_text().split() if _is_library(name)]
        floors["top-level"].append(_floor(sorted({name.partition(".")[0] for name in libraries})))
        floors["all modules"].append(_floor(libraries))
    return [
        Figure(
            name=f"memory after {moment}, {kind}, floor {floor}",
            unit="MB",
            ours=[one[kind] for one in ours],
            floor=[one[kind] for one in floors[floor]],
            aim="ratio 1.3",
            how=how,
        )
        for floor, how in _HOW.items()
        for moment, ours in taken.items()
        for kind in ("rss", "pss")
    ]


def _daemon() -> Iterator[tuple[str, dict[str, float]]]:
    with mail_server() as server, owner_at(server) as house:
        house.stop()  # the first start migrates, and compiles what was not yet: that happens once
        house.start()
        assert house.process is not None
        time.sleep(_SETTLE_S)
        yield "start", memory_mb(house.process.pid)
        for _ in range(_MAILS):
            mailbox = Mailbox(server, house.owner)
            raw, word = confirmation(house.address)
            hand_in(server, raw, house.owner)
            mailbox.wait_for(lambda found, word=word: is_noted(found, word))
        time.sleep(_SETTLE_S)
        yield f"{_MAILS} mails", memory_mb(house.process.pid)


@contextmanager
def _recorded() -> Iterator[Path]:
    """Let every Python that is started write down, at its end, what it had imported."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "sitecustomize.py").write_text(_RECORD)
        file = Path(folder, "modules")
        os.environ |= {"PYTHONPATH": folder, "BENCH_MODULES": str(file)}
        try:
            yield file
        finally:
            del os.environ["PYTHONPATH"], os.environ["BENCH_MODULES"]


def _is_library(name: str) -> bool:
    return name.partition(".")[0] not in ("bot", "__main__", "sitecustomize")


def _floor(modules: Sequence[str]) -> dict[str, float]:
    process = subprocess.Popen(
        [sys.executable, "-c", _IMPORT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("\n".join(modules).encode())
        process.stdin.close()
        assert process.stdout.readline() == b"ready\n"
        memory = memory_mb(process.pid)
        process.kill()
    return memory
