"""What is read out of the owners' accounts of their talks, against what a careful person reads out of them.

``given.jsonl`` was there from the start, ``own.jsonl`` is open, ``fresh.jsonl`` is open too and hardly tuned on yet, ``held.jsonl``
is only ever counted. A row: ``text``, ``sent_at``, ``tz``, ``interview_date``, ``known`` (who was announced; may be missing), ``expect``.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.debrief.read import read_debrief
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import ContactWish, Person
from tests.corpus.labels import load_cues

HERE = Path(__file__).resolve().parent
SETS = ("given", "own", "fresh", "held")
_ALIKE = 0.6
"""So many of the words of the longer one two wordings of one matter share."""

Row = dict[str, Any]


@dataclass(slots=True)
class DebriefScore:
    """Counts by field: ``X`` found of ``X_of`` expected; ``X_invented`` given where nothing of the kind was told.

    ``errors``: (text, what).
    """

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, str]] = field(default_factory=list)

    def share(self, name: str) -> float:
        """Return the share of *name* that was found, 1 where there was nothing to find."""
        return self.counts[name] / self.counts[f"{name}_of"] if self.counts[f"{name}_of"] else 1.0


def load_rows(name: str) -> list[Row]:
    """Return the rows of a set; none where it is not there."""
    path = HERE / f"{name}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [json.loads(line) for line in lines if line.strip()]


def read_row(row: Row) -> Debrief:
    """Return the reading of one account."""
    mail = EmailMessage()
    mail["From"] = mail["To"] = "robin@home.example"
    mail["Date"] = datetime.fromisoformat(row["sent_at"])
    mail.set_content(row["text"])
    held = datetime.fromisoformat(f"{row['interview_date']}T10:00").replace(tzinfo=ZoneInfo(row["tz"]))
    return read_debrief(
        row["text"],
        message=parse_message(mail.as_bytes()),
        owner=Owner(name="Robin Sample", email="robin@home.example", tz=row["tz"]),
        cues=load_cues(),
        held=held,
        known=tuple(Person(name=one if isinstance(one, str) else one["name"]) for one in row.get("known", ())),
    )


def score_rows(rows: Iterable[Row]) -> DebriefScore:
    """Return how the readings of *rows* fare."""
    score = DebriefScore()
    for row in rows:
        read, expect = read_row(row), row["expect"]
        score.counts["accounts"] += 1
        for name, wanted, got in _lists(expect, read):
            _count_list(score, row, name, wanted, got)
        for name, wanted, got in _facts(expect, read):
            score.counts[f"{name}_of"] += 1
            score.counts[name] += wanted == got
            score.counts[f"{name}_invented"] += wanted in (None, False, "none") and wanted != got
            if wanted != got:
                score.errors.append((row["text"], f"{name}: {wanted} wanted, {got} read"))
    return score


def _lists(expect: Row, read: Debrief) -> Iterator[tuple[str, list[str], Sequence[str]]]:
    yield "topics", expect["topics"], read.topics
    yield "added", [one["name"] for one in expect["interviewers_added"]], [one.name for one in read.interviewers_added]
    emails = [one["email"] for one in expect["interviewers_added"] if one["email"]]
    yield "addresses", emails, [one.email for one in read.interviewers_added if one.email]
    if "clarifications" in expect:
        yield "clarifications", expect["clarifications"], read.clarifications
        yield "news", expect["news"], read.news
        yield "absent", expect["interviewers_absent"], read.interviewers_absent
        yield (
            "renamed",
            [one["right"] for one in expect["names_corrected"]],
            [one.right for one in read.names_corrected],
        )


def _facts(expect: Row, read: Debrief) -> Iterator[tuple[str, object, object]]:
    yield "decision_by", expect["decision_by"], read.decision_by.isoformat() if read.decision_by else None
    yield "no_contact", expect["no_contact"], read.contact_wish is not ContactWish.NONE
    yield "skip_thank_you", expect["skip_thank_you"], read.skip_thank_you
    yield "outcome", expect.get("outcome_hint", expect.get("outcome")), read.outcome.value if read.outcome else None
    if "contact_wish" in expect:
        yield "contact_wish", expect["contact_wish"], read.contact_wish.value
        yield "happened", expect["happened"], read.happened


def _count_list(score: DebriefScore, row: Row, name: str, wanted: Sequence[str], got: Sequence[str]) -> None:
    score.counts[f"{name}_of"] += len(wanted)
    for one in wanted:
        found = any(is_alike(one, other) for other in got)
        score.counts[name] += found
        if not found:
            score.errors.append((row["text"], f"{name}: {one!r} not found"))
    for one in got:
        if not any(is_alike(one, other) for other in wanted):
            score.counts[f"{name}_invented"] += 1
            score.errors.append((row["text"], f"{name}: {one!r} invented"))


def is_alike(one: str, other: str) -> bool:
    """Return whether two wordings are of one matter: one holds the other, or they share most of their words."""
    a, b = re.findall(r"\w+", one.casefold()), re.findall(r"\w+", other.casefold())
    if not a or not b:
        return False
    joined, other_joined = f" {' '.join(a)} ", f" {' '.join(b)} "
    common = len(set(a) & set(b))
    return joined in other_joined or other_joined in joined or common >= _ALIKE * max(len(set(a)), len(set(b)))


def print_scores(write: Callable[[str], object] = print, *, errors: bool = False) -> None:
    """Print the figures of each set; of what is held back the figures alone."""
    for name in SETS:
        rows = load_rows(name)
        if not rows:
            continue
        score = score_rows(rows)
        write(f"{name}: {len(rows)} accounts")
        for key in [key[:-3] for key in score.counts if key.endswith("_of")]:
            counts = score.counts
            write(
                f"  {key:15} {100 * score.share(key):5.1f} % of {counts[f'{key}_of']:3}, {counts[f'{key}_invented']} invented"
            )
        if errors and name != "held":
            for text, what in score.errors:
                write(f"    {what}\n      {' / '.join(text.splitlines())[:200]}")
