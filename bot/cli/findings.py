"""What a check found: one line for each part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.cli.exits import EXIT_CONFIGURATION, EXIT_FINDING, EXIT_LOGIN_REFUSED, exit_code
from bot.errors import BotError, ConfigurationError, TemporaryError

EXIT_ORDER = (EXIT_CONFIGURATION, EXIT_LOGIN_REFUSED, EXIT_FINDING)
"""The worst first: what has to be mended before the rest can be judged."""


class Verdict(StrEnum):
    """How a part stands."""

    OK = "ok"
    NOTE = "note"  # works; worth knowing
    FAIL = "FAIL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line. ``code``: the exit code that it asks for."""

    part: str
    verdict: Verdict
    text: str
    code: int = 0


def ok(part: str, text: str) -> Finding:
    """Return that *part* works."""
    return Finding(part=part, verdict=Verdict.OK, text=text)


def note(part: str, text: str) -> Finding:
    """Return something worth knowing of *part*."""
    return Finding(part=part, verdict=Verdict.NOTE, text=text)


def failure(part: str, text: str, code: int = EXIT_FINDING) -> Finding:
    """Return that *part* does not work; *text* says what to do."""
    return Finding(part=part, verdict=Verdict.FAIL, text=text, code=code)


def failures(part: str, error: BotError) -> Iterator[Finding]:
    """Yield what a foreseen error means for *part*, one finding for each problem."""
    code = exit_code(error)
    problems = error.problems if isinstance(error, ConfigurationError) else [_with_advice(error)]
    yield from (failure(part, problem, code if code in EXIT_ORDER else EXIT_FINDING) for problem in problems)


def _with_advice(error: BotError) -> str:
    """A server that cannot be reached says nothing of what to do about it."""
    said = str(error)
    if isinstance(error, TemporaryError) and said.startswith("connecting to "):
        return f"{said.rstrip('.')}. Check the server's name and port, and that this machine is online."
    return said


def guarded(part: str, test: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """Yield what *test* finds; a foreseen error ends it as a failure of *part*."""
    try:
        yield from test()
    except BotError as exc:
        yield from failures(part, exc)


def exit_of(codes: set[int]) -> int:
    """Return the one exit code for several."""
    return next((code for code in EXIT_ORDER if code in codes), 0)
