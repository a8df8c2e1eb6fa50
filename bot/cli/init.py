"""``init``: a few questions, both logins tried, and ``.env`` is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.ask import ask, confirm

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.env_writer import Answers
    from bot.providers import Provider
    from bot.setting_values import Values

MOST_TRIES = 3


def init(
    ctx: typer.Context,
    email: Annotated[str, typer.Option(help="Your mail address.")] = "",
    name: Annotated[str, typer.Option(help="Your name, as it stands under your mails.")] = "",
    timezone: Annotated[str, typer.Option(help="Your time zone, such as Europe/Berlin.")] = "",
    imap: Annotated[str, typer.Option(help="IMAP server, HOST or HOST:PORT (default: known by your address).")] = "",
    imap_security: Annotated[str, typer.Option(help="tls or starttls.")] = "",
    smtp: Annotated[str, typer.Option(help="SMTP server, HOST or HOST:PORT (default: known by your address).")] = "",
    smtp_security: Annotated[str, typer.Option(help="tls or starttls.")] = "",
    user: Annotated[str, typer.Option(help="Login name (default: your address).")] = "",
    password: Annotated[
        str,
        typer.Option(envvar="BOT_IMAP_PASSWORD", help="The (app) password. Better leave it out: then you are asked."),
    ] = "",
    password_file: Annotated[
        str, typer.Option(help="A file with the password in its first line, read at each start.")
    ] = "",
    ca_file: Annotated[str, typer.Option(help="Certificate of your server's own authority (PEM).")] = "",
    test_logins: Annotated[bool, typer.Option("--check/--no-check", help="Try both logins before writing.")] = True,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing settings file.")] = False,
) -> None:
    """Ask for address and password, try both logins, and write the settings file."""
    from bot.env_writer import Answers

    target: Path = ctx.obj.expanduser() if ctx.obj else Path(".env")
    ask_before_overwriting(target, force=force)
    email = email or ask("Your mail address", "--email", find_problem=address_problem)
    provider = provider_of(email, target, asked_for=bool(imap and smtp))
    domain = email.rpartition("@")[2]
    answers = Answers(
        name=name or ask("Your name, as it stands under your mails", "--name"),
        email=email,
        timezone=timezone
        or ask("Your time zone, such as Europe/Berlin", "--timezone", default=guess_zone(), find_problem=zone_problem),
        imap=imap or (provider.imap if provider else ask("IMAP server", "--imap", default=f"imap.{domain}")),
        imap_security=imap_security,
        smtp=smtp or (provider.smtp if provider else ask("SMTP server", "--smtp", default=f"smtp.{domain}")),
        smtp_security=smtp_security or (provider.smtp_security if provider and not smtp else ""),
        user=user,
        password=password or ("" if password_file else ask_password()),
        password_file=password_file,
        ca_file=ca_file,
    )
    write_tested(target, answers, test_logins=test_logins, may_ask=not (password or password_file))
    option = f" --env-file {target}" if ctx.obj else ""
    print(f"Written: {target}, which only you can read.\nNext: followup-bot{option} check --letter")


def ask_before_overwriting(target: Path, *, force: bool) -> None:
    """End here where there is a settings file that is to stay."""
    if target.exists() and not force and not confirm(f"{target} exists. Overwrite it?", "--force"):
        raise typer.Exit(1)


def provider_of(email: str, env_file: Path, *, asked_for: bool) -> Provider | None:
    """Return the provider known by the domain of *email* and say what to know about its passwords; None where the servers are given.

    Raises OperatorError where the provider takes no passwords.
    """
    from bot.config_files import ConfigFiles
    from bot.errors import OperatorError
    from bot.providers import find_provider, load_providers
    from bot.settings import own_config_dir

    provider = (
        None
        if asked_for
        else find_provider(load_providers(ConfigFiles(own_config_dir(env_file.resolve().parent))), email)
    )
    if provider and not provider.password_login:
        raise OperatorError(provider.advice)
    if provider:
        print(f"{provider.advice}\n")
    return provider


def address_problem(text: str) -> str:
    """Return what is wrong with a mail address, or ``""``."""
    return problem_of(lambda values: values.address(""), text)


def zone_problem(text: str) -> str:
    """Return what is wrong with a time zone, or ``""``."""
    return problem_of(lambda values: values.zone(""), text)


def problem_of(read: Callable[[Values], str], text: str) -> str:
    """Return what the settings will say about *text*, so that it is said while it can be typed again."""
    from bot.setting_values import Values

    values = Values({"": text}, beside=Path(), problems=[])
    read(values)
    return values.problems[0].removeprefix("=") if values.problems else ""


def ask_password() -> str:
    """Ask for the password, which is not shown."""
    return ask("Your (app) password (not shown)", "--password or --password-file", hidden=True)


def write_tested(target: Path, answers: Answers, *, test_logins: bool, may_ask: bool) -> None:
    """Write the settings when they are right and, where wanted, both logins work; a refused password may be typed again."""
    from bot.cli.logins import try_imap, try_smtp
    from bot.env_writer import draft_env_file
    from bot.errors import LoginRefusedError

    for tries_left in range(MOST_TRIES - 1, -1, -1):
        with draft_env_file(target, answers) as draft:
            try:
                if test_logins:
                    print(f"Logging in at {draft.settings.imap.host} ...", flush=True)
                    try_imap(draft.settings)
                    print(f"Logging in at {draft.settings.smtp.host} ...", flush=True)
                    try_smtp(draft.settings)
            except LoginRefusedError as exc:
                if not (may_ask and tries_left):
                    raise
                print(f"{exc}\n")
            else:
                draft.keep()
                return
        answers = replace(answers, password=ask_password())


def guess_zone() -> str:
    """Return the zone that this machine is set to; ``""`` for UTC, which servers are set to wherever their owner lives."""
    zone = str(Path("/etc/localtime").resolve()).partition("/zoneinfo/")[2].removeprefix("posix/")
    return "" if zone.removeprefix("Etc/") in ("", "UTC", "UCT", "Universal", "Zulu", "GMT", "Greenwich") else zone
