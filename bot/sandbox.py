"""Mail over the caps is parsed in a child process with CPU and memory limits."""

from __future__ import annotations

from bot.core.message.types import Message


def parse_guarded(raw: bytes, *, timeout_s: float = 10.0) -> Message:
    """Return what the mail says, whatever it does; raise `UnparsableError`, and nothing else."""
    raise NotImplementedError
