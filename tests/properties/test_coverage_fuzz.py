"""The fuzzer that looks for bytes which reach new code, for a bounded time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.properties.mutations import CORPUS

SECONDS = 120
MEMORY_MB = 600
"""libFuzzer's tables and the instrumented code included."""


@pytest.mark.full
@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed")
def test_no_bytes_that_reach_new_code_break_the_reader(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(CORPUS / "mail", seeds)
    limits = [f"-max_total_time={SECONDS}", "-timeout=10", f"-rss_limit_mb={MEMORY_MB}", "-max_len=20000"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.properties.coverage_fuzz", str(seeds), *limits, f"-artifact_prefix={tmp_path}/"],
        cwd=CORPUS.parents[1],
        capture_output=True,
        text=True,
        timeout=SECONDS + 120,
        check=False,
    )
    assert done.returncode == 0, f"what broke it lies in {tmp_path}: {done.stderr[-3000:]}"
    assert len(list(seeds.iterdir())) > len(list((CORPUS / "mail").iterdir())), "no new code was reached"
