"""The configuration directory: what the program ships, with the user's own directory laid over it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import tomli

from bot.errors import ConfigurationError

TomlTable: TypeAlias = dict[str, object]


def shipped_dir() -> Path:
    """Return the directory of the shipped configuration: inside the installed package, else the checkout's."""
    package = Path(__file__).resolve().parent
    inside = package / "config"
    return inside if inside.is_dir() else package.parent / "config"


@dataclass(frozen=True, slots=True)
class ConfigFiles:
    """The shipped files and, file by file and key by key, the user's over them.

    Names are relative with forward slashes (``"letters/layout.html"``). ``user_dir`` None, or a directory that does not exist:
    the shipped files alone. Whatever cannot be read or parsed is a `ConfigurationError` of one sentence with file and line.
    """

    user_dir: Path | None

    def table(self, name: str) -> TomlTable:
        """Return the TOML file *name*, the user's keys laid over the shipped ones (arrays are replaced whole)."""
        merged: TomlTable = {}
        for path in self._layers(name):
            merged = lay_over(merged, read_toml(path))
        return merged

    def tables(self, *folders: str, stems: Collection[str] | None = None) -> dict[str, TomlTable]:
        """Return every ``*.toml`` directly in the *folders*, by stem, merged like `table`; files of one stem make one table.

        None but those of the *stems* are read where any are given.
        """
        found: dict[str, TomlTable] = {}
        for folder in folders:
            for name in self.names(folder):
                stem = Path(name).stem
                if name.endswith(".toml") and (stems is None or stem in stems):
                    found[stem] = lay_over(found.get(stem, {}), self.table(f"{folder}/{name}"))
        return found

    def has_own(self, *folders: str) -> bool:
        """Return whether the user has a file of his own in any of the *folders*."""
        return self.user_dir is not None and any(_files_in(self.user_dir / folder) for folder in folders)

    def text(self, name: str) -> str:
        """Return the text of *name*; the user's file wins."""
        return read_text(self._layers(name)[-1])

    def texts(self, folder: str) -> dict[str, str]:
        """Return the text of every file directly in *folder*, by file name; the user's file wins."""
        return {name: self.text(f"{folder}/{name}") for name in self.names(folder)}

    def names(self, folder: str) -> list[str]:
        """Return the names of the files directly in *folder*, shipped or the user's, sorted; READMEs, hidden and backup files left out."""
        found = {path.name for root in self._roots() for path in _files_in(root / folder)}
        return sorted(found)

    def folders(self, folder: str) -> list[str]:
        """Return the names of the folders directly in *folder*, shipped or the user's, sorted."""
        return sorted(
            {
                path.name
                for root in self._roots()
                if (root / folder).is_dir()
                for path in (root / folder).iterdir()
                if path.is_dir()
            }
        )

    def _roots(self) -> list[Path]:
        return [shipped_dir(), *([self.user_dir] if self.user_dir else [])]

    def _layers(self, name: str) -> list[Path]:
        layers = [root / name for root in self._roots() if (root / name).is_file()]
        if not layers:
            raise ConfigurationError(
                [f"The configuration file {name} is missing in {shipped_dir()}; install the program anew."]
            )
        return layers


def lay_over(below: TomlTable, above: TomlTable) -> TomlTable:
    """Return *below* with every key of *above* laid over it; tables are merged, everything else is replaced."""
    merged = dict(below)
    for key, value in above.items():
        lower = merged.get(key)
        merged[key] = lay_over(lower, value) if isinstance(lower, dict) and isinstance(value, dict) else value
    return merged


def read_toml(path: Path) -> TomlTable:
    """Return the table in *path*, or raise a `ConfigurationError` that names file and line."""
    try:
        return tomli.loads(read_text(path))
    except tomli.TOMLDecodeError as exc:
        raise ConfigurationError([_toml_problem(path, str(exc))]) from exc


def read_text(path: Path) -> str:
    """Return the text of *path* (UTF-8, LF line ends), or raise a `ConfigurationError`."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as exc:
        line = exc.object.count(b"\n", 0, exc.start) + 1
        raise ConfigurationError([f"{path}, line {line}: not UTF-8 text; save the file as UTF-8."]) from exc
    except OSError as exc:
        raise ConfigurationError([f"{path} cannot be read ({exc.strerror}); check its permissions."]) from exc


def _toml_problem(path: Path, message: str) -> str:
    at_line = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", message, re.DOTALL)
    if at_line:
        return f'{path}, line {at_line[2]}, column {at_line[3]}: {at_line[1]}; TOML wants lines like key = "value".'
    return f'{path}: {message.removesuffix(" (at end of document)")} at the end of the file; TOML wants lines like key = "value".'


def _files_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return [path for path in folder.iterdir() if path.is_file() and not _is_beside_the_point(path.name)]


def _is_beside_the_point(name: str) -> bool:
    return name.startswith((".", "README")) or name.endswith(("~", ".bak", ".orig"))
