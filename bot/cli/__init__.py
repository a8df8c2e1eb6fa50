"""The command line: one file per group of commands; each command parses, calls and prints.

Every command is a plain function that is registered here, so that this file lists them all. Heavy modules are imported inside the
functions: ``--help`` has to be quick. ``ctx.obj`` holds the path given with ``--env-file`` (or None), for `bot.settings.load_settings`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.check import check
from bot.cli.demo import demo
from bot.cli.explain import explain
from bot.cli.init import init
from bot.cli.records import (
    add,
    approve,
    correct,
    edit,
    list_,
    pause,
    pending,
    resume,
    show,
    skip,
    snooze,
    status,
    stop,
    take,
    undo,
)
from bot.cli.rehearse import rehearse
from bot.cli.run import run

app = typer.Typer(
    name="followup-bot",
    help="Post-interview follow-ups from your own mailbox, each one approved by your reply.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def print_version(wanted: bool) -> None:
    """Print the version and end, where it is wanted."""
    if wanted:
        from importlib.metadata import version

        print(f"followup-bot {version('followup-bot')}")
        raise typer.Exit


@app.callback()
def take_global_options(
    ctx: typer.Context,
    env_file: Annotated[
        Path | None,
        typer.Option("--env-file", help="The settings file (default: ./.env, else the one in your config directory)."),
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Hand the global options to the commands."""
    ctx.obj = env_file


app.command()(init)
app.command()(check)
app.command()(demo)
app.command()(run)
app.command()(explain)
app.command()(rehearse)
app.command()(status)
app.command("list")(list_)
app.command()(pending)
app.command()(show)
app.command()(approve)
app.command()(edit)
app.command()(skip)
app.command()(snooze)
app.command()(undo)
app.command()(correct)
app.command()(add)
app.command()(take)
app.command()(stop)
app.command()(resume)
app.command()(pause)
