"""The words of ``config/cues``: the files that hold them, parsed for the readers of both kinds of mail."""

from __future__ import annotations

from bot.config_files import ConfigFiles
from bot.core.reading.company.cue_files import parse_cues
from bot.core.reading.company.cues import FOLDERS, Cues
from bot.core.reading.owner.cues import CommandCues, parse_command_cues


def has_own_words(files: ConfigFiles) -> bool:
    """Return whether the user has laid words of his own over the shipped ones that mail of companies is read by."""
    return files.has_own(*FOLDERS)


def load_cues(files: ConfigFiles, *, thorough: bool | None = None) -> Cues:
    """Return what mail of companies is read by. None: *thorough* (see `parse_cues`) where the user has words of his own.

    Raise `ConfigurationError` with every problem found.
    """
    return parse_cues(files.tables(*FOLDERS), thorough=has_own_words(files) if thorough is None else thorough)


def load_command_cues(files: ConfigFiles) -> CommandCues:
    """Return what the owner's replies are read by; raise `ConfigurationError` like `load_cues`."""
    return parse_command_cues(files.tables("cues/commands"))
