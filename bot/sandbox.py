"""Mail over the caps is parsed in a child process with limits on CPU, memory and time.

The child gets the bytes on stdin and answers with JSON on stdout. It has handled hostile bytes, so its answer is checked like any other
input: size, types, and that it speaks of this mail. It inherits no environment, thus no secrets.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import resource
import subprocess
import sys
import threading
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import IO

from bot.core.message.caps import WIDE_CAPS
from bot.core.message.parse import parse_message
from bot.core.message.structure import OverCapsError
from bot.core.message.types import Message
from bot.errors import UnparsableError

_ROOT = Path(__file__).resolve().parent.parent
_CPU_S = 2
_MEMORY = 300 * 2**20
_MEMORY_PER_BYTE = 4
_MOST_ANSWER = 16 * 2**20
_START = f"import sys; sys.path.append({str(_ROOT)!r}); from bot.sandbox import run_child; run_child()"


def parse_guarded(raw: bytes, *, timeout_s: float = 10.0) -> Message:
    """Return what the mail says; raise `UnparsableError`, and nothing else.

    Within the caps it is parsed here; over them in a child process, which may use 2 s of CPU and *timeout_s* of wall time.
    """
    try:
        return parse_message(raw)
    except OverCapsError as exc:
        if len(raw) > WIDE_CAPS.raw:
            raise
        return _read_answer(raw, _ask_child(raw, timeout_s, exc), exc)


def _ask_child(raw: bytes, timeout_s: float, why: OverCapsError) -> bytes:
    """Return the child's answer; a child that fails in whatever way is one that gives none."""
    try:
        with subprocess.Popen(
            [sys.executable, "-I", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={},
            cwd="/",
        ) as child:
            return _exchange(child, raw, timeout_s, why)
    except OSError as exc:
        raise UnparsableError(f"The mail could not be read: {why}, and no process could be started for it.") from exc


def _exchange(child: subprocess.Popen[bytes], raw: bytes, timeout_s: float, why: OverCapsError) -> bytes:
    assert child.stdin is not None  # noqa: S101
    assert child.stdout is not None  # noqa: S101
    alarm = threading.Timer(timeout_s, child.kill)
    feeder = threading.Thread(target=_feed, args=(child.stdin, raw), daemon=True)
    alarm.start()
    feeder.start()
    try:
        answer = child.stdout.read(_MOST_ANSWER + 1)
        if len(answer) > _MOST_ANSWER:
            child.kill()
        status = child.wait()
    finally:
        alarm.cancel()
        child.kill()
        feeder.join()
    if status != 0:
        raise UnparsableError(f"The mail could not be read: {why}.")
    return answer


def _feed(stdin: IO[bytes], raw: bytes) -> None:
    with contextlib.suppress(OSError), stdin:  # a child that ended early has said enough
        stdin.write(raw)


def _read_answer(raw: bytes, answer: bytes, why: OverCapsError) -> Message:
    from pydantic import TypeAdapter, ValidationError  # heavy, and needed for odd mail only

    try:
        message = TypeAdapter(Message).validate_json(answer, strict=True)
    except ValidationError as exc:
        raise UnparsableError(f"The mail could not be read: {why}.") from exc
    if message.sha256 != hashlib.sha256(raw).hexdigest() or (message.date and message.date.tzinfo is None):
        raise UnparsableError(f"The mail could not be read: {why}.")
    return message


def run_child() -> None:
    """Read a mail from stdin, write the message as JSON to stdout; the limits are set before the first byte is parsed."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_S, _CPU_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    raw = sys.stdin.buffer.read(WIDE_CAPS.raw + 1)
    most = _MEMORY + _MEMORY_PER_BYTE * len(raw)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    message = parse_message(raw, WIDE_CAPS)
    answer = json.dumps(asdict(message), default=_jsonable).encode("ascii")
    if len(answer) > _MOST_ANSWER:
        raise UnparsableError("The mail says too much.")
    sys.stdout.buffer.write(answer)


def _jsonable(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


if __name__ == "__main__":
    run_child()
