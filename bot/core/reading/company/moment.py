"""A date with a time of day, and what the words around it make of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

LABELS_OF_A_TIME = frozenset({"when", "date", "time"})
"""The labels of a line that tell when the talk is ("Date: ...")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date with a time of day. ``starts``: its readings, aware. ``end``: for the first reading, where one is given. ``tz``: IANA name
    where it has one; ``tz_stated``: the words name the zone. ``sentence``: where the time stands (-1 the subject; quoted ones count
    apart). ``choice``: one of several put up for choice, or a span in which it could be. ``elsewhere``: it only says what the clock
    shows somewhere else at another moment of its sentence; ``rival``: it means to, but is another instant.
    ``implied``: its day is the one that the mails before had agreed on; ``counted_out``: the new text
    picks it ("the second"). ``old``: a time given up; ``deadline``; ``side``: of something
    else; ``past``: before the mail. ``dated``: it has a date of its own in its sentence. ``line``: the sentence."""

    starts: tuple[datetime, ...]
    end: datetime | None
    tz: str | None
    tz_stated: bool
    sentence: int
    paragraph: int
    position: int
    old: bool
    deadline: bool
    side: bool
    past: bool
    dated: bool
    tight: bool
    sure: bool
    label: str
    quoted: bool
    line: str
    choice: bool = False
    elsewhere: bool = False
    rival: bool = False
    implied: bool = False
    counted_out: bool = False

    @property
    def fits(self) -> bool:
        """Whether it can be the time of a talk to come."""
        return not (self.old or self.deadline or self.side or self.past or self.choice or self.elsewhere)


def as_utc(moment: datetime) -> datetime:
    """Return the same instant in UTC, by which moments of several zones compare."""
    return moment.astimezone(UTC)
