"""What owners say to a draft, as four kinds of mail apps quote the letter (``said.jsonl``).

A row: ``new`` (the owner's words), ``sent_at``, ``tz``, ``expect``, ``at``, ``new_body_contains``, ``must_not_approve``, ``headers``
where a machine wrote it, and ``draft``, the language of the draft, where it is not his. ``held.jsonl`` is held back: nobody who changes the
reading opens it. ``python -m tests.corpus.replies.said`` tells how both are read.
"""

from __future__ import annotations

import json
import re
import tomllib
import zlib
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from typing import Any

from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.owner.answer import letter_from_message, read_owner_reply
from bot.core.reading.owner.cues import CommandCues, parse_command_cues
from bot.core.reading.types import OwnerReading
from tests.corpus.replies.test_replies import CUES, HERE, SENDING, _letter

Row = dict[str, Any]
_BOT = "Thank-you Assistant"
_WROTE = {
    "en": "On Thu, May 14, 2026 at 6:05 PM {} <{}> wrote:",
    "de": "Am Do., 14. Mai 2026 um 18:05 Uhr schrieb {} <{}>:",
    "fr": "Le jeu. 14 mai 2026 à 18:05, {} <{}> a écrit :",
    "es": "El jue, 14 may 2026 a las 18:05, {} (<{}>) escribió:",
    "pt": "Em qui., 14 de mai. de 2026 às 18:05, {} <{}> escreveu:",
    "nl": "Op do 14 mei 2026 om 18:05 schreef {} <{}>:",
    "it": "Il giorno gio 14 mag 2026 alle ore 18:05 {} <{}> ha scritto:",
}
_HEAD = {
    "en": ("From", "Sent", "To", "Subject", "Thursday, May 14, 2026 6:05 PM"),
    "de": ("Von", "Gesendet", "An", "Betreff", "Donnerstag, 14. Mai 2026 18:05"),
    "fr": ("De", "Envoyé", "À", "Objet", "jeudi 14 mai 2026 18:05"),
    "es": ("De", "Enviado", "Para", "Asunto", "jueves, 14 de mayo de 2026 18:05"),
    "pt": ("De", "Enviado", "Para", "Assunto", "quinta-feira, 14 de maio de 2026 18:05"),
    "nl": ("Van", "Verzonden", "Aan", "Onderwerp", "donderdag 14 mei 2026 18:05"),
    "it": ("Da", "Inviato", "A", "Oggetto", "giovedì 14 maggio 2026 18:05"),
}
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’.-]*")
_CLOSING = re.compile(r"^(?:Gruß|Groet|LG|Saludos|Cheers|Ciao)[,!]? ")
_NO_NAME = re.compile(r"Outlook|iPhone|Grüß|Regards|Groet")


def load_said(name: str) -> list[Row]:
    """Return the rows of ``name.jsonl``."""
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines() if line.strip()]


def read_said(row: Row, cues: CommandCues) -> OwnerReading:
    """Return how the mail of *row* is read."""
    lang = row.get("draft", row["lang"])
    letter = _letter(lang if lang in ("de", "fr") else "en")
    owner = Owner(name=_signed(row["new"]) or letter.to[0].name, email=letter.to[0].email, tz=row["tz"])
    return read_owner_reply(
        message=parse_message(_mail(row, letter, owner).as_bytes()),
        letter=letter_from_message(letter),
        owner=owner,
        cues=cues,
        now=datetime.fromisoformat(row["sent_at"]),
    )


def is_right(row: Row, got: OwnerReading) -> bool:
    """Whether *got* is what the owner wanted."""
    timed = not row["at"] or got.at == datetime.fromisoformat(row["at"])
    return (
        got.action == row["expect"]
        and timed
        and all(word in (got.new_body or "") for word in row["new_body_contains"] or ())
    )


def is_harm(row: Row, got: OwnerReading) -> bool:
    """Whether something would leave that the owner did not order."""
    return got.action in SENDING and (row["must_not_approve"] or row["expect"] not in SENDING)


def count_said(rows: Iterable[Row], cues: CommandCues) -> Counter[str]:
    """Return how many rows there are (``all``), are right, and do harm; ``unclear`` of the rest were asked about."""
    counts: Counter[str] = Counter()
    for row in rows:
        got = read_said(row, cues)
        counts.update({"all": 1, "right": is_right(row, got), "harm": is_harm(row, got)})
        counts["asked"] += not is_right(row, got) and got.action == "unclear"
    return counts


def _mail(row: Row, letter: Message, owner: Owner) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = Address(owner.name, *owner.email.split("@"))
    mail["To"] = str(letter.from_[0])
    mail["Subject"] = f"Re: {letter.subject}"
    mail["Date"] = format_datetime(datetime.fromisoformat(row["sent_at"]))
    mail["Message-ID"] = f"<{row['id']}@phone.example>"
    mail["In-Reply-To"] = f"<{letter.message_id}>"
    for name, value in (row.get("headers") or {}).items():
        if name.lower() != "content-type":
            del mail[name]
            mail[name] = value
    _fill(mail, row, letter)
    return mail


def _fill(mail: EmailMessage, row: Row, letter: Message) -> None:
    """Write the body as one of four kinds of mail apps does."""
    kind, shown = zlib.crc32(row["id"].encode()) % 4, letter.body.plain or ""
    wrote = _WROTE[row["lang"]].format(_BOT, letter.from_[0].email)
    quoted = "\n".join(f"> {line}" for line in shown.splitlines())
    plain = f"{row['new']}\n\n{wrote}\n\n{quoted}\n"
    if kind == 1:
        sender, sent, to, subject, moment = _HEAD[row["lang"]]
        head = f"{sender}: {_BOT} <{letter.from_[0].email}>\n{sent}: {moment}\n{to}: {letter.to[0].email}"
        plain = f"{row['new']}\n\n________________________________\n{head}\n{subject}: {letter.subject}\n\n{shown}"
    if kind < 3:
        mail.set_content(plain)
    if kind == 2:
        mail.add_alternative(_html(row["new"], wrote, shown), subtype="html")
    if kind == 3:
        mail.set_content(_html(row["new"], wrote, shown), subtype="html")


def _html(new: str, wrote: str, shown: str) -> str:
    said, quoted = ("<br>".join(escape(line) for line in text.split("\n")) for text in (new, shown))
    return (
        f'<div dir="ltr">{said}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">{escape(wrote)}<br></div>'
        f'<blockquote class="gmail_quote" style="margin:0 0 0 .8ex">{quoted}</blockquote></div>'
    )


def _signed(new: str) -> str:
    """Return the name below *new*, ``""`` where there is none."""
    lines = [_CLOSING.sub("", line.strip()) for line in new.split("\n") if line.strip()]
    for line in reversed(lines[1:]):
        words = line.strip(" ,.").split()
        if 1 <= len(words) <= 4 and all(_NAME.fullmatch(word) for word in words) and not _NO_NAME.search(line):
            return line.strip(" ,.")
    return ""


def _main() -> None:
    cues = parse_command_cues({path.stem: tomllib.loads(path.read_text("utf-8")) for path in CUES.glob("*.toml")})
    for name in ("said", "held"):
        rows = load_said(name)
        by_language = {
            lang: [row for row in rows if row["lang"] == lang] for lang in sorted({row["lang"] for row in rows})
        }
        for lang, some in [*by_language.items(), ("all", rows)]:
            counts = count_said(some, cues)
            print(
                f"{name} {lang}: {counts['right']} of {counts['all']} right, {counts['asked']} asked, {counts['harm']} harm"
            )


if __name__ == "__main__":
    _main()
