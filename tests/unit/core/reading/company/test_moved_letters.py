"""Letters that fix, move, call off, put in doubt or offer a talk are understood, with their time, in every language."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.moved_letters import LETTERS, QUOTED
from tests.unit.core.reading.company.words import CUES

OWNER = Owner(name="Nora Quist", email="nora.quist@example.org", tz="Europe/Berlin")
HEAD = (
    "From: Kim Sorrell <kim.sorrell@harrowgate.example>\nTo: Nora Quist <nora.quist@example.org>\nSubject: {}\n"
    "Date: Tue, 09 Jun 2026 10:00:00 +0200\nMessage-ID: <one@mail.example>\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\n\n{}\n"
)


def read(lang: str, over: str, subject: str, text: str) -> Reading:
    return read_company_mail(message=mail_of(lang, over, subject, text), owner=OWNER, cues=CUES)


def mail_of(lang: str, over: str, subject: str, text: str) -> Message:
    topic, below = QUOTED[lang][over] if over else (subject, "")
    words = f"{text}\n\nKim\n\n{below}" if below else text
    return parse_message(HEAD.format(topic, words).encode())


def told(meant: str) -> tuple[tuple[str, ...], datetime | None, bool, bool]:
    """Return the kinds, the start, whether it is to be asked and whether it may."""
    kinds, _, at = meant.partition(" ")
    asked, may = kinds.startswith("?"), kinds.endswith("?")
    day, _, hour = at.partition(" ")
    start = None
    if hour:
        hours, minutes = hour.split(":")
        start = datetime(2026, 6, int(day), int(hours), int(minutes), tzinfo=ZoneInfo("Europe/Berlin"))
    return tuple(kinds.strip("?").split("|")), start, asked, may


def judge(reading: Reading, meant: str) -> str:
    """Return "right", "asked" (in doubt, where it need not be), or what is wrong."""
    kinds, start, must, may = told(meant)
    doubtful = not reading.certain or "start" in reading.ask
    if must or meant.endswith(" ?"):
        return "right" if doubtful else f"not asked: {reading.kind} {reading.start}"
    if doubtful:
        return "right" if may else f"asked: {reading.kind} {reading.start or [str(s) for s in reading.start_options]}"
    if reading.kind.value not in kinds:
        return f"kind: {reading.kind} {reading.start}"
    if reading.kind is Kind.SCHEDULING or reading.start == start:
        return "right"
    return f"start: {reading.start}" if reading.start else "no start"


@pytest.mark.parametrize(
    ("lang", "over", "meant", "subject", "text"),
    [pytest.param(*case, id=f"{case[0]}, {case[1] or 'new'}: {case[4][:90]}") for case in LETTERS],
)
def test_each_letter_is_read_as_it_is_meant(lang: str, over: str, meant: str, subject: str, text: str) -> None:
    assert judge(read(lang, over, subject, text), meant) == "right"
