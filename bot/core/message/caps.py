"""Limits that a mail has to keep before any of it is decoded."""

from __future__ import annotations


def exceeds_caps(raw: bytes) -> str | None:
    """Return what of the mail goes over the caps (one phrase for the log and the owner), or None."""
    raise NotImplementedError
