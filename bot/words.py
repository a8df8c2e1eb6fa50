"""The words of ``config/cues`` and ``config/templates``: the files that hold them, parsed for those who read and write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from bot.config_files import ConfigFiles
from bot.core.reading.company.cue_files import EVERY, parse_cues, parse_languages, parse_weighing
from bot.core.reading.company.cues import FOLDERS, LANGUAGES, TONGUE_FOLDERS, Cues, Language

if TYPE_CHECKING:
    from bot.core.draft.templates import DraftTemplates
    from bot.core.reading.owner.cues import CommandCues


def has_own_words(files: ConfigFiles) -> bool:
    """Return whether the user has laid words of his own over the shipped ones that mail of companies is read by."""
    return files.has_own(*FOLDERS)


def load_cues(files: ConfigFiles, *, thorough: bool | None = None) -> Cues:
    """Return what mail of companies is read by.

    With *thorough* None, words of the user's own are looked through (see `parse_cues`), and the shipped ones read as they are needed.
    Raise `ConfigurationError` with every problem found.
    """
    if thorough is None and not has_own_words(files):
        return _load_as_needed(files)
    return parse_cues(files.tables(*FOLDERS), thorough=thorough is not False)


def load_command_cues(files: ConfigFiles) -> CommandCues:
    """Return what the owner's replies are read by; raise `ConfigurationError` like `load_cues`."""
    from bot.core.reading.owner.cues import parse_command_cues  # needed only where the owner's replies are read

    return parse_command_cues(files.tables("cues/commands"))


def load_draft_templates(files: ConfigFiles, *, thorough: bool | None = None) -> DraftTemplates:
    """Return the templates of the drafts in every language; raise `ConfigurationError` with every problem found.

    With *thorough* None they are looked through where some are the user's own.
    """
    from bot.core.draft.templates import WORDING, load_templates  # needed only where drafts are made

    languages = files.folders("templates")
    wordings = {
        name: files.table(f"templates/{name}/{WORDING}")
        for name in languages
        if WORDING in files.names(f"templates/{name}")
    }
    if thorough is None:
        thorough = files.has_own(*(f"templates/{name}" for name in languages))
    texts = {name: files.texts(f"templates/{name}") for name in languages}
    return load_templates(texts, wordings, thorough=thorough)


class _Languages(Mapping[str, Language]):
    """Languages of which each is read when it is first asked for."""

    def __init__(self, codes: tuple[str, ...], read: Callable[[str], Language]) -> None:
        self._codes = codes
        self._read = cache(read)

    def __getitem__(self, code: str) -> Language:
        if code not in self._codes:
            raise KeyError(code)
        return self._read(code)

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


def _load_as_needed(files: ConfigFiles) -> Cues:
    """Most owners get mail in two languages or three, and each is some 400 kB to parse."""
    weighing = parse_weighing(files.tables("cues", stems=("acts", "weights", "trees")))
    every = cache(lambda: files.tables(*FOLDERS, stems=(EVERY,)))

    def read(code: str) -> Language:
        return parse_languages(every() | files.tables(*FOLDERS, stems=(code,)), weighing.acts)[code]

    tongues = parse_languages(files.tables(*TONGUE_FOLDERS))
    return Cues(languages=_Languages(LANGUAGES, read), tongues=tongues, weights=weighing.traits)
