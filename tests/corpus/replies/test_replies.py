"""Sixty answers to approval requests, from many clients: what must not be sent is not, what is said is understood."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.owner.answer import letter_from_message, read_owner_reply
from bot.core.reading.owner.cues import CommandCues, parse_command_cues
from bot.core.reading.types import Action, OwnerReading

HERE = Path(__file__).parent
CUES = Path(__file__).parents[3] / "config" / "cues" / "commands"
SENDING = {Action.APPROVE, Action.SEND_NOW, Action.SEND_AT, Action.EDIT_AND_SEND}
ZONES = {"example.org": "America/New_York", "en": "America/New_York", "de": "Europe/Berlin", "fr": "Europe/Paris"}


@dataclass(frozen=True)
class Row:
    lang: str
    headers: dict[str, str]
    text: str
    html: str | None
    expect: Action
    at: datetime | None
    contains: tuple[str, ...]
    note: str


def _rows() -> list[Row]:
    found = []
    for line in (HERE / "replies.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        where = f"{row['headers']['From']} {row['headers']['To']} {row['headers']['Subject']}"
        lang = "de" if "Ruprecht" in where else "fr" if "Baudry" in where else "en"
        found.append(
            Row(
                lang=lang,
                headers=row["headers"],
                text=row["text"],
                html=row["html"],
                expect=Action(row["expect"]),
                at=datetime.fromisoformat(row["at"]) if row["at"] else None,
                contains=tuple(row["new_body_contains"] or ()),
                note=row["note"],
            )
        )
    return found


ROWS = _rows()
IDS = [f"{number:02} {row.lang} {row.note}" for number, row in enumerate(ROWS)]


def _raw(row: Row) -> bytes:
    """Return the mail of *row*; of a stated multipart type only the sign that it is a report is kept."""
    mail = EmailMessage()
    content_type = row.headers.get("Content-Type", "")
    if row.text or row.html is None:
        mail.set_content(row.text)
        if row.html is not None:
            mail.add_alternative(row.html, subtype="html")
    else:
        mail.set_content(row.html, subtype="html")
    if content_type.startswith("multipart/report"):
        mail.make_mixed()
        mail.replace_header("Content-Type", mail["Content-Type"].replace("multipart/mixed", "multipart/report"))
        mail.set_param("report-type", content_type.split("report-type=")[1].split(";")[0])
    for name, value in row.headers.items():
        if name != "Content-Type":
            mail[name] = value
    return mail.as_bytes()


def _letter(lang: str) -> Message:
    return parse_message((HERE / "letters" / f"{lang}.eml").read_bytes())


def _read(row: Row, cues: CommandCues) -> OwnerReading:
    letter = _letter(row.lang)
    to = letter.to[0]
    owner = Owner(name=to.name, email=to.email, tz=ZONES[row.lang])
    return read_owner_reply(
        message=parse_message(_raw(row)),
        letter=letter_from_message(letter),
        owner=owner,
        cues=cues,
        now=parsedate_to_datetime(row.headers["Date"]),
    )


def _is_right(row: Row, got: OwnerReading) -> bool:
    if got.action is not row.expect or (row.at and got.at != row.at):
        return False
    return all(words in (got.new_body or "") for words in row.contains)


@pytest.fixture(scope="module")
def cues() -> CommandCues:
    import tomllib

    return parse_command_cues(
        {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in CUES.glob("*.toml")}
    )


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_nothing_is_sent_that_was_not_ordered(row: Row, cues: CommandCues) -> None:
    got = _read(row, cues)
    if row.note.startswith("NEAR MISS") or row.expect not in SENDING:
        assert got.action not in SENDING
    elif got.action in SENDING:
        assert _is_right(row, got)


def test_what_is_said_is_understood(cues: CommandCues) -> None:
    wrong = [(row.note, row.expect.value, _read(row, cues)) for row in ROWS if not _is_right(row, _read(row, cues))]
    assert len(wrong) <= len(ROWS) * 0.03, wrong
