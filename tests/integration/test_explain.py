"""``explain`` as a command: what it tells people, that it learns from the record and leaves it alone, and that no file stops the rest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core.interview.lessons import Author, LessonTopic, Taught
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.reading.types import Kind
from bot.storage.database import Database, sqlite_url

MAIL = """\
From: Sandra Whit <sandra@bluefield.example>
To: Nora Quist <nora@example.org>
Subject: Interview confirmation
Date: Mon, 01 Jun 2026 10:00:00 -0500
Message-ID: <m2@bluefield.example>
References: <m1@bluefield.example>

Hi Nora, your interview for the Grid Planner role is confirmed for Tuesday, June 9 at 2pm ET with Paul Denton, by phone.
"""
_SETTINGS = """\
BOT_OWNER_NAME=Nora Quist
BOT_OWNER_EMAIL=nora@example.org
BOT_TIMEZONE=America/Chicago
BOT_IMAP_HOST=127.0.0.1
BOT_IMAP_SECURITY=none
BOT_IMAP_USER=nora
BOT_IMAP_PASSWORD=secret
BOT_SMTP_HOST=127.0.0.1
BOT_SMTP_SECURITY=none
BOT_SMTP_USER=nora
BOT_SMTP_PASSWORD=secret
BOT_DATA_DIR={data}
"""
OWNER = ("--owner-email", "nora@example.org", "--owner-name", "Nora Quist", "--owner-tz", "America/Chicago")
_ROOT = Path(__file__).parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "bot", *arguments]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    return kept | {"PYTHONPATH": str(_ROOT)}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            _command(*arguments), cwd=tmp_path, env=_environment(), input=stdin, capture_output=True, check=False
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    path = tmp_path / "a.eml"
    path.write_text(MAIL)
    return path


# For people.


def test_people_get_the_whole_account_at_80_columns(run: Run, mail: Path) -> None:
    done = run("explain", *OWNER, str(mail))
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert max(len(line) for line in lines[1:]) <= 80
    for words in (
        "  What       An interview of yours.",
        "  When       Tue 9 June 2026, 14:00 (New York, EDT)",
        "             Tue 9 June 2026, 13:00 (Chicago, your time)",
        "  Role       Grid Planner",
        "  With       Paul Denton",
        "  How        by phone",
        "  Contact    Sandra Whit <sandra@bluefield.example>",
        "  Would do   Record it, and tell you in a letter.",
    ):
        assert words in lines
    assert "  Why        “" in done.stdout
    plan = " ".join(done.stdout.partition("Would do")[2].split())
    assert "Ask you how it went, on Tue 9 June, " in plan
    assert "Thank-you to Sandra Whit: show you a draft when you have told, else on Wed 10 June, " in plan
    assert "; with your yes it leaves on " in plan
    assert "Status check to " in plan


# Many files.


def test_each_result_is_there_before_the_next_file_is_read(tmp_path: Path, mail: Path) -> None:
    later = tmp_path / "later"
    os.mkfifo(later)
    command = _command("explain", "--json", *OWNER, str(mail), str(later))
    with subprocess.Popen(command, cwd=tmp_path, env=_environment(), stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        first = json.loads(process.stdout.readline())
        later.write_text(MAIL.replace("Tuesday, June 9", "Wednesday, June 10"))
        second = json.loads(process.stdout.readline())
        assert process.wait(60) == 0
    assert (first["start"], second["start"]) == ("2026-06-09T14:00:00-04:00", "2026-06-10T14:00:00-04:00")


def test_a_dash_is_standard_input(run: Run) -> None:
    done = run("explain", "--json", *OWNER, "-", stdin=MAIL.encode())
    assert (json.loads(done.stdout)["file"], json.loads(done.stdout)["kind"]) == ("-", "interview")


def _bad_files(folder: Path) -> dict[str, str]:
    (folder / "folder").mkdir()
    (folder / "empty").touch()
    (folder / "binary").write_bytes(bytes(range(256)) * 64)
    (folder / "words").write_text("Your interview is tomorrow at 3pm.\n")
    (folder / "box").write_text(
        f"From a@b.example Mon Jun  1 10:00:00 2026\n{MAIL}\nFrom a@b.example Mon Jun  1 2026\n{MAIL}"
    )
    with (folder / "huge").open("wb") as file:
        file.truncate(100 * 2**20)
    return {
        "missing": "cannot be read (No such file or directory).",
        "folder": "is a folder; name the mails in it, such as",
        "empty": "is empty.",
        "binary": "is no mail",
        "words": "is no mail",
        "box": "holds several mails (mbox)",
        "huge": "larger than 60 MB",
    }


@pytest.mark.parametrize("form", [["--json"], []], ids=["for programs", "for people"])
def test_a_file_that_is_no_mail_gets_one_line_and_stops_nothing(
    run: Run, tmp_path: Path, mail: Path, form: list[str]
) -> None:
    bad = _bad_files(tmp_path)
    named = [str(part) for name in bad for part in (tmp_path / name, mail)]
    done = run("explain", *form, *OWNER, *named)
    assert done.returncode == 1
    said = done.stderr.splitlines()
    assert len(said) == len(bad)
    for line, (name, why) in zip(said, bad.items(), strict=True):
        assert line.startswith(f"{tmp_path / name}: {why}")
    if form:
        kinds = [json.loads(line)["kind"] for line in done.stdout.splitlines()]
        assert kinds == ["other", "interview"] * len(bad)
    else:
        assert done.stdout.count("An interview of yours.") == len(bad)


def test_a_name_that_is_no_text_is_no_obstacle(run: Run, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xe9.eml"
    Path(os.fsdecode(path)).write_text(MAIL)
    for form in (["--json"], []):
        done = subprocess.run(
            [*map(os.fsencode, _command("explain", *form, *OWNER)), path],
            cwd=tmp_path,
            env=_environment() | {"PYTHONIOENCODING": "ascii"},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"interview" in done.stdout


def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    path = tmp_path / "big.eml"
    path.write_text(MAIL + ("-" * 76 + "\n") * 11_000)  # heavy, and soon read
    peaks = [_peak(tmp_path, [str(path)] * count) for count in (2, 30)]
    assert peaks[1] < 1.15 * peaks[0]


def _peak(folder: Path, files: list[str]) -> int:
    """Return the most memory that a run took, in KB."""
    script = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
    script += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    command = [sys.executable, "-c", script, *_command("explain", "--json", *OWNER, *files)]
    done = subprocess.run(command, cwd=folder, env=_environment(), capture_output=True, check=True)
    return int(done.stdout) // (1024 if sys.platform == "darwin" else 1)


# With a record.


@pytest.fixture
def set_up(tmp_path: Path) -> tuple[str, Path]:
    env_file, data = tmp_path / "my.env", tmp_path / "data"
    env_file.write_text(_SETTINGS.format(data=data))
    env_file.chmod(0o600)
    return str(env_file), data / "followup-bot.db"


def _teach(path: Path, *lessons: Taught) -> None:
    path.parent.mkdir()
    with closing(Database(sqlite_url(path))) as database:
        database.migrate()
        with database.transaction() as work:
            known = Interview(status=InterviewStatus.DISMISSED, company="Blue", addressed_to="nora@example.org")
            interview = work.add_interview(known)
            work.add_thread(interview.id, ["m1@bluefield.example"])
            work.add_author(interview.id, Author(email="sandra@bluefield.example", kind=Kind.INTERVIEW))
            for lesson in lessons:
                work.save_lesson(interview.id, lesson, said_at=datetime(2026, 5, 30, tzinfo=UTC))


def test_what_was_corrected_is_taken_into_account_and_said(run: Run, mail: Path, set_up: tuple[str, Path]) -> None:
    env_file, database = set_up
    _teach(database, Taught(topic=LessonTopic.NOT_INTERVIEW))
    before = database.read_bytes()
    found = json.loads(run("--env-file", env_file, "explain", "--json", str(mail)).stdout)
    assert (found["kind"], found["reasons"][0]["name"]) == ("other", "learned")
    done = run("--env-file", env_file, "explain", str(mail))
    assert "on 2026-05-30 you said of this conversation “not an interview”" in " ".join(done.stdout.split())
    assert "Nothing: you said that it is no interview." in done.stdout
    assert database.read_bytes() == before
    assert [path.name for path in database.parent.iterdir()] == [database.name]


def test_a_taught_company_and_contact_are_shown(run: Run, mail: Path, set_up: tuple[str, Path]) -> None:
    env_file, database = set_up
    contact = Taught(topic=LessonTopic.CONTACT, value="Ann Lee", email="ann@bluefield.example")
    _teach(database, Taught(topic=LessonTopic.COMPANY, value="Bluefield Energy"), contact)
    found = json.loads(run("--env-file", env_file, "explain", "--json", str(mail)).stdout)
    assert (found["company"], found["contact"]) == ("Bluefield Energy", "ann@bluefield.example")


def test_somebody_elses_mail_is_explained_without_the_owners_corrections(
    run: Run, mail: Path, set_up: tuple[str, Path]
) -> None:
    env_file, database = set_up
    _teach(database, Taught(topic=LessonTopic.NOT_INTERVIEW))
    mine = run("--env-file", env_file, "explain", "--json", "--owner-email", "NORA@example.org", str(mail))
    other = run("--env-file", env_file, "explain", "--json", "--owner-email", "pia@example.org", str(mail))
    assert "learned" in mine.stdout
    assert "learned" not in other.stdout


def test_without_a_record_none_is_made(run: Run, mail: Path, set_up: tuple[str, Path]) -> None:
    env_file, database = set_up
    done = run("--env-file", env_file, "explain", str(mail))
    assert (done.returncode, done.stderr) == (0, "")
    assert not database.parent.exists()


def test_a_record_that_cannot_be_read_is_said_once_and_stops_nothing(
    run: Run, mail: Path, set_up: tuple[str, Path]
) -> None:
    env_file, database = set_up
    database.parent.mkdir()
    database.write_bytes(b"Dear diary, today I had an interview. " * 100)
    done = run("--env-file", env_file, "explain", "--json", str(mail), str(mail))
    assert done.returncode == 0
    assert [json.loads(line)["kind"] for line in done.stdout.splitlines()] == ["interview"] * 2
    assert len(done.stderr.splitlines()) == 1
    assert "Your record cannot be looked into" in done.stderr
