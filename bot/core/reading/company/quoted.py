"""What mail programs write around a quoted or forwarded mail: header lines, attributions, prefixes of subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.message.types import Address
from bot.core.reading.company.cues import Language

_QUOTE_MARK = re.compile(r"^(?:\s{0,3}>)+\s?")
_HEADER = re.compile(r"^\W{0,3}([^\W\d_][\w.' -]{0,20}?)\*{0,2}\s?:\*{0,2}(?:\s+(.*))?$")
_NAME_AND_ADDRESS = re.compile(
    r"\"?([^<\"\[(]{0,80}?)\"?\s*[<\[(]?(?:mailto:)?([\w.+'-]{1,64}@[\w.-]{1,120})[>\])]?.{0,40}"
)
_MOST_HEADER_LINES = 10
_LONGEST_LINE = 400
_LONGEST_ATTRIBUTION = 300


def is_forward(subject: str, language: Language) -> bool:
    """Return whether *subject* begins with the prefix of a forwarded mail."""
    return _prefix(subject) in language.word_set("forward_prefixes")


def is_answer(subject: str, language: Language) -> bool:
    """Return whether *subject* begins with the prefix of an answer."""
    return _prefix(subject) in language.word_set("reply_prefixes")


def _prefix(subject: str) -> str:
    head, colon, _ = subject[:20].partition(":")
    return re.sub(r"[\[(]\d{1,3}[\])]", "", head).strip().lower() if colon else ""


def quoted_author(quoted: str, language: Language) -> Address | None:
    """Return who wrote the first mail in *quoted*, by its From line; None where no such line gives an address."""
    for line in quoted.split("\n"):
        label, value = _header(line)
        match = _NAME_AND_ADDRESS.fullmatch(value) if label in language.word_set("header_from") else None
        if match:
            return Address(name=match[1].strip(), email=match[2].lower().strip(".'-"))
    return None


def quoted_recipients(quoted: str, language: Language) -> tuple[str, ...]:
    """Return whom the first mail in *quoted* was sent to, by its To line: names and addresses as written, lower case."""
    for line in quoted.split("\n")[: 2 * _MOST_HEADER_LINES]:
        label, value = _header(line)
        if label in language.word_set("header_to") and value:
            return tuple(part.strip().lower() for part in re.split(r"[;,]", value) if part.strip())
    return ()


def without_headers(quoted: str, language: Language) -> str:
    """Return *quoted* without marks, attributions and blocks of header lines."""
    lines = [_QUOTE_MARK.sub("", line) for line in quoted.split("\n")]
    kept = list(lines)
    number = 0
    while number < len(lines):
        length = _headers_length(lines, number, language) or _attribution_length(lines, number, language)
        kept[number : number + length] = [""] * length
        number += max(length, 1)
    return "\n".join(kept)


def part_mails(quoted: str, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the runs of lines of one mail each in *quoted*, in their order: what stands over that mail (its attribution or header lines,
    nothing where none does), and the words. By the marks a mail goes on below one that it quotes."""
    marked = quoted.split("\n")
    lines = [_QUOTE_MARK.sub("", line) for line in marked]
    depths = [_depth(line) for line in marked]
    open_mails, words = [(-1, "")], list[str]()
    number = 0
    while number < len(lines):
        length = _headers_length(lines, number, language) or _attribution_length(lines, number, language)
        ended = _ended(open_mails, depths[number]) if lines[number].strip() else 0
        if (length or ended) and any(word.strip() for word in words):
            yield open_mails[-1][1], "\n".join(words)
            words = []
        del open_mails[len(open_mails) - ended :]
        if length:
            below = next((depths[n] for n in range(number + length, len(lines)) if lines[n].strip()), 0)
            open_mails.append((below, "\n".join(lines[number : number + length])))
        else:
            words.append(lines[number])
        number += max(length, 1)
    yield open_mails[-1][1], "\n".join(words)


def _depth(line: str) -> int:
    match = _QUOTE_MARK.match(line)
    return match[0].count(">") if match else 0


def _ended(open_mails: Sequence[tuple[int, str]], depth: int) -> int:
    """Return how many of *open_mails*, each with the depth of its words, end before a line of less *depth*."""
    return sum(1 for below, _ in open_mails[1:] if below > depth)


def _headers_length(lines: list[str], start: int, language: Language) -> int:
    """Return over how many lines a block of header lines that begins here goes, 0 if none does."""
    others = language.word_set("header_others")
    labels = language.word_set("header_from") | others
    if _header(lines[start])[0] not in labels:
        return 0
    block = lines[start : start + _MOST_HEADER_LINES]
    ends = next((n for n, line in enumerate(block) if line.strip() and _header(line)[0] not in labels), len(block))
    named = [label for label in (_header(line)[0] for line in block[:ends]) if label]
    return ends if len(named) > 1 and (set(named) & language.word_set("header_from")) else 0


def _header(line: str) -> tuple[str, str]:
    match = _HEADER.match(_QUOTE_MARK.sub("", line)[:_LONGEST_LINE])
    return (match[1].strip().lower(), (match[2] or "").strip()) if match else ("", "")


def _attribution_length(lines: list[str], start: int, language: Language) -> int:
    """Return over how many lines (at most two) an attribution that begins here goes: a date or an address, the verb, a colon."""
    for length in (1, 2):
        text = " ".join(lines[start : start + length]).strip()
        if len(text) > _LONGEST_ATTRIBUTION or not lines[start].strip():
            return 0
        words = set(re.findall(r"[^\W\d_]+", text.lower()))
        dated = "@" in text or any(character.isdigit() for character in text)
        if text.endswith(":") and dated and words & language.word_set("wrote"):
            return length
    return 0
