"""``demo``: the whole story in a minute, without an account."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.exits import EXIT_FINDING
from bot.errors import OperatorError

_EXTRA = ("pymap", "aiosmtpd")


def demo(
    auto: Annotated[bool, typer.Option("--auto", help="Play it without asking you anything.")] = False,
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar="DIR", file_okay=False, help="Keep every mail of it as NN-kind.eml."),
    ] = None,
) -> None:
    """See the whole story in a minute: real mail servers inside this process, no account, nothing leaves this machine."""
    _require_extra()
    from rich.console import Console

    from bot.demo.run import run_demo, run_self_playing

    console = Console(highlight=False)
    signal.signal(signal.SIGTERM, _end)
    try:
        run = run_demo if sys.stdin.isatty() and not auto else run_self_playing
        well = run(console, save_to=save)
    except KeyboardInterrupt:
        console.print("\nStopped; nothing is left behind.")
        raise typer.Exit(130) from None
    raise typer.Exit(0 if well else EXIT_FINDING)


def _end(number: int, _frame: object) -> None:
    """Let everything be cleared away on the way out."""
    raise SystemExit(128 + number)


def _require_extra() -> None:
    from importlib.util import find_spec

    if not all(find_spec(name) for name in _EXTRA):
        raise OperatorError("The demo needs two more packages: install followup-bot[demo].")
