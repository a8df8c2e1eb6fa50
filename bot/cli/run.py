"""``run``: the daemon."""

from __future__ import annotations

import typer


def run(ctx: typer.Context) -> None:
    """Watch the mailbox and do what is due, until told to end (SIGTERM or Ctrl-C)."""
    from bot.logs import start_logging
    from bot.settings import load_settings
    from bot.wiring import run as run_daemon

    settings = load_settings(ctx.obj)
    start_logging(settings.log_level, settings.log_format)
    for warning in settings.warnings:
        typer.echo(f"Note: {warning}", err=True)
    run_daemon(settings)
