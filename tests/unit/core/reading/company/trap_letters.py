"""The letters of ``traps/<lang>.txt``: each with the kind that a careful person gives it, all of Tuesday, 9 June 2026."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.words import CUES

FOLDER = Path(__file__).parent / "traps"
LANGUAGES = ("en", "de", "fr", "es", "pt", "nl", "it")
OWNER = Owner(name="Nora Vogt", email="nora.vogt@example.org", tz="Europe/Berlin")
HEAVY = frozenset({Kind.INTERVIEW, Kind.RESCHEDULE, Kind.CANCELLATION, Kind.REJECTION, Kind.OFFER})
_HEAD = re.compile(r"^# (?P<kind>[\w/]+) \| (?P<sender>[^|]+) \| (?P<subject>.*)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """``kinds``: the kinds that are right, the plainest first."""

    lang: str
    kinds: tuple[str, ...]
    sender: str
    subject: str
    text: str

    @property
    def told(self) -> str:
        """A short name of the letter."""
        return f"{self.lang} {self.kinds[0]}: {self.subject} ({self.sender.split(' <')[0]})"

    def message(self) -> Message:
        """Return the letter as a mail."""
        mail = EmailMessage()
        mail["From"], mail["To"] = self.sender, f"{OWNER.name} <{OWNER.email}>"
        mail["Subject"], mail["Date"] = self.subject, "Tue, 09 Jun 2026 10:00:00 +0200"
        mail["Message-ID"] = f"<one@{parseaddr(self.sender)[1].rpartition('@')[2]}>"
        mail.set_content(self.text)
        return parse_message(mail.as_bytes())

    def read(self) -> Reading:
        """Return how the reader understands the letter."""
        return read_company_mail(message=self.message(), owner=OWNER, cues=CUES)

    def wrong(self, reading: Reading) -> bool:
        """Return whether *reading* is of no right kind."""
        return reading.kind not in self.kinds

    def harmful(self, reading: Reading) -> bool:
        """Return whether *reading* is surely wrong where that costs the owner something."""
        heavy = reading.kind in HEAVY or Kind(self.kinds[0]) in HEAVY
        return self.wrong(reading) and reading.certain and heavy


def load_letters(lang: str) -> list[Letter]:
    """Return the letters of a language."""
    text = (FOLDER / f"{lang}.txt").read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [
        Letter(
            lang=lang,
            kinds=tuple(head["kind"].split("/")),
            sender=head["sender"],
            subject=head["subject"],
            text=text[head.end() : end],
        )
        for head, end in zip(heads, ends, strict=True)
    ]
