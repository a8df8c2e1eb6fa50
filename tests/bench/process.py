"""What a process uses, read from the kernel (Linux)."""

from __future__ import annotations

import re
import time
from pathlib import Path

_CPUCLOCK_SCHED = 2
_KINDS = {"rss": "Rss", "pss": "Pss", "private": "Private_Dirty"}


def cpu_s(pid: int) -> float:
    """Return the CPU seconds of all threads of *pid* so far.

    The sum of utime and stime in /proc/PID/stat, but in nanoseconds instead of hundredths: the process's own clock
    (clock_getcpuclockid(3): the number is the inverted pid, shifted by three, and the kind of clock).
    """
    return time.clock_gettime_ns((~pid << 3) | _CPUCLOCK_SCHED) / 1e9


def memory_mb(pid: int) -> dict[str, float]:
    """Return resident memory in MB: rss; pss (shared pages divided among their users); private (written by this process alone)."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return {name: _kb(text, field) / 1024 for name, field in _KINDS.items()}


def _kb(text: str, field: str) -> int:
    found = re.search(rf"^{field}:\s+(\d+) kB", text, re.MULTILINE)
    assert found, field
    return int(found[1])
