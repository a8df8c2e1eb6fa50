"""``explain``: what the bot understands of a mail, and why. Changes nothing; works without any set-up."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.cli.explain_view import JsonObject
    from bot.core.message.types import Message, Owner
    from bot.core.reading.company.cues import Cues
    from bot.core.reading.types import Reading

_MOST_BYTES = 60 * 2**20


def explain(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Mails as files (.eml), one mail each.")],
    json_: Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")] = False,
    owner_email: Annotated[
        str | None, typer.Option("--owner-email", help="Whose mailbox it is (default: settings).")
    ] = None,
    owner_name: Annotated[str | None, typer.Option("--owner-name", help="The owner's name.")] = None,
    owner_tz: Annotated[
        str | None, typer.Option("--owner-tz", help="The owner's time zone, such as Europe/Paris.")
    ] = None,
    answering: Annotated[
        Path | None,
        typer.Option("--answering", metavar="LETTER.eml", help="The files are your replies to this letter of the bot."),
    ] = None,
) -> None:
    """Say what the bot understands of each mail, and why. Nothing is changed, nothing is sent."""
    from bot.cli.explain_view import print_account, print_json

    house = _House(ctx.obj, owner_email, owner_name, owner_tz)
    unread = 0
    for path in files:
        try:
            message = _load(path)
        except _UnreadableError as exc:
            unread += 1
            sys.stderr.write(f"{path}: {exc}\n")
            if json_:
                print_json(house.unreadable(path, str(exc), answering))
            continue
        if answering is not None:
            print_json(house.answer(path, message, answering))
        elif json_:
            print_json(house.reading(path, message))
        else:
            print_account(path, house.read(message), message, house.owner_of(message))
    if unread:
        raise typer.Exit(1)


class _UnreadableError(Exception):
    """A file that is no mail one can read; the text says why in one sentence."""


def _load(path: Path) -> Message:
    from bot.errors import UnparsableError
    from bot.sandbox import parse_guarded

    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _UnreadableError("larger than 60 MB; no mail is.")
        raw = path.read_bytes()
    except OSError as exc:
        raise _UnreadableError(f"cannot be read ({exc.strerror}).") from exc
    try:
        return parse_guarded(raw)
    except UnparsableError as exc:
        raise _UnreadableError(f"cannot be parsed: {exc}") from exc


class _House:
    """What stays the same from mail to mail: the words, and the owner as far as he is known."""

    def __init__(self, env_file: Path | None, email: str | None, name: str | None, tz: str | None) -> None:
        from bot.cli.explain_view import is_zone
        from bot.config_files import ConfigFiles

        if tz is not None and not is_zone(tz):
            raise typer.BadParameter(
                f"{tz!r} is no time zone; write one such as Europe/Paris.", param_hint="--owner-tz"
            )
        self._given = (email, name, tz)
        self._settled, config_dir = (None, None) if email and name and tz else _from_settings(env_file)
        self._files = ConfigFiles(config_dir)
        self._cues: Cues | None = None

    def read(self, message: Message) -> Reading:
        """Return the reading of a mail from outside."""
        from bot.core.reading.company.cues import FOLDERS, parse_cues
        from bot.core.reading.company.read import read_company_mail

        if self._cues is None:
            self._cues = parse_cues(self._files.tables(*FOLDERS))
        return read_company_mail(message=message, owner=self.owner_of(message), cues=self._cues)

    def reading(self, path: Path, message: Message) -> JsonObject:
        """Return the JSON object for a mail from outside."""
        from bot.cli.explain_view import reading_json

        return reading_json(path, self.read(message))

    def unreadable(self, path: Path, why: str, answering: Path | None) -> JsonObject:
        """Return the JSON object for a file that cannot be read."""
        from bot.cli.explain_view import answer_json, reading_json
        from bot.core.reading.types import Action, Kind, OwnerReading, Reading, Reason

        reason = Reason(name="unreadable", weight=0.0, evidence=why[:120])
        if answering is not None:
            return answer_json(path, OwnerReading(action=Action.IGNORE, reasons=(reason,)))
        return reading_json(path, Reading(kind=Kind.OTHER, certain=False, reasons=(reason,)))

    def answer(self, path: Path, message: Message, answering: Path) -> JsonObject:
        """Return the JSON object for the owner's reply to the letter in the file *answering*."""
        from bot.cli.explain_view import answer_json
        from bot.clock import system_clock
        from bot.core.reading.owner.answer import letter_from_message, read_owner_reply
        from bot.core.reading.owner.cues import parse_command_cues
        from bot.core.reading.types import Action, OwnerReading, Reason
        from bot.errors import PermanentError

        try:
            letter = _load(answering)
        except _UnreadableError as exc:
            raise PermanentError(f"{answering}: {exc}") from exc
        owner = self.owner_of(letter)
        allowed = owner.addresses | {address.email for address in letter.to}
        if message.sender is None or message.sender.email not in allowed:
            reason = Reason(name="not_the_owner", weight=0.0, evidence=str(message.sender or "no single sender")[:120])
            return answer_json(path, OwnerReading(action=Action.IGNORE, reasons=(reason,)))
        reading = read_owner_reply(
            message=message,
            letter=letter_from_message(letter),
            owner=owner,
            cues=parse_command_cues(self._files.tables("cues/commands")),
            now=message.date or system_clock(),
        )
        return answer_json(path, reading)

    def owner_of(self, message: Message) -> Owner:
        """Return the owner: as given, else of the settings, else whom the mail was delivered to."""
        from bot.core.message.types import Owner

        email, name, tz = self._given
        known = self._settled
        if known is not None and email in (None, known.email):
            return Owner(name=name or known.name, email=known.email, aliases=known.aliases, tz=tz or known.tz)
        delivered = _delivered_to(message)
        address = email or (delivered[0] if delivered else "")
        shown = next((one.name for one in (*message.to, *message.cc) if one.email == address and one.name), "")
        return Owner(name=name or shown, email=address.lower(), tz=tz or "UTC")


def _delivered_to(message: Message) -> list[str]:
    """Return the addresses the mail came to, the surest first."""
    fields = [
        value.strip("<> ").lower() for name in ("delivered-to", "x-original-to") for value in message.header_all(name)
    ]
    return [email for email in (*fields, *(address.email for address in message.to)) if "@" in email]


def _from_settings(env_file: Path | None) -> tuple[Owner | None, Path | None]:
    """Return the owner and the configuration directory of the settings; (None, None) where there are none."""
    from bot.errors import ConfigurationError
    from bot.settings import load_settings

    try:
        settings = load_settings(env_file)
    except ConfigurationError:
        if env_file is not None:
            raise
        return None, None
    return settings.owner, settings.config_dir
