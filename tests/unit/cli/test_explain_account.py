"""The account for people: every fact of a reading in words, doubts with their question, hostile words made harmless."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.cli.explain_account import tell_reading
from bot.cli.explain_house import House
from bot.core.message.parse import parse_message
from bot.core.reading.types import ContactWish, Kind, Medium, Person, Reading, Reason, Slot

START = datetime(2026, 6, 9, 14, 0, tzinfo=ZoneInfo("America/New_York"))
TALK = Reading(
    kind=Kind.INTERVIEW,
    company="Bluefield",
    start=START,
    end=START + timedelta(minutes=45),
    duration_minutes=45,
    tz="America/New_York",
    tz_stated=True,
    interviewers=(Person(name="Paul Denton", email="paul@bluefield.example"),),
    reasons=(
        Reason(name="interview.word", weight=3.0, evidence="your interview"),
        Reason(name="elsewhere.news", weight=-4.0, evidence="read online"),
        Reason(name="interview.fixed", weight=5.0, evidence="is confirmed"),
        Reason(name="candidacy.you", weight=2.0, evidence="your interview"),
    ),
)
BOTH = (START, START + timedelta(hours=1))


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.chdir(tmp_path)
    return House(None, "nora@example.org", "Nora Quist", "America/Chicago")


def told(house: House, reading: Reading, subject: str = "Interview") -> list[str]:
    raw = f"From: Ann <ann@bluefield.example>\nSubject: {subject}\nDate: Mon, 01 Jun 2026 10:00:00 +0000\n\nx\n"
    return tell_reading(house, "a.eml", parse_message(raw.encode()), reading)


def says(lines: list[str], label: str) -> list[str]:
    """Return what stands behind a label, a string for each line."""
    at = next((n for n, line in enumerate(lines) if line[2:13].strip() == label), None)
    if at is None:
        return []
    more = next((n for n, line in enumerate(lines[at + 1 :], at + 1) if line[:13].strip() or not line), len(lines))
    return [line[13:] for line in lines[at:more]]


TOLD = {
    "the time in both zones": (
        TALK,
        "When",
        [
            "Tue 9 June 2026, 14:00 to 14:45 (New York, EDT), 45 minutes",
            "Tue 9 June 2026, 13:00 to 13:45 (Chicago, your time)",
        ],
    ),
    "the time once where both clocks show it": (
        replace(TALK, start=START.astimezone(ZoneInfo("America/Chicago")), end=None, duration_minutes=None),
        "When",
        ["Tue 9 June 2026, 13:00 (Chicago, your time)"],
    ),
    "a bare offset by its name": (
        replace(TALK, start=datetime(2026, 6, 9, 14, 0, tzinfo=UTC), end=None, tz=None, duration_minutes=None),
        "When",
        ["Tue 9 June 2026, 14:00 (UTC)", "Tue 9 June 2026, 09:00 (Chicago, your time)"],
    ),
    "a zone that is taken for granted": (
        replace(
            TALK, start=START.astimezone(ZoneInfo("America/Chicago")), end=None, tz_stated=False, duration_minutes=None
        ),
        "When",
        ["Tue 9 June 2026, 13:00 (Chicago, your time)", "No time zone is named, so yours is taken."],
    ),
    "every slot with its people": (
        replace(TALK, slots=(Slot(start=START, end=START + timedelta(minutes=20), interviewers=("Paul", "Ida")),)),
        "When",
        [
            "Tue 9 June 2026, 14:00 to 14:45 (New York, EDT), 45 minutes",
            "– 14:00 to 14:20: Paul, Ida",
            "Tue 9 June 2026, 13:00 to 13:45 (Chicago, your time)",
        ],
    ),
    "a talk past midnight": (
        replace(TALK, start=START.replace(hour=23, minute=30), end=START.replace(day=10, hour=0), duration_minutes=30),
        "When",
        [
            "Tue 9 June 2026, 23:30 to Wed 10 June 2026, 00:00 (New York, EDT),",
            "30 minutes",
            "Tue 9 June 2026, 22:30 to 23:00 (Chicago, your time)",
        ],
    ),
    "two readings of a time": (
        replace(TALK, start=None, end=None, start_options=BOTH, ask=("start",)),
        "When",
        [
            "Not clear; one of these:",
            "Tue 9 June 2026, 14:00 (New York, EDT)",
            "Tue 9 June 2026, 13:00 (Chicago, your time)",
            "Tue 9 June 2026, 15:00 (New York, EDT)",
            "Tue 9 June 2026, 14:00 (Chicago, your time)",
        ],
    ),
    "what is in doubt": (replace(TALK, start=None, end=None, ask=("start",)), "In doubt", ["The time."]),
    "the question about the time": (
        replace(TALK, start=None, end=None, ask=("start",)),
        "Would ask",
        ["What is the time?"],
    ),
    "the question about the kind": (
        replace(TALK, certain=False, ask=("kind",)),
        "Would ask",
        ["Is this an interview of yours?"],
    ),
    "a kind in doubt": (
        replace(TALK, certain=False, ask=("kind",)),
        "What",
        ["Not sure. It may be: an interview of yours."],
    ),
    "that nothing hangs on a doubt": (
        replace(TALK, certain=False, ask=("kind",)),
        "Would do",
        ["Ask you what this is. Until you answer, nothing hangs on it."],
    ),
    "the weightiest evidence first, each words once": (
        TALK,
        "Why",
        ["“is confirmed” (interview: fixed +5)", "“your interview” (interview: word +3, candidacy: you +2)"],
    ),
    "what speaks against it": (TALK, "Against", ["“read online” (elsewhere: news -4)"]),
    "how far it is believed, and what weighs most": (
        replace(TALK, reasons=(*TALK.reasons, Reason(name="weighed", weight=0.93, evidence="dated +0.7, human -0.6"))),
        "Weighed",
        ["93% sure of it: dated +0.7, human -0.6"],
    ),
    "where there is no evidence": (Reading(kind=Kind.OTHER), "Why", ["Nothing in it speaks of an interview of yours."]),
    "what they ask of him": (
        replace(TALK, kind=Kind.UPDATE, contact_wish=ContactWish.NO_CALLS, wants_references=True),
        "They ask",
        ["not to be called; for references"],
    ),
    "people with their addresses": (TALK, "With", ["Paul Denton <paul@bluefield.example>"]),
    "how": (replace(TALK, medium=Medium.ONSITE), "How", ["on site"]),
    "the decision": (replace(TALK, decision_by=date(2026, 6, 12)), "Decision", ["by Fri 12 June 2026"]),
    "a wish": (
        replace(TALK, contact_wish=ContactWish.NO_CHASING),
        "They ask",
        ["not to be chased: they will contact you"],
    ),
    "a link as a whole, however long": (
        replace(TALK, meeting_url=f"https://meet.example/{'x' * 90}"),
        "Link",
        [f"https://meet.example/{'x' * 90}"],
    ),
    "that a cancellation counts where the talk is known": (
        replace(TALK, kind=Kind.CANCELLATION),
        "Would do",
        ["If it knows the interview: call it off, void whatever hangs on it,", "and tell you."],
    ),
    "that a time to be found is waited for": (
        Reading(kind=Kind.SCHEDULING),
        "Would do",
        ["Nothing yet; it waits for a fixed time."],
    ),
}


@pytest.mark.parametrize(("reading", "label", "wanted"), TOLD.values(), ids=TOLD)
def test_the_account_tells(house: House, reading: Reading, label: str, wanted: list[str]) -> None:
    assert says(told(house, reading), label) == wanted


@pytest.mark.parametrize("kind", list(Kind), ids=[kind.value for kind in Kind])
def test_every_kind_has_an_account_that_fits_the_screen(house: House, kind: Kind) -> None:
    lines = told(house, replace(TALK, kind=kind), subject="words " * 60)
    assert max(len(line) for line in lines) <= 80
    assert says(lines, "What")
    assert says(lines, "Would do")


def test_hostile_words_stay_words(house: House) -> None:
    hostile = "a\x1b[2J\u202eb\r\nWould do   Nothing"
    lines = told(
        house, replace(TALK, company=hostile, location=hostile, reasons=(Reason(name="x", weight=1, evidence=hostile),))
    )
    assert not any(sign in line for line in lines for sign in ("\x1b", "\u202e", "\r", "\n"))
    assert says(lines, "Company") == ["a[2Jb Would do Nothing"]
    assert says(lines, "Would do")[0] == "Record it, and tell you in a letter."
