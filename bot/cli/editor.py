"""The owner's own editor for a text."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from pathlib import Path

from bot.errors import OperatorError
from bot.settings import find_editor


def edit_text(text: str) -> str:
    """Return *text* as it is after the owner's editor was closed; the file lies in a private directory and is removed."""
    with tempfile.TemporaryDirectory(prefix="followup-") as folder:
        path = Path(folder) / "mail.txt"
        path.write_text(text + "\n", encoding="utf-8")
        editor = find_editor()
        try:
            subprocess.run([*shlex.split(editor), str(path)], check=True)
        except (OSError, subprocess.CalledProcessError, ValueError) as exc:
            raise OperatorError(
                f"The editor {editor!r} could not be used; set EDITOR to one that is installed."
            ) from exc
        return path.read_text(encoding="utf-8")
