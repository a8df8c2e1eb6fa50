"""The owner's own editor for a mail."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from bot.errors import BotError, OperatorError
from bot.settings import find_editor


@contextmanager
def edited(text: str) -> Iterator[str]:
    """Yield *text* as it is after the owner's editor was closed.

    The file lies in a private directory and is removed at the end; where an error comes of what he wrote, it stays, and he is told where.
    """
    folder = Path(tempfile.mkdtemp(prefix="followup-"))  # mode 0700
    path = folder / "mail.txt"
    path.write_text(f"{text}\n", encoding="utf-8")
    after = text
    try:
        _open_editor(path)
        after = path.read_text(encoding="utf-8", errors="replace")
        yield after
    except BotError:
        if after.strip() != text.strip():
            typer.echo(f"Your text is kept in {path}.", err=True)
            raise
        shutil.rmtree(folder, ignore_errors=True)
        raise
    shutil.rmtree(folder, ignore_errors=True)


def _open_editor(path: Path) -> None:
    editor = find_editor()
    try:
        subprocess.run([*shlex.split(editor), str(path)], check=True)
    except (OSError, subprocess.CalledProcessError, ValueError) as exc:
        raise OperatorError(f"The editor {editor!r} could not be used; set EDITOR to one that is installed.") from exc
