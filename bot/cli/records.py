"""The record and its mails at the terminal: the same powers as by reply, through the same code; beside a running daemon."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.session import CommandRefusedError, Session, open_session
from bot.errors import PermanentError

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.reading.types import OwnerReading
    from bot.pipeline.order import Done

Id = Annotated[
    str,
    typer.Argument(metavar="ID", help="Number of an interview (3) or of one of its mails (3.1), as `list` shows it."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def status(ctx: typer.Context, as_json: Json = False) -> None:
    """Show how things stand: interviews, next steps, what waits for you, whether every part works."""
    from bot.cli.render import print_status

    with open_session(ctx.obj) as session:
        print_status(session, as_json=as_json)


def list_(ctx: typer.Context, as_json: Json = False) -> None:
    """List every interview with its mails and their numbers."""
    from bot.cli.render import print_list

    with open_session(ctx.obj) as session:
        print_list(session, as_json=as_json)


def pending(ctx: typer.Context, as_json: Json = False) -> None:
    """List what waits for your yes."""
    from bot.cli.render import print_pending

    with open_session(ctx.obj) as session:
        print_pending(session, as_json=as_json)


def show(ctx: typer.Context, id_: Id, as_json: Json = False) -> None:
    """Show an interview, or one of its mails in full, with what happened to it."""
    from bot.cli.render import print_target

    with open_session(ctx.obj) as session:
        print_target(session, id_, as_json=as_json)


def approve(
    ctx: typer.Context,
    id_: Id,
    now: Annotated[bool, typer.Option("--now", help="Send as soon as the undo time is over.")] = False,
    at: Annotated[str | None, typer.Option("--at", help='Send at that time, such as "tomorrow 9am".')] = None,
    as_json: Json = False,
) -> None:
    """Approve a mail exactly as it is shown."""
    from bot.core.reading.types import Action, OwnerReading

    if now and at:
        raise typer.BadParameter("give --now or --at, not both")
    with open_session(ctx.obj) as session:
        action = Action.SEND_NOW if now else Action.SEND_AT if at else Action.APPROVE
        moment = _read_moment(session, at) if at else None
        _for_draft(session, id_, OwnerReading(action=action, at=moment), as_json=as_json)


def edit(ctx: typer.Context, id_: Id) -> None:
    """Change recipients, subject or text of a mail in your editor ($EDITOR); the new version is shown, and nothing is sent."""
    from bot.cli.editor import edited
    from bot.core.draft.revise import Edited, read_edited, show_for_editing
    from bot.core.reading.types import Action, OwnerReading
    from bot.pipeline.terminal import find_draft, find_target

    with open_session(ctx.obj) as session:
        before = find_draft(session.work, find_target(session.work, id_)).revision
    with edited(show_for_editing(before)) as text:
        change = read_edited(text, before)
        if change == Edited():
            typer.echo("Nothing was changed.")
            return
        reading = OwnerReading(action=Action.EDIT, new_body=change.body, new_subject=change.subject, new_to=change.to)
        with open_session(ctx.obj) as session:
            _for_draft(session, id_, reading)


def skip(ctx: typer.Context, id_: Id, as_json: Json = False) -> None:
    """Never send this mail."""
    from bot.core.reading.types import Action, OwnerReading

    with open_session(ctx.obj) as session:
        _for_draft(session, id_, OwnerReading(action=Action.SKIP), as_json=as_json)


def snooze(
    ctx: typer.Context,
    id_: Id,
    wait: Annotated[str, typer.Argument(help="How long, such as 2d, 6h or 1w.")],
    as_json: Json = False,
) -> None:
    """Ask again later."""
    from bot.core.reading.types import Action, OwnerReading

    with open_session(ctx.obj) as session:
        _for_draft(session, id_, OwnerReading(action=Action.SNOOZE, at=session.now + _read_wait(wait)), as_json=as_json)


def undo(ctx: typer.Context, id_: Id, as_json: Json = False) -> None:
    """Hold an approved mail that has not left yet."""
    from bot.core.reading.types import Action, OwnerReading

    with open_session(ctx.obj) as session:
        _for_draft(session, id_, OwnerReading(action=Action.UNDO), as_json=as_json)


def correct(
    ctx: typer.Context,
    id_: Id,
    field: Annotated[str, typer.Argument(help="not_interview, time, company, role, who, contact, decide or happened.")],
    value: Annotated[str, typer.Argument(help='The new value, such as "Thu 14 May 15:00".')] = "",
    as_json: Json = False,
) -> None:
    """Correct the record of an interview."""
    from bot.core.reading.types import Action, Correction, OwnerReading
    from bot.pipeline.terminal import command, find_target

    fields = ("not_interview", "time", "company", "role", "who", "contact", "decide", "happened")
    name = field.strip().lower().replace(" ", "_").replace("-", "_").replace("not_an_interview", "not_interview")
    if name not in fields:
        raise typer.BadParameter(f"there is no field {field!r}; the fields are {', '.join(fields)}")
    with open_session(ctx.obj) as session:
        target = find_target(session.work, id_)
        reading = OwnerReading(action=Action.CORRECT, corrections=(Correction(field=name, value=value),))
        _report(
            command(session.work, session.setup, reading, interview=target.interview, now=session.now),
            session,
            as_json=as_json,
        )


def add(
    ctx: typer.Context,
    what: Annotated[
        list[str],
        typer.Argument(
            help='Your own words, such as "interview with Jane Doe at Acme, Thursday 3pm"; or the file of a mail (- for standard input).'
        ),
    ],
    as_json: Json = False,
) -> None:
    """Note an interview that no mail told the bot of, for one agreed by phone."""
    from pathlib import Path

    from bot.cli.explain_files import STDIN, UnreadableError, load_mail
    from bot.core.reading.types import Action, OwnerReading
    from bot.pipeline.terminal import command

    text = " ".join(what).strip()
    forwarded = None
    if len(what) == 1 and (Path(text) == STDIN or text.endswith(".eml") or Path(text).is_file()):
        try:
            forwarded = load_mail(Path(text))
        except UnreadableError as exc:
            raise PermanentError(f"{text} {exc}") from exc
    with open_session(ctx.obj) as session:
        reading = OwnerReading(action=Action.ADD, argument=text)
        _report(
            command(session.work, session.setup, reading, forwarded=forwarded, now=session.now),
            session,
            as_json=as_json,
        )


def take(
    ctx: typer.Context,
    numbers: Annotated[list[str], typer.Argument(help="Their numbers in that letter, such as 1 3; or all.")],
    as_json: Json = False,
) -> None:
    """Take on interviews that the letter of the first start lists."""
    from bot.core.reading.types import Action, Correction, OwnerReading

    with open_session(ctx.obj) as session:
        correction = Correction(field="take", value=" ".join(numbers))
        _for_the_bot(session, OwnerReading(action=Action.CORRECT, corrections=(correction,)), as_json=as_json)


def stop(ctx: typer.Context, company: str, as_json: Json = False) -> None:
    """Close the case of a company: nothing more is written to it."""
    from bot.core.reading.types import Action, OwnerReading

    with open_session(ctx.obj) as session:
        _for_the_bot(session, OwnerReading(action=Action.STOP, argument=company), as_json=as_json)


def resume(ctx: typer.Context, company: Annotated[str | None, typer.Argument()] = None, as_json: Json = False) -> None:
    """Take a company's case up again; without a company, end a pause."""
    from bot.core.reading.types import Action, OwnerReading

    with open_session(ctx.obj) as session:
        _for_the_bot(session, OwnerReading(action=Action.RESUME, argument=company), as_json=as_json)


def pause(
    ctx: typer.Context,
    wait: Annotated[str, typer.Argument(help="How long, such as 1w or 3d.")] = "1w",
    as_json: Json = False,
) -> None:
    """Rest: nothing new is shown and nothing leaves until then."""
    from bot.core.reading.types import Action, OwnerReading

    with open_session(ctx.obj) as session:
        _for_the_bot(session, OwnerReading(action=Action.PAUSE, at=session.now + _read_wait(wait)), as_json=as_json)


def _for_draft(session: Session, name: str, reading: OwnerReading, *, as_json: bool = False) -> None:
    from bot.pipeline.terminal import command, find_draft, find_target

    target = find_target(session.work, name)
    draft = find_draft(session.work, target)
    done = command(session.work, session.setup, reading, interview=target.interview, drafts=[draft], now=session.now)
    _report(done, session, as_json=as_json)


def _for_the_bot(session: Session, reading: OwnerReading, *, as_json: bool) -> None:
    from bot.pipeline.terminal import command

    _report(command(session.work, session.setup, reading, now=session.now), session, as_json=as_json)


def _report(done: Done, session: Session, *, as_json: bool) -> None:
    """Print what came of it; a command that could not be carried out ends with 1."""
    from bot.cli.render import print_done

    print_done(session, done, as_json=as_json)
    if done.refused or done.ask_back:
        session.work.add_journal(session.now, "terminal_refused", "bot")
        raise CommandRefusedError


def _read_moment(session: Session, text: str) -> datetime:
    from bot.core.reading.owner.value import read_when

    moment = read_when(text, now=session.now, zone=session.setup.zone, cues=session.setup.command_cues)
    if moment is None or moment <= session.now:
        raise PermanentError(
            f"The time {text!r} cannot be read, or has passed; write it like “tomorrow 9am” or “2027-03-01 09:00”."
        )
    return moment


def _read_wait(text: str) -> timedelta:
    from bot.config_values import parse_duration

    try:
        return parse_duration(text)
    except ValueError as exc:
        raise PermanentError(f"The wait {text!r} cannot be read; write it like 6h, 2d or 1w.") from exc
