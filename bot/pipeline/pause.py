"""The owner's pause: nothing new is shown, and nothing leaves to others, until it is over."""

from __future__ import annotations

from datetime import datetime

from bot.pipeline.ports import Installation

_FACT = "paused_until"


def pause(work: Installation, until: datetime) -> None:
    """Rest until *until*."""
    work.save_fact(_FACT, until.isoformat())


def end_pause(work: Installation) -> bool:
    """Go on working; return whether there was a pause."""
    was_paused = work.load_fact(_FACT) is not None
    work.save_fact(_FACT, None)
    return was_paused


def paused_until(work: Installation, now: datetime) -> datetime | None:
    """Return when the pause is over, or None when there is none."""
    stored = work.load_fact(_FACT)
    until = datetime.fromisoformat(stored) if stored else None
    return until if until and until > now else None
