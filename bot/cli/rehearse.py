"""``rehearse``: what the bot would have lived and done, on the real mailbox; nothing is sent, stored or changed."""

from __future__ import annotations

import logging
import signal
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

if TYPE_CHECKING:
    from bot.cli.explain_json import JsonObject
    from bot.core.letter.timeline import Happening
    from bot.rehearsal import Scope

_WIDTH = 100
_INDENT = " " * 22


def rehearse(
    ctx: typer.Context,
    days: Annotated[int, typer.Option("--days", min=1, max=366, help="How many days to look back.")] = 90,
    json_: Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")] = False,
) -> None:
    """Read your real mailbox and tell what the bot would have done. Nothing is sent, stored or changed."""
    from bot.cli.explain_account import print_lines
    from bot.cli.explain_json import print_json
    from bot.clock import system_clock
    from bot.rehearsal import new_scope
    from bot.rehearsal import rehearse as play
    from bot.settings import load_settings

    signal.signal(signal.SIGTERM, _end)  # the temporary store is removed on the way out
    settings, now = load_settings(ctx.obj), system_clock()
    scope = new_scope(settings, days=days, now=now)
    with _without_log(), closing(play(settings, scope, on_progress=_show_progress)) as happenings:
        if json_:
            for one in happenings:
                print_json(_as_json(one, scope))
            return
        told = list(happenings)
    print_lines(_tell(told, scope))


@contextmanager
def _without_log() -> Iterator[None]:
    """What the flow logs at each step, the timeline tells."""
    log = logging.getLogger("bot")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def _end(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


def _show_progress(what: str, done: int, of: int) -> None:
    """Keep one line of a terminal up to date; programs that read along get none."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{what}: {done} of {of}\x1b[K" + ("\r\x1b[K" if done == of else ""))
        sys.stderr.flush()


def _as_json(one: Happening, scope: Scope) -> JsonObject:
    return {
        "at": one.at.astimezone(ZoneInfo(scope.tz)).isoformat(timespec="minutes"),
        "kind": one.kind.value,
        "interview": one.interview_id,
        "company": one.company,
        "what": one.what,
        "reasons": list(one.reasons),
    }


def _tell(told: list[Happening], scope: Scope) -> Iterator[str]:
    """Yield the head, the timeline by days, and the sum."""
    from bot.core.letter.times import show_day, show_time

    yield from _head(scope)
    zone, day = ZoneInfo(scope.tz), None
    for one in told:
        at = one.at.astimezone(zone)
        if at.date() != day:
            day = at.date()
            yield from ("", show_day(day))
        yield from _line(f"  {show_time(at)}  {one.kind.value.replace('_', ' '):<12} ", one)
    yield from ("", *_sum(told))


def _head(scope: Scope) -> Iterator[str]:
    from bot.core.letter.times import show_day

    zone = ZoneInfo(scope.tz)
    first, last = scope.since.astimezone(zone), scope.until.astimezone(zone)
    mails = ", ".join(f"{count} of {name}" for name, count in scope.mails.items())
    yield f"Rehearsal of {show_day(first)} to {show_day(last)}; mails: {mails}."
    yield from (
        f"{name} holds {count} more mails of that time; only the latest were read."
        for name, count in scope.left_out.items()
    )
    yield "Nothing was sent, stored or changed. Times are yours."
    yield "Your yes cannot be known: each draft is taken for approved as soon as it is shown. Your own mails in Sent count as they were."


def _line(start: str, one: Happening) -> Iterable[str]:
    number = f" [{one.interview_id}]" if one.interview_id else ""
    what = f"{one.what[:1].upper()}{one.what[1:]}{number}"
    yield from textwrap.wrap(start + what, _WIDTH, subsequent_indent=_INDENT, break_on_hyphens=False)
    for reason in one.reasons:
        yield from textwrap.wrap(_INDENT + reason, _WIDTH, subsequent_indent=_INDENT, break_on_hyphens=False)


def _sum(told: list[Happening]) -> Iterator[str]:
    count = Counter(one.kind.value for one in told)
    if not count:
        yield "No interview was found in these mails, so there was nothing to do."
        return
    yield (
        f"In all: {count['noted']} interviews noted, {count['moved']} moved, {count['called_off']} called off; "
        f"{count['proposed']} drafts proposed, {count['sent']} mails sent had you approved them, {count['stopped']} stopped."
    )
