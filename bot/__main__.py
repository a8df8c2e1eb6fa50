"""The way in: runs a command and turns foreseen errors into one sentence and an exit code."""

from __future__ import annotations

import gc
import os
import sys

from bot.cli import app
from bot.cli.exits import exit_code, said
from bot.errors import BotError

_COLLECT_AFTER = 20_000
"""New objects before garbage is looked for: the words are a hundred thousand that stay, and a tenth of a start went on looking at them."""


def main() -> None:
    """Run the command line; the process ends with 0, 1, 2, 75, 77, 78, or 130 after Ctrl-C."""
    os.umask(0o077)  # the record is about people: whatever is written is for the owner alone, wherever he puts it
    gc.set_threshold(_COLLECT_AFTER)
    try:
        app(prog_name="followup-bot")
    except BotError as exc:
        sys.stderr.write(said(exc) + "\n")
        sys.exit(exit_code(exc))


if __name__ == "__main__":
    main()
