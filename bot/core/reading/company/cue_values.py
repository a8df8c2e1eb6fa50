"""Values of a table of words, each checked for its form; every problem is told, none stops the reading."""

from __future__ import annotations


def read_numbered(value: object, first: int, size: int, place: str, problems: list[str]) -> dict[str, int]:
    """Return each name's number. After *size* lines they begin anew: the lines that serve every language come last and yield to its own."""
    names = read_strings(value, place, problems) if value is not None else []
    pairs = [(word, first + count % size) for count, line in enumerate(names) for word in line.lower().split()]
    return dict(reversed(pairs))


def read_counts(value: object, place: str, problems: list[str]) -> dict[str, int]:
    """Return a table of whole numbers by name, lower case."""
    table = read_table(value, place, problems)
    problems += [
        f"{place}: {key} must be a whole number." for key, count in table.items() if not isinstance(count, int)
    ]
    return {key.lower(): count for key, count in table.items() if isinstance(count, int)}


def read_lists(value: object, place: str, problems: list[str]) -> dict[str, list[str]]:
    """Return a table of lists of texts."""
    return {
        key: read_strings(texts, f"{place} {key}", problems)
        for key, texts in read_table(value, place, problems).items()
    }


def read_table(value: object, place: str, problems: list[str]) -> dict[str, object]:
    """Return a table; an empty one for none, and for anything else."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        problems.append(f"{place} must be a table.")
        return {}
    return {str(key): item for key, item in value.items()}


def read_strings(value: object, place: str, problems: list[str]) -> list[str]:
    """Return a list of texts; an empty one for none, and for anything else."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return list(value)
    if value is not None:
        problems.append(f"{place} must be a list of texts.")
    return []
