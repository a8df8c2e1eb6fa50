"""``check``: tests every part; one line each, with what to do about those that fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.findings import Finding, exit_of, failures, guarded, ok
from bot.errors import ConfigurationError

if TYPE_CHECKING:
    from bot.settings import Settings


def check(
    ctx: typer.Context,
    letter: Annotated[bool, typer.Option("--letter", help="Also send yourself a test letter.")] = False,
) -> None:
    """Test every part of the set-up and say what to do about each that fails."""
    codes: set[int] = set()
    for finding in check_everything(ctx.obj, letter=letter):
        print(f"{finding.verdict:<5} {finding.part:<16} {finding.text}", flush=True)
        codes.add(finding.code)
    code = exit_of(codes)
    print(
        "\nMend what says FAIL, then check again."
        if code
        else "\nEverything works. Start the bot with: followup-bot run"
    )
    raise typer.Exit(code)


def check_everything(env_file: Path | None, *, letter: bool) -> Iterator[Finding]:
    """Yield a finding for each part; without settings nothing else can be tested."""
    from bot.settings import load_settings

    try:
        settings = load_settings(env_file)
    except ConfigurationError as exc:
        yield from failures("settings", exc)
        return
    yield from check_this_machine(settings)
    yield from check_servers(settings)
    if letter:
        yield from guarded("test letter", lambda: check_letter(settings))


def check_this_machine(settings: Settings) -> Iterator[Finding]:
    """Yield what needs no server."""
    from bot.cli import check_machine as machine
    from bot.config_files import ConfigFiles

    files = ConfigFiles(settings.config_dir)
    yield from machine.check_settings(settings)
    yield from guarded("configuration", lambda: machine.check_configuration(files))
    yield from guarded("templates", lambda: machine.check_templates(files))
    yield from machine.check_spelling()
    yield from guarded("database", lambda: machine.check_database(settings))
    yield from guarded("disk", lambda: machine.check_disk(settings.data_dir))


def check_servers(settings: Settings) -> Iterator[Finding]:
    """Yield what the two servers say."""
    from bot.cli.check_mailbox import check_mailbox
    from bot.clock import system_clock

    yield from guarded("IMAP", lambda: check_mailbox(settings, system_clock()))
    yield from guarded("SMTP login", lambda: check_smtp(settings))


def check_smtp(settings: Settings) -> Iterator[Finding]:
    """Log in; nothing is sent."""
    from bot.cli.logins import try_smtp

    try_smtp(settings)
    yield ok("SMTP login", f"{settings.smtp.host}:{settings.smtp.port} as {settings.smtp.user}")


def check_letter(settings: Settings) -> Iterator[Finding]:
    """Send the owner a letter."""
    from bot.wiring import send_test_letter

    send_test_letter(settings)
    yield ok("test letter", f"sent to {settings.letters_to}; look for it in your mail program")
