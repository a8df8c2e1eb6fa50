"""How long a command takes to start: ``--help`` beside a bare typer program with as many commands, and ``explain``."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bot.cli import app
from tests.bench.figures import Figure
from tests.bench.house import confirmation

_PROGRAM = Path(sys.executable).with_name("followup-bot")
_BARE = '''import typer

app = typer.Typer(name="bare", help="A program that does nothing.", no_args_is_help=True, add_completion=False)


@app.callback()
def take_global_options(env_file: str = typer.Option("", help="A file.")) -> None:
    """Take what holds for every command."""
'''
_BARE_COMMAND = '''

@app.command("command-{number}")
def command_{number}(name: str, quiet: bool = False) -> None:
    """Do nothing, for the time with the number {number}."""
'''
_WARM_UP = 2


def measure(samples: int = 20) -> list[Figure]:
    """Ours and the floor by turns; files are in the page cache and compiled after the first runs, which do not count."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare, mail = _write_bare(folder), folder / "mail.eml"
        mail.write_bytes(confirmation("robin.park@example.test")[0])
        helped = _by_turns([[_PROGRAM, "--help"], [bare, "--help"]], samples)
        figures = [Figure(name="help", unit="s", ours=helped[0], floor=helped[1], aim="ratio 1.3", how=_HOW_HELP)]
        explained = _by_turns([[_PROGRAM, "explain", mail, "--json"], [bare, "--help"]], samples)
        figures.append(Figure(name="explain", unit="s", ours=explained[0], floor=explained[1], how=_HOW_EXPLAIN))
    return figures


_HOW_HELP = f"followup-bot --help; floor: --help of a bare typer program with {len(app.registered_commands)} commands"
_HOW_EXPLAIN = "followup-bot explain of one .ics confirmation, from start to end; floor: as for help"


def _write_bare(folder: Path) -> Path:
    commands = [_BARE_COMMAND.format(number=number) for number, _ in enumerate(app.registered_commands)]
    (folder / "bare_commands.py").write_text(_BARE + "".join(commands))
    script = folder / "bare"
    script.write_text(f"#!{sys.executable}\nfrom bare_commands import app\n\napp()\n")
    script.chmod(0o755)
    return script


def _by_turns(commands: Sequence[Sequence[str | Path]], samples: int) -> list[list[float]]:
    taken: list[list[float]] = [[] for _ in commands]
    for turn in range(-_WARM_UP, samples):
        for command, times in zip(commands, taken, strict=True):
            seconds = _time(command)
            if turn >= 0:
                times.append(seconds)
    return taken


def _time(command: Sequence[str | Path]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return time.perf_counter() - began
