"""``explain``: one JSON object a line, an account for people, and no file that stops the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.explain import explain

KEYS = [
    "file", "kind", "certain", "ask", "company", "role", "start", "end", "start_options", "duration_minutes", "tz_stated", "slots",
    "interviewers", "contact", "medium", "location", "meeting_url", "decision_by", "no_contact", "contact_wish", "lang", "score", "reasons",
]  # fmt: skip
MAIL = """\
From: Sandra Whit <sandra@bluefield.example>
To: Nora Quist <nora@example.org>
Subject: Interview confirmation
Date: Mon, 01 Jun 2026 10:00:00 -0500

Hi Nora, your interview for the Grid Planner role is confirmed for Tuesday, June 9 at 2pm ET with Paul Denton, by phone.
"""
LETTER = """\
From: Follow-up bot <nora@example.org>
To: Nora Quist <nora@example.org>
Subject: Approve: thank-you to Paul Denton
Date: Tue, 09 Jun 2026 20:00:00 +0000
X-Followup-Letter: approval
Message-ID: <letter@mail.example.org>

1. Thank-you to Paul Denton
--- begin text ---
Dear Paul, thank you.
--- end text ---
"""
OWNER = ["--owner-email", "nora@example.org", "--owner-name", "Nora Quist", "--owner-tz", "America/Chicago"]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    app = typer.Typer()
    app.command()(explain)

    def call(*arguments: str):  # type: ignore[no-untyped-def]
        return CliRunner().invoke(app, list(arguments))

    return call


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text)
    return str(path)


def test_json_has_every_key_in_order(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    result = run("--json", *OWNER, write(tmp_path, "a.eml", MAIL))
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    found = json.loads(line)
    assert list(found) == KEYS
    assert found["kind"] == "interview"
    assert found["start"] == "2026-06-09T14:00:00-04:00"
    assert found["contact"] == "sandra@bluefield.example"
    assert found["interviewers"] == [{"name": "Paul Denton", "email": None}]


def test_a_file_that_cannot_be_read_stops_nothing(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    result = run("--json", *OWNER, str(tmp_path / "missing.eml"), write(tmp_path, "a.eml", MAIL))
    assert result.exit_code == 1
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (first["kind"], first["certain"], first["reasons"][0]["name"]) == ("other", False, "unreadable")
    assert second["kind"] == "interview"
    assert len(result.stderr.splitlines()) == 1


def test_people_get_an_account_with_both_zones(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    result = run(*OWNER, write(tmp_path, "a.eml", MAIL))
    assert result.exit_code == 0
    assert "14:00 (New York, EDT)" in result.stdout
    assert "13:00 (Chicago, your time)" in result.stdout
    assert "Paul Denton" in result.stdout


def test_without_any_set_up_the_recipient_is_the_owner(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    result = run("--json", write(tmp_path, "a.eml", MAIL))
    assert json.loads(result.stdout)["kind"] == "interview"


def test_an_impossible_zone_is_wrong_use(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("--owner-tz", "Mars/Olympus", write(tmp_path, "a.eml", MAIL)).exit_code == 2


@pytest.mark.parametrize(
    ("sender", "action"),
    [
        pytest.param("Nora Quist <nora@example.org>", "approve", id="the owner's yes"),
        pytest.param("Mallory <mallory@evil.example>", "ignore", id="somebody else's yes"),
    ],
)
def test_a_reply_is_judged_against_its_letter(run, tmp_path: Path, sender: str, action: str) -> None:  # type: ignore[no-untyped-def]
    head = f"From: {sender}\nTo: nora@example.org\nSubject: Re: Approve\nIn-Reply-To: <letter@mail.example.org>\n"
    reply = f"{head}Date: Tue, 09 Jun 2026 21:00:00 +0000\n\napprove\n"
    result = run(
        "--json", *OWNER, "--answering", write(tmp_path, "letter.eml", LETTER), write(tmp_path, "reply.eml", reply)
    )
    found = json.loads(result.stdout)
    assert list(found) == ["file", "action", "at", "new_subject", "new_body", "items", "debrief", "reasons"]
    assert found["action"] == action
