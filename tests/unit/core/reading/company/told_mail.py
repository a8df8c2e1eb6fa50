"""A mail with what a careful person reads out of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMail:
    """``told``: a sentence that names the case. ``start``: ISO 8601 with offset. What is None is not looked at; ``decision`` is ISO 8601 or
    None where no date is told."""

    told: str
    sender: str
    subject: str
    body: str
    kind: str
    start: str | None = None
    people: tuple[str, ...] | None = None
    minutes: int | None = None
    medium: str | None = None
    decision: str | None = None
