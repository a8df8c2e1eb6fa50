"""What stands around the owner's words and carries no meaning: signature, lines of phones, legal notices, ``ref:`` lines.

Nothing is cut at a mark such as ``--``: every line that is left out is known for what it is, else it stays and is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.reading.owner.cues import CommandCues
from bot.core.reading.owner.words import loose, tokenise

REF = re.compile(r"[ \t>]*ref[ \t]*[:：][ \t]*[A-Za-z2-7][A-Za-z2-7 \-]{5,40}[ \t.]*", re.IGNORECASE)
_LINK = re.compile(r"<?(?:https?://|mailto:|www\.)\S{1,2000}|\S{1,64}@[\w.\-]{1,190}")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_SEPARATOR = re.compile(r"[ \t]*[-–—_=*~]{2,}[ \t]*")
_PHONE = re.compile(r"[+()\d][\d\s()./\-]{5,24}")
_MAX_DEVICE_WORDS = 16
_MAX_DEVICE_LINES = 4
_STOPS = frozenset(".!?;,:–—-")
_MIN_LEGAL_WORDS = 12
_MAX_CLOSING_WORDS = 8
_MAX_LINE = 400
_MAX_LEGAL_CHARS = 5_000


def without_frame(text: str, *, name: str, cues: CommandCues) -> str:
    """Return *text* without its ``ref:`` lines and without the signature and notices at its end; *name* is the owner's."""
    lines = without_notices(text, cues).split("\n")
    return "\n".join(lines[: _signature(lines, name, cues)]).strip()


def without_notices(text: str, cues: CommandCues) -> str:
    """Return *text* without ``ref:`` lines, and without lines of phones and legal notices at its end (the signature stays)."""
    lines = [line for line in text.split("\n") if not REF.fullmatch(line)]
    while lines:
        if _is_empty(lines[-1]) or is_device_line(lines[-1], cues):
            lines.pop()
            continue
        if _is_legal_notice(lines[-1:], cues):
            lines.pop()
            continue
        block = _last_block(lines)
        if not (_is_wrapped_device_line(lines[block:], cues) or _is_legal_notice(lines[block:], cues)):
            break
        del lines[block:]
    return "\n".join(lines).rstrip()


def is_name(line: str, name: str) -> bool:
    """Whether *line* is nothing but the owner's name or a part of it; initials count only beside it ("n" alone may be a no)."""
    if len(line) > _MAX_LINE:
        return False
    words = [loose(word) for word in re.split(r"[\s.,\-–—]+", line) if loose(word)]
    known = [loose(word) for word in name.split()]
    named = any(word in known for word in words)
    return named and len(words) <= len(known) + 1 and all(_is_name_word(word, known) for word in words)


def _is_name_word(word: str, known: list[str]) -> bool:
    return word in known or (len(word) == 1 and any(part.startswith(word) for part in known))


def is_valediction(line: str, cues: CommandCues) -> bool:
    """Whether *line* only closes a letter ("Best regards,")."""
    if len(line) > _MAX_LINE:
        return False
    words = tuple(token.text for token in tokenise(line))
    while words and words[-1] in (",", ".", "!", "-", "–", "—"):
        words = words[:-1]
    return words in cues.valedictions


def _closes_with_name(line: str, name: str, cues: CommandCues) -> bool:
    """Whether *line* closes a letter and signs it ("Cheers, Maya")."""
    if len(line) > _MAX_LINE:
        return False
    words = line.split()
    return any(
        is_valediction(" ".join(words[:at]), cues) and is_name(" ".join(words[at:]), name)
        for at in range(1, min(len(words), _MAX_CLOSING_WORDS))
    )


def is_device_line(line: str, cues: CommandCues) -> bool:
    """Whether *line* was put there by a phone or program: its opening words, then only small words and names of products."""
    if len(line) > _MAX_LINE:
        return False
    source = _HYPHEN.sub("", _LINK.sub(" ", line))  # "K-9" is one name
    tokens = tokenise(source)
    texts = [token.text for token in tokens]
    opening = next((words for words in cues.frame.device if tuple(texts[: len(words)]) == words), None)
    rest = tokens[len(opening) :] if opening else []
    words = [token for token in rest if token.is_word]
    stop = next((token.start for token in rest if token.text in _STOPS), len(line))
    if not words or len(words) > _MAX_DEVICE_WORDS:
        return False
    return all(
        token.text in cues.frame.device_words
        or (token.start < stop and _is_product(source[token.start : token.end], token.text, cues))
        for token in words
    )


def _is_product(source: str, word: str, cues: CommandCues) -> bool:
    return any(char.isupper() or char.isdigit() for char in source) and word not in cues.vocabulary


def _is_empty(line: str) -> bool:
    return not line.strip(" \t\xa0") or _SEPARATOR.fullmatch(line) is not None


def _last_block(lines: Sequence[str]) -> int:
    """Return where the lines at the end begin that stand together."""
    start = len(lines)
    while start > 0 and not _is_empty(lines[start - 1]):
        start -= 1
    return start


def _is_wrapped_device_line(block: Sequence[str], cues: CommandCues) -> bool:
    return 1 < len(block) <= _MAX_DEVICE_LINES and is_device_line(" ".join(block), cues)


def _is_legal_notice(block: Sequence[str], cues: CommandCues) -> bool:
    text = "\n".join(block)
    words = [token.text for token in tokenise(text) if token.is_word] if len(text) <= _MAX_LEGAL_CHARS else []
    known = {word for word in words if word in cues.frame.legal}
    is_notice = len(words) >= _MIN_LEGAL_WORDS and words[0] in cues.frame.legal_begin and len(known) >= 3
    return is_notice and not cues.frame.legal_never.intersection(words)


def _signature(lines: list[str], name: str, cues: CommandCues) -> int:
    """Return where the signature at the end begins: names and closings; titles and numbers only under a name."""
    begin = current = len(lines)
    while current > 0:
        line = lines[current - 1].strip()
        if is_name(line, name) or is_valediction(line, cues) or _closes_with_name(line, name, cues):
            begin = current = current - 1
        elif _is_empty(line):
            begin = current - 1 if begin == current else begin
            current -= 1
        elif _is_contact(line, cues) or _is_title(line, cues):
            current -= 1
        else:
            break
    return begin


def _is_contact(line: str, cues: CommandCues) -> bool:
    """Whether *line* is a telephone number, an address or a link, with nothing but its label."""
    if len(line) > _MAX_LINE:
        return False
    rest = _PHONE.sub(" ", _LINK.sub(" ", line))
    words = [token.text for token in tokenise(rest) if token.is_word]
    return rest.strip() != line and all(word in cues.frame.contact for word in words)


def _is_title(line: str, cues: CommandCues) -> bool:
    """Whether *line* is the owner's job title: few words with capitals, one of them a profession, none of them a command."""
    if len(line) > _MAX_LINE:
        return False
    tokens = [token for token in tokenise(line) if token.is_word]
    if not 1 <= len(tokens) <= 6 or not any(token.text in cues.frame.title for token in tokens):
        return False
    return all(
        token.text in cues.frame.title
        or (line[token.start].isupper() and token.text not in cues.vocabulary)
        or token.text in ("of", "and")
        for token in tokens
    )
