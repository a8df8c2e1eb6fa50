"""The command line as a whole: how commands end, and what is said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.exits import exit_code, said
from bot.errors import (
    BotError,
    ConfigurationError,
    LoginRefusedError,
    OperatorError,
    PermanentError,
    TemporaryError,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        pytest.param(ConfigurationError(["x"]), 78, id="a wrong setting is EX_CONFIG"),
        pytest.param(OperatorError("x"), 78, id="what a person has to change is EX_CONFIG"),
        pytest.param(LoginRefusedError("x"), 77, id="a refused login is EX_NOPERM"),
        pytest.param(TemporaryError("x"), 75, id="what may go well later is EX_TEMPFAIL"),
        pytest.param(PermanentError("x"), 1, id="what is given up is a finding"),
    ],
)
def test_exit_codes(error: BotError, code: int) -> None:
    assert exit_code(error) == code


def test_several_problems_are_a_list() -> None:
    lines = said(ConfigurationError(["one", "two"])).splitlines()
    assert lines[1:] == ["  - one", "  - two"]


def test_one_problem_is_one_line() -> None:
    assert said(ConfigurationError(["one"])) == "followup-bot: one"


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    here = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=cwd,
        env=here | {"HOME": str(cwd), "PYTHONPATH": str(Path(__file__).parents[3])} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["--version"], 0, "followup-bot ", id="the version"),
        pytest.param(["--help"], 0, "init", id="the help names the commands"),
        pytest.param(["nonsense"], 2, "nonsense", id="an unknown command is wrong use"),
        pytest.param(["check"], 78, "followup-bot init", id="without settings the first step is named"),
        pytest.param(["--env-file", "no.env", "check"], 78, "no.env", id="a settings file that is not there is named"),
        pytest.param(["init"], 2, "--email", id="without anybody to ask the option is named"),
        pytest.param(
            ["init", "--email", "joe@hotmail.com"], 78, "OAuth", id="a provider without passwords is told at once"
        ),
    ],
)
def test_a_users_mistake_ends_with_a_code_and_words_but_no_traceback(
    tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == code
    assert words in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    code = "import sys, bot.__main__; print([n for n in ('pydantic', 'sqlmodel', 'imapclient', 'asyncio', 'jinja2') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
