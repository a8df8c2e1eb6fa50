"""format=flowed (RFC 3676) into whole paragraphs."""

from __future__ import annotations


def join_flowed(text: str, *, delsp: bool) -> str:
    """Return the text with soft line breaks undone; quoted lines keep one ``>`` for each level. *delsp*: the space at a break was added."""
    lines: list[str] = []
    pieces: list[str] = []
    depth = 0
    for line in text.split("\n"):
        quotes, content = _unstuff(line)
        signature = content == "-- "
        if pieces and (quotes != depth or signature):
            lines.append(
                _quoted(depth, "".join(pieces))
            )  # a soft break cannot cross levels or enter a signature (RFC 3676 §4.5, §4.3)
            pieces = []
        depth = quotes
        soft = content.endswith(" ") and not signature
        pieces.append(content[:-1] if soft and delsp else content)
        if not soft:
            lines.append(_quoted(depth, "".join(pieces)))
            pieces = []
    return "\n".join([*lines, _quoted(depth, "".join(pieces))] if pieces else lines)


def _unstuff(line: str) -> tuple[int, str]:
    content = line.lstrip(">")
    return len(line) - len(content), content.removeprefix(" ")


def _quoted(depth: int, content: str) -> str:
    return f"{'>' * depth} {content}" if depth else content
