"""Rows of a long text by the name that each begins with, kept as text: a dictionary of them would take three times the room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_OPENING = 3
_BETWEEN = ": "


class Rows(Mapping[str, str]):
    """``name: row``, one a line of *texts*; of two with one name the later counts. A name alone has an empty row."""

    def __init__(self, texts: Iterable[str]) -> None:
        opening: dict[str, list[str]] = {}
        for text in texts:
            for line in filter(None, text.splitlines()):
                row = line if _BETWEEN in line else f"{line}{_BETWEEN}"
                opening.setdefault(row[:_OPENING], []).append(row)
        self._opening = {letters: "\n".join(("", *lines, "")) for letters, lines in opening.items()}

    def __getitem__(self, name: str) -> str:
        rows = self._opening.get(f"{name}{_BETWEEN}"[:_OPENING], "")
        at = rows.rfind(f"\n{name}{_BETWEEN}")
        if at < 0:
            raise KeyError(name)
        return rows[at + 1 + len(name) + len(_BETWEEN) : rows.index("\n", at + 1)]

    def __iter__(self) -> Iterator[str]:
        return iter(
            {line.partition(_BETWEEN)[0] for rows in self._opening.values() for line in rows.split("\n") if line}
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return bool(self._opening)  # counting goes through all rows
