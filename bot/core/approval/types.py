"""The yes: what an approval is bound to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRule:
    """[approval]"""

    undo: timedelta = timedelta(minutes=10)
    expires: timedelta = timedelta(days=7)
    remind_before: timedelta = timedelta(hours=6)
