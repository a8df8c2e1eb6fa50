"""The labels of the corpus as types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from bot import words
from bot.config_files import ConfigFiles
from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.company.cues import Cues
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind, Reading

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person to be found."""

    name: str
    email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a careful human reads out of the mail in ``file``."""

    file: str
    path: Path
    owner: Owner
    kind: Kind
    company: str | None
    role: str | None
    start: datetime | None
    duration: int | None
    tz_stated: bool
    interviewers: tuple[Named, ...]
    contact: str | None
    medium: str | None
    decision_by: str | None
    no_contact: bool
    lang: str
    note: str


def load_labels(lang: str | None = None, folder: Path = HERE) -> tuple[Label, ...]:
    """Return the labels in *folder*, those of one language if *lang* is given."""
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    labels = (_label(json.loads(line), folder) for line in lines if line.strip())
    return tuple(label for label in labels if lang in (None, label.lang))


@cache
def load_cues() -> Cues:
    """Return the shipped words, parsed once for all tests."""
    return words.load_cues(ConfigFiles(None))


def read_corpus(labels: tuple[Label, ...], cues: Cues) -> Iterator[tuple[Label, Reading]]:
    """Yield each label with the reading of its mail."""
    for label in labels:
        message = parse_message(label.path.read_bytes())
        yield label, read_company_mail(message=message, owner=label.owner, cues=cues)


def _label(row: dict[str, object], folder: Path) -> Label:
    owner = row["owner"]
    people = row["interviewers"]
    assert isinstance(owner, dict)
    assert isinstance(people, list)
    start = row["start"]
    return Label(
        file=str(row["file"]),
        path=folder / "mail" / str(row["file"]),
        owner=Owner(name=owner["name"], email=owner["email"], tz=owner["tz"]),
        kind=Kind(str(row["kind"])),
        company=_text(row["company"]),
        role=_text(row["role"]),
        start=datetime.fromisoformat(str(start)) if start else None,
        duration=row["duration_minutes"] if isinstance(row["duration_minutes"], int) else None,
        tz_stated=row["tz_stated"] is True,
        interviewers=tuple(Named(name=person["name"], email=person["email"]) for person in people),
        contact=_text(row["contact"]),
        medium=_text(row["medium"]),
        decision_by=_text(row["decision_by"]),
        no_contact=row["no_contact"] is True,
        lang=str(row["lang"]),
        note=str(row.get("note") or ""),
    )


def _text(value: object) -> str | None:
    return str(value) if value else None
