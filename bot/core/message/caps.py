"""Limits that a mail has to keep before any of it is decoded."""

from __future__ import annotations

from bot.core.message.structure import Caps, OverCapsError, split_parts

CAPS = Caps(
    raw=50 * 2**20,
    header_block=64 * 2**10,
    field=8 * 2**10,
    fields=200,
    parts=100,
    depth=20,
    false_delimiters=2_000,
)
"""What is read inside the running process."""

WIDE_CAPS = Caps(
    raw=50 * 2**20,
    header_block=2**20,
    field=256 * 2**10,
    fields=2_000,
    parts=1_000,
    depth=60,
    false_delimiters=20_000,
)
"""What is tried in a child process that has limits of its own: odd mail of real senders (hundreds of recipients) still gets read."""


def exceeds_caps(raw: bytes, caps: Caps = CAPS) -> str | None:
    """Return what of the mail goes over the caps (one phrase for the log and the owner), or None; costs one pass over the bytes."""
    try:
        split_parts(raw, caps)
    except OverCapsError as exc:
        return str(exc)
    return None
