"""Words from mails are data: made safe to read before a letter shows them. Nothing here raises."""

from __future__ import annotations

import unicodedata

_JOINERS = "\u200c\u200d"


def one_line(text: str | None, limit: int = 120) -> str:
    """Return *text* as one line of at most *limit* characters, without control, bidi and invisible characters."""
    words = " ".join(_visible(text[: limit * 8]).split()) if text else ""
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def exact(text: str) -> str:
    """Return the text of a mail as it is; only what the eye would miss or misread (bidi, invisible) is named, as in ⟨U+202E⟩."""
    return "".join(char if char in "\n\t" or not _is_hidden(char) else f"⟨U+{ord(char):04X}⟩" for char in text)


def _visible(text: str) -> str:
    return "".join(" " if char.isspace() else char for char in text if char.isspace() or not _is_hidden(char))


def _is_hidden(char: str) -> bool:
    if char < "\x7f":
        return char < " "
    return char not in _JOINERS and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
