"""The ``.env`` file: one variable a line, under whatever the real environment sets."""

from __future__ import annotations

import difflib
import io
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.config_files import read_text

PREFIX = "BOT_"
WAYS_TO_GIVE_A_PASSWORD = ("_PASSWORD", "_PASSWORD_FILE", "_PASSWORD_COMMAND")


@dataclass(frozen=True, slots=True, kw_only=True)
class Variables:
    """The BOT_ variables that hold. ``problems``: sentences that stop the program; ``warnings``: those that do not."""

    values: Mapping[str, str]
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def read_variables(path: Path | None, environ: Mapping[str, str], known: frozenset[str]) -> Variables:
    """Return the variables of the file *path* (None: no file) with those of *environ* over them; an empty value counts as unset."""
    in_file, problems, warnings = ({}, [], []) if path is None else _read_file(path, known)
    in_environment = {name: value for name, value in environ.items() if name.startswith(PREFIX) and value.strip()}
    for name in sorted(in_environment.keys() - known):
        warnings.append(f"The environment variable {name} means nothing to the program{_did_you_mean(name, known)}.")
    values = {
        name: value for name, value in _lay_over(in_file, in_environment).items() if name in known and value.strip()
    }
    return Variables(values=values, problems=tuple(problems), warnings=tuple(warnings))


def _read_file(path: Path, known: frozenset[str]) -> tuple[dict[str, str], list[str], list[str]]:
    from dotenv.parser import parse_stream

    values: dict[str, str] = {}
    problems: list[str] = []
    warnings = list(_permission_warnings(path))
    for binding in parse_stream(io.StringIO(read_text(path))):
        where = f"{path}, line {binding.original.line + _blank_lines_before(binding.original.string)}"
        if binding.error:
            problems.append(f"{where}: this is not of the form NAME='value'; write it so, or put # in front.")
        elif binding.key and binding.key.startswith(PREFIX):
            problems += _name_problems(binding.key, where, seen=values, known=known)
            warnings += _comment_warnings(binding.key, binding.original.string, where)
            values[binding.key] = binding.value or ""
    return values, problems, warnings


def _blank_lines_before(text: str) -> int:
    return text[: len(text) - len(text.lstrip())].count("\n")


def _name_problems(name: str, where: str, *, seen: Container[str], known: frozenset[str]) -> Iterator[str]:
    if name not in known:
        yield f"{where}: {name} is no setting of the program{_did_you_mean(name, known)}; correct or remove the line."
    elif name in seen:
        yield f"{where}: {name} is set a second time; remove one of the two lines."


def _did_you_mean(name: str, known: frozenset[str]) -> str:
    close = difflib.get_close_matches(name, sorted(known), n=1)
    return f" (did you mean {close[0]}?)" if close else ""


def _comment_warnings(name: str, line: str, where: str) -> Iterator[str]:
    value = line.partition("=")[2].strip()
    if name.endswith("_PASSWORD") and not value.startswith(("'", '"')) and " #" in value:
        yield f"{where}: what follows ' #' in {name} is taken for a comment; if it is part of the password, put all of it into '…'."


def _permission_warnings(path: Path) -> Iterator[str]:
    if path.stat().st_mode & 0o077:
        yield f"{path} holds your passwords and other users of this machine may open it; run: chmod 600 {path}"


def _lay_over(in_file: Mapping[str, str], in_environment: Mapping[str, str]) -> dict[str, str]:
    """Where the environment gives a password in one way, the file's other ways of giving it are out as well."""
    servers = ("BOT_IMAP", "BOT_SMTP")
    given = {server for server in servers if any(server + way in in_environment for way in WAYS_TO_GIVE_A_PASSWORD)}
    replaced = {server + way for server in given for way in WAYS_TO_GIVE_A_PASSWORD}
    return {**{name: value for name, value in in_file.items() if name not in replaced}, **in_environment}
