"""What the author wrote now, against what is quoted below it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """``new``: the author's own lines; ``quoted``: everything that was there before, with its attribution lines."""

    new: str
    quoted: str


def split_quoted(text: str) -> Quoted:
    """Part the text of a mail from a company into new and quoted (linear time; never for the owner's commands)."""
    raise NotImplementedError
