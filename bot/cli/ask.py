"""Questions to the person at the terminal; without one, the options have to say it all."""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer


def ask(
    question: str,
    option: str,
    *,
    default: str = "",
    hidden: bool = False,
    find_problem: Callable[[str], str] | None = None,
) -> str:
    """Return the answer; where nobody can answer, end with 2 and name the *option* that says the same.

    *find_problem* says what is wrong with an answer, or ``""``; what is wrong is said at once, and the question comes again.
    """
    if hidden and not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n") or unanswered(question, option)

    def checked(text: str) -> str:
        problem = find_problem(text.strip()) if find_problem else ""
        if problem:
            raise typer.BadParameter(problem)
        return text

    try:
        return str(typer.prompt(question, default=default or None, hide_input=hidden, value_proc=checked)).strip()
    except typer.Abort as exc:
        return unanswered(question, option, interrupted=isinstance(exc.__context__, KeyboardInterrupt))


def confirm(question: str, option: str) -> bool:
    """Return whether the answer is yes; no is the default."""
    try:
        return typer.confirm(question)
    except typer.Abort as exc:
        return bool(unanswered(question, option, interrupted=isinstance(exc.__context__, KeyboardInterrupt)))


def unanswered(question: str, option: str, *, interrupted: bool = False) -> str:
    """End the command: 130 after Ctrl-C, else wrong use."""
    if interrupted:
        raise typer.Exit(130)
    raise typer.BadParameter(f"nobody is there to answer “{question}”", param_hint=option)
