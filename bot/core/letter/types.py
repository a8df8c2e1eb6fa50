"""The bot's own words to the owner."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time

from bot.core.followup.types import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRule:
    """[letters], [prepare] and [digest]: which letters are wanted, and the owner's hours."""

    noted: bool = True
    prepare: bool = True
    debrief: bool = True
    receipt: bool = True
    reminder: bool = True
    notice: bool = True
    digest: bool = True
    hours: Window = field(default_factory=lambda: Window(start=time(7, 30), end=time(22, 0)))
    prepare_at: time = time(18, 0)
    digest_weekday: int = 0  # Monday
    digest_time: time = time(8, 0)
