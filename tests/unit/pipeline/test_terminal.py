"""Commands typed beside a running daemon, through the command line itself."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.cli.session import CommandRefusedError
from bot.core.delivery.types import OutboxState
from bot.core.followup.types import FollowUpState
from bot.core.reading.types import Action
from tests.unit.pipeline.world import World

_SETTINGS = """\
BOT_OWNER_NAME=Maya Okafor
BOT_OWNER_EMAIL=maya@home.example
BOT_TIMEZONE=Europe/Berlin
BOT_IMAP_HOST=127.0.0.1
BOT_IMAP_USER=maya
BOT_IMAP_PASSWORD=secret
BOT_SMTP_HOST=127.0.0.1
BOT_SMTP_USER=maya
BOT_SMTP_PASSWORD=secret
BOT_DATA_DIR={data}
BOT_DATABASE_URL=sqlite:///{database}
"""


def test_an_edit_that_cannot_be_made_holds_what_was_approved_and_stays_so(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.add_interview()
    world.tell(Action.APPROVE, world.show())
    (tmp_path / ".env").write_text(_SETTINGS.format(data=tmp_path / "data", database=world.path))
    (tmp_path / ".env").chmod(0o600)
    (tmp_path / "editor").write_text(
        '#!/bin/sh\nprintf "To: jane@acme.example\\nSubject: Hello\\n\\n%020001d" 1 > "$1"\n'
    )
    (tmp_path / "editor").chmod(0o700)
    monkeypatch.setenv("EDITOR", str(tmp_path / "editor"))
    monkeypatch.delenv("VISUAL", raising=False)
    done = CliRunner().invoke(app, ["--env-file", str(tmp_path / ".env"), "edit", "1.1"])
    assert isinstance(done.exception, CommandRefusedError)
    assert "Held; nothing leaves" in done.stdout
    kept = Path(done.stderr.partition("Your text is kept in ")[2].partition(".txt")[0] + ".txt")
    assert kept.read_text().startswith("To: jane@acme.example"), "nothing that he wrote is lost"
    shutil.rmtree(kept.parent)
    assert (world.outbox().state, world.follow_up().state) == (OutboxState.HELD, FollowUpState.HELD)


def _typed(world: World, tmp_path: Path, *words: str) -> tuple[int, dict[str, Any]]:
    (tmp_path / ".env").write_text(_SETTINGS.format(data=tmp_path / "data", database=world.path))
    (tmp_path / ".env").chmod(0o600)
    done = CliRunner().invoke(app, ["--env-file", str(tmp_path / ".env"), *words, "--json"])
    return done.exit_code, json.loads(done.stdout)


def test_a_program_reads_what_a_command_has_done(world: World, tmp_path: Path) -> None:
    world.add_interview()
    world.show()
    code, found = _typed(world, tmp_path, "skip", "1.1")
    assert (code, found["done"], [one["id"] for one in found["interviews"]]) == (0, True, ["1"])
    assert found["interviews"][0]["follow_ups"][0]["state"] == "skipped"
    assert found["said"][0].startswith("Skipped: ")
    assert world.follow_up().state is FollowUpState.SKIPPED


def test_a_program_reads_that_a_command_was_refused(world: World, tmp_path: Path) -> None:
    world.add_interview()
    code, found = _typed(world, tmp_path, "correct", "1", "decide", "perhaps")
    assert (code, found["done"]) == (1, False)
    assert "I could not read that" in found["said"][0]
