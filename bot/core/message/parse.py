"""Bytes of a mail into a `Message`."""

from __future__ import annotations

from bot.core.message.types import Message


def parse_message(raw: bytes) -> Message:
    """Return what the mail says; raise `UnparsableError` for what cannot be read or goes over the caps, and nothing else."""
    raise NotImplementedError
