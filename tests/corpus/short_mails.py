"""Short mails, one JSON object a line: those of ``times/`` tell a time in every way people do, those of ``short/`` each what kind they are.

``own/<lang>.jsonl`` is open, ``held/<lang>.jsonl`` only ever counted. A row of times: ``text``, ``quoted``, ``start`` (null where two
readings truly stand). A row of kinds: ``kind``, ``from``, ``subject`` and ``paragraphs`` and ``quoted``, of which each sentence stands
behind its acts (see `tests.corpus.sentences`). Those of ``taught/<lang>.jsonl`` and ``ordinary/<lang>.jsonl`` are as those of kinds, with
the time on the owner's clock where one is told; they only teach, and are never counted.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from functools import partial
from pathlib import Path

from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.company.cues import Cues
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind, Reading
from tests.corpus.labels import HERE

TIMES = HERE / "times"
KINDS = HERE / "short"
TAUGHT = HERE / "taught"
ORDINARY = HERE / "ordinary"
_SENDER = "Robin Hale <robin.hale@firm.example>"
_OWNER = "A B"
_BEFORE = timedelta(hours=20)
_KNOWN = "an application"
_ACTING = frozenset({Kind.INTERVIEW, Kind.RESCHEDULE, Kind.CANCELLATION, Kind.REJECTION, Kind.OFFER})
_DATED = frozenset({Kind.INTERVIEW, Kind.RESCHEDULE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortMail:
    """``kind``: None where only the time is told. ``sentences``: acts and text of each, subject and quoted ones among them."""

    id: str
    lang: str
    owner: Owner
    compose: Callable[[], Message]
    kind: Kind | None
    start: datetime | None
    sentences: tuple[tuple[str, str], ...] = ()

    @property
    def message(self) -> Message:
        """The mail, made when it is asked for: most of those who list them read none."""
        return self.compose()


def load_short_mails(folder: Path) -> Iterator[ShortMail]:
    """Yield the mails of every language in *folder*."""
    for path in sorted(folder.glob("*.jsonl")):
        for row in path.read_text(encoding="utf-8").splitlines():
            yield (_of_kind if "paragraphs" in row else _of_time)(json.loads(row), path.stem)


def read_short_mail(mail: ShortMail, cues: Cues) -> Reading:
    """Return its reading. One that only tells a time is read as of a known conversation: out of one it could be about anything."""
    on_record = _KNOWN if mail.kind is None else None
    return read_company_mail(message=mail.message, owner=mail.owner, cues=cues, on_record=on_record)


def is_right(mail: ShortMail, reading: Reading) -> bool:
    """Return whether a mail is read as it is labelled: its time, or else its kind."""
    return reading.start == mail.start if mail.kind is None else reading.kind is mail.kind


def count(mails: Sequence[ShortMail], cues: Cues) -> Counter[str]:
    """Return how many are right, ``asked``, ``wrong`` (a time given, and wrong), ``harmful`` and ``silent`` (as in the other sets)."""
    counts = Counter(mails=len(mails))
    for mail in mails:
        reading = read_short_mail(mail, cues)
        counts["right"] += is_right(mail, reading)
        counts["asked"] += not reading.certain or bool(reading.ask)
        counts["wrong"] += mail.kind is None and reading.start not in (None, mail.start)
        if mail.kind is not None and reading.certain and {reading.kind, mail.kind} & _ACTING:
            other = reading.kind is not mail.kind and not {reading.kind, mail.kind} <= _DATED
            counts["harmful"] += other
            counts["silent"] += other and reading.kind not in _ACTING and mail.kind in (*_DATED, Kind.CANCELLATION)
    return counts


def _of_time(row: dict[str, str], lang: str) -> ShortMail:
    owner = Owner(name=_OWNER, email="a@example.org", tz=row["tz"])
    return ShortMail(
        id=row["id"],
        lang=lang,
        owner=owner,
        compose=partial(_message, row, owner, _SENDER, row["subject"], row["text"], row.get("quoted") or ""),
        kind=None,
        start=datetime.fromisoformat(row["start"]) if row["start"] else None,
    )


def _of_kind(row: dict[str, object], lang: str) -> ShortMail:
    strings = {key: str(row[key]) for key in ("id", "from", "sent", "tz", "owner", "kind")}
    owner = Owner(name=strings["owner"], email="a@example.org", tz=strings["tz"])
    subject, paragraphs, quoted = row["subject"], row["paragraphs"], row["quoted"]
    assert isinstance(subject, list)
    assert isinstance(paragraphs, list)
    assert isinstance(quoted, list)
    text = "\n\n".join(" ".join(sentence for _, sentence in paragraph) for paragraph in paragraphs)
    before = " ".join(sentence for _, sentence in quoted)
    told = [subject, *(pair for paragraph in paragraphs for pair in paragraph), *quoted]
    return ShortMail(
        id=strings["id"],
        lang=lang,
        owner=owner,
        compose=partial(_message, strings, owner, strings["from"], subject[1], text, before),
        kind=Kind(strings["kind"]),
        start=None,
        sentences=tuple((acts, sentence) for acts, sentence in told),
    )


def _message(row: dict[str, str], owner: Owner, sender: str, subject: str, text: str, quoted: str) -> Message:
    mail = EmailMessage()
    sent = datetime.fromisoformat(row["sent"])
    mail["From"], mail["To"], mail["Subject"] = sender, f"{owner.name} <{owner.email}>", subject
    mail["Date"], mail["Message-ID"] = format_datetime(sent), f"<{row['id'].lower()}@firm.example>"
    if quoted:
        mail["In-Reply-To"] = "<before@firm.example>"
        said = "".join(f"> {line}\n" for line in quoted.split("\n"))
        text += f"\n\nOn {sent - _BEFORE:%a, %d %b %Y at %H:%M}, {owner.name} <{owner.email}> wrote:\n\n{said}"
    mail.set_content(f"{text}\n")
    return parse_message(mail.as_bytes())
