"""``explain``: what the bot understands of a mail, and why. Changes nothing; works without any set-up."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.cli.explain_house import House
    from bot.core.message.types import Message


def explain(
    ctx: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Mails as files (.eml), one mail each; - is standard input.")
    ],
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
    from bot.cli.explain_house import House, is_zone

    if owner_tz is not None and not is_zone(owner_tz):
        raise typer.BadParameter(
            f"{owner_tz!r} is no time zone; write one such as Europe/Paris.", param_hint="--owner-tz"
        )
    house = House(ctx.obj, owner_email, owner_name, owner_tz)
    letter = _load_letter(answering) if answering else None
    unread = sum(not _explain_one(house, path, letter, json_=json_) for path in files)
    if unread:
        raise typer.Exit(1)


def _load_letter(path: Path) -> Message:
    from bot.cli.explain_files import UnreadableError, load_mail
    from bot.errors import PermanentError

    try:
        return load_mail(path)
    except UnreadableError as exc:
        raise PermanentError(f"{path}: {exc}") from exc


def _explain_one(house: House, path: Path, letter: Message | None, *, json_: bool) -> bool:
    """Print what one file says before the next is opened; return False, with one line said, where it cannot be read."""
    from bot.cli.explain_files import UnreadableError, load_mail
    from bot.errors import BotError

    try:
        show = _read_one(house, path, load_mail(path), letter, json_=json_)
    except UnreadableError as exc:
        return _say_unreadable(path, str(exc), letter, json_=json_)
    except BotError:
        raise
    except Exception as exc:  # noqa: BLE001  one item of many: whatever is wrong with it, the rest goes on
        return _say_unreadable(path, f"could not be understood ({type(exc).__name__}).", letter, json_=json_)
    show()
    return True


def _read_one(house: House, path: Path, message: Message, letter: Message | None, *, json_: bool) -> Callable[[], None]:
    """Read the mail; return what prints it."""
    from bot.cli.explain_json import answer_json, print_json, reading_json

    if letter is not None:
        reading = house.read_answer(message, letter)
        answer = answer_json(str(path), reading, house.read_debrief(reading, message, letter))
        return lambda: print_json(answer)
    understood = house.read(message)
    if json_:
        found = reading_json(str(path), understood)
        return lambda: print_json(found)
    from bot.cli.explain_account import (
        print_lines,
        tell_reading,
    )  # with the words of letters, which programs do not need

    lines = tell_reading(house, str(path), message, understood)
    return lambda: print_lines(lines)


def _say_unreadable(path: Path, why: str, letter: Message | None, *, json_: bool) -> bool:
    from bot.cli.explain_json import answer_json, print_json, reading_json
    from bot.core.letter.shown import one_line
    from bot.core.reading.types import Action, Kind, OwnerReading, Reading, Reason

    sys.stderr.write(f"{one_line(str(path), 300)}: {one_line(why, 400)}\n")
    reason = Reason(name="unreadable", weight=0.0, evidence=why[:120])
    if letter is not None:
        print_json(answer_json(str(path), OwnerReading(action=Action.IGNORE, reasons=(reason,))))
    elif json_:
        print_json(reading_json(str(path), Reading(kind=Kind.OTHER, certain=False, reasons=(reason,))))
    return False
